"""The workbook that can be filled in: drop-downs, marks, help, locked ids, links between sheets."""

from collections.abc import Sequence
from typing import Final

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as BookCell
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from exporters.excel import carried
from exporters.excel.clothes import DATE_FORMAT, Clothes, Look, Style
from exporters.excel.columns import Column, Need
from exporters.excel.description import RECORD_SHEETS
from exporters.excel.guide import write_guide
from exporters.excel.kinds import Day, Length, Words
from exporters.excel.labels import Labels
from exporters.excel.layout import Cell, Sheet, laid_out
from exporters.excel.lists_sheet import FREE_ROWS, define, write_lists
from exporters.excel.look import (
    ASIDE,
    FOR_READING,
    ID_LOOK,
    LINK,
    OPEN,
    READ_HEADER,
    lead_to,
    protect,
    sheet_name,
)
from exporters.excel.marks import mark_gaps
from exporters.excel.offers import help_on, offer, offer_in_form
from exporters.excel.packing import packed
from exporters.excel.reports import findings, times_in_sum
from exporters.excel.tables import Table
from exporters.excel.workbook import (
    COUNTED,
    RULE,
    WRAPPED,
    cell_at,
    new_workbook,
    put,
    row_height,
    set_up_print,
    write_headers,
    write_table,
)
from exporters.exporter import Options, Progress
from model.ids import Id
from model.messages import _, speaking
from model.pathway import Pathway
from model.text import in_language

SHOWN_FREE_ROWS: Final = 12
"""Of these, how many are printed."""
ID_WIDTH: Final = 11
_GENERAL: Final = "General"
_AS_TYPED: Final = "@"


def workbook_bytes(pathway: Pathway, options: Options, progress: Progress) -> bytes:
    """Return the .xlsx file of a pathway."""
    languages = options.languages_for(pathway)
    with speaking(languages[0]):
        title = in_language(pathway.info.title, languages[0])
        workbook = new_workbook(title, options.made_at)
        sheets = laid_out(pathway, languages)
        labels = Labels(pathway, languages[0])
        readings = (
            findings(pathway, languages[0], options.made_at.date()),
            times_in_sum(pathway, labels),
        )
        write_guide(workbook.create_sheet(_("Guide")), title, sheets, readings)
        places = {sheet.key: _places(sheet) for sheet in sheets}
        for number, sheet in enumerate(sheets):
            progress(number / (len(sheets) + 2))
            _write(workbook, sheet, places)
        for table in readings:
            page = workbook.create_sheet(table.name)
            clothes = Clothes(page)
            write_table(page, table, clothes)
            _link_rows(page, table, places, clothes)
            protect(page)
        write_lists(workbook, sheets)
    hidden = workbook.create_sheet(carried.SHEET)
    for place, piece in enumerate(carried.pieces(pathway, languages), start=1):
        put(cell_at(hidden, place, 1), piece)
    hidden.sheet_state = "veryHidden"
    hidden.protection.sheet = True
    progress(0.95)
    data = packed(workbook)
    progress(1.0)
    return data


def _places(sheet: Sheet) -> dict[Id, int]:
    """Return in which row of its sheet each record stands first."""
    found: dict[Id, int] = {}
    for number, row in enumerate(sheet.rows, start=2):
        found.setdefault(row.record, number)
    return found


def _write(workbook: Workbook, sheet: Sheet, places: dict[str, dict[Id, int]]) -> None:
    page = workbook.create_sheet(sheet.title)
    id_place = len(sheet.headings) + 1
    widths = [*(heading.width for heading in sheet.headings), ID_WIDTH]
    titles = [*(_marked(heading.title, heading.column) for heading in sheet.headings), _("Id")]
    write_headers(page, titles, widths)
    reading = [_is_for_reading(sheet, place) for place in range(len(sheet.headings))]
    clothes = Clothes(page)
    _write_rows(page, sheet, widths, clothes)
    last = len(sheet.rows) + 1
    free = last + FREE_ROWS if sheet.new else last
    if sheet.new:
        _open_columns(page, reading, sheet)
    for place, heading in enumerate(sheet.headings, start=1):
        name = f"kp.{sheet.key}.{place}"
        if reading[place - 1] and heading.column.shown is not None:
            cell_at(page, 1, place).fill = READ_HEADER
        if heading.key.replace(".", "").isidentifier() and not sheet.form:
            name = f"kp.{sheet.key}.{heading.key}"
        define(workbook, name, f"{sheet_name(sheet.title)}!${get_column_letter(place)}$1")
        help_on(page, place, heading.column)
        offer(page, place, heading.column, free)
    define(
        workbook,
        f"kp.{sheet.key}.id",
        f"{sheet_name(sheet.title)}!${get_column_letter(id_place)}$1",
    )
    if sheet.key == "info":
        offer_in_form(page, sheet)
    mark_gaps(page, sheet, free)
    _link_names(page, sheet, places, clothes)
    page.freeze_panes = f"{get_column_letter(sheet.frozen + 1)}2"
    page.auto_filter.ref = f"A1:{get_column_letter(id_place)}{max(last, 2)}"
    set_up_print(page, widths[:-1], sheet.frozen)
    shown = min(free, last + SHOWN_FREE_ROWS)
    page.print_area = f"A1:{get_column_letter(id_place - 1)}{max(shown, 2)}"
    protect(page)


def _marked(title: str, column: Column) -> str:
    return f"{title} *" if column.need is Need.REQUIRED else title


def _is_for_reading(sheet: Sheet, place: int) -> bool:
    """Whether nothing that is filled into a free row of a column counts."""
    if sheet.new:
        return sheet.headings[place].column.shown is not None
    return all(not row.cells[place].owner for row in sheet.rows)


def _number_format(column: Column) -> str:
    """Return how a cell shows numbers; one for a short text leaves what is typed alone.

    Else Excel makes a date of "1/2" and 0.5 of "50 %". Long texts it would show as "####".
    """
    if isinstance(column.kind, Day):
        return DATE_FORMAT
    short = isinstance(column.kind, Words) and not column.is_text
    return _AS_TYPED if short or isinstance(column.kind, Length) else _GENERAL


def _write_rows(page: Worksheet, sheet: Sheet, widths: Sequence[int], clothes: Clothes) -> None:
    dressing = Dressing(clothes, ASIDE if sheet.form and sheet.key == "info" else WRAPPED)
    id_style, id_place = clothes.style(ID_LOOK), len(sheet.headings) + 1
    of_columns = [
        None if not sheet.new else heading.column.shown is not None for heading in sheet.headings
    ]
    for number, row in enumerate(sheet.rows, start=2):
        for place, said in enumerate(row.cells, start=1):
            value = said.value
            if value in ("", None) and of_columns[place - 1] is (not said.owner):
                continue  # a blank cell has its column's own look (`_open_columns`)
            cell = cell_at(page, number, place)
            clothes.put_on(cell, dressing.of(said), value)
            put(cell, value)
        id_cell = cell_at(page, number, id_place)
        clothes.put_on(id_cell, id_style, row.id)
        put(id_cell, row.id)
        values = [cell.value for cell in row.cells]
        page.row_dimensions[number].height = row_height(widths[: len(values)], values)


class Dressing:
    """Knows the styles of the cells of one sheet: those for reading, those to be filled in."""

    def __init__(self, clothes: Clothes, words: Alignment) -> None:
        self._clothes = clothes
        self._words = words
        self._styles: dict[tuple[bool, bool, str], Style] = {}

    def of(self, said: Cell) -> Style:
        counted = isinstance(said.value, int | float) and not isinstance(said.value, bool)
        is_open = bool(said.owner)
        form = _number_format(said.column) if is_open and said.column else _GENERAL
        key = counted, is_open, form
        if key not in self._styles:
            alignment = COUNTED if counted and self._words is WRAPPED else self._words
            look = Look(alignment, RULE, number_format=form)
            look = look._replace(protection=OPEN) if is_open else look._replace(fill=FOR_READING)
            self._styles[key] = self._clothes.style(look)
        return self._styles[key]


def _open_columns(page: Worksheet, reading: list[bool], sheet: Sheet) -> None:
    """Let rows be filled in below the last one: what is not written has its column's own form."""
    for place, is_reading in enumerate(reading, start=1):
        dimension = page.column_dimensions[get_column_letter(place)]
        dimension.alignment, dimension.border = WRAPPED, RULE
        if is_reading:
            dimension.fill = FOR_READING
            continue
        dimension.protection = OPEN
        dimension.number_format = _number_format(sheet.headings[place - 1].column)


def _link_names(
    page: Worksheet, sheet: Sheet, places: dict[str, dict[Id, int]], clothes: Clothes
) -> None:
    """Lead from the first cell of a row about another sheet's record to that record."""
    if sheet.key not in ("matrix", "times", "omasote", "texts"):
        return
    for number, row in enumerate(sheet.rows, start=2):
        _lead(cell_at(page, number, 1), row.record, places, clothes)


def _link_rows(
    page: Worksheet, table: Table, places: dict[str, dict[Id, int]], clothes: Clothes
) -> None:
    column = 3 if table.columns[0].title == _("Severity") else 2
    for number, row in enumerate(table.rows, start=2):
        if about := table.about(row):
            _lead(cell_at(page, number, column), about, places, clothes)


def _lead(cell: BookCell, record: Id, places: dict[str, dict[Id, int]], clothes: Clothes) -> None:
    for each in RECORD_SHEETS:
        if row := places[each.key].get(record):
            lead_to(cell, _(each.title), row)
            clothes.change_font(cell, LINK)
            return
