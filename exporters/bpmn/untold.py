"""What was changed in a diagram that came back and is not taken in: a diagram says several in one.

A start's name stands for a stage's entry criteria, but also where none are written; a flow's
documentation tells of several fields. What cannot be told apart stays as it is at home.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from model.messages import N_, _
from model.pathway import Pathway
from model.records import Actor, AnyRecord, Handover, PathwayInfo, Phase, Record, Stage

TAKEN_WHERE_BLANK: Final[Mapping[type[Record], Mapping[str, bool]]] = {
    PathwayInfo: {"description": False},
    Stage: {"entry_criteria": True, "professional_text": False},
    Handover: {"information": False, "trigger": False},
}
"""Fields that take what is new in the diagram where nothing is written at home.

Whether the diagram says something of its own where nothing is written: then a change of that is
new, too.
"""

CALLED: Final[Mapping[type[Record], Mapping[str, str]]] = {
    PathwayInfo: {"title": N_("name"), "description": N_("documentation of the process")},
    Phase: {"title": N_("name")},
    Actor: {
        "name": N_("name"),
        "organisation": N_("name of the pool"),
        "unit": N_("name of the lane around it"),
    },
    Stage: {
        "title": N_("name"),
        "professional_text": N_("documentation or text annotation"),
        "entry_criteria": N_("name of the start event"),
        "ends_when": N_("name of the end event"),
        "participants": N_("message flow with a closed pool"),
    },
    Handover: {
        "condition": N_("name of the flow"),
        "trigger": N_("name of an event on the way"),
        "information": N_("documentation of the flow or name of the message"),
    },
}
"""What people find in their tool where a record's field is read from."""

_GO_WITH_THE_EVENT: Final = {"entry_criteria", "ends_when"}
"""Nobody misses these words when the event itself was removed."""


def untold(then: AnyRecord, now: AnyRecord, told: set[str]) -> Iterator[str]:
    """Yield what differs, in words, besides the fields that are told otherwise."""
    for field, words in CALLED.get(type(now), {}).items():
        gone = field in _GO_WITH_THE_EVENT and not getattr(now, field)
        if field not in told and not gone and getattr(then, field) != getattr(now, field):
            yield _(words)


def lanes_reordered(before: Pathway, now: Pathway, home: Pathway) -> Iterator[str]:
    """Say whether lanes or groups stand in another order: on the board they keep their own."""
    kinds: tuple[tuple[type[Actor | Phase], str], ...] = (
        (Actor, _("The changed order of the lanes was left out.")),
        (Phase, _("The changed order of the groups was left out.")),
    )
    for kind, sentence in kinds:
        then = [record.id for record in before.of(kind) if record.id in now and record.id in home]
        here = set(then)
        if then != [record.id for record in now.of(kind) if record.id in here]:
            yield sentence
