"""The first sheet of a portfolio: a pathway a row."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

from exporters.excel.tables import Column, Table, Value
from exporters.findings.words import HEADINGS
from exporters.portfolio.followed import SOON, Followed, Since, said
from exporters.website.words import capital
from model.codes import PathwayStatus, Severity
from model.codes.names import name_of_code
from model.messages import _, ngettext


def overview_table(entries: Sequence[Followed], since: Since | None) -> Table:
    """Return where each pathway stands: status, owner, review, completeness, findings, tasks."""
    columns = [
        Column(_("Pathway"), 38, lambda entry: entry.title),
        Column(_("Status"), 14, lambda entry: capital(name_of_code(entry.pathway.info.status))),
        *_owner(),
        *_review(),
        Column(_("Complete (%)"), 13, lambda entry: entry.complete.percent),
        _found(Severity.ERROR, _is_error),
        _found(Severity.WARNING),
        _found(Severity.INFO),
        Column(_("Not evaluated"), 12, lambda entry: len(entry.checked.report.not_evaluated)),
        Column(_("Accepted exceptions"), 15, lambda entry: len(entry.checked.report.accepted)),
        Column(_("Open tasks"), 10, lambda entry: len(entry.open_tasks)),
        Column(_("Overdue tasks"), 10, _late_tasks, lambda entry: _late_tasks(entry) > 0),
        *_approval(),
    ]
    if since is not None:
        columns.append(
            Column(since.heading, 16, _changes, lambda entry: entry.changes is None),
        )
    columns += [
        Column(_("Version"), 10, lambda entry: entry.pathway.info.version),
        Column(_("Stages"), 9, lambda entry: len(entry.pathway.stages)),
        Column(_("Checked by profile"), 16, lambda entry: _(entry.checked.profile.title)),
        Column(_("File"), 44, lambda entry: str(entry.checked.file or "")),
    ]
    return Table(_("Overview"), columns, entries, frozen=1)


def _owner() -> tuple[Column, ...]:
    def owner(field: str) -> Callable[[Any], Value]:
        def value(entry: Followed) -> Value:
            owner = entry.pathway.info.owner
            return said(getattr(owner, field)) if owner else ""

        return value

    role = owner("role")
    return (
        Column(_("Owner"), 30, role, lambda entry: not role(entry)),
        Column(_("Owner’s organisation"), 26, owner("organisation")),
    )


def _review() -> tuple[Column, ...]:
    return (
        Column(_("Last reviewed"), 13, lambda entry: entry.pathway.info.last_reviewed),
        Column(_("Next review"), 13, lambda entry: entry.pathway.info.next_review, _is_due),
        Column(_("Review"), 16, _review_in_words, _is_due),
    )


def _is_due(entry: Followed) -> bool:
    return entry.review_is_due


def _review_in_words(entry: Followed) -> str:
    day = entry.pathway.info.next_review
    if entry.pathway.info.status is PathwayStatus.ARCHIVED:
        return ""
    if day is None:
        return _("no date")
    if entry.review_is_due:
        late = (entry.today - day).days
        return ngettext("{count} day late", "{count} days late", late).format(count=late)
    return _("soon") if day - entry.today <= timedelta(days=SOON) else _("in time")


def _found(severity: Severity, alerts: Callable[[Any], bool] = lambda _entry: False) -> Column:
    return Column(
        _(HEADINGS[severity]), 13, lambda entry: entry.checked.report.count(severity), alerts
    )


def _is_error(entry: Followed) -> bool:
    return entry.checked.report.count(Severity.ERROR) > 0


def _late_tasks(entry: Followed) -> int:
    return sum(entry.is_late(task.due) for task in entry.open_tasks)


def _approval() -> tuple[Column, ...]:
    def edited(entry: Followed) -> str:
        if entry.approval is None:
            return ""
        if entry.edited is None:
            return _("not known")
        return _("yes") if entry.edited else _("no")

    return (
        Column(_("Approved on"), 17, lambda entry: entry.approval.on if entry.approval else None),
        Column(
            _("Approved by"),
            30,
            lambda entry: (
                ", ".join(
                    filter(None, map(said, (entry.approval.role, entry.approval.organisation)))
                )
                if entry.approval
                else ""
            ),
        ),
        Column(_("Edited since the approval"), 14, edited, lambda entry: bool(entry.edited)),
    )


def _changes(entry: Followed) -> Value:
    """Count what differs, but for what only lies elsewhere on the board."""
    if entry.changes is None:
        return _("not known")
    return sum(len(part.differences) for part in entry.changes.parts)
