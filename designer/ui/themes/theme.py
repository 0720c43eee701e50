"""What a look consists of.

Colours are `#rrggbb`. Text reaches a contrast of 4.5:1 on every ground it stands on, borders,
signs and focus 3:1 (WCAG 2.2, 1.4.3 and 1.4.11); with high contrast text reaches 7:1 (1.4.6).
"""

from typing import Literal, NamedTuple

from exporters.diagram.look import Look


class Colours(NamedTuple):
    """What widgets are drawn with."""

    ink: str
    muted: str
    placeholder: str
    disabled: str
    brand: str
    """The program's name and large headings."""
    accent: str
    """Links, and signs of what can be done."""
    focus: str
    button: str
    """The ground of the button that leads on, and of ticked boxes."""
    on_button: str
    button_hover: str
    button_border: str
    button_focus: str
    chosen: str
    """The ground of the one chosen among several beside each other."""
    on_chosen: str
    chosen_focus: str
    """Seen both on what is chosen and on paper."""
    marked: str
    """The ground of what the pointer is on, of selected lines and menu entries."""
    pressed: str
    selection: str
    """The ground of selected words."""
    on_selection: str
    ground: str
    """Behind the panels."""
    paper: str
    """Panels, menus, boxes to write in."""
    line: str
    """Thin lines that only part things."""
    row_line: str
    border: str
    """The border of what can be used."""
    panel_border: str
    handle: str
    """The handle of a scroll bar."""
    progress: str
    tip: str
    on_tip: str
    error: str
    warning: str
    unknown: str
    success: str
    unknown_tint: str
    success_tint: str


ColourName = Literal[
    "ink",
    "muted",
    "brand",
    "accent",
    "on_button",
    "on_chosen",
    "error",
    "warning",
    "unknown",
    "success",
]
"""Those of `Colours` that signs are drawn in."""


class Theme(NamedTuple):
    colours: Colours
    board: Look
    focus_width: int
    """Width of the frame around what has the focus, in pixels at 100 %."""
