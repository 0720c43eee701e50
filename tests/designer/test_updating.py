"""`ketjupaja update`: what workbooks change, told in words; nothing is ever half done."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from msgspec.structs import replace
from openpyxl import Workbook

from designer import updating
from designer.cli import main
from designer.updating import Book, UnreadableBookError, Updated, joined_in, missing_of, taken
from model import file, versions
from model.pathway import Pathway
from model.records import Note, Stage
from model.versions import Versions
from tests.exporters.excel.books import add_row, edited, row_of, sheet_of, write
from tests.exporters.excel.small_board import board, board_bytes, with_records


def book(edit: object, name: str = "ryhmä.xlsx") -> Book:
    return Book(name, edited(board_bytes(), edit))  # type: ignore[arg-type]


def renamed(words: str) -> Book:
    return book(lambda opened: write(opened, "stages", "s2", "title", words))


def without_last_stage(opened: Workbook) -> None:
    sheet_of(opened, "stages").delete_rows(row_of(opened, "stages", "s3"))


@pytest.fixture
def pathway_file(tmp_path: Path) -> Path:
    path = tmp_path / "ketju.ketju"
    file.save(board(), path)
    return path


def run(*arguments: object) -> int:
    with pytest.raises(SystemExit) as end:
        main([*map(str, arguments), "--lang", "en"])
    return int(end.value.code or 0)


def at(tmp_path: Path, book: Book) -> Path:
    path = tmp_path / book.name
    path.write_bytes(book.data)
    return path


def updated(pathway: Pathway, books: Iterable[Book]) -> Updated:
    return joined_in(pathway, [taken(pathway, each) for each in books])


def applied(pathway: Pathway, *books: Book) -> Pathway:
    after, _done = updated(pathway, books).change.applied_to(pathway)
    return after


def test_what_changes_is_told_and_written(
    pathway_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workbook = at(tmp_path, renamed("Kartoitus"))
    assert run("update", pathway_file, "--from", workbook) == 0
    assert file.read(pathway_file)["s2"].title == {"fi": "Kartoitus"}  # type: ignore[union-attr]
    told = capsys.readouterr()
    assert "Kartoitus" in told.out


def test_what_was_in_the_file_stays_among_its_earlier_versions(
    pathway_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    assert run("update", pathway_file, "--from", at(tmp_path, renamed("Kartoitus"))) == 0
    kept = Versions(tmp_path / "state" / "ketjupaja" / "versions").of(pathway_file)
    assert [versions.read(each) for each in kept] == [file.read(pathway_file), board()]
    (tmp_path / "taken").write_text("")
    other = book(lambda opened: write(opened, "stages", "s1", "title", "Muu"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "taken"))
    assert run("update", pathway_file, "--from", at(tmp_path, other)) == 0
    assert "no earlier version could be kept" in capsys.readouterr().err


def test_what_somebody_saved_in_between_is_not_overwritten(
    pathway_file: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    workbook = at(tmp_path, renamed("Kartoitus"))
    theirs = applied(board(), renamed("Heidän"))
    book_there = updating.book_at

    def book_at(path: Path) -> Book:
        file.save(theirs, pathway_file)
        return book_there(path)

    monkeypatch.setattr(updating, "book_at", book_at)
    assert run("update", pathway_file, "--from", workbook) == 1
    assert "in the meantime" in capsys.readouterr().err
    assert file.read(pathway_file) == theirs
    assert [each.name for each in tmp_path.glob(".~*")] == []


def test_a_dry_run_writes_nothing(
    pathway_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = pathway_file.read_bytes()
    workbook = at(tmp_path, renamed("Kartoitus"))
    assert run("update", pathway_file, "--from", workbook, "--dry-run") == 0
    assert pathway_file.read_bytes() == before
    assert "Kartoitus" in capsys.readouterr().out


def test_another_file_is_written_and_none_is_replaced_unasked(
    pathway_file: Path, tmp_path: Path
) -> None:
    workbook, out = at(tmp_path, renamed("Kartoitus")), tmp_path / "uusi.ketju"
    assert run("update", pathway_file, "--from", workbook, "--out", out) == 0
    assert file.read(pathway_file) == board()
    assert file.read(out)["s2"].title == {"fi": "Kartoitus"}  # type: ignore[union-attr]
    assert run("update", pathway_file, "--from", workbook, "--out", out) == 1


def test_a_faulty_book_is_refused_cell_by_cell_and_nothing_is_written(
    pathway_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = pathway_file.read_bytes()
    cells: list[str] = []

    def edit(opened: Workbook) -> None:
        write(opened, "stages", "s1", "title", "Oikein")
        cells.append(write(opened, "stages", "s2", "phase", "Loppu"))
        cells.append(write(opened, "info", "next_review", "2", "joskus"))

    assert run("update", pathway_file, "--from", at(tmp_path, book(edit))) == 2
    assert pathway_file.read_bytes() == before
    told = capsys.readouterr().err
    assert all(f"{cell}: " in told for cell in cells)


def test_rows_that_are_gone_go_only_when_asked(
    pathway_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workbook = at(tmp_path, book(without_last_stage))
    assert run("update", pathway_file, "--from", workbook) == 0
    assert file.read(pathway_file) == board()
    assert "--delete-missing" in capsys.readouterr().out
    assert run("update", pathway_file, "--from", workbook, "--delete-missing") == 0
    assert set(board()) - set(file.read(pathway_file)) == {"s3", "h2"}


def test_several_books_are_joined() -> None:
    first = renamed("Kartoitus")
    second = book(lambda opened: write(opened, "stages", "s3", "title", "Tuki"), "toinen.xlsx")
    third = book(lambda opened: add_row(opened, "stages", {"title": "Uusi"}), "kolmas.xlsx")
    after = applied(board(), first, second, third)
    [new] = [stage for stage in after.of(Stage) if stage.id not in board()]
    assert new.title == {"fi": "Uusi"}
    assert after.replacing({new.id: None}) == with_records(
        board(),
        replace(board()["s2"], title={"fi": "Kartoitus"}),
        replace(board()["s3"], title={"fi": "Tuki"}),
    )


def test_two_books_that_clash_leave_a_question_on_a_note() -> None:
    other = renamed("Tutkimus")._replace(name="toinen.xlsx")
    done = updated(board(), [renamed("Kartoitus"), other])
    [question] = done.questions
    assert (question.conflict.id, question.name) == ("s2", "toinen.xlsx")
    after, _done = done.change.applied_to(board())
    assert after["s2"].title == {"fi": "Kartoitus"}  # type: ignore[union-attr]
    assert [note.id for note in after.of(Note)] == [question.note]


def test_one_faulty_book_of_several_stops_all() -> None:
    faulty = book(lambda opened: write(opened, "stages", "s2", "phase", "Loppu"))
    with pytest.raises(UnreadableBookError):
        updated(board(), [renamed("Kartoitus"), faulty])


def test_what_one_book_removes_another_may_leave_untouched() -> None:
    books = [taken(board(), each) for each in (book(without_last_stage), renamed("Kartoitus"))]
    done = joined_in(board(), books, missing_of(books))
    assert done.missing == ()
    after, _done = done.change.applied_to(board())
    assert set(board()) - set(after) == {"s3", "h2"}
    assert after["s2"].title == {"fi": "Kartoitus"}  # type: ignore[union-attr]


def test_the_change_is_undone_as_one() -> None:
    change = updated(board(), [renamed("Kartoitus")]).change
    after, done = change.applied_to(board())
    back, _again = done.inverse().applied_to(after)
    assert back == board()
