"""What drop-downs offer, written into the workbook: a hidden sheet, and names of ranges."""

from collections.abc import Sequence
from typing import Final

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName

from exporters.excel.description import RECORD_SHEETS
from exporters.excel.layout import Sheet
from exporters.excel.lists import LISTS_SHEET, list_name, lists
from exporters.excel.look import sheet_name
from exporters.excel.workbook import cell_at, put

FREE_ROWS: Final = 500
"""Rows below the last one that have drop-downs and marks."""


def write_lists(workbook: Workbook, sheets: Sequence[Sheet]) -> None:
    """Write what drop-downs offer: code lists on a hidden sheet, names where they stand."""
    page = workbook.create_sheet(LISTS_SHEET)
    page.sheet_state = "hidden"
    for place, (name, words) in enumerate(sorted(lists().items()), start=1):
        put(cell_at(page, 1, place), name)
        for number, word in enumerate(words, start=2):
            put(cell_at(page, number, place), word)
        letter = get_column_letter(place)
        define(
            workbook,
            list_name(name),
            f"{sheet_name(LISTS_SHEET)}!${letter}$2:${letter}${len(words) + 1}",
        )
    titles = {sheet.key: sheet for sheet in sheets}
    for record_sheet in RECORD_SHEETS[1:]:
        laid = titles[record_sheet.key]
        keys = [heading.key for heading in laid.headings]
        name_key = "name" if "name" in keys else "title" if "title" in keys else ""
        if not name_key:
            continue
        letter = get_column_letter(keys.index(name_key) + 1)
        last = len(laid.rows) + 1 + FREE_ROWS
        start = f"{sheet_name(laid.title)}!${letter}$2"
        area = f"{start}:${letter}${last}"
        define(
            workbook,
            list_name(record_sheet.kind.__name__),
            f"OFFSET({start},0,0,MAX(1,COUNTA({area})),1)",
        )


def define(workbook: Workbook, name: str, refers_to: str) -> None:
    workbook.defined_names[name] = DefinedName(name, attr_text=refers_to)
