"""Plain tables of typed values, before any styling: sheets that are only for reading."""

from collections.abc import Callable, Sequence
from datetime import date
from operator import itemgetter
from typing import Any, NamedTuple

from model.messages import N_

Value = str | int | float | date | bool | None


class From1904(int):
    """A number from a workbook that counts days from 1904, as Excel for Mac once did."""

    __slots__ = ()


LANGUAGE_NAMES = {"fi": N_("Finnish"), "sv": N_("Swedish"), "en": N_("English")}


Heading = tuple[str, int]
"""The words over a column, and its width in characters."""
Cells = tuple[Value, ...]


class Column(NamedTuple):
    """A header, the column's width in characters, and the value of one row.

    `alerts` says of which rows the cell is marked as what somebody has to do something about.
    """

    title: str
    width: int
    value: Callable[[Any], Value]
    alerts: Callable[[Any], bool] = lambda _row: False


class Table(NamedTuple):
    """One sheet: name, columns, rows; `frozen` columns at the left stay when scrolling.

    `about` says which record a row is about, if any.
    """

    name: str
    columns: Sequence[Column]
    rows: Sequence[Any]
    frozen: int = 0
    about: Callable[[Any], str | None] = lambda _row: None


def table_of(
    name: str, headings: Sequence[Heading], rows: Sequence[Cells], frozen: int = 0
) -> Table:
    """Return a table whose rows are the values of its cells."""
    columns = [
        Column(title, width, itemgetter(place)) for place, (title, width) in enumerate(headings)
    ]
    return Table(name, columns, rows, frozen)
