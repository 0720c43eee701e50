"""Actions of a PlanDefinition: a group for each phase, in it an action for each stage.

The graph of the pathway is the graph of the actions: each handover is one `relatedAction` of the
action that it leaves.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from exporters.fhir.elements import (
    Element,
    coded,
    concept,
    element_id,
    joined,
    markdown,
    names,
    offset,
    string,
    ucum_code,
    web_address,
    worded,
)
from exporters.fhir.goals import goal_ids
from exporters.website import reading
from exporters.website.customers_order import in_customers_order
from model.codes import Flow, RelatedArtifactKind, Sector, StageKind
from model.ids import Id
from model.messages import LANGUAGES, N_, speaking
from model.parts import FormUse, Link, RelatedArtifact
from model.pathway import Pathway
from model.records import Actor, Handover, Stage
from model.text import Text

_RESPONSIBLE = N_("responsible")

# http://hl7.org/fhir/action-participant-type
PARTICIPANT_TYPES: Mapping[Sector | None, str] = {
    Sector.CUSTOMER: "patient",
    Sector.CLOSE_ONE: "relatedperson",
}
_ORGANISATION = "organization"

# http://hl7.org/fhir/related-artifact-type
ARTIFACTS = {
    RelatedArtifactKind.LAW: "justification",
    RelatedArtifactKind.GUIDELINE: "derived-from",
    RelatedArtifactKind.METHOD: "depends-on",
    RelatedArtifactKind.EVIDENCE: "citation",
    RelatedArtifactKind.TRAINING: "documentation",
}

# A PlanDefinition knows no way of its own for a stage in no phase.
_REST = "no-phase"


def actions(pathway: Pathway, languages: Sequence[str]) -> Iterator[Element]:
    """Yield a group for each phase with its stages; those without a phase come last."""
    phases = [*pathway.phases, None]
    twins = _twins(pathway, languages)
    for phase in phases:
        inside = [s for s in pathway.stages if s.phase == (phase.id if phase else None)]
        if inside:
            id = element_id(phase.id) if phase else _REST
            yield {
                "id": id,
                "linkId": id,
                **(string("title", phase.title, languages[0]) if phase else {}),
                **(markdown("description", phase.description, languages[0]) if phase else {}),
                "groupingBehavior": "visual-group",
                "selectionBehavior": "any",
                "action": [_action(pathway, stage, twins[stage.id], languages) for stage in inside],
            }


def _action(pathway: Pathway, stage: Stage, twin: Text, languages: Sequence[str]) -> Element:
    language = languages[0]
    id = element_id(stage.id)
    arriving, leaving = pathway.arriving(stage.id), pathway.leaving(stage.id)
    lists: dict[str, list[Any]] = {
        "goalId": goal_ids(pathway, stage),
        "condition": list(_conditions(stage, arriving, language)),
        "documentation": list(_documentation(pathway, stage, language)),
        "input": [_input(arrow, language) for arrow in arriving if _tells(arrow)],
        "output": [_output(arrow, language) for arrow in leaving if _tells(arrow)],
        "relatedAction": [_related(arrow) for arrow in leaving],
        "participant": list(_participants(pathway, stage, languages)),
    }
    return {
        "id": id,
        "linkId": id,
        **string("title", stage.title, language),
        **markdown("description", stage.what_happens, language),
        **markdown("textEquivalent", _in_words(stage, twin), language),
        **({"priority": "stat"} if stage.kind is StageKind.EMERGENCY else {}),
        **({"code": coded(stage.kind, languages)} if stage.kind else {}),
        **_timing(stage),
        **({"requiredBehavior": "could"} if _is_optional(arriving) else {}),
        **{name: found for name, found in lists.items() if found},
    }


def _is_optional(arriving: Sequence[Handover]) -> bool:
    return bool(arriving) and all(arrow.flow is Flow.OPTIONAL for arrow in arriving)


def holds_condition(arriving: Sequence[Handover]) -> bool:
    """Whether the condition of the way into a stage is a condition of the stage itself.

    Conditions of an action must all be met; with several ways in, one of theirs is enough.
    """
    return len(arriving) == 1


def _conditions(stage: Stage, arriving: Sequence[Handover], language: str) -> Iterator[Element]:
    if holds_condition(arriving):
        yield from _condition("applicability", arriving[0].condition, language)
    yield from _condition("start", stage.entry_criteria, language)
    yield from _condition("stop", stage.exit_criteria, language)


def _condition(kind: str, text: Text, language: str) -> Iterator[Element]:
    if text:
        expression = {"language": "text/plain", **string("expression", text, language)}
        yield {"kind": kind, "expression": expression}


def _documentation(pathway: Pathway, stage: Stage, language: str) -> Iterator[Element]:
    if stage.professional_text:
        yield {
            "type": "documentation",
            "label": "professional",
            **string("display", stage.professional_title, language),
            **markdown("citation", stage.professional_text, language),
        }
    for arrow in pathway.leaving(stage.id):
        if arrow.condition and not holds_condition(pathway.arriving(arrow.target)):
            yield {
                "type": "documentation",
                "label": f"condition:{element_id(arrow.target)}",
                **string("display", arrow.condition, language),
            }
    pages: tuple[Link | FormUse, ...] = (*stage.links, *stage.forms)
    for page in pages:
        yield from linked(page, "documentation", language)
    for artifact in stage.related_artifacts:
        yield from linked(artifact, ARTIFACTS[artifact.kind], language)


def linked(named: Link | FormUse | RelatedArtifact, kind: str, language: str) -> Iterator[Element]:
    """Yield a RelatedArtifact for a link; none for one with neither title nor address."""
    address = web_address(named.url, language)
    shown = string("display", named.title, language)
    if shown or address:
        yield {"type": kind, **shown, **({"document": {"url": address}} if address else {})}


def _tells(arrow: Handover) -> bool:
    return bool(arrow.information or arrow.information_needed)


def _output(arrow: Handover, language: str) -> Element:
    return {
        "id": _data_id(arrow),
        **string("title", arrow.information or arrow.information_needed, language),
        "requirement": {"type": "DocumentReference"},
    }


def _input(arrow: Handover, language: str) -> Element:
    return {
        **string("title", arrow.information_needed or arrow.information, language),
        "relatedData": _data_id(arrow),
    }


def _data_id(arrow: Handover) -> str:
    return f"{element_id(arrow.id)}-data"


def _related(arrow: Handover) -> Element:
    wait = offset(arrow.see_within.limit) if arrow.see_within else None
    return {
        "id": element_id(arrow.id),
        "targetId": element_id(arrow.target),
        "relationship": "before-start",
        **({"offsetRange": wait} if wait else {}),
    }


def _participants(pathway: Pathway, stage: Stage, languages: Sequence[str]) -> Iterator[Element]:
    if actor := pathway.find(Actor, stage.actor):
        function = concept(worded(_RESPONSIBLE, languages), languages[0], "responsible")
        yield _participant(actor, function)
    for each in stage.participants:
        if actor := pathway.find(Actor, each.actor):
            text = each.task or names(each.participation, languages)
            function = concept(text, languages[0], each.participation.value)
            yield _participant(actor, function)


def _participant(actor: Actor, function: Element) -> Element:
    return {
        "actorId": element_id(actor.id),
        "type": PARTICIPANT_TYPES.get(actor.sector, _ORGANISATION),
        "function": function,
    }


def actors(pathway: Pathway, languages: Sequence[str]) -> Iterator[Element]:
    """Yield the pathway's actors; they are roles and organisations, never persons."""
    language = languages[0]
    for actor in pathway.actors:
        about = joined((actor.role, actor.organisation, actor.unit), "\n\n")
        yield {
            "id": element_id(actor.id),
            **string("title", actor.name, language),
            **markdown("description", about, language),
            "option": [
                {
                    "type": PARTICIPANT_TYPES.get(actor.sector, _ORGANISATION),
                    **({"role": coded(actor.sector, languages)} if actor.sector else {}),
                }
            ],
        }


def _timing(stage: Stage) -> Element:
    """Return how long the stage itself takes: as the length of a repeat, else in words."""
    span = stage.duration
    if span is None:
        return {}
    unit = ucum_code(span)
    if unit is None or not span.least:
        return {"timingTiming": {"code": {"text": span.typed}}} if span.typed else {}
    longest = {"durationMax": span.most} if span.most != span.least else {}
    return {"timingTiming": {"repeat": {"duration": span.least, **longest, "durationUnit": unit}}}


def _in_words(stage: Stage, twin: Text) -> Text:
    """Return all that a customer reads of the stage: what to do, and where it leads."""
    return joined((stage.what_happens, stage.what_you_can_do, twin), "\n\n")


def _twins(pathway: Pathway, languages: Sequence[str]) -> Mapping[Id, Text]:
    spoken = [code for code in languages if code in LANGUAGES]
    told: dict[Id, dict[str, str]] = {stage.id: {} for stage in pathway.stages}
    for code in spoken:
        with speaking(code):
            for stage, words in zip(
                in_customers_order(pathway), reading.twin(pathway), strict=True
            ):
                told[stage.id][code] = words
    return told
