"""Workbooks that do not tell any more what they were made of."""

import pytest
from msgspec.structs import replace
from openpyxl import Workbook

from exporters.excel.read_back import WorkbookError, read_back, without_missing
from model.edits import write as write_text
from model.pathway import Pathway
from model.records import Stage
from tests.exporters.excel.books import book_bytes, edited, row_of, sheet_of, write
from tests.exporters.excel.small_board import board, board_bytes, with_records


def lost(book: Workbook) -> None:
    del book["ketjupaja"]


def in_swedish_too() -> Pathway:
    stages = (replace(each, title={**each.title, "sv": f"SV {each.id}"}) for each in board().stages)
    return with_records(board(), *stages)


@pytest.mark.parametrize("leading", ["fi", "sv"])
def test_texts_are_read_in_the_language_of_the_workbook(leading: str) -> None:
    def edit(book: Workbook) -> None:
        write(book, "stages", "s2", "title", "X")
        lost(book)

    other = "sv" if leading == "fi" else "fi"
    data = edited(book_bytes(in_swedish_too(), leading, other), edit)
    read = read_back(data, in_swedish_too())
    changed, _done = write_text(in_swedish_too(), "s2", "title", leading, "X").applied_to(
        in_swedish_too()
    )
    assert read.filled_in == changed


def test_a_language_that_the_pathway_has_not_is_refused() -> None:
    with pytest.raises(WorkbookError):
        read_back(edited(book_bytes(board(), "en"), lost), board())


def test_nothing_is_missing_from_them() -> None:
    def edit(book: Workbook) -> None:
        sheet_of(book, "stages").delete_rows(row_of(book, "stages", "s3"))
        lost(book)

    now = with_records(board(), Stage(id="s9", order="a9", title={"fi": "Uusi"}))
    read = read_back(edited(board_bytes(), edit), now)
    assert read.missing == ()
    assert without_missing(read).filled_in == now
