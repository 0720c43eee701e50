"""Looks of cells, each of which openpyxl works out once.

Setting what makes up a look cell by cell takes most of the time of a large workbook.
"""

from copy import copy
from typing import Any, NamedTuple

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection


class Look(NamedTuple):
    """How a cell looks, and whether it is locked. All parts of looks are constants."""

    alignment: Alignment
    border: Border
    font: Font | None = None
    fill: PatternFill | None = None
    protection: Protection | None = None
    number_format: str = "General"


class Clothes:
    """Gives the cells of one workbook their looks."""

    def __init__(self) -> None:
        self._styles: dict[tuple[int, ...], Any] = {}

    def put_on(self, cell: Cell, look: Look) -> None:
        key = tuple(map(id, look))  # constants are the same by their identity
        dressed: Any = cell
        if key not in self._styles:
            for part, value in look._asdict().items():
                if value is not None:
                    setattr(cell, part, value)
            self._styles[key] = dressed._style  # noqa: SLF001 - openpyxl has no other way to share it
        dressed._style = copy(self._styles[key])  # noqa: SLF001
