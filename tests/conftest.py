"""What all tests share: the language, golden files, and a look at what a test leaves behind.

`pytest --renew-golden` writes the golden files anew; a reviewer reads their diff.
"""

import gc
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import settings
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

import designer  # noqa: F401 - binds the message catalogues, whichever test runs first
from model.messages import speaking

# So that who runs all tests need not wait long; `make test-all` tries more.
settings.register_profile("quick", max_examples=15, deadline=None)
settings.register_profile("thorough", max_examples=50, deadline=None)
settings.load_profile("quick")

GOLDEN = Path(__file__).parent / "exporters" / "golden"


@pytest.fixture(scope="session", autouse=True)
def _own_state_folder(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep what the command line keeps of the user's work out of the home of whoever runs tests."""
    os.environ["XDG_STATE_HOME"] = str(tmp_path_factory.mktemp("state"))


Golden = Callable[[str, bytes], None]
"""Compares bytes with the golden file of that name."""


def pytest_collection_finish() -> None:
    """Let the collector of cycles pass over what stays to the end: the modules and all tests.

    It went through these some hundred times, which took a sixth of the time of all tests.
    """
    gc.collect()
    gc.freeze()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--renew-golden", action="store_true", help="write the golden files from what is made now"
    )


@pytest.fixture(autouse=True)
def message_ids() -> Iterator[None]:
    """Let texts be their message ids, so that a better translation breaks no test."""
    with speaking("en"):
        yield


@pytest.fixture
def finnish(message_ids: None) -> Iterator[None]:  # noqa: ARG001 - comes after it
    """Let texts be Finnish, as users see them."""
    with speaking("fi"):
        yield


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    renew = bool(request.config.getoption("--renew-golden"))

    def compare(name: str, made: bytes) -> None:
        file = GOLDEN / name
        if renew:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(made)
        assert file.exists(), f"there is no golden file {name}: run pytest --renew-golden"
        assert made.decode() == file.read_bytes().decode(), f"not as in {name}"

    return compare


@pytest.fixture(scope="session", autouse=True)
def _application(qapp: QApplication) -> Iterator[QApplication]:
    """Make the one application with windows before an export makes one without."""
    yield qapp
    # The offscreen platform frees what was copied after Python has ended, which crashes.
    qapp.clipboard().clear()


@pytest.fixture(autouse=True)
def nothing_left_running(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail a test that leaves a window, a running timer or a thread behind."""
    started: list[QTimer] = []
    start = QTimer.start

    def remember(timer: QTimer, *arguments: int) -> None:
        started.append(timer)
        start(timer, *arguments)

    monkeypatch.setattr(QTimer, "start", remember)
    windows = set(QApplication.topLevelWidgets())
    threads = set(threading.enumerate())
    yield
    _let_go_of_the_mouse()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left: list[object] = [
        widget
        for widget in QApplication.topLevelWidgets()
        if widget not in windows and isValid(widget)
    ]
    left += [timer for timer in started if isValid(timer) and timer.isActive()]
    left += [thread for thread in threading.enumerate() if thread not in threads]
    assert not left, f"left behind: {left}"


def _let_go_of_the_mouse() -> None:
    """Release what QTest's double clicks and half gestures leave held, so that no test hears it."""
    if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
        anywhere = QWidget()
        QTest.mouseRelease(anywhere, Qt.MouseButton.LeftButton)
        anywhere.deleteLater()
    assert QApplication.mouseButtons() == Qt.MouseButton.NoButton
