"""Bringing plain tables in: read by their mappings, then told and done as workbooks are."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from msgspec.structs import replace

from designer.updating import (
    Book,
    ForeignBookError,
    Taken,
    UnreadableBookError,
    taken,
    told_of,
)
from exporters.excel.opening import Page
from exporters.excel.read_back import ReadBack, read_pages
from exporters.table.headers import ways_of
from exporters.table.mapping import MappingError, TableMapping, fields_of, lacking, sheet_of_rows
from exporters.table.opening import TEXTS, all_pages, are_of_pathway, shown_pages
from exporters.table.proposing import Proposal, proposed
from exporters.table.reading import read_table
from model.messages import _
from model.pathway import Pathway
from model.text import quoted


def table_pages(book: Book) -> tuple[Page, ...]:
    """Return all sheets of a table, also hidden ones; raises UnreadableBookError."""
    with told_of(book.name):
        pages = all_pages(book.data, PurePath(book.name).stem)
        shown_pages(pages)
    return pages


def taken_by(
    pathway: Pathway, books: Sequence[Book], mappings: Sequence[TableMapping]
) -> list[Taken]:
    """Read workbooks of a pathway, and with mappings any tables; raises UnreadableBookError.

    Of several plain tables each is read by those mappings whose sheets it has.
    """
    if not mappings:
        return [_taken_as_ours(pathway, book) for book in books]
    pages = [table_pages(book) for book in books]
    plain = [each for each in pages if not are_of_pathway(each)]
    if len(plain) > 1:
        _refuse_unused(mappings, plain)
    found = []
    for book, each in zip(books, pages, strict=True):
        with told_of(book.name):
            if are_of_pathway(each):
                read = read_pages(each, pathway)
            else:
                ways = ways_of(each, mappings) if len(plain) > 1 else ()
                read = _read(book, each, ways or mappings, pathway)
        found.append(Taken(book.name, read))
    return found


def _read(
    book: Book, pages: Sequence[Page], mappings: Sequence[TableMapping], pathway: Pathway
) -> ReadBack:
    try:
        return read_table(pages, mappings, pathway)
    except MappingError as error:
        raise UnreadableBookError((f"{book.name}: {error}",)) from error


def _taken_as_ours(pathway: Pathway, book: Book) -> Taken:
    if PurePath(book.name).suffix.lower() in TEXTS:
        raise ForeignBookError((_("{file}: a plain table.").format(file=book.name),))
    return taken(pathway, book)


def _refuse_unused(mappings: Sequence[TableMapping], tables: Sequence[Sequence[Page]]) -> None:
    used = [mapping for pages in tables for mapping in ways_of(pages, mappings)]
    for mapping in mappings:
        if mapping not in used:
            raise UnreadableBookError(
                (
                    _("No table has the sheet “{sheet}” of the mapping, nor its columns.").format(
                        sheet=quoted(mapping.sheet)
                    ),
                )
            )


def for_pathway(
    known: Iterable[TableMapping], pathway: Pathway, language: str
) -> tuple[TableMapping, ...]:
    """Return ways of reading for a pathway that they were not chosen for.

    Of what was chosen only the columns hold for every pathway. The texts are in a language that
    this one has, else in `language` or its first; new lanes and columns come where it has none.
    """
    own = pathway.info.languages or (language,)
    else_in = language if language in own else own[0]
    return tuple(
        replace(
            mapping,
            language=mapping.language if mapping.language in own else else_in,
            new_actors=not pathway.actors,
            new_phases=not pathway.phases,
        )
        for mapping in known
    )


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
    pages = shown_pages(table_pages(book))
    found = [proposed(page, pathway, language, known) for page in pages]
    return [each for each in found if not lacking(each.mapping)] or found[:1]
