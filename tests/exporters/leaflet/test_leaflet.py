"""The leaflet, read back as a reader, a screen reader and a phone's camera would."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
import segno
from hypothesis import given, settings
from msgspec.structs import replace
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from exporters.exporter import ExportError, Options
from exporters.formats import find
from exporters.leaflet import LEAFLET, leaflet, losses
from exporters.leaflet.details import Detail
from exporters.leaflet.typesetting import fitted, picture
from exporters.website import library
from exporters.website.options import SiteOptions
from exporters.website.public import public_part
from model.codes import ContactKind, PathwayStatus
from model.file import read
from model.messages import speaking
from model.parts import Contact
from model.pathway import Pathway
from model.records import Channel, Stage
from model.text import in_language
from samples import SAMPLES, Sample
from tests.exporters.diagram.drawn import OPTIONS, PHONE, made_by
from tests.hostile_texts.filling import FEWER, stored
from tests.pathways import At, build, random_pathways

ADDRESS = "https://palveluketjut.esimerkki.example/fi/tyypin-2-diabetes.html"
EACH = pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
LANGUAGES = pytest.mark.parametrize("language", ["fi", "sv"])
HOSTILE = (
    '#import "/etc/passwd": *',
    '#read("leaflet.typ") #panic("x") #sys.inputs',
    "= Otsikko @viite <tunnus> $x^2$ *lihava* _kursiivi_ `koodi`",
    r'"lainaus" \u{41} \\ \" ${data} #{1 + 1} ] } ) /* // */',
    "~ -- --- ... - + / [sisältö](https://paha.example)",
    '","title":{"words":"murto","lang":"fi"},"',
)


def reader_of(data: bytes) -> PdfReader:
    return PdfReader(BytesIO(data), strict=True)


def bare(text: str) -> str:
    """Return a text without what setting it in lines puts in or takes away."""
    return re.sub(r"[\s\u00ad-]", "", text)


def text_of(data: bytes) -> str:
    return bare("".join(page.extract_text() for page in reader_of(data).pages))


def root_of(data: bytes) -> Any:
    return reader_of(data).trailer["/Root"]


def tags(element: Any) -> Iterator[Any]:
    """Yield all structure elements, in reading order."""
    for child in element.get("/K", []) if isinstance(element.get("/K"), list) else []:
        found = child.get_object()
        if isinstance(found, DictionaryObject) and "/S" in found:
            yield found
            yield from tags(found)


def test_a_leaflet_of_a_preview_is_marked_as_a_draft() -> None:
    for is_preview in (True, False):
        site = SiteOptions(is_preview=is_preview)
        files = dict(library.build([small()], OPTIONS, site, lambda _share: None))
        made = next(content for name, content in files.items() if name.endswith(".pdf"))
        assert (bare("Luonnos – ei julkaistu") in text_of(made)) is is_preview


def small(*more: Channel | Stage, title: str = "Tyypin 2 diabetes") -> Pathway:
    return build(
        *more,
        title=title,
        phases=["Alku"],
        actors=["Terveysasema"],
        stages=[At("Äkillinen yhteydenotto"), At("Hoito", column=1)],
        arrows=[(0, 1)],
    )


def long_pathway(
    stages: int, sentence: str = "Hoitaja kysyy voinnistasi ja varaa ajan."
) -> Pathway:
    pathway = build(
        phases=["Alku"],
        actors=["Terveysasema"],
        stages=[At(f"Vaihe numero {place}", column=place) for place in range(stages)],
    )
    fuller = {
        stage.id: replace(stage, what_happens={"fi": f"{sentence} Toinen virke."})
        for stage in pathway.stages
    }
    return pathway.replacing(fuller)


@EACH
@LANGUAGES
def test_every_stage_and_where_to_get_help_stand_on_one_sheet(
    sample: Sample, language: str
) -> None:
    public = public_part(read(sample.path), [language])
    data = leaflet(public, language, ADDRESS)
    assert len(reader_of(data).pages) <= 2
    said = text_of(data)
    for text in (
        public.info.title,
        public.info.emergency,
        public.info.how_to_get_help,
        *(stage.title for stage in public.stages),
    ):
        assert bare(in_language(text, language)) in said
    assert bare(ADDRESS.removeprefix("https://")) in said
    assert "112" in said


def test_the_same_content_gives_the_same_bytes() -> None:
    public = public_part(read(SAMPLES[0].path), ["sv"])
    assert leaflet(public, "sv", ADDRESS) == leaflet(public, "sv", ADDRESS)


def test_it_is_tagged_for_those_who_listen() -> None:
    root = root_of(leaflet(public_part(read(SAMPLES[0].path), ["sv"]), "sv", ADDRESS))
    assert root["/MarkInfo"]["/Marked"].value
    assert root["/Lang"] == "sv"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_object().get_data()
    found = list(tags(root["/StructTreeRoot"]))
    kinds = [str(tag["/S"]) for tag in found]
    headings = [kind for kind in kinds if re.fullmatch(r"/H\d", kind)]
    assert headings[0] == "/H1"
    assert headings.count("/H1") == 1
    assert {"/H2", "/H3", "/L", "/LI", "/Lbl", "/LBody", "/P", "/Figure", "/Link"} <= {*kinds}
    (figure,) = [tag for tag in found if tag["/S"] == "/Figure"]
    with speaking("sv"):
        assert "QR-kod" in str(figure["/Alt"]) or "QR code" in str(figure["/Alt"])


def test_a_text_in_another_language_is_read_out_in_it() -> None:
    root = root_of(leaflet(small(), "sv"))
    (title,) = [tag for tag in tags(root["/StructTreeRoot"]) if tag["/S"] == "/H1"]
    assert root["/Lang"] == "sv"
    assert title["/Lang"] == "fi"


def test_it_says_whose_it_is_and_not_when_or_where_it_was_made() -> None:
    reader = reader_of(leaflet(public_part(read(SAMPLES[0].path), ["fi"]), "fi"))
    assert reader.metadata is not None
    assert reader.metadata.title == "Tyypin 2 diabetes: riskistä hoitoon"
    assert reader.metadata.author == "Esimerkin hyvinvointialue"
    assert reader.metadata.creation_date is None
    assert reader.metadata.modification_date is None


def test_the_code_leads_to_the_page_and_is_large_enough_for_a_phone() -> None:
    from PySide6.QtGui import QImage

    dots_per_mm = 8
    with speaking("fi"):
        first, *_rest = picture(small(), ADDRESS, dots_per_mm * 25.4)
    image = QImage.fromData(first)
    left = image.width() * 3 // 4
    dark = [
        (x, y)
        for y in range(image.height() // 5)
        for x in range(left, image.width())
        if image.pixelColor(x, y).lightness() < 100
    ]
    x0, y0 = min(x for x, _y in dark), min(y for _x, y in dark)
    side = max(x for x, _y in dark) - x0 + 1
    assert side / dots_per_mm >= 20
    expected = segno.make_qr(ADDRESS, error="m", boost_error=False).matrix
    module = side / len(expected)
    seen = [
        [
            image.pixelColor(
                round(x0 + (column + 0.5) * module), round(y0 + (row + 0.5) * module)
            ).lightness()
            < 128
            for column in range(len(expected))
        ]
        for row in range(len(expected))
    ]
    assert seen == [[bool(dot) for dot in row] for row in expected]


@pytest.mark.parametrize(
    "address", ["", "javascript:alert(1)", "file:///etc/passwd", "mailto:a@b.fi"]
)
def test_without_an_address_on_the_web_there_is_no_code(address: str) -> None:
    root = root_of(leaflet(small(), "fi", address))
    kinds = {str(tag["/S"]) for tag in tags(root["/StructTreeRoot"])}
    assert "/H1" in kinds
    assert "/Figure" not in kinds


@pytest.mark.parametrize("words", HOSTILE)
def test_texts_are_never_read_as_markup(words: str) -> None:
    channel = replace(
        PHONE,
        name={"fi": words},
        contacts=(Contact(kind=ContactKind.PHONE, value=words, text={"fi": words}),),
    )
    pathway = small(channel, title=words)
    stage = replace(
        pathway.stages[0],
        title={"fi": words},
        what_happens={"fi": f"{words}\n\n- {words}\n- {words}"},
        what_you_can_do={"fi": words},
        channels=(channel.id,),
    )
    info = replace(pathway.info, emergency={"fi": words}, how_to_get_help={"fi": words})
    data = leaflet(pathway.replacing({stage.id: stage, info.id: info}), "fi", ADDRESS)
    said = text_of(data)
    assert said.count(bare(words)) >= 9
    assert "root:" not in said


def test_letters_that_the_font_lacks_are_boxes_and_are_told() -> None:
    pathway = small(title="Диабет 😀 tyyppi 2")
    assert "□□□□□□□tyyppi2" in text_of(leaflet(pathway, "fi"))
    told = " ".join(losses(pathway, OPTIONS))
    assert all(letter in told for letter in "Диабет😀")
    assert "□" not in " ".join(losses(small(), OPTIONS))


@pytest.mark.parametrize("words", ["\u2060", "\u200b", "\ufeff", "\u0301", "\u3164"])
def test_titles_of_nothing_to_see_are_untitled(words: str) -> None:
    """PDF/UA takes no empty heading."""
    pathway = build(title=words, phases=[words], actors=[words], stages=[At(words)])
    assert reader_of(leaflet(pathway, "fi", ADDRESS)).pages


@settings(max_examples=8, deadline=None)
@given(random_pathways())
def test_any_pathway_has_a_leaflet(pathway: Pathway) -> None:
    assert leaflet(public_part(pathway, ["fi"]), "fi", ADDRESS).startswith(b"%PDF")


@pytest.mark.parametrize("shift", FEWER)
def test_hostile_texts_in_every_field_make_a_leaflet(shift: int) -> None:
    public = public_part(stored(shift), ["fi"])
    assert root_of(leaflet(public, "fi", ADDRESS))["/MarkInfo"]["/Marked"].value


@pytest.mark.parametrize(
    ("pathway", "detail"),
    [
        (long_pathway(3), Detail.ALL),
        (long_pathway(30, "Hoitaja kysyy voinnistasi ja varaa ajan. " * 9), Detail.SENTENCES),
        (long_pathway(90, "Hoitaja kysyy voinnistasi ja varaa ajan, " * 5), Detail.NAMES),
    ],
    ids=["short", "long", "longest"],
)
def test_what_does_not_fit_is_left_out_by_rule_and_told(pathway: Pathway, detail: Detail) -> None:
    with speaking("fi"):
        made = fitted(pathway, "")
        assert made.detail is detail
        assert bare(detail.loss()) in text_of(made.pdf)
    assert len(reader_of(made.pdf).pages) <= 2
    said = text_of(made.pdf)
    assert all(bare(in_language(stage.title, "fi")) in said for stage in pathway.stages)
    with speaking("fi"):
        assert (detail.loss() in losses(pathway, OPTIONS)) is (detail is not Detail.ALL)


def test_even_what_no_sheet_holds_names_every_stage() -> None:
    pathway = long_pathway(160)
    data = leaflet(pathway, "fi")
    assert len(reader_of(data).pages) > 2
    said = text_of(data)
    assert all(bare(in_language(stage.title, "fi")) in said for stage in pathway.stages)


@pytest.mark.parametrize(
    ("status", "is_noticed"),
    [(PathwayStatus.DRAFT, True), (PathwayStatus.APPROVED, False), (PathwayStatus.ARCHIVED, True)],
)
def test_a_draft_says_that_it_is_one(status: PathwayStatus, *, is_noticed: bool) -> None:
    pathway = small()
    info = replace(pathway.info, status=status)
    made = leaflet(pathway.replacing({info.id: info}), "en")
    assert ("Thispathwayhas" in text_of(made)) is is_noticed


def test_several_languages_make_the_first_and_tell_of_the_others() -> None:
    options = Options(languages=("sv", "fi"), made_at=OPTIONS.made_at)
    pathway = read(SAMPLES[0].path)
    assert made_by(LEAFLET.build, pathway, options) == leaflet(public_part(pathway, ["sv"]), "sv")
    with speaking("en"):
        assert any("Finnish" in sentence for sentence in losses(pathway, options))
        assert any("QR code" in sentence for sentence in losses(pathway, options))


def test_a_language_without_words_of_its_own_is_refused() -> None:
    options = Options(languages=("ru",), made_at=OPTIONS.made_at)
    with pytest.raises(ExportError, match="Finnish, Swedish, English, not in “ru”"):
        made_by(LEAFLET.build, small(), options)


def test_it_is_among_the_formats() -> None:
    assert find("leaflet") is LEAFLET
