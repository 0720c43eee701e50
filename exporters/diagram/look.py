"""The look of a board: colours and signs, without any drawing library.

Colours are `#rrggbb`. Text colours reach a contrast of 4.5:1 on what they stand on, borders and
signs 3:1 (WCAG 2.2, 1.4.3 and 1.4.11). No meaning hangs on a colour alone: a sector has its icon,
a severity its own form, a kind of flow its own line.
"""

from collections.abc import Mapping
from typing import NamedTuple

from model.codes import ChannelKind, NoteKind, Sector, Severity, StageKind
from model.layout.geometry import CardSign, Sign


class SectorLook(NamedTuple):
    """`strong` draws borders, signs and names; `tint` is the lane's strip."""

    strong: str
    tint: str
    icon: str


class SeverityLook(NamedTuple):
    strong: str
    tint: str
    icon: str


class Look(NamedTuple):
    paper: str
    ink: str
    muted: str
    rule: str
    """Thin lines that only part the picture, such as those between phases."""
    phase: str
    on_phase: str
    card: str
    chip: str
    on_chip: str
    arrow: str
    crossing_arrow: str
    """A handover from one actor to another, where things get lost."""
    label: str
    on_label: str
    label_border: str
    accent: str
    """What is selected, focused or aimed at."""
    alarm: str
    """The mark of an emergency stage."""
    note: str
    on_note: str
    note_border: str
    sectors: Mapping[Sector | None, SectorLook]
    severities: Mapping[Severity, SeverityLook]
    lane_edge: str = ""
    """The outline of lanes, where no tint parts them; "" draws none."""
    emphasis: float = 1.0
    """How thick the frames of what is selected or focused are, as a multiple."""


LIGHT = Look(
    paper="#ffffff",
    ink="#16202c",
    muted="#55606d",
    rule="#e1e6ec",
    phase="#1a3049",
    on_phase="#ffffff",
    card="#ffffff",
    chip="#e7f0fa",
    on_chip="#1b4b8a",
    arrow="#5a6776",
    crossing_arrow="#2b3a4d",
    label="#ffffff",
    on_label="#35414f",
    label_border="#8593a3",
    accent="#0b6fb8",
    alarm="#b3261e",
    note="#fff3b0",
    on_note="#4a3f00",
    note_border="#98812a",
    sectors={
        Sector.CUSTOMER: SectorLook("#6746b5", "#f6f3fc", "user-round"),
        Sector.CLOSE_ONE: SectorLook("#8f3a9c", "#faf2fb", "users-round"),
        Sector.PRIMARY: SectorLook("#08698f", "#eef7fa", "stethoscope"),
        Sector.SPECIALIST: SectorLook("#24489e", "#f1f4fb", "hospital"),
        Sector.SOCIAL: SectorLook("#2a7145", "#f0f7f2", "umbrella"),
        Sector.NGO: SectorLook("#a6305a", "#fcf2f5", "heart-handshake"),
        Sector.MUNICIPALITY: SectorLook("#a44e0a", "#fdf5ee", "landmark"),
        Sector.SCHOOL: SectorLook("#835a00", "#fbf6e8", "graduation-cap"),
        Sector.PHARMACY: SectorLook("#0b7264", "#edf8f5", "pill"),
        Sector.OCCUPATIONAL_HEALTH: SectorLook("#56640f", "#f6f8ea", "briefcase-medical"),
        Sector.PRIVATE: SectorLook("#55606d", "#f4f6f8", "building-2"),
        Sector.PARISH: SectorLook("#7b4936", "#f9f4f1", "church"),
        Sector.NATIONAL_DIGITAL: SectorLook("#3b5577", "#f1f4f8", "monitor-smartphone"),
        None: SectorLook("#646e7a", "#f7f8f9", "circle-dashed"),
    },
    severities={
        Severity.ERROR: SeverityLook("#b3261e", "#fbe9e7", "octagon-alert"),
        Severity.WARNING: SeverityLook("#8f5500", "#fdf1dc", "triangle-alert"),
        Severity.INFO: SeverityLook("#08698f", "#e8f4f9", "info"),
        Severity.OFF: SeverityLook("#55606d", "#f1f3f5", "minus"),
    },
)

SIGN_ICONS: Mapping[Sign, str] = {
    CardSign.SUBPATHWAY: "workflow",
    StageKind.PREVENTION: "sprout",
    StageKind.SELF_CARE: "heart",
    StageKind.CONTACT: "log-in",
    StageKind.NEED_ASSESSMENT: "clipboard-list",
    StageKind.EXAMINATION: "microscope",
    StageKind.DECISION: "split",
    StageKind.TREATMENT_SERVICE: "heart-pulse",
    StageKind.GUIDANCE: "signpost",
    StageKind.GROUP: "users",
    StageKind.REHABILITATION: "dumbbell",
    StageKind.NGO_SUPPORT: "heart-handshake",
    StageKind.JOINT_PLANNING: "notebook-pen",
    StageKind.FOLLOW_UP: "calendar-check",
    StageKind.TRANSITION: "arrow-right-left",
    StageKind.EMERGENCY: "siren",
    StageKind.END: "flag",
    StageKind.WAIT: "hourglass",
    ChannelKind.PHONE: "phone",
    ChannelKind.ON_SITE: "map-pin",
    ChannelKind.HOME_VISIT: "house",
    ChannelKind.MOBILE_UNIT: "bus",
    ChannelKind.PAPER: "file-text",
    ChannelKind.REMOTE: "video",
    ChannelKind.CHAT: "message-circle",
    ChannelKind.CHATBOT: "bot",
    ChannelKind.WEB_FORM: "text-cursor-input",
    ChannelKind.MESSAGE: "mail",
    ChannelKind.WEB_PAGE: "globe",
}
"""The sign of each kind of stage and channel, and of a sub-pathway: names of `icons`."""

NOTE_ICONS: Mapping[NoteKind, str] = {
    NoteKind.QUESTION: "circle-question-mark",
    NoteKind.IDEA: "lightbulb",
    NoteKind.RISK: "triangle-alert",
    NoteKind.PROBLEM: "circle-alert",
    NoteKind.DECISION: "gavel",
    NoteKind.CUSTOMER_WORDS: "message-square-quote",
}
"""The sign of each kind of note; it is told in words, too."""
