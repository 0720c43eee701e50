"""Tables from outside as sheets of plain values: workbooks, and the text files of other systems."""

from collections.abc import Sequence
from typing import Final

from exporters.excel.carried import MARK
from exporters.excel.limits import WorkbookError
from exporters.excel.opening import Page
from exporters.excel.opening import pages as pages_of_workbook
from exporters.exporter import Progress
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
    return shown_pages(all_pages(data, title))


def all_pages(
    data: bytes, title: str = "", progress: Progress = lambda _share: None
) -> tuple[Page, ...]:
    """Return all sheets of a table, hidden and empty ones too; raises WorkbookError."""
    if data.startswith(_WORKBOOKS):
        return pages_of_workbook(data, progress)
    return (page_of_text(data, title or _("Table")),)


def shown_pages(pages: Sequence[Page]) -> tuple[Page, ...]:
    """Return the sheets that people see and that hold something; raises WorkbookError for none."""
    shown = tuple(page for page in pages if page.cells and not page.hidden)
    if not shown:
        raise WorkbookError(_("the table is empty."))
    return shown


def is_of_pathway(data: bytes) -> bool:
    """Whether this is a workbook that a pathway has made: it needs no mapping.

    Raises WorkbookError for what is no workbook, though it begins as one.
    """
    return data.startswith(_WORKBOOKS) and are_of_pathway(all_pages(data))


def are_of_pathway(pages: Sequence[Page]) -> bool:
    """Whether one of these sheets carries the pathway that their workbook was made of."""
    return any(page.cells.get((1, 1)) == MARK for page in pages)
