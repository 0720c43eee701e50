"""A board that follows edits is the board laid out anew, and keeps the parts that are as before."""

from collections.abc import Callable
from contextlib import suppress
from random import Random

import pytest

from benchmarks.synthetic import synthetic
from model import edits
from model.change import Add, Change, Remove, Set
from model.codes import ChannelKind, Confirmation, HandoverKind, NoteKind, Sector, StageKind
from model.document import Document
from model.layout import BoardLayout, Shown, board, font_measure
from model.layout.geometry import Card, TextStyle
from model.pathway import Pathway
from model.records import Note
from tests.model.layout.boards import LANGUAGES, random_board, with_notes_and_folds
from tests.pathways import WORDS, At, build, crowded
from tests.sparing import one_in

MEASURE = font_measure()
STEPS = 25

Make = Callable[[Pathway, Random], Change]


def _words(dice: Random) -> str:
    return " ".join(dice.choices(WORDS, k=dice.randint(1, 6)))


def _move(pathway: Pathway, dice: Random) -> Change:
    return edits.move_stage(
        pathway,
        dice.choice(pathway.stages).id,
        actor=dice.choice([None, *(actor.id for actor in pathway.actors)]),
        phase=dice.choice([None, *(phase.id for phase in pathway.phases)]),
        column=dice.randint(0, 4),
    )


def _rename(pathway: Pathway, dice: Random) -> Change:
    things = [*pathway.stages, *pathway.actors, *pathway.phases]
    return edits.rename(pathway, dice.choice(things).id, dice.choice(LANGUAGES), _words(dice))


def _connect(pathway: Pathway, dice: Random) -> Change:
    return edits.connect(pathway, dice.choice(pathway.stages).id, dice.choice(pathway.stages).id)


def _reconnect(pathway: Pathway, dice: Random) -> Change:
    arrow, stage = dice.choice(pathway.handovers), dice.choice(pathway.stages)
    return edits.reconnect(pathway, arrow.id, source=arrow.target, target=stage.id)


def _say(pathway: Pathway, dice: Random) -> Change:
    arrow = dice.choice(pathway.handovers)
    return edits.update(
        pathway, arrow.id, condition={"fi": _words(dice)}, kind=dice.choice(list(HandoverKind))
    )


def _digitise(pathway: Pathway, dice: Random) -> Change:
    channel = dice.choice(pathway.channels)
    return edits.update(pathway, channel.id, kind=dice.choice(list(ChannelKind)))


def _regroup(pathway: Pathway, dice: Random) -> Change:
    return edits.update(pathway, dice.choice(pathway.actors).id, sector=dice.choice([*Sector]))


def _mark(pathway: Pathway, dice: Random) -> Change:
    return edits.update(
        pathway,
        dice.choice(pathway.stages).id,
        confirmation=dice.choice([*Confirmation]),
        kind=dice.choice([None, *StageKind]),
        start=dice.random() < 0.5,
        channels=tuple(channel.id for channel in pathway.channels if dice.random() < 0.3),
    )


def _stick(pathway: Pathway, dice: Random) -> Change:
    id = f"n{dice.randrange(40)}"
    note = Note(id=id, kind=NoteKind.QUESTION, order="a5", about=dice.choice([*pathway]))
    return Change("", (Add(note),))


def _settle(pathway: Pathway, dice: Random) -> Change:
    note = dice.choice(pathway.of(Note))
    return edits.update(pathway, note.id, done=not note.done, text={"fi": _words(dice)})


def _at_once(pathway: Pathway, dice: Random) -> Change:
    """Move stages, turn an arrow round and take something out, in one change."""
    change = _move(pathway, dice) + _move(pathway, dice)
    arrow = dice.choice(pathway.handovers)
    turned = Set(arrow.id, "source", arrow.source, arrow.target)
    turned_too = Set(arrow.id, "target", arrow.target, arrow.source)
    gone = Remove(pathway[dice.choice([*pathway])])
    return change + Change("", (turned, turned_too, gone))


MAKERS: tuple[Make, ...] = (
    _move,
    _move,
    _rename,
    _rename,
    _connect,
    _reconnect,
    _say,
    _digitise,
    _regroup,
    _mark,
    _stick,
    _settle,
    _at_once,
    lambda pathway, dice: edits.add_stage_after(
        pathway, dice.choice(pathway.stages).id, title={"fi": _words(dice)}
    ),
    lambda pathway, dice: edits.add_actor(pathway, place=dice.randint(0, 5), name={}),
    lambda pathway, dice: edits.add_phase(pathway, place=dice.randint(0, 5), title={}),
    lambda pathway, dice: edits.remove(pathway, (dice.choice([*pathway]),)),
    lambda pathway, dice: edits.move_to_place(
        pathway, dice.choice([*pathway.phases, *pathway.actors]).id, dice.randint(0, 5)
    ),
    lambda pathway, _dice: edits.update(pathway, pathway.info.id, languages=("sv", "fi")),
)


def act(document: Document, dice: Random) -> None:
    """Edit the document at random, here or elsewhere, or take an edit back or do it again."""
    if dice.random() < 0.15:
        document.undo()
        return
    if dice.random() < 0.1:
        document.redo()
        return
    try:
        change = dice.choice(MAKERS)(document.pathway, dice)
    except IndexError:  # nothing there of the kind
        return
    if dice.random() < 0.2:
        document.merge(change)
    else:
        document.do(change)


@pytest.mark.parametrize("seed", one_in(3, range(12)))
def test_a_followed_board_is_the_board_laid_out_anew(seed: int) -> None:
    dice = Random(seed)  # noqa: S311
    pathway, shown = with_notes_and_folds(random_board(dice), dice)
    document, following = Document(pathway), BoardLayout(MEASURE)
    language = "fi"
    for _step in range(STEPS):
        act(document, dice)
        if dice.random() < 0.1:
            language = dice.choice(LANGUAGES)
        if dice.random() < 0.2:
            shown = dice.choice((shown, Shown(), Shown(frozenset(dice.sample([*pathway], 3)))))
        followed = following.of(document.pathway, language, shown)
        fresh = board(document.pathway, MEASURE, language, shown)
        assert followed == fresh
        assert [*followed.cards, *followed.arrows] == [*fresh.cards, *fresh.arrows]


@pytest.mark.parametrize("first", range(100, 150, 10))
def test_a_followed_board_equals_plain_board_of_50_random_pathways(first: int) -> None:
    for seed in range(first, first + 10):
        dice = Random(seed)  # noqa: S311
        pathway, shown = with_notes_and_folds(random_board(dice), dice)
        document, following = Document(pathway), BoardLayout(MEASURE)
        following.of(pathway, "fi", shown)
        for _step in range(6):
            act(document, dice)
            followed = following.of(document.pathway, "fi", shown)
            assert followed == board(document.pathway, MEASURE, "fi", shown)


@pytest.mark.parametrize("seed", range(30, 40))
def test_a_layout_that_goes_from_one_pathway_to_another_equals_plain_board(seed: int) -> None:
    dice = Random(seed)  # noqa: S311
    documents = [Document(random_board(dice)) for _number in range(2)]
    following = BoardLayout(MEASURE)
    for _step in range(8):
        document = dice.choice(documents)
        act(document, dice)
        shown = Shown(notes=frozenset(note.id for note in document.pathway.of(Note)))
        followed = following.of(document.pathway, "fi", shown)
        assert followed == board(document.pathway, MEASURE, "fi", shown)


class _Failing:
    """Measures as `MEASURE` does, and fails when it was asked so often."""

    def __init__(self) -> None:
        self.left = float("inf")

    def width(self, text: str, style: TextStyle) -> float:
        self.left -= 1
        if self.left < 0:
            raise RuntimeError
        return MEASURE.width(text, style)


@pytest.mark.parametrize("seed", range(20, 30))
def test_after_a_layout_that_failed_midway_equals_plain_board(seed: int) -> None:
    dice = Random(seed)  # noqa: S311
    measure, failed = _Failing(), 0
    document, following = Document(random_board(dice)), BoardLayout(measure)
    for _step in range(8):
        act(document, dice)
        measure.left = dice.randrange(60)
        with suppress(RuntimeError):
            failed += 1
            following.of(document.pathway)
            failed -= 1
        measure.left = float("inf")
        act(document, dice)
        assert following.of(document.pathway) == board(document.pathway, MEASURE)
    assert failed


def test_a_board_stays_as_it_was_after_later_edits() -> None:
    dice = Random(5)  # noqa: S311
    document, following = Document(random_board(dice)), BoardLayout(MEASURE)
    boards = []
    for _step in range(12):
        boards.append((following.of(document.pathway), document.pathway))
        act(document, dice)
    for kept, pathway in boards:
        fresh = board(pathway, MEASURE)
        assert [_looks_of(card) for card in kept.cards.values()] == [
            _looks_of(card) for card in fresh.cards.values()
        ]
        assert [(arrow.points, arrow.label) for arrow in kept.arrows.values()] == [
            (arrow.points, arrow.label) for arrow in fresh.arrows.values()
        ]


def _looks_of(card: Card) -> object:
    return card.box, card.title, card.symbols, card.time


@pytest.mark.parametrize(("stages", "seed"), [(150, 0), (150, 1), (60, 9)])
def test_a_followed_board_equals_plain_board_where_many_arrows_share_lines(
    stages: int, seed: int
) -> None:
    dice = Random(seed)  # noqa: S311
    document, following = Document(synthetic(stages, seed)), BoardLayout(MEASURE)
    following.of(document.pathway)
    for _step in range(8):
        act(document, dice)
        followed, fresh = following.of(document.pathway), board(document.pathway, MEASURE)
        assert followed == fresh
        assert [*followed.cards, *followed.arrows] == [*fresh.cards, *fresh.arrows]


@pytest.mark.parametrize("seed", range(40, 65))
def test_stages_that_move_in_their_lanes_take_their_arrows_along(seed: int) -> None:
    dice = Random(seed)  # noqa: S311
    stages = dice.randint(4, 9)
    document = Document(crowded(seed, stages=stages, actors=2, phases=1, columns=8))
    following = BoardLayout(MEASURE)
    following.of(document.pathway)
    for _step in range(6):
        stage = dice.choice(document.pathway.stages)
        document.do(
            edits.move_stage(
                document.pathway,
                stage.id,
                actor=stage.actor,
                phase=stage.phase,
                column=dice.randint(0, 8),
            )
        )
        assert following.of(document.pathway) == board(document.pathway, MEASURE)


def test_what_an_edit_does_not_touch_is_the_same_object() -> None:
    pathway = build(
        phases=["A"],
        actors=["B", "C"],
        stages=[At("Yksi"), At("Kaksi", column=1), At("Kolme", 1)],
        arrows=[(0, 1, "jos"), (0, 2)],
    )
    following = BoardLayout(MEASURE)
    before = following.of(pathway)
    renamed, _done = edits.rename(pathway, "s0", "fi", "Uusi").applied_to(pathway)
    after = following.of(renamed)
    assert after.cards["s0"].title[0].text == "Uusi"
    assert after.cards["s1"] is before.cards["s1"]
    assert after.arrows is before.arrows
    joined, _done = edits.connect(renamed, "s1", "s2").applied_to(renamed)
    last = following.of(joined)
    assert last.arrows["h0"] is after.arrows["h0"]
    assert len(last.arrows) == len(after.arrows) + 1


def test_an_arrow_crosses_lanes_when_its_stage_changes_lanes_without_moving() -> None:
    stages = [At("Yksi"), At("Kaksi"), At("Kolme", column=1)]
    pathway = build(phases=["A"], actors=["B", "C"], stages=stages, arrows=[(0, 1), (1, 2)])
    following = BoardLayout(MEASURE)
    before = following.of(pathway)
    moved, _done = edits.update(pathway, "s1", actor="a1").applied_to(pathway)
    after = following.of(moved)
    assert after.cards["s1"].box == before.cards["s1"].box
    assert not before.arrows["h0"].crosses_actors
    assert after.arrows["h0"].crosses_actors
    assert after == board(moved, MEASURE)


def test_an_arrow_lets_go_of_the_note_that_was_taken_off_it() -> None:
    stages = [At("Yksi"), At("Kaksi", column=2)]  # the note lies in the cell between them
    pathway = build(phases=["A"], actors=["B"], stages=stages, arrows=[(0, 1)])
    note = Note(id="note", kind=NoteKind.QUESTION, order="a0", about="h0", done=True)
    noted = pathway.replacing({"note": note})
    shown = Shown(notes=frozenset({"note"}))
    following = BoardLayout(MEASURE)
    assert following.of(noted, "fi", shown).notes
    assert following.of(pathway, "fi", shown) == board(pathway, MEASURE, "fi", shown)
