"""The signs of buttons, menus and lists, in the colours of the look in force.

An icon paints itself when it is shown: in the colour that then is in force, as sharp as the screen
that it is on. So a change of the look or of the screen needs no new icons.
"""

from collections.abc import Callable
from functools import cache
from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap

from designer.ui import theme
from designer.ui.themes import ColourName
from exporters.diagram import paint_icons
from model.codes import Sector, Severity


@cache
def icon(name: str, colour: ColourName = "ink") -> QIcon:
    """Return the sign of that name (see `exporters.diagram.icons`)."""
    return coloured_icon(name, lambda: getattr(theme.colours(), colour))


@cache
def sector_icon(sector: Sector | None) -> QIcon:
    """Return the sign of a sector, in its colour; None: of an actor without one."""
    return QIcon(_Sign(lambda: theme.look().sectors[sector][::2]))


@cache
def severity_icon(severity: Severity) -> QIcon:
    return QIcon(_Sign(lambda: theme.look().severities[severity][::2]))


def coloured_icon(name: str, colour: Callable[[], str]) -> QIcon:
    """Return a sign in the colour that is answered whenever it is painted."""
    return QIcon(_Sign(lambda: (colour(), name)))


_CLONES: Final[list[QIconEngine]] = []
"""Qt asks for one when an icon is altered, and does not keep its Python half alive (6.11)."""


class _Sign(QIconEngine):
    """Answers colour and name anew at each painting."""

    def __init__(self, drawn: Callable[[], tuple[str, ...]]) -> None:
        super().__init__()
        self._drawn = drawn

    def clone(self) -> QIconEngine:
        copy = _Sign(self._drawn)
        _CLONES.append(copy)
        return copy

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        if size.isEmpty():  # in a column that is narrower than its margins
            return QPixmap()
        # Qt's own way leaves the pixels below the sign as they were in memory.
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return made

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        del state
        colour, name = self._drawn()
        if mode is QIcon.Mode.Disabled:
            colour = theme.colours().disabled
        side = min(rect.width(), rect.height())
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(rect).center())
        paint_icons.paint_icon(painter, name, box, QColor(colour))
