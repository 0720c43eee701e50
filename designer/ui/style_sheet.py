"""The style sheet of the window: one template, filled with a theme's colours."""

from pathlib import Path

from designer.ui.themes import Theme
from exporters.diagram import icons

_CHEVRON = (Path(icons.__file__).parent / "chevron-down.svg").as_posix()


def style_sheet(theme: Theme) -> str:
    """Return Qt's style sheet in the colours of a theme."""
    c, board = theme.colours, theme.board
    chips = "".join(
        _chip(group, strong, tint)
        for group, strong, tint in (
            *((str(severity), *board.severities[severity][:2]) for severity in board.severities),
            ("not_evaluated", c.unknown, c.unknown_tint),
            ("accepted", c.success, c.success_tint),
        )
    )
    return f"""
QToolTip {{ color: {c.on_tip}; background: {c.tip}; border: 0; padding: 4px 6px; }}
QMenuBar {{ background: {c.paper}; padding: 1px 6px; }}
QMenuBar::item {{ padding: 4px 9px; background: transparent; border-radius: 4px; }}
QMenuBar::item:selected {{ background: {c.hover}; color: {c.ink}; }}
QMenu {{ background: {c.paper}; border: 1px solid {c.line}; padding: 4px; }}
QMenu::item {{ padding: 5px 26px 5px 10px; border-radius: 4px; }}
QMenu::item:selected {{ background: {c.hover}; color: {c.ink}; }}
QMenu::item:disabled {{ color: {c.disabled}; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::separator {{ height: 1px; background: {c.line}; margin: 4px 6px; }}

QPushButton, QToolButton {{
  background: {c.paper}; color: {c.ink}; border: 1px solid {c.border};
  border-radius: 5px; padding: 4px 10px; min-height: 18px;
}}
QToolButton {{ padding: 4px 8px; }}
QPushButton:hover, QToolButton:hover {{ background: {c.hover}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {c.pressed}; }}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {c.accent}; padding: 3px 9px; }}
QToolButton:focus {{ padding: 3px 7px; }}
QPushButton:disabled, QToolButton:disabled {{ color: {c.disabled}; border-color: {c.line}; }}
QPushButton:default, QPushButton#primary, QToolButton#primary {{
  background: {c.accent}; color: {c.on_accent}; border-color: {c.accent};
}}
QPushButton:default:hover, QPushButton#primary:hover, QToolButton#primary:hover {{
  background: {c.accent_hover};
}}
QPushButton:default:focus, QPushButton#primary:focus, QToolButton#primary:focus {{
  border: 2px solid {c.chosen};
}}
QPushButton:default:disabled {{ background: {c.line}; border-color: {c.line}; }}
QToolButton::menu-indicator {{ image: none; width: 0; }}
QToolButton#heading {{
  border-color: transparent; background: transparent; font-weight: bold; padding: 4px 4px;
}}
QToolButton#heading:hover {{ background: {c.hover}; }}
QToolButton#heading:focus {{ border: 2px solid {c.accent}; padding: 3px 3px; }}
QToolButton#small {{ border-color: transparent; background: transparent; padding: 3px 2px; }}
QToolButton#small:hover {{ background: {c.hover}; }}
QToolButton#small:focus {{ border: 2px solid {c.accent}; padding: 2px 1px; }}
QToolButton[quiet="true"] {{ border-color: transparent; background: transparent; }}
QToolButton[quiet="true"]:hover {{ background: {c.hover}; }}
QToolButton[quiet="true"]:focus {{ border: 2px solid {c.accent}; }}
QPushButton[link="true"] {{
  border: 1px solid transparent; background: transparent; color: {c.accent};
  text-align: left; padding: 3px 4px;
}}
QPushButton[link="true"]:hover {{ background: {c.hover}; }}
QPushButton[link="true"]:focus {{ border: 2px solid {c.accent}; padding: 2px 3px; }}

QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox {{
  background: {c.paper}; border: 1px solid {c.border}; border-radius: 4px;
  padding: 3px 6px; selection-background-color: {c.accent};
  selection-color: {c.on_accent};
}}
QLineEdit, QComboBox, QAbstractSpinBox {{ min-height: 19px; }}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {{
  border: 2px solid {c.accent}; padding: 2px 5px;
}}
QLineEdit[faulty="true"], QPlainTextEdit[faulty="true"] {{
  border: 2px solid {c.error}; padding: 2px 5px;
}}
QComboBox QAbstractItemView {{
  background: {c.paper}; border: 1px solid {c.border};
  selection-background-color: {c.hover}; selection-color: {c.ink};
}}
QComboBox::drop-down {{ border: 0; width: 22px; }}
QComboBox::down-arrow {{ image: url("{_CHEVRON}"); width: 14px; height: 14px; }}
QCheckBox {{ spacing: 7px; padding: 2px; border: 1px solid transparent; border-radius: 4px; }}
QCheckBox:focus {{ border: 1px solid {c.accent}; }}

QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {c.handle}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 28px; }}
QScrollBar::handle:horizontal {{ min-width: 28px; }}
QScrollBar::handle:hover {{ background: {c.border}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSplitter::handle {{ background: {c.ground}; }}
QSplitter::handle:hover {{ background: {c.line}; }}
QScrollArea {{ border: 0; background: transparent; }}
QStatusBar {{ background: {c.ground}; color: {c.muted}; }}
QStatusBar::item {{ border: 0; }}
QProgressBar {{
  border: 1px solid {c.border}; border-radius: 5px; text-align: center;
  background: {c.paper}; min-height: 18px;
}}
QProgressBar::chunk {{ background: {c.progress}; border-radius: 4px; }}

QToolButton#segment {{ border-radius: 0; border-left-width: 0; padding: 4px 10px; }}
QToolButton#segment[first="true"] {{ border-left-width: 1px; }}
QToolButton#segment:checked {{
  background: {c.chosen}; color: {c.on_chosen}; border-color: {c.chosen};
}}
QToolButton#segment:focus {{ border: 2px solid {c.accent}; padding: 3px 8px; }}
QToolButton#chip {{ border-radius: 11px; padding: 2px 10px; }}
{chips}
QToolButton#chip[none="true"] {{
  background: {c.paper}; color: {c.muted}; border-color: {c.line};
}}
QTableView {{
  background: {c.paper}; border: 0; selection-background-color: {c.hover};
  selection-color: {c.ink}; outline: 0;
}}
QTableView::item {{ border-bottom: 1px solid {c.row_line}; padding: 0 6px; }}
QTableView::item:selected {{ background: {c.hover}; color: {c.ink}; }}

BoardView, BoardView::corner {{ background: {board.paper}; border: none; }}
NameEditor, NameEditor:focus {{
  background: {board.card}; color: {board.ink}; border: 2px solid {board.accent};
  border-radius: 4px; padding: 2px 5px;
}}
QLabel#empty_notice, QLabel#mode_notice {{ padding: 8px 18px; border-radius: 6px; }}
QLabel#empty_notice {{ color: {board.muted}; background: {board.paper}; }}
QLabel#mode_notice {{ color: {board.on_phase}; background: {board.phase}; }}

#bar {{ background: {c.paper}; border-bottom: 1px solid {c.line}; }}
#panel {{ background: {c.paper}; border: 1px solid {c.line}; border-radius: 8px; }}
#part {{ border: 0; border-left: 3px solid {c.line}; }}
#paper {{ background: {c.paper}; }}
QPushButton#tile {{
  text-align: left; padding: 11px 14px; border-color: {c.line}; border-radius: 7px;
}}
QPushButton#tile:hover {{ border-color: {c.accent}; }}
QPushButton#tile:focus {{ border: 2px solid {c.accent}; padding: 10px 13px; }}
QLabel[voice="headline"] {{ color: {c.brand}; font-weight: bold; font-size: 30px; }}
QLabel[voice="lead"] {{ color: {c.ink}; font-size: 16px; }}
QLabel[voice="brand"] {{ color: {c.brand}; font-weight: bold; font-size: 16px; }}
QLabel[voice="title"] {{ color: {c.ink}; font-weight: bold; font-size: 15px; }}
QLabel[voice="strong"] {{ color: {c.ink}; font-weight: bold; }}
QLabel[voice="label"] {{ color: {c.muted}; font-size: 12px; }}
QLabel[voice="muted"] {{ color: {c.muted}; }}
QLabel[voice="gap"] {{ color: {c.warning}; font-size: 12px; }}
QLabel[voice="fault"] {{ color: {c.error}; font-size: 12px; }}
"""


def _chip(group: str, strong: str, tint: str) -> str:
    return (
        f'QToolButton#chip[group="{group}"] {{ color: {strong}; border-color: {tint}; }}'
        f'QToolButton#chip[group="{group}"]:checked'
        f" {{ background: {tint}; border-color: {strong}; }}"
    )
