"""Where everything goes on the board: a pure function of the pathway and a text measure."""

from model.layout.assembly import BoardLayout, board
from model.layout.cells import cell_at, cell_box
from model.layout.font import font_measure
from model.layout.geometry import Shown

__all__ = ["BoardLayout", "Shown", "board", "cell_at", "cell_box", "font_measure"]
