"""The PlanDefinition, read back by the FHIR classes."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from typing import Any

import pytest
from fhir.resources.plandefinition import PlanDefinition
from hypothesis import given, settings
from lxml.etree import fromstring
from msgspec.structs import replace

from exporters.exporter import Options
from exporters.fhir import FHIR, losses
from exporters.fhir.elements import TRANSLATION, element_id, in_markdown
from exporters.fhir.losses import UNUSED
from exporters.fhir.plan import plan_definition
from exporters.formats import find
from exporters.website.public import public_part
from model.codes import Flow, PathwayStatus, StageKind, TimeBasis
from model.file import read
from model.messages import speaking
from model.parts import Approval, Responsibility, TimeTarget
from model.pathway import Pathway
from model.records import Handover, Stage
from model.text import read_span
from samples import SAMPLES, TEMPLATES, Sample
from tests.exporters.diagram.drawn import HOSTILE_TEXTS
from tests.hostile_texts.filling import marked
from tests.hostile_texts.kept import is_public
from tests.pathways import At, build, random_pathways

LANGUAGES = ("fi", "sv")
EACH = pytest.mark.parametrize("sample", [*SAMPLES, *TEMPLATES], ids=lambda sample: sample.name)


def options(*languages: str) -> Options:
    return Options(languages=languages or LANGUAGES, made_at=datetime(2026, 3, 2, tzinfo=UTC))


def made(pathway: Pathway, *languages: str) -> dict[str, Any]:
    ((_name, data),) = FHIR.build(pathway, options(*languages), lambda _share: None)
    PlanDefinition.model_validate_json(data)
    found: dict[str, Any] = json.loads(data)
    return found


@cache
def made_of(sample: Sample) -> dict[str, Any]:
    return made(read(sample.path))


def stages_of(resource: dict[str, Any]) -> list[dict[str, Any]]:
    return [action for group in resource.get("action", []) for action in group["action"]]


def graph_of(resource: dict[str, Any]) -> Counter[tuple[str, str]]:
    return Counter(
        (action["id"], related["targetId"])
        for action in stages_of(resource)
        for related in action.get("relatedAction", [])
    )


def graph_drawn(pathway: Pathway) -> Counter[tuple[str, str]]:
    return Counter((element_id(a.source), element_id(a.target)) for a in pathway.handovers)


def texts_in(value: Any) -> Iterator[str]:
    match value:
        case str():
            yield value
        case dict():
            for inner in value.values():
                yield from texts_in(inner)
        case list():
            for inner in value:
                yield from texts_in(inner)


def deciding(*handovers: Handover) -> Pathway:
    return build(
        *handovers,
        phases=["Alku", "Hoito"],
        actors=["Terveysasema"],
        stages=[
            At("Arvio", 0, 0, 0, StageKind.DECISION),
            At("Hoito", 0, 1),
            At("Neuvonta", 0, 1, 1),
            At("Kiire", 0, 1, 2, StageKind.EMERGENCY),
        ],
    )


@EACH
def test_the_actions_graph_is_the_pathways(sample: Sample) -> None:
    pathway = read(sample.path)
    public = public_part(pathway, LANGUAGES)
    resource = made_of(sample)
    assert graph_of(resource) == graph_drawn(public)
    assert [a["id"] for a in stages_of(resource)] == [element_id(s.id) for s in public.stages]
    assert all(action["linkId"] == action["id"] for action in stages_of(resource))


@settings(max_examples=15, deadline=None)
@given(random_pathways())
def test_the_graph_of_any_pathway_is_kept(pathway: Pathway) -> None:
    resource = made(pathway, "fi")
    assert graph_of(resource) == graph_drawn(public_part(pathway, ["fi"]))


@EACH
def test_every_id_that_is_named_exists_once(sample: Sample) -> None:
    resource = made_of(sample)
    groups, stages = resource.get("action", []), stages_of(resource)
    ids = [each["id"] for each in (*groups, *stages)]
    assert len(ids) == len(set(ids))
    actors = {actor["id"] for actor in resource.get("actor", [])}
    goals = [goal["id"] for goal in resource.get("goal", [])]
    assert len(goals) == len(set(goals))
    outputs = {each["id"] for action in stages for each in action.get("output", [])}
    for action in stages:
        assert {each["actorId"] for each in action.get("participant", [])} <= actors
        assert {*action.get("goalId", [])} <= {*goals}
        assert {each["relatedData"] for each in action.get("input", [])} <= outputs
        assert {each["targetId"] for each in action.get("relatedAction", [])} <= {*ids}


def test_who_answers_and_from_when_it_holds() -> None:
    resource = made_of(SAMPLES[0])
    assert resource["status"] == "active"
    assert resource["version"] == "1.0"
    assert resource["date"] == "2026-10-12"
    assert resource["approvalDate"] == "2026-10-12"
    assert resource["lastReviewDate"] == "2026-10-01"
    assert resource["effectivePeriod"] == {"start": "2026-11-01"}
    assert resource["publisher"] == "Esimerkin hyvinvointialue"
    assert resource["author"][0]["name"].startswith("Avosairaanhoidon ylilääkäri, ")
    assert resource["jurisdiction"][0]["coding"][0]["code"] == "FI"
    assert resource["useContext"][1]["valueRange"]["low"]["value"] == 18
    assert re.fullmatch(r"[A-Z]([A-Za-z0-9_]){1,254}", resource["name"])
    assert "url" not in resource


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (PathwayStatus.DRAFT, "draft"),
        (PathwayStatus.IN_REVIEW, "draft"),
        (PathwayStatus.APPROVED, "active"),
        (PathwayStatus.PUBLISHED, "active"),
        (PathwayStatus.ARCHIVED, "retired"),
    ],
)
def test_a_status_is_one_of_fhirs(status: PathwayStatus, expected: str) -> None:
    pathway = build()
    info = replace(pathway.info, status=status)
    assert made(pathway.replacing({info.id: info}))["status"] == expected


def test_persons_are_never_named() -> None:
    pathway = build()
    owner = Responsibility(role={"fi": "Ylilääkäri"}, person="Maija Meikäläinen")
    approval = Approval(role={"fi": "Johtoryhmä"}, organisation={"fi": "Alue"})
    info = replace(pathway.info, owner=owner, sector_responsibles=(owner,), approvals=(approval,))
    resource = made(pathway.replacing({info.id: info}))
    assert "Maija" not in json.dumps(resource, ensure_ascii=False)
    assert resource["author"] == resource["editor"] == [{"name": "Ylilääkäri"}]
    assert resource["endorser"] == [{"name": "Johtoryhmä, Alue"}]


def test_texts_are_in_every_language_chosen() -> None:
    pathway = read(SAMPLES[0].path)
    resource = made(pathway, "sv", "fi")
    assert resource["language"] == "sv"
    assert resource["title"] == pathway.info.title["sv"]
    (extension,) = resource["_title"]["extension"]
    assert extension["url"] == TRANSLATION
    assert extension["extension"] == [
        {"url": "lang", "valueCode": "fi"},
        {"url": "content", "valueString": pathway.info.title["fi"]},
    ]
    assert TRANSLATION not in json.dumps(plan_definition(public_part(pathway, ["fi"]), ["fi"]))


def test_a_text_in_another_language_says_so() -> None:
    pathway = build(title="Diabetes")
    resource = made(pathway, "sv")
    assert resource["title"] == "Diabetes"
    assert resource["_title"]["extension"][0]["valueCode"] == "fi"


def test_the_only_way_into_a_stage_sets_its_condition() -> None:
    pathway = deciding(
        Handover(id="h1", source="s0", target="s1", condition={"fi": "Arvo yli 7"}),
        Handover(id="h2", source="s0", target="s2", flow=Flow.OPTIONAL),
    )
    decision, care, advice, urgent = stages_of(made(pathway))
    (condition,) = care["condition"]
    assert condition["kind"] == "applicability"
    assert condition["expression"] == {"language": "text/plain", "expression": "Arvo yli 7"}
    assert "condition" not in advice
    assert advice["requiredBehavior"] == "could"
    assert urgent["priority"] == "stat"
    assert "Arvo yli 7" in decision["textEquivalent"]


def test_of_several_ways_in_none_sets_the_condition() -> None:
    """FHIR asks that all conditions are met; here one is enough."""
    pathway = deciding(
        Handover(id="h1", source="s0", target="s2", condition={"fi": "Ei tarvetta"}),
        Handover(id="h2", source="s1", target="s2", condition={"fi": "Hoito päättyi"}),
    )
    decision, care, advice, _urgent = stages_of(made(pathway))
    assert "condition" not in advice
    assert [each["display"] for each in decision["documentation"]] == ["Ei tarvetta"]
    assert [each["display"] for each in care["documentation"]] == ["Hoito päättyi"]
    with speaking("en"):
        assert any(each.startswith("2 conditions") for each in losses(pathway, options("fi")))


def test_times_are_numbers_where_fhir_has_the_unit() -> None:
    pathway = deciding(
        Handover(
            id="h1", source="s0", target="s1", see_within=TimeTarget(limit=read_span("14 vrk"))
        ),
        Handover(
            id="h2",
            source="s0",
            target="s2",
            see_within=TimeTarget(limit=read_span("3 arkipäivää")),
        ),
    )
    stage = pathway.stages[1]
    targets = tuple(
        TimeTarget(limit=read_span(typed), ends={"fi": "Hoito alkaa"}, basis=TimeBasis.LAW)
        for typed in ("3 kk", "7 arkipäivää")
    )
    pathway = pathway.replacing(
        {stage.id: replace(stage, time_targets=targets, duration=read_span("45–60 min"))}
    )
    resource = made(pathway)
    decision, care, *_rest = stages_of(resource)
    first, second = decision["relatedAction"]
    assert first["offsetRange"]["high"]["value"] == 14
    assert first["offsetRange"]["high"]["code"] == "d"
    assert "offsetRange" not in second
    assert care["timingTiming"]["repeat"] == {
        "duration": 45.0,
        "durationMax": 60.0,
        "durationUnit": "min",
    }
    goals = {goal["id"]: goal for goal in resource["goal"]}
    months, days, wait = (goals[id]["target"][0] for id in care["goalId"])
    assert (months["due"]["value"], months["due"]["code"]) == (3, "mo")
    assert "due" not in days
    assert (wait["due"]["value"], wait["due"]["code"]) == (14, "d")
    assert "7 arkipäivää" in days["measure"]["text"]
    with speaking("en"):
        assert any(each.startswith("2 times") for each in losses(pathway, options("fi")))


@pytest.mark.parametrize("words", [each for each in HOSTILE_TEXTS if "\ud800" not in each])
def test_hostile_texts_stay_texts(words: str) -> None:
    pathway = build(phases=[words], actors=[words], stages=[At(words)], title=words)
    stage = pathway.stages[0]
    filled = replace(stage, what_happens={"fi": words}, entry_criteria={"fi": words})
    resource = made(pathway.replacing({stage.id: filled}), "fi")
    expected = public_part(pathway, ["fi"]).info.title["fi"]
    (action,) = stages_of(resource)
    assert resource["title"] == action["title"] == expected
    assert action["description"] == in_markdown({"fi": expected})["fi"]
    assert not re.search(r"(?<!\\)[<\[`]", action["description"])


def test_what_is_public_is_in_the_resource_or_told_as_lost() -> None:
    """Each text of a pathway that has a word of its own in every field."""
    pathway = marked().pathway
    resource = "\n".join(texts_in(made(pathway, "fi")))
    unused = {
        f"{kind.__name__}.{field}"
        for kind, parts in UNUSED.items()
        for fields in parts.values()
        for field in fields
    }
    told_as_whole = ("Channel.", "ParticipantGroup.")
    silent = {
        place
        for place, word in marked().texts.items()
        if is_public(place)
        and word not in resource
        and not place.startswith(told_as_whole)
        and ".".join(place.split(".")[:2]) not in unused
    }
    addresses = {place for place in silent if place.endswith(".url")}  # none is of the web
    assert silent - addresses == {"PathwayInfo.approvals.version"}
    with speaking("en"):
        told = " ".join(losses(pathway, options("fi")))
    for parts in UNUSED.values():
        assert all(about in told for about in parts)
    assert f"{len(addresses)} addresses that are none of the web" in told
    assert "which version each approval is of" in told
    assert f"{len(pathway.channels)} channels with" in told
    assert "which groups made the pathway" in told


def test_nothing_is_told_as_lost_that_is_in_the_resource() -> None:
    resource = "\n".join(texts_in(made(marked().pathway, "fi")))
    for place, word in marked().texts.items():
        kind, field, *_rest = place.split(".")
        for of, parts in UNUSED.items():
            if of.__name__ == kind and any(field in fields for fields in parts.values()):
                assert word not in resource, place


def test_nothing_private_leaves() -> None:
    resource = "\n".join(texts_in(made(marked().pathway, "fi")))
    private = {place for place in marked().texts if not is_public(place)}
    assert {place for place in private if marked().texts[place] in resource} == set()


def test_a_simple_pathway_loses_nothing() -> None:
    pathway = build(phases=["Alku"], actors=["Terveysasema"], stages=[At("Hoito")])
    assert losses(pathway, options("fi")) == ()


def test_the_same_content_gives_the_same_bytes() -> None:
    pathway = read(SAMPLES[2].path)
    builds = [list(FHIR.build(pathway, options(), lambda _share: None)) for _time in range(2)]
    assert builds[0] == builds[1]


def test_it_is_among_the_formats() -> None:
    assert find("fhir") is FHIR


@pytest.mark.parametrize("words", [each for each in HOSTILE_TEXTS if "\ud800" not in each])
def test_people_read_it_as_words_and_no_markup(words: str) -> None:
    pathway = build(actors=[words], stages=[At(words)], title=words)
    narrative = fromstring(made(pathway, "fi")["text"]["div"])
    assert [each.tag.rpartition("}")[2] for each in narrative.iter()] == ["div", "h2", "ol", "li"]
    assert narrative[0].text == public_part(pathway, ["fi"]).info.title["fi"]


def test_stages_without_a_phase_are_kept() -> None:
    pathway = build(stages=[At("Irrallinen", None, None)])
    (stage,) = stages_of(made(pathway))
    assert stage["title"] == "Irrallinen"
    assert isinstance(pathway[stage["id"]], Stage)
