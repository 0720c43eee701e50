"""Tidy is a proposal: seen on the board, taken by Enter, left by Esc, and never made unasked."""

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from designer.ui.canvas import BoardView, tidy_thread, tidying
from model import edits
from model.change import Change
from model.document import Document
from model.ids import Id
from model.pathway import Pathway
from model.tidy import tidy
from tests.designer.canvas.conftest import LEFT, NO_KEY, Hand, shown
from tests.pathways import At, build

Key = Qt.Key


def tangled() -> Pathway:
    """Return two lanes with the same fault: the second stage stands before the first."""
    return build(
        phases=("Arvio",),
        actors=("Asiakas", "Sote-keskus"),
        stages=(At("Toka"), At("Eka", column=1), At("Neljäs", 1), At("Kolmas", 1, column=1)),
        arrows=((1, 0), (3, 2)),
    )


@pytest.fixture
def hand(qtbot: QtBot) -> Hand:
    return shown(qtbot, tangled())


def moved(hand: Hand) -> set[str]:
    """Return the stages that the board shows elsewhere than the document has them."""
    return {stage.id for stage in hand.view.pathway.stages if stage != hand.pathway[stage.id]}


def test_the_board_shows_the_proposal_and_the_document_stays(hand: Hand) -> None:
    before = hand.pathway
    hand.key(Key.Key_T)
    assert moved(hand) == {"s0", "s1", "s2", "s3"}
    assert hand.view.tidying.bar.isVisible()
    words = hand.view.tidying.bar.words.text()
    assert "4 stages move" in words
    assert "lead back 2 → 0" in words
    assert all(hand.view.selection.state_of(id).target for id in moved(hand))
    assert hand.pathway is before
    assert hand.document.next_undo is None


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
def test_enter_takes_it_as_one_step(hand: Hand, key: Qt.Key) -> None:
    before = hand.pathway
    hand.key(Key.Key_T)
    seen, board = hand.view.pathway, hand.view.board
    hand.key(key)
    assert hand.pathway == seen
    assert hand.view.board == board
    assert not hand.view.tidying.bar.isVisible()
    assert not any(hand.view.selection.state_of(id).target for id in hand.view.board.cards)
    hand.document.undo()
    assert hand.pathway == before
    assert hand.document.next_undo is None


def test_escape_leaves_everything_as_it_was(hand: Hand) -> None:
    board, pathway = hand.view.board, hand.pathway
    hand.view.select(("s0", "s1"))
    hand.key(Key.Key_T)
    hand.key(Key.Key_Escape)
    assert (hand.view.board, hand.pathway) == (board, pathway)
    assert hand.view.selection.ids == ("s0", "s1")
    assert hand.document.next_undo is None
    assert not hand.view.tidying.is_on


@pytest.mark.parametrize(
    ("selected", "expected"),
    [
        (("s0", "s1"), {"s0", "s1"}),
        (("a1",), {"s2", "s3"}),
        (("p0",), {"s0", "s1", "s2", "s3"}),
        (("h0",), {"s0", "s1", "s2", "s3"}),
    ],
)
def test_it_moves_only_what_was_selected(
    hand: Hand, selected: tuple[str, ...], expected: set[str]
) -> None:
    hand.view.select(selected)
    hand.key(Key.Key_T)
    assert moved(hand) == expected


def test_a_stage_that_moves_is_brought_into_sight_and_esc_leads_back(hand: Hand) -> None:
    hand.view.zoom_to(4.0)
    hand.view.camera.scroll_to(0, 0)
    bars = hand.view.horizontalScrollBar(), hand.view.verticalScrollBar()
    hand.view.select(("s2", "s3"))
    before = [bar.value() for bar in bars]
    hand.key(Key.Key_T)
    seen = hand.view.camera.visible()
    boxes = [QRectF(*hand.view.board.cards[id].box) for id in ("s2", "s3")]
    assert any(seen.intersects(box) for box in boxes)
    hand.key(Key.Key_Escape)
    assert [bar.value() for bar in bars] == before


def test_the_buttons_answer_too(hand: Hand) -> None:
    hand.key(Key.Key_T)
    QTest.mouseClick(hand.view.tidying.bar.leave, LEFT)
    assert moved(hand) == set()
    hand.key(Key.Key_T)
    seen = hand.view.pathway
    QTest.mouseClick(hand.view.tidying.bar.take, LEFT)
    assert hand.pathway == seen
    assert QApplication.focusWidget() is hand.view


def test_the_bar_lies_on_the_board_and_can_be_read(hand: Hand) -> None:
    hand.view.resize(500, 400)
    hand.key(Key.Key_T)
    bar = hand.view.tidying.bar
    assert hand.view.viewport().geometry().contains(bar.geometry())
    assert bar.words.height() >= bar.words.heightForWidth(bar.words.width())


def test_when_nothing_gets_better_it_says_so_and_goes_with_the_next_key(hand: Hand) -> None:
    hand.view.select(("s0",))
    hand.key(Key.Key_T)
    hand.key(Key.Key_Return)
    hand.view.select(())
    hand.key(Key.Key_T)
    hand.key(Key.Key_Return)
    done = hand.document.next_undo
    hand.key(Key.Key_T)
    assert "No clearer order" in hand.view.tidying.bar.words.text()
    assert not hand.view.tidying.bar.take.isVisible()
    hand.key(Key.Key_Home)
    assert not hand.view.tidying.is_on
    assert len(hand.view.selection.ids) == 1
    assert hand.document.next_undo == done


def test_while_it_is_proposed_nothing_can_be_grabbed(hand: Hand) -> None:
    hand.key(Key.Key_T)
    hand.drag(hand.card("s0"), hand.card("s2"))
    strip = hand.view.lane_headers
    hand.drag_header(strip, hand.header(strip, "a0"), hand.header(strip, "a1"))
    QTest.mouseDClick(hand.view.viewport(), LEFT, NO_KEY, hand.card("s0"))
    assert hand.editor() is None
    assert hand.document.next_undo is None
    assert hand.view.tidying.is_on


def test_any_other_key_leaves_it(hand: Hand) -> None:
    hand.view.select(("s0",))
    hand.view.tidying.start()
    hand.view.select(())
    hand.key(Key.Key_T)
    hand.key(Key.Key_Delete)
    assert moved(hand) == set()
    assert hand.document.next_undo is None


def test_a_change_by_others_ends_it(hand: Hand) -> None:
    hand.key(Key.Key_T)
    hand.document.merge(edits.rename(hand.pathway, "s0", "fi", "Toinen"))
    assert moved(hand) == set()
    assert not hand.view.tidying.is_on


# Searches that take their time


class Gate:
    """Holds a real search until it is opened, or told to stop."""

    def __init__(self) -> None:
        self.opened = threading.Event()
        self.stopped = threading.Event()

    def tidy(self, pathway: Pathway, scope: frozenset[Id], stop: Callable[[], bool]) -> Change:
        while not self.opened.wait(0.001):
            if stop():
                self.stopped.set()
                break
        return tidy(pathway, scope, stop)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    gate = Gate()
    monkeypatch.setattr(tidy_thread, "tidy", gate.tidy)
    monkeypatch.setattr(tidying, "AT_ONCE", 1)
    yield gate
    gate.opened.set()


def test_a_long_search_says_so_and_then_proposes(hand: Hand, gate: Gate, qtbot: QtBot) -> None:
    hand.key(Key.Key_T)
    assert "Looking for" in hand.view.tidying.bar.words.text()
    hand.key(Key.Key_Control)
    assert hand.view.tidying.is_searching
    gate.opened.set()
    qtbot.waitUntil(lambda: moved(hand) == {"s0", "s1", "s2", "s3"})
    hand.key(Key.Key_Return)
    assert hand.pathway == hand.view.pathway
    assert hand.document.next_undo is not None


def by_enter(hand: Hand) -> None:
    hand.key(Key.Key_Return)


def by_the_button(hand: Hand) -> None:
    QTest.mouseClick(hand.view.tidying.bar.take, LEFT)


@pytest.mark.parametrize("ask", [by_enter, by_the_button])
def test_one_may_be_content_with_the_best_so_far(
    hand: Hand,
    qtbot: QtBot,
    ask: Callable[[Hand], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def half_way(pathway: Pathway, scope: frozenset[Id], stop: Callable[[], bool]) -> Change:
        del scope
        while not stop():
            threading.Event().wait(0.001)
        return tidy(pathway, frozenset({"s0", "s1"}), lambda: False)

    monkeypatch.setattr(tidy_thread, "tidy", half_way)
    monkeypatch.setattr(tidying, "AT_ONCE", 1)
    hand.key(Key.Key_T)
    before = hand.pathway
    ask(hand)
    qtbot.waitUntil(lambda: moved(hand) == {"s0", "s1"})
    assert hand.pathway == before
    hand.key(Key.Key_Return)
    assert hand.pathway == hand.view.pathway != before


def test_escape_ends_a_search(hand: Hand, gate: Gate) -> None:
    hand.key(Key.Key_T)
    hand.key(Key.Key_Escape)
    assert gate.stopped.is_set()
    assert not hand.view.tidying.is_on
    assert hand.document.next_undo is None


def test_the_button_ends_a_search(hand: Hand, gate: Gate) -> None:
    hand.key(Key.Key_T)
    QTest.mouseClick(hand.view.tidying.bar.leave, LEFT)
    assert gate.stopped.is_set()
    assert QApplication.focusWidget() is hand.view


def test_a_change_meanwhile_ends_a_search(hand: Hand, gate: Gate) -> None:
    hand.key(Key.Key_T)
    hand.document.do(edits.rename(hand.pathway, "s0", "fi", "Toinen"))
    assert gate.stopped.is_set()
    assert not hand.view.tidying.is_on
    assert moved(hand) == set()


def test_a_name_being_written_is_not_disturbed(hand: Hand, gate: Gate, qtbot: QtBot) -> None:
    hand.key(Key.Key_T)
    hand.view.naming.rename("s0")
    gate.opened.set()
    qtbot.waitUntil(lambda: not hand.view.tidying.is_searching)
    assert hand.editor() is not None
    assert not hand.view.tidying.is_on
    assert moved(hand) == set()


def test_another_search_takes_the_place_of_the_first(hand: Hand, gate: Gate, qtbot: QtBot) -> None:
    hand.key(Key.Key_T)
    hand.view.select(("s0", "s1"))
    hand.key(Key.Key_T)
    assert gate.stopped.is_set()
    gate.opened.set()
    qtbot.waitUntil(lambda: moved(hand) == {"s0", "s1"})


def test_a_board_that_goes_ends_its_search(gate: Gate, qtbot: QtBot) -> None:
    view = BoardView(Document(tangled()), "fi")
    view.tidying.start()
    view.deleteLater()
    qtbot.waitUntil(gate.stopped.is_set)


def test_a_held_control_key_does_not_answer_a_proposal(hand: Hand) -> None:
    hand.key(Key.Key_T)
    hand.key(Key.Key_Control)
    assert moved(hand) == {"s0", "s1", "s2", "s3"}


def test_a_search_that_fails_is_told_where_the_program_hears_it(
    hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_what: object) -> Change:
        raise ZeroDivisionError

    monkeypatch.setattr(tidy_thread, "tidy", fail)
    with pytest.raises(ZeroDivisionError):
        hand.view.tidying.start()
    assert not hand.view.tidying.is_searching
