"""How the workbook that can be filled in looks and what it lets people do."""

from typing import Final

from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from exporters.excel.clothes import Look
from exporters.excel.workbook import RULE

OPEN: Final = Protection(locked=False)
QUIET: Final = Font(name="Calibri", size=9, color="6B7785")
LINK: Final = Font(name="Calibri", size=11, color="1F5FA8", underline="single")
TOP: Final = Alignment(vertical="top")
ASIDE: Final = Alignment(horizontal="left", vertical="top", wrap_text=True)
FOR_READING: Final = PatternFill("solid", fgColor="F1F3F5")
READ_HEADER: Final = PatternFill("solid", fgColor="5B6B7C")
# Colours of conditions are told as backgrounds (ECMA-376 part 1, 18.8.14).
LACKING: Final = PatternFill("solid", bgColor="F9D9D3")
ANSWERING: Final = PatternFill("solid", bgColor="D5E6F5")
GAP: Final = PatternFill("solid", bgColor="FFF3CC")


ID_LOOK: Final = Look(TOP, RULE, font=QUIET)


def protect(page: Worksheet) -> None:
    """Lock what is not open, without a password; allow all that harms nothing."""
    protection = page.protection
    protection.sheet = True
    protection.formatCells = protection.formatColumns = protection.formatRows = False
    protection.insertRows = protection.deleteRows = protection.insertHyperlinks = False
    protection.sort = protection.autoFilter = False


def lead_to(cell: Cell, title: str, row: int = 1) -> None:
    """Lead from a cell to a row of a sheet of this very workbook; its font says so (`LINK`)."""
    cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"{sheet_name(title)}!A{row}")


def sheet_name(title: str) -> str:
    """Return a sheet's title as formulas name it."""
    return "'" + title.replace("'", "''") + "'"
