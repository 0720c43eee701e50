"""High contrast: black ground, white text, no tints, thick frames around what has the focus."""

from designer.ui.themes.theme import Colours, Theme
from exporters.diagram.look import LIGHT, Look
from model.codes import Sector, Severity

_BLACK, _WHITE, _YELLOW = "#000000", "#ffffff", "#ffe000"

_SECTORS = {
    Sector.CUSTOMER: "#cfc5fe",
    Sector.CLOSE_ONE: "#f5b2ff",
    Sector.PRIMARY: "#92d8ff",
    Sector.SPECIALIST: "#b6cefe",
    Sector.SOCIAL: "#94e3ac",
    Sector.NGO: "#ffb7c8",
    Sector.MUNICIPALITY: "#ffbd98",
    Sector.SCHOOL: "#f7c474",
    Sector.PHARMACY: "#82e3d0",
    Sector.OCCUPATIONAL_HEALTH: "#c5d980",
    Sector.PRIVATE: "#c1cfe0",
    Sector.PARISH: "#fdbca4",
    Sector.NATIONAL_DIGITAL: "#afd1fc",
    None: "#d5dbe2",
}
_SEVERITIES = {
    Severity.ERROR: "#ff9d94",
    Severity.WARNING: "#ffc44d",
    Severity.INFO: "#7fd0ff",
    Severity.OFF: "#d5dbe2",
}

BOARD = Look(
    paper=_BLACK,
    ink=_WHITE,
    muted="#e2e6ea",
    rule="#8f979f",
    phase=_WHITE,
    on_phase=_BLACK,
    card=_BLACK,
    chip=_WHITE,
    on_chip=_BLACK,
    arrow="#c9d0d8",
    crossing_arrow=_WHITE,
    label=_BLACK,
    on_label=_WHITE,
    label_border=_WHITE,
    accent=_YELLOW,
    alarm="#ff9d94",
    note="#fff3a0",
    on_note=_BLACK,
    note_border=_WHITE,
    sectors={
        sector: LIGHT.sectors[sector]._replace(strong=strong, tint=_BLACK)
        for sector, strong in _SECTORS.items()
    },
    severities={
        severity: LIGHT.severities[severity]._replace(strong=strong, tint=_BLACK)
        for severity, strong in _SEVERITIES.items()
    },
    lane_edge="#8f979f",
    emphasis=1.6,
)

CONTRAST = Theme(
    Colours(
        ink=_WHITE,
        muted="#e2e6ea",
        placeholder="#c9d0d8",
        disabled="#9aa3ac",
        brand=_WHITE,
        accent="#7fd0ff",
        focus=_YELLOW,
        button=_BLACK,
        on_button=_WHITE,
        button_hover="#002c4d",
        button_border="#7fd0ff",
        button_focus=_YELLOW,
        chosen=_WHITE,
        on_chosen=_BLACK,
        chosen_focus="#1181db",
        marked="#002c4d",
        pressed="#004f85",
        selection=_YELLOW,
        on_selection=_BLACK,
        ground=_BLACK,
        paper=_BLACK,
        line="#8f979f",
        row_line="#5f676f",
        border="#d5dbe2",
        panel_border="#d5dbe2",
        handle="#d5dbe2",
        progress="#005c99",
        tip=_WHITE,
        on_tip=_BLACK,
        error="#ff9d94",
        warning="#ffc44d",
        unknown="#d5dbe2",
        success="#94e3ac",
        unknown_tint=_BLACK,
        success_tint=_BLACK,
    ),
    BOARD,
    focus_width=3,
)
