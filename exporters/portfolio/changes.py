"""What has changed in the pathways of a portfolio, in words."""

from collections.abc import Iterator, Sequence

from exporters.excel.tables import Cells, Table, table_of
from exporters.portfolio.followed import Followed, Since
from model.describe import What
from model.messages import _, ngettext


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
            details = "\n".join(each.lines)
            yield entry.title, entry.before, part.heading, _what(each.what), each.heading, details
    if moved := len(entry.changes.moved):
        words = ngettext(
            "{count} thing only lies elsewhere on the board",
            "{count} things only lie elsewhere on the board",
            moved,
        ).format(count=moved)
        yield entry.title, entry.before, "", _("moved"), words, ""


def _what(what: What) -> str:
    return {
        What.ADDED: _("new"),
        What.CHANGED: _("changed"),
        What.REMOVED: _("removed"),
    }[what]
