"""Notes on the board, by real keys and mouse."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from designer.ui.canvas.notes.items import tick_place
from designer.ui.canvas.notes.showing import Wanted
from exporters.exporter import Options
from exporters.formats import EXPORTERS
from model import edits
from model.codes import NoteKind
from model.ids import Id
from model.layout.geometry import Shown
from model.notes import Anchor, anchor_of
from model.records import Note
from tests.designer.canvas.conftest import Hand, shown, three_lanes
from tests.designer.notes.conftest import noted


def note(hand: Hand, id: Id) -> Note:
    found = hand.pathway.find(Note, id)
    assert found is not None, f"there is no note {id}"
    return found


def place(hand: Hand, id: Id) -> QPoint:
    return hand.at(*hand.view.board.notes[id].box.centre)


def corner(hand: Hand, id: Id) -> QPoint:
    return hand.at(*tick_place(hand.view.board.notes[id]))


def new_note(hand: Hand) -> Note:
    assert len(hand.view.selection.ids) == 1
    return note(hand, hand.view.selection.ids[0])


def pixels(hand: Hand) -> object:
    return hand.view.grab().toImage()


def test_open_notes_are_shown_and_each_is_drawn(hand: Hand) -> None:
    assert set(hand.view.board.notes) == {f"n{place}" for place in range(6)}
    assert set(hand.view.board_scene.notes) == set(hand.view.board.notes)
    with_notes = pixels(hand)
    hand.view.showing.want(Wanted(on_board=False))
    assert not hand.view.board_scene.notes
    assert pixels(hand) != with_notes


def test_kinds_differ_by_more_than_colour(qtbot: QtBot) -> None:
    pictures = []
    for kind in NoteKind:
        lone = Note(id="n0", order="a0", kind=kind, text={"fi": "Sama"}, about="s0")
        hand = shown(qtbot, three_lanes().replacing({"n0": lone}))
        box = hand.view.camera.box_on_screen(hand.view.board.notes["n0"].box)
        pictures.append(
            hand.view.viewport()
            .grab(box)
            .toImage()
            .convertToFormat(hand.view.grab().toImage().Format.Format_Grayscale8)
        )
    assert all(one != other for place, one in enumerate(pictures) for other in pictures[:place])


@pytest.mark.parametrize(
    ("selected", "anchor"),
    [
        ("s0", Anchor("s0")),
        ("h1", Anchor("h1")),
        ("a2", Anchor("a2")),
        ("p1", Anchor("p1")),
        (None, Anchor("info")),
    ],
)
def test_m_hangs_a_note_on_what_is_selected(hand: Hand, selected: Id, anchor: Anchor) -> None:
    hand.view.select((selected,) if selected else ())
    hand.key(Qt.Key.Key_M)
    hand.write("! Jono on liian iso")
    assert len(hand.pathway.of(Note)) == 6
    hand.key(Qt.Key.Key_Return)
    made = new_note(hand)
    assert (made.kind, made.text) == (NoteKind.RISK, {"fi": "Jono on liian iso"})
    assert anchor_of(made) == anchor
    assert made.id in hand.view.board.notes
    hand.document.undo()
    assert hand.pathway == noted()


def test_m_in_an_empty_cell_hangs_the_note_there(hand: Hand) -> None:
    hand.click(hand.cell("a0", "p0", 1))
    hand.key(Qt.Key.Key_M)
    hand.write("Kuka")
    hand.key(Qt.Key.Key_Return)
    assert anchor_of(new_note(hand)) == Anchor(None, "a0", "p0")


def test_one_note_after_the_other_hangs_on_the_same_stage(hand: Hand) -> None:
    hand.view.select(("s0",))
    for words in ("Yksi", "Kaksi"):
        hand.key(Qt.Key.Key_M)
        hand.write(words)
        hand.key(Qt.Key.Key_Return)
    assert new_note(hand).about == "s0"


@pytest.mark.parametrize("leave", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_a_note_without_words_leaves_nothing(hand: Hand, leave: Qt.Key) -> None:
    hand.view.select(("s0",))
    hand.key(Qt.Key.Key_M)
    hand.key(leave)
    assert hand.document.next_undo is None
    assert len(hand.view.board.notes) == 6


def test_a_click_selects_a_note_and_not_its_card(hand: Hand) -> None:
    hand.click(place(hand, "n0"))
    assert hand.view.selection.ids == ("n0",)
    assert "Lappu 0" in hand.said[-1]


@pytest.mark.parametrize("opened", ["double click", "Enter", "F2"])
def test_a_note_is_written_in_place(hand: Hand, opened: str) -> None:
    if opened == "double click":
        hand.double_click(place(hand, "n0"))
    else:
        hand.click(place(hand, "n0"))
        hand.key(Qt.Key.Key_Return if opened == "Enter" else Qt.Key.Key_F2)
    assert hand.written_in().words() == "Lappu 0"
    hand.write("= Sovittu")
    hand.key(Qt.Key.Key_Return)
    assert (note(hand, "n0").kind, note(hand, "n0").text) == (NoteKind.DECISION, {"fi": "Sovittu"})
    hand.document.undo()
    assert hand.pathway == noted()


def test_x_settles_and_opens_again(hand: Hand) -> None:
    hand.click(place(hand, "n0"))
    hand.key(Qt.Key.Key_X)
    assert note(hand, "n0").done
    assert "n0" in hand.view.board.notes  # it does not vanish under one's eyes
    hand.key(Qt.Key.Key_X)
    assert not note(hand, "n0").done


def test_a_click_into_the_corner_settles(hand: Hand) -> None:
    hand.move(place(hand, "n0"))
    hand.click(corner(hand, "n0"))
    assert note(hand, "n0").done
    hand.document.undo()
    assert not note(hand, "n0").done


def test_delete_takes_a_note_away(hand: Hand) -> None:
    hand.click(place(hand, "n2"))
    hand.key(Qt.Key.Key_Delete)
    assert "n2" not in hand.pathway
    assert "h1" in hand.pathway
    hand.document.undo()
    assert hand.pathway == noted()


def test_a_note_is_dragged_to_another_stage(hand: Hand) -> None:
    hand.lead(place(hand, "n0"), hand.card("s3"))
    assert note(hand, "n0").about == "s1"
    assert hand.view.selection.aim == "s3"
    assert "Omahoito" in hand.said[-1]
    hand.release(hand.card("s3"))
    assert anchor_of(note(hand, "n0")) == Anchor("s3")
    assert hand.view.selection.ids == ("n0",)
    hand.document.undo()
    assert hand.pathway == noted()


def test_a_note_is_dragged_to_a_cell_a_handover_and_the_pathway(hand: Hand) -> None:
    hand.drag(place(hand, "n0"), hand.cell("a0", "p0", 1))
    assert anchor_of(note(hand, "n0")) == Anchor(None, "a0", "p0")
    start, end = hand.view.board.arrows["h0"].points[:2]
    hand.drag(place(hand, "n0"), hand.at((start.x + end.x) / 2, (start.y + end.y) / 2))
    assert anchor_of(note(hand, "n0")) == Anchor("h0")
    hand.drag(place(hand, "n0"), place(hand, "n5"))
    assert anchor_of(note(hand, "n0")) == Anchor("info")


def test_escape_ends_a_drag_and_nothing_has_changed(hand: Hand) -> None:
    before = len(hand.view.board_scene.items())
    hand.lead(place(hand, "n0"), hand.card("s3"))
    hand.key(Qt.Key.Key_Escape)
    hand.release(hand.card("s3"))
    assert hand.pathway == noted()
    assert len(hand.view.board_scene.items()) == before


def test_dragging_a_note_moves_no_card(hand: Hand) -> None:
    hand.drag(place(hand, "n0"), hand.cell("a0", "p1", 0))
    assert hand.cell_of("s1") == ("a1", "p0", 1)


def test_tab_goes_through_the_notes_of_a_stage_after_it(hand: Hand) -> None:
    hand.view.select(("s1",))
    walked = []
    for _step in range(4):
        hand.key(Qt.Key.Key_Tab)
        walked.append(hand.view.selection.focused)
    assert walked == ["n0", "n1", "h1", "n2"]


def test_arrows_go_from_note_to_note_and_back_to_the_stage(hand: Hand) -> None:
    hand.view.select(("n0",))
    hand.key(Qt.Key.Key_Down)
    assert hand.view.selection.ids == ("n1",)
    hand.key(Qt.Key.Key_Up)
    hand.key(Qt.Key.Key_Up)
    assert hand.view.selection.ids == ("s1",)


def test_the_filter_leaves_the_kinds_wanted_and_settled_notes_out(hand: Hand) -> None:
    hand.document.do(edits.update(hand.pathway, "n1", done=True))
    assert "n1" not in hand.view.board.notes
    hand.view.showing.want(Wanted(done=True))
    assert "n1" in hand.view.board.notes
    hand.view.showing.want(Wanted(kinds=frozenset({NoteKind.RISK})))
    assert [note.kind for note in hand.view.board.notes.values()] == [NoteKind.RISK]


def test_a_note_looked_for_is_shown_although_the_filter_hides_it(hand: Hand) -> None:
    hand.view.showing.want(Wanted(on_board=False))
    hand.view.reveal("n0")
    assert list(hand.view.board.notes) == ["n0"]
    assert hand.view.selection.ids == ("n0",)
    hand.view.showing.want(Wanted(on_board=False))
    assert not hand.view.board.notes


def test_a_note_in_a_folded_lane_unfolds_it_when_looked_for(hand: Hand) -> None:
    hand.view.show_only(Shown(folded=frozenset({"a2", "a1"})))
    hand.view.reveal("n3")
    hand.view.reveal("n0")
    assert {"n0", "n3"} <= set(hand.view.board.notes)


def test_a_new_note_is_seen_whatever_is_shown_otherwise(hand: Hand) -> None:
    hand.view.showing.want(Wanted(on_board=False))
    hand.view.select(("s0",))
    hand.key(Qt.Key.Key_M)
    hand.write("Kuka")
    hand.key(Qt.Key.Key_Return)
    assert list(hand.view.board.notes) == [new_note(hand).id]


def test_the_menu_of_a_note_changes_its_kind(hand: Hand) -> None:
    menu = hand.open_menu(place(hand, "n0"))
    entry = next(action for action in menu.actions() if "idea" in action.text())
    entry.trigger()
    menu.close()
    assert note(hand, "n0").kind is NoteKind.IDEA


def test_no_export_draws_a_note(hand: Hand) -> None:
    del hand
    for exporter in EXPORTERS:
        if exporter.name not in {"svg", "dot"}:
            continue
        for _name, made in exporter.build(
            noted(), Options(made_at=datetime(2026, 11, 20, tzinfo=UTC)), lambda *_done: None
        ):
            assert b"Lappu" not in made
