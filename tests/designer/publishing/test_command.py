"""`ketjupaja publish`, as it is called: what it prints, writes, and ends with."""

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from designer.cli import main
from model import file
from model.checks import CHECKS
from model.codes import PathwayStatus
from model.pathway import Pathway
from tests.designer.publishing.library import ONE, OTHER, approved, edited

NOT_ASKED = "\n".join(f'{rule.id} = "not asked"' for rule in CHECKS)
LENIENT = f'name = "Alue"\nbased_on = "publishing"\n\n[off]\n{NOT_ASKED}\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ketjupaja.toml").write_text(LENIENT, encoding="utf-8")
    folder = tmp_path / "ketjut"
    folder.mkdir()
    put(folder, approved(ONE))
    return folder


def put(folder: Path, pathway: Pathway) -> Path:
    path = folder / f"{pathway.info.id}.ketju"
    file.save(pathway, path)
    return path


def run(*arguments: object) -> int:
    with pytest.raises(SystemExit) as ended:
        main(["publish", *map(str, arguments), "--lang", "en"])
    return int(ended.value.code or 0)


def test_what_goes_out_and_what_not_is_printed(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(folder, OTHER)
    assert run(folder, "--out", tmp_path / "site") == 1
    out = capsys.readouterr().out
    assert "Does not go out (1)\n  Muisti" in out
    assert "Nobody has approved it." in out
    assert "New (1)\n  Uni" in out
    assert (tmp_path / "site" / "fi" / "uni.html").is_file()
    assert not (tmp_path / "site" / "fi" / "muisti.html").exists()


def test_what_changed_is_printed_and_a_dry_run_writes_nothing(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "site"
    assert run(folder, "--out", site, "--dry-run") == 0
    assert not site.exists()
    assert run(folder, "--out", site) == 0
    put(folder, approved(edited(ONE)))
    before = (site / "fi" / "uni.html").read_bytes()
    capsys.readouterr()
    assert run(folder, "--out", site, "--dry-run") == 0
    said = capsys.readouterr()
    assert "Changed (1)\n  Uni" in said.out
    assert "Aivan toinen" in said.out
    assert "dry run" in said.err
    assert (site / "fi" / "uni.html").read_bytes() == before
    assert run(folder, "--out", site) == 0
    assert "Aivan toinen" in (site / "fi" / "uni.html").read_text(encoding="utf-8")


def test_what_lies_in_the_folder_is_withdrawn_by_name_only(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "site"
    other = put(folder, approved(OTHER))
    assert run(folder, "--out", site) == 0
    other.unlink()
    assert run(folder, "--out", site) == 0
    assert "Stays as it was published" in capsys.readouterr().out
    assert (site / "fi" / "muisti.html").is_file()
    assert run(folder, "--out", site, "--withdraw", "mustio") == 2
    assert "muisti" in capsys.readouterr().err
    assert run(folder, "--out", site, "--withdraw", "muisti") == 0
    assert not (site / "fi" / "muisti.html").exists()


def test_a_preview_takes_drafts_and_a_folder_of_its_own(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(folder, OTHER)
    assert run(folder, "--out", tmp_path / "draft", "--preview") == 0
    page = (tmp_path / "draft" / "fi" / "muisti.html").read_text(encoding="utf-8")
    assert "noindex" in page
    assert run(folder, "--out", tmp_path / "draft") == 1
    assert "preview lies in this folder" in capsys.readouterr().err


def test_a_file_that_cannot_be_read_is_named_and_the_others_go_out(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "broken.ketju").write_bytes(b"{")
    assert run(folder, "--out", tmp_path / "site") == 2
    assert "broken.ketju" in capsys.readouterr().err
    assert (tmp_path / "site" / "fi" / "uni.html").is_file()


def test_the_organisation_says_how_it_publishes(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "theme.css").write_text(":root { --accent: #123456; }", encoding="utf-8")
    (tmp_path / "ketjupaja.toml").write_text(
        f'{LENIENT}\n[publishing]\naddress = "https://ketjut.example.fi/"\nfolder = "sivut"\n'
        'theme = "theme.css"\ntitle = { fi = "Alueen ketjut" }\n',
        encoding="utf-8",
    )
    assert run(folder) == 0
    assert (
        b"https://ketjut.example.fi/fi/uni.html"
        in (tmp_path / "sivut" / "sitemap.xml").read_bytes()
    )
    assert b"#123456" in (tmp_path / "sivut" / "theme.css").read_bytes()
    assert "Alueen ketjut" in (tmp_path / "sivut" / "fi" / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("publishing = 3", "[publishing]"),
        ('[publishing]\nadress = "https://a.fi"', "publishing.adress"),
        ('[publishing]\naddress = "javascript:alert(1)"', "publishing.address"),
        ('[publishing]\ntheme = "../../secret.css"', "publishing.theme"),
        ('[publishing]\nlogo = "/etc/passwd"', "publishing.logo"),
        ('[publishing]\nlanguages = ["xx"]', "publishing.languages"),
        ('[publishing]\nlanguages = "fi"', "publishing.languages"),
        ('[publishing]\ntitle = "Ketjut"', "publishing.title"),
        ('[publishing]\nfolder = "a\\nb"', "publishing.folder"),
    ],
)
def test_an_organisation_file_is_read_strictly(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], written: str, words: str
) -> None:
    text = f'name = "Alue"\n{written}\n'
    (tmp_path / "ketjupaja.toml").write_text(text, encoding="utf-8")
    assert run(folder, "--out", tmp_path / "site") == 2
    said = capsys.readouterr().err
    assert words in said
    assert "ketjupaja.toml" in said
    assert not (tmp_path / "site").exists()


def test_a_folder_is_needed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(folder) == 2
    assert "--out" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--languages", "xx"), 2),
        (("--address", "ftp://a.fi"), 1),
        (("--logo", "none.png"), 1),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(
    folder: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    code: int,
) -> None:
    assert run(folder, "--out", tmp_path / "site", *arguments) == code
    said = capsys.readouterr().err
    assert arguments[-1] in said
    assert said.count("\n") == 1
    assert not (tmp_path / "site").exists()


def approving(*arguments: object) -> int:
    with pytest.raises(SystemExit) as ended:
        main(["approve", *map(str, arguments), "--lang", "en"])
    return int(ended.value.code or 0)


def test_approved_from_the_command_line(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = put(folder, OTHER)
    before = (folder / "one.ketju").read_bytes()
    role = ("--role", "fi=Johtoryhmä", "--on", "2026-01-15")
    assert approving(folder, *role) == 0
    approval = file.read(other).info.approvals[-1]
    assert (approval.role, approval.on) == ({"fi": "Johtoryhmä"}, date(2026, 1, 15))
    assert (folder / "one.ketju").read_bytes() == before  # it was approved as it is already
    assert run(folder, "--out", tmp_path / "site") == 0
    assert "New (2)" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("--role", "sv=Ledning"), 1, "Write in which role"),
        (("--role", "fi=A", "--on", "2999-01-01"), 1, "later than today"),
        (("--role", "fi=A", "--role", "fi=B"), 2, "twice"),
        (("--role", "fi=A", "--on", "eilen"), 2, "eilen"),
        ((), 2, "--role"),
    ],
)
def test_what_cannot_be_approved_stays_as_it_is(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    code: int,
    words: str,
) -> None:
    other = put(folder, OTHER)
    before = other.read_bytes()
    assert approving(other, *arguments) == code
    said = capsys.readouterr()
    assert words in said.out + said.err
    assert other.read_bytes() == before


def test_errors_keep_a_pathway_from_being_approved(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = put(tmp_path, ONE)
    assert approving(path, "--role", "fi=Johtoryhmä") == 1
    assert "(CUS-" in capsys.readouterr().out
    assert file.read(path) == ONE


def test_a_withdrawal_that_cannot_be_is_refused_in_a_sentence(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "site"
    other = put(folder, approved(OTHER))
    assert run(folder, "--out", site) == 0
    assert run(folder, "--out", site, "--withdraw", "muisti") == 1
    assert "Take the file away or archive" in capsys.readouterr().err
    other.unlink()
    (folder / "one.ketju").unlink()
    assert run(folder, "--out", site, "--withdraw", "muisti", "--withdraw", "uni") == 1
    assert "never emptied" in capsys.readouterr().err
    assert (site / "fi" / "muisti.html").is_file()


def test_a_name_that_stands_for_two_withdraws_neither(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "site"
    swedish = replace(OTHER.info, title={"fi": "Muisti", "sv": "Uni"}, languages=("fi", "sv"))
    other = put(folder, approved(OTHER.replacing({swedish.id: swedish})))
    assert run(folder, "--out", site) == 0
    other.unlink()
    assert run(folder, "--out", site, "--withdraw", "uni") == 2
    assert "one, other" in capsys.readouterr().err
    assert run(folder, "--out", site, "--withdraw", "other") == 0


def test_a_preview_never_leads_to_the_real_address(folder: Path, tmp_path: Path) -> None:
    arguments = ("--address", "https://ketjut.example.fi/", "--preview")
    assert run(folder, "--out", tmp_path / "draft", *arguments) == 0
    pages = [*(tmp_path / "draft").rglob("*.html"), *(tmp_path / "draft").rglob("*.xml")]
    assert not any(b"ketjut.example.fi" in page.read_bytes() for page in pages)


def test_a_folder_around_the_pathways_is_no_site(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(tmp_path.rglob("*"))
    assert run(folder, "--out", tmp_path, "--dry-run") == 1
    assert "one.ketju" in capsys.readouterr().err
    assert sorted(tmp_path.rglob("*")) == before


def test_what_is_archived_stays_archived(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    info = replace(OTHER.info, status=PathwayStatus.ARCHIVED)
    path = put(folder, OTHER.replacing({info.id: info}))
    assert approving(path, "--role", "fi=Johtoryhmä") == 1
    assert "archived" in capsys.readouterr().out
    assert file.read(path).info.status is PathwayStatus.ARCHIVED


def test_what_a_colleague_saved_in_between_is_not_approved_over(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(folder, OTHER)

    def due(_pathway: Pathway) -> bool:
        put(folder, edited(OTHER))
        return True

    monkeypatch.setattr("designer.publishing.approving._is_due", due)
    assert approving(path, "--role", "fi=Johtoryhmä") == 1
    assert "in the meantime" in capsys.readouterr().err
    assert file.read(path) == edited(OTHER)
