"""Stages as BPMN's activities: of which type, and what their documentation says."""

from collections.abc import Iterator, Mapping
from typing import Final

from exporters.bpmn.flow import STAGE, Annotation, Node, Part
from exporters.diagram.words import clean, stage_title
from model.codes import ChannelKind, StageKind
from model.codes.names import name_of_code
from model.lengths import length_for
from model.messages import _
from model.parts import TimeTarget
from model.pathway import Pathway
from model.records import Channel, Handover, Stage
from model.text import Text, in_language

ELEMENTS: Final[Mapping[StageKind, str]] = {
    StageKind.PREVENTION: "manualTask",
    StageKind.SELF_CARE: "manualTask",
    StageKind.CONTACT: "userTask",
    StageKind.NEED_ASSESSMENT: "userTask",
    StageKind.EXAMINATION: "manualTask",
    StageKind.DECISION: "userTask",
    StageKind.TREATMENT_SERVICE: "manualTask",
    StageKind.GUIDANCE: "manualTask",
    StageKind.GROUP: "manualTask",
    StageKind.REHABILITATION: "manualTask",
    StageKind.NGO_SUPPORT: "manualTask",
    StageKind.JOINT_PLANNING: "userTask",
    StageKind.FOLLOW_UP: "userTask",
    StageKind.TRANSITION: "sendTask",
    StageKind.EMERGENCY: "manualTask",
    StageKind.END: "userTask",
    StageKind.WAIT: "receiveTask",
}
"""Work of hands is manual; what is written down in a system is a user's; waiting is to receive."""

_BY_ITSELF = {ChannelKind.CHATBOT, ChannelKind.WEB_FORM, ChannelKind.WEB_PAGE}


def task(pathway: Pathway, stage: Stage, language: str) -> Node:
    return Node(
        STAGE + stage.id,
        element_of(pathway, stage),
        stage_title(stage, language),
        stage.id,
        Part.STAGE,
        documentation=tuple(_stage_texts(stage, language)),
    )


def element_of(pathway: Pathway, stage: Stage) -> str:
    """Return the activity's type: a pathway of its own is called, a service may run by itself."""
    if stage.subpathway is not None:
        return "callActivity"
    kinds = {channel.kind for id in stage.channels if (channel := pathway.find(Channel, id))}
    if kinds and kinds <= _BY_ITSELF:
        return "serviceTask"
    return ELEMENTS[stage.kind] if stage.kind else "task"


def _stage_texts(stage: Stage, language: str) -> Iterator[str]:
    yield from _titled(
        language,
        {
            "": stage.what_happens,
            _("What the customer can do"): stage.what_you_can_do,
            _("For professionals"): stage.professional_text,
            _("Entry criteria"): stage.entry_criteria,
            _("Exit criteria"): stage.exit_criteria,
        },
    )


def handover_texts(arrow: Handover, pathway: Pathway, language: str) -> tuple[str, ...]:
    """Return what is said of a handover besides its condition, a paragraph each."""
    declined = pathway.find(Stage, arrow.if_not_accepted)
    texts = [
        name_of_code(arrow.kind) if arrow.kind else "",
        *_titled(
            language,
            {
                _("Trigger"): arrow.trigger,
                _("Information that travels"): arrow.information,
                _("Told to the customer"): arrow.customer_told,
            },
        ),
        _limit(_("To be accepted within"), arrow.accept_within, pathway, language),
        _limit(_("To be seen within"), arrow.see_within, pathway, language),
        ": ".join((_("If not accepted"), stage_title(declined, language))) if declined else "",
    ]
    return tuple(text for text in texts if text)


def _titled(language: str, texts: Mapping[str, Text]) -> Iterator[str]:
    for title, text in texts.items():
        if words := clean(in_language(text, language)):
            yield f"{title}: {words}" if title else words


def time_limits(pathway: Pathway, stage: Stage, language: str) -> Iterator[Annotation]:
    """Yield the annotation that tells within which times a stage is to happen."""
    lines = [
        _limit(_("Time target"), target, pathway, language) for target in stage.time_targets[:3]
    ]
    if any(lines):
        words = "\n".join(filter(None, lines))
        yield Annotation(f"time-{stage.id}", STAGE + stage.id, stage.id, words)


def _limit(title: str, target: TimeTarget | None, pathway: Pathway, language: str) -> str:
    if target is None:
        return ""
    typed_in = pathway.info.languages[0] if pathway.info.languages else language
    words = clean(length_for(target.limit, language, typed_in)).strip()
    return f"{title}: {words}" if words else ""
