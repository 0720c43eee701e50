"""Plain tables at the command line, and how they are remembered."""

from pathlib import Path

import pytest
from openpyxl.utils import get_column_letter

from designer.mappings import (
    FILE_NAME,
    MOST_REMEMBERED,
    UnreadableMappingsError,
    mappings_at,
    remember,
    remembered,
)
from designer.tables import proposals, taken_by
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
from tests.exporters.excel.books import edited
from tests.exporters.excel.small_board import board, board_bytes
from tests.exporters.table.messy_tables import FACTS, MESSY, facts
from tests.exporters.table.plain_pages import workbook

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

    @pytest.mark.parametrize(("columns", "words"), [(120, ""), (200, "x" * 280)])
    def test_what_is_remembered_can_be_read_again(
        self, tmp_path: Path, columns: int, words: str
    ) -> None:
        def wide(number: int) -> TableMapping:
            letters = [get_column_letter(at) for at in range(1, columns + 1)]
            return TableMapping(
                columns=tuple(
                    MappedColumn(each, f"n{number} {each}{words}", "title" if each == "A" else "")
                    for each in letters
                )
            )

        remember(tmp_path, [wide(number) for number in range(MOST_REMEMBERED)])
        some = len(remembered(tmp_path))
        assert 0 < some < MOST_REMEMBERED
        remember(tmp_path, [wide(MOST_REMEMBERED)])
        kept = remembered(tmp_path)
        assert kept[0] == wide(MOST_REMEMBERED)
        assert kept[1] == wide(0)

    def test_what_cannot_be_written_is_not_remembered(self, tmp_path: Path) -> None:
        half = TableMapping(sheet="r\udcff", columns=(MappedColumn("A", "Nimi", "title"),))
        remember(tmp_path, [half, mapping("Juttu")])
        assert remembered(tmp_path) == (mapping("Juttu"),)

    def test_a_folder_that_cannot_be_written(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("", encoding="utf-8")
        with pytest.raises(UnreadableMappingsError, match=FILE_NAME):
            remember(tmp_path / "file" / "settings", [mapping("Juttu")])


class TestTaking:
    def test_a_table_and_a_workbook_are_brought_in_together(self) -> None:
        book = Book("vaiheet.csv", TABLE)
        [proposal] = proposals(board(), book, "fi", ())
        assert proposal.mapping.sheet == "vaiheet"
        books = [book, Book("b.xlsx", board_bytes())]
        read = taken_by(board(), books, [proposal.mapping])
        after, _done = joined_in(board(), read).change.applied_to(board())
        assert facts(after) == FACTS

    def test_a_text_file_without_a_mapping_is_foreign(self) -> None:
        with pytest.raises(ForeignBookError):
            taken_by(board(), [Book("vaiheet.csv", TABLE)], ())

    def test_what_cannot_be_read_is_told_with_the_tables_name(self) -> None:
        for data in (b"", b"\0\0", b"PK"):
            with pytest.raises(UnreadableBookError, match=r"t\.csv"):
                taken_by(board(), [Book("t.csv", data)], [mapping("Vaihe")])
        with pytest.raises(UnreadableBookError, match="Juttu"):
            taken_by(board(), [Book("t.csv", TABLE)], [mapping("Juttu")])

    def test_tables_of_several_forms_are_each_read_by_their_own_mappings(self) -> None:
        books = [
            Book("vaiheet.csv", b"Vaihe;Toimija\nUusi;Hoitaja\n"),
            Book("nuolet.csv", "Mistä;Mihin\nArvio;Yhteydenotto\n".encode()),
            Book("lisää.csv", b"Toimija;Vaihe\nAsiakas;Toinen\n"),
        ]
        ways = [proposals(board(), each, "fi", ())[0].mapping for each in books]
        same = TableMapping(sheet="muu.csv", columns=ways[0].columns)
        for mappings in (ways, [same, ways[1]]):
            read = taken_by(board(), books, mappings)
            after, _done = joined_in(board(), read).change.applied_to(board())
            new = [stage.title["fi"] for stage in after.stages if stage.id not in board()]
            assert sorted(new) == ["Toinen", "Uusi"]
            assert sorted(each.target for each in after.leaving("s2")) == ["s1", "s3"]

    def test_a_mapping_that_no_table_needs_is_refused(self) -> None:
        books = [Book(f"{n}.csv", b"Vaihe;Toimija\nUusi;Hoitaja\n") for n in range(2)]
        [way] = proposals(board(), books[0], "fi", ())
        with pytest.raises(UnreadableBookError, match="T5"):
            taken_by(board(), books, [way.mapping, mapping("Muu", 5)])

    def test_a_table_that_no_mapping_is_for_is_refused(self) -> None:
        books = [
            Book("a.csv", b"Vaihe;Toimija\nUusi;Hoitaja\n"),
            Book("b.csv", b"Jotain;Muuta\nUusi;Hoitaja\n"),
        ]
        [way] = proposals(board(), books[0], "fi", ())
        with pytest.raises(UnreadableBookError, match=r"b\.csv"):
            taken_by(board(), books, [way.mapping])

    def test_hidden_sheets_of_a_workbook_are_told(self) -> None:
        data = edited(
            workbook(("Vaihe", "Toimija"), ("Uusi", "Hoitaja")),
            lambda book: book.copy_worksheet(book.worksheets[0]).__setattr__(
                "sheet_state", "hidden"
            ),
        )
        book = Book("t.xlsx", data)
        [way] = proposals(board(), book, "fi", ())
        [taken_in] = taken_by(board(), [book], [way.mapping])
        [remark] = taken_in.read.remarks
        assert "hidden" in remark.words

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

    def test_what_was_remembered_may_be_damaged(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        settings = tmp_path / "settings"
        monkeypatch.setattr("platformdirs.user_config_path", lambda *_, **__: settings)
        settings.mkdir()
        (settings / FILE_NAME).write_text("{", encoding="utf-8")
        path, table, columns = tmp_path / "p.ketju", tmp_path / "t.csv", tmp_path / "m.json"
        file.save(board(), path)
        table.write_bytes(TABLE)
        assert run("map", path, "--from", table, "--out", columns) == 0
        told = capsys.readouterr().err
        assert FILE_NAME in told
        assert "remove" in told
        assert mappings_at(columns)

    @pytest.mark.parametrize(("asked", "language"), [((), "fi"), (("--texts", "en"), "en")])
    def test_of_what_was_remembered_only_the_columns_are_proposed(
        self,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        asked: tuple[str, ...],
        language: str,
    ) -> None:
        settings = tmp_path / "settings"
        monkeypatch.setattr("platformdirs.user_config_path", lambda *_, **__: settings)
        columns = (MappedColumn("A", "Juttu", "title"),)
        way = TableMapping(sheet="x", language="de", new_actors=True, columns=columns)
        remember(settings, [way])
        path, table, out = tmp_path / "p.ketju", tmp_path / "t.csv", tmp_path / "m.json"
        file.save(board(), path)
        table.write_text("Juttu\nKotikäynti\n", encoding="utf-8")
        assert run("map", path, "--from", table, "--out", out, *asked) == 0
        (proposed,) = mappings_at(out)
        assert proposed.columns == columns
        assert (proposed.language, proposed.new_actors) == (language, False)

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
