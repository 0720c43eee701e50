"""What records are called where they stand alone: in lists, headings and sentences."""

from model.codes.names import name_of_code
from model.edits import name_of
from model.messages import N_, _
from model.pathway import Pathway
from model.records import (
    Actor,
    AnyRecord,
    Channel,
    Goal,
    Handover,
    Metric,
    Milestone,
    Note,
    ParticipantGroup,
    PathwayInfo,
    Phase,
    Record,
    Stage,
    Story,
    Task,
    TimePromise,
    Waiver,
    Workshop,
)
from model.text import in_language

KINDS: dict[type[Record], str] = {
    PathwayInfo: N_("Pathway"),
    Phase: N_("Phase"),
    Actor: N_("Actor"),
    Stage: N_("Stage"),
    Channel: N_("Channel"),
    Handover: N_("Handover"),
    Goal: N_("Goal"),
    Metric: N_("Metric"),
    TimePromise: N_("Time promise"),
    ParticipantGroup: N_("Participant group"),
    Workshop: N_("Workshop"),
    Note: N_("Note"),
    Story: N_("Story"),
    Task: N_("Task"),
    Waiver: N_("Waiver"),
    Milestone: N_("Milestone"),
}


def kind_of(record: AnyRecord) -> str:
    return _(KINDS[type(record)])


def caption(record: AnyRecord, pathway: Pathway, language: str) -> str:
    """Return a line that tells a record from the others of its kind."""
    match record:
        case Handover():
            return _("{source} → {target}").format(
                source=_called(pathway.get(record.source), language),
                target=_called(pathway.get(record.target), language),
            )
        case Note():
            kind = name_of_code(record.kind)
            return f"{kind[:1].upper()}{kind[1:]}: {_called(record, language)}"
        case Channel() if not record.name:
            kind = name_of_code(record.kind)
            return f"{kind[:1].upper()}{kind[1:]}"
        case Waiver():
            reason = in_language(record.reason, language)
            return f"{record.rule}: {reason}" if reason else record.rule
        case _:
            return _called(record, language)


def _called(record: AnyRecord | None, language: str) -> str:
    return (name_of(record, language) if record is not None else "") or _("(no name)")
