"""What a terminal gets to see: colours, no control characters, no traceback."""

import io
import sys
from collections.abc import Callable

import pytest

from designer.terminal import (
    Line,
    NotUnderstoodError,
    RefusedError,
    faults_in_words,
    progress_bar,
    show,
    show_json,
    tell,
)
from exporters.exporter import ExportError
from model.file import UnreadableFileError


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[[], Terminal]:
    """Return how to put a terminal in place; pytest puts its own streams there before a test."""

    def put_in_place() -> Terminal:
        stream = Terminal()
        monkeypatch.setattr(sys, "stdout", stream)
        monkeypatch.setattr(sys, "stderr", stream)
        monkeypatch.setenv("TERM", "xterm")
        monkeypatch.delenv("NO_COLOR", raising=False)
        return stream

    return put_in_place


def test_a_terminal_shows_colours(terminal: Callable[[], Terminal]) -> None:
    stream = terminal()
    show([Line("Virheet", "bold red")])
    assert "\x1b[1;31mVirheet" in stream.getvalue()


def test_markup_and_control_characters_are_shown_as_text(
    terminal: Callable[[], Terminal],
) -> None:
    stream = terminal()
    show([Line("[red]\x1b[2J\x07")])
    assert stream.getvalue() == "[red]�[2J�\n"


def test_a_long_line_is_not_broken(terminal: Callable[[], Terminal]) -> None:
    stream = terminal()
    show([Line("sana " * 100)])
    assert stream.getvalue().count("\n") == 1


def test_a_terminal_shows_progress(terminal: Callable[[], Terminal]) -> None:
    stream = terminal()
    with progress_bar("Verkkosivusto") as progress:
        progress(0.5)
    assert "Verkkosivusto" in stream.getvalue()


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (UnreadableFileError("Rikki."), 2),
        (NotUnderstoodError("Mitä?"), 2),
        (RefusedError("Ei käy."), 1),
        (ExportError("Ei synny."), 1),
    ],
)
def test_a_known_fault_is_its_sentence(
    fault: Exception, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end, faults_in_words():
        raise fault
    assert end.value.code == code
    assert capsys.readouterr() == ("", f"{fault}\n")


def test_an_unknown_fault_says_where_and_not_what_was_in_hand(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as end, faults_in_words():
        raise ValueError("Maija Meikäläinen")
    assert end.value.code == 1
    out, err = capsys.readouterr()
    assert (out, len(err.splitlines())) == ("", 1)
    assert "ValueError" in err
    assert "test_terminal.py" in err
    assert "Maija" not in err


def test_a_program_without_streams_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    tell("Nobody hears this.")
    with progress_bar("Verkkosivusto") as progress:
        progress(0.5)
    with pytest.raises(RefusedError, match="nowhere to write"):
        show([Line("Virheet")])
    with pytest.raises(RefusedError, match="nowhere to write"):
        show_json({})
