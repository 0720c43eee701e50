"""Which of the workbooks are plain tables, and how such were read before. No Qt."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec.structs import replace
from openpyxl.utils import get_column_letter

from designer.updating import Taken
from exporters.excel.carried import SHEET
from exporters.excel.limits import WorkbookError
from exporters.excel.opening import Page
from exporters.table.headers import fitted, headers, headers_by_row, located, page_for
from exporters.table.mapping import MappedColumn, TableMapping
from exporters.table.opening import TEXTS, are_of_pathway
from exporters.table.words import plain


def is_text(path: Path) -> bool:
    """Whether a file is a table of text, and no workbook."""
    return path.suffix.lower() in TEXTS


def may_be_plain(pages: Sequence[Page], taken: Taken | None) -> bool:
    """Whether no pathway may have made a workbook, as far as reading it as ours has shown."""
    if taken is not None:
        return any(remark.where == SHEET for remark in taken.read.remarks)
    return not are_of_pathway(pages)


def leaves_out(taken: Taken, pages: Sequence[Page]) -> bool:
    """Whether a table without a mark of ours was read as ours by chance, and only in part."""
    is_marked = any(page.names for page in pages)
    return not is_marked and any(remark.where != SHEET for remark in taken.read.remarks)


def as_before(pages: Sequence[Page], known: Sequence[TableMapping]) -> tuple[TableMapping, ...]:
    """Return how sheets with these headers were read before, the latest way of each.

    All of them in the language of the first: a book is in one.
    """
    found: list[TableMapping] = []
    for page in pages:
        ways = (fitted(mapping, page) for mapping in known)
        found += [way for way in ways if way is not None][:1]
    return tuple(replace(each, language=found[0].language) for each in found)


def by_sheet(mappings: Iterable[TableMapping], pages: Sequence[Page]) -> dict[str, TableMapping]:
    """Return by sheet what is read of a book now, by ways that were chosen for an earlier one.

    A way whose sheet is not there any more goes to the one that fits it, else it is let go of.
    """
    titles = {page.title.casefold() for page in pages}
    found: dict[str, TableMapping] = {}
    for mapping in sorted(mappings, key=lambda each: each.sheet.casefold() not in titles):
        try:
            page = page_for(mapping, pages)
        except WorkbookError:
            continue
        if page.title not in found and (way := with_all_columns(mapping, page)) is not None:
            found[page.title] = way
    return found


def with_all_columns(mapping: TableMapping, page: Page) -> TableMapping | None:
    """Return a way of reading with the columns that a sheet has now; None when it has none of it.

    Columns that came since are not read.
    """
    kept = replace(mapping, columns=_columns_still_there(mapping, page))
    if not kept.columns:
        return None
    try:
        there = located(kept, page)
    except WorkbookError:
        return None
    fields = {column.letter: column.field for column in there.columns}
    over = headers(page, there.header_row)
    letters = {get_column_letter(place): words for place, words in over.items()}
    columns = (MappedColumn(each, words, fields.get(each, "")) for each, words in letters.items())
    return replace(there, columns=tuple(columns))


def _columns_still_there(mapping: TableMapping, page: Page) -> tuple[MappedColumn, ...]:
    """Return those of the columns that are read whose words stand together over columns now."""
    read = tuple(column for column in mapping.columns if column.field)
    if not mapping.header_row:
        return read
    rows = (
        {plain(words) for words in there.values() if words}
        for there in headers_by_row(page).values()
    )
    found = (tuple(each for each in read if plain(each.words) in words) for words in rows)
    return max(found, key=len)
