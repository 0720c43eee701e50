"""Large type for the room: sizes in wall pixels, never below what can be read from the back."""

from math import ceil

from PySide6.QtGui import QFont

from designer.ui.presentation.framing import LEGIBLE
from model.layout.metrics import FONT_FAMILY


def type_of(size: float, unit: float, *, bold: bool = False) -> QFont:
    """Return the font of a size in wall pixels; `unit` is how many pixels one takes."""
    font = QFont(FONT_FAMILY)
    font.setPixelSize(ceil(max(size, LEGIBLE) * unit))
    font.setBold(bold)
    return font
