"""The pathway as a numbered text outline beside the board: the same content, without a picture."""

from designer.ui.outline.panel import OutlinePanel

__all__ = ["OutlinePanel"]
