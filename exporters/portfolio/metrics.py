"""What is measured in the pathways of a portfolio, and how it stands."""

import re
from collections.abc import Sequence
from typing import Final

from exporters.excel.tables import Column, Table, Value
from exporters.portfolio.followed import Followed, said
from model.describe.fields import FIELDS
from model.messages import _
from model.parts import Observation
from model.records import Metric

# As people in Finland write: 1 250, −3, 14,5; also 14.5, but not 1.250, which may be either.
_NUMBER: Final = re.compile(
    "[-\u2212]?(?:0|[1-9][0-9]{0,2}(?:[ \u00a0\u202f][0-9]{3}){1,3}|[1-9][0-9]{0,11})"
    "(?:,[0-9]{1,6}|\\.[0-9]{1,2})?"
)


def metrics_table(entries: Sequence[Followed]) -> Table:
    """Return a row for each metric: where it began, where it is to go, where it is."""
    titles = {field: _(title) for field, title in FIELDS[Metric].items()}
    rows = [(entry, metric) for entry in entries for metric in entry.pathway.of(Metric)]

    def latest(row: tuple[Followed, Metric]) -> str:
        seen = _latest(row[1])
        return seen.value if seen else ""

    columns = (
        Column(_("Pathway"), 34, lambda row: row[0].title),
        Column(_("Metric"), 44, lambda row: said(row[1].title)),
        Column(titles["unit"], 14, lambda row: said(row[1].unit)),
        Column(titles["baseline"], 14, lambda row: number_or_words(row[1].baseline)),
        Column(
            titles["target"],
            14,
            lambda row: number_or_words(row[1].target),
            lambda row: not row[1].target,
        ),
        Column(
            _("Latest result"),
            14,
            lambda row: number_or_words(latest(row)),
            lambda row: not latest(row),
        ),
        Column(_("Measured"), 23, lambda row: _period(_latest(row[1]))),
        Column(
            titles["interval"], 14, lambda row: row[1].interval.typed if row[1].interval else ""
        ),
        Column(_("Responsible role"), 26, lambda row: said(row[1].responsible)),
    )
    return Table(_("Metrics"), columns, rows, frozen=2)


def number_or_words(written: str) -> Value:
    """Return a number where nothing else is written, so that a workbook can count with it."""
    if not _NUMBER.fullmatch(written.strip()):
        return written
    plain = re.sub(r"\s", "", written).replace("\u2212", "-").replace(",", ".")
    return float(plain) if "." in plain else int(plain)


def _latest(metric: Metric) -> Observation | None:
    """Return the result of the newest period; of those without one, the last written."""
    dated = [seen for seen in metric.observations if seen.ends or seen.starts]
    if dated:
        return max(dated, key=lambda seen: (seen.ends or seen.starts, seen.starts or seen.ends))
    return metric.observations[-1] if metric.observations else None


def _period(seen: Observation | None) -> str:
    days = [seen.starts, seen.ends] if seen else []
    return "–".join(dict.fromkeys(f"{day.day}.{day.month}.{day.year}" for day in days if day))
