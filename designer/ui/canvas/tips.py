"""Tips: the words that can't be read when the board is small."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from designer.ui.canvas.descriptions import describe
from designer.ui.canvas.hits import LINE_REACH, thing_at
from designer.ui.labels import as_tooltip
from model.messages import _

if TYPE_CHECKING:
    from designer.ui.canvas.view import BoardView

_SMALL: Final = 0.7  # zoom below which texts on the board are hard to read


def show_tip(view: "BoardView", event: QHelpEvent) -> None:
    """Say what lies under the pointer, when the board itself is too small to; what a mark means."""
    words = words_at(view, QPointF(event.pos()))
    QToolTip.showText(event.globalPos(), as_tooltip(words), view.viewport())


def words_at(view: "BoardView", at: QPointF) -> str:
    place = view.camera.to_board(at)
    if view.unfinished.at(place) is not None:
        return _("What comes next? A click or the key U asks for it.")
    if view.camera.zoom >= _SMALL:
        return ""
    reach = LINE_REACH / view.camera.zoom
    found = thing_at(view.board_scene.near(place, reach), place, reach)
    return describe(view.pathway, (found,), view.language) if found else ""
