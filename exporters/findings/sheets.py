"""The report as a workbook, to work off line by line: who, by when, how far."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from exporters.excel.tables import Cells, Heading, Table, table_of
from exporters.excel.workbook import book_of_tables
from exporters.findings.checked import RULES, CheckedFile, CheckRun, rule_title
from exporters.findings.words import HEADINGS, SEVERITIES
from exporters.website.words import capital
from model.checks import Finding, NotEvaluated
from model.codes.names import name_of_code
from model.completeness import share_in_words
from model.messages import _, spoken_language
from model.records import Task
from model.text import in_language


def sheets_bytes(run: CheckRun) -> bytes:
    """Return the report as an .xlsx file, in the language in force.

    Who is responsible, by when and how far are filled in where a task was given; the rest of
    those cells is free for the reader's own follow-up.
    """
    findings = findings_table(run)
    others = (_not_evaluated(run), _accepted(run), _switched_off(run), _unread(run))
    tables = (_summary(run), findings, *(table for table in others if table.rows))
    return book_of_tables(tables, _("Findings report"), run.made_at, lambda _share: None)


def _summary(run: CheckRun) -> Table:
    headings = (
        (_("Pathway"), 44),
        (_("File"), 40),
        (_("Profile"), 16),
        *((_(HEADINGS[severity]), 12) for severity in SEVERITIES),
        (_("Not evaluated"), 12),
        (_("Accepted"), 12),
        (_("Complete"), 12),
        (_("Checked on"), 13),
    )
    rows: list[Cells] = [
        (
            checked.title() or _("(no name)"),
            _file(checked),
            _(checked.profile.title),
            *(count for _severity, count in checked.severities()),
            len(checked.report.not_evaluated),
            len(checked.report.accepted),
            share_in_words(checked.completeness(run.made_at.date()).total),
            run.made_at.date(),
        )
        for checked in run.checked
    ]
    return table_of(_("Overview"), headings, rows, frozen=1)


def findings_table(run: CheckRun) -> Table:
    """Return all open findings, with the tasks that were given for them."""
    headings = (
        (_("Severity"), 11),
        *_about_headings(),
        (_("Finding"), 44),
        (_("How to put it right"), 36),
        (_("Responsible role"), 17),
        (_("Due"), 13),
        (_("State"), 12),
    )

    def rows(checked: CheckedFile) -> Iterator[Cells]:
        for finding in checked.report.findings:
            rule = RULES.get(finding.rule)
            yield (
                capital(name_of_code(finding.severity)),
                *_about(checked, finding),
                finding.message,
                _(rule.put_right) if rule else "",
                *_follow_up(checked.task(finding)),
            )

    return _of_each(run, _("Findings"), headings, rows)


def _follow_up(task: Task | None) -> Cells:
    if task is None:
        return "", None, ""
    responsible = in_language(task.responsible, spoken_language())
    return responsible, task.due, _("done") if task.done else _("task given")


def _not_evaluated(run: CheckRun) -> Table:
    headings = (*_about_headings(), (_("What is missing"), 80))

    def rows(checked: CheckedFile) -> Iterator[Cells]:
        for unknown in checked.report.not_evaluated:
            yield (*_about(checked, unknown), unknown.reason)

    return _of_each(run, _("Not evaluated"), headings, rows)


def _accepted(run: CheckRun) -> Table:
    headings = (
        *_about_headings(),
        (_("Finding"), 50),
        (_("Reason"), 44),
        (_("Accepted by"), 20),
        (_("Accepted on"), 13),
        (_("Review on"), 13),
    )

    def rows(checked: CheckedFile) -> Iterator[Cells]:
        for each in checked.accepted():
            about = _about(checked, each.finding)
            yield (*about, each.finding.message, each.reason, each.role, each.on, each.review_on)

    return _of_each(run, _("Accepted"), headings, rows)


def _switched_off(run: CheckRun) -> Table:
    headings = ((_("Rule"), 9), (_("Title"), 40), (_("Reason"), 80))

    def rows(checked: CheckedFile) -> Iterator[Cells]:
        for off in checked.report.switched_off:
            yield off.rule, rule_title(off.rule), off.reason

    return _of_each(run, _("Switched off"), headings, rows)


def _unread(run: CheckRun) -> Table:
    rows = [(str(unread.file), unread.reason) for unread in run.unread]
    return table_of(_("Not checked"), ((_("File"), 60), (_("Reason"), 100)), rows)


def _about_headings() -> tuple[Heading, ...]:
    return (_("Rule"), 9), (_("Title"), 22), (_("Where"), 25)


def _about(checked: CheckedFile, entry: Finding | NotEvaluated) -> Cells:
    return entry.rule, rule_title(entry.rule), capital(checked.place(entry))


def _of_each(
    run: CheckRun,
    name: str,
    headings: Sequence[Heading],
    rows: Callable[[CheckedFile], Iterable[Cells]],
) -> Table:
    """Return a table of lines from every pathway; of several, each line says from which."""
    if len(run.checked) == 1:
        return table_of(name, headings, list(rows(run.checked[0])))
    named = [
        (checked.title() or _file(checked), *cells)
        for checked in run.checked
        for cells in rows(checked)
    ]
    return table_of(name, ((_("Pathway"), 20), *headings), named, frozen=1)


def _file(checked: CheckedFile) -> str:
    return str(checked.file) if checked.file else _("not saved yet")
