"""Saving beside the window: nothing waits, nothing is lost, the user is told the truth."""

import errno
import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from designer.ui.main_window import MainWindow
from designer.ui.program import Program
from model import edits
from model.file import read, save
from model.versions import read as read_version
from tests.designer.ui.conftest import answer, let_saves_end, question, two_stages, wait_until

if TYPE_CHECKING:
    from designer.ui.open_file import OnDisk


def rename(window: MainWindow, words: str) -> None:
    document = window.workspace.file.document
    document.do(edits.rename(document.pathway, document.pathway.info.id, "fi", words))


def title(path: Path) -> str:
    return read(path).info.title["fi"]


class Gate:
    """Holds every save at the moment before the file gets its new content."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._open = threading.Event()
        self.reached = threading.Event()
        replace = os.replace

        def held(source: Path, goal: Path) -> None:
            if not str(goal).endswith(".ketju"):
                replace(source, goal)
                return
            self.reached.set()
            self._open.wait(20)
            replace(source, goal)

        monkeypatch.setattr(os, "replace", held)

    def open(self) -> None:
        self._open.set()


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    gate = Gate(monkeypatch)
    yield gate
    gate.open()


def test_one_works_on_while_it_is_being_saved(window: MainWindow, file: Path, gate: Gate) -> None:
    rename(window, "Ensin")
    QTest.keySequence(window, "Ctrl+S")
    assert gate.reached.wait(10)
    assert window.workspace.status.saved.text() == "Saving…"
    rename(window, "Sitten")
    gate.open()
    let_saves_end(window)
    assert title(file) == "Ensin"
    assert window.isWindowModified()
    assert window.workspace.status.saved.text() == "Unsaved changes"


def test_a_second_save_waits_its_turn_and_takes_the_newest(
    window: MainWindow, file: Path, gate: Gate
) -> None:
    rename(window, "Ensin")
    QTest.keySequence(window, "Ctrl+S")
    assert gate.reached.wait(10)
    QTest.keySequence(window, "Ctrl+S")
    rename(window, "Sitten")
    gate.open()
    let_saves_end(window)
    assert title(file) == "Sitten"
    assert not window.isWindowModified()


def test_closing_waits_for_the_save_and_says_so(
    program: Program, window: MainWindow, file: Path, gate: Gate
) -> None:
    rename(window, "Viimeinen")
    QTest.keySequence(window, "Ctrl+S")
    assert gate.reached.wait(10)
    window.close()
    assert window.isVisible()
    wait_until(lambda: bool(_boxes(window)))
    assert "still being saved" in question(window).text()
    gate.open()
    wait_until(lambda: not program.windows)
    assert title(file) == "Viimeinen"


def test_who_would_rather_stay_stays(program: Program, window: MainWindow, gate: Gate) -> None:
    rename(window, "Viimeinen")
    QTest.keySequence(window, "Ctrl+S")
    assert gate.reached.wait(10)
    window.close()
    wait_until(lambda: bool(_boxes(window)))
    answer(window, "Cancel")
    gate.open()
    let_saves_end(window)
    assert program.windows == [window]


def test_what_was_edited_while_closing_saved_is_asked_about(
    program: Program, window: MainWindow, file: Path, gate: Gate
) -> None:
    rename(window, "Ensin")
    window.close()
    answer(window, "Save")
    assert gate.reached.wait(10)
    rename(window, "Sitten")
    gate.open()
    let_saves_end(window)
    assert program.windows == [window]
    assert "Save the changes to" in question(window).text()
    answer(window, "Save")
    wait_until(lambda: not program.windows)
    assert title(file) == "Sitten"


def test_whoever_watches_the_file_hears_what_it_holds(window: MainWindow, file: Path) -> None:
    heard: list[OnDisk] = []
    window.workspace.file.watchers.append(heard.append)
    rename(window, "Uusi")
    window.filing.save()
    let_saves_end(window)
    assert [(each.path, each.pathway) for each in heard] == [(file, read(file))]


class Fault(NamedTuple):
    """A call of a save, how it fails, and what the user is told."""

    call: str
    number: int
    words: str


@pytest.mark.parametrize(
    "fault",
    [
        Fault("write", errno.ENOSPC, "the disk is full"),
        Fault("fsync", errno.EIO, "the disk failed"),
        Fault("replace", errno.ESTALE, "does not answer"),
        Fault("open", errno.EROFS, "nothing can be written there"),
    ],
    ids=lambda fault: fault.call,
)
def test_what_fails_is_told_and_nothing_is_lost(
    window: MainWindow, file: Path, monkeypatch: pytest.MonkeyPatch, fault: Fault
) -> None:
    real: Callable[..., object] = getattr(os, fault.call)

    def fail(*given: object, **named: object) -> object:
        if threading.current_thread().name == "saving" and not _is_reading(given):
            raise OSError(fault.number, os.strerror(fault.number))
        return real(*given, **named)

    before = file.read_bytes()
    rename(window, "Ei mahdu")
    with monkeypatch.context() as patch:
        patch.setattr(os, fault.call, fail)
        window.filing.save()
        let_saves_end(window)
    assert fault.words in question(window).text()
    assert "Your work is still open here" in question(window).text()
    answer(window, "OK")
    assert file.read_bytes() == before
    assert window.isWindowModified()
    assert [each.name for each in file.parent.glob(".~*")] == []
    window.filing.save()
    let_saves_end(window)
    assert title(file) == "Ei mahdu"


def _is_reading(given: tuple[object, ...]) -> bool:
    return len(given) > 1 and isinstance(given[1], int) and not given[1] & (os.O_WRONLY | os.O_RDWR)


def test_a_folder_that_cannot_be_settled_is_told_and_the_next_save_is_no_conflict(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    settle = os.fsync

    def fail(handle: int) -> None:
        if os.path.isdir(f"/proc/self/fd/{handle}"):  # noqa: PTH112
            raise OSError(errno.EIO, "Input/output error")
        settle(handle)

    rename(window, "Uusi")
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fail)
        window.filing.save()
        let_saves_end(window)
    answer(window, "OK")
    assert window.isWindowModified(), "it is not known to be safe"
    window.filing.save()
    let_saves_end(window)
    assert _boxes(window) == []
    assert not window.isWindowModified()


def test_a_program_that_has_the_file_open_is_waited_for_and_named(
    window: MainWindow, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = os.replace
    tries: list[Path] = []

    def busy_at_first(source: Path, goal: Path) -> None:
        if goal == file and len(tries) < 2:
            tries.append(goal)
            raise OSError(errno.EBUSY, "Device or resource busy")
        replace(source, goal)

    monkeypatch.setattr(os, "replace", busy_at_first)
    monkeypatch.setattr(time, "sleep", lambda _seconds: None)
    said: list[str] = []
    window.board.hint.connect(said.append)
    rename(window, "Uusi")
    window.filing.save()
    let_saves_end(window)
    assert "Another program has the file open; trying again…" in said
    assert title(file) == "Uusi"


def test_a_file_open_in_another_window_is_not_saved_over(
    program: Program, window: MainWindow, tmp_path: Path
) -> None:
    other = tmp_path / "toinen.ketju"
    save(two_stages(), other)
    window.filing.open(other)
    before = other.read_bytes()
    rename(window, "Uusi")
    window.filing.save_as(other)
    assert "open in another window" in question(window).text()
    answer(window, "OK")
    assert other.read_bytes() == before
    assert len(program.windows) == 2


def test_what_save_as_replaces_is_kept_as_an_earlier_version(
    window: MainWindow, tmp_path: Path
) -> None:
    other = tmp_path / "toinen.ketju"
    theirs = edits.rename(two_stages(), "s0", "fi", "Heidän").applied_to(two_stages())[0]
    save(theirs, other)
    window.filing.save_as(other)
    let_saves_end(window)
    kept = [read_version(each) for each in window.filing.saver.versions.of(other)]
    assert kept == [two_stages(), theirs]


def test_versions_that_cannot_be_kept_are_said_once_and_saving_goes_on(
    window: MainWindow, file: Path
) -> None:
    state = window.program.settings.state
    state.mkdir(exist_ok=True)
    (state / "versions").write_bytes(b"no folder")
    said: list[str] = []
    window.board.hint.connect(said.append)
    for words in ("Yksi", "Kaksi"):
        rename(window, words)
        window.filing.save()
        let_saves_end(window)
        assert title(file) == words
    assert len([words for words in said if "No earlier version" in words]) == 1


def _boxes(window: MainWindow) -> list[QMessageBox]:
    return [box for box in window.findChildren(QMessageBox) if box.isVisible()]
