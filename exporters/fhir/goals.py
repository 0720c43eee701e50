"""Goals of a PlanDefinition: what the pathway is for, and each time that it promises."""

from collections.abc import Iterator, Sequence

from exporters.fhir.elements import (
    Element,
    concept,
    duration,
    element_id,
    markdown,
    names,
    string,
    worded,
)
from exporters.website import words
from model.ids import Id
from model.messages import LANGUAGES, N_, speaking
from model.parts import TimeTarget
from model.pathway import Pathway
from model.records import Goal, Handover, Metric, Stage, TimePromise
from model.text import Text, in_language

_TIME_LIMIT = N_("time limit")


def goals(pathway: Pathway, languages: Sequence[str]) -> Iterator[Element]:
    """Yield the pathway's goals and metrics, its promises, and each time target and wait."""
    for goal in pathway.of(Goal):
        yield _goal(goal, languages[0])
    for metric in pathway.of(Metric):
        yield _metric(metric, languages[0])
    for promise in pathway.of(TimePromise):
        begins = pathway.find(Stage, promise.from_stage)
        yield _time_goal(promise.id, promise.title, promise.target, begins, languages)
    for stage in pathway.stages:
        for place, target in enumerate(stage.time_targets):
            id = time_goal_id(stage, place)
            yield _time_goal(id, target.ends, target, None, languages)
    for arrow in pathway.handovers:
        if arrow.see_within:
            wait = arrow.see_within
            yield _time_goal(wait_goal_id(arrow), wait.ends, wait, None, languages)


def wait_goal_id(arrow: Handover) -> Id:
    return f"{arrow.id}-time"


def time_goal_id(stage: Stage, place: int) -> Id:
    return f"{stage.id}-time-{place + 1}"


def goal_ids(pathway: Pathway, stage: Stage) -> list[Id]:
    """Return the goals that a stage serves: its times, waits for it, promises it ends."""
    promised = [each.id for each in pathway.of(TimePromise) if each.to_stage == stage.id]
    own = [time_goal_id(stage, place) for place in range(len(stage.time_targets))]
    waits = [wait_goal_id(arrow) for arrow in pathway.arriving(stage.id) if arrow.see_within]
    return [element_id(id) for id in (*promised, *own, *waits)]


def _goal(goal: Goal, language: str) -> Element:
    return {
        "id": element_id(goal.id),
        "description": _described(goal.title, goal.id, language),
        **({"addresses": [concept(goal.need, language)]} if goal.need else {}),
    }


def _metric(metric: Metric, language: str) -> Element:
    """Return a metric as a goal of its own: its target is what is to be reached."""
    value = " ".join(filter(None, (metric.target, in_language(metric.unit, language))))
    return {
        "id": element_id(metric.id),
        **({"category": {"coding": [{"code": metric.kind.value}]}} if metric.kind else {}),
        "description": _described(metric.title, metric.id, language),
        "target": [
            {
                "measure": _described(metric.definition or metric.title, metric.id, language),
                **({"detailString": value} if value else {}),
            }
        ],
    }


def _time_goal(
    id: Id, title: Text, target: TimeTarget, begins: Stage | None, languages: Sequence[str]
) -> Element:
    language = languages[0]
    due = duration(target.limit)
    measured = {code: _limit(target, code) for code in languages if code in LANGUAGES} or {
        language: target.limit.typed
    }
    start = concept(
        target.starts or (begins.title if begins else {}),
        language,
        element_id(begins.id) if begins else "",
    )
    grounds = list(_grounds(target, languages))
    return {
        "id": element_id(id),
        "category": concept(worded(_TIME_LIMIT, languages), language, "time"),
        "description": _described(title or measured, id, language),
        **({"start": start} if start else {}),
        **({"documentation": grounds} if grounds else {}),
        "target": [
            {
                "measure": _described(measured, id, language),
                **({"due": due} if due else {}),
            }
        ],
    }


def _grounds(target: TimeTarget, languages: Sequence[str]) -> Iterator[Element]:
    """Yield on what a time rests: law, a goal or an agreement, and its source."""
    language = languages[0]
    if target.basis:
        yield {
            "type": "justification",
            "label": target.law or target.basis.value,
            **string("display", names(target.basis, languages), language),
        }
    elif target.law:
        yield {"type": "justification", "label": target.law}
    if target.source:
        yield {"type": "citation", **markdown("citation", target.source, language)}


def _limit(target: TimeTarget, language: str) -> str:
    with speaking(language):
        ends = in_language(target.ends, language)
        return f"{ends}: {words.within(target)}" if ends else words.within(target)


def _described(text: Text, id: Id, language: str) -> Element:
    """Return a CodeableConcept that is never empty: FHIR demands words or a code."""
    return {"text": id} | string("text", text, language)
