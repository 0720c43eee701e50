"""The look of the window in force: Qt's palette and style sheet, one font everywhere."""

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from designer.ui.style_sheet import style_sheet
from designer.ui.themes import LIGHT, Colours, Theme
from exporters.diagram.look import Look
from model.layout.metrics import FONT_FAMILY, FONT_FILES

TEXT_SIZE = 13  # pixels at 100 %

_in_force: Theme = LIGHT


def in_force() -> Theme:
    return _in_force


def colours() -> Colours:
    """Return the colours of widgets in force; to be asked when drawing, not kept."""
    return _in_force.colours


def look() -> Look:
    """Return the look of the board in force; to be asked when drawing, not kept."""
    return _in_force.board


def dress(application: QApplication) -> None:
    """Give the application its style and font, and the look in force."""
    application.setStyle("Fusion")
    for file in FONT_FILES:
        QFontDatabase.addApplicationFont(str(file))
    font = QFont(FONT_FAMILY)
    font.setPixelSize(TEXT_SIZE)
    application.setFont(font)
    wear(application, _in_force)


def wear(application: QApplication, theme: Theme) -> None:
    """Show every window in another look; nothing in them is built anew."""
    global _in_force  # noqa: PLW0603 - one look for the whole program, as the style sheet is
    _in_force = theme
    application.setPalette(_palette(theme.colours))
    application.setStyleSheet(style_sheet(theme))


def _palette(c: Colours) -> QPalette:
    palette = QPalette()
    for role, colour in {
        QPalette.ColorRole.Window: c.ground,
        QPalette.ColorRole.WindowText: c.ink,
        QPalette.ColorRole.Base: c.paper,
        QPalette.ColorRole.AlternateBase: c.ground,
        QPalette.ColorRole.Text: c.ink,
        QPalette.ColorRole.Button: c.paper,
        QPalette.ColorRole.ButtonText: c.ink,
        QPalette.ColorRole.PlaceholderText: c.placeholder,
        QPalette.ColorRole.Highlight: c.selection,
        QPalette.ColorRole.HighlightedText: c.on_selection,
        QPalette.ColorRole.ToolTipBase: c.tip,
        QPalette.ColorRole.ToolTipText: c.on_tip,
        QPalette.ColorRole.Link: c.accent,
        QPalette.ColorRole.Accent: c.accent,
        # The shades from which Fusion draws what the style sheet leaves to it.
        QPalette.ColorRole.Light: c.paper,
        QPalette.ColorRole.Midlight: c.line,
        QPalette.ColorRole.Mid: c.border,
        QPalette.ColorRole.Dark: c.border,
        QPalette.ColorRole.Shadow: c.border,
    }.items():
        palette.setColor(role, QColor(colour))
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.ButtonText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(c.disabled))
    return palette
