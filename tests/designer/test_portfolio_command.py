"""`ketjupaja portfolio`: which files, since when, what is said of those that cannot be read."""

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from msgspec.structs import replace
from openpyxl import load_workbook

from designer.portfolio import Wanted, followed_by, gathered
from model import edits, file, milestones
from model.codes import PathwayStatus
from model.pathway import Pathway
from model.records import Milestone
from tests.designer.test_cli import Ketjupaja
from tests.pathways import At, build

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


@pytest.fixture
def ketjupaja(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Ketjupaja:
    monkeypatch.setenv("KETJUPAJA_LANG", "en")
    return Ketjupaja(capsys)


def kept(pathway: Pathway, *days: date) -> Pathway:
    """Return a pathway with a milestone of noon of each day, named by it."""
    for day in days:
        at = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
        pathway, _done = milestones.keep(pathway, {"en": f"{day}"}, at).applied_to(pathway)
    return pathway


def sleep() -> Pathway:
    return build(title="Uni", phases=["Alku"], actors=["Hoitaja"], stages=[At("Käynti")])


def renamed(pathway: Pathway) -> Pathway:
    stage = pathway.stages[0]
    return pathway.replacing({stage.id: replace(stage, title={"fi": "Puhelu"})})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "ketjut"
    (folder / "alla").mkdir(parents=True)
    file.save(renamed(kept(sleep(), date(2026, 8, 1))), folder / "alla" / "uni.ketju")
    file.save(edits.with_new_identity(build(title="Kipu")), folder / "kipu.ketju")
    (folder / "rikki.ketju").write_text("{")
    return folder


def column(path: Path, sheet: str, header: str) -> list[object]:
    headers, *rows = load_workbook(path)[sheet].iter_rows(values_only=True)
    return [row[headers.index(header)] for row in rows]


def test_a_folder_becomes_one_workbook_and_what_is_broken_is_named(
    ketjupaja: Ketjupaja, folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "salkku.xlsx"
    result = ketjupaja("portfolio", folder, "--out", out)
    assert result.code == 2
    assert "rikki.ketju" in result.err
    assert column(out, "Overview", "Pathway") == ["Uni", "Kipu"]
    assert column(out, "Overview", "File") == [str(Path("alla", "uni.ketju")), "kipu.ketju"]
    assert column(out, "Not read", "File") == ["rikki.ketju"]
    assert str(tmp_path) not in str(column(out, "Not read", "Why it was not read"))
    assert str(folder / "rikki.ketju") in result.err
    assert "Changes" not in load_workbook(out).sheetnames


def test_changes_since_a_day_and_since_a_folder(
    ketjupaja: Ketjupaja, folder: Path, tmp_path: Path
) -> None:
    (folder / "rikki.ketju").unlink()
    out, earlier = tmp_path / "salkku.xlsx", tmp_path / "elokuu"
    assert ketjupaja("portfolio", folder, "--out", out, "--since", "2026-09-01").code == 0
    assert column(out, "Overview", "Changes since 1.9.2026") == [1, "not known"]
    assert column(out, "Changes", "Compared with") == ["2026-08-01, 1.8.2026", None]
    earlier.mkdir()
    file.save(sleep(), earlier / "vanha nimi.ketju")
    assert ketjupaja("portfolio", folder, "--out", out, "--earlier", earlier, "--force").code == 0
    assert column(out, "Overview", "Changes, compared with elokuu") == [1, "not known"]
    assert column(out, "Changes", "Compared with") == ["vanha nimi.ketju", None]


def test_a_portfolio_of_nothing_leaves_the_last_one(
    ketjupaja: Ketjupaja, folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "salkku.xlsx"
    out.write_text("viime kuun")
    for target in (tmp_path / "ei ole", folder / "rikki.ketju"):
        result = ketjupaja("portfolio", target, "--out", out, "--force")
        assert result.code == 2
        assert "nothing was written" in result.err
        assert str(target) in result.err
    assert out.read_text() == "viime kuun"


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
def test_any_day_of_the_calendar_can_be_asked_for(
    day: str, ketjupaja: Ketjupaja, folder: Path, tmp_path: Path
) -> None:
    (folder / "rikki.ketju").unlink()
    result = ketjupaja("portfolio", folder, "--out", tmp_path / "salkku.xlsx", "--since", day)
    assert (result.code, "failed" in result.err) == (0, False)


@pytest.mark.parametrize(
    ("options", "words", "code"),
    [
        (("--since", "1.9.2026"), "--since", 2),
        (("--since", "2026-09-01", "--earlier", "x"), "--earlier", 2),
        (("--profile", "strict"), "strict", 2),
        (("--out", "a.ketju"), "a.ketju", 1),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_sentence(
    ketjupaja: Ketjupaja, folder: Path, options: tuple[str, ...], words: str, code: int
) -> None:
    out = folder.parent / "salkku.xlsx"
    result = ketjupaja("portfolio", folder, "--out", out, *options)
    assert result.code == code
    assert words in result.err
    assert not out.exists()


def test_a_workbook_that_is_there_is_not_replaced_unasked(
    ketjupaja: Ketjupaja, folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "salkku.xlsx"
    out.write_text("oma")
    assert ketjupaja("portfolio", folder, "--out", out).code == 1
    assert out.read_text() == "oma"


def _compared_with(pathway: Pathway, day: date, folder: Path) -> str | None:
    file.save(pathway, folder / "a.ketju")
    wanted = Wanted([folder], since=day)
    since = gathered(wanted, folder, NOW, lambda _share: None).since
    assert since is not None
    return since.states[0].name if since.states else None


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 8, 31), None),
        (date(2026, 9, 1), "2026-09-01, 1.9.2026"),
        (date(2026, 9, 30), "2026-09-01, 1.9.2026"),
        (date(2026, 12, 1), "2026-10-01, 1.10.2026"),
    ],
)
def test_the_newest_milestone_of_the_day_or_before_counts(
    day: date, name: str | None, tmp_path: Path
) -> None:
    pathway = kept(sleep(), date(2026, 10, 1), date(2026, 9, 1))
    assert _compared_with(pathway, day, tmp_path) == name


def test_a_damaged_milestone_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    pathway = kept(sleep(), date(2026, 8, 1))
    [milestone] = pathway.of(Milestone)
    damaged = pathway.replacing({milestone.id: replace(milestone, content="xx")})
    file.save(damaged, tmp_path / "a.ketju")
    wanted = Wanted([tmp_path], since=date(2026, 9, 1))
    portfolio = gathered(wanted, tmp_path, NOW, lambda _share: None)
    assert len(portfolio.run.checked) == 1
    assert ["a.ketju" in unread.reason for unread in portfolio.run.unread] == [True]


def test_drafts_are_followed_up_as_what_is_to_become_complete() -> None:
    assert [followed_by(status).name for status in PathwayStatus] == [
        "coordination",
        "coordination",
        "publishing",
        "publishing",
        "publishing",
    ]


def test_days_begin_at_midnight_where_the_computer_is(tmp_path: Path) -> None:
    at = datetime(2026, 9, 1, 22, 30, tzinfo=UTC)  # half past one on the second in Finland
    pathway, _done = milestones.keep(sleep(), {"fi": "Yö"}, at).applied_to(sleep())
    file.save(pathway, tmp_path / "a.ketju")
    wanted = Wanted([tmp_path], since=date(2026, 9, 1))
    finland = timezone(timedelta(hours=3))
    known = []
    for now in (NOW, NOW.astimezone(finland)):
        since = gathered(wanted, tmp_path, now, lambda _share: None).since
        known.append(since is not None and bool(since.states))
    assert known == [True, False]
