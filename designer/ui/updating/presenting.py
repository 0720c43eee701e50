"""What is shown of workbooks: what they bring, faults and remarks, and what comes first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from designer.ui.merging.rows import Row, questions_as_rows, rows_of
from designer.ui.updating.outcome import Outcome
from designer.ui.updating.parts import Parts
from designer.ui.updating.reading import Looked
from designer.ui.updating.saying import about_faults, counted, fate, fault_lines, name_of_go
from designer.updating import Taken, missing_of
from model.describe import What
from model.messages import _


def present_books(parts: Parts, looked: Looked) -> None:
    """Show what hangs on no tick: the books, faults, remarks."""
    parts.books.show_books(looked.readings)
    refused = looked.refused
    parts.faults.about.setText(about_faults(looked))
    parts.faults.say(fault_lines(looked))
    parts.offer(parts.faults, counted(_("Not taken in"), len(refused)), is_there=bool(refused))
    remarks = [
        _("{file}: {what}").format(file=book.name, what=remark)
        for book in looked.taken
        for remark in book.read.remarks
    ]
    parts.remarks.say(remarks)
    parts.offer(parts.remarks, counted(_("Remarks"), len(remarks)), is_there=bool(remarks))


def present_missing(parts: Parts, books: Sequence[Taken]) -> None:
    """Show what has no row any more in the books that are ticked: no other can remove anything."""
    gone = missing_of(books)
    parts.missing.show_missing(gone)
    parts.offer(parts.missing, counted(_("Rows that are gone"), len(gone)), is_there=bool(gone))


def present_outcome(parts: Parts, looked: Looked, shown: Outcome, language: str) -> None:
    """Show what the books that are ticked do, and let them be brought in when it is anything."""
    rows = [
        *questions_as_rows(shown.updated.questions, shown.after, language),
        *rows_of(shown.came, [*What], shown.after, language),
    ]
    count = sum(bool(row.id) for row in rows)
    parts.changes.show_rows(rows or [Row(_("There is no difference."))])
    parts.offer(parts.changes, counted(_("Changes"), count), is_there=bool(looked.taken))
    paths = [reading.source.path for reading in parts.books.ticked]
    brought = dict(zip(paths, shown.per_book, strict=True))
    parts.books.say([fate(reading, brought) for reading in looked.readings])
    parts.go.setText(name_of_go(looked))
    parts.go.setEnabled(bool(shown.updated.change))
    parts.make_primary(is_primary=not looked.refused)


def go_to_first(parts: Parts, looked: Looked) -> None:
    """Show the page that is to be read first, with the keys at what is to be done next."""
    parts.tabs.setCurrentWidget(parts.faults if looked.refused else parts.changes)
    asking = [at for at, each in enumerate(looked.readings) if each.asks_columns]
    if asking:
        parts.books.setCurrentRow(asking[0])
        parts.mapping.setFocus(Qt.FocusReason.OtherFocusReason)
    elif parts.go.isEnabled() and not looked.refused:
        parts.go.setFocus(Qt.FocusReason.OtherFocusReason)
    else:
        parts.books.setFocus(Qt.FocusReason.OtherFocusReason)
