"""The board: stages as cards in the cells of phases and actors, joined by handovers."""

from designer.ui.canvas.badges import Mark, Marks
from designer.ui.canvas.grid import Direction
from designer.ui.canvas.view import BoardView

__all__ = ["BoardView", "Direction", "Mark", "Marks"]
