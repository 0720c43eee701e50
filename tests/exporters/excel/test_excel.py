"""The workbook, read as a stranger would."""

import re
from datetime import date, datetime
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import pytest
from msgspec.structs import replace
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from exporters.excel import EXCEL
from exporters.exporter import CancelledError, Options
from model import file
from model.codes import Participation, Sector
from model.parts import StageParticipant
from model.pathway import Pathway
from model.records import Actor, Handover, PathwayInfo, Phase, Stage
from samples import SAMPLES
from tests.exporters.excel.books import MADE_AT, book_bytes, opened

PATHWAY = Pathway(
    [
        PathwayInfo(
            id="p1",
            title={"fi": "Uni", "sv": "Sömn"},
            languages=("fi", "sv"),
            next_review=date(2027, 5, 1),
        ),
        Actor(id="a1", order="a0", name={"fi": "Asiakas", "sv": "Kund"}, sector=Sector.CUSTOMER),
        Actor(id="a2", order="a1", name={"fi": "Hoitaja"}, sector=Sector.PRIMARY),
        Phase(id="f1", order="a0", title={"fi": "Alku"}),
        Stage(
            id="s1",
            order="a0",
            actor="a1",
            phase="f1",
            title={"fi": "Yhteys", "sv": "Kontakt"},
            start=True,
        ),
        Stage(
            id="s2",
            order="a1",
            actor="a2",
            phase="f1",
            column=1,
            title={"fi": "Arvio"},
            participants=(StageParticipant(actor="a1", participation=Participation.INFORMED),),
        ),
        Handover(id="h1", source="s1", target="s2", condition={"fi": "Jos uni ei parane"}),
    ]
)
OWN_SHEETS = {"ketjupaja", "ketjupaja lists"}


def made(pathway: Pathway, *languages: str) -> Workbook:
    return opened(book_bytes(pathway, *languages))


@cache
def diabetes() -> bytes:
    return book_bytes(file.read(SAMPLES[0].path), "fi", "sv")


@cache
def plain() -> Workbook:
    return made(PATHWAY)


def rows(sheet: Worksheet) -> list[dict[str, object]]:
    titles, *others = sheet.iter_rows(values_only=True)
    names = [str(title).removesuffix(" *") for title in titles]
    return [dict(zip(names, row, strict=True)) for row in others]


def test_the_sheets_and_their_set_up() -> None:
    book = made(PATHWAY, "fi", "sv")
    visible = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    assert [sheet.title for sheet in visible][1:6] == [
        "Ketju",
        "Päävaiheet",
        "Vaiheet",
        "Siirtymät",
        "Toimijat",
    ]
    assert len(visible) == 16
    for sheet in visible:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.page_setup.paperSize == 9
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.protection.sheet
        assert not sheet.protection.password
    for sheet in visible[1:]:
        assert sheet.freeze_panes
        assert sheet.auto_filter.ref
        assert sheet.print_title_rows == "$1:$1"
    assert book["ketjupaja"].sheet_state == "veryHidden"


def test_values_have_their_own_types() -> None:
    book = plain()
    stages = rows(book["Vaiheet"])
    assert [(row["Nro"], row["Nimi"], row["Päävaihe"]) for row in stages] == [
        (1, "Yhteys", "Alku"),
        (2, "Arvio", "Alku"),
    ]
    about = {row["Tieto"]: row["Sisältö"] for row in rows(book["Ketju"])}
    assert datetime(2027, 5, 1) in about.values()  # noqa: DTZ001 - as Excel has it


def test_languages_stand_side_by_side() -> None:
    texts = rows(made(PATHWAY, "sv", "fi").worksheets[13])
    assert ("Kontakt", "Yhteys") in [(row["svenska"], row["finska"]) for row in texts]


def test_the_matrix_tells_each_actors_part() -> None:
    matrix = rows(plain()["Vastuut"])
    assert [(row["Asiakas"], row["Hoitaja"]) for row in matrix] == [
        ("vastaa", None),
        ("saa tiedon", "vastaa"),
    ]


def test_what_can_be_filled_in_is_open_and_ids_are_locked() -> None:
    sheet = plain()["Vaiheet"]
    headers = {str(cell.value).removesuffix(" *"): cell.coordinate[:-1] for cell in sheet[1]}
    assert sheet[f"{headers['Tunniste']}2"].protection.locked
    assert sheet[f"{headers['Nro']}2"].protection.locked
    assert not sheet[f"{headers['Nimi']}2"].protection.locked
    assert not sheet.column_dimensions[headers["Nimi"]].protection.locked


def test_every_drop_down_offers_a_list_that_there_is() -> None:
    book = opened(diabetes())
    seen = 0
    for sheet in book.worksheets:
        for offer in sheet.data_validations.dataValidation:
            if offer.type == "list":
                seen += 1
                assert offer.formula1 in book.defined_names, (sheet.title, offer.formula1)
                area = book.defined_names[offer.formula1].attr_text or ""
                title = re.search(r"'([^']+)'!", area)
                assert title
                assert title[1] in book.sheetnames
    assert seen > 30


def test_links_lead_to_rows_of_this_book() -> None:
    book = opened(diabetes())
    count = 0
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.hyperlink is not None:
                    count += 1
                    assert cell.hyperlink.target is None
                    title, place = str(cell.hyperlink.location).rsplit("!", 1)
                    assert book[title.strip("'")][place].value is not None
    assert count > 100


def test_names_of_sheets_and_defined_names_are_as_excel_takes_them() -> None:
    for language in ("fi", "sv", "en"):
        book = made(PATHWAY, language, *{"fi", "sv"} - {language})
        titles = [title.casefold() for title in book.sheetnames]
        assert len(set(titles)) == len(titles)
        assert all(len(title) <= 31 and not re.search(r"[\[\]:*?/\\']", title) for title in titles)
        for name in book.defined_names:
            assert re.fullmatch(r"[A-Za-z_][A-Za-z0-9_.]{0,254}", name), name


def test_input_messages_are_as_long_as_excel_takes_them() -> None:
    for sheet in made(PATHWAY, "fi", "sv").worksheets:
        for told in sheet.data_validations.dataValidation:
            assert len(told.prompt or "") <= 255
            assert len(told.error or "") <= 225
            assert len(told.errorTitle or "") <= 32


def test_a_long_workbook_has_no_formula_but_in_its_conditions() -> None:
    with ZipFile(BytesIO(diabetes())) as archive:
        for name in archive.namelist():
            assert not re.search(rb"<f[ >]|TargetMode|<!DOCTYPE", archive.read(name)), name


@pytest.mark.parametrize(
    "words",
    [
        "=1+1",
        "=cmd|' /C calc'!A0",
        "+358 40",
        "-2",
        "@SUM(A1)",
        "#REF!",
        "#N/A",
        "\t=1",
        "1.5.2025",
    ],
)
def test_no_text_becomes_a_formula_or_an_error(words: str) -> None:
    stage = PATHWAY.find(Stage, "s2")
    assert stage is not None
    book = made(PATHWAY.replacing({"s2": replace(stage, title={"fi": words})}))
    cell = book["Vaiheet"]["B3"]
    assert (cell.data_type, cell.value) == ("s", words)
    assert bool(cell.quotePrefix) == (words[0] in "=+-@")


def test_what_a_cell_cannot_hold_is_said_not_dropped_in_silence() -> None:
    stage = PATHWAY.find(Stage, "s2")
    assert stage is not None
    long = replace(stage, title={"fi": "ä" * 40_000}, what_happens={"fi": "a\x00b\x0bc"})
    sheet = made(PATHWAY.replacing({"s2": long}))["Vaiheet"]
    title, happens = rows(sheet)[1]["Nimi"], rows(sheet)[1]["Mitä tapahtuu"]
    assert isinstance(title, str)
    assert len(title) == 32_767
    assert title.endswith("merkkiä]")
    assert happens == "a[U+0000]b[U+000B]c"


def test_it_can_be_stopped() -> None:
    def stop(_share: float) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        list(EXCEL.build(PATHWAY, Options(made_at=MADE_AT), stop))
