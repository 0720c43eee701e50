"""The signs of buttons and menus, in the window's colours."""

from functools import cache

from PySide6.QtGui import QIcon

from designer.ui.theme import Colour
from exporters.diagram import paint_icons


@cache
def icon(name: str, colour: str = Colour.INK) -> QIcon:
    """Return the sign of that name (see `exporters.diagram.icons`)."""
    return paint_icons.icon(name, colour)
