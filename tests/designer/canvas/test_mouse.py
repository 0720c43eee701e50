"""Each gesture of the mouse: its preview, its one edit, its undo, and Esc."""

from itertools import pairwise
from math import dist

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from designer.ui.canvas import BoardView
from model import edits
from model.document import Document
from model.records import Actor, Handover, Phase, Stage
from tests.designer.canvas.conftest import LEFT, NO_KEY, Hand, shown
from tests.pathways import At, build

# The offscreen platform says so of every menu that opens.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_a_click_selects_and_says_where_one_is(hand: Hand) -> None:
    told: list[object] = []
    hand.view.selected.connect(told.append)
    hand.click(hand.card("s1"))
    assert hand.said[-1] == (
        "Stage “Hoidon tarpeen arvio”, actor Sote-keskus, phase Arvio; next: Hoito (tarve hoidolle)"
    )
    assert hand.view.accessibleDescription() == hand.said[-1]
    hand.key(Qt.Key.Key_Escape)
    assert told == [("s1",), ()]


def test_control_click_adds_and_takes_away(hand: Hand) -> None:
    told: list[object] = []
    hand.view.selected.connect(told.append)
    hand.click(hand.card("s0"))
    hand.click(hand.card("s1"), CONTROL)
    hand.click(hand.card("s0"), CONTROL)
    assert told == [("s0",), ("s0", "s1"), ("s1",)]


def test_a_band_on_the_empty_board_selects_cards(hand: Hand) -> None:
    end = hand.card("s1") + QPoint(5, 5)
    hand.drag(hand.at(hand.view.board_scene.corner.x + 2, hand.view.board_scene.corner.y + 2), end)
    assert set(hand.view.selection.ids) == {"s0", "s1"}
    hand.lead(hand.cell("a2", "p0", 0), hand.cell("a2", "p1", 0))
    hand.key(Qt.Key.Key_Escape)
    assert set(hand.view.selection.ids) == {"s0", "s1"}


def test_dragging_a_card_moves_it_to_the_cell(hand: Hand) -> None:
    hand.drag(hand.card("s3"), hand.cell("a2", "p0", 1))
    assert hand.cell_of("s3") == ("a2", "p0", 1)
    hand.document.undo()
    assert hand.cell_of("s3") == ("a0", "p1", 0)


def test_a_drag_is_preview_until_released_and_escape_drops_it(hand: Hand) -> None:
    before, items = hand.pathway, len(hand.view.board_scene.items())
    hand.lead(hand.card("s3"), hand.cell("a2", "p0", 1))
    assert hand.pathway is before
    assert len(hand.view.board_scene.items()) > items - 1
    hand.key(Qt.Key.Key_Escape)
    hand.release(hand.cell("a2", "p0", 1))
    assert hand.pathway is before
    assert hand.document.next_undo is None


def test_a_tremble_is_not_a_drag(hand: Hand) -> None:
    start = hand.card("s3")
    hand.drag(start, start + QPoint(2, 2))
    assert hand.document.next_undo is None


def test_selected_cards_move_together_in_one_step(hand: Hand) -> None:
    hand.click(hand.card("s0"))
    hand.click(hand.card("s1"), CONTROL)
    hand.drag(hand.card("s1"), hand.cell("a2", "p1", 0))
    assert hand.cell_of("s1") == ("a2", "p1", 0)
    assert hand.cell_of("s0") == ("a1", "p0", 1)
    assert hand.view.selection.ids == ("s0", "s1")
    hand.document.undo()
    assert (hand.cell_of("s0"), hand.cell_of("s1")) == (("a0", "p0", 0), ("a1", "p0", 1))


def test_a_card_is_dragged_above_another_of_its_cell(qtbot: QtBot) -> None:
    stages = (At("Ylin"), At("Keskimmäinen"), At("Alin"))
    hand = shown(qtbot, build(phases=("Arvio",), actors=("Asiakas",), stages=stages))
    hand.drag(hand.card("s2"), hand.card("s1") - QPoint(0, 20))
    assert [stage.id for stage in hand.pathway.in_cell("a0", "p0", 0)] == ["s0", "s2", "s1"]
    hand.drag(hand.card("s0"), hand.card("s1") + QPoint(0, 20))
    assert [stage.id for stage in hand.pathway.in_cell("a0", "p0", 0)] == ["s2", "s1", "s0"]
    before = hand.pathway
    hand.drag(hand.card("s0"), hand.card("s0") + QPoint(0, 15))
    assert hand.pathway is before


def test_a_drag_says_where_it_would_go(hand: Hand) -> None:
    hand.lead(hand.card("s3"), hand.cell("a2", "p0", 1))
    assert hand.said[-1] == "Move to: Järjestö, Arvio, column 2"
    assert hand.view.selection.state_of("s3").dimmed
    hand.key(Qt.Key.Key_Escape)
    assert not hand.view.selection.state_of("s3").dimmed


def test_right_of_the_last_card_column_a_new_column_opens(hand: Hand) -> None:
    lane = next(lane for lane in hand.view.board.lanes if lane.id == "a2")
    hand.drag(hand.card("s3"), hand.at(hand.view.board.width + 8, lane.strip.centre.y))
    assert hand.cell_of("s3") == ("a2", "p1", 1)
    right_of_s1 = hand.view.board.cards["s1"].box.right + 10
    hand.drag(hand.card("s3"), hand.at(right_of_s1, lane.strip.centre.y))
    assert hand.cell_of("s3") == ("a2", "p0", 2)


def test_a_drop_beside_the_board_changes_nothing(hand: Hand) -> None:
    hand.drag(hand.card("s3"), hand.at(300, hand.view.board.height + 20))
    assert hand.document.next_undo is None


def test_an_arrow_is_drawn_from_the_handle(hand: Hand) -> None:
    hand.move(hand.card("s3"))
    hand.drag(hand.handle("s3"), hand.card("s2"))
    (arrow,) = hand.pathway.leaving("s3")
    assert arrow.target == "s2"
    assert hand.view.selection.ids == (arrow.id,)
    hand.document.undo()
    assert not hand.pathway.leaving("s3")


def test_joining_twice_is_refused_in_words(hand: Hand) -> None:
    hand.move(hand.card("s0"))
    hand.drag(hand.handle("s0"), hand.card("s1"))
    assert len(hand.pathway.leaving("s0")) == 1
    assert "These stages are joined already." in hand.said


def test_an_arrow_dropped_on_an_empty_cell_makes_a_stage_there(hand: Hand) -> None:
    hand.move(hand.card("s3"))
    hand.drag(hand.handle("s3"), hand.cell("a2", "p1", 0))
    assert hand.document.next_undo is None
    hand.write("Vertaistuki")
    hand.key(Qt.Key.Key_Return)
    (arrow,) = hand.pathway.leaving("s3")
    made = hand.pathway[arrow.target]
    assert isinstance(made, Stage)
    assert (made.title, made.actor, made.phase) == ({"fi": "Vertaistuki"}, "a2", "p1")
    hand.document.undo()
    assert len(hand.pathway.stages) == 4
    assert hand.document.next_undo is None


def test_escape_drops_an_arrow_being_drawn(hand: Hand) -> None:
    hand.move(hand.card("s3"))
    hand.lead(hand.handle("s3"), hand.card("s2"))
    assert hand.view.selection.aim == "s2"
    hand.key(Qt.Key.Key_Escape)
    hand.release(hand.card("s2"))
    assert not hand.pathway.leaving("s3")
    assert hand.view.selection.aim is None


@pytest.mark.parametrize(("end", "source", "target"), [(-1, "s0", "s3"), (0, "s3", "s1")])
def test_an_arrows_ends_can_be_led_elsewhere(
    hand: Hand, end: int, source: str, target: str
) -> None:
    hand.view.select(("h0",))
    hand.drag(hand.at(*hand.view.board.arrows["h0"].points[end]), hand.card("s3"))
    arrow = hand.pathway.find(Handover, "h0")
    assert arrow is not None
    assert (arrow.source, arrow.target) == (source, target)
    hand.document.undo()
    assert hand.pathway.find(Handover, "h0") == Handover(id="h0", source="s0", target="s1")


def test_a_line_is_selected_by_a_click_near_it(hand: Hand) -> None:
    points = hand.view.board.arrows["h0"].points
    start, end = max(pairwise(points), key=lambda part: dist(*part))
    hand.click(hand.at((start.x + end.x) / 2 + 3, (start.y + end.y) / 2 + 3))
    assert hand.view.selection.ids == ("h0",)
    opened: list[object] = []
    hand.view.activated.connect(opened.append)
    label = hand.view.board.arrows["h1"].label
    assert label is not None
    hand.double_click(hand.at(*label.box.centre))
    assert opened == ["h1"]


def test_dragging_a_lanes_header_reorders_lanes(hand: Hand) -> None:
    strip = hand.view.lane_headers
    first, last = hand.header(strip, "a0"), hand.header(strip, "a2")
    hand.drag_header(strip, first, last + QPoint(0, 8))
    assert [actor.id for actor in hand.pathway.actors] == ["a1", "a2", "a0"]
    hand.document.undo()
    assert [actor.id for actor in hand.pathway.actors] == ["a0", "a1", "a2"]
    hand.drag_header(strip, last, first - QPoint(0, 8))
    assert [actor.id for actor in hand.pathway.actors] == ["a2", "a0", "a1"]


def test_dragging_a_phases_header_reorders_phases(hand: Hand) -> None:
    strip = hand.view.phase_headers
    first, last = hand.header(strip, "p0"), hand.header(strip, "p1")
    hand.drag_header(strip, first, last + QPoint(20, 0))
    assert [phase.id for phase in hand.pathway.phases] == ["p1", "p0"]


def test_escape_drops_a_header_being_dragged(hand: Hand) -> None:
    strip = hand.view.lane_headers
    first, last = hand.header(strip, "a0"), hand.header(strip, "a2")
    QTest.mousePress(strip, LEFT, NO_KEY, first)
    QTest.mouseMove(strip, last)
    QTest.mouseMove(strip, last + QPoint(0, 8))
    assert [lane.id for lane in hand.view.board.lanes] == ["a1", "a2", "a0"]
    hand.key(Qt.Key.Key_Escape)
    QTest.mouseRelease(strip, LEFT, NO_KEY, last)
    assert [lane.id for lane in hand.view.board.lanes] == ["a0", "a1", "a2"]
    assert hand.document.next_undo is None


@pytest.mark.parametrize(("strip", "id"), [("lane_headers", "a1"), ("phase_headers", "p1")])
def test_a_double_click_on_a_header_renames(hand: Hand, strip: str, id: str) -> None:
    headers = getattr(hand.view, strip)
    QTest.mouseDClick(headers, LEFT, NO_KEY, hand.header(headers, id))
    hand.write("Uusi nimi")
    hand.key(Qt.Key.Key_Return)
    record = hand.pathway[id]
    assert isinstance(record, Actor | Phase)
    assert (record.name if isinstance(record, Actor) else record.title) == {"fi": "Uusi nimi"}


def test_a_double_click_on_an_empty_cell_adds_a_stage_there(hand: Hand) -> None:
    before = {id: card.box for id, card in hand.view.board.cards.items()}
    hand.double_click(hand.cell("a2", "p0", 0))
    hand.write("Ryhmä")
    hand.key(Qt.Key.Key_Return)
    made = next(stage for stage in hand.pathway.stages if stage.actor == "a2")
    assert (made.phase, made.column, made.title) == ("p0", 0, {"fi": "Ryhmä"})
    after = {id: hand.view.board.cards[id].box for id in before}
    assert after == before
    hand.document.undo()
    assert len(hand.pathway.stages) == 4


def test_the_middle_button_and_space_move_the_board(hand: Hand) -> None:
    hand.view.zoom_to(3)
    hand.view.camera.scroll_to_start()
    across = hand.view.horizontalScrollBar()
    start, end = QPoint(600, 300), QPoint(500, 300)
    before = across.value()
    hand.drag(start, end, Qt.MouseButton.MiddleButton)
    assert across.value() == before + 100
    QTest.keyPress(hand.view, Qt.Key.Key_Space)
    hand.drag(start, end)
    QTest.keyRelease(hand.view, Qt.Key.Key_Space)
    assert across.value() == before + 200
    assert hand.document.next_undo is None


def test_a_right_click_offers_what_fits_the_place(hand: Hand) -> None:
    menu = hand.open_menu(hand.card("s1"))
    assert hand.view.selection.ids == ("s1",)
    assert [action.text() for action in menu.actions()][:3] == [
        "Rename",
        "Add a stage after this",
        "Connect to another stage…",
    ]
    menu.actions()[0].trigger()
    menu.close()
    assert hand.written_in().words() == "Hoidon tarpeen arvio"
    hand.key(Qt.Key.Key_Escape)
    menu = hand.open_menu(hand.cell("a2", "p1", 0))
    assert hand.view.selection.cell == ("a2", "p1", 0)
    menu.actions()[0].trigger()
    menu.close()
    hand.write("Ryhma")
    hand.key(Qt.Key.Key_Return)
    assert hand.pathway.in_cell("a2", "p1", 0)


def test_the_menu_removes(hand: Hand) -> None:
    menu = hand.open_menu(hand.card("s1"))
    menu.actions()[-1].trigger()
    menu.close()
    assert [stage.id for stage in hand.pathway.stages] == ["s0", "s3", "s2"]
    assert not hand.pathway.handovers


@pytest.mark.parametrize("ending", ["escape", "release"])
@pytest.mark.parametrize("gesture", ["card", "arrow", "end", "band"])
def test_a_gesture_leaves_no_preview_behind(
    hand: Hand, qtbot: QtBot, gesture: str, ending: str
) -> None:
    empty = hand.at(hand.view.board.width - 4, hand.view.board.height - 4)
    starts = {"card": hand.card("s3"), "arrow": hand.handle("s3"), "band": empty}
    if gesture == "end":
        hand.view.select(("h0",))
        starts["end"] = hand.at(*hand.view.board.arrows["h0"].points[-1])
    hand.move(hand.card("s3"))
    hand.lead(starts[gesture], hand.card("s2"))
    if ending == "escape":
        hand.key(Qt.Key.Key_Escape)
    hand.release(hand.card("s2"))
    hand.view.escape()
    hand.view.hover.leave()
    fresh = BoardView(Document(hand.pathway), "fi")
    qtbot.addWidget(fresh)
    assert len(hand.view.board_scene.items()) == len(fresh.board_scene.items())


def test_a_change_from_elsewhere_ends_the_drag(hand: Hand) -> None:
    hand.lead(hand.card("s3"), hand.cell("a2", "p0", 1))
    hand.document.merge(edits.remove(hand.pathway, ("s3",)))
    assert not hand.view.pointer.is_busy
    hand.release(hand.cell("a2", "p0", 1))
    assert hand.document.next_undo is None
    assert "s3" not in hand.pathway
