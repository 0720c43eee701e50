"""Where on the screen a name is edited."""

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QWidget

from exporters.diagram.paint import fonts
from model.ids import Id
from model.layout.geometry import NoteBox, Point, TextStyle

if TYPE_CHECKING:
    from designer.ui.canvas.header_strip import HeaderStrip
    from designer.ui.canvas.view import BoardView

_SMALLEST_TEXT: Final = 12  # screen pixels: what is typed is readable at every zoom
_LEAST_WIDTH: Final = 150.0
_LEAST_NOTE_WIDTH: Final = 230.0


class NamePlace(NamedTuple):
    """The widget that the editor lies on, its box there, and the font."""

    parent: QWidget
    box: QRectF
    font: QFont


def name_place(view: "BoardView", id: Id) -> NamePlace | None:
    """Return where a name or a note's words are edited; None when that is out of sight."""
    card = view.board.cards.get(id)
    if card is not None:
        zoom = view.camera.zoom
        start = view.camera.to_view(Point(card.box.x, card.box.y))
        width = max(card.box.width * zoom, _LEAST_WIDTH)
        # A card at the edge is in sight, but narrower than what one can write in.
        left = min(start.x(), view.viewport().width() - width)
        box = QRectF(left, start.y(), width, 44 * zoom)
        return NamePlace(view.viewport(), box, _scaled(TextStyle.CARD_TITLE, zoom))
    note = view.board.notes.get(id)
    if note is not None:
        return _over_note(view, note)
    if any(lane.id == id for lane in view.board.lanes):
        return _in_strip(view, view.lane_headers, id, TextStyle.LANE_NAME)
    if any(phase.id == id for phase in view.board.phases):
        return _in_strip(view, view.phase_headers, id, TextStyle.PHASE_TITLE)
    return None


def _over_note(view: "BoardView", note: NoteBox) -> NamePlace:
    box = QRectF(view.camera.box_on_screen(note.box))
    font = _scaled(TextStyle.NOTE, view.camera.zoom)
    # Wide and high enough for the signs that one can begin with.
    box.setWidth(max(box.width(), _LEAST_NOTE_WIDTH))
    box.setHeight(max(box.height(), 2.5 * QFontMetricsF(font).lineSpacing()))
    box.moveRight(min(box.right(), max(box.width(), view.viewport().width() - 4.0)))
    return NamePlace(view.viewport(), box, font)


def _in_strip(
    view: "BoardView", strip: "HeaderStrip", id: Id, style: TextStyle
) -> NamePlace | None:
    seen = strip.box_of(id).intersected(QRectF(strip.rect()))
    if seen.isEmpty():
        return None
    font = _scaled(style, view.camera.header_zoom)
    seen.setWidth(max(seen.width(), _LEAST_WIDTH))
    seen.moveLeft(min(seen.left(), strip.width() - seen.width()))
    return NamePlace(strip, seen.adjusted(2, 2, -2, -2), font)


def _scaled(style: TextStyle, zoom: float) -> QFont:
    font = QFont(fonts()[style])
    font.setPixelSize(max(_SMALLEST_TEXT, round(font.pixelSize() * zoom)))
    return font
