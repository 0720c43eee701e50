"""Bringing plain tables in: read by their mappings, then told and done as workbooks are."""

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from designer.updating import (
    Book,
    ForeignBookError,
    Taken,
    UnreadableBookError,
    fault_lines,
    taken,
)
from exporters.excel.opening import Page
from exporters.excel.read_back import FaultyWorkbookError, WorkbookError
from exporters.table.mapping import MappingError, TableMapping, fields_of, lacking, sheet_of_rows
from exporters.table.opening import TEXTS, is_of_pathway, pages_of
from exporters.table.proposing import Proposal, proposed
from exporters.table.reading import read_table
from model.messages import _
from model.pathway import Pathway


def table_pages(book: Book) -> tuple[Page, ...]:
    """Return the sheets of a plain table; raises UnreadableBookError."""
    try:
        return pages_of(book.data, PurePath(book.name).stem)
    except WorkbookError as error:
        raise UnreadableBookError(tuple(fault_lines(book.name, error))) from error


def taken_table(pathway: Pathway, book: Book, mappings: Sequence[TableMapping]) -> Taken:
    """Read a plain table by its mappings; raises UnreadableBookError, with each cell named."""
    pages = table_pages(book)
    try:
        return Taken(book.name, read_table(pages, mappings, pathway))
    except MappingError as error:
        raise UnreadableBookError((f"{book.name}: {error}",)) from error
    except (WorkbookError, FaultyWorkbookError) as error:
        raise UnreadableBookError(tuple(fault_lines(book.name, error))) from error


def taken_by(pathway: Pathway, book: Book, mappings: Sequence[TableMapping]) -> Taken:
    """Read a workbook of a pathway, or with mappings any table; raises UnreadableBookError."""
    if not mappings and PurePath(book.name).suffix.lower() in TEXTS:
        raise ForeignBookError((_("{file}: a plain table.").format(file=book.name),))
    try:
        is_plain = bool(mappings) and not is_of_pathway(book.data)
    except WorkbookError as error:
        raise UnreadableBookError(tuple(fault_lines(book.name, error))) from error
    return taken_table(pathway, book, mappings) if is_plain else taken(pathway, book)


def mapping_lines(proposal: Proposal) -> Iterator[str]:
    """Tell how a sheet would be read, column by column, and what people should look at."""
    mapping = proposal.mapping
    captions = {field.key: _(field.caption) for field in fields_of(mapping.rows)}
    yield _("{sheet}: {rows}; headers on row {row}").format(
        sheet=mapping.sheet, rows=_(sheet_of_rows(mapping.rows).title), row=mapping.header_row
    )
    unread = _("not read")
    for column in mapping.columns:
        yield f"  {column.letter}  {column.words} → {captions.get(column.field, unread)}"
    for field in lacking(mapping):
        yield "  ! " + _("no column fills “{field}”").format(field=_(field.caption))
    yield from (f"  ! {remark}" for remark in proposal.remarks)


def proposals(
    pathway: Pathway, book: Book, language: str, known: Sequence[TableMapping]
) -> list[Proposal]:
    """Return how the sheets of a plain table may be read, those that may be at all.

    Without any such, the first sheet's, for people to see what is missing. Raises
    UnreadableBookError.
    """
    found = [proposed(page, pathway, language, known) for page in table_pages(book)]
    return [each for each in found if not lacking(each.mapping)] or found[:1]
