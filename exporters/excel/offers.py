"""What cells of the workbook offer: help on headers, drop-downs, the bounds of numbers."""

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from exporters.excel.columns import Column, Need
from exporters.excel.kinds import Code, Codes, Links, Whole
from exporters.excel.layout import Sheet
from exporters.excel.lists import list_name
from model.messages import _


def help_on(page: Worksheet, place: int, column: Column) -> None:
    """Tell what a column is for when its header is chosen."""
    words = [_(column.help)] if column.help else []
    if column.need is Need.REQUIRED:
        words.insert(0, _("Must be filled in."))
    if column.shown is not None:
        words.insert(0, _("Only for reading: it is worked out by the program."))
    if not words:
        return
    told = DataValidation(allow_blank=True, showInputMessage=True, showErrorMessage=False)
    told.prompt = " ".join(words)[:255]
    told.add(f"{get_column_letter(place)}1")
    page.add_data_validation(told)


def offer(page: Worksheet, place: int, column: Column, last: int) -> None:
    """Give the cells of a column their drop-down, or the bounds of a number."""
    if last < 2 or column.shown is not None:  # noqa: PLR2004 - there is no row
        return
    if (made := _validation(column)) is not None:
        letter = get_column_letter(place)
        made.add(f"{letter}2:{letter}{last}")
        page.add_data_validation(made)


def offer_in_form(page: Worksheet, sheet: Sheet) -> None:
    """Do the same for the rows of a form."""
    for number, row in enumerate(sheet.rows, start=2):
        column = row.cells[-1].column
        if column is not None and row.cells[-1].owner and (made := _validation(column)):
            made.add(f"B{number}")
            page.add_data_validation(made)


def _validation(column: Column) -> DataValidation | None:
    if column.kind.choices:
        # Several names in one cell are right, too, so that what is not in the list only asks there.
        many = isinstance(column.kind, Codes | Links) or column.kind.choices == "responsibility"
        strict = isinstance(column.kind, Code) and not many
        offer = DataValidation(
            type="list",
            formula1=list_name(column.kind.choices),
            allow_blank=True,
            showErrorMessage=not many,
            errorStyle="stop" if strict else "warning",
        )
        offer.errorTitle = _("Not in the list")
        offer.error = _("Choose from the list.") if strict else _("This is not in the list.")
        return offer
    if isinstance(column.kind, Whole):
        offer = DataValidation(
            type="whole",
            operator="between",
            formula1=str(column.kind.least),
            formula2=str(column.kind.most),
            allow_blank=True,
            showErrorMessage=True,
        )
        offer.error = _("A whole number, please.")
        return offer
    return None
