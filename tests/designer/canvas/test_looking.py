"""Zoom, scrolling and the frozen headers."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from designer.ui.canvas.camera import LARGEST, LEGIBLE, SMALLEST
from designer.ui.canvas.tips import words_at
from model import edits
from model.layout.geometry import Point
from model.pathway import Pathway
from tests.designer.canvas.conftest import Hand, shown, three_lanes
from tests.pathways import At, build


def turn(widget: QWidget, at: QPoint, notches: QPoint, keys: Qt.KeyboardModifier) -> None:
    event = QWheelEvent(
        QPointF(at),
        QPointF(widget.mapToGlobal(at)),
        QPoint(),
        notches * 120,
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's own signature
    )
    QApplication.sendEvent(widget, event)


@pytest.fixture
def wide(qtbot: QtBot) -> Hand:
    """Show a board at 100 %, larger than its view."""
    hand = shown(qtbot, grid(lanes=8, phases=6), 900, 600)
    hand.view.zoom_to(1)
    hand.view.camera.scroll_to_start()
    return hand


def grid(lanes: int, phases: int) -> Pathway:
    return build(
        phases=[f"Päävaihe {n}" for n in range(phases)],
        actors=[f"Toimija {n}" for n in range(lanes)],
        stages=[At(f"Vaihe {n}", actor=n % lanes, phase=n % phases) for n in range(24)],
    )


def is_seen_whole(hand: Hand) -> bool:
    return hand.view.camera.visible().contains(hand.view.sceneRect().adjusted(1, 1, -1, -1))


def is_at_start(hand: Hand) -> bool:
    camera = hand.view.camera
    return not camera.has_scrolled_right and not camera.has_scrolled_down


@pytest.mark.parametrize("size", [(1400, 900), (1700, 1000)])
def test_a_board_that_is_legible_as_a_whole_opens_whole(
    qtbot: QtBot, size: tuple[int, int]
) -> None:
    hand = shown(qtbot, grid(lanes=8, phases=6), *size)
    assert LEGIBLE <= hand.view.camera.zoom <= 1
    assert is_seen_whole(hand)


def test_a_wide_board_opens_with_all_its_lanes_at_its_start(qtbot: QtBot) -> None:
    hand = shown(qtbot, grid(lanes=5, phases=12), 900, 480)
    assert LEGIBLE < hand.view.camera.zoom < 1
    assert hand.view.verticalScrollBar().maximum() == hand.view.verticalScrollBar().minimum()
    assert not is_seen_whole(hand)
    assert is_at_start(hand)


def test_a_large_board_opens_legible_at_its_start(qtbot: QtBot) -> None:
    hand = shown(qtbot, grid(lanes=12, phases=12), 900, 600)
    assert hand.view.camera.zoom == LEGIBLE
    assert is_at_start(hand)


def test_the_opening_follows_the_views_size_until_one_does_something(qtbot: QtBot) -> None:
    hand = shown(qtbot, grid(lanes=8, phases=6), 900, 600)
    hand.view.resize(1700, 1000)
    assert is_seen_whole(hand)
    zoom = hand.view.camera.zoom
    hand.document.do(edits.rename(hand.pathway, "s0", "fi", "Muu"))
    hand.view.resize(900, 600)
    assert hand.view.camera.zoom == zoom


def test_what_one_points_at_is_no_longer_the_opening(qtbot: QtBot) -> None:
    hand = shown(qtbot, grid(lanes=8, phases=6), 1700, 1000)
    zoom = hand.view.camera.zoom
    hand.click(hand.card("s0"))
    hand.view.resize(900, 600)
    assert hand.view.camera.zoom == zoom


def test_the_start_stays_in_sight_while_the_board_grows(qtbot: QtBot) -> None:
    hand = shown(qtbot, three_lanes())
    hand.view.select(("h0",))
    start = hand.card("s0")
    condition = edits.update(hand.pathway, "h0", condition={"fi": "Tarvitaan hoidon arvio pian"})
    hand.document.do(condition)
    assert hand.card("s0").x() == start.x()
    assert is_at_start(hand)


def test_a_card_that_is_moved_is_seen_to_move(wide: Hand) -> None:
    wide.view.camera.scroll_by(30, 0)
    wide.view.select(("s1",))
    other, moved = wide.card("s2"), wide.card("s1")
    wide.key(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert wide.card("s2") == other
    assert wide.card("s1").x() > moved.x()


def test_control_and_wheel_zoom_around_the_pointer(wide: Hand) -> None:
    told: list[float] = []
    wide.view.zoom_changed.connect(told.append)
    wide.view.camera.scroll_to(300, 200)
    at = QPoint(400, 250)
    before = wide.view.camera.to_board(at)
    turn(wide.view.viewport(), at, QPoint(0, 1), Qt.KeyboardModifier.ControlModifier)
    assert told == [pytest.approx(1.2)]
    # The headers have grown: the place stays under the pointer, not at the viewport's pixel.
    moved = wide.view.viewport().pos() - QPoint(
        round(wide.view.board_scene.corner.x), round(wide.view.board_scene.corner.y)
    )
    after = wide.view.camera.to_board(at - moved)
    assert after.x == pytest.approx(before.x, abs=1.5)
    assert after.y == pytest.approx(before.y, abs=1.5)


def test_a_plain_wheel_scrolls_down_and_with_shift_sideways(wide: Hand) -> None:
    view = wide.view
    across, down = view.horizontalScrollBar(), view.verticalScrollBar()
    turn(view.viewport(), QPoint(400, 250), QPoint(0, -1), Qt.KeyboardModifier.NoModifier)
    assert (across.value() - across.minimum(), down.value() - down.minimum()) == (0, 60)
    turn(view.viewport(), QPoint(400, 250), QPoint(0, -1), Qt.KeyboardModifier.ShiftModifier)
    assert (across.value() - across.minimum(), down.value() - down.minimum()) == (60, 60)
    turn(view.lane_headers, QPoint(20, 250), QPoint(0, 1), Qt.KeyboardModifier.NoModifier)
    assert down.value() == down.minimum()


def test_pinching_zooms(wide: Hand) -> None:
    at = QPointF(300, 200)
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        at,
        at,
        at,
        0.5,
        QPointF(),
    )
    QApplication.sendEvent(wide.view.viewport(), event)
    assert wide.view.camera.zoom == pytest.approx(1.5)


def test_zoom_has_ends(wide: Hand) -> None:
    for _ in range(30):
        wide.view.zoom_in()
    assert wide.view.camera.zoom == LARGEST
    for _ in range(60):
        wide.view.zoom_out()
    assert wide.view.camera.zoom == SMALLEST


def test_fit_shows_the_whole_board(wide: Hand) -> None:
    wide.view.fit()
    view = wide.view
    assert view.camera.zoom < 1
    assert view.horizontalScrollBar().maximum() == 0
    assert view.verticalScrollBar().maximum() == 0
    assert view.camera.visible().contains(view.sceneRect().adjusted(1, 1, -1, -1))


def test_fit_does_not_blow_a_small_board_up(hand: Hand) -> None:
    hand.view.fit()
    assert hand.view.camera.zoom == 1


def test_headers_stay_while_the_board_scrolls(wide: Hand) -> None:
    view = wide.view
    lanes, phases = view.lane_headers.geometry(), view.phase_headers.geometry()
    first_lane = view.lane_headers.box_of("a0")
    view.camera.scroll_by(400, 150)
    assert view.lane_headers.geometry() == lanes
    assert view.phase_headers.geometry() == phases
    assert view.lane_headers.box_of("a0") == first_lane.translated(0, -150)
    for id in ("a2", "a5"):
        lane = next(lane for lane in view.board.lanes if lane.id == id)
        assert view.lane_headers.box_of(id).top() == pytest.approx(
            view.camera.to_view(Point(0, lane.strip.y)).y()
        )


def test_headers_never_cover_the_board(wide: Hand) -> None:
    for zoom in (0.1, 0.5, 1.0, 2.5):
        wide.view.zoom_to(zoom)
        room = wide.view.viewport().geometry()
        assert not wide.view.lane_headers.geometry().intersects(room)
        assert not wide.view.phase_headers.geometry().intersects(room)


@pytest.mark.parametrize("zoom", [0.15, 0.35, 1.0, 3.0])
def test_every_zoom_paints_without_complaint(wide: Hand, zoom: float) -> None:
    wide.view.select(("s0", "s1"))
    wide.view.zoom_to(zoom)
    picture = wide.view.grab().toImage()
    colours = {
        picture.pixel(x, y)
        for x in range(0, picture.width(), 7)
        for y in range(0, picture.height(), 7)
    }
    assert len(colours) > 2


def test_a_gesture_at_the_edge_scrolls(wide: Hand, qtbot: QtBot) -> None:
    across = wide.view.horizontalScrollBar()
    edge = QPoint(wide.view.viewport().width() - 5, 300)
    before = across.value()
    wide.lead(wide.card("s0"), edge)
    qtbot.waitUntil(lambda: across.value() > before + 30)
    wide.key(Qt.Key.Key_Escape)
    assert wide.document.next_undo is None


@pytest.mark.qt_log_ignore("This plugin does not support")  # said offscreen of every tip
def test_tips_say_what_is_too_small_to_read(hand: Hand) -> None:
    hand.document.do(edits.rename(hand.pathway, "s1", "fi", "<b>Arvio</b>"))
    assert words_at(hand.view, QPointF(hand.card("s1"))) == ""
    hand.view.zoom_to(0.4)
    at = hand.card("s1")
    assert words_at(hand.view, QPointF(at)).startswith("Stage “<b>Arvio</b>”")
    event = QHelpEvent(QEvent.Type.ToolTip, at, hand.view.viewport().mapToGlobal(at))
    QApplication.sendEvent(hand.view.viewport(), event)
    assert "&lt;b&gt;Arvio" in QToolTip.text()
    QToolTip.hideText()


def test_what_is_undone_out_of_sight_is_brought_into_sight(wide: Hand) -> None:
    wide.view.zoom_to(2)
    wide.view.reveal("s23")
    wide.document.do(edits.rename(wide.pathway, "s23", "fi", "Muu"))
    wide.view.camera.scroll_to_start()
    assert not wide.view.camera.visible().contains(
        QPointF(*wide.view.board.cards["s23"].box.centre)
    )
    wide.document.undo()
    assert wide.view.camera.visible().contains(QPointF(*wide.view.board.cards["s23"].box.centre))


def test_the_pointer_leaving_takes_the_handle_away(hand: Hand) -> None:
    hand.move(hand.card("s3"))
    assert hand.view.hover.id == "s3"
    QApplication.sendEvent(hand.view.viewport(), QEvent(QEvent.Type.Leave))
    assert hand.view.hover.id is None
