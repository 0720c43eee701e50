"""The style sheet of the window: one template, filled with a theme's colours.

What has the focus has a frame of the theme's width; it takes its room from the padding, so that
nothing moves.
"""

from pathlib import Path

from designer.ui.themes import Theme
from designer.ui.themes.theme import Colours
from exporters.diagram.look import Look

# Qt's style sheets take images only as files. Greys and white that every theme's ground bears.
_MARKS = (Path(__file__).parent / "themes" / "marks").as_posix()


def style_sheet(theme: Theme) -> str:
    """Return Qt's style sheet in the colours of a theme."""
    c = theme.colours
    parts = (
        _menus(c),
        _buttons(c, theme.focus_width),
        _boxes(c, theme.focus_width),
        _lists(c, theme.focus_width),
        _frames(c),
        _texts(c),
        _findings(c, theme.board, theme.focus_width),
        _board(theme.board),
    )
    return "".join(parts)


def _menus(c: Colours) -> str:
    return f"""
QToolTip {{ color: {c.on_tip}; background: {c.tip}; border: 0; padding: 4px 6px; }}
QMenuBar {{ background: {c.paper}; padding: 1px 6px; }}
QMenuBar::item {{ padding: 4px 9px; background: transparent; border-radius: 4px; }}
QMenuBar::item:selected {{ background: {c.marked}; color: {c.ink}; }}
QMenu {{ background: {c.paper}; border: 1px solid {c.panel_border}; padding: 4px; }}
QMenu::item {{
  padding: 5px 26px 5px 10px; border: 1px solid transparent; border-radius: 4px;
}}
QMenu::item:selected {{ background: {c.marked}; color: {c.ink}; border-color: {c.focus}; }}
QMenu::item:disabled {{ color: {c.disabled}; }}
QMenu::item:disabled:selected {{ background: transparent; border-color: {c.line}; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::separator {{ height: 1px; background: {c.line}; margin: 4px 6px; }}
QMenu::right-arrow {{
  image: url("{_MARKS}/chevron-right.svg"); width: 14px; height: 14px; margin-right: 6px;
}}
"""


def _buttons(c: Colours, width: int) -> str:
    def focus(down: int, across: int, colour: str = c.focus) -> str:
        return (
            f"border: {width}px solid {colour};"
            f" padding: {max(down + 1 - width, 0)}px {max(across + 1 - width, 0)}px;"
        )

    return f"""
QPushButton, QToolButton {{
  background: {c.paper}; color: {c.ink}; border: 1px solid {c.border};
  border-radius: 5px; padding: 4px 10px; min-height: 18px;
}}
QToolButton {{ padding: 4px 8px; }}
QPushButton:hover, QToolButton:hover {{ background: {c.marked}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {c.pressed}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {c.disabled}; border-color: {c.line}; }}
QPushButton:focus {{ {focus(4, 10)} }}
QToolButton:focus {{ {focus(4, 8)} }}
QToolButton:checked {{ background: {c.marked}; border-color: {c.accent}; }}
QPushButton:default, QPushButton#primary, QToolButton#primary {{
  background: {c.button}; color: {c.on_button}; border-color: {c.button_border};
}}
QPushButton:default:hover, QPushButton#primary:hover, QToolButton#primary:hover {{
  background: {c.button_hover};
}}
QPushButton:default:focus, QPushButton#primary:focus {{ {focus(4, 10, c.button_focus)} }}
QToolButton#primary:focus {{ {focus(4, 8, c.button_focus)} }}
QPushButton:default:disabled, QPushButton#primary:disabled, QToolButton#primary:disabled {{
  background: {c.ground}; color: {c.disabled}; border-color: {c.line};
}}
QToolButton::menu-indicator {{ image: none; width: 0; }}
QToolButton#heading {{
  border-color: transparent; background: transparent; font-weight: bold; padding: 4px 4px;
}}
QToolButton#heading:hover {{ background: {c.marked}; }}
QToolButton#heading:focus {{ {focus(4, 4)} }}
QToolButton#small {{ border-color: transparent; background: transparent; padding: 3px 2px; }}
QToolButton#small:hover {{ background: {c.marked}; }}
QToolButton#small:focus {{ {focus(3, 2)} }}
QToolButton[quiet="true"] {{ border-color: transparent; background: transparent; }}
QToolButton[quiet="true"]:hover {{ background: {c.marked}; }}
QToolButton[quiet="true"]:checked {{ background: {c.marked}; border-color: {c.accent}; }}
QToolButton[quiet="true"]:focus {{ {focus(4, 8)} }}
QPushButton[link="true"] {{
  border: 1px solid transparent; background: transparent; color: {c.accent};
  text-align: left; padding: 3px 4px;
}}
QPushButton[link="true"]:hover {{ background: {c.marked}; }}
QPushButton[link="true"]:focus {{ {focus(3, 4)} }}
QPushButton#tile {{
  text-align: left; padding: 11px 14px; border-color: {c.panel_border}; border-radius: 7px;
}}
QPushButton#tile:hover {{ border-color: {c.accent}; }}
QPushButton#tile:focus {{ {focus(11, 14)} }}
QToolButton#segment {{ border-radius: 0; border-left-width: 0; padding: 4px 8px; }}
QToolButton#segment[first="true"] {{ border-left-width: 1px; }}
QToolButton#segment:checked {{
  background: {c.chosen}; color: {c.on_chosen}; border-color: {c.chosen};
}}
QToolButton#segment:focus {{ {focus(4, 7)} }}
QToolButton#segment:checked:focus {{ {focus(4, 7, c.chosen_focus)} }}
QToolButton#chip {{ border-radius: 11px; padding: 2px 8px; }}
"""


def _boxes(c: Colours, width: int) -> str:
    focus = f"border: {width}px solid {c.focus}; padding: {4 - width}px {7 - width}px;"
    return f"""
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {{
  background: {c.paper}; color: {c.ink}; border: 1px solid {c.border}; border-radius: 4px;
  padding: 3px 6px; selection-background-color: {c.selection};
  selection-color: {c.on_selection}; placeholder-text-color: {c.placeholder};
}}
QLineEdit, QComboBox, QAbstractSpinBox {{ min-height: 19px; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {{
  {focus}
}}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled {{
  color: {c.disabled}; border-color: {c.line};
}}
QLineEdit[faulty="true"], QPlainTextEdit[faulty="true"] {{
  border: 2px solid {c.error}; padding: 2px 5px;
}}
QLineEdit[faulty="true"]:focus, QPlainTextEdit[faulty="true"]:focus {{
  border: {width + 1}px solid {c.error}; padding: {3 - width}px {6 - width}px;
}}
QComboBox::drop-down {{ border: 0; width: 22px; }}
QComboBox::down-arrow {{
  image: url("{_MARKS}/chevron-down.svg"); width: 14px; height: 14px;
}}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: 0; width: 18px; }}
QAbstractSpinBox::up-arrow {{
  image: url("{_MARKS}/chevron-up.svg"); width: 10px; height: 10px;
}}
QAbstractSpinBox::down-arrow {{
  image: url("{_MARKS}/chevron-down.svg"); width: 10px; height: 10px;
}}
QCheckBox, QRadioButton {{
  spacing: 7px; padding: {3 - width + 1}px; border: {width}px solid transparent;
  border-radius: 4px; color: {c.ink};
}}
QCheckBox:focus, QRadioButton:focus {{ border-color: {c.focus}; }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {c.disabled}; }}
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator, QMenu::indicator {{
  width: 14px; height: 14px; border: 1px solid {c.border}; background: {c.paper};
}}
QCheckBox::indicator, QAbstractItemView::indicator {{ border-radius: 3px; }}
QRadioButton::indicator {{ border-radius: 8px; }}
QMenu::indicator {{ border-radius: 3px; left: 6px; }}
QMenu::indicator:exclusive {{ border-radius: 8px; }}
QCheckBox::indicator:hover, QRadioButton::indicator:hover {{ border-color: {c.accent}; }}
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked,
QMenu::indicator:non-exclusive:checked {{
  background: {c.button}; border-color: {c.button_border}; image: url("{_MARKS}/check.svg");
}}
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate {{
  background: {c.button}; border-color: {c.button_border}; image: url("{_MARKS}/dash.svg");
}}
QRadioButton::indicator:checked, QMenu::indicator:exclusive:checked {{
  width: 6px; height: 6px; border: 5px solid {c.accent}; border-radius: 8px;
}}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ border-color: {c.line}; }}
QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {c.border}; }}
QSlider::sub-page:horizontal {{ border-radius: 2px; background: {c.accent}; }}
QSlider::handle:horizontal {{
  width: 14px; height: 14px; margin: -6px 0; border-radius: 8px;
  background: {c.paper}; border: 1px solid {c.border};
}}
QSlider::handle:horizontal:hover {{ border-color: {c.accent}; }}
QSlider:focus {{ border: {width}px solid {c.focus}; border-radius: 4px; }}
"""


def _lists(c: Colours, width: int) -> str:
    return f"""
QAbstractItemView {{
  background: {c.paper}; color: {c.ink}; alternate-background-color: {c.paper};
  selection-background-color: {c.marked}; selection-color: {c.ink}; outline: 0;
}}
QTableView, QTreeView, QListView {{ border: {width}px solid transparent; border-radius: 4px; }}
QTableView:focus, QTreeView:focus, QListView:focus {{ border-color: {c.focus}; }}
QTableView::item {{ border-bottom: 1px solid {c.row_line}; padding: 0 6px; }}
QTreeView::item, QListView::item {{ padding: 3px 6px; border: 1px solid transparent; }}
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected {{
  background: {c.marked}; color: {c.ink};
}}
QTableView::item:selected {{ border-top: 1px solid {c.focus}; border-bottom: 1px solid {c.focus}; }}
QTreeView::item:selected, QListView::item:selected {{ border-color: {c.focus}; }}
QTreeView::item:hover, QListView::item:hover {{ background: {c.marked}; }}
QTreeView::branch {{ background: transparent; }}
QTreeView::branch:has-children:closed {{ image: url("{_MARKS}/chevron-right.svg"); }}
QTreeView::branch:has-children:open {{ image: url("{_MARKS}/chevron-down.svg"); }}
QComboBox QAbstractItemView {{ border: 1px solid {c.border}; border-radius: 0; }}
QHeaderView {{ background: {c.paper}; border: 0; }}
QHeaderView::section {{
  background: {c.paper}; color: {c.muted}; border: 0; border-bottom: 1px solid {c.line};
  padding: 4px 6px;
}}
QTableCornerButton::section {{ background: {c.paper}; border: 0; }}
QTabWidget::pane {{ border: 1px solid {c.panel_border}; border-radius: 6px; }}
QTabBar::tab {{
  background: transparent; color: {c.muted}; padding: 5px 11px; border: 1px solid transparent;
  border-bottom: 3px solid transparent;
}}
QTabBar::tab:hover {{ background: {c.marked}; }}
QTabBar::tab:selected {{ color: {c.ink}; font-weight: bold; border-bottom-color: {c.accent}; }}
QTabBar::tab:focus {{ border: 1px solid {c.focus}; border-bottom: 3px solid {c.focus}; }}
"""


def _frames(c: Colours) -> str:
    return f"""
QDialog {{ background: {c.ground}; color: {c.ink}; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {c.handle}; border-radius: 3px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 28px; }}
QScrollBar::handle:horizontal {{ min-width: 28px; }}
QScrollBar::handle:hover {{ background: {c.accent}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QSplitter::handle {{ background: {c.ground}; }}
QSplitter::handle:hover {{ background: {c.accent}; }}
QScrollArea {{ border: 0; background: transparent; }}
QStatusBar {{ background: {c.ground}; color: {c.muted}; }}
QStatusBar::item {{ border: 0; }}
QProgressBar {{
  border: 1px solid {c.border}; border-radius: 5px; text-align: center;
  background: {c.paper}; color: {c.ink}; min-height: 18px;
}}
QProgressBar::chunk {{ background: {c.progress}; border-radius: 4px; }}
QGroupBox {{
  border: 1px solid {c.panel_border}; border-radius: 6px; margin-top: 9px; padding-top: 6px;
}}
QGroupBox::title {{ subcontrol-origin: margin; left: 9px; padding: 0 3px; color: {c.ink}; }}
#bar {{ background: {c.paper}; border-bottom: 1px solid {c.panel_border}; }}
#panel {{ background: {c.paper}; border: 1px solid {c.panel_border}; border-radius: 8px; }}
#unkept {{
  background: {c.paper}; border: 2px solid {c.warning}; border-radius: 6px; margin: 4px 10px;
}}
#part {{ border: 0; border-left: 3px solid {c.line}; }}
#paper {{ background: {c.paper}; }}
#quick_add {{ background: {c.paper}; border: 0; border-top: 1px solid {c.panel_border}; }}
#suggestions {{ background: {c.paper}; border: 1px solid {c.border}; border-radius: 4px; }}
#suggestions::item {{ padding: 3px 6px; }}
"""


def _texts(c: Colours) -> str:
    return f"""
QLabel {{ color: {c.ink}; }}
QLabel[voice="headline"] {{ color: {c.brand}; font-weight: bold; font-size: 30px; }}
QLabel[voice="lead"] {{ color: {c.ink}; font-size: 16px; }}
QLabel[voice="brand"] {{ color: {c.brand}; font-weight: bold; font-size: 16px; }}
QLabel[voice="title"] {{ color: {c.ink}; font-weight: bold; font-size: 15px; }}
QLabel[voice="strong"] {{ color: {c.ink}; font-weight: bold; }}
QLabel[voice="label"] {{ color: {c.muted}; font-size: 12px; }}
QLabel[voice="muted"] {{ color: {c.muted}; }}
QLabel[voice="gap"] {{ color: {c.warning}; font-size: 12px; }}
QLabel[voice="fault"] {{ color: {c.error}; font-size: 12px; }}
QLabel:disabled {{ color: {c.disabled}; }}
"""


def _findings(c: Colours, board: Look, width: int) -> str:
    chips = [
        *((str(group), look.strong, look.tint) for group, look in board.severities.items()),
        ("not_evaluated", c.unknown, c.unknown_tint),
        ("accepted", c.success, c.success_tint),
        ("switched_off", c.muted, c.ground),
    ]
    styles = "".join(
        f"""
QToolButton#chip[group="{group}"] {{ color: {strong}; border: 1px dashed {c.border}; }}
QToolButton#chip[group="{group}"]:checked {{
  background: {tint}; border: 1px solid {strong};
}}"""
        for group, strong, tint in chips
    )
    return f"""{styles}
QToolButton#chip[group][none="true"] {{
  background: {c.paper}; color: {c.muted}; border: 1px solid {c.line};
}}
QToolButton#chip[group]:focus {{
  border: {width}px solid {c.focus}; padding: {3 - width}px {9 - width}px;
}}
QToolButton[set="true"] {{ background: {c.marked}; border-color: {c.accent}; }}
QTreeView#findings {{ show-decoration-selected: 0; }}
QTreeView#findings::item:selected:first {{ border-right-color: transparent; }}
QTreeView#findings::item:selected:last {{ border-left-color: transparent; }}
QTreeView#findings::branch:selected {{ background: {c.paper}; }}
"""


def _board(board: Look) -> str:
    return f"""
BoardView, BoardView::corner {{ background: {board.paper}; border: none; }}
NameEditor, NameEditor:focus {{
  background: {board.card}; color: {board.ink}; border: 2px solid {board.accent};
  border-radius: 4px; padding: 2px 5px;
}}
QLabel#empty_notice, QLabel#mode_notice {{ padding: 8px 18px; border-radius: 6px; }}
QLabel#empty_notice {{ color: {board.muted}; background: {board.paper}; }}
QLabel#mode_notice {{ color: {board.on_phase}; background: {board.phase}; }}
"""
