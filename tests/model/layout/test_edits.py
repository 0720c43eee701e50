"""A board that follows edits is the board laid out anew, and keeps the parts that are as before."""

from collections.abc import Callable
from random import Random

import pytest

from model import edits
from model.change import Change
from model.codes import ChannelKind, HandoverKind
from model.document import Document
from model.layout import BoardLayout, Shown, board, font_measure
from model.pathway import Pathway
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


MAKERS: tuple[Make, ...] = (
    _move,
    _move,
    _rename,
    _rename,
    _connect,
    _reconnect,
    _say,
    _digitise,
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
    """Edit the document at random, or take an edit back."""
    if dice.random() < 0.15:
        document.undo()
        return
    try:
        change = dice.choice(MAKERS)(document.pathway, dice)
    except IndexError:  # nothing there of the kind
        return
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
