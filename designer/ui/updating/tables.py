"""Which of the workbooks are plain tables, and how such were read before. No Qt."""

from collections.abc import Sequence
from pathlib import PurePath

from designer.updating import Book, Taken
from exporters.excel.carried import SHEET
from exporters.excel.limits import WorkbookError
from exporters.excel.opening import Page
from exporters.table.headers import fitted
from exporters.table.mapping import TableMapping
from exporters.table.opening import TEXTS, is_of_pathway


def is_text(book: Book) -> bool:
    """Whether a file is a table of text, and no workbook."""
    return PurePath(book.name).suffix.lower() in TEXTS


def may_be_plain(book: Book, taken: Taken | None) -> bool:
    """Whether no pathway may have made a workbook, as far as reading it as ours has shown."""
    if taken is not None:
        return any(remark.where == SHEET for remark in taken.read.remarks)
    try:
        return not is_of_pathway(book.data)
    except WorkbookError:
        return False


def leaves_out(taken: Taken, pages: Sequence[Page]) -> bool:
    """Whether a table without a mark of ours was read as ours by chance, and only in part."""
    is_marked = any(page.names for page in pages)
    return not is_marked and any(remark.where != SHEET for remark in taken.read.remarks)


def as_before(pages: Sequence[Page], known: Sequence[TableMapping]) -> tuple[TableMapping, ...]:
    """Return how sheets with these headers were read before, the latest way of each."""
    found = []
    for page in pages:
        ways = (fitted(mapping, page) for mapping in known)
        found += [way for way in ways if way is not None][:1]
    return tuple(found)
