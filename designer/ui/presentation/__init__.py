"""The pathway shown to a room: full screen, large, calm."""

from designer.ui.presentation.window import Presentation

__all__ = ["Presentation"]
