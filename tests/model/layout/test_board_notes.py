"""Sticky notes on the board: in what they are about, else where no stage stands."""

from itertools import pairwise

from model.codes import NoteKind
from model.layout import Shown, board, font_measure
from model.layout.geometry import Board, NoteBox, Rect
from model.records import Note
from tests.model.layout.faults import faults
from tests.pathways import At, build

MEASURE = font_measure()
LONG = "Kuka kertoo asiakkaalle, mitä seuraavaksi tapahtuu ja keneen voi olla yhteydessä?"


def note(id: str, words: str = "", **fields: str | None) -> Note:
    text = {"fi": words} if words else {}
    return Note(id=id, order=f"a{id[1:]}", kind=NoteKind.QUESTION, text=text, **fields)  # type: ignore[arg-type]


def drawn(*notes: Note, folded: tuple[str, ...] = ()) -> Board:
    pathway = build(
        *notes,
        phases=["Yhteydenotto", "Hoito", "Seuranta"],
        actors=["Asiakas", "Sote-keskus"],
        stages=[At("Soitto"), At("Arvio", 1), At("Hoito", 1, 1), At("Kontrolli", 1, 1, 1)],
        arrows=[(0, 1, "huoli"), (1, 2), (2, 3, "ok")],
    )
    shown = Shown(frozenset(folded), frozenset(each.id for each in notes))
    found = board(pathway, MEASURE, shown=shown)
    assert faults(found, MEASURE) == []
    return found


def words(box: NoteBox) -> str:
    return " ".join(line.text for line in box.lines)


def holds(box: Rect, other: Rect) -> bool:
    return (
        box.x < other.x and other.right < box.right and box.y < other.y < other.bottom < box.bottom
    )


def test_what_a_merge_asks_takes_a_few_lines_and_a_note_of_people_all_of_them() -> None:
    found = drawn(note("n0", LONG * 9, about="s2"), note("n1", LONG * 9, about="s2", clash="{}"))
    assert len(found.notes["n0"].lines) > 20
    asking = found.notes["n1"].lines
    assert len(asking) == 6
    assert asking[-1].text.endswith("…")
    assert [line.text for line in asking[:5]] == [line.text for line in found.notes["n0"].lines[:5]]


def test_notes_that_are_not_named_are_not_drawn() -> None:
    pathway = build(note("n0", "x", about="s0"), phases=["A"], actors=["B"], stages=[At("1")])
    bare = build(phases=["A"], actors=["B"], stages=[At("1")])
    assert board(pathway, MEASURE) == board(bare, MEASURE)


def test_the_card_grows_by_the_whole_text_of_its_notes_and_the_others_do_not() -> None:
    before, after = drawn(), drawn(note("n0", LONG, about="s2"), note("n1", about="s2"))
    first, second = after.notes["n0"], after.notes["n1"]
    card = after.cards["s2"].box
    assert holds(card, first.box)
    assert holds(card, second.box)
    assert first.box.bottom < second.box.y
    assert words(first).replace("- ", "") == LONG
    assert words(second) == "kysymys"
    grown = card.height - before.cards["s2"].box.height
    assert grown > first.box.height + second.box.height
    assert after.cards["s3"].box.height == before.cards["s3"].box.height


def test_a_note_that_is_done_takes_one_line() -> None:
    done = Note(id="n0", order="a0", kind=NoteKind.IDEA, text={"fi": LONG}, about="s0", done=True)
    (line,) = drawn(done).notes["n0"].lines
    assert line.text.endswith("…")
    assert LONG.startswith(line.text[:-1])


def test_notes_about_a_handover_lie_under_its_words() -> None:
    found = drawn(note("n0", LONG, about="h2"), note("n1", about="h1"))
    label = found.arrows["h2"].label
    assert label
    assert found.notes["n0"].box.y > label.box.bottom
    assert abs(found.notes["n0"].box.centre.x - label.box.centre.x) < 1
    assert found.arrows["h1"].label is None
    assert "n1" in found.notes


def test_notes_in_a_cell_stand_in_its_first_column_without_a_stage() -> None:
    free = drawn(note("n0", actor="a0", phase="p1"), note("n1", LONG, actor="a0", phase="p1"))
    assert free.notes["n0"].box.x == free.cards["s2"].box.x
    assert free.notes["n0"].box.bottom < free.notes["n1"].box.y
    assert free.lanes[0].strip.bottom > free.notes["n1"].box.bottom
    taken = drawn(note("n0", actor="a1", phase="p1"))
    assert taken.notes["n0"].box.x > taken.cards["s3"].box.right
    assert taken.phases[1].strip.right > taken.notes["n0"].box.right


def test_notes_in_cells_move_no_stage_to_another_cell() -> None:
    before, after = drawn(), drawn(note("n0", actor="a1", phase="p0"), note("n1", actor="a1"))
    for upper, lower in pairwise(["s0", "s1", "s2", "s3"]):
        for board_ in (before, after):
            assert board_.cards[upper].box.x <= board_.cards[lower].box.x
    assert len(after.lanes) == len(before.lanes)
    assert after.cards["s1"].box.x == before.cards["s1"].box.x


def test_notes_about_an_actor_stand_in_its_lane() -> None:
    found = drawn(note("n0", "Kuka?", about="a1"), note("n1", "Miten?", actor="a1"))
    for id in ("n0", "n1"):
        assert found.lanes[1].strip.y < found.notes[id].box.y
        assert found.notes[id].box.bottom < found.lanes[1].strip.bottom
    assert found.notes["n0"].box.x >= found.phases[2].strip.x  # the first column without a stage


def test_notes_about_a_phase_and_about_all_lie_on_a_shelf_below_the_lanes() -> None:
    found = drawn(
        note("n0", "Vaihe", about="p1"),
        note("n1", "Toinen", phase="p1"),
        note("n2", "Kaikki", about="info"),
        note("n3", "Muuta"),
    )
    below = found.lanes[-1].strip.bottom
    assert all(box.box.y > below for box in found.notes.values())
    assert found.notes["n0"].box.x == found.cards["s2"].box.x
    assert found.notes["n1"].box.x == found.cards["s3"].box.x
    assert found.notes["n2"].box.y > found.notes["n1"].box.bottom
    assert found.notes["n2"].box.x < found.notes["n3"].box.x
    assert found.height > found.notes["n3"].box.bottom


def test_notes_of_what_is_folded_are_folded_away() -> None:
    notes = (
        note("n0", about="s1"),
        note("n1", about="h1"),
        note("n2", actor="a1", phase="p0"),
        note("n3", about="a1"),
        note("n4", about="p0"),
        note("n5", actor="a0", phase="p2"),
    )
    assert list(drawn(*notes, folded=("a1", "p0")).notes) == ["n5"]


def test_a_note_without_a_place_of_its_own_is_on_the_shelf() -> None:
    notes = (note("n0", about="gone"), note("n1", about="a0"))
    found = drawn(*notes, folded=("p0", "p1", "p2"))
    assert found.notes.keys() == {"n0", "n1"}
    lone = board(build(notes[1], actors=["B"]), MEASURE, shown=Shown(notes=frozenset({"n1"})))
    assert faults(lone, MEASURE) == []
    assert lone.notes["n1"].box.y > lone.lanes[0].strip.bottom
