"""Which sheet, column and row of a workbook is which of ours, whatever became of its names.

A header is known by its words in any of the program's languages, else by the name that the
workbook was given for its cell: that stays where people rename or move a column.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from exporters.excel.columns import Need
from exporters.excel.kinds import as_words
from exporters.excel.labels import folded
from exporters.excel.layout import ID, Heading, Sheet, in_all_languages
from exporters.excel.opening import Page, Place
from exporters.excel.remarks import Remarks
from exporters.excel.tables import Value
from model.messages import N_, _
from model.text import quoted

HEADER_ROWS: Final = 30
"""Within how many rows from the top the headers are looked for."""

Names = Mapping[str, Heading | str]
"""Headings by the words over a column, in small letters."""

_ID_NAMES: Final = N_("Id")


class Recognised(NamedTuple):
    """A sheet of the workbook that is one of ours.

    `columns` tells the heading of each column by its place, `others` the words over columns that
    are none of ours; `id_column` is None where that column is gone. `rows` are the places of all
    rows below the headers that hold something in our columns.
    """

    sheet: Sheet
    page: Page
    header_row: int
    columns: Mapping[int, Heading]
    others: Mapping[int, str]
    id_column: int | None
    rows: tuple[int, ...]

    def value(self, row: int, column: int) -> Value:
        return self.page.cells.get((row, column))

    def is_blank(self, row: int, column: int) -> bool:
        """Whether a cell holds nothing; a formula is something even where its value is unknown."""
        blank = as_words(self.value(row, column)) == ""
        return blank and (row, column) not in self.page.formulas

    def place_of(self, key: str) -> int | None:
        """Return in which column a heading stands."""
        return next((at for at, heading in self.columns.items() if heading.key == key), None)


def recognised(
    pages: Sequence[Page], sheets: Sequence[Sheet], own: Sequence[str], remarks: Remarks
) -> list[Recognised]:
    """Return the sheets that are ours; `own` are titles of those that nobody reads back."""
    left = list(sheets)
    found: list[Recognised] = []
    strangers: list[Page] = []
    for page in pages:
        sheet = _by_title(page, left) or _by_names(page, left)
        if sheet is None:
            strangers.append(page)
        else:
            left.remove(sheet)
            found += _known(sheet, page, remarks)
    for page in strangers:
        sheet = _by_headers(page, left)
        if sheet is not None:
            left.remove(sheet)
            found += _known(sheet, page, remarks)
        elif page.cells and _key(page.title) not in set(map(_key, own)):
            remarks.of_sheet(
                page.title, _("this sheet is not one of the workbook’s; it is not read.")
            )
    return found


def leading_language(pages: Sequence[Page], sheets: Mapping[str, Sequence[Sheet]]) -> str:
    """Return in which language most titles and headers stand, the first of equal ones.

    `sheets` are laid out in each language that comes into question.
    """
    words = [_key(page.title) for page in pages] + [
        _key(value)
        for page in pages
        for (row, _column), value in page.cells.items()
        if row <= HEADER_ROWS and isinstance(value, str)
    ]

    def known(language: str) -> int:
        titles = {_key(sheet.title) for sheet in sheets[language]}
        headers = {_key(each.title) for sheet in sheets[language] for each in sheet.headings}
        return sum(each in titles or each in headers for each in words)

    return max(sheets, key=known)


def _by_title(page: Page, sheets: Sequence[Sheet]) -> Sheet | None:
    key = _key(page.title)
    return next((each for each in sheets if key in map(_key, each.names)), None)


def _by_names(page: Page, sheets: Sequence[Sheet]) -> Sheet | None:
    keys = {name.split(".")[1] for name in page.names.values() if name.count(".") > 1}
    return next((each for each in sheets if {each.key} == keys), None)


def _by_headers(page: Page, sheets: Sequence[Sheet]) -> Sheet | None:
    """Return the one sheet of records whose required headers, and one more, all stand here."""
    fitting = []
    for sheet in sheets:
        required = {h.key for h in sheet.headings if h.column.need is Need.REQUIRED}
        header = _header_row(page, sheet)
        there = {h.key for h in _headings(page, sheet, header).values()} if header else set()
        if sheet.new and required and required <= there and len(there) > 1:
            fitting.append((len(there), sheet))
    best = sorted(fitting, key=lambda each: -each[0])
    if not best or (len(best) > 1 and best[0][0] == best[1][0]):
        return None
    return best[0][1]


def _known(sheet: Sheet, page: Page, remarks: Remarks) -> Iterator[Recognised]:
    header = _header_row(page, sheet)
    if header is None:
        if page.cells:
            remarks.fault(page.title, (1, 1), _("the row of headers is missing or not understood."))
        return
    columns, others, id_column = _columns(page, sheet, header, remarks)
    rows = sorted(
        {
            row
            for row, column in (*page.cells, *page.formulas)
            if row > header and (column in columns or column == id_column)
        }
    )
    yield Recognised(sheet, page, header, columns, others, id_column, tuple(rows))


def _columns(
    page: Page, sheet: Sheet, header: int, remarks: Remarks
) -> tuple[dict[int, Heading], dict[int, str], int | None]:
    """Return the headings by their columns, the words over other columns, and the ids' column.

    Words come first: names of cells may have stayed where they were when a column was put in.
    """
    columns: dict[int, Heading] = {}
    id_column: int | None = None
    left: list[tuple[int, str]] = []
    names = _names_of(sheet)
    for place, words in _header_cells(page, header):
        heading = names.get(_key(words))
        if heading is None:
            left.append((place, words))
        elif heading == ID and id_column is None:
            id_column = place
        elif isinstance(heading, Heading) and heading not in columns.values():
            columns[place] = heading
        else:
            remarks.fault(
                page.title,
                (header, place),
                _("the column “{words}” stands here a second time.").format(words=quoted(words)),
            )
    others: dict[int, str] = {}
    for place, words in left:
        heading = _heading_named(page, sheet, (header, place))
        if heading == ID and id_column is None:
            id_column = place
        elif isinstance(heading, Heading) and heading not in columns.values():
            columns[place] = heading
        else:
            others[place] = words
    return columns, others, id_column


def _header_row(page: Page, sheet: Sheet) -> int | None:
    """Return the row in which most headers are known, the first of equal ones."""
    counts: Counter[int] = Counter()
    names = _names_of(sheet)
    for (row, _column), value in sorted(page.cells.items(), key=lambda each: each[0]):
        if row <= HEADER_ROWS and isinstance(value, str) and _key(value) in names:
            counts[row] += 1
    enough = min(2, len(sheet.headings))
    best = max(counts, key=lambda row: (counts[row], -row), default=None)
    if best is not None and counts[best] >= enough:
        return best
    named = Counter(row for row, _column in page.names if any(at[0] == row for at in page.cells))
    return max(named, key=lambda row: named[row], default=None)


def _header_cells(page: Page, header: int) -> list[tuple[int, str]]:
    return sorted(
        (column, str(value)) for (row, column), value in page.cells.items() if row == header
    )


def _headings(page: Page, sheet: Sheet, header: int) -> Mapping[int, Heading]:
    return _columns(page, sheet, header, Remarks())[0]


def _heading_named(page: Page, sheet: Sheet, at: Place) -> Heading | str | None:
    """Return what our own name of a cell says that it stands over."""
    name = page.names.get(at, "")
    mark, _dot, key = name.removeprefix("kp.").partition(".")
    if mark != sheet.key:
        return None
    if key == ID:
        return ID
    if _NUMBER.fullmatch(key) and 0 < int(key) <= len(sheet.headings):
        return sheet.headings[int(key) - 1]
    return next((heading for heading in sheet.headings if heading.key == key), None)


def _names_of(sheet: Sheet) -> Names:
    """Return what headers mean by their words; what could mean two things is left out."""
    found: dict[str, Heading | str] = {_key(name): ID for name in in_all_languages(_ID_NAMES)}
    shorter: dict[str, list[Heading]] = {}
    for heading in sheet.headings:
        for name in (heading.title, *heading.names):
            found.setdefault(_key(name), heading)
            shorter.setdefault(_key(_PARENTHESIS.sub("", name)), []).append(heading)
    for key, headings in shorter.items():
        if key and len(set(map(id, headings))) == 1:
            found.setdefault(key, headings[0])
    return found


_PARENTHESIS: Final = re.compile(r"\s*\([^)]*\)")
_NUMBER: Final = re.compile("[0-9]{1,4}")


def _key(words: str) -> str:
    return folded(words.rstrip("*: "))
