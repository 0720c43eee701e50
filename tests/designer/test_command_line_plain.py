"""One command that is made helps and refuses as in a command line with all of them."""

from collections.abc import Callable, Sequence
from pathlib import Path
from shutil import rmtree
from typing import Any

import pytest
import typer

from designer.cli import main
from designer.commands import MODULES, tree
from model.messages import LANGUAGES
from tests.sparing import one_in

APP = tree._app

ODD: tuple[tuple[str, ...], ...] = (
    ("--help",),
    ("--nope",),
    ("--version=1",),
    ("--vers",),
    ("chek",),
    ("CHECK",),
    ("--help", "check"),
    ("--nope", "check", "x"),
    ("--lang", "sv", "check"),
)
"""Command lines that begin with no command."""

AFTER: tuple[tuple[str, ...], ...] = (
    ("--help",),
    ("--nope",),
    ("--hel",),
    ("--help=1",),
    ("--help", "--nope"),
    ("--version",),
    ("--lang",),
    ("--lang", "xx", "a"),
    ("--la", "sv", "--help"),
    ("--force=1",),
    ("--format", "zzz", "a"),
    ("--out",),
    ("a", "b", "c", "d", "e", "f"),
    ("--", "--nope"),
    ("-1",),
    ("",),
    ("none.ketju",),
    ("folder.ketju",),
    ("a\udcffb",),
)
"""What may be typed after a command."""

FIRST, *OTHERS = LANGUAGES
CASES = [pytest.param(FIRST, name, AFTER) for name in MODULES]
CASES += [pytest.param(language, name, AFTER[:2]) for language in OTHERS for name in MODULES]

Said = tuple[object, str, str]


@pytest.fixture
def said(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Callable[[Sequence[str]], Said]:
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(variable, raising=False)

    def run(words: Sequence[str]) -> Said:
        here = tmp_path / "here"
        rmtree(here, ignore_errors=True)
        (here / "folder.ketju").mkdir(parents=True)
        monkeypatch.chdir(here)
        with pytest.raises(SystemExit) as end:
            main(words)
        return (end.value.code or 0, *capsys.readouterr())

    return run


@pytest.mark.parametrize(("language", "name", "after"), one_in(3, CASES))
def test_help_and_refusals_equals_plain_typer(
    language: str,
    name: str,
    after: Sequence[Sequence[str]],
    said: Callable[[Sequence[str]], Said],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _compare([(name, *each) for each in after], language, said, monkeypatch)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_begins_with_no_command_equals_plain_typer(
    language: str, said: Callable[[Sequence[str]], Said], monkeypatch: pytest.MonkeyPatch
) -> None:
    _compare(ODD, language, said, monkeypatch)


def _compare(
    lines: Sequence[Sequence[str]],
    language: str,
    said: Callable[[Sequence[str]], Said],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("KETJUPAJA_LANG", language)
    told = [said(words) for words in lines]
    assert any(out for _code, out, _err in told), "no help was shown"
    monkeypatch.setattr(tree, "_app", _with_all)
    monkeypatch.setattr(tree, "take_plainly", _leave)
    for words, each in zip(lines, told, strict=True):
        assert each == said(words), words


def _with_all(names: object) -> typer.Typer:
    del names
    return APP(MODULES)


def _leave(parameter: Any) -> None:
    del parameter
