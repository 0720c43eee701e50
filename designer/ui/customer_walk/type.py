"""Type for the room: the size grows with the width of the panel. Colours are the look's."""

from designer.ui.theme import colours, in_force, look
from model.codes import Severity

SMALLEST = 16
LARGEST = 26


def size_for(width: int) -> int:
    """Return the size of running text, in pixels, for a panel of that width."""
    return max(SMALLEST, min(LARGEST, width // 34))


def style(size: int) -> str:
    """Return the style sheet of the walk with running text of that size."""
    c = colours()
    focus = in_force().focus_width
    warning = look().severities[Severity.WARNING]
    small = max(SMALLEST - 2, round(size * 0.8))
    return f"""
QLabel {{ font-size: {size}px; color: {c.ink}; background: transparent; }}
QLabel[voice="walk_title"] {{ font-size: {round(size * 1.5)}px; font-weight: bold; }}
QLabel[voice="walk_where"] {{ font-size: {small}px; color: {c.muted}; }}
QLabel[voice="walk_heading"] {{ font-size: {small}px; font-weight: bold; color: {c.muted}; }}
QLabel[voice="walk_gap"] {{ color: {warning.strong}; font-weight: bold; }}
QLabel[voice="walk_notice"] {{
  font-size: {small}px; color: {warning.strong}; background: {warning.tint};
  padding: 4px 8px; border-radius: 4px;
}}
QLabel[voice="way_key"] {{ font-size: {size}px; font-weight: bold; color: {c.accent}; }}
QLabel[voice="way_lead"] {{ font-size: {size}px; font-weight: bold; }}
QLabel[voice="way_text"] {{ font-size: {size}px; }}
QLabel[voice="way_note"] {{ font-size: {small}px; color: {c.muted}; }}
QPushButton[link="true"] {{ font-size: {small}px; }}
QPushButton#way {{
  background: {c.paper}; border: 1px solid {c.border}; border-radius: 6px; text-align: left;
}}
QPushButton#way:hover {{ background: {c.marked}; border-color: {c.accent}; }}
QPushButton#way:pressed {{ background: {c.pressed}; }}
QPushButton#way:focus {{ border: {focus}px solid {c.focus}; }}
#walk_rule {{ background: {c.line}; }}
QPlainTextEdit {{ font-size: {size}px; }}
QLineEdit {{ font-size: {small}px; }}
QListView {{ font-size: {small}px; }}
"""
