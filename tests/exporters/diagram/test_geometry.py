"""One geometry: what is read back from SVG, PDF and PNG lies where the layout put it."""

from collections.abc import Iterator
from io import BytesIO
from itertools import chain
from typing import NamedTuple

import pdfplumber
import pytest
from lxml import etree
from msgspec.structs import replace
from PySide6.QtGui import QColor, QImage

from benchmarks.synthetic import synthetic
from exporters.diagram import shapes
from exporters.diagram.look import LIGHT
from exporters.diagram.pdf import PDF
from exporters.diagram.picture import Picture, Tag
from exporters.diagram.pictured import pictured
from exporters.diagram.png import PNG
from exporters.diagram.svg import SVG
from exporters.part import WHOLE, OneLane, OnePhase, OneStory, Part, Pixels, Since, SomeStages
from model.file import read
from model.layout import font_measure
from model.layout.geometry import Chip, Rect, TextLine
from model.layout.metrics import FONTS
from model.messages import speaking
from model.pathway import Pathway
from model.records import Handover, Stage, Story
from samples import SAMPLES
from tests.exporters.diagram.drawn import OPTIONS, SMALL, made_by
from tests.pathways import At, build
from tests.sparing import one_in

NEAR = 1.0
"""Pixels at 100 % zoom."""
POINTS = 0.75
LETTERS = "åäö ÅÄÖ – ”é”"


class Case(NamedTuple):
    name: str
    pathway: Pathway
    part: Part


def cases() -> Iterator[Case]:
    """Yield every sample whole and in parts."""
    for sample in SAMPLES:
        pathway = read(sample.path)
        for name, part in parts(pathway):
            yield Case(f"{sample.name}-{name}", pathway, part)


def parts(pathway: Pathway) -> Iterator[tuple[str, Part]]:
    yield "whole", WHOLE
    phases, actors, stages = pathway.phases, pathway.actors, pathway.stages
    yield "phase", OnePhase(phases[len(phases) // 2].id)
    yield "lane", OneLane(actors[0].id)
    yield "stages", SomeStages(frozenset(stage.id for stage in stages[3::4]))
    yield "since", Since(before(pathway), "Työpaja 1")
    for story in pathway.of(Story)[:1]:
        yield "story", OneStory(story.id)


def before(pathway: Pathway) -> Pathway:
    """Return an earlier state: a stage renamed, one that is gone, an arrow that was not there."""
    first, second, *_others = pathway.stages
    gone = replace(second, id="gone", column=second.column + 1, title={"fi": "Poistettu vaihe"})
    arrow = Handover(id="gone_too", source=second.id, target="gone")
    renamed = replace(first, title={"fi": "Aiemmin toinen nimi"})
    return pathway.replacing(
        {"gone": gone, "gone_too": arrow, first.id: renamed, pathway.handovers[0].id: None}
    )


def picture_of(case: Case) -> Picture:
    with speaking("fi"):
        return pictured(case.pathway, "fi", case.part)


def boxes(picture: Picture) -> dict[str, Rect]:
    """Return the outlines of cards, ghosts, labels and stubs."""
    board = picture.board
    found = {f"card {id}": shapes.crisp(card.box) for id, card in board.cards.items()}
    found |= {f"ghost {card.id}": shapes.crisp(card.box) for card in picture.ghosts}
    found |= {
        f"label {id}": shapes.crisp(arrow.label.box)
        for id, arrow in board.arrows.items()
        if arrow.label
    }
    return found | {f"stub {stub.arrow}": shapes.crisp(stub.chip.box) for stub in picture.stubs}


def texts(picture: Picture) -> Iterator[tuple[TextLine, Rect]]:
    """Yield each line of text, and the box that it must stay in."""
    board = picture.board
    for card in board.cards.values():
        yield from within(card.box, card.title, card.time.lines if card.time else ())
    for ghost in picture.ghosts:
        yield from within(ghost.box, ghost.title)
    for phase in board.phases:
        yield from within(phase.header, phase.title)
    for lane in board.lanes:
        yield from within(lane.header, lane.name, lane.sector_name)
    labels = [arrow.label for arrow in board.arrows.values() if arrow.label]
    tags = [*(mark.tag for mark in picture.marks), *picture.legend]
    pills: list[Chip | Tag] = [*labels, *(stub.chip for stub in picture.stubs), *tags]
    for pill in pills:
        yield from within(pill.box, pill.lines)


def within(box: Rect, *lines: tuple[TextLine, ...]) -> Iterator[tuple[TextLine, Rect]]:
    return ((line, box) for line in chain.from_iterable(lines))


def near(one: Rect, other: Rect) -> bool:
    return (
        abs(one.x - other.x) <= NEAR
        and abs(one.y - other.y) <= NEAR
        and abs(one.right - other.right) <= NEAR
        and abs(one.bottom - other.bottom) <= NEAR
    )


def lacking(wanted: dict[str, Rect], found: list[Rect]) -> list[str]:
    """Return which boxes were not drawn where they belong."""
    by_corner: dict[tuple[int, int], list[Rect]] = {}
    for box in found:
        by_corner.setdefault((round(box.x / 4), round(box.y / 4)), []).append(box)
    return [
        name
        for name, box in wanted.items()
        if not any(
            near(box, each)
            for across in (-1, 0, 1)
            for down in (-1, 0, 1)
            for each in by_corner.get((round(box.x / 4) + across, round(box.y / 4) + down), ())
        )
    ]


@pytest.mark.parametrize("case", one_in(6, cases()), ids=lambda case: case.name)
def test_svg_is_drawn_where_the_layout_says(case: Case) -> None:
    look_at_svg(case)


@pytest.mark.parametrize("case", one_in(10, cases()), ids=lambda case: case.name)
def test_pdf_is_drawn_where_the_layout_says(case: Case) -> None:
    look_at_pdf(case)


@pytest.mark.parametrize("case", one_in(8, cases()), ids=lambda case: case.name)
def test_png_is_drawn_where_the_layout_says(case: Case) -> None:
    look_at_png(case)


@pytest.mark.every
@pytest.mark.parametrize("stages", [3, 9, 40])
def test_any_board_is_drawn_where_the_layout_says(stages: int) -> None:
    pathway = synthetic(stages)
    chosen = SomeStages(frozenset(stage.id for stage in pathway.of(Stage)[::2]))
    for part in (WHOLE, chosen, OneLane(pathway.actors[-1].id)):
        case = Case("any", pathway, part)
        for look_at in (look_at_svg, look_at_pdf, look_at_png):
            look_at(case)


def look_at_svg(case: Case) -> None:
    picture = picture_of(case)
    root = etree.fromstring(made_by(SVG.build, case.pathway, replace(OPTIONS, part=case.part)))
    outlines = [*root.iter("{*}rect"), *root.iter("{*}polygon")]
    assert lacking(boxes(picture), [svg_box(each) for each in outlines]) == []
    written = {
        (each.text, float(str(each.get("x"))), float(str(each.get("y")))): float(
            str(each.get("textLength"))
        )
        for each in root.iter("{*}text")
    }
    for line, box in texts(picture):
        if not line.text.strip():
            continue
        at = next(
            (x, y, width)
            for (text, x, y), width in written.items()
            if text == line.text and abs(x - line.x) <= NEAR and abs(y - line.baseline) <= NEAR
        )
        assert box.x <= at[0], line
        assert at[0] + at[2] <= box.right + 0.02, line
        assert box.y <= at[1] - FONTS[line.style].size_px * 0.73, line  # the height of capitals
        assert at[1] <= box.bottom, line


def svg_box(element: etree._Element) -> Rect:
    if element.get("points"):
        corners = [
            tuple(map(float, each.split(","))) for each in str(element.get("points")).split()
        ]
        xs, ys = zip(*corners, strict=True)
        return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    return Rect(*(float(str(element.get(side) or 0)) for side in ("x", "y", "width", "height")))


def look_at_pdf(case: Case) -> None:
    picture = picture_of(case)
    data = made_by(PDF.build, case.pathway, replace(OPTIONS, part=case.part))
    with pdfplumber.open(BytesIO(data)) as document:
        (page,) = document.pages
        top = float(page.mediabox[1])
        scale = float(page.width) / picture.board.width
        drawn = [pdf_box(each, scale, top) for each in (*page.curves, *page.rects)]
        assert lacking(boxes(picture), drawn) == []
        text = {each["text"] for each in page.chars}
        written = [pdf_box(each, scale, top) for each in page.chars if each["text"].strip()]
    assert set("".join(line.text for line, _box in texts(picture))) - text <= {" "}
    rooms = [box for _line, box in texts(picture)]
    captions = [
        Rect(line.x, line.baseline - 14, font_measure().width(line.text, line.style), 18)
        for line in picture.caption
    ]
    outside = [
        letter
        for letter in written
        if not any(
            room.x - NEAR <= letter.x
            and letter.right <= room.right + NEAR
            and room.y - 2 * NEAR <= letter.centre.y <= room.bottom + 2 * NEAR
            for room in (*rooms, *captions)
        )
    ]
    assert outside == []


def pdf_box(item: dict[str, float], scale: float, top: float) -> Rect:
    return Rect(
        item["x0"] / scale,
        (item["top"] - top) / scale,
        (item["x1"] - item["x0"]) / scale,
        (item["bottom"] - item["top"]) / scale,
    )


def look_at_png(case: Case) -> None:
    picture = picture_of(case)
    options = replace(OPTIONS, part=case.part, pixels=Pixels(resolution=96))
    image = QImage.fromData(made_by(PNG.build, case.pathway, options))
    assert abs(image.width() - picture.board.width) <= NEAR
    assert abs(image.height() - picture.board.height) <= NEAR
    marked = {mark.id for mark in picture.marks}
    for card in picture.board.cards.values():
        colour = QColor(shapes.card_colour(card, LIGHT))
        hidden = {"top"} if card.id in marked else set()  # below the tag
        assert set(edges_missing(image, shapes.crisp(card.box), colour)) <= hidden, card.id
    for id, arrow in picture.board.arrows.items():
        if arrow.label and id not in marked:
            border = QColor(LIGHT.label_border)
            assert edges_missing(image, shapes.crisp(arrow.label.box), border) == [], id


def edges_missing(image: QImage, box: Rect, colour: QColor) -> list[str]:
    """Return the sides of a box where its colour is not within a pixel of its edge.

    Looked at on the middle third of each side; marks may hide some of it.
    """
    across = [box.x + box.width * share / 24 for share in range(8, 17)]
    down = [box.y + box.height * share / 24 for share in range(8, 17)]
    sides = {
        "left": [(box.x, y) for y in down],
        "right": [(box.right, y) for y in down],
        "top": [(x, box.y) for x in across],
        "bottom": [(x, box.bottom) for x in across],
    }
    return [
        name
        for name, points in sides.items()
        if sum(is_drawn(image, x, y, colour) for x, y in points) < len(points) * 2 / 3
    ]


def is_drawn(image: QImage, x: float, y: float, colour: QColor) -> bool:
    """Whether the colour is at a point or a pixel beside it."""
    return any(
        abs(pixel.red() - colour.red()) < 60
        and abs(pixel.green() - colour.green()) < 60
        and abs(pixel.blue() - colour.blue()) < 60
        for by in (-1, 0, 1)
        for pixel in (
            image.pixelColor(int(x) + by, int(y)),
            image.pixelColor(int(x), int(y) + by),
        )
    )


def test_finnish_letters_are_in_the_text_of_a_pdf() -> None:
    pathway = build(
        phases=(f"Hoito {LETTERS}",),
        actors=(f"Äidit {LETTERS}",),
        stages=(At(f"Käynti {LETTERS}"), At("Öinen soitto", 0, 0, 1)),
        arrows=((0, 1, f"Jos {LETTERS}"),),
    )
    with pdfplumber.open(BytesIO(made_by(PDF.build, pathway))) as document:
        text = " ".join((document.pages[0].extract_text() or "").split())
        letters = {each["text"] for each in document.pages[0].chars}
    assert set(LETTERS) - {" "} <= letters
    for words in ("åäö ÅÄÖ – ”é”", "Käynti", "Öinen soitto", "Äidit"):
        assert words in text


def test_the_smallest_picture_is_looked_at_in_every_format() -> None:
    for look_at in (look_at_svg, look_at_pdf, look_at_png):
        look_at(Case("small", SMALL, WHOLE))
