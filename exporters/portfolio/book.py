"""The sheets of a portfolio, one after the other."""

from collections import defaultdict
from collections.abc import Sequence

from exporters.excel.tables import Cells, Column, Table, table_of
from exporters.excel.workbook import book_of_tables
from exporters.exporter import Progress
from exporters.findings import CheckRun
from exporters.findings.sheets import findings_table
from exporters.portfolio.changes import changes_table
from exporters.portfolio.followed import Followed, Portfolio, followed, said
from exporters.portfolio.metrics import metrics_table
from exporters.portfolio.overview import overview_table
from exporters.portfolio.unread import unread_table
from exporters.website.words import capital
from model.codes.names import name_of_code
from model.messages import _
from model.records import Actor, Channel, Task


def portfolio_bytes(portfolio: Portfolio, progress: Progress) -> bytes:
    """Return the portfolio as an .xlsx file, in the language in force.

    `progress` is told the share that is done, 0 to 1; its errors end the work.
    """
    run = portfolio.run
    entries: list[Followed] = []
    for entry in followed(portfolio):
        progress(0.5 * len(entries) / len(run.checked))
        entries.append(entry)
    told = CheckRun(run.made_at, tuple(entry.checked for entry in entries))
    tables = [
        overview_table(entries, portfolio.since),
        findings_table(told),
        _tasks(entries),
        metrics_table(entries),
    ]
    if portfolio.since is not None:
        tables.append(changes_table(entries, portfolio.since))
    others = (_shared(entries), unread_table(portfolio))
    tables += [table for table in others if table.rows]
    return book_of_tables(
        tables, _("Portfolio"), run.made_at, lambda share: progress(0.5 + share / 2)
    )


def _tasks(entries: Sequence[Followed]) -> Table:
    rows = [(entry, task) for entry in entries for task in entry.open_tasks]
    rows.sort(key=lambda row: (row[1].due is None, row[1].due, row[0].title))

    def is_late(row: tuple[Followed, Task]) -> bool:
        return row[0].is_late(row[1].due)

    columns = (
        Column(_("Due"), 13, lambda row: row[1].due, is_late),
        Column(
            _("State"), 12, lambda row: _("overdue") if is_late(row) else _("to be done"), is_late
        ),
        Column(_("Pathway"), 34, lambda row: row[0].title),
        Column(_("Task"), 56, lambda row: said(row[1].title)),
        Column(
            _("Responsible role"),
            28,
            lambda row: said(row[1].responsible),
            lambda row: not said(row[1].responsible),
        ),
        Column(_("Where"), 36, lambda row: _about(*row)),
        Column(_("Rule"), 9, lambda row: row[1].rule),
    )
    return Table(_("Open tasks"), columns, rows)


def _about(entry: Followed, task: Task) -> str:
    return capital(entry.checked.place(task)) if task.about else ""


def _shared(entries: Sequence[Followed]) -> Table:
    """Return the actors and channels that several pathways name alike."""
    found: defaultdict[tuple[str, str, str], list[tuple[Followed, Actor | Channel]]]
    found = defaultdict(list)
    for entry in entries:
        for actor in entry.pathway.actors:
            name, organisation = said(actor.name), said(actor.organisation)
            found["actor", name.casefold().strip(), organisation.casefold()].append((entry, actor))
        for channel in entry.pathway.of(Channel):
            name = said(channel.name)
            found["channel", name.casefold().strip(), ""].append((entry, channel))
    rows: list[Cells] = []
    for (_kind, key, _organisation), named in found.items():
        pathways = {entry.number for entry, _record in named}
        if key and len(pathways) > 1:
            rows.append(_shared_row(named))
    rows.sort(key=lambda row: (str(row[0]), -int(str(row[4])), str(row[1])))
    headings = (
        (_("In common"), 16),
        (_("Name"), 36),
        (_("Organisation"), 30),
        (_("Kind"), 26),
        (_("Number of pathways"), 12),
        (_("Stages"), 12),
        (_("In these"), 60),
    )
    return table_of(_("Shared"), headings, rows, frozen=2)


def _shared_row(named: Sequence[tuple[Followed, Actor | Channel]]) -> Cells:
    _entry, first = named[0]
    titles = list(dict.fromkeys(entry.title for entry, _record in named))
    pathways = {entry.number for entry, _record in named}
    what, organisation, kind = _of_its_kind(first)
    stages = sum(_stages_with(record, entry) for entry, record in named)
    return what, said(first.name), organisation, kind, len(pathways), stages, "\n".join(titles)


def _of_its_kind(record: Actor | Channel) -> tuple[str, str, str]:
    """Return what a record is, whose, and of which kind."""
    if isinstance(record, Channel):
        return _("Service channel"), "", capital(name_of_code(record.kind))
    sector = capital(name_of_code(record.sector)) if record.sector else ""
    return _("Actor"), said(record.organisation), sector


def _stages_with(record: Actor | Channel, entry: Followed) -> int:
    return sum(
        record.id == stage.actor or record.id in stage.channels for stage in entry.pathway.stages
    )
