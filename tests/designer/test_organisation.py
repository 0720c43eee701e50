"""Which file is an organisation's, and what is said of one that cannot be used."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from designer.cli import main
from designer.organisation import (
    FILE_NAME,
    OrganisationFileError,
    organisation_file,
    organisation_profile,
)
from model import file as files
from model.messages import speaking
from model.records import Waiver
from tests.pathways import At, build


def made(folder: Path, text: str = 'name = "Alue"') -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / FILE_NAME
    file.write_text(text, encoding="utf-8")
    return file


def test_the_nearest_counts_and_none_more_than_three_folders_above(tmp_path: Path) -> None:
    settings = tmp_path / "settings"
    pathway = tmp_path / "1" / "2" / "3" / "4" / "a.ketju"
    assert organisation_file(pathway, settings) is None
    made(tmp_path)
    assert organisation_file(pathway, settings) is None
    own = made(settings)
    assert organisation_file(pathway, settings) == own
    assert organisation_file(None, settings) == own
    for folder in (tmp_path / "1", tmp_path / "1" / "2" / "3", pathway.parent):
        nearest = made(folder)
        assert organisation_file(pathway, settings) == nearest


def test_a_folder_of_that_name_is_none(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    assert organisation_file(tmp_path / "a.ketju", tmp_path / "settings") is None


def test_it_is_read(tmp_path: Path) -> None:
    assert organisation_profile(made(tmp_path, 'name = "Järvialue"')).title == "Järvialue"


def test_what_is_wrong_is_told_with_the_file(tmp_path: Path) -> None:
    file = made(tmp_path, "name = Alue")
    with speaking("en"), pytest.raises(OrganisationFileError) as refused:
        organisation_profile(file)
    assert str(refused.value) == f"{file}: line 1 cannot be read as TOML."
    assert refused.value.file == file


def test_what_is_gone_meanwhile_is_told(tmp_path: Path) -> None:
    with speaking("en"), pytest.raises(OrganisationFileError, match="cannot be read"):
        organisation_profile(tmp_path / FILE_NAME)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a folder with a draft of two stages without an actor, far from the user's settings."""
    monkeypatch.setenv("KETJUPAJA_LANG", "en")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    stages = [At("Käynti", actor=None), At("Tuki", actor=None)]
    waivers = (
        Waiver(
            id="w0", rule="RES-01", about="s1", reason={"fi": "Syy"}, review_on=date(2026, 1, 2)
        ),
        Waiver(id="w1", rule="RES-02", about="s1", reason={"fi": "Syy"}),
    )
    files.save(build(*waivers, phases=["Hoito"], stages=stages), tmp_path / "a.ketju")
    return tmp_path


def checking(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as end:
        main(["check", *map(str, arguments)])
    return int(end.value.code or 0), *capsys.readouterr()


def told(out: str) -> dict[str, Any]:
    return next(each for each in json.loads(out)["files"] if "profile" in each)


OFF = """name = "Järvialue"
[off]
RES-01 = "Sovittu toisin"
"""


@pytest.mark.parametrize("place", [".", "config/ketjupaja"])
def test_the_command_line_checks_by_it_and_tells_what_is_off(
    folder: Path, capsys: pytest.CaptureFixture[str], place: str
) -> None:
    made(folder / place, OFF)
    _code, out, err = checking(capsys, folder / "a.ketju", "--format", "json")
    assert not err
    assert told(out)["profile"] == "organisation"
    assert told(out)["switched_off"] == [{"rule": "RES-01", "reason": "Sovittu toisin"}]
    assert "RES-01" not in {each["rule"] for each in told(out)["findings"]}
    _code, out, _err = checking(capsys, folder / "a.ketju")
    assert "(Järvialue)" in out.splitlines()[0]
    assert "RES-01 is switched off: Sovittu toisin" in out.splitlines()


def test_another_profile_that_is_asked_for_goes_before_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made(folder, "name = broken")
    code, out, err = checking(
        capsys, folder / "a.ketju", "--profile", "workshop", "--format", "json"
    )
    assert (code, err) == (1, "")
    assert told(out)["profile"] == "workshop"


def test_of_one_that_cannot_be_used_is_told_once_and_checks_go_on(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = made(folder, OFF.replace("RES-01", "RES-99"))
    files.save(files.read(folder / "a.ketju"), folder / "b.ketju")
    code, out, err = checking(capsys, folder, "--format", "json")
    words = f"{file}: off.RES-99: there is no such rule; “ketjupaja rules” lists them."
    assert (code, err.splitlines()) == (2, [words])
    assert [each.get("profile") for each in json.loads(out)["files"]] == [
        "workshop",
        "workshop",
        None,
    ]


def test_when_it_is_asked_for_it_must_be_there(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _out, err = checking(capsys, folder / "a.ketju", "--profile", "organisation")
    assert code == 2
    assert err.startswith(f"{folder / 'a.ketju'}: there is no ketjupaja.toml beside it")
    made(folder, OFF)
    code, _out, err = checking(capsys, folder / "a.ketju", "--profile", "organisation")
    assert (code, err) == (1, "")


def test_acceptances_that_are_due_or_idle_are_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = checking(capsys, folder / "a.ketju", "--profile", "coordination")[1].splitlines()
    at = next(number for number, line in enumerate(lines) if "RES-01" in line and "Tuki" in line)
    assert "Was accepted until 2.1.2026. Review it." in lines[at + 1]
    out = checking(capsys, folder / "a.ketju", "--profile", "coordination", "--format", "json")[1]
    due = {each["waiver"] for each in told(out)["findings"] if each["rule"] == "RES-01"}
    assert due == {None, "w0"}
    assert "1 acceptance has nothing left to accept" in lines
    assert told(out)["idle_waivers"] == ["w1"]
