"""Lanes and phases moved by their headers: what stands on them goes along, seen while dragging."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from designer.ui.canvas.gestures import drag_header
from tests.designer.canvas.conftest import LEFT, NO_KEY, Hand

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


def lead(hand: Hand, name: str, start: str, end: str) -> QPoint:
    strip = getattr(hand.view, name)
    first, last = hand.header(strip, start), hand.header(strip, end)
    QTest.mousePress(strip, LEFT, NO_KEY, first)
    QTest.mouseMove(strip, (first + last) / 2)
    QTest.mouseMove(strip, last)
    return last


@pytest.mark.parametrize(
    ("name", "start", "end", "card"),
    [("lane_headers", "a0", "a1", "s0"), ("phase_headers", "p0", "p1", "s1")],
)
def test_cards_and_arrows_are_seen_to_follow(
    hand: Hand, name: str, start: str, end: str, card: str
) -> None:
    before = hand.view.board
    last = lead(hand, name, start, end)
    seen = hand.view.board
    assert seen.cards[card].box != before.cards[card].box
    assert seen.arrows["h0"].points != before.arrows["h0"].points
    assert hand.document.next_undo is None
    QTest.mouseRelease(getattr(hand.view, name), LEFT, NO_KEY, last)
    assert hand.view.board == seen
    hand.document.undo()
    assert hand.view.board == before
    assert hand.document.next_undo is None


@pytest.mark.parametrize(
    ("name", "start", "end", "key"),
    [
        ("lane_headers", "a0", "a1", Key.Key_Down),
        ("phase_headers", "p0", "p1", Key.Key_Right),
    ],
)
def test_alt_and_arrows_do_the_same(
    hand: Hand, name: str, start: str, end: str, key: Qt.Key
) -> None:
    last = lead(hand, name, start, end)
    QTest.mouseRelease(getattr(hand.view, name), LEFT, NO_KEY, last)
    dragged = hand.pathway
    hand.document.undo()
    hand.view.select((start,))
    hand.key(key, ALT)
    assert hand.pathway == dragged


def test_the_board_does_not_scroll_under_a_dragged_header(hand: Hand) -> None:
    hand.view.resize(1200, 400)
    hand.view.zoom_to(1.6)
    bars = hand.view.horizontalScrollBar(), hand.view.verticalScrollBar()
    for bar in bars:
        bar.setValue(bar.maximum() // 2)
    places = [bar.value() for bar in bars]
    strip = hand.view.lane_headers
    at = hand.header(strip, "a1")
    QTest.mousePress(strip, LEFT, NO_KEY, at)
    QTest.mouseMove(strip, at - QPoint(0, 20))
    QTest.mouseMove(strip, hand.header(strip, "a0") - QPoint(0, 4))
    assert [lane.id for lane in hand.view.board.lanes] == ["a1", "a0", "a2"]
    assert [bar.value() for bar in bars] == places
    assert 0 < places[1] < bars[1].maximum()
    hand.key(Key.Key_Escape)


def test_on_a_very_large_board_a_line_shows_the_place(
    hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drag_header, "LIVE", 0)
    before = hand.view.board
    last = lead(hand, "lane_headers", "a0", "a1")
    assert hand.view.board == before
    seen = hand.view.lane_headers.insertion
    QTest.mouseRelease(hand.view.lane_headers, LEFT, NO_KEY, last)
    assert (seen is None, hand.view.lane_headers.insertion) == (False, None)
    assert [actor.id for actor in hand.pathway.actors] == ["a1", "a0", "a2"]
