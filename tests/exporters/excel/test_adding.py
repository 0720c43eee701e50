"""New rows: what becomes of them when the workbook is brought in again, or lacks something."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from openpyxl import Workbook

from exporters.excel.read_back import FaultyWorkbookError, read_back
from exporters.excel.responsibility import answers_for
from model.merge import merge
from model.messages import speaking
from model.pathway import Pathway
from model.records import Goal, Task
from tests.exporters.excel.books import add_row, column_of, edited, row_of, sheet_of, write_at
from tests.exporters.excel.small_board import board, board_bytes, with_records

Edit = Callable[[Workbook], object]


def new_rows(book: Workbook) -> None:
    add_row(book, "stages", {"title": "Soitto", "phase": "Alku", "actor": "Hoitaja"})
    add_row(book, "handovers", {"source": "Arvio", "target": "Soitto"})
    add_row(book, "times", {"where": "Soitto", "limit": "3 kk"})
    for _each in range(2):
        add_row(book, "tasks", {"title": "Kysy ajat"})


def brought_into(now: Pathway, data: bytes) -> Pathway:
    read = read_back(data, now)
    merged = merge(read.base, now, read.filled_in)
    assert merged.conflicts == ()
    return merged.pathway


def faults(edit: Edit) -> list[str]:
    with pytest.raises(FaultyWorkbookError) as refused:
        read_back(edited(board_bytes(), edit), board())
    return [fault.where for fault in refused.value.faults]


# The same workbook twice


def test_a_workbook_brought_in_twice_adds_its_rows_once() -> None:
    data = edited(board_bytes(), new_rows)
    once = brought_into(board(), data)
    assert len(once.of(Task)) == 2
    assert brought_into(once, data) == once


def test_what_has_become_of_a_new_row_since_stays() -> None:
    data = edited(board_bytes(), new_rows)
    once = brought_into(board(), data)
    [stage] = [stage for stage in once.stages if stage.title["fi"] == "Soitto"]
    moved = with_records(once, replace(stage, column=7, professional_text={"fi": "Ohje"}))
    assert brought_into(moved, data) == moved


def test_new_rows_stand_in_the_order_of_their_rows() -> None:
    names = [f"Päävaihe {number}" for number in range(12)]

    def edit(book: Workbook) -> None:
        for name in names:
            add_row(book, "phases", {"title": name})

    phases = read_back(edited(board_bytes(), edit), board()).filled_in.phases
    assert [phase.title["fi"] for phase in phases][2:] == names


# Columns that are gone


def test_a_missing_column_is_not_read_from_another() -> None:
    def edit(book: Workbook) -> None:
        add_row(book, "goals", {"title": "Nopea pääsy"})
        sheet = sheet_of(book, "goals")
        for key in ("id", "need"):
            sheet.cell(1, column_of(book, "goals", key)).value = None
        for key in ("id", "need"):
            del book.defined_names[f"kp.goals.{key}"]

    [goal] = read_back(edited(board_bytes(), edit), board()).filled_in.of(Goal)
    assert (goal.title, goal.need) == ({"fi": "Nopea pääsy"}, {})


def test_new_rows_need_the_columns_that_must_be_filled_in() -> None:
    def edit(book: Workbook) -> None:
        add_row(book, "handovers", {"source": "Arvio", "target": "Hoito", "condition": "Jos"})
        sheet_of(book, "handovers").delete_cols(column_of(book, "handovers", "target"))
        del book.defined_names["kp.handovers.target"]

    assert faults(edit) == ["Siirtymät!A1"]


# Merged cells


def test_merged_cells_of_new_rows_are_refused_on_each_sheet() -> None:
    def edit(book: Workbook) -> None:
        for key in ("phases", "actors"):
            name = "title" if key == "phases" else "name"
            add_row(book, key, {name: "Yksi"})
            row = add_row(book, key, {name: "Kaksi"})
            sheet_of(book, key).merge_cells(f"B{row - 1}:B{row}")

    assert sorted(faults(edit)) == ["Päävaiheet!B4", "Toimijat!B4"]


# The matrix about a stage that is new


def matrix_row(book: Workbook, actor: str, words: str) -> None:
    sheet = sheet_of(book, "matrix")
    row = row_of(book, "matrix", "s3") + 1
    write_at(sheet, (row, 1), "Soitto")
    at = next(cell.column for cell in sheet[1] if cell.value == actor)
    write_at(sheet, (row, at), words)


@pytest.mark.parametrize(
    ("in_row", "in_matrix", "answers"),
    [("Asiakas", "Asiakas", "a1"), (None, "Hoitaja", "a2"), ("Asiakas", "Hoitaja", None)],
)
def test_row_and_matrix_agree_on_who_answers_for_a_new_stage(
    in_row: str | None, in_matrix: str, answers: str | None
) -> None:
    def edit(book: Workbook) -> None:
        add_row(book, "stages", {"title": "Soitto", "actor": in_row})
        with speaking("fi"):
            matrix_row(book, in_matrix, answers_for())

    if answers is None:
        [where] = faults(edit)
        assert where.startswith("Vastuut!")
    else:
        stages = read_back(edited(board_bytes(), edit), board()).filled_in.stages
        assert [stage.actor for stage in stages if stage.title["fi"] == "Soitto"] == [answers]


def test_another_part_in_the_matrix_leaves_a_new_stage_its_actor() -> None:
    def edit(book: Workbook) -> None:
        add_row(book, "stages", {"title": "Soitto", "actor": "Asiakas"})
        matrix_row(book, "Asiakas", "osallistuu")

    stages = read_back(edited(board_bytes(), edit), board()).filled_in.stages
    [stage] = [stage for stage in stages if stage.title["fi"] == "Soitto"]
    assert (stage.actor, len(stage.participants)) == ("a1", 1)
