"""Draws the signs of the legend by what draws them on the board, so that the two are alike."""

from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from exporters.diagram.look import LIGHT, SIGN_ICONS
from exporters.diagram.paint import paint_arrow, paint_card, paint_icon, paint_label
from exporters.poster.legend import Mark
from model.codes import ChannelKind, Confirmation, Flow, StageKind
from model.layout.geometry import (
    Arrow,
    Card,
    Chip,
    Point,
    Rect,
    Sign,
    Standing,
    Symbol,
    TextLine,
    TextStyle,
)

_WIDTH, _HEIGHT = 64.0, 34.0  # pixels at 100 % zoom of a swatch
_CARD = Rect(10, 4, 44, 26)
_ICON = Rect(22, 7, 20, 20)


def paint_swatch(painter: QPainter, mark: Mark | Sign, box: Rect) -> None:
    painter.save()
    scale = min(box.width / _WIDTH, box.height / _HEIGHT)
    painter.translate(box.x, box.y + (box.height - _HEIGHT * scale) / 2)
    painter.scale(scale, scale)
    match mark:
        case StageKind():
            paint_card(painter, _card(kind=mark))
        case Mark.WAY_IN:
            paint_card(painter, _card(start=True))
        case Mark.ASSUMED:
            paint_card(painter, _card(confirmation=Confirmation.ASSUMED))
        case Mark.DISPUTED:
            paint_card(painter, _card(confirmation=Confirmation.DISPUTED))
        case Mark.TIME:
            _paint_time(painter)
        case Mark():
            paint_arrow(painter, _ARROWS[mark])
        case _:
            _paint_icon(painter, mark)
    painter.restore()


def _card(
    kind: StageKind | None = None,
    confirmation: Confirmation = Confirmation.CONFIRMED,
    *,
    start: bool = False,
) -> Card:
    symbols = (Symbol(kind, _ICON),) if kind else ()
    return Card("", _CARD, None, kind, confirmation, start, Standing(symbols=symbols))


def _paint_time(painter: QPainter) -> None:
    line = TextLine("≤ 7", 23, 21, TextStyle.CARD_CHIP)
    chip = Chip(Rect(12, 8, 40, 18), (line,))
    paint_label(painter, chip, LIGHT._replace(label=LIGHT.chip, label_border=LIGHT.chip))


def _paint_icon(painter: QPainter, sign: Sign) -> None:
    box = QRectF(*_ICON)
    muted = isinstance(sign, ChannelKind)
    paint_icon(painter, SIGN_ICONS[sign], box, QColor(LIGHT.muted if muted else LIGHT.ink))


_arrow = partial(Arrow, "", (Point(4, 17), Point(60, 17)), words=None)
_ARROWS = {
    Mark.ARROW: _arrow(flow=Flow.ALTERNATIVE, crosses_actors=False),
    Mark.CROSSING: _arrow(flow=Flow.ALTERNATIVE, crosses_actors=True),
    Mark.OPTIONAL: _arrow(flow=Flow.OPTIONAL, crosses_actors=False),
    Mark.PARALLEL: _arrow(flow=Flow.PARALLEL, crosses_actors=False),
}
