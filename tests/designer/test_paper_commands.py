"""`ketjupaja poster` and `ketjupaja cards`: what they write, say and refuse."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from designer.cli import main
from designer.commands import cards
from designer.terminal import RefusedError
from model import edits
from model.approval import Approver, approve
from model.cards import stages_by_card
from model.codes import PathwayStatus
from model.file import read, save
from model.pathway import Pathway
from model.records import PathwayInfo
from tests.pathways import At, build

Run = Callable[..., tuple[int, str]]

PATHWAY = build(
    PathwayInfo(id="info", title={"fi": "Polvikipu"}, status=PathwayStatus.APPROVED),
    actors=("Asiakas", "Hoitaja"),
    phases=("Alku", "Hoito"),
    stages=(At("Soitto", 0, 0), At("Arvio", 1, 1)),
)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    monkeypatch.setenv("KETJUPAJA_LANG", "en")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> tuple[int, str]:
        with pytest.raises(SystemExit) as end:
            main(list(arguments))
        return int(end.value.code or 0), capsys.readouterr().err

    return call


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return saved(PATHWAY, tmp_path / "polvi.ketju")


def saved(pathway: Pathway, path: Path) -> Path:
    save(pathway, path)
    return path


def test_a_tiled_poster_with_a_test_page(run: Run, file: Path, tmp_path: Path) -> None:
    code, said = run(
        *("poster", str(file), "--size", "a3", "--portrait", "--tiles", "2x1"),
        *("--overlap", "12", "--ruler", "--out", "p.pdf"),
    )
    assert code == 0
    assert "The poster is 54 × 40 cm." in said
    assert "mm high" in said
    assert "no QR code" in said
    pages = PdfReader(tmp_path / "p.pdf").pages
    sizes = {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages}
    assert (len(pages), sizes) == (3, {(842, 1191)})


def test_an_approved_pathway_leads_to_its_page(run: Run, file: Path, tmp_path: Path) -> None:
    organisation = '[publishing]\naddress = "https://ketjut.example.fi/"\n'
    (tmp_path / "ketjupaja.toml").write_text(organisation, encoding="utf-8")
    _code, said = run("poster", str(file), "--out", "p.pdf")
    assert "QR" not in said
    text = PdfReader(tmp_path / "p.pdf").pages[0].extract_text()
    assert "https://ketjut.example.fi/fi/polvikipu.html" in text


def test_a_draft_has_no_page_to_lead_to(run: Run, tmp_path: Path) -> None:
    organisation = '[publishing]\naddress = "https://ketjut.example.fi/"\n'
    (tmp_path / "ketjupaja.toml").write_text(organisation, encoding="utf-8")
    draft = saved(build(stages=(At("Soitto", None, None),)), tmp_path / "luonnos.ketju")
    _code, said = run("poster", str(draft), "--out", "p.pdf")
    assert "no QR code" in said


def test_a_pathway_edited_since_its_approval_is_told(run: Run, tmp_path: Path) -> None:
    by = Approver({"fi": "Johto"}, {"fi": "Alue"}, date(2026, 11, 20))
    approved, _done = approve(PATHWAY, by, datetime(2026, 11, 22, tzinfo=UTC)).applied_to(PATHWAY)
    edited, _done = edits.rename(approved, "s0", "fi", "Toinen").applied_to(approved)
    told = []
    for pathway in (approved, edited):
        path = saved(pathway, tmp_path / "polvi.ketju")
        told.append(run("poster", str(path), "--out", "p.pdf")[1])
    assert ["edited since it was approved" in said for said in told] == [False, True]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("--size", "A5"), 2, "A0, A1, A2, A3, A4"),
        (("--tiles", "many"), 2, "2x2"),
        (("--tiles", "12x1"), 1, "1 to 10 sheets"),
        (("--overlap", "90"), 1, "0 to 50 mm"),
        (("--lang", "xx"), 2, "fi"),
    ],
)
def test_what_makes_no_poster_is_told(
    run: Run, file: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    ended, said = run("poster", str(file), *arguments, "--out", "p.pdf")
    assert (ended, words in said) == (code, True)
    assert not file.with_name("p.pdf").exists()


def test_cards_leave_their_numbers_in_the_file(run: Run, file: Path, tmp_path: Path) -> None:
    code, said = run("cards", str(file), "--blank", "3", "--out", "c.pdf")
    assert code == 0
    assert "keep the numbers" in said
    assert "Stages get the numbers 1–2." in said
    assert stages_by_card(read(file)) == {1: "s0", 2: "s1"}
    text = PdfReader(tmp_path / "c.pdf").pages[0].extract_text()
    assert "Soitto" in text
    before = file.read_bytes()
    _code, said = run("cards", str(file), "--out", "c.pdf")
    assert "keep the numbers" not in said
    assert file.read_bytes() == before


def test_cards_are_not_there_before_the_file_keeps_their_numbers(
    run: Run, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def somebody_saved(*_saved: object) -> None:
        raise RefusedError("saved in the meantime")

    monkeypatch.setattr(cards, "save_unless_changed", somebody_saved)
    code, said = run("cards", str(file), "--out", "c.pdf")
    assert (code, "in the meantime" in said) == (1, True)
    assert not (tmp_path / "c.pdf").exists()


def test_cards_that_cannot_be_made_leave_the_file_as_it_was(run: Run, file: Path) -> None:
    before = file.read_bytes()
    code, said = run("cards", str(file), "--first", "1", "--out", "c.pdf")
    assert (code, "Card 1 is on the board already" in said) == (1, True)
    assert file.read_bytes() == before


def test_blank_cards_alone_leave_the_file_as_it_was(run: Run, file: Path) -> None:
    before = file.read_bytes()
    assert run("cards", str(file), "--only-blank", "--first", "40", "--out", "c.pdf")[0] == 0
    assert file.read_bytes() == before


def test_the_pathway_itself_is_never_replaced(run: Run, file: Path) -> None:
    before = file.read_bytes()
    for command in ("poster", "cards"):
        assert run(command, str(file), "--out", str(file))[0] == 1
    assert file.read_bytes() == before
