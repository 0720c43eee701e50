"""The laser pointer: a glowing dot where the mouse is, in place of the arrow."""

from typing import Final

from PySide6.QtCore import QPointF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRadialGradient
from PySide6.QtWidgets import QWidget

from designer.ui.theme import look

REST: Final = 2000
"""Milliseconds after which the dot of a mouse at rest goes out."""
_SIZE: Final = 72.0
"""The glow across, in wall pixels."""
_CORE: Final = 0.3
"""How much of that is the dot."""


class Laser(QWidget):
    """Lies above everything; the arrow of the mouse is hidden as long as the room is shown to."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.is_held = False
        self.rest = QTimer(self)
        self.rest.setSingleShot(True)
        self.rest.setInterval(REST)
        self.rest.timeout.connect(self._go_out)
        self.hide()

    def fit(self, unit: float) -> None:
        side = round(_SIZE * unit)
        self.resize(side, side)

    def point(self, at: QPointF) -> None:
        """Shine where the mouse has moved to; goes out when it rests, unless it is held."""
        self.move((at - QPointF(self.width(), self.height()) / 2).toPoint())
        self.raise_()
        self.show()
        self.rest.start()

    def hold(self, at: QPointF) -> None:
        """Shine without end, until let go."""
        self.is_held = True
        self.point(at)

    def let_go(self) -> None:
        self.is_held = False
        if not self.rest.isActive():
            self.hide()

    def put_out(self) -> None:
        self.rest.stop()
        self.hide()

    def _go_out(self) -> None:
        if not self.is_held:
            self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        colour, radius = QColor(look().alarm), self.width() / 2
        glow = QRadialGradient(QPointF(radius, radius), radius)
        halo, clear = QColor(colour), QColor(colour)
        halo.setAlphaF(0.45)
        clear.setAlphaF(0.0)
        glow.setColorAt(0.0, colour)
        glow.setColorAt(_CORE, colour)
        glow.setColorAt(_CORE + 0.03, halo)
        glow.setColorAt(1.0, clear)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(glow)
        painter.drawEllipse(self.rect())
        # A light rim, so that the dot is seen on red and on dark alike.
        painter.setPen(QColor(look().paper))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        core = radius * _CORE
        painter.drawEllipse(QPointF(radius, radius), core, core)
        painter.end()
