"""Painting with Qt: the same on every machine, each form and state to be seen."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF, QImage, QPainter

from exporters.diagram import icons, pens
from exporters.diagram.look import LIGHT
from exporters.diagram.paint import (
    PLAIN,
    State,
    fonts,
    icon,
    icon_path,
    paint_arrow,
    paint_board,
    paint_card,
    paint_card_far,
    paint_label,
)
from model.codes import Flow, StageKind
from model.layout import board, font_measure
from model.layout.geometry import Card, TextStyle
from model.layout.metrics import FONT_FAMILY
from tests.exporters.diagram.drawn import SMALL, hostile

BOARD = board(SMALL, font_measure(), "fi")


def painted(draw: Callable[[QPainter], None], scale: float = 1) -> QImage:
    image = QImage(
        round(BOARD.width * scale), round(BOARD.height * scale), QImage.Format.Format_RGB32
    )
    image.fill(QColor(LIGHT.paper))
    painter = QPainter(image)
    painter.scale(scale, scale)
    draw(painter)
    assert painter.opacity() == 1
    painter.end()
    return image


def card(id: str) -> Card:
    return BOARD.cards[id]


@pytest.mark.parametrize("style", TextStyle)
def test_a_font_is_the_shipped_one_and_as_wide_as_measured(style: TextStyle) -> None:
    font = fonts()[style]
    assert QFontInfo(font).family() == FONT_FAMILY
    for text in ("Kuntoutussuunnitelman", "AVATAR To Ty", "≤ 7 vrk", "Äiti Åbo Öljy", "Čuđđ"):
        drawn = QFontMetricsF(font).horizontalAdvance(text)
        measured = font_measure().width(text, style)
        assert drawn == pytest.approx(measured, abs=len(text) / 64)  # Qt counts in 64ths


def test_a_board_is_painted_whole() -> None:
    image = painted(lambda painter: paint_board(painter, BOARD))
    header = BOARD.phases[0].header
    assert image.pixelColor(round(header.x + 3), round(header.centre.y)) == LIGHT.phase
    strip = BOARD.lanes[0].strip
    tint = LIGHT.sectors[BOARD.lanes[0].sector].tint
    assert image.pixelColor(round(strip.right - 20), round(strip.bottom - 4)) == tint
    for each in BOARD.cards.values():
        assert image.pixelColor(round(each.box.right - 6), round(each.box.centre.y)) == LIGHT.card


def test_painting_twice_gives_the_same_picture() -> None:
    one = painted(lambda painter: paint_board(painter, BOARD))
    assert one == painted(lambda painter: paint_board(painter, BOARD))


def test_hostile_texts_are_painted() -> None:
    drawn = board(hostile(), font_measure(), "fi")
    painted(lambda painter: paint_board(painter, drawn))


@pytest.mark.parametrize(
    "state",
    [
        State(selected=True),
        State(focused=True),
        State(hovered=True),
        State(target=True),
        State(dimmed=True),
    ],
    ids=str,
)
def test_each_state_can_be_seen(state: State) -> None:
    arrow = BOARD.arrows["h1"]
    label = arrow.label
    assert label is not None
    for draw in (
        lambda painter, how: paint_card(painter, card("s0"), LIGHT, how),
        lambda painter, how: paint_card_far(painter, card("s0"), LIGHT, how),
        lambda painter, how: paint_arrow(painter, arrow, LIGHT, how),
        lambda painter, how: paint_label(painter, label, LIGHT, how),
    ):
        plain = painted(lambda painter, draw=draw: draw(painter, PLAIN))  # type: ignore[misc]
        assert painted(lambda painter, draw=draw: draw(painter, state)) != plain  # type: ignore[misc]


def test_the_frame_of_a_decision_follows_its_cut_corners() -> None:
    every = State(selected=True, focused=True, hovered=True, target=True)
    decision = next(card for card in BOARD.cards.values() if card.kind is StageKind.DECISION)
    image = painted(lambda painter: paint_card(painter, decision, LIGHT, every))
    left, top = int(decision.box.x), int(decision.box.y)
    corner = {
        image.pixelColor(x, y).name()
        for x in range(left - 4, left + 1)
        for y in range(top - 4, top + 1)
    }
    assert corner == {LIGHT.paper}


@pytest.mark.parametrize("flow", [Flow.PARALLEL, Flow.OPTIONAL])
def test_each_flow_is_drawn_in_its_own_way(flow: Flow) -> None:
    plain = BOARD.arrows["h1"]._replace(flow=Flow.ALTERNATIVE)
    other = plain._replace(flow=flow)
    assert painted(lambda p: paint_arrow(p, plain)) != painted(lambda p: paint_arrow(p, other))


def test_a_card_keeps_within_its_reach() -> None:
    from exporters.diagram.shapes import REACH

    every = State(selected=True, focused=True, hovered=True, target=True)
    for id in BOARD.cards:
        box = card(id).box
        image = painted(lambda painter, id=id: paint_card(painter, card(id), LIGHT, every))  # type: ignore[misc]
        reach = QRect(
            int(box.x - REACH), int(box.y - REACH),
            int(box.width + 2 * REACH) + 1, int(box.height + 2 * REACH) + 1,
        )  # fmt: skip
        painter = QPainter(image)
        painter.fillRect(reach, QColor(LIGHT.paper))
        painter.end()
        assert image == painted(lambda _painter: None)


@pytest.mark.parametrize("scale", [0.35, 1, 1.25, 1.5, 2, 3])
def test_lines_are_equally_thick_wherever_they_lie(scale: float) -> None:
    thicknesses = set()
    for shift in (0.0, 0.2, 0.5, 0.7):
        image = QImage(60, 60, QImage.Format.Format_RGB32)
        image.fill(QColor("white"))
        painter = QPainter(image)
        painter.scale(scale, scale)
        painter.setPen(pens.line_pen("#000000", pens.even_width(painter)))
        painter.drawLine(0, round(10 / scale), round(60 / scale), round(10 / scale))
        painter.translate(0, shift)
        painter.drawLine(0, round(40 / scale), round(60 / scale), round(40 / scale))
        painter.end()
        for rows in (range(25), range(25, 60)):
            thicknesses.add(sum(image.pixelColor(20, row).lightness() < 128 for row in rows))
    assert thicknesses == {max(1, round(scale))}


@pytest.mark.parametrize("name", icons.names())
def test_every_icon_is_painted_inside_its_square(name: str) -> None:
    box = icon_path(name).boundingRect()
    assert not box.isEmpty()
    assert min(box.left(), box.top()) >= -0.1
    assert max(box.right(), box.bottom()) <= icons.SIZE + 0.1


def test_an_icon_has_the_colour_asked_for() -> None:
    pixmap = icon("square-plus", "#b3261e").pixmap(16, 16)
    colours = {pixmap.toImage().pixelColor(x, y).name() for x in range(16) for y in range(16)}
    assert "#b3261e" in colours
