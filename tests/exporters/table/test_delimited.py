"""Text files that are odd in themselves."""

import pytest

from exporters.excel.limits import WorkbookError
from exporters.table.delimited import MOST_COLUMNS, page_of_text


def test_a_table_wider_than_any_sheet_is_refused_with_its_row() -> None:
    words = "Vaihe\nA" + ";" * MOST_COLUMNS + "x\n"
    with pytest.raises(WorkbookError, match=r"2.*16384"):
        page_of_text(words.encode(), "t")
    assert page_of_text(words[:-2].encode(), "t").cells == {(1, 1): "Vaihe", (2, 1): "A"}


def test_a_text_stands_as_it_was_written() -> None:
    words = "Vaihe;Kuvaus\nkoodi _x0041_ tms;\u00a0a\x07b \n"
    cells = page_of_text(words.encode(), "t").cells
    assert cells[2, 1] == "koodi _x0041_ tms"
    assert cells[2, 2] == "a\ufffdb"


def test_the_name_of_a_file_can_be_kept_whatever_its_bytes_are() -> None:
    page_of_text(b"Vaihe\nA\n", "r\udcff").title.encode()
