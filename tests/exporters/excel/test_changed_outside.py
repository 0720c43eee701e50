"""What other programs, or somebody, wrote into a workbook of ours where nobody looks."""

import pytest
from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName

from exporters.excel.carried import SHEET, DamagedError, from_pieces, pieces
from exporters.excel.read_back import read_back
from tests.exporters.excel.books import column_of, edited, sheet_of
from tests.exporters.excel.small_board import board, board_bytes


@pytest.mark.parametrize("key", ["²", "٣", "9" * 30, "0", "-1", ""])
def test_a_name_of_a_cell_that_is_no_number_of_ours(key: str) -> None:
    def rename(book: Workbook) -> None:
        sheet, column = sheet_of(book, "stages"), column_of(book, "stages", "what_happens")
        place = str(book.defined_names["kp.stages.what_happens"].attr_text)
        del book.defined_names["kp.stages.what_happens"]
        name = f"kp.stages.{key}"
        book.defined_names[name] = DefinedName(name, attr_text=place)
        sheet.cell(int(place.rsplit("$", 1)[1]), column).value = "Outo"

    assert read_back(edited(board_bytes(), rename), board()).filled_in == board()


@pytest.mark.parametrize("languages", ["xx", "../../x", "fi xx", "FI", " ", ""])
def test_languages_that_nobody_writes_are_damage(languages: str) -> None:
    cells = list(pieces(board(), ("fi", "sv")))
    assert from_pieces(cells).languages == ("fi", "sv")
    cells[1] = languages
    with pytest.raises(DamagedError):
        from_pieces(cells)


def test_a_workbook_with_such_a_language_is_read_as_one_without_its_version() -> None:
    def change(book: Workbook) -> None:
        book[SHEET]["A2"] = "../../x"

    read = read_back(edited(board_bytes(), change), board())
    assert read.filled_in == board()
    assert [remark.where for remark in read.remarks] == [SHEET]
