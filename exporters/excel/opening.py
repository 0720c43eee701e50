"""A workbook from outside as plain values: cells by place, merged ranges, names of places."""

import re
import warnings
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from io import BytesIO
from typing import Any, Final, NamedTuple

from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from exporters.excel.limits import no_workbook, refuse_unfit
from exporters.excel.tables import From1904, Value
from exporters.excel.workbook import NAME_LIMIT
from exporters.exporter import CancelledError, Progress
from model.text import quoted

Place = tuple[int, int]
"""Row and column, from 1."""

_LOADED: Final = 0.6
"""The share of opening after which cells hold formulas; another load tells what they came to."""
_CHARACTER: Final = re.compile("_x([0-9A-Fa-f]{4})_")
_UNWANTED: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PLACE_NAME: Final = re.compile(r"^'?(.+?)'?!\$([A-Z]{1,3})\$(\d{1,7})$")


class ErrorValue(str):
    """What stands in a cell whose formula failed ("#REF!")."""

    __slots__ = ()


class Page(NamedTuple):
    """One sheet: its cells that hold something, which of them are formulas, what is merged.

    `merged` tells by place which range a cell lies in; `names` are our names of header cells.
    A `hidden` sheet is one that people do not see.
    """

    title: str
    cells: Mapping[Place, Value]
    formulas: frozenset[Place]
    merged: Mapping[Place, str]
    names: Mapping[Place, str]
    hidden: bool = False


def coordinate(title: str, place: Place) -> str:
    """Return what people call a cell: "Vaiheet!D14"."""
    return f"{quoted(title)}!{get_column_letter(place[1])}{place[0]}"


def pages(data: bytes, progress: Progress = lambda _share: None) -> tuple[Page, ...]:
    """Return the sheets of an .xlsx file; raises WorkbookError."""
    progress(0.0)
    refuse_unfit(data)
    book = _loaded(data, lambda share: progress(share * _LOADED), values=False)
    names = _names(book)
    values: Workbook | None = None
    found = []
    for sheet in book.worksheets:
        formulas = frozenset(_formulas(sheet))
        if formulas and values is None:
            values = _loaded(
                data, lambda share: progress(_LOADED + share * (1 - _LOADED)), values=True
            )
        progress(_LOADED if values is None else 1.0)
        shown = values[sheet.title] if formulas and values is not None else sheet
        found.append(
            Page(
                sheet.title,
                dict(_cells(shown)),
                formulas,
                dict(_merged(sheet)),
                names.get(sheet.title[:NAME_LIMIT], {}),
                sheet.sheet_state != Worksheet.SHEETSTATE_VISIBLE,
            )
        )
    return tuple(found)


class _Heard(BytesIO):
    """A file that tells how much of it has been read: loading a large one takes long."""

    def __init__(self, data: bytes, progress: Progress) -> None:
        super().__init__(data)
        self._whole = len(data)
        self._read = 0
        self._progress = progress

    def read(self, size: int | None = -1, /) -> bytes:
        self._progress(min(1.0, self._read / self._whole))
        piece = super().read(size)
        self._read += len(piece)
        return piece


def _loaded(data: bytes, progress: Progress, *, values: bool) -> Workbook:
    """Load a workbook; with `values` cells hold what their formulas came to when it was saved."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of pictures and forms that it leaves out
            return load_workbook(_Heard(data, progress), data_only=values, keep_links=False)
    except CancelledError:
        raise
    except Exception as error:  # openpyxl fails in many ways on what is no proper workbook
        raise no_workbook() from error


def _grid(sheet: Worksheet) -> Mapping[Place, Any]:
    # Cells that are there: a single one in the last row would make openpyxl's rows a million.
    grid: Mapping[Place, Any] = sheet._cells  # noqa: SLF001
    return grid


def _formulas(sheet: Worksheet) -> Iterator[Place]:
    for place, cell in _grid(sheet).items():
        if cell.data_type == "f":
            yield place


def _cells(sheet: Worksheet) -> Iterator[tuple[Place, Value]]:
    book: Any = sheet.parent
    for place, cell in _grid(sheet).items():
        value = _value(cell)
        if type(value) is int and book.epoch == CALENDAR_MAC_1904:
            yield place, From1904(value)
        elif value not in ("", None):
            yield place, value


def _value(cell: Any) -> Value:
    value = cell.value
    match value:
        case str():
            if getattr(cell, "data_type", "") == "e":
                return ErrorValue(value)
            return cleaned(value)
        case int() | float() if not isinstance(value, bool) and "%" in cell.number_format:
            value = f"{value * 100:.12g} %".replace(".", ",")
        case float() if value.is_integer() and abs(value) < 1e15:  # noqa: PLR2004
            return int(value)
        case datetime():
            return value.date() if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
        case bool() | int() | float() | date() | None:
            return value
    return cleaned(str(value))


def cleaned(words: str) -> str:
    """Return a text of a workbook: characters that it writes as "_x0041_" as themselves, tidied."""
    return tidied(_CHARACTER.sub(lambda found: chr(int(found[1], 16)), words))


def tidied(words: str) -> str:
    """Return a text without the blanks around it, and line ends and blanks of one kind each."""
    words = words.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ")
    return _UNWANTED.sub("\ufffd", words).strip()


def _merged(sheet: Worksheet) -> Iterator[tuple[Place, str]]:
    for area in sheet.merged_cells.ranges:
        for row, column in area.cells:
            yield (row, column), str(area)


def _names(book: Workbook) -> Mapping[str, Mapping[Place, str]]:
    """Return our names of cells, by sheet and place."""
    found: dict[str, dict[Place, str]] = {}
    for name, defined in book.defined_names.items():
        at = _PLACE_NAME.match(defined.attr_text or "") if name.startswith("kp.") else None
        if at is not None:
            title = at[1].replace("''", "'")
            column = 0
            for letter in at[2]:
                column = column * 26 + ord(letter) - 64
            found.setdefault(title, {})[int(at[3]), column] = name
    return found
