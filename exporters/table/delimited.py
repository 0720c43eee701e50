"""Text files with a value between each two separators (.csv, .tsv), as other systems give them.

RFC 4180, and what programs make of it: semicolons where the comma is in numbers, tabs, the "sep="
line of Excel, UTF-8 and UTF-16 with and without a mark, Windows-1252.
"""

import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from io import StringIO
from itertools import islice
from typing import Final

from exporters.excel.limits import LARGEST, MOST_CELLS, WorkbookError
from exporters.excel.opening import Page, tidied
from exporters.excel.tables import Value
from model.messages import _

MOST_COLUMNS: Final = 16_384
"""Columns of a sheet of Excel (its specifications and limits)."""
MOST_LETTERS: Final = 131_072
"""Letters of one value: what `csv` reads."""

_MARKS: Final = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SEPARATORS: Final = ";\t,|"
_LOOKED_AT: Final = 200
"""Rows from which the separator is known."""


def page_of_text(data: bytes, title: str) -> Page:
    """Return a text file as a sheet; raises WorkbookError, with the line where there is one."""
    if len(data) > LARGEST:
        raise WorkbookError(
            _("the table is too large: it may hold {megabytes} MB.").format(
                megabytes=LARGEST // 1_000_000
            )
        )
    words = _decoded(data)
    separator, words = _separated(words)
    return Page(
        tidied(title) or _("Table"), dict(_cells(_rows(words, separator))), frozenset(), {}, {}
    )


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _in(data, encoding)
    if data[1:2] == b"\0":  # a letter of Europe in UTF-16, the low byte first
        return _in(data, "utf-16-le")
    if data[:1] == b"\0":
        return _in(data, "utf-16-be")
    try:
        return _without_nothing(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _in(data, "cp1252")


def _in(data: bytes, encoding: str) -> str:
    try:
        return _without_nothing(data.decode(encoding))
    except UnicodeDecodeError as error:
        raise _no_text() from error


def _without_nothing(words: str) -> str:
    if "\0" in words:
        raise _no_text()
    return words


def _no_text() -> WorkbookError:
    return WorkbookError(
        _("this is neither an Excel workbook (.xlsx) nor a table of text (.csv, UTF-8).")
    )


def _separated(words: str) -> tuple[str, str]:
    """Return what stands between values, and the text without the line that says so."""
    first, _end, rest = words.partition("\n")
    said = first.rstrip("\r").lower()
    if said in {f"sep={each}" for each in _SEPARATORS}:
        return said[-1], rest
    return max(_SEPARATORS, key=lambda each: _evenness(words, each)), words


def _evenness(words: str, separator: str) -> tuple[float, int]:
    """Return how many rows are as wide as most are, and how wide; (0, 0) for a single column."""
    widths: Counter[int] = Counter()
    try:
        reader = csv.reader(StringIO(words, newline=""), delimiter=separator)
        for row in islice(reader, _LOOKED_AT):
            if any(row):
                widths[len(row)] += 1
    except csv.Error:
        return 0, 0
    several = Counter({width: count for width, count in widths.items() if width > 1})
    if not several:
        return 0, 0
    [(width, count)] = several.most_common(1)
    return count / widths.total(), width


def _rows(words: str, separator: str) -> Iterator[list[str]]:
    reader = csv.reader(StringIO(words, newline=""), delimiter=separator, strict=True)
    try:
        yield from reader
    except csv.Error as error:
        raise WorkbookError(
            _("line {line}: the quotation marks do not match, or a value is too long.").format(
                line=reader.line_num
            )
        ) from error


def _cells(rows: Iterable[list[str]]) -> Iterator[tuple[tuple[int, int], Value]]:
    count = 0
    for number, row in enumerate(rows, start=1):
        for place, words in enumerate(row, start=1):
            count += 1
            if count > MOST_CELLS:
                raise WorkbookError(
                    _("the table is too large: it may hold {cells} cells.").format(cells=MOST_CELLS)
                )
            if not (value := tidied(words)):
                continue
            if place > MOST_COLUMNS:
                raise WorkbookError(
                    _("row {row}: the table is too wide; it may have {columns} columns.").format(
                        row=number, columns=MOST_COLUMNS
                    )
                )
            yield (number, place), value
