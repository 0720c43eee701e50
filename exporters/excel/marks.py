"""Colours that follow what is filled in: gaps, and who answers for a stage."""

from openpyxl.formatting.rule import FormulaRule
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from exporters.excel.columns import Need
from exporters.excel.layout import Sheet
from exporters.excel.look import ANSWERING, GAP, LACKING
from exporters.excel.responsibility import answers_for


def mark_gaps(page: Worksheet, sheet: Sheet, last: int) -> None:
    """Colour what must be filled in, and what is wanted, in rows that hold something."""
    if sheet.key == "info":
        for number, row in enumerate(sheet.rows, start=2):
            column = row.cells[-1].column
            if column is not None and column.need and row.cells[-1].owner:
                _mark(page, f"B{number}:B{number}", f"LEN(TRIM($B{number}))=0", column.need)
        return
    if sheet.key == "matrix":
        _mark_responsible(page, sheet, last)
    end = get_column_letter(len(sheet.headings) + 1)
    for place, heading in enumerate(sheet.headings, start=1):
        if heading.column.need:
            letter = get_column_letter(place)
            formula = f"AND(LEN(TRIM(${letter}2))=0,COUNTA($A2:${end}2)>0)"
            _mark(page, f"{letter}2:{letter}{max(last, 2)}", formula, heading.column.need)


def _mark_responsible(page: Worksheet, sheet: Sheet, last: int) -> None:
    """Colour who answers for a stage, and stages for which nobody does."""
    end = get_column_letter(len(sheet.headings))
    if last < 2 or end == "A":  # noqa: PLR2004 - there is no stage, or no actor
        return
    words = answers_for()
    answering = FormulaRule(formula=[f'ISNUMBER(SEARCH("{words}",B2))'], fill=ANSWERING)  # type: ignore[no-untyped-call]
    page.conditional_formatting.add(f"B2:{end}{last}", answering)
    _mark(page, f"A2:A{last}", f'COUNTIF($B2:${end}2,"*{words}*")=0', Need.WANTED)


def _mark(page: Worksheet, cells: str, formula: str, need: Need) -> None:
    fill = LACKING if need is Need.REQUIRED else GAP
    page.conditional_formatting.add(cells, FormulaRule(formula=[formula], fill=fill))  # type: ignore[no-untyped-call]
