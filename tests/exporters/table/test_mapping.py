"""Mappings as files, and tables and mappings that are refused."""

import pytest

from exporters.excel.limits import WorkbookError
from exporters.table.mapping import (
    MappedColumn,
    MappingError,
    TableMapping,
    dumps,
    loads,
)
from exporters.table.opening import is_of_pathway
from exporters.table.proposing import proposed
from exporters.table.reading import read_table
from tests.exporters.excel.books import book_bytes
from tests.exporters.excel.small_board import board
from tests.exporters.table.plain_pages import faults, page, read, workbook


class TestWhatIsRefused:
    def test_an_unknown_actor_tells_what_to_do(self) -> None:
        rows = (("Vaihe", "Toimija"), ("Uusi", "Lääkäri"), ("Toinen", "Hoitja"))
        told = faults(*rows)
        assert set(told) == {"Taul1!B2", "Taul1!B3"}
        assert "Hoitaja" in told["Taul1!B3"]

    def test_a_table_without_a_column_that_the_mapping_reads(self) -> None:
        mapping = proposed(page(("Vaihe", "Kuvaus")), board(), "fi").mapping
        with pytest.raises(WorkbookError, match="Kuvaus"):
            read_table([page(("Vaihe", "Selite"), ("Uusi", "x"))], [mapping], board())

    def test_of_headers_alike_the_one_at_its_own_letter_is_read(self) -> None:
        table = page(("Vaihe", "Huom", "Huom"), ("Arvio", "ei tätä", "tämä"))
        columns = (MappedColumn("A", "Vaihe", "title"), MappedColumn("C", "Huom", "more_info"))
        after = read_table([table], [TableMapping(columns=columns)], board()).filled_in
        assert after["s2"].more_info == {"fi": "tämä"}  # type: ignore[union-attr]

    def test_a_sheet_that_is_not_there(self) -> None:
        mapping = proposed(page(("Vaihe", "Kuvaus")), board(), "fi").mapping
        pages = [page(("X",), title="Yksi"), page(("Y",), title="Kaksi")]
        with pytest.raises(WorkbookError, match="Taul1"):
            read_table(pages, [mapping], board())

    def test_too_many_rows(self) -> None:
        rows = [("Vaihe", "Kuvaus"), *((f"Vaihe {n}", "x") for n in range(5001))]
        with pytest.raises(WorkbookError, match="5001"):
            read(*rows)

    @pytest.mark.parametrize(
        "columns",
        [
            (MappedColumn("A", "X", "what_happens"),),
            (MappedColumn("A", "X", "title"), MappedColumn("B", "Y", "title")),
            (MappedColumn("A", "X", "title"), MappedColumn("A", "Y", "actor")),
            (MappedColumn("A", "X", "no_such"),),
        ],
    )
    def test_mappings_that_cannot_be(self, columns: tuple[MappedColumn, ...]) -> None:
        with pytest.raises(MappingError):
            read_table([page(("X", "Y"))], [TableMapping(columns=columns)], board())

    def test_a_workbook_of_a_pathway_is_known_as_one(self) -> None:
        assert is_of_pathway(book_bytes(board()))
        assert not is_of_pathway(workbook(("Vaihe",)))
        assert not is_of_pathway(b"Vaihe;Toimija")


class TestTheFileOfMappings:
    def test_there_and_back(self) -> None:
        mapping = proposed(page(("Vaihe", "Kuvaus")), board(), "fi").mapping
        assert loads(dumps((mapping,))) == (mapping,)

    @pytest.mark.parametrize(
        "data",
        [
            b"",
            b"[]",
            b'{"format": "ketjupaja-mapping-1"}',
            b'{"format": "ketjupaja-mapping-9", "tables": []}',
            b'{"format": "ketjupaja-mapping-1", "tables": [], "tables": []}',
            b'{"format": "ketjupaja-mapping-1", "tables": [{"rows": "nuts"}]}',
            b'{"format": "ketjupaja-mapping-1", "tables": [{"header_row": 31}]}',
            b'{"format": "ketjupaja-mapping-1", "tables": [{"evil": 1}]}',
            b"[" * 100_000,
            b"\xff\xfe",
        ],
    )
    def test_what_is_none_is_refused_in_one_sentence(self, data: bytes) -> None:
        with pytest.raises(MappingError) as refused:
            loads(data)
        assert "\n" not in str(refused.value)
