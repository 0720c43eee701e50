"""The cards for screen readers: what is told of them, and that nothing breaks when they go."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from pytestqt.qtbot import QtBot

from designer.ui.canvas import BoardView, accessible
from designer.ui.canvas.accessible import CardInterface, Press
from model import edits
from tests.designer.canvas.conftest import Hand, shown
from tests.designer.canvas.test_walking import branching

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description
ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def heard() -> Iterator[None]:
    accessible.install(BoardView)
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def hand(qtbot: QtBot) -> Hand:
    return shown(qtbot, branching())


def board(hand: Hand) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(hand.view)


def cards(hand: Hand) -> list[CardInterface]:
    children = [board(hand).child(place) for place in range(board(hand).childCount())]
    return [child for child in children if isinstance(child, CardInterface)]


def card(hand: Hand, id: str) -> CardInterface:
    return next(card for card in cards(hand) if card.id == id)


def test_the_cards_are_a_list_in_reading_order(hand: Hand) -> None:
    assert board(hand).role() == QAccessible.Role.List
    assert board(hand).text(NAME) == "Board"
    assert [card.text(NAME) for card in cards(hand)] == [
        "Soitto",
        "Arvio",
        "Omahoito",
        "Hoito",
        "Kiirehoito",
    ]
    for place, found in enumerate(cards(hand)):
        assert found.role() == QAccessible.Role.ListItem
        assert found.parent() is board(hand)
        assert board(hand).indexOfChild(found) == place


def test_a_card_says_where_it_is_and_what_follows(hand: Hand) -> None:
    assert card(hand, "s1").text(DESCRIPTION) == (
        "Actor Sote-keskus, phase Arvio; next: 1 Hoito, 2 Kiirehoito (oireet pahenevat)"
    )
    assert card(hand, "s2").text(DESCRIPTION).endswith("; nothing follows")


def test_a_card_is_where_it_is_seen(hand: Hand) -> None:
    seen = card(hand, "s1")
    middle = hand.view.viewport().mapToGlobal(hand.card("s1"))
    assert seen.rect().contains(middle)
    assert board(hand).childAt(middle.x(), middle.y()) is seen
    hand.view.camera.zoom_to(4)
    hand.view.camera.scroll_to_start()
    assert card(hand, "s4").state().offscreen
    assert not card(hand, "s0").state().offscreen
    outside = hand.view.mapToGlobal(QPoint(-50, -50))
    assert not isinstance(board(hand).childAt(outside.x(), outside.y()), CardInterface)


def test_selection_and_focus_are_told(hand: Hand) -> None:
    hand.view.select(("s0", "s1"))
    assert [found.id for found in cards(hand) if found.state().selected] == ["s0", "s1"]
    assert [found.id for found in cards(hand) if found.state().focused] == ["s1"]
    assert board(hand).focusChild() is card(hand, "s1")
    hand.view.clearFocus()
    assert not card(hand, "s1").state().focused


def test_a_card_that_gets_the_keys_is_read_once(hand: Hand) -> None:
    hand.view.select(("s1",))
    assert not accessible.move_focus(hand.view)  # told already, by selecting it
    hand.view.select(("h0",))
    assert not accessible.move_focus(hand.view)
    assert hand.said[-1].startswith("Handover")


def test_pressing_selects_the_card(hand: Hand) -> None:
    hand.view.clearFocus()
    press = Press(hand.view, "s3")
    press.doAction("unknown")
    assert not hand.view.selection.ids
    press.doAction(QAccessibleActionInterface.pressAction())
    assert hand.view.selection.ids == ("s3",)
    assert hand.view.hasFocus()


def test_a_removed_card_is_invalid_until_undo_brings_it_back(hand: Hand) -> None:
    removed = card(hand, "s1")
    hand.document.do(edits.remove(hand.pathway, ["s1"]))
    assert not removed.isValid()
    assert removed.text(NAME) == ""
    assert removed.rect().isEmpty()
    assert removed.state().invalid
    assert board(hand).indexOfChild(removed) == -1
    assert len(cards(hand)) == 4
    hand.document.undo()
    assert card(hand, "s1") is removed
    assert removed.text(NAME) == "Arvio"


def test_the_boards_own_widgets_stay_within_reach(hand: Hand) -> None:
    children = [board(hand).child(place) for place in range(board(hand).childCount())]
    widgets = [child for child in children if not isinstance(child, CardInterface)]
    assert any(child.object() is hand.view.viewport() for child in widgets)
    for child in widgets:
        assert board(hand).child(board(hand).indexOfChild(child)) is not None


def test_ten_thousand_questions_while_cards_come_and_go(hand: Hand) -> None:
    for round_ in range(50):
        hand.document.do(edits.remove(hand.pathway, ["s2"]))
        hand.document.undo()
        for number in range(40):
            found = board(hand).child(number % 5)
            assert found.text(NAME)
            assert found.text(DESCRIPTION)
            assert found.parent() is board(hand)
            assert not found.rect().isEmpty()
            assert QAccessible.accessibleInterface(QAccessible.uniqueId(found)) is found
        hand.view.select((f"s{round_ % 5}",))


_OPEN_ASK_CLOSE_EXIT = """
import gc
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible
from designer.ui.app import make_application
from designer.ui.canvas import BoardView
from designer.ui.canvas.accessible import _kept
from model.document import Document
from tests.designer.canvas.test_walking import branching
make_application()
QAccessible.setActive(True)
views = []
for round_ in range(20):
    view = BoardView(Document(branching()), "fi")
    view.show()
    board = QAccessible.queryAccessibleInterface(view)
    for place in range(board.childCount()):
        child = board.child(place)
        QAccessible.uniqueId(child)
        child.text(QAccessible.Text.Name)
    if round_ % 2:
        view.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    else:
        views.append(view)
    del view, board, child
    gc.collect()
assert len(_kept) == len(views) == 10, _kept
print("asked")
"""


def test_nothing_breaks_when_boards_go_or_the_program_ends() -> None:
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-X", "faulthandler", "-c", _OPEN_ASK_CLOSE_EXIT],
        capture_output=True,
        cwd=ROOT,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stdout.strip()) == (0, "asked"), done.stderr
