"""Which column is which: by headers, by content, by what was read before."""

import pytest

from exporters.table.mapping import (
    ROWS,
    MappedColumn,
    TableMapping,
    fields_of,
    lacking,
)
from exporters.table.proposing import Proposal, proposed, proposed_as
from exporters.table.words import other_words, own_words, plain
from model.pathway import Pathway
from model.records import PathwayInfo
from model.text import in_language
from tests.exporters.excel.small_board import board
from tests.exporters.table.plain_pages import page, read


def fields(proposal: Proposal) -> dict[str, str]:
    return {column.letter: column.field for column in proposal.mapping.columns if column.field}


class TestWhatIsProposed:
    @pytest.mark.parametrize(
        ("headers", "expected"),
        [
            (("Vaihe", "Vastuutaho", "Selite"), ("stages", "title", "actor", "what_happens")),
            (("Steg", "Ansvarig", "Nästa steg"), ("stages", "title", "actor", "next")),
            (("Step", "Owner", "Deadline"), ("stages", "title", "actor", "time_limit")),
            (("Mistä", "Mihin", "Ehto"), ("handovers", "source", "target", "condition")),
            (("Toimija", "Organisaatio", "Rooli"), ("actors", "name", "organisation", "role")),
            (("Tehtävä", "Vastuuhenkilö", "Eräpäivä"), ("tasks", "title", "responsible", "due")),
            (
                ("Mittari", "Laskentatapa", "Tavoitetaso"),
                ("metrics", "title", "definition", "target"),
            ),
        ],
    )
    def test_headers_tell_what_rows_and_columns_are(
        self, headers: tuple[str, ...], expected: tuple[str, ...]
    ) -> None:
        found = proposed(page(headers), board(), "fi")
        rows, *keys = expected
        assert found.mapping.rows == rows
        assert list(fields(found).values()) == keys
        assert not lacking(found.mapping)

    def test_every_field_of_ours_is_known_by_its_own_words(self) -> None:
        for sheet in ROWS:
            own = own_words(sheet.key)
            assert {field.key for field in fields_of(sheet.key)} == set(own.values())
            assert set(other_words(sheet.key).values()) <= set(own.values())

    def test_of_columns_called_alike_it_is_told_once(self) -> None:
        rows = (("Uusi", "Hoitaja", "Toinen"), ("Toinen", "Hoitaja", "Uusi"))
        found = proposed(page(("Vaihe", "Toimija", "VAIHE"), *rows), board(), "fi")
        assert list(fields(found).values()) == ["title", "actor", "next"]
        assert len(found.remarks) == 1

    def test_words_are_compared_without_signs_numbers_and_parentheses(self) -> None:
        assert plain(' 2. Vastuu-\ntaho (nimi): "*" ') == "vastuutaho"

    def test_a_sheets_name_decides_between_equals(self) -> None:
        headers = ("Nimi", "Kuvaus")
        assert proposed(page(headers), board(), "fi").mapping.rows == "stages"
        found = proposed(page(headers, title="Päävaiheet"), board(), "fi")
        assert found.mapping.rows == "phases"

    def test_names_in_the_columns_tell_where_headers_do_not(self) -> None:
        found = proposed(
            page(("Asia", "X", "Y"), ("Uusi", "Hoitaja", "Alku"), ("Toinen", "Asiakas", "Alku")),
            board(),
            "fi",
        )
        assert fields(found) == {"A": "title", "B": "actor", "C": "phase"}
        assert found.mapping.header_row == 1

    def test_a_table_without_headers_is_known_by_its_content(self) -> None:
        rows = [("Uusi", "Hoitaja"), ("Toinen", "Asiakas")]
        found = proposed(page(*rows), board(), "fi")
        assert found.mapping.header_row == 0
        assert fields(found) == {"A": "title", "B": "actor"}
        filled = read(*rows).filled_in
        assert {"Uusi", "Toinen"} <= {in_language(s.title, "fi") for s in filled.stages}

    def test_a_name_here_and_there_does_not_make_a_column_one_of_actors(self) -> None:
        found = proposed(
            page(("Vaihe", "X"), ("A", "Hoitaja"), ("B", "muu"), ("C", "toinen")), board(), "fi"
        )
        assert fields(found) == {"A": "title"}

    def test_rows_without_a_name_are_hardly_stages(self) -> None:
        found = proposed(page(("Toimija", "Kuvaus"), ("Hoitaja", "x")), board(), "fi")
        assert found.mapping.rows == "actors"

    def test_a_column_that_says_other_things_is_left_out_and_told(self) -> None:
        found = proposed(
            page(("Vaihe", "Tyyppi"), ("A", "punainen"), ("B", "sininen")), board(), "fi"
        )
        assert fields(found) == {"A": "title"}
        assert "Tyyppi" in found.remarks[0]

    def test_running_numbers_are_no_names(self) -> None:
        found = proposed(page(("Vaihe", "Nimi"), (1, "Uusi"), (2, "Toinen")), board(), "fi")
        assert fields(found) == {"B": "title"}

    def test_new_lanes_come_of_a_table_only_where_there_are_none(self) -> None:
        table = page(("Vaihe", "Toimija"), ("A", "B"))
        assert not proposed(table, board(), "fi").mapping.new_actors
        empty = Pathway([PathwayInfo(id="info")])
        assert proposed(table, empty, "fi").mapping.new_actors

    def test_two_headers_alike_and_two_rows_of_headers_are_told(self) -> None:
        found = proposed(page(("Mitä", None, "Kuka"), ("Vaihe", "Kuvaus", "Kuvaus")), board(), "fi")
        assert fields(found) == {"A": "title", "B": "what_happens"}
        assert "Kuvaus" in found.remarks[0]
        assert "2" in found.remarks[1]

    def test_a_header_merged_sideways_stands_over_its_first_column_alone(self) -> None:
        table = page(("Vaihe", "Toimija"), ("A", "Hoitaja", "puhelin"))
        wide = table._replace(merged=dict.fromkeys([(1, 2), (1, 3)], "B1:C1"))
        words = [column.words for column in proposed(wide, board(), "fi").mapping.columns]
        assert words == ["Vaihe", "Toimija", ""]

    def test_people_can_say_what_the_rows_are(self) -> None:
        table = page(("Nimi", "Kuvaus"), ("A", "B"))
        found = proposed_as(table, board(), TableMapping(rows="channels", header_row=1))
        assert fields(found) == {"A": "name", "B": "description"}

    def test_what_was_read_before_is_offered_again_wherever_its_columns_stand(self) -> None:
        before = TableMapping(
            sheet="Vanha",
            columns=(
                MappedColumn("A", "Juttu", "title"),
                MappedColumn("B", "Kuka", ""),
                MappedColumn("C", "Kuka", "actor"),
            ),
        )
        table = page(("Otsikko",), (), ("Kuka", "Juttu", "KUKA:"), ("x", "Uusi", "Hoitaja"))
        found = proposed(table, board(), "fi", [before])
        assert found.remembered
        assert found.mapping.sheet == "Taul1"
        assert found.mapping.header_row == 3
        assert fields(found) == {"B": "title", "C": "actor"}
        other = proposed(page(("Kuka", "Juttu")), board(), "fi", [before])
        assert not other.remembered
