"""A new pathway from a plain table."""

import pytest
from openpyxl import Workbook

from exporters.formats import importer_of
from exporters.importer import Imported
from exporters.table import TABLE
from model import file
from model.entry.names import LONGEST_NAME
from model.file import UnreadableFileError
from model.records import Handover
from model.text import in_language
from tests.exporters.excel.books import book_bytes, saved
from tests.exporters.excel.small_board import board
from tests.exporters.table.messy_tables import FACTS, MESSY, facts

WHOLE = {messy.name: messy.data for messy in MESSY}


def imported(words: str) -> Imported:
    return TABLE.read(words.encode(), "fi")


def test_all_that_a_table_names_comes_to_be() -> None:
    made = TABLE.read(WHOLE["merged title above"](), "fi").pathway
    assert facts(made) == FACTS
    assert made.info.title == {"fi": "Uniketjun vaiheet 2026"}
    assert [in_language(actor.name, "fi") for actor in made.actors] == ["Asiakas", "Hoitaja"]
    assert [in_language(phase.title, "fi") for phase in made.phases] == ["Alku", "Hoito ja tuki"]
    assert file.loads(file.dumps(made)) == made


def test_the_same_bytes_give_the_same_pathway() -> None:
    data = WHOLE["semicolons, Windows-1252"]()
    assert TABLE.read(data, "fi") == TABLE.read(data, "fi")


def test_a_stage_stands_after_those_that_lead_to_it() -> None:
    made = imported("Vaihe;Toimija;Seuraava\nA;X;C\nB;X;\nC;Y;\n").pathway
    columns = {in_language(stage.title, "fi"): stage.column for stage in made.stages}
    assert columns == {"A": 0, "B": 1, "C": 1}


def test_what_is_not_read_is_told_with_its_place() -> None:
    left_out = imported("Vaihe;Kustannuspaikka\nA;123\nYhteensä;123\n").left_out
    assert len(left_out) == 2
    assert "!B1" in left_out[0]
    assert "!A3" in left_out[1]


def test_a_column_is_the_stages_names_even_where_no_word_says_so() -> None:
    made = imported("Juttu;Kuka tekee\nSoitto;Hoitaja\nKäynti;Lääkäri\n").pathway
    assert [in_language(stage.title, "fi") for stage in made.stages] == ["Soitto", "Käynti"]


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Vaihe;Seuraava\nA;Ei ole\n", "!B2"),
        ("Vaihe;Toimija\nA;X\n;Y\n", "!A3"),
        ("1;2\n3;4\n", ""),
    ],
)
def test_what_is_not_understood_is_refused_with_its_cell(words: str, place: str) -> None:
    with pytest.raises(UnreadableFileError) as refused:
        imported(words)
    assert place in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_workbook_of_a_pathway_is_to_be_brought_back_instead() -> None:
    with pytest.raises(UnreadableFileError):
        TABLE.read(book_bytes(board()), "fi")


def test_a_hidden_sheet_is_not_read() -> None:
    made = TABLE.read(WHOLE["a hidden sheet"](), "fi").pathway
    assert facts(made) == FACTS


def test_stages_and_handovers_of_one_workbook_are_read_together() -> None:
    book = Workbook()
    book.active.append(["Vaihe", "Toimija"])  # type: ignore[union-attr]
    book.active.append(["A", "X"])  # type: ignore[union-attr]
    book.active.append(["B", "X"])  # type: ignore[union-attr]
    arrows = book.create_sheet("Siirtymät")
    arrows.append(["Mistä", "Mihin", "Ehto"])
    arrows.append(["A", "B", "Aina"])
    made = TABLE.read(saved(book), "fi").pathway
    [arrow] = made.of(Handover)
    assert arrow.condition == {"fi": "Aina"}
    assert [arrow.source, arrow.target] == [stage.id for stage in made.stages]


@pytest.mark.parametrize("name", ["a.xlsx", "B.CSV", "c.tsv"])
def test_tables_are_known_by_their_endings(name: str) -> None:
    assert importer_of(name) is TABLE


def test_sheets_that_are_not_read_are_told_once() -> None:
    book = Workbook()
    book.active.append(["Vaihe", "Toimija"])  # type: ignore[union-attr]
    book.active.append(["A", "X"])  # type: ignore[union-attr]
    for title in ("Piilo", "Luvut"):
        sheet = book.create_sheet(title)
        sheet.append(["1", "2"])
        sheet.append([3, 4])
    book["Piilo"].sheet_state = "hidden"
    left_out = TABLE.read(saved(book), "fi").left_out
    assert [each.split(":")[0] for each in left_out] == ["Piilo", "Luvut"]


def test_a_long_text_above_the_headers_is_no_title() -> None:
    words = "x" * (LONGEST_NAME + 1)
    made = imported(f"{words}\n\nVaihe;Toimija\nA;X\nB;X\n").pathway
    assert len(made.info.title["fi"]) < LONGEST_NAME
    assert imported(f"{words[1:]}\n\nVaihe;Toimija\nA;X\nB;X\n").pathway.info.title == {
        "fi": words[1:]
    }
