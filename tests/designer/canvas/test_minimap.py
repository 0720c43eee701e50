"""The minimap: shown when it is of use, in step with the board, never in the way."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from designer.ui import theme
from designer.ui.canvas.editor import NameEditor
from designer.ui.canvas.minimap import Minimap, toggle_minimap
from designer.ui.themes import DARK, LIGHT
from model import edits
from tests.designer.canvas.conftest import (
    LEFT,
    NO_KEY,
    Hand,
    focused,
    shown,
    shown_beside_a_field,
    three_lanes,
)
from tests.designer.canvas.test_looking import grid, turn

# The offscreen platform says so of every window with a layout.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def hand(qtbot: QtBot) -> Hand:
    hand = shown(qtbot, grid(lanes=8, phases=6), 900, 600)
    hand.view.minimap.want(shown=True)
    hand.view.zoom_to(1)
    hand.view.camera.scroll_to_start()
    return hand


def minimap(hand: Hand) -> Minimap:
    return hand.view.minimap


def middle(hand: Hand) -> QPointF:
    return hand.view.camera.visible().center()


def on_map(hand: Hand, id: str) -> QPoint:
    """Return where the middle of a card is on the map."""
    board, card = hand.view.board, hand.view.board.cards[id].box.centre
    size = minimap(hand).size()
    return QPoint(
        round(card.x / board.width * size.width()), round(card.y / board.height * size.height())
    )


def test_it_is_shown_only_when_the_board_is_larger_than_the_view(hand: Hand) -> None:
    assert minimap(hand).isVisible()
    hand.view.fit()
    assert minimap(hand).isHidden()
    hand.view.zoom_to(1)
    assert minimap(hand).isVisible()
    toggle_minimap(hand.view)
    assert minimap(hand).isHidden()
    hand.view.zoom_to(2)
    assert minimap(hand).isHidden()


def test_asking_for_it_says_what_happens(qtbot: QtBot) -> None:
    hand = shown(qtbot, three_lanes())
    hand.view.fit()
    assert toggle_minimap(hand.view)
    assert hand.said[-1] == "The minimap appears once the board is larger than the view."
    hand.view.zoom_to(4)
    assert not toggle_minimap(hand.view)
    assert toggle_minimap(hand.view)
    assert hand.said[-1] == "The minimap is shown."
    assert minimap(hand).isVisible()


def test_no_map_in_a_view_that_it_would_fill(qtbot: QtBot) -> None:
    hand = shown(qtbot, grid(lanes=8, phases=6), 480, 320)
    hand.view.minimap.want(shown=True)
    assert minimap(hand).isHidden()


def test_it_lies_in_the_lower_right_corner_of_what_is_seen(hand: Hand) -> None:
    room, place = hand.view.viewport().geometry(), minimap(hand).geometry()
    assert room.contains(place)
    assert room.right() - place.right() < 20
    assert room.bottom() - place.bottom() < 20
    hand.view.resize(800, 560)
    assert hand.view.viewport().geometry().contains(minimap(hand).geometry())


def test_the_frame_is_what_is_in_sight(hand: Hand) -> None:
    before = minimap(hand).frame()
    hand.view.camera.scroll_by(300, 120)
    after = minimap(hand).frame()
    board, size = hand.view.board, minimap(hand).size()
    assert after.x() - before.x() == pytest.approx(300 / board.width * size.width(), abs=0.5)
    assert after.y() - before.y() == pytest.approx(120 / board.height * size.height(), abs=0.5)


def test_a_click_goes_there(hand: Hand) -> None:
    QTest.mouseClick(minimap(hand), LEFT, NO_KEY, on_map(hand, "s21"))
    card = hand.view.board.cards["s21"].box
    assert hand.view.camera.visible().contains(*card.centre)
    assert hand.view.selection.ids == ()


def test_dragging_the_frame_moves_the_view_without_a_jump(hand: Hand) -> None:
    hand.view.camera.scroll_to(400, 300)
    held = minimap(hand).frame().center().toPoint() + QPoint(8, 5)
    before = middle(hand)
    QTest.mousePress(minimap(hand), LEFT, NO_KEY, held)
    assert (middle(hand) - before).manhattanLength() < 4
    QTest.mouseMove(minimap(hand), held + QPoint(20, 10))
    gone = middle(hand) - before
    board, size = hand.view.board, minimap(hand).size()
    assert gone.x() == pytest.approx(20 * board.width / size.width(), abs=8)
    assert gone.y() == pytest.approx(10 * board.height / size.height(), abs=8)
    QTest.mouseRelease(minimap(hand), LEFT, NO_KEY, held)
    QTest.mouseMove(minimap(hand), held)
    assert middle(hand) - before == gone


def test_it_takes_no_focus(qtbot: QtBot) -> None:
    hand, field = shown_beside_a_field(qtbot, grid(lanes=8, phases=6))
    hand.view.minimap.want(shown=True)
    hand.view.zoom_to(2)
    field.setFocus()
    QTest.mouseMove(minimap(hand), QPoint(20, 20))
    QTest.mouseClick(minimap(hand), LEFT, NO_KEY, QPoint(30, 30))
    assert focused() is field


def test_scrolling_paints_no_new_picture(hand: Hand) -> None:
    minimap(hand).grab()
    painted = minimap(hand).painted
    for _ in range(5):
        hand.view.camera.scroll_by(40, 20)
        minimap(hand).grab()
    assert minimap(hand).painted == painted


def test_a_change_is_on_the_map_once_the_board_shows_it(hand: Hand, qtbot: QtBot) -> None:
    before = minimap(hand).grab().toImage()
    painted = minimap(hand).painted
    for column in (1, 2):
        change = edits.move_stage(hand.pathway, "s0", actor="a3", phase="p3", column=column)
        hand.document.do(change)
        minimap(hand).grab()
    assert minimap(hand).painted == painted, "the board comes first"
    qtbot.waitUntil(lambda: minimap(hand).painted > painted)
    assert minimap(hand).grab().toImage() != before
    assert minimap(hand).painted == painted + 1, "one picture for both"


def test_another_look_is_on_the_map_at_once(hand: Hand, qapp: QApplication) -> None:
    before = minimap(hand).grab().toImage()
    try:
        theme.wear(qapp, DARK)
        assert minimap(hand).grab().toImage() != before
    finally:
        theme.wear(qapp, LIGHT)


def test_it_leaves_its_corner_to_the_card_that_has_the_keys(hand: Hand) -> None:
    right = minimap(hand).x()
    covered = next(
        id for id, card in hand.view.board.cards.items() if card.box.x > 600 and card.box.y > 400
    )
    box = hand.view.board.cards[covered].box
    hand.view.camera.scroll_to(
        round(box.right - hand.view.viewport().width() + 30),
        round(box.bottom - hand.view.viewport().height() + 30),
    )
    hand.view.select((covered,))
    on_screen = hand.view.camera.box_on_screen(box).translated(hand.view.viewport().pos())
    assert not minimap(hand).geometry().intersects(on_screen)
    assert minimap(hand).x() < right
    hand.view.select(())
    assert minimap(hand).x() == right


def test_it_leaves_its_corner_to_the_name_that_is_written(hand: Hand) -> None:
    right = minimap(hand).x()
    covered = next(
        id for id, card in hand.view.board.cards.items() if card.box.x > 600 and card.box.y > 400
    )
    box = hand.view.board.cards[covered].box
    hand.view.camera.scroll_to(
        round(box.right - hand.view.viewport().width() + 30),
        round(box.bottom - hand.view.viewport().height() + 30),
    )
    hand.view.naming.rename(covered)
    editor = hand.view.findChild(NameEditor)
    assert editor is not None
    written = editor.geometry().translated(hand.view.viewport().pos())
    assert not minimap(hand).geometry().intersects(written)
    hand.view.naming.drop()
    assert minimap(hand).x() == right


def test_every_card_can_be_scrolled_clear_of_it(hand: Hand) -> None:
    view = hand.view
    view.camera.scroll_to(view.horizontalScrollBar().maximum(), view.verticalScrollBar().maximum())
    place = minimap(hand).geometry()
    for card in view.board.cards.values():
        box = view.camera.box_on_screen(card.box).translated(view.viewport().pos())
        assert not box.intersects(place)


def test_the_room_goes_with_the_map(hand: Hand) -> None:
    scene = hand.view.board_scene.sceneRect()
    assert hand.view.sceneRect().width() > scene.width()
    toggle_minimap(hand.view)
    assert hand.view.sceneRect() == scene


def test_wheels_scroll_the_board(hand: Hand) -> None:
    bar = hand.view.verticalScrollBar()
    turn(minimap(hand), QPoint(20, 20), QPoint(0, -1), Qt.KeyboardModifier.NoModifier)
    assert bar.value() == bar.minimum() + 60


def test_notices_lie_above_it(hand: Hand) -> None:
    stack = hand.view.children()
    place = stack.index(minimap(hand))
    for above in (hand.view.mode_notice, hand.view.empty_notice, hand.view.quick_add):
        assert stack.index(above) > place
