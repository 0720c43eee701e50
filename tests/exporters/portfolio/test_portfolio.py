"""The portfolio's workbook: what it tells of each pathway, and what it never tells."""

import re
from datetime import UTC, date, datetime
from functools import partial
from io import BytesIO
from pathlib import PurePath
from zipfile import ZipFile

import pytest
from msgspec.structs import replace
from openpyxl import Workbook, load_workbook

from exporters.exporter import CancelledError
from exporters.findings import CheckedFile, CheckRun, UnreadFile
from exporters.portfolio import Before, Portfolio, Since, portfolio_bytes
from exporters.portfolio.metrics import number_or_words
from model.approval import Approver, approve
from model.checks import COORDINATION, check
from model.checks.finding import Finding
from model.codes import ChannelKind, ContactKind, GroupKind, NoteKind, PathwayStatus, Severity
from model.messages import speaking
from model.parts import Contact, Observation, Responsibility
from model.pathway import Pathway
from model.records import (
    Channel,
    Metric,
    Note,
    ParticipantGroup,
    Story,
    Task,
    Workshop,
)
from model.text import read_span
from tests.pathways import At, build

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
PERSON = "Matti Meikäläinen"
PRIVATE = "vain työryhmälle"
HOME = "/home/matti.virtanen"
HOSTILE = '=HYPERLINK("http://x")'


def sleep(**info: object) -> Pathway:
    pathway = build(
        Task(id="t1", order="a0", title={"fi": "Soita"}, due=date(2026, 11, 21)),
        Task(
            id="t2",
            order="a1",
            title={"fi": "Kirjoita"},
            responsible={"fi": "Hoitaja"},
            due=date(2026, 11, 22),
        ),
        Task(id="t3", order="a2", title={"fi": "Tehty"}, due=date(2026, 1, 1), done=True),
        Metric(
            id="m1",
            order="a0",
            title={"fi": "Odotus"},
            target="14 pv",
            interval=read_span("6 kk"),
            observations=(
                Observation(value="21", starts=date(2026, 7, 1), ends=date(2026, 9, 30)),
                Observation(value="30", starts=date(2026, 1, 1), ends=date(2026, 3, 31)),
            ),
        ),
        title="Uni",
        phases=["Alku"],
        actors=["Asiakas", "Hoitaja"],
        stages=[At("Yhteys"), At("Arvio", actor=1, column=1)],
        arrows=[(0, 1)],
    )
    return pathway.replacing({"info": replace(pathway.info, **info)})


def in_file(pathway: Pathway, name: str = "uni.ketju") -> CheckedFile:
    report = check(pathway, COORDINATION, NOW.date())
    return CheckedFile(PurePath(name), pathway, report, COORDINATION)


def portfolio(*pathways: Pathway, since: Since | None = None) -> Portfolio:
    checked = (in_file(each, f"{number}.ketju") for number, each in enumerate(pathways))
    return Portfolio(CheckRun(NOW, tuple(checked)), since)


def made(asked: Portfolio) -> Workbook:
    with speaking("en"):
        return load_workbook(BytesIO(portfolio_bytes(asked, lambda _share: None)))


def rows(book: Workbook, title: str) -> list[dict[str, object]]:
    headers, *others = book[title].iter_rows(values_only=True)
    return [dict(zip(map(str, headers), row, strict=True)) for row in others]


def marked(book: Workbook, title: str, row: int = 2) -> set[str]:
    """Return over which columns a row has cells with a background."""
    headers = [str(cell.value) for cell in book[title][1]]
    filled = (cell.fill.fill_type is not None for cell in book[title][row])
    return {header for header, is_filled in zip(headers, filled, strict=True) if is_filled}


def test_the_overview_tells_where_a_pathway_stands() -> None:
    owner = Responsibility(role={"fi": "Palvelujohtaja"}, person=PERSON)
    pathway = sleep(
        status=PathwayStatus.IN_REVIEW,
        owner=owner,
        version="1.2",
        last_reviewed=date(2025, 11, 1),
        next_review=date(2026, 11, 1),
    )
    book = made(portfolio(pathway))
    [row] = rows(book, "Overview")
    told = in_file(pathway)
    assert row["Pathway"] == "Uni"
    assert row["Status"] == "In review"
    assert row["Owner"] == "Palvelujohtaja"
    assert (row["Version"], row["File"], row["Stages"]) == ("1.2", "0.ketju", 2)
    assert (row["Next review"], row["Review"]) == (datetime(2026, 11, 1), "21 days late")  # noqa: DTZ001
    assert row["Complete (%)"] == told.completeness(NOW.date()).total.percent
    assert row["Errors"] == told.report.count(Severity.ERROR) > 0
    assert (row["Open tasks"], row["Overdue tasks"]) == (2, 1)
    assert marked(book, "Overview") >= {"Next review", "Review", "Overdue tasks", "Errors"}
    assert "Owner" not in marked(book, "Overview")


@pytest.mark.parametrize(
    ("day", "status", "words"),
    [
        (date(2026, 11, 21), PathwayStatus.DRAFT, "1 day late"),
        (date(2026, 11, 22), PathwayStatus.DRAFT, "soon"),
        (date(2027, 1, 21), PathwayStatus.DRAFT, "soon"),
        (date(2027, 1, 22), PathwayStatus.DRAFT, "in time"),
        (None, PathwayStatus.DRAFT, "no date"),
        (date(2020, 1, 1), PathwayStatus.ARCHIVED, None),
    ],
)
def test_a_review_is_late_from_the_day_after(
    day: date | None, status: PathwayStatus, words: str | None
) -> None:
    book = made(portfolio(sleep(next_review=day, status=status)))
    assert rows(book, "Overview")[0]["Review"] == words
    assert ("Review" in marked(book, "Overview")) == (words == "1 day late")


def test_open_tasks_come_by_their_day_and_late_ones_are_marked() -> None:
    book = made(portfolio(sleep()))
    told = [
        (row["Task"], row["State"], row["Responsible role"]) for row in rows(book, "Open tasks")
    ]
    assert told == [("Soita", "overdue", None), ("Kirjoita", "to be done", "Hoitaja")]
    assert marked(book, "Open tasks", 2) == {"Due", "State", "Responsible role"}
    assert marked(book, "Open tasks", 3) == set()


def test_the_latest_result_is_that_of_the_newest_period() -> None:
    [row] = rows(made(portfolio(sleep())), "Metrics")
    assert (row["Latest result"], row["Measured"]) == (21, "1.7.2026–30.9.2026")
    assert "14 pv" in row.values()


def test_findings_of_all_pathways_stand_in_one_sheet_with_a_filter() -> None:
    pathways = [sleep(), sleep(title={"fi": "Kipu"})]
    book = made(portfolio(*pathways))
    told = rows(book, "Findings")
    assert len(told) == sum(len(in_file(each).report.findings) for each in pathways)
    assert {row["Pathway"] for row in told} == {"Uni", "Kipu"}
    assert book["Findings"].auto_filter.ref == f"A1:J{len(told) + 1}"


def test_approvals_tell_whether_something_was_edited_since() -> None:
    by = Approver({"fi": "Johtaja"}, {"fi": "Alue"}, date(2026, 10, 1))
    approved, _done = approve(sleep(), by, NOW).applied_to(sleep())
    stage = approved.stages[0]
    edited = approved.replacing({stage.id: replace(stage, title={"fi": "Muu"})})
    told = [
        (row["Approved by"], row["Edited since the approval"])
        for row in rows(made(portfolio(sleep(), approved, edited)), "Overview")
    ]
    assert told == [(None, None), ("Johtaja, Alue", "no"), ("Johtaja, Alue", "yes")]


def test_changes_are_told_in_words_and_what_is_not_known_is_said() -> None:
    before, now = sleep(), sleep()
    stage = now.stages[0]
    now = now.replacing({stage.id: replace(stage, title={"fi": "Puhelu"}), "t9": task_nine()})
    since = Since(date(2026, 9, 1), {0: Before(before, "Workshop 2, 1.9.2026")})
    book = made(portfolio(now, sleep(title={"fi": "Kipu"}), since=since))
    first, second = rows(book, "Changes")
    assert (first["Compared with"], first["Kind of change"]) == ("Workshop 2, 1.9.2026", "changed")
    assert "“Yhteys” → “Puhelu”" in str(first["In detail"])
    assert second["Pathway"] == "Kipu"
    assert "1.9.2026" in str(second["In detail"])
    counts = [row["Changes since 1.9.2026"] for row in rows(book, "Overview")]
    assert counts == [1, "not known"]


def task_nine() -> Task:
    return Task(id="t9", order="a9", title={"fi": "Uusi tehtävä"})


def test_nothing_that_is_kept_inside_is_told() -> None:
    bare = sleep()
    info = replace(
        bare.info,
        owner=Responsibility(role={"fi": "Johtaja"}, person=PERSON),
        sector_responsibles=(Responsibility(role={"fi": "Lääkäri"}, person=PERSON),),
    )
    actor = replace(
        bare.actors[0],
        professional_contacts=(Contact(kind=ContactKind.PHONE, value=PERSON),),
    )
    kept = (
        Note(id="n1", order="a0", kind=NoteKind.IDEA, text={"fi": PRIVATE}),
        Story(id="y1", order="a0", title={"fi": PRIVATE}, persona={"fi": PERSON}),
        Workshop(id="w1", order="a0", title={"fi": PRIVATE}, result={"fi": PRIVATE}),
        ParticipantGroup(id="g1", order="a0", kind=GroupKind.WORKING_GROUP, persons=PERSON),
        Task(id="t9", order="a9", title={"fi": "Vastaa"}, about="n1", workshop="w1"),
    )
    now = bare.replacing({each.id: each for each in (info, actor, *kept)})
    about_note = Finding(rule="OWN-01", severity=Severity.ERROR, about="n1", message=PRIVATE)
    checked = in_file(now)
    checked = checked._replace(
        report=replace(checked.report, findings=(*checked.report.findings, about_note))
    )
    since = Since("ennen", {0: Before(bare, "ennen")})
    data = portfolio_bytes(Portfolio(CheckRun(NOW, (checked,)), since), lambda _share: None)
    with ZipFile(BytesIO(data)) as archive:
        parts = b"".join(map(archive.read, archive.namelist())).decode()
    texts = {
        str(value)
        for sheet in load_workbook(BytesIO(data)).worksheets
        for row in sheet.iter_rows(values_only=True)
        for value in row
    }
    assert not any(PRIVATE in words or PERSON in words for words in texts)
    assert "Meik" not in parts
    assert "Vastaa" in texts


def test_actors_and_channels_that_several_name_alike_are_shared() -> None:
    other = build(title="Kipu", actors=["hoitaja", "Fysio"], stages=[At("Käynti")])
    [row] = rows(made(portfolio(sleep(), other)), "Shared")
    assert (row["Name"], row["Number of pathways"], row["Stages"]) == ("Hoitaja", 2, 2)
    assert row["In these"] == "Uni\nKipu"


@pytest.mark.parametrize(
    ("file", "place", "words"),
    [
        (f"{HOME}/ketjut/alla/rikki.ketju", "alla/rikki.ketju", "Open it in Ketjupaja"),
        (f"{HOME}/vanhat/rikki.ketju", "rikki.ketju", "Open it in Ketjupaja"),
        (f"{HOME}/ketjut/0.ketju", "0.ketju", "milestone"),
        (f"{HOME}/ketjut/ketjupaja.toml", "ketjupaja.toml", "rules could not be read"),
        (f"{HOME}/ketjut", "ketjut", "folder"),
    ],
)
def test_what_could_not_be_read_is_listed_without_the_words_in_it(
    file: str, place: str, words: str
) -> None:
    asked = in_folders(f"{HOME}/ketjut")
    unread = UnreadFile(PurePath(file), f"{file}: story “{PRIVATE}” of {PERSON} is damaged.")
    asked = asked._replace(run=asked.run._replace(unread=(unread,)))
    [row] = rows(made(asked), "Not read")
    assert row["File"] == str(PurePath(place))
    assert words in str(row["Why it was not read"])
    assert_untold(asked, PRIVATE, PERSON, HOME)


def in_folders(*folders: str) -> Portfolio:
    """Return a portfolio of folders with one pathway without a title in each."""
    pathway = build(title="", phases=["Alku"], stages=[At("Käynti", actor=None)])
    checked = tuple(
        in_file(pathway, str(PurePath(folder, f"{number}.ketju")))
        for number, folder in enumerate(folders)
    )
    return Portfolio(CheckRun(NOW, checked), None, [PurePath(folder) for folder in folders])


def assert_untold(asked: Portfolio, *words: str) -> None:
    with speaking("en"):
        data = portfolio_bytes(asked, lambda _share: None)
    with ZipFile(BytesIO(data)) as archive:
        parts = b"".join(map(archive.read, archive.namelist())).decode()
    assert [each for each in words if each in parts] == []


def test_files_are_told_as_they_lie_in_the_folders_asked_for() -> None:
    several = in_folders(f"{HOME}/uni", f"{HOME}/kipu")
    told = [row["File"] for row in rows(made(several), "Overview")]
    assert told == [str(PurePath("uni/0.ketju")), str(PurePath("kipu/1.ketju"))]
    assert rows(made(several), "Findings")
    assert_untold(several, HOME)
    one = several._replace(folders=[PurePath(HOME)])
    assert [row["File"] for row in rows(made(one), "Overview")] == told
    by_name = several._replace(folders=[each.file for each in several.run.checked if each.file])
    assert [row["File"] for row in rows(made(by_name), "Overview")] == ["0.ketju", "1.ketju"]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("21", 21),
        ("14,5", 14.5),
        ("14.5", 14.5),
        ("\u22123", -3),
        ("1 250", 1250),
        ("12\u00a0000,25", 12000.25),
        ("0", 0),
        ("1.250", "1.250"),
        ("007", "007"),
        ("14 pv", "14 pv"),
        ("1 25", "1 25"),
        ("", ""),
        ("1" * 20, "1" * 20),
    ],
)
def test_what_is_only_a_number_is_a_number(written: str, value: object) -> None:
    assert (number_or_words(written), type(number_or_words(written))) == (value, type(value))


def test_a_result_of_nothing_at_all_is_a_result() -> None:
    metric = Metric(
        id="m1", order="a0", title={"fi": "A"}, target="0", observations=(Observation(value="0"),)
    )
    book = made(portfolio(build(metric, title="Uni")))
    assert rows(book, "Metrics")[0]["Latest result"] == 0
    assert "Latest result" not in marked(book, "Metrics")


def test_what_is_new_is_named_and_where_it_belongs_but_not_field_by_field() -> None:
    now = sleep()
    new = replace(
        now.stages[0], id="s9", title={"fi": "Ryhmä"}, what_happens={"fi": "Pitkä teksti"}
    )
    since = Since(date(2026, 9, 1), {0: Before(now, "ennen")})
    [row] = rows(made(portfolio(now.replacing({"s9": new}), since=since)), "Changes")
    assert (row["Kind of change"], "Ryhmä" in str(row["In short"])) == ("new", True)
    assert str(row["In detail"]).splitlines() == [
        "Actor (answers for the stage): Asiakas",
        "Phase: Alku",
    ]


def test_a_long_list_of_changes_ends_with_how_many_more_there_are() -> None:
    before = sleep()
    channels = [
        Channel(
            id=f"c{n:02}", order="a0", kind=ChannelKind.PHONE, digital=False, name={"fi": f"{n}"}
        )
        for n in range(12)
    ]
    before = before.replacing({each.id: each for each in channels})
    stage = before.stages[0]
    used = replace(stage, channels=tuple(each.id for each in channels))
    since = Since("elokuu", {0: Before(before, "ennen")})
    [row] = rows(made(portfolio(before.replacing({stage.id: used}), since=since)), "Changes")
    lines = str(row["In detail"]).splitlines()
    assert (len(lines), lines[-1]) == (11, "and 2 more.")


def test_no_text_becomes_a_formula_or_a_link() -> None:
    pathway = build(
        Task(id="t1", order="a0", title={"fi": HOSTILE}, responsible={"fi": HOSTILE}),
        Metric(id="m1", order="a0", title={"fi": HOSTILE}, baseline=HOSTILE, target=HOSTILE),
        title=HOSTILE,
        phases=[HOSTILE],
        actors=[HOSTILE],
        stages=[At(HOSTILE)],
    )
    info = replace(pathway.info, owner=Responsibility(role={"fi": HOSTILE}), version=HOSTILE)
    pathway = pathway.replacing({"info": info})
    since = Since(HOSTILE, {0: Before(build(title="Uni"), HOSTILE)})
    data = portfolio_bytes(portfolio(pathway, pathway, since=since), lambda _share: None)
    with ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            assert not re.search(rb"<f[ >]|TargetMode|<hyperlink|<!DOCTYPE", archive.read(name))
    cells = [
        cell
        for sheet in load_workbook(BytesIO(data)).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and cell.value.startswith("=")
    ]
    assert len(cells) > 10
    assert all(cell.data_type == "s" and cell.quotePrefix for cell in cells)


def test_it_can_be_stopped_at_every_step() -> None:
    shares: list[float] = []
    portfolio_bytes(portfolio(sleep(), sleep()), shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1
    for steps in range(len(shares)):
        with pytest.raises(CancelledError):
            portfolio_bytes(portfolio(sleep(), sleep()), partial(_stop_after, [None] * steps))


def _stop_after(left: list[None], _share: float) -> None:
    if not left:
        raise CancelledError
    left.pop()


def test_a_pathway_without_a_title_goes_by_its_file() -> None:
    names = [row["Pathway"] for row in rows(made(portfolio(build(title=""))), "Overview")]
    assert names == ["0.ketju"]
