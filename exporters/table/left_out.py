"""Rows of a plain table that are none of its own: headers once more, sums, notes below it."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from exporters.excel.kinds import as_words
from exporters.excel.opening import Page
from exporters.table.headers import headers
from exporters.table.mapping import TableMapping
from exporters.table.words import plain
from model.messages import _

_SUMS: Final = re.compile(r"(yhteensä|summat?|totalt|sammanlagt|totals?|sum)\b\W*")
_FOOTNOTES: Final = re.compile(
    r"\*.*|(lähteet|lähde|huomautus|huom|päivitetty|tulostettu|källor|källa|anmärkning|obs|"
    r"uppdaterad|utskriven|source|note|updated|printed)\b[.:! ].*",
    re.DOTALL,
)
_MORE_THAN_A_WORD: Final = 2

Cells = Mapping[int, str]
"""What stands in a row, by column; a formula without a value is ''."""


def left_out(
    page: Page, mapping: TableMapping, rows: Collection[int]
) -> Iterator[tuple[int, int, str]]:
    """Yield row and column of each row that is not read, and a sentence that tells why."""
    by_row = _by_row(page)
    header = {at: plain(words) for at, words in headers(page, mapping.header_row).items() if words}
    for row in sorted(rows):
        cells = by_row[row]
        first = min(cells)
        words = " ".join(cells[first].split()).casefold()
        others = {at: each for at, each in cells.items() if at != first}
        if _says_again(cells, header):
            yield row, first, _("the headers once more; the row is not read.")
        elif _SUMS.fullmatch(words) and all(
            _is_sum(page, row, at, each) for at, each in others.items()
        ):
            yield row, first, _("a row of sums; it is not read.")
        elif not others and (row - 1) not in by_row and _FOOTNOTES.fullmatch(words):
            yield row, first, _("a note below the table; it is not read.")


def _by_row(page: Page) -> Mapping[int, Cells]:
    found: dict[int, dict[int, str]] = {}
    for row, column in (*page.formulas, *page.cells):
        found.setdefault(row, {})[column] = as_words(page.cells.get((row, column)))
    return found


def _says_again(cells: Cells, header: Mapping[int, str]) -> bool:
    return len(header) >= _MORE_THAN_A_WORD and header == {
        at: plain(words) for at, words in cells.items() if words
    }


def _is_sum(page: Page, row: int, column: int, words: str) -> bool:
    return (row, column) in page.formulas or bool(re.fullmatch(r"[\d\s.,%€h–-]*", words))
