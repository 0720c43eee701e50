"""Plain tables of typed values, before any styling: sheets that are only for reading."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple

from model.messages import N_

Value = str | int | float | date | bool | None

LANGUAGE_NAMES = {"fi": N_("Finnish"), "sv": N_("Swedish"), "en": N_("English")}


class Column(NamedTuple):
    """A header, the column's width in characters, and the value of one row."""

    title: str
    width: int
    value: Callable[[Any], Value]


class Table(NamedTuple):
    """One sheet: name, columns, rows; `frozen` columns at the left stay when scrolling.

    `about` says which record a row is about, if any.
    """

    name: str
    columns: Sequence[Column]
    rows: Sequence[Any]
    frozen: int = 0
    about: Callable[[Any], str | None] = lambda _row: None
