"""The board without a pointer: everything the mouse does, by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from model.records import Stage
from tests.designer.canvas.conftest import Hand, shown, shown_beside_a_field, three_lanes
from tests.pathways import At, build

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key

# The offscreen platform says so of every window with a layout.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_arrow_keys_walk_between_cards_and_to_the_headers(hand: Hand) -> None:
    walked = []
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Right, Key.Key_Up, Key.Key_Left):
        hand.key(key)
        walked.append(hand.view.selection.focused)
    assert walked == ["s0", "s1", "s2", "s3", "s0"]
    walked.clear()
    for key in (Key.Key_Left, Key.Key_Down, Key.Key_Right, Key.Key_Up, Key.Key_Up, Key.Key_Right):
        hand.key(key)
        walked.append(hand.view.selection.focused)
    assert walked == ["a0", "a1", "s1", "s0", "p0", "p1"]
    hand.key(Key.Key_Down)
    assert hand.view.selection.focused == "s3"


def test_tab_goes_in_reading_order_and_leaves_the_board_at_its_end(hand: Hand) -> None:
    walked = []
    for _ in range(6):
        hand.key(Key.Key_Tab)
        walked.append(hand.view.selection.focused)
    assert walked == ["s0", "h0", "s1", "h1", "s3", "s2"]
    hand.key(Key.Key_Tab, SHIFT)
    assert hand.view.selection.focused == "s3"


def test_tab_is_no_trap(qtbot: QtBot) -> None:
    hand, field = shown_beside_a_field(qtbot, build())
    hand.key(Key.Key_Tab)
    assert field.hasFocus()


def test_alt_and_arrows_move_a_card_by_a_cell(hand: Hand) -> None:
    hand.view.select(("s1",))
    hand.key(Key.Key_Down, ALT)
    assert hand.cell_of("s1") == ("a2", "p0", 1)
    hand.key(Key.Key_Right, ALT)
    assert hand.cell_of("s1") == ("a2", "p1", 0)
    hand.key(Key.Key_Down, ALT)
    assert hand.cell_of("s1") == ("a2", "p1", 0)
    hand.document.undo()
    hand.document.undo()
    assert hand.cell_of("s1") == ("a1", "p0", 1)


def test_alt_and_arrows_move_within_a_cell_first(qtbot: QtBot) -> None:
    stages = (At("Ylin"), At("Keskimmäinen"), At("Alin"))
    hand = shown(qtbot, build(phases=("Arvio",), actors=("Asiakas", "Muu"), stages=stages))
    stack = ("a0", "p0", 0)
    hand.view.select(("s2",))
    hand.key(Key.Key_Up, ALT)
    assert [stage.id for stage in hand.pathway.in_cell(*stack)] == ["s0", "s2", "s1"]
    hand.key(Key.Key_Up, ALT)
    assert [stage.id for stage in hand.pathway.in_cell(*stack)] == ["s2", "s0", "s1"]
    hand.view.select(("s0",))
    hand.key(Key.Key_Down, ALT)
    assert [stage.id for stage in hand.pathway.in_cell(*stack)] == ["s2", "s1", "s0"]
    hand.key(Key.Key_Down, ALT)
    assert hand.cell_of("s0") == ("a1", "p0", 0)


def test_page_keys_scroll(hand: Hand) -> None:
    hand.view.zoom_to(4)
    hand.view.camera.scroll_to_start()
    bar = hand.view.verticalScrollBar()
    hand.key(Key.Key_PageDown)
    assert bar.value() == bar.minimum() + bar.pageStep()
    hand.key(Key.Key_PageUp)
    assert bar.value() == bar.minimum()


def test_alt_and_arrows_move_lanes_and_phases(hand: Hand) -> None:
    hand.view.select(("a0",))
    hand.key(Key.Key_Down, ALT)
    assert [actor.id for actor in hand.pathway.actors] == ["a1", "a0", "a2"]
    hand.view.select(("p1",))
    hand.key(Key.Key_Left, ALT)
    assert [phase.id for phase in hand.pathway.phases] == ["p1", "p0"]
    hand.key(Key.Key_Left, ALT)
    assert [phase.id for phase in hand.pathway.phases] == ["p1", "p0"]


def test_an_empty_cell_is_reached_by_keys_and_gets_a_stage(hand: Hand) -> None:
    hand.view.select(("s1",))
    hand.key(Key.Key_Down, CONTROL)
    assert hand.view.selection.cell == ("a2", "p0", 1)
    assert hand.said[-1] == "Empty cell: Järjestö, Arvio, column 2"
    hand.key(Key.Key_Insert)
    hand.write("Neuvonta")
    hand.key(Key.Key_Return)
    made = hand.view.selection.focused
    assert made is not None
    assert hand.cell_of(made) == ("a2", "p0", 1)


def test_insert_adds_a_joined_stage_after_the_selected_one(hand: Hand) -> None:
    hand.view.select(("s0",))
    hand.key(Key.Key_Insert)
    assert len(hand.pathway.stages) == 4
    hand.write("Esitieto")
    hand.key(Key.Key_Return)
    made = hand.pathway[hand.view.selection.ids[0]]
    assert isinstance(made, Stage)
    assert (made.actor, made.phase, made.column) == ("a0", "p0", 1)
    assert [arrow.source for arrow in hand.pathway.arriving(made.id)] == ["s0"]
    hand.document.undo()
    assert len(hand.pathway.stages) == 4


def test_right_of_the_last_column_a_card_gets_one_of_its_own(hand: Hand) -> None:
    hand.view.select(("s2",))
    hand.key(Key.Key_Right, ALT)
    assert hand.cell_of("s2") == ("a1", "p1", 1)
    hand.key(Key.Key_Right, ALT)  # nobody would stay in the column it leaves
    assert hand.cell_of("s2") == ("a1", "p1", 1)
    hand.document.undo()
    assert hand.cell_of("s2") == ("a1", "p1", 0)
    assert hand.document.next_undo is None


def test_the_words_of_connecting_cover_no_target(qtbot: QtBot) -> None:
    stages = [At(f"Vaihe {n}", actor=n, phase=0) for n in range(3)]
    hand = shown(qtbot, build(phases=("Hoito",), actors=("A", "B", "C"), stages=stages), 800, 300)
    hand.view.zoom_to(1)
    hand.view.select(("s1",))
    hand.view.connect_from_selected()
    notice, room = hand.view.mode_notice, hand.view.viewport().geometry()
    tops = []
    for key in (Key.Key_Up, Key.Key_Down):
        hand.key(key)
        target = hand.view.board.cards[hand.view.selection.aim or ""].box
        on_screen = hand.view.camera.box_on_screen(target).translated(room.topLeft())
        assert notice.isVisible()
        assert not notice.geometry().intersects(on_screen)
        tops.append(notice.y())
    assert tops[0] > room.center().y() > tops[1]


def test_connecting_by_arrow_keys(hand: Hand) -> None:
    hand.view.select(("s3",))
    hand.view.connect_from_selected()
    assert hand.view.mode_notice.isVisible()
    hand.key(Key.Key_Down)
    assert hand.view.selection.aim == "s2"
    hand.key(Key.Key_Return)
    assert [arrow.target for arrow in hand.pathway.leaving("s3")] == ["s2"]
    assert not hand.view.mode_notice.isVisible()


def test_connecting_by_typing_a_name(hand: Hand) -> None:
    hand.view.select(("s3",))
    hand.view.connect_from_selected()
    QTest.keyClicks(hand.view, "tarpeen")
    assert hand.view.selection.aim == "s1"
    hand.key(Key.Key_Escape)
    assert not hand.pathway.leaving("s3")
    assert hand.view.selection.ids == ("s3",)


def test_typing_narrows_what_one_connects_to(hand: Hand) -> None:
    hand.view.select(("s3",))
    hand.key(Key.Key_C)
    QTest.keyClicks(hand.view, "ho")
    assert hand.view.selection.aim == "s1"
    assert hand.view.mode_notice.text().endswith("Typed: ho, 2 stages; Tab goes to the next.")
    hand.key(Key.Key_Tab)
    assert hand.view.selection.aim == "s2"
    QTest.keyClicks(hand.view, "xx")
    assert not hand.view.selection.state_of("s2").target
    assert "No stage has that in its name." in hand.view.mode_notice.text()
    hand.key(Key.Key_Return)  # joins nothing
    hand.key(Key.Key_Backspace)
    hand.key(Key.Key_Backspace)
    hand.key(Key.Key_Return)
    assert [arrow.target for arrow in hand.pathway.leaving("s3")] == ["s1"]


def test_connecting_needs_a_stage(hand: Hand) -> None:
    hand.view.connect_from_selected()
    assert hand.said[-1] == "Select the stage that the handover leaves from."


def test_connecting_stops_when_its_stage_goes(hand: Hand) -> None:
    hand.view.select(("s3",))
    hand.view.connect_from_selected()
    hand.view.remove_selected()
    assert not hand.view.mode_notice.isVisible()


def test_delete_removes_and_undo_brings_back(hand: Hand) -> None:
    before = hand.pathway
    hand.view.select(("s1",))
    hand.key(Key.Key_Delete)
    assert "s1" not in hand.pathway
    assert hand.view.selection.ids == ()
    assert hand.view.selection.cell is None
    hand.document.undo()
    assert hand.pathway == before


def test_enter_on_a_handover_opens_it(hand: Hand) -> None:
    opened: list[object] = []
    hand.view.activated.connect(opened.append)
    hand.view.select(("h0",))
    hand.key(Key.Key_Return)
    assert opened == ["h0"]


@pytest.mark.parametrize("key", [Key.Key_F2, Key.Key_Return])
def test_keys_rename_in_place(hand: Hand, key: Qt.Key) -> None:
    hand.view.select(("s1",))
    hand.key(key)
    assert hand.written_in().words() == "Hoidon tarpeen arvio"
    hand.write("Arvio")
    hand.key(Key.Key_Return)
    assert hand.pathway["s1"].title == {"fi": "Arvio"}  # type: ignore[union-attr]
    assert hand.view.hasFocus()


def test_a_key_that_is_not_the_boards_goes_on(qtbot: QtBot) -> None:
    hand = shown(qtbot, three_lanes())
    hand.key(Key.Key_F5)
    assert hand.document.next_undo is None
