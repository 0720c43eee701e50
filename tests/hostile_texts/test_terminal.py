"""The command line: what it prints steers no terminal, whatever a pathway holds."""

import json
import unicodedata
from pathlib import Path

import pytest

from designer.cli import main
from model import file
from model.file import loads
from tests.hostile_texts.filling import FEWER, stored
from tests.hostile_texts.payloads import PAYLOADS

STEERING = {"Cc", "Cf", "Cs", "Zl", "Zp"}
"""Unicode's controls, formats, half pairs, and ends of lines and paragraphs."""


class Terminal:
    """Runs commands and looks at each character that they print."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *command: str | Path) -> str:
        with pytest.raises(SystemExit):
            main([*map(str, command), "--lang", "fi"])
        told = self._capsys.readouterr()
        steering = {each for each in told.out + told.err if unicodedata.category(each) in STEERING}
        assert steering <= {"\n"}
        assert "Traceback" not in told.err
        self.told = told.err
        return told.out


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(capsys)


@pytest.mark.parametrize("shift", FEWER)
def test_nothing_that_a_pathway_holds_steers_the_terminal(
    shift: int, terminal: Terminal, tmp_path: Path
) -> None:
    one, other, out = tmp_path / "yksi.ketju", tmp_path / "toinen.ketju", tmp_path / "uusi.ketju"
    file.save(stored(shift), one)
    file.save(stored(shift + 1), other)
    for command in ("info", "check"):
        terminal(command, one)
    terminal("compare", one, other)
    terminal("merge", one, other, "--out", out)
    title = json.loads(terminal("info", one, "--format", "json"))["title"]["fi"]
    assert title == stored(shift).info.title["fi"]
    assert json.loads(terminal("compare", one, other, "--format", "json"))["parts"]
    assert json.loads(terminal("check", one, "--format", "json"))["files"]
    assert json.loads(terminal("check", one, "--format", "sarif"))["runs"]


@pytest.mark.parametrize("words", ["\x1b[2J", "\x9b2J", "\u202egnp.exe", "\u2028", "[bold]x[/]"])
def test_names_of_files_steer_nothing_either(
    words: str, terminal: Terminal, tmp_path: Path
) -> None:
    path = tmp_path / f"{words}.ketju".replace("/", "")
    file.save(stored(0), path)
    for command in (
        ("info",),
        ("check",),
        ("info", "--format", "json"),
        ("check", "--format", "sarif"),
    ):
        terminal(command[0], path, *command[1:])
    path.write_text("{}", encoding="utf-8")
    assert terminal("info", path) == ""
    assert ".ketju" in terminal.told


def test_all_texts_survive_a_file() -> None:
    """What the other tests fill fields with is what files hold."""
    for shift in range(0, len(PAYLOADS), 50):
        assert loads(file.dumps(stored(shift))) == stored(shift)
