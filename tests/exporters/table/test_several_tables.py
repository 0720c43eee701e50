"""Several tables at once: sheets of one book, and books of one form."""

import pytest

from exporters.excel.opening import Page
from exporters.excel.read_back import FaultyWorkbookError, ReadBack
from exporters.table.mapping import MappedColumn, MappingError, TableMapping
from exporters.table.proposing import proposed
from exporters.table.reading import read_table
from model.records import Stage
from tests.exporters.excel.small_board import board
from tests.exporters.table.plain_pages import page, read


def read_all(*pages: Page) -> ReadBack:
    return read_table(pages, [proposed(each, board(), "fi").mapping for each in pages], board())


def told(*pages: Page) -> dict[str, str]:
    with pytest.raises(FaultyWorkbookError) as refused:
        read_all(*pages)
    return {fault.where: fault.words for fault in refused.value.faults}


def new_stages(after: ReadBack) -> list[Stage]:
    return [each for each in after.filled_in.stages if each.id not in board()]


class TestTheSameInSeveral:
    def test_a_new_stage_on_two_sheets_is_refused(self) -> None:
        first = page(("Vaihe", "Toimija", "Seuraava"), ("Uusi", "Hoitaja", "Arvio"), title="Osa1")
        for again in (
            (("Vaihe", "Toimija"), ("UUSI ", "hoitaja")),
            (("Vaihe", "Kuvaus"), ("Uusi", "Muuta")),
            (("Vaihe", "Päävaihe"), ("Uusi", "Alku")),
        ):
            faults = told(first, page(*again, title="Osa2"))
            assert list(faults) == ["Osa2!A2"]
            assert "Osa1!A2" in faults["Osa2!A2"]

    def test_stages_that_only_have_a_name_in_common_are_two(self) -> None:
        after = read_all(
            page(("Vaihe", "Toimija"), ("Uusi", "Hoitaja"), title="Osa1"),
            page(("Vaihe", "Toimija"), ("Uusi", "Asiakas"), title="Osa2"),
        )
        assert sorted(str(stage.actor) for stage in new_stages(after)) == ["a1", "a2"]

    def test_two_sheets_may_say_things_of_a_stage_that_is_there(self) -> None:
        after = read_all(
            page(("Vaihe", "Kuvaus", "Määräaika"), ("Arvio", "Uutta", "3 vrk"), title="Osa1"),
            page(("Vaihe", "Toimija", "Aikaraja"), ("Arvio", "Asiakas", "3 vrk"), title="Osa2"),
        ).filled_in
        stage = after["s2"]
        assert isinstance(stage, Stage)
        assert (stage.actor, stage.what_happens) == ("a1", {"fi": "Uutta"})
        assert [each.limit.typed for each in stage.time_targets] == ["3 vrk"]

    def test_two_sheets_with_other_limits_of_a_stage_are_refused(self) -> None:
        faults = told(
            page(("Vaihe", "Määräaika"), ("Arvio", "3 vrk"), title="Osa1"),
            page(("Vaihe", "Määräaika"), ("Arvio", "4 vrk"), title="Osa2"),
        )
        assert list(faults) == ["Osa2!B2"]

    def test_a_new_arrow_on_two_sheets_is_refused(self) -> None:
        rows = (("Mistä", "Mihin"), ("Arvio", "Yhteydenotto"))
        assert list(told(page(*rows, title="Osa1"), page(*rows, title="Osa2"))) == ["Osa2!A2"]

    def test_a_stage_has_one_id_in_whatever_letters_and_wherever_it_stands(self) -> None:
        [one] = new_stages(read(("Vaihe", "Toimija"), ("Uusi vaihe", "Hoitaja")))
        [same] = new_stages(
            read_all(
                page(("Toimija", "Rooli"), ("Hoitaja", "Arvioi"), title="Toimijat"),
                page(("Vaihe", "Toimija"), ("UUSI  vaihe", "Hoitaja"), title="Vaiheet"),
            )
        )
        assert one.id == same.id


class TestOneSheetOneMapping:
    def test_two_mappings_of_one_sheet_are_refused(self) -> None:
        there = page(("Vaihe", "Toimija"), ("Uusi", "Hoitaja"), title="Kaksi")
        columns = (MappedColumn("A", "Vaihe", "title"), MappedColumn("B", "Toimija", "actor"))
        mappings = [TableMapping(sheet=sheet, columns=columns) for sheet in ("Yksi", "Kaksi")]
        with pytest.raises(MappingError, match="Kaksi"):
            read_table([there], mappings, board())


class TestSheetsLeftOut:
    def test_sheets_that_are_hidden_or_without_a_mapping_are_told(self) -> None:
        pages = [
            page(("Vaihe", "Toimija"), ("Uusi", "Hoitaja"), title="Yksi"),
            page(("Vaihe", "Toimija"), ("Salainen", "Hoitaja"), title="Piilo")._replace(
                hidden=True
            ),
            page(("Vaihe", "Toimija"), ("Toinen", "Hoitaja"), title="Kolmas"),
            page(title="Tyhjä"),
        ]
        after = read_table(pages, [proposed(pages[0], board(), "fi").mapping], board())
        assert [remark.where for remark in after.remarks] == ["Piilo", "Kolmas"]
        assert len({remark.words for remark in after.remarks}) == 2
        assert len(new_stages(after)) == 1
