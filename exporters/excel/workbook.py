"""Tables as a styled workbook that Excel and LibreOffice open without a warning."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, cast

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from exporters.excel.tables import Table, Tables, Value
from exporters.exporter import Options, Progress
from model.messages import _, speaking
from model.pathway import Pathway

if TYPE_CHECKING:
    from openpyxl.worksheet.header_footer import HeaderFooterItem

# Excel's limits: characters of a cell, characters of a sheet's name.
CELL_LIMIT = 32_767
NAME_LIMIT = 31
DATE_FORMAT = "d.m.yyyy"

_NAVY = "1B3350"
_FONT = "Calibri"
_HEADER_FONT = Font(name=_FONT, size=11, bold=True, color="FFFFFF")
_HEADER_FILL = PatternFill("solid", fgColor=_NAVY)
_RULE = Border(bottom=Side(style="thin", color="D9DEE4"))
_WRAPPED = Alignment(vertical="top", wrap_text=True)
_COUNTED = Alignment(vertical="top", horizontal="center")
# What XML 1.0 cannot hold, and lone halves of surrogate pairs.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_HEIGHT = 15.0
_TALLEST_ROW = 409.0
# What Excel reads as the character of that number (ECMA-376 part 1, 22.9.2.19).
_READ_AS_CHARACTER = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
# How many characters' width is still readable across one printed landscape A4.
_PAGE_WIDTH = 210


def workbook_bytes(pathway: Pathway, options: Options, progress: Progress) -> bytes:
    """Return the .xlsx file of a pathway."""
    languages = options.languages_for(pathway)
    with speaking(languages[0]):
        contents = Tables(pathway, languages, options.made_at.date())
        title = contents.say(pathway.info.title)
        return book_of_tables(contents.all(), title, options.made_at, progress)


def book_of_tables(
    tables: Sequence[Table], title: str, made_at: datetime, progress: Progress
) -> bytes:
    """Return the .xlsx file with one sheet for each table, in our look, set up to be printed."""
    workbook = Workbook()
    workbook.remove(workbook.active or workbook.create_sheet())
    for number, table in enumerate(tables):
        progress(number / len(tables))
        _write(workbook.create_sheet(table.name[:NAME_LIMIT]), table)
    workbook.properties.creator = "Ketjupaja"
    workbook.properties.title = _UNWRITABLE.sub("\ufffd", title)
    naive = made_at.replace(tzinfo=None, microsecond=0)
    workbook.properties.created = workbook.properties.modified = naive
    stream = BytesIO()
    workbook.save(stream)
    progress(1.0)
    return stream.getvalue()


def _write(sheet: Worksheet, table: Table) -> None:
    for place, column in enumerate(table.columns, start=1):
        cell = _cell(sheet, 1, place)
        _put(cell, column.title)
        cell.font, cell.fill = _HEADER_FONT, _HEADER_FILL
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        sheet.column_dimensions[get_column_letter(place)].width = column.width
    for number, row in enumerate(table.rows, start=2):
        values = [column.value(row) for column in table.columns]
        for place, value in enumerate(values, start=1):
            cell = _cell(sheet, number, place)
            _put(cell, value)
            cell.border = _RULE
            cell.alignment = _COUNTED if isinstance(value, int) else _WRAPPED
        sheet.row_dimensions[number].height = _row_height(table, values)
    last = get_column_letter(len(table.columns))
    sheet.freeze_panes = f"{get_column_letter(table.frozen + 1)}2"
    sheet.auto_filter.ref = f"A1:{last}{max(len(table.rows), 1) + 1}"
    titles = [column.title for column in table.columns]
    sheet.row_dimensions[1].height = max(_row_height(table, titles), 2 * _LINE_HEIGHT)
    _set_up_print(sheet, table)


def _cell(sheet: Worksheet, row: int, column: int) -> Cell:
    return cast("Cell", sheet.cell(row, column))  # no cells are merged


def _put(cell: Cell, value: Value) -> None:
    """Write a value with its own type; a text is never read as a formula or an error."""
    if not isinstance(value, str):
        cell.value = value
        if isinstance(value, date):
            cell.number_format = DATE_FORMAT
        return
    if not value:
        return
    written = _READ_AS_CHARACTER.sub("_x005F_", _UNWRITABLE.sub("\ufffd", value))
    cell.value = _fitting(written)
    cell.data_type = "s"
    if value[0] in "=+-@":
        cell.quotePrefix = True


def _fitting(text: str) -> str:
    if len(text) <= CELL_LIMIT:
        return text
    cut = _("… [the text goes on: a cell holds {limit} characters]").format(limit=CELL_LIMIT)
    return text[: CELL_LIMIT - len(cut)] + cut


def _row_height(table: Table, values: Sequence[Value]) -> float:
    """Return a height that shows all wrapped lines: LibreOffice and Excel do not find it alike."""
    lines = max(
        (
            sum(-(-max(len(line), 1) // max(column.width - 2, 1)) for line in value.splitlines())
            for column, value in zip(table.columns, values, strict=True)
            if isinstance(value, str) and value
        ),
        default=1,
    )
    return min(lines * _LINE_HEIGHT + 3, _TALLEST_ROW)


def _set_up_print(sheet: Worksheet, table: Table) -> None:
    """Print landscape on as few pages across as stay readable, headers on each page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = int(sheet.PAPERSIZE_A4)
    width = sum(column.width for column in table.columns)
    sheet.page_setup.fitToWidth = -(-width // _PAGE_WIDTH)
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    if table.frozen:
        sheet.print_title_cols = f"A:{get_column_letter(table.frozen)}"
    footer = cast("HeaderFooterItem", sheet.oddFooter)
    footer.left.text = "&A"
    footer.right.text = "&P / &N"
    sheet.page_margins.left = sheet.page_margins.right = 0.4
