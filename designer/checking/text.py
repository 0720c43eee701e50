"""The report for people at a terminal: findings by severity, file by file, then a summary."""

from collections.abc import Iterator, Sequence
from datetime import date

from designer.terminal import Line
from exporters.findings import CheckedFile, CheckRun
from exporters.findings.words import HEADINGS, SEVERITIES, counts, names
from model.checks import Finding, NotEvaluated, acceptance_in_words
from model.codes import Severity
from model.messages import _, ngettext

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def run_lines(run: CheckRun) -> Iterator[Line]:
    """List what the checks say of each file; of several, also a table of their counts."""
    for place, checked in enumerate(run.checked):
        if place:
            yield Line("")
        yield from _file_lines(checked, run.made_at.date())
    if len(run.checked) + len(run.unread) > 1:
        yield Line("")
        if run.checked:
            yield from _table(run.checked)
        yield from _unread(len(run.unread))


def _file_lines(checked: CheckedFile, today: date) -> Iterator[Line]:
    yield Line(
        _("{file}: {title} ({profile})").format(
            file=checked.file,
            title=checked.title() or _("(no name)"),
            profile=_(checked.profile.title),
        ),
        "bold",
    )
    for severity in SEVERITIES:
        found = [finding for finding in checked.report.findings if finding.severity is severity]
        if found:
            yield Line("")
            yield Line(f"{_(HEADINGS[severity])} ({len(found)})", _STYLES[severity])
            for finding in found:
                yield from _finding_lines(checked, finding, today)
    unknown = checked.report.not_evaluated
    if unknown:
        yield Line("")
        heading = _("Not evaluated")
        yield Line(f"{heading} ({len(unknown)})", "dim")
        for entry in unknown:
            yield Line(f"  {entry.rule:<7} {entry.reason}", "dim")
            yield from _place(checked, entry, entry.reason)
    yield Line("")
    for off in checked.report.switched_off:
        yield Line(
            _("{rule} is switched off: {reason}").format(rule=off.rule, reason=off.reason), "dim"
        )
    idle = len(checked.report.idle_waivers)
    if idle:
        yield Line(
            ngettext(
                "{count} acceptance has nothing left to accept",
                "{count} acceptances have nothing left to accept",
                idle,
            ).format(count=idle),
            "dim",
        )
    yield Line(counts(checked.report))


def _finding_lines(checked: CheckedFile, finding: Finding, today: date) -> Iterator[Line]:
    yield Line(f"  {finding.rule:<7} {finding.message}")
    yield from _place(checked, finding, finding.message)
    accepted = acceptance_in_words(finding, checked.pathway, today)
    if accepted:
        yield Line(f"          {accepted}", "dim")


def _place(checked: CheckedFile, entry: Finding | NotEvaluated, words: str) -> Iterator[Line]:
    """Name the record, unless the words do."""
    record = checked.pathway.get(entry.about or "")
    if record and not all(name in words for name in names(checked.pathway, record)):
        yield Line(f"          {checked.place(entry)}", "dim")


def _table(all_checked: Sequence[CheckedFile]) -> Iterator[Line]:
    headings = (
        _("File"),
        _("Profile"),
        *(_(HEADINGS[severity]) for severity in SEVERITIES),
        _("Not evaluated"),
        _("Accepted"),
    )
    rows = [_summary_row(checked) for checked in all_checked]
    total = ("", "", *(sum(column) for column in zip(*(row[2:] for row in rows), strict=True)))
    cells = [[str(cell) for cell in row] for row in (headings, *rows, total)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for place, row in enumerate(cells):
        words = [cell.ljust(width) for cell, width in zip(row[:2], widths[:2], strict=True)]
        numbers = [cell.rjust(width) for cell, width in zip(row[2:], widths[2:], strict=True)]
        heavy = place in (0, len(cells) - 1)
        yield Line("  ".join((*words, *numbers)), "bold" if heavy else "")


def _unread(count: int) -> Iterator[Line]:
    if count:
        yield Line(
            ngettext(
                "{count} could not be read: see what was said of it above.",
                "{count} could not be read: see what was said of them above.",
                count,
            ).format(count=count),
            "bold red",
        )


def _summary_row(checked: CheckedFile) -> tuple[str | int, ...]:
    report = checked.report
    return (
        str(checked.file),
        _(checked.profile.title),
        *(report.count(severity) for severity in SEVERITIES),
        len(report.not_evaluated),
        len(report.accepted),
    )
