"""Tables from outside as sheets of plain values: workbooks, and the text files of other systems."""

from typing import Final

from exporters.excel.carried import MARK
from exporters.excel.limits import WorkbookError
from exporters.excel.opening import Page
from exporters.excel.opening import pages as pages_of_workbook
from exporters.table.delimited import page_of_text
from model.messages import _

TEXTS: Final = (".csv", ".tsv")
SUFFIXES: Final = (".xlsx", *TEXTS)
_WORKBOOKS: Final = (b"PK", b"\xd0\xcf\x11\xe0")
"""How .xlsx and .xls files begin; the latter are refused with a sentence of their own."""


def pages_of(data: bytes, title: str = "") -> tuple[Page, ...]:
    """Return the sheets of a table that people see and that hold something.

    `title` is what the one sheet of a text file is called: the file's name without its ending.
    Raises WorkbookError for what is no table, holds none, or is too large.
    """
    if data.startswith(_WORKBOOKS):
        found = tuple(page for page in pages_of_workbook(data) if page.cells and not page.hidden)
    else:
        found = (page_of_text(data, title or _("Table")),)
    if not any(page.cells for page in found):
        raise WorkbookError(_("the table is empty."))
    return found


def is_of_pathway(data: bytes) -> bool:
    """Whether this is a workbook that a pathway has made: it needs no mapping."""
    if not data.startswith(_WORKBOOKS):
        return False
    return any(page.cells.get((1, 1)) == MARK for page in pages_of_workbook(data))
