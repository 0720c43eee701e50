"""Workbooks read for one state of the pathway: taken in, or refused cell by cell. No Qt."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from designer.tables import table_pages, taken_table
from designer.ui.updating.tables import as_before, is_text, leaves_out, may_be_plain
from designer.updating import Book, ForeignBookError, Taken, UnreadableBookError, book_at, taken
from exporters.excel.opening import Page
from exporters.excel.read_back import Missing
from exporters.exporter import Progress
from exporters.table.mapping import TableMapping
from model.file import UnreadableFileError
from model.pathway import Pathway


class Source(NamedTuple):
    """A workbook's file; `book` is what was read of it, and stays that until it is read anew.

    A plain table has `pages`, and is read by `mappings` once people have said what its columns
    are.
    """

    path: Path
    book: Book | None = None
    pages: tuple[Page, ...] = ()
    mappings: tuple[TableMapping, ...] = ()


class Reading(NamedTuple):
    """A workbook: taken in, or else `refusal` tells why not, cell by cell."""

    source: Source
    taken: Taken | None
    refusal: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return self.source.path.name

    @property
    def is_table(self) -> bool:
        """Whether this is a plain table, which is read column by column."""
        return bool(self.source.pages)

    @property
    def asks_columns(self) -> bool:
        """Whether nothing can be taken in before somebody says what the columns are."""
        return self.is_table and not self.source.mappings and self.taken is None


class Looked(NamedTuple):
    """All workbooks, read for this state of the pathway."""

    pathway: Pathway
    readings: tuple[Reading, ...]

    @property
    def taken(self) -> tuple[Taken, ...]:
        """What was understood."""
        return tuple(each.taken for each in self.readings if each.taken is not None)

    @property
    def refused(self) -> tuple[Reading, ...]:
        return tuple(each for each in self.readings if each.taken is None)

    @property
    def missing(self) -> tuple[Missing, ...]:
        """What has no row any more in one of the workbooks, told once."""
        return tuple(dict.fromkeys(gone for book in self.taken for gone in book.read.missing))


def look(
    pathway: Pathway,
    sources: Sequence[Source],
    known: Sequence[TableMapping],
    progress: Progress,
) -> Looked:
    """Read workbooks one after the other; what cannot be taken in does not stop the others.

    A plain table whose headers are those of a `known` mapping is read by it.
    """

    def step(place: int) -> Progress:
        return lambda share: progress((place + share) / len(sources))

    readings = [_read(pathway, source, known, step(at)) for at, source in enumerate(sources)]
    return Looked(pathway, tuple(readings))


def _read(
    pathway: Pathway, source: Source, known: Sequence[TableMapping], progress: Progress
) -> Reading:
    progress(0.0)
    try:
        book = source.book or book_at(source.path)
    except UnreadableFileError as error:
        return Reading(source, None, (str(error),))
    source = source._replace(book=book)
    as_ours = Reading(source, None)
    if not source.mappings and not is_text(book):
        as_ours = _read_as_ours(pathway, source, book, progress)
        if not may_be_plain(book, as_ours.taken):
            return as_ours
    return _read_as_table(pathway, as_ours, book, known)


def _read_as_ours(pathway: Pathway, source: Source, book: Book, progress: Progress) -> Reading:
    try:
        return Reading(source, taken(pathway, book, progress))
    except ForeignBookError:
        return Reading(source, None)
    except UnreadableBookError as error:
        return Reading(source, None, error.lines)


def _read_as_table(
    pathway: Pathway, as_ours: Reading, book: Book, known: Sequence[TableMapping]
) -> Reading:
    """Read a plain table as people have said; else leave it `as_ours`, and let them say it."""
    source = as_ours.source
    try:
        pages = source.pages or table_pages(book)
        mappings = source.mappings or as_before(pages, known)
        source = source._replace(pages=pages, mappings=mappings)
        if mappings:
            return Reading(source, taken_table(pathway, book, mappings))
    except UnreadableBookError as error:
        return Reading(source, None, error.lines)
    if as_ours.taken is not None and leaves_out(as_ours.taken, pages):
        return Reading(source, None)
    return as_ours._replace(source=source)
