"""The looks that one can choose: the colours of widgets, and those of the board that go with them.

Colours are `#rrggbb`. Text reaches a contrast of 4.5:1 on every ground it stands on, borders, signs
and focus 3:1 (WCAG 2.2, 1.4.3 and 1.4.11).
"""

from typing import Literal, NamedTuple

from exporters.diagram.look import LIGHT as LIGHT_BOARD
from exporters.diagram.look import Look


class Colours(NamedTuple):
    """What widgets are drawn with."""

    ink: str
    muted: str
    disabled: str
    placeholder: str
    brand: str
    """The program's name and large headings."""
    accent: str
    """Links, signs, focus, the button that leads on."""
    accent_hover: str
    on_accent: str
    hover: str
    """The ground of what the pointer is on, of selected lines and menu entries."""
    pressed: str
    chosen: str
    """The ground of the one chosen among several, and the focus of what is accent already."""
    on_chosen: str
    ground: str
    """Behind the panels."""
    paper: str
    """Panels, menus, boxes to write in."""
    line: str
    """Thin lines that only part things."""
    row_line: str
    border: str
    """The border of what can be used."""
    handle: str
    """The handle of a scroll bar."""
    progress: str
    tip: str
    on_tip: str
    error: str
    warning: str
    info: str
    unknown: str
    success: str
    unknown_tint: str
    success_tint: str


ColourName = Literal[
    "ink",
    "muted",
    "disabled",
    "brand",
    "accent",
    "on_accent",
    "on_chosen",
    "error",
    "warning",
    "info",
    "unknown",
    "success",
]
"""Those of `Colours` that signs are drawn in."""


class Theme(NamedTuple):
    colours: Colours
    board: Look


LIGHT = Theme(
    Colours(
        ink="#1b2733",
        muted="#55626f",
        disabled="#8a949e",
        placeholder="#6b7783",
        brand="#17324d",
        accent="#0b6e99",
        accent_hover="#085676",
        on_accent="#ffffff",
        hover="#e3f0f6",
        pressed="#cfe4ee",
        chosen="#17324d",
        on_chosen="#ffffff",
        ground="#f2f4f6",
        paper="#ffffff",
        line="#d5dbe1",
        row_line="#edf0f3",
        border="#8794a1",
        handle="#b9c2cb",
        progress="#9cc7dc",
        tip="#17324d",
        on_tip="#ffffff",
        error="#b3360c",
        warning="#8a5a00",
        info="#0b6e99",
        unknown="#55606d",
        success="#2a7145",
        unknown_tint="#eef1f4",
        success_tint="#ecf5ef",
    ),
    LIGHT_BOARD,
)
