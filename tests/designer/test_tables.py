"""Plain tables at the command line, and how they are remembered."""

from pathlib import Path

import pytest

from designer.mappings import (
    FILE_NAME,
    MOST_REMEMBERED,
    UnreadableMappingsError,
    mappings_at,
    remember,
    remembered,
)
from designer.tables import proposals, taken_by, taken_table
from designer.terminal import FAILED, UNREADABLE
from designer.updating import (
    Book,
    ForeignBookError,
    UnreadableBookError,
    joined_in,
    taken,
)
from exporters.table.mapping import MappedColumn, TableMapping
from model import file
from tests.designer.test_updating import run
from tests.exporters.excel.small_board import board, board_bytes
from tests.exporters.table.messy_tables import FACTS, MESSY, facts

TABLE = next(messy.data for messy in MESSY if messy.name == "semicolons, Windows-1252")()


def mapping(words: str, number: int = 0) -> TableMapping:
    return TableMapping(sheet=f"T{number}", columns=(MappedColumn("A", words, "title"),))


class TestRemembering:
    def test_nothing_is_remembered_at_first(self, tmp_path: Path) -> None:
        assert remembered(tmp_path / "none") == ()

    def test_the_latest_comes_first_and_once_for_each_form(self, tmp_path: Path) -> None:
        folder = tmp_path / "settings"
        remember(folder, [mapping("Juttu")])
        remember(folder, [mapping("Asia")])
        remember(folder, [mapping("JUTTU:", 2)])
        assert remembered(folder) == (mapping("JUTTU:", 2), mapping("Asia"))

    def test_no_more_than_some_are_kept(self, tmp_path: Path) -> None:
        remember(tmp_path, [mapping(f"Sarake {n}") for n in range(MOST_REMEMBERED + 5)])
        remember(tmp_path, [mapping("Uusin")])
        assert len(remembered(tmp_path)) == MOST_REMEMBERED
        assert remembered(tmp_path)[0] == mapping("Uusin")

    def test_a_table_without_headers_is_not_remembered(self, tmp_path: Path) -> None:
        remember(tmp_path, [TableMapping(header_row=0, columns=(MappedColumn("A", "", "title"),))])
        assert not (tmp_path / FILE_NAME).exists()

    def test_a_broken_file_is_told_in_a_sentence_and_left_alone(self, tmp_path: Path) -> None:
        (tmp_path / FILE_NAME).write_text("{", encoding="utf-8")
        with pytest.raises(UnreadableMappingsError, match=FILE_NAME):
            remembered(tmp_path)
        with pytest.raises(UnreadableMappingsError, match=FILE_NAME):
            remember(tmp_path, [mapping("Juttu")])
        assert (tmp_path / FILE_NAME).read_text(encoding="utf-8") == "{"

    def test_a_folder_that_cannot_be_written(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("", encoding="utf-8")
        with pytest.raises(UnreadableMappingsError, match=FILE_NAME):
            remember(tmp_path / "file" / "settings", [mapping("Juttu")])


class TestTaking:
    def test_a_table_and_a_workbook_are_brought_in_together(self) -> None:
        book = Book("vaiheet.csv", TABLE)
        [proposal] = proposals(board(), book, "fi", ())
        assert proposal.mapping.sheet == "vaiheet"
        read = [
            taken_by(board(), each, [proposal.mapping])
            for each in (book, Book("b.xlsx", board_bytes()))
        ]
        after, _done = joined_in(board(), read).change.applied_to(board())
        assert facts(after) == FACTS

    def test_a_text_file_without_a_mapping_is_foreign(self) -> None:
        with pytest.raises(ForeignBookError):
            taken_by(board(), Book("vaiheet.csv", TABLE), ())

    def test_what_cannot_be_read_is_told_with_the_tables_name(self) -> None:
        for data in (b"", b"\0\0", b"PK"):
            with pytest.raises(UnreadableBookError, match=r"t\.csv"):
                taken_table(board(), Book("t.csv", data), [mapping("Vaihe")])
        with pytest.raises(UnreadableBookError, match="Juttu"):
            taken_table(board(), Book("t.csv", TABLE), [mapping("Juttu")])

    def test_workbooks_are_read_as_before(self) -> None:
        read = taken(board(), Book("b.xlsx", board_bytes()))
        assert not joined_in(board(), [read]).change


class TestCommands:
    def test_columns_are_proposed_as_a_file_and_used(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        path, table, columns = tmp_path / "p.ketju", tmp_path / "t.csv", tmp_path / "m.json"
        file.save(board(), path)
        table.write_bytes(TABLE)
        assert run("map", path, "--from", table, "--out", columns) == 0
        assert "  C  Toimija → Actor (answers for the stage)" in capsys.readouterr().err
        assert [each.rows for each in mappings_at(columns)] == ["stages"]
        assert run("update", path, "--from", table, "--map", columns) == 0
        assert "Seuranta" in capsys.readouterr().out
        assert facts(file.read(path)) == FACTS
        assert run("update", path, "--from", table, "--map", columns) == 0
        assert "no difference" in capsys.readouterr().out

    def test_a_table_that_is_not_understood_changes_nothing(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        path, table, columns = tmp_path / "p.ketju", tmp_path / "t.csv", tmp_path / "m.json"
        file.save(board(), path)
        table.write_text("Kenttä;Arvo\n1;2\n", encoding="utf-8")
        assert run("map", path, "--from", table, "--out", columns) == FAILED
        assert run("update", path, "--from", table) == UNREADABLE
        assert "ketjupaja map" in capsys.readouterr().err
        assert run("update", path, "--from", table, "--map", columns) == UNREADABLE
        columns.write_text("{}", encoding="utf-8")
        assert run("update", path, "--from", table, "--map", columns) == UNREADABLE
        assert file.read(path) == board()

    def test_a_new_pathway_comes_of_a_table(self, tmp_path: Path) -> None:
        table, out = tmp_path / "t.csv", tmp_path / "p.ketju"
        table.write_bytes(TABLE)
        assert run("import", table, "--out", out) == 0
        assert facts(file.read(out)) == FACTS
