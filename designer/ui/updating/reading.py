"""Workbooks read for one state of the pathway: taken in, or refused cell by cell. No Qt."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from designer.ui.updating.tables import as_before, is_text, leaves_out, may_be_plain
from designer.updating import (
    ForeignBookError,
    Taken,
    UnreadableBookError,
    book_at,
    told_of,
)
from exporters.excel.opening import Page, cleaned
from exporters.excel.read_back import OPENED, read_pages
from exporters.exporter import Progress
from exporters.table.mapping import MappingError, TableMapping
from exporters.table.opening import all_pages, shown_pages
from exporters.table.reading import read_table
from model.file import UnreadableFileError
from model.pathway import Pathway


class Source(NamedTuple):
    """A workbook's file; `pages` is what was read of it, and stays that until it is read anew.

    A plain table is read by `mappings` once people have said what its columns are.
    """

    path: Path
    pages: tuple[Page, ...] = ()
    mappings: tuple[TableMapping, ...] = ()

    @property
    def name(self) -> str:
        """What the file is called, in letters that can be kept."""
        return cleaned(self.path.name)


class Reading(NamedTuple):
    """A workbook: taken in, or else `refusal` tells why not, cell by cell.

    A plain table has `tables`, the sheets of it that hold something.
    """

    source: Source
    taken: Taken | None
    refusal: tuple[str, ...] = ()
    tables: tuple[Page, ...] = ()

    @property
    def name(self) -> str:
        return self.source.name

    @property
    def is_table(self) -> bool:
        """Whether this is a plain table, which is read column by column."""
        return bool(self.tables)

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
        pages = source.pages or _opened(source, lambda share: progress(share * OPENED))
    except UnreadableBookError as error:
        return Reading(source, None, error.lines)
    except UnreadableFileError as error:
        return Reading(source, None, (str(error),))
    progress(OPENED)
    source = source._replace(pages=pages)
    as_ours = Reading(source, None)
    if not source.mappings and not is_text(source.path):
        as_ours = _read_as_ours(pathway, source, progress)
        if not may_be_plain(pages, as_ours.taken):
            return as_ours
    return _read_as_table(pathway, as_ours, known)


def _opened(source: Source, progress: Progress) -> tuple[Page, ...]:
    book = book_at(source.path)
    with told_of(source.name):
        return all_pages(book.data, source.path.stem, progress)


def _read_as_ours(pathway: Pathway, source: Source, progress: Progress) -> Reading:
    try:
        with told_of(source.name):
            read = read_pages(source.pages, pathway, progress)
        return Reading(source, Taken(source.name, read))
    except ForeignBookError:
        return Reading(source, None)
    except UnreadableBookError as error:
        return Reading(source, None, error.lines)


def _read_as_table(pathway: Pathway, as_ours: Reading, known: Sequence[TableMapping]) -> Reading:
    """Read a plain table as people have said; else leave it `as_ours`, and let them say it."""
    source = as_ours.source
    tables: tuple[Page, ...] = ()
    try:
        with told_of(source.name):
            tables = shown_pages(source.pages)
            source = source._replace(mappings=source.mappings or as_before(tables, known))
            if source.mappings:
                read = read_table(source.pages, source.mappings, pathway)
                return Reading(source, Taken(source.name, read), (), tables)
    except MappingError as error:
        return Reading(source, None, (f"{source.name}: {error}",), tables)
    except UnreadableBookError as error:
        return Reading(source, None, error.lines, tables)
    if as_ours.taken is not None and leaves_out(as_ours.taken, tables):
        return Reading(source, None, (), tables)
    return as_ours._replace(tables=tables)
