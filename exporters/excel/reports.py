"""Sheets that are only for reading: findings, and how long the pathway takes all in all."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from exporters.excel.labels import Labels
from exporters.excel.tables import Column, Table, Value
from model.checks import COORDINATION, check
from model.codes.names import name_of_code
from model.describe import caption
from model.ids import Id
from model.messages import _
from model.pathway import Pathway
from model.records import AnyRecord, Stage
from model.times import Part, Stop, Timed, Walk, start_to_end, stops


class _Row(NamedTuple):
    about: Id | None
    values: Sequence[Value]


def findings(pathway: Pathway, language: str, today: date) -> Table:
    """Return what the checks find under the coordinator's profile."""
    report = check(pathway, COORDINATION, today)
    rows = [
        _Row(
            finding.about,
            (
                name_of_code(finding.severity),
                finding.rule,
                _named(pathway, finding.about, language),
                finding.message,
            ),
        )
        for finding in report.findings
    ]
    rows += [
        _Row(
            still.about,
            (_("not evaluated"), still.rule, _named(pathway, still.about, language), still.reason),
        )
        for still in report.not_evaluated
    ]
    headings = ((_("Severity"), 16), (_("Rule"), 10), (_("Where"), 40), (_("Finding"), 90))
    return _table(_("Findings"), headings, rows)


def times_in_sum(pathway: Pathway, labels: Labels) -> Table:
    """Return the longest and the shortest walk from start to end, stage by stage, with sums."""
    times = start_to_end(Timed(pathway))
    walks = ((_("Longest way"), times.longest), (_("Shortest way"), times.shortest))
    rows = [row for name, walk in walks if walk for row in _walk_rows(name, walk, labels)]
    headings = (
        (_("Way"), 16),
        (_("Stage"), 40),
        (_("Wait for it"), 24),
        (_("Days at most"), 12),
        (_("The stage itself"), 24),
        (_("Days at most"), 12),
        (_("Days in sum"), 12),
        (_("What is not known"), 40),
    )
    return _table(_("Times in sum"), headings, rows, frozen=2)


def _walk_rows(name: str, walk: Walk, labels: Labels) -> Iterator[_Row]:
    for stop in stops(walk):
        label = labels.label(stop.stage, (Stage,))
        values = (
            name,
            f"{labels.numbers[stop.stage]} {label}",
            _typed(stop.wait),
            _days(stop.wait),
            _typed(stop.doing),
            _days(stop.doing),
            round(stop.until.most, 1),
            _unknown(stop),
        )
        yield _Row(stop.stage, values)


def _unknown(stop: Stop) -> str:
    lacking = []
    if stop.wait is not None and stop.wait.days is None:
        lacking.append(_("how long one waits"))
    if stop.doing is not None and stop.doing.days is None:
        lacking.append(_("how long the stage takes"))
    return ", ".join(lacking)


def _typed(part: Part | None) -> str:
    return "\n".join(span.typed for span in part.spans) if part else ""


def _days(part: Part | None) -> Value:
    return round(part.days.most, 1) if part and part.days else None


def _named(pathway: Pathway, about: Id | None, language: str) -> str:
    record: AnyRecord | None = pathway.get(about) if about else None
    if record is None:
        return _("the whole pathway")
    return caption(record, pathway, language)


def _table(
    name: str, headings: Sequence[tuple[str, int]], rows: Sequence[_Row], frozen: int = 0
) -> Table:
    columns = [
        Column(title, width, lambda row, place=place: row.values[place])  # type: ignore[misc]
        for place, (title, width) in enumerate(headings)
    ]
    return Table(name, columns, rows, frozen, about=lambda row: row.about)
