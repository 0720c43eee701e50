"""The look of the window: calm greys, navy and teal, one font everywhere."""

from enum import StrEnum
from pathlib import Path

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from exporters.diagram import icons
from model.layout.metrics import FONT_FAMILY, FONT_FILES

TEXT_SIZE = 13  # pixels at 100 %
TITLE_SIZE = 15


class Colour(StrEnum):
    """Every pair of text and ground used has a contrast of at least 4.5 to 1 (WCAG AA)."""

    INK = "#1b2733"
    MUTED = "#55626f"
    FAINT = "#a3adb7"
    NAVY = "#17324d"
    TEAL = "#0b6e99"
    TEAL_DARK = "#085676"
    TEAL_PALE = "#e3f0f6"
    GROUND = "#f2f4f6"
    PAPER = "#ffffff"
    LINE = "#d5dbe1"
    LINE_STRONG = "#8794a1"
    ERROR = "#b3360c"
    ERROR_PALE = "#fbe9e3"
    WARNING = "#8a5a00"
    WARNING_PALE = "#fbf1dc"
    INFO = "#0b6e99"
    INFO_PALE = "#e3f0f6"


def dress(application: QApplication) -> None:
    """Give the application its style, font, palette and style sheet."""
    application.setStyle("Fusion")
    for file in FONT_FILES:
        QFontDatabase.addApplicationFont(str(file))
    font = QFont(FONT_FAMILY)
    font.setPixelSize(TEXT_SIZE)
    application.setFont(font)
    application.setPalette(_palette())
    application.setStyleSheet(_STYLE_SHEET)


def _palette() -> QPalette:
    palette = QPalette()
    for role, colour in {
        QPalette.ColorRole.Window: Colour.GROUND,
        QPalette.ColorRole.WindowText: Colour.INK,
        QPalette.ColorRole.Base: Colour.PAPER,
        QPalette.ColorRole.AlternateBase: Colour.GROUND,
        QPalette.ColorRole.Text: Colour.INK,
        QPalette.ColorRole.Button: Colour.PAPER,
        QPalette.ColorRole.ButtonText: Colour.INK,
        QPalette.ColorRole.PlaceholderText: "#6b7783",
        QPalette.ColorRole.Highlight: Colour.TEAL,
        QPalette.ColorRole.HighlightedText: Colour.PAPER,
        QPalette.ColorRole.ToolTipBase: Colour.NAVY,
        QPalette.ColorRole.ToolTipText: Colour.PAPER,
        QPalette.ColorRole.Link: Colour.TEAL,
        QPalette.ColorRole.Accent: Colour.TEAL,
    }.items():
        palette.setColor(role, QColor(colour))
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.ButtonText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor("#8a949e"))
    return palette


_CHEVRON = (Path(icons.__file__).parent / "chevron-down.svg").as_posix()

_STYLE_SHEET = f"""
QToolTip {{ color: {Colour.PAPER}; background: {Colour.NAVY}; border: 0; padding: 4px 6px; }}
QMenuBar {{ background: {Colour.PAPER}; padding: 1px 6px; }}
QMenuBar::item {{ padding: 4px 9px; background: transparent; border-radius: 4px; }}
QMenuBar::item:selected {{ background: {Colour.TEAL_PALE}; color: {Colour.INK}; }}
QMenu {{ background: {Colour.PAPER}; border: 1px solid {Colour.LINE}; padding: 4px; }}
QMenu::item {{ padding: 5px 26px 5px 10px; border-radius: 4px; }}
QMenu::item:selected {{ background: {Colour.TEAL_PALE}; color: {Colour.INK}; }}
QMenu::item:disabled {{ color: #8a949e; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::separator {{ height: 1px; background: {Colour.LINE}; margin: 4px 6px; }}

QPushButton, QToolButton {{
  background: {Colour.PAPER}; color: {Colour.INK}; border: 1px solid {Colour.LINE_STRONG};
  border-radius: 5px; padding: 4px 10px; min-height: 18px;
}}
QToolButton {{ padding: 4px 8px; }}
QPushButton:hover, QToolButton:hover {{ background: {Colour.TEAL_PALE}; }}
QPushButton:pressed, QToolButton:pressed {{ background: #cfe4ee; }}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {Colour.TEAL}; padding: 3px 9px; }}
QToolButton:focus {{ padding: 3px 7px; }}
QPushButton:disabled, QToolButton:disabled {{ color: #8a949e; border-color: {Colour.LINE}; }}
QPushButton:default, QPushButton#primary, QToolButton#primary {{
  background: {Colour.TEAL}; color: {Colour.PAPER}; border-color: {Colour.TEAL};
}}
QPushButton:default:hover, QPushButton#primary:hover, QToolButton#primary:hover {{
  background: {Colour.TEAL_DARK};
}}
QPushButton:default:focus, QPushButton#primary:focus, QToolButton#primary:focus {{
  border: 2px solid {Colour.NAVY};
}}
QPushButton:default:disabled {{ background: {Colour.LINE}; border-color: {Colour.LINE}; }}
QToolButton::menu-indicator {{ image: none; width: 0; }}
QToolButton#heading {{
  border-color: transparent; background: transparent; font-weight: bold; padding: 4px 4px;
}}
QToolButton#heading:hover {{ background: {Colour.TEAL_PALE}; }}
QToolButton#heading:focus {{ border: 2px solid {Colour.TEAL}; padding: 3px 3px; }}
QToolButton#small {{ border-color: transparent; background: transparent; padding: 3px 2px; }}
QToolButton#small:hover {{ background: {Colour.TEAL_PALE}; }}
QToolButton#small:focus {{ border: 2px solid {Colour.TEAL}; padding: 2px 1px; }}
QToolButton[quiet="true"] {{ border-color: transparent; background: transparent; }}
QToolButton[quiet="true"]:hover {{ background: {Colour.TEAL_PALE}; }}
QToolButton[quiet="true"]:focus {{ border: 2px solid {Colour.TEAL}; }}
QPushButton[link="true"] {{
  border: 1px solid transparent; background: transparent; color: {Colour.TEAL};
  text-align: left; padding: 3px 4px;
}}
QPushButton[link="true"]:hover {{ background: {Colour.TEAL_PALE}; }}
QPushButton[link="true"]:focus {{ border: 2px solid {Colour.TEAL}; padding: 2px 3px; }}

QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox {{
  background: {Colour.PAPER}; border: 1px solid {Colour.LINE_STRONG}; border-radius: 4px;
  padding: 3px 6px; selection-background-color: {Colour.TEAL};
  selection-color: {Colour.PAPER};
}}
QLineEdit, QComboBox, QAbstractSpinBox {{ min-height: 19px; }}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {{
  border: 2px solid {Colour.TEAL}; padding: 2px 5px;
}}
QLineEdit[faulty="true"], QPlainTextEdit[faulty="true"] {{
  border: 2px solid {Colour.ERROR}; padding: 2px 5px;
}}
QComboBox QAbstractItemView {{
  background: {Colour.PAPER}; border: 1px solid {Colour.LINE_STRONG};
  selection-background-color: {Colour.TEAL_PALE}; selection-color: {Colour.INK};
}}
QComboBox::drop-down {{ border: 0; width: 22px; }}
QComboBox::down-arrow {{ image: url("{_CHEVRON}"); width: 14px; height: 14px; }}
QCheckBox {{ spacing: 7px; padding: 2px; border: 1px solid transparent; border-radius: 4px; }}
QCheckBox:focus {{ border: 1px solid {Colour.TEAL}; }}

QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: #b9c2cb; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 28px; }}
QScrollBar::handle:horizontal {{ min-width: 28px; }}
QScrollBar::handle:hover {{ background: {Colour.LINE_STRONG}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSplitter::handle {{ background: {Colour.GROUND}; }}
QSplitter::handle:hover {{ background: {Colour.LINE}; }}
QScrollArea {{ border: 0; background: transparent; }}
QStatusBar {{ background: {Colour.GROUND}; color: {Colour.MUTED}; }}
QStatusBar::item {{ border: 0; }}
QProgressBar {{
  border: 1px solid {Colour.LINE_STRONG}; border-radius: 5px; text-align: center;
  background: {Colour.PAPER}; min-height: 18px;
}}
QProgressBar::chunk {{ background: #9cc7dc; border-radius: 4px; }}

QToolButton#segment {{ border-radius: 0; border-left-width: 0; padding: 4px 10px; }}
QToolButton#segment[first="true"] {{ border-left-width: 1px; }}
QToolButton#segment:checked {{
  background: {Colour.NAVY}; color: {Colour.PAPER}; border-color: {Colour.NAVY};
}}
QToolButton#segment:focus {{ border: 2px solid {Colour.TEAL}; padding: 3px 8px; }}
QToolButton#chip {{ border-radius: 11px; padding: 2px 10px; }}
QTableView {{
  background: {Colour.PAPER}; border: 0; selection-background-color: {Colour.TEAL_PALE};
  selection-color: {Colour.INK}; outline: 0;
}}
QTableView::item {{ border-bottom: 1px solid #edf0f3; padding: 0 6px; }}
QTableView::item:selected {{ background: {Colour.TEAL_PALE}; color: {Colour.INK}; }}

#bar {{ background: {Colour.PAPER}; border-bottom: 1px solid {Colour.LINE}; }}
#panel {{ background: {Colour.PAPER}; border: 1px solid {Colour.LINE}; border-radius: 8px; }}
#part {{ border: 0; border-left: 3px solid {Colour.LINE}; }}
#paper {{ background: {Colour.PAPER}; }}
QPushButton#tile {{
  text-align: left; padding: 11px 14px; border-color: {Colour.LINE}; border-radius: 7px;
}}
QPushButton#tile:hover {{ border-color: {Colour.TEAL}; }}
QPushButton#tile:focus {{ border: 2px solid {Colour.TEAL}; padding: 10px 13px; }}
QLabel[voice="headline"] {{ color: {Colour.NAVY}; font-weight: bold; font-size: 30px; }}
QLabel[voice="lead"] {{ color: {Colour.INK}; font-size: 16px; }}
QLabel[voice="brand"] {{ color: {Colour.NAVY}; font-weight: bold; font-size: 16px; }}
QLabel[voice="title"] {{ color: {Colour.INK}; font-weight: bold; font-size: {TITLE_SIZE}px; }}
QLabel[voice="strong"] {{ color: {Colour.INK}; font-weight: bold; }}
QLabel[voice="label"] {{ color: {Colour.MUTED}; font-size: 12px; }}
QLabel[voice="muted"] {{ color: {Colour.MUTED}; }}
QLabel[voice="gap"] {{ color: {Colour.WARNING}; font-size: 12px; }}
QLabel[voice="fault"] {{ color: {Colour.ERROR}; font-size: 12px; }}
"""
