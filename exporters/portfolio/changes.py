"""What has changed in the pathways of a portfolio, in words."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from exporters.excel.tables import Cells, Table, table_of
from exporters.portfolio.followed import Followed, Since
from model.describe import Difference, What
from model.describe.fields import name_of_field
from model.describe.values import value_in_words
from model.messages import _, ngettext, spoken_language
from model.pathway import Pathway
from model.records import Actor, Channel, Metric, Record, Stage, TimePromise

_BELONGS: Final[Mapping[type[Record], tuple[str, ...]]] = {
    Stage: ("actor", "phase"),
    Actor: ("organisation",),
    Channel: ("kind",),
    Metric: ("target",),
    TimePromise: ("target",),
}
"""What is told of something new besides its name; the rest stands in the pathway itself."""
_MOST_LINES: Final = 10


def changes_table(entries: Sequence[Followed], since: Since) -> Table:
    """Return a row for each thing that was added, changed or taken away."""
    headings = (
        (_("Pathway"), 28),
        (_("Compared with"), 24),
        (_("Where"), 28),
        (_("Kind of change"), 12),
        (_("In short"), 40),
        (_("In detail"), 77),
    )
    rows = [row for entry in entries for row in _rows(entry, since)]
    return table_of(_("Changes"), headings, rows, frozen=1)


def _rows(entry: Followed, since: Since) -> Iterator[Cells]:
    if entry.changes is None:
        words = _("It is not known how the pathway was then ({when}).").format(when=since.name)
        yield entry.title, "", "", "", "", words
        return
    for part in entry.changes.parts:
        for each in part.differences:
            details = "\n".join(_lines(each, entry.pathway))
            yield entry.title, entry.before, part.heading, _what(each.what), each.heading, details
    if moved := len(entry.changes.moved):
        words = ngettext(
            "{count} thing only lies elsewhere on the board",
            "{count} things only lie elsewhere on the board",
            moved,
        ).format(count=moved)
        yield entry.title, entry.before, "", _("moved"), words, ""


def _lines(difference: Difference, pathway: Pathway) -> Iterator[str]:
    """Say of what is new where it belongs, of what has changed how; no cell becomes a page."""
    if difference.what is What.ADDED:
        record = pathway[difference.id]
        for field in _BELONGS.get(type(record), ()):
            if words := value_in_words(record, field, pathway, spoken_language()):
                name = name_of_field(record, field)
                yield _("{field}: {value}").format(field=name, value=words)
        return
    yield from difference.lines[:_MOST_LINES]
    if (more := len(difference.lines) - _MOST_LINES) > 0:
        yield ngettext("and {count} more.", "and {count} more.", more).format(count=more)


def _what(what: What) -> str:
    return {
        What.ADDED: _("new"),
        What.CHANGED: _("changed"),
        What.REMOVED: _("removed"),
    }[what]
