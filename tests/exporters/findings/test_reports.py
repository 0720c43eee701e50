"""The reports to read and to work off: complete, and what people wrote stays text in them."""

import json
from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from exporters.findings import FORMATS, CheckedFile, CheckRun, ReportFormat
from exporters.findings.data import json_bytes
from exporters.findings.page import page_bytes
from exporters.findings.sheets import sheets_bytes
from model.checks import COORDINATION, check
from model.messages import speaking
from model.records import Task, Waiver
from tests.exporters.findings.runs import HOSTILE, MADE_AT, hostile, run, several
from tests.exporters.website.dom import attributes, found, links, parsed, text, the
from tests.pathways import At, build


def book(made: CheckRun) -> Workbook:
    return load_workbook(BytesIO(sheets_bytes(made)))


def rows(sheet: Worksheet) -> list[dict[str, object]]:
    titles, *others = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, titles), row, strict=True)) for row in others]


def one_line(words: str) -> str:
    return " ".join(words.split())


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_page_speaks_the_language_in_force(language: str) -> None:
    with speaking(language):
        page = parsed(page_bytes(several()))
    assert page.get("lang") == language
    assert text(the(page, "//h1"))
    assert found(page, "//table[not(caption)]") == []


def test_the_page_tells_every_finding_with_why_and_what_to_do() -> None:
    made = run("nepsy")
    (checked,) = made.checked
    page = parsed(page_bytes(made))
    cells = [text(cell) for cell in found(page, "//article//tbody//td")]
    assert sorted(cells) == sorted(one_line(each.message) for each in checked.report.findings)
    rules = {each.rule for each in checked.report.findings}
    groups = {(each.rule, each.severity) for each in checked.report.findings}
    assert {text(each) for each in found(page, "//article//span[@class='id']")} == rules
    assert len(found(page, "//article/dl")) == len(groups)


def test_acceptances_that_hold_no_more_are_told() -> None:
    """One is due for review, one has nothing to accept any more."""
    due = Waiver(
        id="w1",
        rule="RES-01",
        about="s0",
        reason={"fi": "Rekrytointi on kesken."},
        review_on=date(2026, 11, 1),
    )
    idle = Waiver(id="w2", rule="RES-01", about="s1", reason={"fi": "Ei enää."})
    pathway = build(
        due, idle, phases=["A"], actors=["Hoitaja"], stages=[At("Käynti", actor=None), At("Arvio")]
    )
    report = check(pathway, COORDINATION, MADE_AT.date())
    one = CheckedFile(None, pathway, report, COORDINATION)
    with speaking("en"):
        page = parsed(page_bytes(CheckRun(MADE_AT, (one,))))
    before = text(the(page, "//span[@class='before']"))
    assert before == "Was accepted until 1.11.2026. Review it."
    (line,) = [text(each) for each in found(page, "//section/ul/li")]
    assert line == "Stage without a responsible actor RES-01: stage “Arvio”"


def test_the_front_table_leads_to_each_pathway() -> None:
    page = parsed(page_bytes(several()))
    to_pathways = found(page, "//a[starts-with(@href, '#k')]")
    assert len(to_pathways) == 2
    for link in to_pathways:
        heading = the(page, f"//*[@id='{attributes(link)['href'][1:]}']")
        assert text(heading) == text(link)
    assert "poissa.ketju" in text(page)


def test_the_page_takes_nothing_from_elsewhere_and_runs_nothing() -> None:
    page = parsed(page_bytes(hostile()))
    assert found(page, "//script | //img | //iframe | //link | //*[@style]") == []
    assert {address[0] for address in links(page)} == {"#"}
    policy = attributes(the(page, "//meta[@http-equiv='Content-Security-Policy']"))["content"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert HOSTILE.partition("{")[0] in text(page)


def test_the_sheets_hold_everything() -> None:
    made = several()
    with speaking("en"):
        sheets = book(made)
    findings = [finding for each in made.checked for finding in each.report.findings]
    assert [row["Rule"] for row in rows(sheets["Findings"])] == [each.rule for each in findings]
    assert [row["Pathway"] for row in rows(sheets["Overview"])] == [
        each.title() for each in made.checked
    ]
    (accepted,) = rows(sheets["Accepted"])
    assert accepted["Reason"]
    assert accepted["Accepted by"]
    (missing,) = rows(sheets["Not checked"])
    assert missing["File"] == "poissa.ketju"
    for sheet in sheets.worksheets:
        assert sheet.freeze_panes
        assert sheet.auto_filter.ref
        assert sheet.print_title_rows == "$1:$1"


def test_texts_in_the_sheets_are_never_formulas() -> None:
    sheets = book(hostile())
    cells = [cell for sheet in sheets.worksheets for row in sheet.iter_rows() for cell in row]
    assert any(str(cell.value).startswith("=HYPERLINK") for cell in cells)
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}


def test_a_task_fills_in_who_and_by_when() -> None:
    with speaking("en"):
        given = [row for row in rows(book(hostile())["Findings"]) if row["Responsible role"]]
    (row,) = given
    assert row["Rule"] == "RES-01"
    assert row["State"] == "task given"
    assert str(row["Due"]).startswith("2026-12-24")


def test_the_json_counts_what_it_lists() -> None:
    made = several()
    told = json.loads(json_bytes(made))
    first, second, unread = told["files"]
    assert told["summary"]["checked"] == 2
    assert told["summary"]["unreadable"] == 1
    assert unread == {"file": "poissa.ketju", "unreadable": "poissa.ketju: tiedostoa ei ole."}
    for severity in ("error", "warning", "info"):
        listed = [
            each
            for file in (first, second)
            for each in file["findings"]
            if each["severity"] == severity
        ]
        assert told["summary"][severity] == len(listed)
    assert first["accepted"][0]["reason"]["fi"]
    assert first["completeness"]["total"]["percent"] == 100


@pytest.mark.parametrize("report", FORMATS, ids=lambda each: str(each.name))
def test_every_format_takes_a_pathway_that_is_not_saved_yet(report: ReportFormat) -> None:
    made = run("nepsy")
    unsaved = made.checked[0]._replace(file=None, lines={})
    assert report.make(made._replace(checked=(unsaved,)))


def test_of_two_tasks_for_a_finding_the_one_still_to_be_done_counts() -> None:
    tasks = [
        Task(id=id, order=id, rule="RES-01", about="s0", done=done)
        for id, done in (("a0", True), ("a1", False))
    ]
    pathway = build(*tasks, phases=["A"], stages=[At("Käynti", actor=None)])
    report = check(pathway, COORDINATION, MADE_AT.date())
    checked = CheckedFile(None, pathway, report, COORDINATION)
    finding = next(each for each in report.findings if each.rule == "RES-01")
    task = checked.task(finding)
    assert task is not None
    assert task.id == "a1"
