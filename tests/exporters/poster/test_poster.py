"""Posters, read back from their PDF by a reader that knows nothing of how they were made."""

from collections import Counter
from collections.abc import Sequence
from io import BytesIO
from typing import Any

import pdfplumber
import pytest
import segno
from msgspec.structs import replace
from pypdf import PdfReader

from exporters.edited import as_it_is_now
from exporters.exporter import ExportError
from exporters.poster import Orientation, PaperSize, PosterChoice, as_poster, build_poster
from exporters.poster.composition import LARGEST, LEGEND, READABLE, Poster, compose, unit_of
from exporters.poster.larger import advice
from exporters.poster.paper import MARGIN, poster_size, tiles
from exporters.poster.qr import qr_code
from exporters.poster.sheets import poster_sheets
from exporters.poster.words import letters as letters_said
from model import edits
from model.approval import Approver, approve
from model.cards import number_cards
from model.codes import PathwayStatus
from model.document import Document
from model.file import read
from model.layout.geometry import Rect, TextStyle
from model.layout.metrics import FONTS
from model.messages import speaking
from model.pathway import Pathway
from samples import SAMPLES
from tests.exporters.diagram.drawn import OPTIONS, SMALL

MM = 25.4 / 72
SAMPLE = read(SAMPLES[0].path)
ADDRESS = "https://palveluketjut.esimerkki.example/fi/tyypin-2-diabetes.html"
ON_FOUR = PosterChoice(size=PaperSize.A3, across=2, down=2, ruler=True)


def quiet(_share: float) -> None:
    pass


def made(choice: PosterChoice, pathway: Pathway = SAMPLE, address: str = "") -> bytes:
    return build_poster(pathway, OPTIONS, choice, quiet, address)


def read_pages(data: bytes) -> Sequence[Any]:
    return pdfplumber.open(BytesIO(data)).pages


@pytest.fixture(scope="module")
def on_four() -> Sequence[Any]:
    return read_pages(made(ON_FOUR))


@pytest.mark.parametrize(
    ("choice", "sizes"),
    [
        (PosterChoice(size=PaperSize.A0), [(1189, 841)]),
        (PosterChoice(size=PaperSize.A1, orientation=Orientation.PORTRAIT), [(594, 841)]),
        (ON_FOUR, [(420, 297)] * 5),
        pytest.param(
            PosterChoice(size=PaperSize.A2, ruler=True),
            [(420, 297), (594, 420)],
            marks=pytest.mark.every,
        ),
        (
            PosterChoice(size=PaperSize.A4, orientation=Orientation.PORTRAIT, across=3),
            [(210, 297)] * 3,
        ),
    ],
    ids=["A0", "A1", "A3 × 4", "A2 with a test page", "A4 × 3"],
)
def test_pages_are_as_large_as_their_paper(
    choice: PosterChoice, sizes: list[tuple[float, float]]
) -> None:
    pages = PdfReader(BytesIO(made(choice, SMALL)), strict=True).pages
    for box in ("mediabox", "cropbox", "trimbox"):
        measured = [
            (float(getattr(page, box).width) * MM, float(getattr(page, box).height) * MM)
            for page in pages
        ]
        assert [pytest.approx(size, abs=0.1) for size in sizes] == measured


def letters(page: Any, left: float, top: float) -> set[tuple[str, int, int]]:
    """Return the letters in the picture of a sheet, and where each lies on the poster, in mm."""
    seen = set()
    for letter in page.chars:
        x, y = letter["x0"] * MM, (letter["top"] + letter["bottom"]) / 2 * MM
        in_picture = MARGIN < x < page.width * MM - MARGIN
        if in_picture and MARGIN < y < page.height * MM - MARGIN and letter["text"].strip():
            seen.add((letter["text"], round(x - MARGIN + left), round(y - MARGIN + top)))
    return seen


def test_each_element_is_there_once_besides_overlaps(on_four: Sequence[Any]) -> None:
    """The sheets together show what one sheet of that size would, and nothing twice."""
    glued: list[tuple[str, int, int]] = []
    for page, tile in zip(on_four[1:], tiles(ON_FOUR), strict=True):
        glued += letters(page, tile.region.x, tile.region.y)
    counts = Counter(text for text, _x, _y in set(glued))
    with speaking("fi"):
        poster = compose(SAMPLE, "fi", ON_FOUR, OPTIONS.made_at.date())
    expected = Counter(
        letter
        for line in (*poster.words, *_board_lines(poster.board))
        for letter in line.text
        if letter.strip()
    )
    assert sum(expected.values()) > 1500
    off = {text: (counts[text], expected[text]) for text in expected | counts}
    # Letters on the line where two millimetres meet are rounded apart on two sheets.
    assert sum(abs(one - other) for one, other in off.values()) <= 0.02 * sum(expected.values())


def _board_lines(board: Any) -> list[Any]:
    lines = [line for lane in board.lanes for line in (*lane.name, *lane.sector_name)]
    lines += [line for phase in board.phases for line in phase.title]
    for card in board.cards.values():
        lines += [*card.title, *(card.time.lines if card.time else ())]
    lines += [line for arrow in board.arrows.values() if arrow.label for line in arrow.label.lines]
    return lines


def test_no_sheet_holds_text_of_another(on_four: Sequence[Any]) -> None:
    widest_card = 30  # mm: what a sheet shows a part of stands whole in its text
    for page in on_four[1:]:
        for letter in (letter for letter in page.chars if letter["size"] * MM < 5):  # no title
            assert -widest_card < letter["x0"] * MM < page.width * MM + widest_card
            assert -widest_card < letter["top"] * MM < page.height * MM + widest_card
        assert len(page.chars) < 0.6 * sum(len(other.chars) for other in on_four[1:])


def test_the_bars_of_the_test_page_measure_100_mm(on_four: Sequence[Any]) -> None:
    lines = [
        (line["x0"] * MM, line["top"] * MM, line["x1"] * MM, line["bottom"] * MM)
        for line in (*on_four[0].lines, *on_four[0].curves)
    ]
    across = [x1 - x0 for x0, top, x1, bottom in lines if x1 - x0 > 50 and bottom - top < 0.5]
    down = [bottom - top for x0, top, x1, bottom in lines if bottom - top > 50 and x1 - x0 < 0.5]
    assert across == [pytest.approx(100, abs=0.1)]
    assert down == [pytest.approx(100, abs=0.1)]
    ticks = sorted({round(x0, 1) for x0, top, x1, bottom in lines if x1 - x0 < 0.5})
    assert ticks == [pytest.approx(ticks[0] + 10 * place, abs=0.1) for place in range(11)]


def test_crop_marks_point_at_the_corners_of_the_picture(on_four: Sequence[Any]) -> None:
    for page, tile in zip(on_four[1:], tiles(ON_FOUR), strict=True):
        marks = [
            (line["x0"] * MM, line["top"] * MM, line["x1"] * MM, line["bottom"] * MM)
            for line in page.lines
            if line["stroking_color"] in {(0,), (0, 0, 0)}  # an arrow's lines are hidden there
        ]
        upright = [mark for mark in marks if mark[2] - mark[0] < 0.2 and outside(mark, 297)]
        # A long mark at each corner; where a sheet follows on the right, a short one before it.
        corners = {MARGIN: 2, 420 - MARGIN: 2}
        joint = {420 - MARGIN - ON_FOUR.overlap: 2} if tile.column == 1 else {}
        found = Counter(round(mark[0]) for mark in upright)
        assert found == {**corners, **joint}
        for x, top, _x, bottom in upright:
            assert x == pytest.approx(round(x), abs=0.1)
            assert bottom - top == pytest.approx(2.5 if round(x) in joint else 5, abs=0.1)
        level = sorted(mark[1] for mark in marks if mark[3] - mark[1] < 0.2)
        rows = [MARGIN] * 2 + [297 - MARGIN] * 2
        rows += [297 - MARGIN - ON_FOUR.overlap] * 2 if tile.row == 1 else []
        assert level == pytest.approx(sorted(rows), abs=0.03)


def outside(mark: tuple[float, float, float, float], height: float) -> bool:
    return mark[3] < MARGIN or mark[1] > height - MARGIN


def test_each_sheet_says_which_it_is(on_four: Sequence[Any]) -> None:
    # In the order of drawing: what is cut off by the edge of the picture lies among the label.
    said = ["".join(letter["text"] for letter in page.chars) for page in on_four[1:]]
    for words, tile in zip(said, tiles(ON_FOUR), strict=True):
        assert f"{tile.row}" in words
        assert "/ 2 × 2" in words
    assert len(set(said)) == len(said)


def test_the_code_on_the_wall_leads_to_the_page() -> None:
    page = read_pages(made(PosterChoice(size=PaperSize.A2), SMALL, ADDRESS))[0]
    dark = [
        rect
        for rect in page.rects
        if rect["non_stroking_color"] in {(0,), (0, 0, 0)} and rect["x0"] * MM > 400
    ]
    expected = segno.make_qr(ADDRESS, error="m", boost_error=False).matrix
    left, top = min(rect["x0"] for rect in dark), min(rect["top"] for rect in dark)
    side = (max(rect["x1"] for rect in dark) - left) / len(expected)
    assert side * MM > 0.4  # a phone reads it from the arm's length
    found = [[0] * len(expected) for _row in expected]
    for rect in dark:
        row = round((rect["top"] - top) / side)
        first, last = round((rect["x0"] - left) / side), round((rect["x1"] - left) / side)
        for place in range(first, last):
            found[row][place] = 1
    assert found == [[int(bool(module)) for module in row] for row in expected]
    assert ADDRESS in page.extract_text()


def test_without_an_address_there_is_no_code() -> None:
    page = read_pages(made(PosterChoice(size=PaperSize.A2), SMALL))[0]
    assert "http" not in page.extract_text()


def test_a_draft_says_so_large() -> None:
    draft = SAMPLE.replacing({SAMPLE.info.id: replace(SAMPLE.info, status=PathwayStatus.DRAFT)})
    sizes = {}
    for pathway in (SAMPLE, draft):
        with speaking("fi"):
            poster = compose(pathway, "fi", PosterChoice(), OPTIONS.made_at.date())
        assert poster.badge.unsettled == (pathway is draft)
        sizes[pathway is draft] = poster.badge.box.height
    assert sizes[True] > 1.3 * sizes[False]
    assert SMALL.info.status is PathwayStatus.DRAFT
    assert "LUONNOS" in read_pages(made(PosterChoice(), SMALL))[0].extract_text()


def test_the_title_block_and_the_legend_say_what_is_known() -> None:
    text = PdfReader(BytesIO(made(PosterChoice()))).pages[0].extract_text()
    for words in ("Tyypin 2 diabetes", "1.0", "1.10.2026", "ylilääkäri", "2.3.2026", "puhelin"):
        assert words in text
    assert "puhelin" in read_pages(made(PosterChoice(), SMALL))[0].extract_text()
    bare = read_pages(made(PosterChoice(legend=False), SMALL))[0].extract_text()
    assert "puhelin" not in bare


def test_a_poster_says_title_and_language_and_asks_not_to_be_scaled() -> None:
    reader = PdfReader(BytesIO(made(ON_FOUR)), strict=True)
    assert reader.metadata is not None
    assert reader.metadata.title == "Tyypin 2 diabetes: riskistä hoitoon"
    assert str(reader.root_object["/Lang"]) == "fi"
    preferences: Any = reader.root_object["/ViewerPreferences"]
    assert str(preferences["/PrintScaling"]) == "/None"
    assert len(reader.outline) == len(reader.pages)
    for page in reader.pages:
        resources: Any = page["/Resources"]
        names = [str(font.get_object()["/BaseFont"]) for font in resources["/Font"].values()]
        assert all(name.startswith("/KETJUP+KetjupajaSans") for name in names)


def test_the_same_pathway_gives_the_same_bytes() -> None:
    assert made(ON_FOUR) == made(ON_FOUR)


def test_a_small_board_is_not_blown_up() -> None:
    with speaking("fi"):
        poster = compose(
            SMALL, "fi", PosterChoice(size=PaperSize.A0, across=3, down=3), OPTIONS.made_at.date()
        )
    assert poster.smallest_letters == pytest.approx(LARGEST)


def test_the_size_of_letters_is_told() -> None:
    said = "The smallest letters are 2.0 mm high; they are read from 70 cm."
    assert letters_said(2.04) == said
    assert letters_said(3.0) == "The smallest letters are 3.0 mm high; they are read from 100 cm."
    with speaking("fi"):
        assert "2,0 mm" in letters_said(2.04)


def composed(choice: PosterChoice, pathway: Pathway = SAMPLE) -> Poster:
    with speaking("fi"):
        return compose(pathway, "fi", choice, OPTIONS.made_at.date())


@pytest.mark.parametrize(
    ("choice", "advised"),
    [
        (PosterChoice(size=PaperSize.A1), PosterChoice(size=PaperSize.A1, across=2, down=2)),
        (
            PosterChoice(size=PaperSize.A0, orientation=Orientation.PORTRAIT),
            PosterChoice(size=PaperSize.A0, orientation=Orientation.PORTRAIT, across=2),
        ),
        (PosterChoice(size=PaperSize.A4), PosterChoice(size=PaperSize.A2, across=3, down=3)),
    ],
)
def test_for_letters_too_small_a_choice_that_does_is_named(
    choice: PosterChoice, advised: PosterChoice
) -> None:
    said = f"{advised.size.value} {advised.across} × {advised.down}"
    assert advice(composed(choice), choice) == (
        f"For a wall that is too small: choose for example {said}."
    )
    assert composed(advised).smallest_letters >= READABLE
    assert not advice(composed(advised), advised)


def test_a_legend_that_takes_room_from_the_board_is_small() -> None:
    """What a board with small cards gains by it is room for the board."""
    for choice in (PosterChoice(size=PaperSize.A0), PosterChoice(size=PaperSize.A4)):
        poster = composed(choice)
        title = next(words for words in poster.words if words.text == "Merkkien selitykset")
        assert title.face.size <= 2.01 * FONTS[TextStyle.CARD_TITLE].size_px * poster.scale
        assert poster.place.height > 0.75 * poster.height
    portrait = PosterChoice(orientation=Orientation.PORTRAIT)  # there is room below the board
    for poster in (composed(PosterChoice(size=PaperSize.A3), SMALL), composed(portrait)):
        title = next(words for words in poster.words if words.text == "Merkkien selitykset")
        assert title.face.size == pytest.approx(LEGEND * unit_of(poster.width, poster.height))


def test_a_poster_edited_since_its_approval_says_so_large() -> None:
    document = Document(SAMPLE)
    at = OPTIONS.made_at
    document.do(approve(SAMPLE, Approver({"fi": "Johto"}, {"fi": "Alue"}, at.date()), at))
    assert not composed(PosterChoice(), document.pathway).badge.unsettled
    document.do(number_cards(document.pathway))
    assert not composed(PosterChoice(), document.pathway).badge.unsettled
    assert not poster_sheets(document.pathway, OPTIONS, PosterChoice()).warning
    document.do(edits.rename(document.pathway, document.pathway.stages[0].id, "fi", "Toinen"))
    edited = composed(PosterChoice(), document.pathway)
    assert edited.badge.unsettled
    assert "MUOKATTU HYVÄKSYNNÄN JÄLKEEN" in {words.text for words in edited.words}
    assert "edited" in poster_sheets(document.pathway, OPTIONS, PosterChoice()).warning
    assert as_it_is_now() in as_poster(PosterChoice()).losses(document.pathway, OPTIONS)


def test_an_address_that_no_code_holds_is_refused_in_words() -> None:
    with pytest.raises(ExportError, match="too long for a QR code"):
        qr_code("https://" + "a" * 2400, Rect(0, 0, 60, 60))


def test_more_paper_makes_larger_letters() -> None:
    heights = []
    for size in (PaperSize.A4, PaperSize.A2, PaperSize.A0):
        with speaking("fi"):
            poster = compose(SAMPLE, "fi", PosterChoice(size=size), OPTIONS.made_at.date())
        heights.append(poster.smallest_letters)
    assert heights == sorted(heights)
    assert heights[0] < 1 < heights[-1]


def test_sheets_overlap_by_what_was_chosen() -> None:
    regions = [tile.region for tile in tiles(ON_FOUR)]
    assert regions[0].right - regions[1].x == pytest.approx(ON_FOUR.overlap)
    assert regions[0].bottom - regions[2].y == pytest.approx(ON_FOUR.overlap)
    assert (regions[-1].right, regions[-1].bottom) == pytest.approx(poster_size(ON_FOUR))


@pytest.mark.parametrize(
    "choice",
    [
        PosterChoice(across=0),
        PosterChoice(down=11),
        PosterChoice(overlap=-1),
        PosterChoice(overlap=51),
        PosterChoice(overlap=float("nan")),
    ],
)
def test_an_impossible_choice_is_refused_in_words(choice: PosterChoice) -> None:
    with pytest.raises(ExportError, match=r"\d"):
        made(choice)
