"""Nobody but the window's thread looks for cycles, and what only holds itself goes in the end."""

import gc
import threading
import weakref
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from designer.ui import collecting as module
from designer.ui.collecting import Collecting


class Cycle:
    """Refers to itself: only the collector finds it."""

    def __init__(self) -> None:
        self.itself = self


def let_go() -> "weakref.ref[Cycle]":
    return weakref.ref(Cycle())


def make_many() -> "weakref.ref[Cycle]":
    """Let go of enough for Python's own way to look a hundred times."""
    some = [Cycle() for _each in range(100_000)]
    return weakref.ref(some[0])


@pytest.fixture
def collecting(qapp: QApplication) -> Iterator[Collecting]:
    made = Collecting(qapp)
    made.begin()
    yield made
    made.end()
    made.deleteLater()
    gc.freeze()  # as it was before, see conftest.py


@pytest.fixture
def threads() -> Iterator[list[threading.Thread]]:
    """Return the threads in which the collector has run since."""
    seen: list[threading.Thread] = []

    def hear(_phase: str, _information: dict[str, Any]) -> None:
        seen.append(threading.current_thread())

    gc.callbacks.append(hear)
    yield seen
    gc.callbacks.remove(hear)


def test_what_another_thread_makes_is_looked_through_in_the_windows(
    collecting: Collecting, threads: list[threading.Thread]
) -> None:
    made: list[weakref.ref[Cycle]] = []
    worker = threading.Thread(target=lambda: made.append(make_many()))
    worker.start()
    worker.join()
    assert threads == []
    assert made[0]() is not None
    collecting.look()
    assert set(threads) == {threading.main_thread()}
    assert made[0]() is None


def test_few_new_objects_are_not_worth_a_look(
    collecting: Collecting, threads: list[threading.Thread]
) -> None:
    collecting.look()
    threads.clear()
    left = let_go()
    collecting.look()
    assert threads == []
    assert left() is not None


def test_the_timer_looks(collecting: Collecting) -> None:
    left = make_many()
    collecting._timer.setInterval(1)
    while left() is not None:
        QTest.qWait(1)


def test_what_was_put_aside_goes_at_a_rest(
    collecting: Collecting, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = make_many()
    collecting.put_aside()
    collecting.look()
    assert left() is not None
    monkeypatch.setattr(module, "LONG_REST", 0)
    collecting.look()
    assert left() is None


def test_much_more_than_before_needs_a_short_rest_only(
    collecting: Collecting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "SHORT_REST", 0)
    collecting.put_aside()
    left = let_go()
    gc.freeze()
    collecting.look()
    assert left() is not None, "it is not much more"
    more = [Cycle() for _each in range(gc.get_freeze_count())]
    gc.freeze()
    collecting.look()
    assert left() is None
    del more


def test_keys_put_a_rest_off(collecting: Collecting, qtbot: QtBot) -> None:
    window = QWindow()
    with qtbot.waitExposed(window):
        window.show()
    window.requestActivate()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is window)
    QTest.qWait(50)
    resting = collecting._since_input.elapsed()
    QTest.keyClick(window, Qt.Key.Key_Right)
    assert collecting._since_input.elapsed() < resting
    window.destroy()
    window.deleteLater()


@pytest.mark.parametrize(
    "kind",
    [
        QEvent.Type.KeyPress,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletMove,
        QEvent.Type.NativeGesture,
        QEvent.Type.DragMove,
    ],
)
def test_whatever_somebody_does_puts_a_rest_off(kind: QEvent.Type, collecting: Collecting) -> None:
    QTest.qWait(50)
    resting = collecting.rest()
    collecting.eventFilter(QObject(), QEvent(kind))
    assert collecting.rest() < resting


def test_a_rest_begins_when_a_file_is_there(collecting: Collecting) -> None:
    """On a slow machine opening takes longer than a rest; what is due then waits for one."""
    QTest.qWait(50)
    resting = collecting.rest()
    collecting.put_aside()
    assert collecting.rest() < resting


def test_a_button_held_down_puts_a_rest_off(collecting: Collecting, qtbot: QtBot) -> None:
    """Somebody drags a card, and thinks: nothing long may begin now."""
    held = QWidget()
    qtbot.addWidget(held)
    held.show()
    QTest.qWait(200)
    window = held.windowHandle()
    QTest.mousePress(window, Qt.MouseButton.LeftButton)
    QTest.qWait(200)
    try:
        assert collecting.rest() < 150
    finally:
        QTest.mouseRelease(window, Qt.MouseButton.LeftButton)
    QTest.qWait(200)
    assert collecting.rest() >= 150


def test_an_open_menu_puts_a_rest_off(collecting: Collecting, qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    menu.addAction("one")
    menu.popup(QPoint())
    QTest.qWait(200)
    assert collecting.rest() < 150
    menu.close()
    QTest.qWait(200)
    assert collecting.rest() >= 150


def test_a_busy_program_puts_a_rest_off(
    collecting: Collecting, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = let_go()
    collecting.put_aside()
    monkeypatch.setattr(module, "LONG_REST", 0)
    monkeypatch.setattr(module, "LOOKING", -1)
    collecting.look()
    assert left() is not None, "the look came late: keys may wait to be heard"
    monkeypatch.setattr(module, "LOOKING", 1000)
    collecting.look()
    assert left() is None


def test_python_has_its_own_way_again_afterwards(qapp: QApplication) -> None:
    made = Collecting(qapp)
    made.begin()
    assert not gc.isenabled()
    made.end()
    made.deleteLater()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
    gc.freeze()
