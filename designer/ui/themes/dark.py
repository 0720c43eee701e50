"""The dark look: a calm ground, cards raised above their lanes, colours pale enough to read."""

from designer.ui.themes.theme import Colours, Theme
from exporters.diagram.look import LIGHT, Look
from model.codes import Sector, Severity

_SECTORS = {
    Sector.CUSTOMER: ("#b9a6fe", "#23212c"),
    Sector.CLOSE_ONE: ("#db9ae5", "#281f29"),
    Sector.PRIMARY: ("#75c0e8", "#19252b"),
    Sector.SPECIALIST: ("#91b5fe", "#1d232d"),
    Sector.SOCIAL: ("#85c899", "#1b261e"),
    Sector.NGO: ("#f893ae", "#2c1e22"),
    Sector.MUNICIPALITY: ("#f59d6a", "#2b201a"),
    Sector.SCHOOL: ("#d9ae6b", "#292217"),
    Sector.PHARMACY: ("#77c8b8", "#172623"),
    Sector.OCCUPATIONAL_HEALTH: ("#aebf75", "#222419"),
    Sector.PRIVATE: ("#abb7c5", "#1f2328"),
    Sector.PARISH: ("#dea793", "#2b201c"),
    Sector.NATIONAL_DIGITAL: ("#9cb8dd", "#1e232a"),
    None: ("#adb7c3", "#202327"),
}
_SEVERITIES = {
    Severity.ERROR: ("#ff8f85", "#3a2424"),
    Severity.WARNING: ("#f0b84f", "#362c18"),
    Severity.INFO: ("#6fc0ee", "#1a2f3e"),
    Severity.OFF: ("#a9b4c0", "#252c34"),
}

BOARD = Look(
    paper="#161b22",
    ink="#e8edf3",
    muted="#aab5c1",
    rule="#2e3741",
    phase="#33485f",
    on_phase="#f4f8fc",
    card="#2a333e",
    chip="#1c4365",
    on_chip="#d5e8fa",
    arrow="#93a1b1",
    crossing_arrow="#dbe3ec",
    label="#1c232c",
    on_label="#d9e1ea",
    label_border="#7d8b9a",
    accent="#5dbcf5",
    alarm="#ff8077",
    note="#4a4015",
    on_note="#ffeeb0",
    note_border="#b99f3c",
    sectors={
        sector: LIGHT.sectors[sector]._replace(strong=strong, tint=tint)
        for sector, (strong, tint) in _SECTORS.items()
    },
    severities={
        severity: LIGHT.severities[severity]._replace(strong=strong, tint=tint)
        for severity, (strong, tint) in _SEVERITIES.items()
    },
)

DARK = Theme(
    Colours(
        ink="#e6ebf1",
        muted="#a6b1bd",
        placeholder="#93a0ad",
        disabled="#76818c",
        brand="#dbe8f4",
        accent="#62b8ea",
        focus="#62b8ea",
        button="#1a6f9f",
        on_button="#ffffff",
        button_hover="#155b84",
        button_border="#4d9fce",
        button_focus="#ffffff",
        chosen="#d3e2ef",
        on_chosen="#10202e",
        chosen_focus="#1a7fb8",
        marked="#26394a",
        pressed="#2f4a60",
        selection="#1a6f9f",
        on_selection="#ffffff",
        ground="#0f1318",
        paper="#1a2028",
        line="#323c47",
        row_line="#262e37",
        border="#738190",
        panel_border="#2a333d",
        handle="#768493",
        progress="#1f5f86",
        tip="#e6ebf1",
        on_tip="#121a22",
        error="#ff9a85",
        warning="#f0b84f",
        unknown="#a9b4c0",
        success="#85c899",
        unknown_tint="#252c34",
        success_tint="#1a2c20",
    ),
    BOARD,
    focus_width=2,
)
