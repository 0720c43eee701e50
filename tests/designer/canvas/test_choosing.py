"""Selecting many: on from the last one by Shift and arrows, or all that belong together."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from model.pathway import Pathway
from tests.designer.canvas.conftest import Hand, shown
from tests.pathways import At, build

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def row() -> Pathway:
    """Return two lanes and two phases: s0 s1 in a row, s2 below s0, s3 in the other phase."""
    return build(
        phases=("Arvio", "Hoito"),
        actors=("Asiakas", "Sote-keskus"),
        stages=(At("Yksi"), At("Kaksi", column=1), At("Kolme", 1), At("Neljä", 0, 1)),
    )


@pytest.fixture
def hand(qtbot: QtBot) -> Hand:
    return shown(qtbot, row())


def chosen(hand: Hand) -> tuple[str, ...]:
    return hand.view.selection.ids


def test_shift_and_arrows_take_in_the_neighbours_and_leave_them_on_the_way_back(
    hand: Hand,
) -> None:
    hand.view.select(("s0",))
    hand.key(Key.Key_Right, SHIFT)
    assert chosen(hand) == ("s0", "s1")
    hand.key(Key.Key_Right, SHIFT)
    assert chosen(hand) == ("s0", "s1", "s3")
    hand.key(Key.Key_Left, SHIFT)
    hand.key(Key.Key_Left, SHIFT)
    assert chosen(hand) == ("s0",)
    hand.key(Key.Key_Down, SHIFT)
    assert chosen(hand) == ("s0", "s2")


def test_shift_and_arrows_go_from_header_to_header(hand: Hand) -> None:
    hand.view.select(("a0",))
    hand.key(Key.Key_Down, SHIFT)
    hand.key(Key.Key_Down, SHIFT)
    assert chosen(hand) == ("a0", "a1")
    hand.view.select(("p1",))
    hand.key(Key.Key_Left, SHIFT)
    assert chosen(hand) == ("p1", "p0")


def test_with_nothing_selected_there_is_nothing_to_go_on_from(hand: Hand) -> None:
    hand.key(Key.Key_Right, SHIFT)
    assert chosen(hand) == ()


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Select the stages of this actor", {"s0", "s1", "s3"}),
        ("Select the stages of this phase", {"s0", "s1", "s2"}),
    ],
)
def test_the_menu_of_a_card_selects_all_of_its_lane_or_phase(
    hand: Hand, words: str, expected: set[str]
) -> None:
    menu = hand.open_menu(hand.card("s0"))
    next(entry for entry in menu.actions() if entry.text() == words).trigger()
    menu.close()
    assert set(chosen(hand)) == expected


def test_ctrl_and_a_click_take_headers_in_and_out(hand: Hand) -> None:
    strip = hand.view.lane_headers
    for id in ("a0", "a1", "a0"):
        QTest.mouseClick(
            strip,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.ControlModifier,
            hand.header(strip, id),
        )
    assert chosen(hand) == ("a1",)
