"""Folding lanes and phases: by key, chevron and menu; whatever is looked for unfolds them."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from designer.ui.canvas import folding
from designer.ui.canvas.header_strip import HeaderStrip
from model.codes import Severity
from tests.designer.canvas.conftest import LEFT, NO_KEY, Hand

Key = Qt.Key
STRIPS = [("lane_headers", "a1"), ("phase_headers", "p0")]


def strip_of(hand: Hand, name: str) -> HeaderStrip:
    strip: HeaderStrip = getattr(hand.view, name)
    return strip


def chevron(strip: HeaderStrip, id: str) -> QPoint:
    return strip.chevron_of(id).center().toPoint()


def folded(hand: Hand) -> set[str]:
    """Return what the board draws folded."""
    board = hand.view.board
    lanes = {str(lane.id) for lane in board.lanes if lane.folded}
    return lanes | {str(phase.id) for phase in board.phases if phase.folded}


@pytest.mark.parametrize("id", ["a1", "p0"])
def test_f_folds_what_is_selected_and_unfolds_it_exactly(hand: Hand, id: str) -> None:
    before = hand.view.board
    hand.view.select((id,))
    hand.key(Key.Key_F)
    assert folded(hand) == {id}
    assert "Press F to unfold" in hand.said[-1]
    hand.key(Key.Key_F)
    assert hand.view.board == before
    assert hand.document.next_undo is None


def test_what_is_folded_inside_stays_so(hand: Hand) -> None:
    hand.view.select(("a1",))
    hand.key(Key.Key_F)
    hand.view.select(("p0",))
    hand.key(Key.Key_F)
    hand.key(Key.Key_F)
    assert folded(hand) == {"a1"}


def test_f_on_a_stage_says_what_to_select(hand: Hand) -> None:
    hand.view.select(("s1",))
    hand.key(Key.Key_F)
    assert folded(hand) == set()
    assert "Select the name" in hand.said[-1]


@pytest.mark.parametrize(("name", "id"), STRIPS)
def test_the_chevron_folds_and_unfolds(hand: Hand, name: str, id: str) -> None:
    strip = strip_of(hand, name)
    place = strip.chevron_of(id)
    assert min(place.width(), place.height()) >= 20
    QTest.mouseClick(strip, LEFT, NO_KEY, chevron(strip, id))
    assert folded(hand) == {id}
    assert hand.view.selection.ids == ()
    QTest.mouseClick(strip, LEFT, NO_KEY, chevron(strip, id))
    assert folded(hand) == set()


@pytest.mark.parametrize(("name", "id"), STRIPS)
def test_a_second_fast_click_on_the_chevron_renames_nothing(hand: Hand, name: str, id: str) -> None:
    strip = strip_of(hand, name)
    QTest.mouseDClick(strip, LEFT, NO_KEY, chevron(strip, id))
    assert hand.editor() is None


def test_a_press_on_the_chevron_that_is_led_away_does_nothing(hand: Hand) -> None:
    strip = strip_of(hand, "lane_headers")
    at = chevron(strip, "a1")
    QTest.mousePress(strip, LEFT, NO_KEY, at)
    QTest.mouseMove(strip, at - QPoint(60, 0))
    QTest.mouseRelease(strip, LEFT, NO_KEY, at - QPoint(60, 0))
    assert folded(hand) == set()


def test_chevrons_of_neighbours_and_badges_do_not_meet(hand: Hand) -> None:
    hand.view.set_findings({"a1": (Severity.ERROR, 3), "p0": (Severity.WARNING, 1)})
    for zoom in (0.3, 0.6, 1.0, 2.0):
        hand.view.zoom_to(zoom)
        for name, id in STRIPS:
            strip = strip_of(hand, name)
            seen = strip.box_of(id).intersected(QRectF(strip.rect()))
            badge = seen.topRight() + QPointF(-12, 12)
            assert not strip.chevron_of(id).adjusted(4, 4, -4, -4).contains(badge)


def test_what_is_looked_for_is_unfolded(hand: Hand) -> None:
    for id in ("a1", "p1", "a0"):
        folding.toggle(hand.view, (id,))
    hand.view.reveal("s2")  # in a1 and p1
    assert folded(hand) == {"a0"}
    hand.view.select_and_show("h0")  # from a0
    assert folded(hand) == set()


def test_a_header_that_is_looked_for_stays_folded(hand: Hand) -> None:
    folding.toggle(hand.view, ("a1",))
    hand.view.reveal("a1")
    assert folded(hand) == {"a1"}


def test_shift_and_arrows_pass_over_folded_cards(hand: Hand) -> None:
    folding.toggle(hand.view, ("a1",))
    hand.view.select(("s0",))
    hand.key(Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert hand.view.selection.ids == ("s0", "s3")


def test_the_menu_of_a_header_folds_and_of_the_board_unfolds_all(hand: Hand) -> None:
    strip = hand.view.lane_headers
    hand.view.select(("a1",))
    _choose(strip, strip.box_of("a1").center().toPoint(), "Fold")
    assert folded(hand) == {"a1"}
    folding.toggle(hand.view, ("p0",))
    _choose(strip, strip.box_of("a1").center().toPoint(), "Unfold all")
    assert folded(hand) == set()


def test_a_removed_lane_is_no_longer_folded(hand: Hand) -> None:
    folding.toggle(hand.view, ("a2",))
    hand.view.select(("a2",))
    hand.key(Key.Key_Delete)
    folding.toggle(hand.view, ("a0",))
    assert hand.view.shown.folded == {"a0"}


def _choose(strip: QWidget, at: QPoint, words: str) -> None:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, strip.mapToGlobal(at))
    QApplication.sendEvent(strip, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(entry for entry in menu.actions() if entry.text() == words).trigger()
    menu.close()
