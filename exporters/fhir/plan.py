"""The PlanDefinition as a whole: what it is, who answers for it, from when it holds."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from html import escape

from exporters.fhir.actions import ARTIFACTS, actions, actors, linked
from exporters.fhir.elements import (
    Element,
    concept,
    element_id,
    joined,
    markdown,
    string,
    web_address,
)
from exporters.fhir.goals import goals
from exporters.website import reading
from model.codes import PathwayStatus
from model.messages import LANGUAGES, speaking
from model.parts import Approval, Responsibility
from model.pathway import Pathway
from model.records import Goal, PathwayInfo
from model.text import Text, in_language

_STATUS = {
    PathwayStatus.DRAFT: "draft",
    PathwayStatus.IN_REVIEW: "draft",
    PathwayStatus.APPROVED: "active",
    PathwayStatus.PUBLISHED: "active",
    PathwayStatus.ARCHIVED: "retired",
}
_PLAN_TYPES = "http://terminology.hl7.org/CodeSystem/plan-definition-type"
_CONTEXTS = "http://terminology.hl7.org/CodeSystem/usage-context-type"
_COUNTRIES = "urn:iso:std:iso:3166"
_LONGEST_NAME = 254
_YEARS = {"unit": "a", "system": "http://unitsofmeasure.org", "code": "a"}


def validated(pathway: Pathway, languages: Sequence[str]) -> bytes:
    """Return the PlanDefinition of a public pathway as JSON that the FHIR classes accept."""
    from fhir.resources.plandefinition import PlanDefinition

    resource = PlanDefinition.model_validate(plan_definition(pathway, languages))
    return f"{resource.model_dump_json(indent=2)}\n".encode()


def plan_definition(pathway: Pathway, languages: Sequence[str]) -> Element:
    """Return the resource as plain data; the first of the languages leads."""
    info, language = pathway.info, languages[0]
    lists = {
        "topic": [concept(theme, language) for theme in info.themes],
        "useContext": list(_contexts(info, language)),
        "author": list(_details([info.owner], language)),
        "editor": list(_details(info.sector_responsibles, language)),
        "endorser": list(_details(info.approvals, language)),
        "contact": list(_contact(info, language)),
        "relatedArtifact": [
            found
            for artifact in info.related_artifacts
            for found in linked(artifact, ARTIFACTS[artifact.kind], language)
        ],
        "goal": list(goals(pathway, languages)),
        "actor": list(actors(pathway, languages)),
        "action": list(actions(pathway, languages)),
    }
    return {
        "resourceType": "PlanDefinition",
        "id": element_id(info.id),
        "language": language,
        "text": _narrative(pathway, language),
        "identifier": [{"use": "official", "value": info.id}],
        **({"version": info.version} if info.version else {}),
        "name": _name(info),
        **string("title", info.title, language),
        **string("subtitle", info.summary, language),
        "type": {"coding": [{"system": _PLAN_TYPES, "code": _type(pathway)}]},
        "status": _STATUS[info.status],
        **(
            {"subjectCodeableConcept": concept(info.target_group, language)}
            if info.target_group
            else {}
        ),
        **_on("date", reading.updated(info)),
        **string("publisher", info.county, language),
        **markdown("description", info.description or info.summary, language),
        "jurisdiction": _jurisdiction(info, language),
        **markdown("purpose", _purpose(pathway), language),
        **_on(
            "approvalDate", max(filter(None, (each.on for each in info.approvals)), default=None)
        ),
        **_on("lastReviewDate", info.last_reviewed),
        **_period(info),
        **{name: found for name, found in lists.items() if found},
    }


def _narrative(pathway: Pathway, language: str) -> Element:
    """Return the pathway as people read it, which FHIR recommends for every resource (dom-6)."""
    spoken = language if language in LANGUAGES else LANGUAGES[0]
    with speaking(spoken):
        lines = "".join(f"<li>{escape(line)}</li>" for line in reading.twin(pathway))
    title = escape(in_language(pathway.info.title, language) or pathway.info.id)
    stages = f"<ol>{lines}</ol>" if lines else ""
    inside = f"<h2>{title}</h2>{stages}"
    return {
        "status": "generated",
        "div": f'<div xmlns="http://www.w3.org/1999/xhtml" lang="{language}">{inside}</div>',
    }


def _name(info: PathwayInfo) -> str:
    """Return a name for programs, as FHIR's rule cnl-0 has it: [A-Z]([A-Za-z0-9_])*."""
    title = in_language(info.title, "en" if "en" in info.title else "fi")
    bare = unicodedata.normalize("NFKD", title)
    words = re.findall(r"[A-Za-z0-9]+", "".join(c for c in bare if not unicodedata.combining(c)))
    return "".join(["Pathway", *(word.capitalize() for word in words)])[:_LONGEST_NAME]


def _type(pathway: Pathway) -> str:
    return "clinical-protocol" if reading.is_health_care(pathway) else "workflow-definition"


def _on(name: str, on: date | None) -> Element:
    return {name: on.isoformat()} if on else {}


def _period(info: PathwayInfo) -> Element:
    period = {**_on("start", info.valid_from), **_on("end", info.valid_to)}
    return {"effectivePeriod": period} if period else {}


def _purpose(pathway: Pathway) -> Text:
    return joined([goal.need for goal in pathway.of(Goal)], "\n\n")


def _contexts(info: PathwayInfo, language: str) -> Iterator[Element]:
    if info.target_group:
        yield {
            "code": {"system": _CONTEXTS, "code": "user"},
            "valueCodeableConcept": concept(info.target_group, language),
        }
    if info.ages and (info.ages.youngest is not None or info.ages.oldest is not None):
        ends = {"low": info.ages.youngest, "high": info.ages.oldest}
        yield {
            "code": {"system": _CONTEXTS, "code": "age"},
            "valueRange": {
                end: {"value": years, **_YEARS} for end, years in ends.items() if years is not None
            },
        }


def _jurisdiction(info: PathwayInfo, language: str) -> list[Element]:
    finland = {"coding": [{"system": _COUNTRIES, "code": "FI", "display": "Finland"}]}
    return [finland, concept(info.area, language)] if info.area else [finland]


def _details(
    answering: Sequence[Responsibility | Approval | None], language: str
) -> Iterator[Element]:
    """Yield roles in organisations as ContactDetail; persons are never named."""
    for each in answering:
        if each is not None and (name := joined((each.role, each.organisation), ", ")):
            yield string("name", name, language)


def _contact(info: PathwayInfo, language: str) -> Iterator[Element]:
    if info.feedback is None:
        return
    address = web_address(info.feedback.url, language)
    name = string("name", info.feedback.title, language)
    if name or address:
        telecom = {"telecom": [{"system": "url", "value": address}]} if address else {}
        yield {**name, **telecom}
