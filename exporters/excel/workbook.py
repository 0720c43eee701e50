"""Tables as a styled workbook that Excel and LibreOffice open without a warning."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Final, cast

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from exporters.excel.clothes import DATE_FORMAT, FORMULA_SIGNS, Clothes, Look
from exporters.excel.packing import packed
from exporters.excel.tables import Table, Value
from exporters.exporter import Progress
from model.messages import _

if TYPE_CHECKING:
    from openpyxl.worksheet.header_footer import HeaderFooterItem

# Excel's limits: characters of a cell, characters of a sheet's name.
CELL_LIMIT = 32_767
NAME_LIMIT = 31

# What a font says, in the order that Office's own schema has: openpyxl writes it in another one.
Font.__elements__ = (
    *("b", "i", "strike", "condense", "extend", "outline", "shadow", "u", "vertAlign"),
    *("sz", "color", "name", "family", "charset", "scheme"),
)

_NAVY = "1B3350"
_FONT = "Calibri"
HEADER_FONT: Final = Font(name=_FONT, size=11, bold=True, color="FFFFFF")
HEADER_FILL: Final = PatternFill("solid", fgColor=_NAVY)
HEADER_ALIGNMENT: Final = Alignment(vertical="center", wrap_text=True)
ALERT: Final = PatternFill("solid", fgColor="F9D9D3")
RULE: Final = Border(bottom=Side(style="thin", color="D9DEE4"))
WRAPPED: Final = Alignment(vertical="top", wrap_text=True)
COUNTED: Final = Alignment(vertical="top", horizontal="center")
_WRAPPED_LOOK: Final = Look(WRAPPED, RULE)
_COUNTED_LOOK: Final = Look(COUNTED, RULE)
# What XML 1.0 cannot hold, and lone halves of surrogate pairs.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LINE_HEIGHT = 15.0
_TALLEST_ROW = 409.0
# What Excel reads as the character of that number (ECMA-376 part 1, 22.9.2.19).
_READ_AS_CHARACTER = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_SPECIAL = re.compile(f"{_UNWRITABLE.pattern}|{_READ_AS_CHARACTER.pattern}")
"""Either of these: most texts hold none, and are written as they are."""
# Before it Excel has no days, or counts them wrong: 1900 was no leap year.
_FIRST_DAY: Final = date(1900, 3, 1)
# How many characters' width is still readable across one printed landscape A4.
_PAGE_WIDTH = 210


def book_of_tables(
    tables: Sequence[Table], title: str, made_at: datetime, progress: Progress
) -> bytes:
    """Return the .xlsx file with one sheet for each table, in our look, set up to be printed."""
    workbook = new_workbook(title, made_at)
    for number, table in enumerate(tables):
        progress(number / len(tables))
        sheet = workbook.create_sheet(table.name[:NAME_LIMIT])
        write_table(sheet, table, Clothes(sheet))
        footer = cast("HeaderFooterItem", sheet.oddFooter)
        footer.center.text = f"{title} {made_at.day}.{made_at.month}.{made_at.year}"
    data = packed(workbook)
    progress(1.0)
    return data


def new_workbook(title: str, made_at: datetime) -> Workbook:
    """Return a workbook without sheets."""
    workbook = Workbook()
    workbook.remove(workbook.active or workbook.create_sheet())
    workbook.properties.creator = "Ketjupaja"
    workbook.properties.title = _UNWRITABLE.sub("\ufffd", title)
    naive = made_at.replace(tzinfo=None, microsecond=0)
    workbook.properties.created = workbook.properties.modified = naive
    return workbook


def write_table(sheet: Worksheet, table: Table, clothes: Clothes) -> None:
    """Write a table that is only for reading."""
    widths = [column.width for column in table.columns]
    write_headers(sheet, [column.title for column in table.columns], widths)
    counted, wrapped = (
        (clothes.style(look), clothes.style(look._replace(fill=ALERT)))
        for look in (_COUNTED_LOOK, _WRAPPED_LOOK)
    )
    for number, row in enumerate(table.rows, start=2):
        values = [column.value(row) for column in table.columns]
        for place, (column, value) in enumerate(zip(table.columns, values, strict=True), start=1):
            cell = cell_at(sheet, number, place)
            calm, alert = counted if isinstance(value, int | float | date) else wrapped
            clothes.put_on(cell, alert if column.alerts(row) else calm, value)
            put(cell, value)
        sheet.row_dimensions[number].height = row_height(widths, values)
    last = get_column_letter(len(table.columns))
    sheet.freeze_panes = f"{get_column_letter(table.frozen + 1)}2"
    sheet.auto_filter.ref = f"A1:{last}{max(len(table.rows), 1) + 1}"
    set_up_print(sheet, widths, table.frozen)


def write_headers(sheet: Worksheet, titles: Sequence[str], widths: Sequence[int]) -> None:
    """Write the first row, and give the columns their widths in characters."""
    for place, (title, width) in enumerate(zip(titles, widths, strict=True), start=1):
        cell = cell_at(sheet, 1, place)
        put(cell, title)
        cell.font, cell.fill, cell.alignment = HEADER_FONT, HEADER_FILL, HEADER_ALIGNMENT
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.row_dimensions[1].height = max(row_height(widths, titles), 2 * LINE_HEIGHT)


def cell_at(sheet: Worksheet, row: int, column: int) -> Cell:
    return cast("Cell", sheet.cell(row, column))  # no cells are merged


def put(cell: Cell, value: Value) -> None:
    """Write a value with its own type; a text is never read as a formula or an error.

    What its style must say for that (`Style.of`), a cell that is not dressed is given here.
    """
    if isinstance(value, date) and value < _FIRST_DAY:
        value = f"{value.day}.{value.month}.{value.year:04}"
    if isinstance(value, str):
        if value:
            said: Any = cell
            # Setting `value` would look whether it is a formula, an error or too long: it is not.
            said._value = _escaped(value)  # noqa: SLF001
            said.data_type = "s"
            if value[0] in FORMULA_SIGNS and not cell.quotePrefix:
                cell.quotePrefix = True
        return
    if isinstance(value, date) and cell.number_format != DATE_FORMAT:
        cell.number_format = DATE_FORMAT
    cell.value = value


def _escaped(text: str) -> str:
    """Return what XML holds of a text so that Excel reads that text."""
    if len(text) <= CELL_LIMIT and not _SPECIAL.search(text):
        return text
    return _READ_AS_CHARACTER.sub("_x005F_", as_written(text))[:CELL_LIMIT]


def as_written(text: str) -> str:
    """Return a text as a cell can hold it: without what no XML holds, and no longer."""
    written = _UNWRITABLE.sub("\ufffd", text)
    if len(_READ_AS_CHARACTER.sub("_x005F_", written)) <= CELL_LIMIT:
        return written
    cut = _("… [the text goes on: a cell holds {limit} characters]").format(limit=CELL_LIMIT)
    room = CELL_LIMIT - len(cut)
    while len(_READ_AS_CHARACTER.sub("_x005F_", written[:room])) + len(cut) > CELL_LIMIT:
        room -= len(_READ_AS_CHARACTER.findall(written[:room])) * 5 or 1
    return written[: max(room, 0)] + cut


def is_whole(text: str) -> bool:
    """Whether a cell holds all of a text."""
    return len(_READ_AS_CHARACTER.sub("_x005F_", text)) <= CELL_LIMIT


def row_height(widths: Sequence[int], values: Sequence[Value]) -> float:
    """Return a height that shows all wrapped lines: LibreOffice and Excel do not find it alike."""
    lines = 1
    for width, value in zip(widths, values, strict=True):
        if isinstance(value, str) and (len(value) > width - 2 or "\n" in value or "\r" in value):
            room = max(width - 2, 1)
            needed = sum(-(-max(len(line), 1) // room) for line in value.splitlines())
            lines = max(lines, needed)
    return min(lines * LINE_HEIGHT + 3, _TALLEST_ROW)


def set_up_print(sheet: Worksheet, widths: Sequence[int], frozen: int) -> None:
    """Print landscape on as few pages across as stay readable, headers on each page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = int(sheet.PAPERSIZE_A4)
    sheet.page_setup.fitToWidth = -(-sum(widths) // _PAGE_WIDTH)
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    if frozen:
        sheet.print_title_cols = f"A:{get_column_letter(frozen)}"
    footer = cast("HeaderFooterItem", sheet.oddFooter)
    footer.left.text = "&A"
    footer.right.text = "&P / &N"
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.6
    sheet.page_margins.header = sheet.page_margins.footer = 0.3
