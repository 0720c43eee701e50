"""The chevrons in the headers, which fold a lane or a phase and unfold it."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from exporters.diagram.paint_icons import paint_icon
from exporters.diagram.pens import brush, colour

SIDE: Final = 24.0  # pixels of the place that hears the pointer
_SIGN: Final = 16.0
_BELOW: Final = 2.0
_BESIDE_BADGE: Final = 22.0
_CORNER: Final = 5.0


def place_in_lane(seen: QRectF, *, has_badge: bool) -> QRectF:
    """Return the chevron's place in what is seen of a lane's header: low at its right end.

    A lane too low for the badge above it has both beside each other.
    """
    if seen.height() < 2 * SIDE:
        return _beside(seen, seen.center().y(), has_badge=has_badge)
    return _beside(seen, seen.bottom() - _BELOW - SIDE / 2, has_badge=False)


def place_in_phase(seen: QRectF, *, has_badge: bool) -> QRectF:
    """Return the chevron's place in what is seen of a phase's header: at its right end."""
    return _beside(seen, seen.center().y(), has_badge=has_badge)


def _beside(seen: QRectF, middle: float, *, has_badge: bool) -> QRectF:
    right = seen.right() - (_BESIDE_BADGE if has_badge else 0.0)
    return QRectF(right - SIDE, middle - SIDE / 2, SIDE, SIDE)


def covers(place: QRectF, texts: Iterable[QRectF]) -> bool:
    """Whether the chevron's sign would lie on one of these texts."""
    sign = _sign(place)
    return any(sign.intersects(text) for text in texts)


def paint_ground(painter: QPainter, place: QRectF, ground: str) -> None:
    """Cover the text below a sign, so that it can be told from that."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush(ground))
    painter.drawRoundedRect(_sign(place).adjusted(-2, -2, 2, 2), _CORNER, _CORNER)


def paint(painter: QPainter, place: QRectF, name: str, ink: str) -> None:
    paint_icon(painter, name, _sign(place), colour(ink))


def _sign(place: QRectF) -> QRectF:
    sign = QRectF(0, 0, _SIGN, _SIGN)
    sign.moveCenter(place.center())
    return sign
