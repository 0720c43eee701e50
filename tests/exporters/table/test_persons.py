"""Persons who are named in tables become no lanes by themselves."""

import pytest

from exporters.table import TABLE
from exporters.table.proposing import proposed
from model.text import in_language
from tests.exporters.excel.small_board import board
from tests.exporters.table.plain_pages import page


def actors_and_remarks(words: str) -> tuple[list[str], str]:
    made = TABLE.read(words.encode(), "fi")
    actors = [in_language(actor.name, "fi") for actor in made.pathway.actors]
    return actors, "\n".join(made.left_out)


@pytest.mark.parametrize(
    "words",
    [
        "Vaihe;Vastuuhenkilö\nA;Maija\nB;Sairaanhoitaja\n",
        "Vaihe;Tekijä\nA;Maija Virtanen\nB;Puro, Pekka\nC;Hoitaja\n",
        "Vaihe;Owner\nA;Anna-Liisa Åberg\nB;Pekka J. Puro\n",
        "Vaihe;Mukana\nA;Maija Virtanen\nB;Pekka Puro\n",
        "Vaihe;Mukana\nA;Maija Virtanen, Pekka Puro\n",
    ],
)
def test_a_column_of_persons_is_left_unread_and_told(words: str) -> None:
    actors, remarks = actors_and_remarks(words)
    assert actors == []
    assert "Maija" not in remarks
    assert "published" in remarks


@pytest.mark.parametrize(
    "words",
    [
        "Vaihe;Tekijä\nA;Hoitaja\nB;Omalääkäri\n",
        "Vaihe;Henkilöstöryhmä;Vastuutaho\nA;x;Helsingin kaupunki\nB;y;HUS\n",
    ],
)
def test_roles_and_units_are_read_as_before(words: str) -> None:
    actors, remarks = actors_and_remarks(words)
    assert len(actors) == 2
    assert "published" not in remarks


def test_names_below_our_own_word_are_read_and_told() -> None:
    actors, remarks = actors_and_remarks("Vaihe;Toimija\nA;Maija Virtanen\nB;Pekka Puro\n")
    assert actors == ["Maija Virtanen", "Pekka Puro"]
    assert "published" in remarks


def test_a_column_of_persons_is_no_column_of_stages() -> None:
    made = TABLE.read("Vastuuhenkilö;Juttu\nMaija;Soitto\nPekka;Käynti\n".encode(), "fi")
    assert [in_language(each.title, "fi") for each in made.pathway.stages] == ["Soitto", "Käynti"]


def test_actors_of_the_board_are_known_whatever_the_header_asks_for() -> None:
    there = page(("Vaihe", "Vastuuhenkilö"), ("Uusi", "Hoitaja"), ("Toinen", "Asiakas"))
    found = proposed(there, board(), "fi")
    assert [column.field for column in found.mapping.columns] == ["title", "actor"]
    assert found.remarks == ()
