"""The looks that one can choose: light, dark, high contrast."""

from designer.ui.themes.contrast import CONTRAST
from designer.ui.themes.dark import DARK
from designer.ui.themes.light import LIGHT
from designer.ui.themes.theme import ColourName, Colours, Theme

__all__ = ["CONTRAST", "DARK", "LIGHT", "ColourName", "Colours", "Theme"]
