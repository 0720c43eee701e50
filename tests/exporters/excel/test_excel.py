"""The workbook, read back as a stranger would."""

from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from msgspec.structs import replace
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from exporters.excel import EXCEL
from exporters.exporter import CancelledError, Options
from model.codes import Participation, Sector
from model.parts import StageParticipant
from model.pathway import Pathway
from model.records import Actor, Handover, PathwayInfo, Phase, Stage

MADE_AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
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


def made(pathway: Pathway, *languages: str) -> Workbook:
    options = Options(languages=languages or ("fi",), made_at=MADE_AT)
    [(_name, data)] = EXCEL.build(pathway, options, lambda _share: None)
    return load_workbook(BytesIO(data))


def rows(sheet: Worksheet) -> list[dict[str, object]]:
    titles, *others = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, titles), row, strict=True)) for row in others]


def test_the_sheets_and_their_set_up() -> None:
    book = made(PATHWAY)
    assert book.sheetnames == [
        "Ketju",
        "Vaiheet",
        "Siirtymät",
        "Toimijat",
        "Asiointikanavat",
        "Havainnot",
        "Vastuut",
    ]
    for sheet in book.worksheets:
        assert sheet.freeze_panes
        assert sheet.auto_filter.ref
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.page_setup.orientation == "landscape"


def test_values_have_their_own_types() -> None:
    book = made(PATHWAY)
    stages = rows(book["Vaiheet"])
    assert [(row["Nro"], row["Vaihe"], row["Vastuutaho"]) for row in stages] == [
        (1, "Yhteys", "Asiakas"),
        (2, "Arvio", "Hoitaja"),
    ]
    about = {row["Tieto"]: row["Sisältö"] for row in rows(book["Ketju"])}
    assert about["Seuraava tarkistus"] == datetime(2027, 5, 1)  # noqa: DTZ001 - as Excel has it


def test_languages_stand_side_by_side() -> None:
    first = rows(made(PATHWAY, "sv", "fi")["Steg"])[0]
    assert first["Steg (svenska)"] == "Kontakt"
    assert first["Steg (finska)"] == "Yhteys"


def test_the_matrix_tells_each_actors_part() -> None:
    matrix = rows(made(PATHWAY)["Vastuut"])
    assert [(row["Asiakas"], row["Hoitaja"]) for row in matrix] == [
        ("vastaa", None),
        ("saa tiedon", "vastaa"),
    ]


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
    title, happens = rows(sheet)[1]["Vaihe"], rows(sheet)[1]["Mitä tapahtuu"]
    assert isinstance(title, str)
    assert len(title) == 32_767
    assert title.endswith("merkkiä]")
    assert happens == "a[U+0000]b[U+000B]c"


def test_it_can_be_stopped() -> None:
    def stop(_share: float) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        list(EXCEL.build(PATHWAY, Options(made_at=MADE_AT), stop))
