"""Where the headers of a plain table stand, and what is written over its columns."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from msgspec.structs import replace
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.utils.cell import range_boundaries

from exporters.excel.kinds import as_words
from exporters.excel.limits import WorkbookError
from exporters.excel.opening import Page
from exporters.excel.recognising import HEADER_ROWS
from exporters.table.mapping import MOST_COLUMNS, MappedColumn, TableMapping
from exporters.table.words import plain
from model.messages import _
from model.text import quoted

LONGEST_WORDS: Final = 300
"""Letters of a header that are kept."""


def area_of(merged: str) -> tuple[int, int, int, int]:
    """Return the first column and row, and the last column and row, of a merged range."""
    left, top, right, bottom = range_boundaries(merged)
    return left or 1, top or 1, right or 1, bottom or 1


def headers(page: Page, row: int) -> Mapping[int, str]:
    """Return the words over each column that holds anything; those merged downwards reach here."""
    return _words_over(page, row, columns_of(page))


def headers_by_row(page: Page) -> Mapping[int, Mapping[int, str]]:
    """Return what `headers` would be on each row on which they are looked for."""
    columns = columns_of(page)
    return {row: _words_over(page, row, columns) for row in range(1, HEADER_ROWS + 1)}


def _words_over(page: Page, row: int, columns: Sequence[int]) -> Mapping[int, str]:
    found: dict[int, str] = {}
    for column in columns:
        value = page.cells.get((row, column)) if row else None
        if value is None and (merged := page.merged.get((row, column))):
            left, top, _right, _bottom = area_of(merged)
            value = page.cells.get((top, left)) if left == column else None
        found[column] = " ".join(as_words(value).split())[:LONGEST_WORDS]
    return found


def columns_of(page: Page) -> list[int]:
    """Return the columns that hold anything, the leftmost first, no more than are looked at."""
    return sorted({column for _row, column in (*page.cells, *page.formulas)})[:MOST_COLUMNS]


def first_row(page: Page, header: int) -> int:
    """Return the row below the headers: cells of theirs may be merged downwards."""
    areas = {area for place, area in page.merged.items() if place[0] == header}
    return 1 + max((area_of(area)[3] for area in areas), default=header)


def key_of(mapping: TableMapping) -> tuple[str, ...]:
    """Return what tells tables of one form apart from others: the words of their headers."""
    return tuple(sorted(plain(column.words) for column in mapping.columns if column.words))


def fitted(mapping: TableMapping, page: Page) -> TableMapping | None:
    """Return a mapping for a sheet that has just the headers it was made for; None if not.

    Its columns may stand in another order, and its headers on another row.
    """
    if not mapping.header_row:
        return None
    wanted = key_of(mapping)
    for row, there in headers_by_row(page).items():
        if tuple(sorted(plain(words) for words in there.values() if words)) == wanted:
            return _moved(mapping, page, row)
    return None


def located(mapping: TableMapping, page: Page) -> TableMapping:
    """Return a mapping with the row and the letters at which a sheet has its columns.

    Raises WorkbookError when a column that is to be read is not there.
    """
    read = [column for column in mapping.columns if column.field]
    if not mapping.header_row:
        return replace(mapping, sheet=page.title)
    by_row = headers_by_row(page)
    for row in sorted(by_row, key=lambda row: row != mapping.header_row):
        if _has(by_row[row], read):
            return _moved(mapping, page, row)
    there = {plain(words) for words in by_row[mapping.header_row].values()}
    gone = next((each for each in read if plain(each.words) not in there), read[0])
    raise WorkbookError(
        _("the sheet “{sheet}” has no column “{words}”, which the mapping reads.").format(
            sheet=quoted(page.title), words=quoted(gone.words or gone.letter)
        )
    )


def ways_of(pages: Sequence[Page], mappings: Sequence[TableMapping]) -> tuple[TableMapping, ...]:
    """Return those of mappings for several books that are for one: by its sheets, else columns.

    Where a sheet has a mapping of its own name, no other that fits its columns is for it.
    """
    shown = [page for page in pages if not page.hidden]
    named = {mapping.sheet.casefold() for mapping in mappings}
    titles = {page.title.casefold() for page in shown}
    others = [page for page in shown if page.title.casefold() not in named]
    return tuple(
        mapping
        for mapping in mappings
        if mapping.sheet.casefold() in titles or any(_fits(mapping, page) for page in others)
    )


def page_for(mapping: TableMapping, pages: Sequence[Page]) -> Page:
    """Return the sheet that a mapping is about: of its name, else the only one that fits it.

    Raises WorkbookError.
    """
    for page in pages:
        if page.title.casefold() == mapping.sheet.casefold():
            return page
    fitting = pages if len(pages) == 1 else [each for each in pages if _fits(mapping, each)]
    if len(fitting) == 1:
        return fitting[0]
    raise WorkbookError(
        _("the table has no sheet “{sheet}”; it has: {known}.").format(
            sheet=quoted(mapping.sheet), known=", ".join(quoted(page.title) for page in pages[:20])
        )
    )


def _fits(mapping: TableMapping, page: Page) -> bool:
    try:
        return bool(mapping.header_row and located(mapping, page))
    except WorkbookError:
        return False


def _has(there: Mapping[int, str], read: Sequence[MappedColumn]) -> bool:
    counts = Counter(plain(words) for words in there.values())
    named = Counter(plain(column.words) for column in read if column.words)
    if not named or named - counts:
        return False
    return all(each.words or column_index_from_string(each.letter) in there for each in read)


def _moved(mapping: TableMapping, page: Page, row: int) -> TableMapping:
    """Give columns the letters at which their words stand; of equal ones, in their order."""
    there = headers(page, row)
    left = dict(there)
    columns = []
    for column in mapping.columns:
        own = column_index_from_string(column.letter)
        key = plain(column.words)
        places = [at for at, words in left.items() if plain(words) == key]
        if not places or (not key and own not in left):
            continue
        place = own if own in places else places[0]
        del left[place]
        columns.append(replace(column, letter=get_column_letter(place)))
    return replace(mapping, sheet=page.title, header_row=row, columns=tuple(columns))
