"""Looks of cells, each of which openpyxl works out once.

Setting what makes up a look cell by cell takes most of the time of a large workbook. Cells of one
look share one array of openpyxl's, which therefore nothing may change afterwards.
"""

from copy import copy
from datetime import date
from typing import Any, Final, NamedTuple

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection
from openpyxl.worksheet.worksheet import Worksheet

from exporters.excel.tables import Value

DATE_FORMAT: Final = "d.m.yyyy"
FORMULA_SIGNS: Final = frozenset("=+-@")
"""What a text must not begin with unmarked: Excel would reckon it out when it is edited."""


class Look(NamedTuple):
    """How a cell looks, and whether it is locked."""

    alignment: Alignment
    border: Border
    font: Font | None = None
    fill: PatternFill | None = None
    protection: Protection | None = None
    number_format: str = "General"


class Style(NamedTuple):
    """A look as cells share it: as it is, for texts that must not become formulas, for dates."""

    plain: Any
    marked: Any
    dated: Any

    def of(self, value: Value) -> Any:
        if isinstance(value, str):
            return self.marked if value[:1] in FORMULA_SIGNS else self.plain
        return self.dated if isinstance(value, date) else self.plain


class Clothes:
    """Gives the cells of one sheet their looks."""

    def __init__(self, sheet: Worksheet) -> None:
        self._sheet = sheet
        self._fonts: dict[tuple[int, int], tuple[Any, Any]] = {}

    def style(self, look: Look) -> Style:
        """Work out a look, for any number of cells."""
        return Style(
            self._array(look),
            self._array(look, quotePrefix=True),
            self._array(look._replace(number_format=DATE_FORMAT)),
        )

    def put_on(self, cell: Cell, style: Style, value: Value) -> None:
        """Dress a cell for a value; it is to be put in afterwards."""
        dressed: Any = cell
        dressed._style = style.of(value)  # noqa: SLF001 - openpyxl has no other way to share it

    def change_font(self, cell: Cell, font: Font) -> None:
        """Give a dressed cell another font, which is a constant."""
        dressed: Any = cell
        before = dressed._style  # noqa: SLF001
        key = id(before), id(font)
        if key not in self._fonts:
            dressed._style = copy(before)  # noqa: SLF001
            cell.font = font
            self._fonts[key] = before, dressed._style  # noqa: SLF001 - kept: else its id is reused
        dressed._style = self._fonts[key][1]  # noqa: SLF001

    def _array(self, look: Look, **more: bool) -> Any:
        model: Any = Cell(self._sheet, 1, 1)  # never put into the sheet
        for part, value in (*look._asdict().items(), *more.items()):
            if value is not None:
                setattr(model, part, value)
        return model._style  # noqa: SLF001
