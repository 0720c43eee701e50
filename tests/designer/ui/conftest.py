"""The program with a window, and a small pathway on the disk."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from designer.ui.app import make_application
from designer.ui.main_window import MainWindow
from designer.ui.program import Program
from designer.ui.settings import Settings
from model.codes import Sector
from model.file import save
from model.ids import ids_from
from model.pathway import Pathway
from tests.pathways import At, build

TODAY = date(2026, 11, 20)


def two_stages() -> Pathway:
    return build(
        phases=("Arvio", "Hoito"),
        actors=(("Asiakas", Sector.CUSTOMER), ("Sote-keskus", Sector.PRIMARY)),
        stages=(At("Yhteydenotto", actor=0, phase=0), At("Hoidon tarpeen arvio", 1, 0, 1)),
        arrows=((0, 1),),
    )


@pytest.fixture(autouse=True)
def counted_ids() -> Iterator[None]:
    count = iter(range(10_000))
    with ids_from(lambda: f"new{next(count)}"):
        yield


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    chosen = Settings(tmp_path / "settings.ini")
    chosen.language = "en"
    return chosen


@pytest.fixture
def program(settings: Settings, qtbot: QtBot) -> Iterator[Program]:
    del qtbot
    make_application()
    running = Program(settings, today=lambda: TODAY)
    yield running
    for window in tuple(running.windows):
        let_saver_end(window)
        window.finish_typing()
        if window.file is not None:
            window.file.document.mark_saved(window.file.document.pathway)
        window.close()


@pytest.fixture
def start(program: Program, qtbot: QtBot) -> MainWindow:
    """Return a window with the start screen."""
    window = program.open_window()
    with qtbot.waitActive(window):
        window.activateWindow()
    return window


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "two.ketju"
    save(two_stages(), path)
    return path


@pytest.fixture
def window(start: MainWindow, file: Path) -> MainWindow:
    """Return a window with the small pathway open."""
    start.filing.open(file)
    return start


def let_saver_end(window: MainWindow) -> None:
    """Wait until nothing is being saved; whoever looks at the disk may be left."""
    wait_until(lambda: not isValid(window) or not window.filing.saver.is_saving)


def let_saves_end(window: MainWindow) -> None:
    """Wait until nothing is being saved and nobody looks at the disk, or the window has gone."""
    filing = window.filing
    wait_until(
        lambda: (
            not isValid(window)
            or not (filing.saver.is_saving or filing.elsewhere.watching.is_looking)
        )
    )


def wait_until(is_so: Callable[[], bool]) -> None:
    """Let the window go on until something is so that another thread brings about."""
    end = monotonic() + 10
    while not is_so():
        assert monotonic() < end, "waited for ten seconds"
        QTest.qWait(1)


def question(parent: QWidget) -> QMessageBox:
    """Return the question or message that the window shows."""
    boxes = [box for box in parent.findChildren(QMessageBox) if box.isVisible()]
    assert len(boxes) == 1
    return boxes[0]


def answer(parent: QWidget, words: str) -> None:
    """Click the button with these words."""
    for button in question(parent).findChildren(QAbstractButton):
        if button.text() == words:
            button.click()
            return
    raise AssertionError(f"no button “{words}”")


def type_into(widget: QWidget, words: str) -> None:
    """Put the cursor into a box, replace what it holds by typing."""
    widget.setFocus()
    QTest.keySequence(widget, "Ctrl+A")
    type_more(widget, words)


def type_more(widget: QWidget, words: str) -> None:
    """Type as an input method does: QTest's key clicks know no “ä”."""
    typed = QInputMethodEvent()
    typed.setCommitString(words)
    QApplication.sendEvent(widget, typed)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Pass over what Qt's screenless platform says that it cannot do with windows."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))
