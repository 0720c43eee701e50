"""What becomes of a stage: which are services, and what is said of each."""

import json
from typing import Any

import pytest
from msgspec.structs import replace

from exporters.exporter import Options
from exporters.ptv.making import checked
from exporters.ptv.outcome import LeftOut
from exporters.ptv.schema import faults
from exporters.ptv.services import NOT_SERVICES
from model.codes import FeeKind, PathwayStatus, ProviderKind, Sector, StageKind, TimeBasis
from model.messages import speaking
from model.parts import Fee, Responsibility, TimeTarget
from model.records import Actor
from model.text import read_span
from tests.exporters.ptv.example import (
    ACTOR,
    COUNTY,
    INFO,
    OPTIONS,
    SERVICE,
    STAGE,
    entry,
    example,
    files,
    info,
    left_out,
    stage,
)

OTHER = "22222222-3333-4444-8555-666666666666"


def report(*changed: Any, options: Options = OPTIONS) -> str:
    with speaking("en"):
        return files(example(*changed), options)["missing.txt"].decode()


@pytest.mark.parametrize("kind", StageKind)
def test_which_kinds_are_services(kind: StageKind) -> None:
    if kind in NOT_SERVICES:
        assert left_out(stage(kind=kind))
    else:
        assert entry(stage(kind=kind)).kind == "Service"


@pytest.mark.parametrize("sector", [*Sector, None])
def test_who_provides_services_and_who_pays(sector: Sector | None) -> None:
    pathway = example(replace(ACTOR, sector=sector))
    if sector in {Sector.CUSTOMER, Sector.CLOSE_ONE}:
        assert left_out(pathway)
        return
    private = {"ngo", "private", "pharmacy", "occupational_health", "parish"}
    expected = "MarketFunded" if sector in private else "PubliclyFunded"
    assert entry(pathway).body["fundingType"] == expected
    bought = replace(STAGE, provider=ProviderKind.BOUGHT)
    paid = example(replace(ACTOR, sector=sector), bought)
    assert entry(paid).body["fundingType"] == "PubliclyFunded"


@pytest.mark.parametrize(
    ("provider", "type_", "keys"),
    [
        (None, "SelfProducedServices", {"organizations"}),
        (ProviderKind.OWN, "SelfProducedServices", {"organizations"}),
        (ProviderKind.BOUGHT, "ProcuredServices", {"additionalInformation"}),
        (ProviderKind.VOUCHER, "Other", {"additionalInformation"}),
        (ProviderKind.OTHER, "Other", {"additionalInformation"}),
    ],
)
def test_how_it_is_produced(provider: ProviderKind | None, type_: str, keys: set[str]) -> None:
    body = entry(stage(provider=provider)).body
    (producer,) = body["serviceProducers"]
    assert producer["provisionType"] == type_
    assert set(producer) == {"provisionType", *keys}
    assert body.get("serviceVouchersInUse", False) == (provider is ProviderKind.VOUCHER)


@pytest.mark.parametrize(
    ("kind", "charge", "voucher"),
    [
        (FeeKind.FREE, "FreeOfCharge", False),
        (FeeKind.CLIENT_FEE, "Chargeable", False),
        (FeeKind.VOUCHER, None, True),
        (FeeKind.OTHER, None, False),
    ],
)
def test_what_it_costs(kind: FeeKind, charge: str | None, voucher: bool) -> None:  # noqa: FBT001
    body = entry(stage(fee=Fee(kind=kind))).body
    assert body.get("serviceChargeType") == charge
    assert body.get("serviceVouchersInUse", False) == voucher


def test_time_targets_are_told_in_words() -> None:
    target = TimeTarget(
        limit=read_span("14 vrk"),
        starts={"fi": "yhteydenotto"},
        ends={"fi": "käynti"},
        basis=TimeBasis.COUNTY_GOAL,
    )
    described = entry(stage(time_targets=(target,))).body["serviceDescriptions"]
    (told,) = [each for each in described if each["type"] == "ProcessingTime"]
    assert told["language"] == "fi"
    assert "14" in told["value"]
    assert told["value"].endswith(": yhteydenotto – käynti.")


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        (replace(STAGE, title={}), "Finnish: the name is missing"),
        (replace(STAGE, what_happens={}), "Finnish: “Mitä tapahtuu” is empty"),
        (replace(STAGE, actor=None), "it has no actor that answers for it"),
        (replace(ACTOR, ptv_organisation=""), "“Hoitaja” has no id of its organisation in PTV"),
        (replace(ACTOR, ptv_organisation="123"), "“Hoitaja” has no id of its organisation"),
        (replace(INFO, municipalities=()), "the pathway names no municipalities"),
        (replace(INFO, municipalities=("999",)), "the pathway names no municipalities"),
    ],
)
def test_why_a_stage_is_left_out(changed: Any, reason: str) -> None:
    with speaking("en"):
        told = left_out(example(changed))
    assert reason.replace("Mitä tapahtuu", "What happens") in told


def test_a_language_without_its_texts_is_left_out_and_told() -> None:
    both = Options(languages=("fi", "sv", "ru"), made_at=OPTIONS.made_at)
    changed = replace(STAGE, title={"fi": "Hoito", "sv": "Vård"})
    told = report(changed, options=both)
    assert "Stage “Hoito”: Swedish: “What happens” is empty" in told
    assert "PTV takes no texts in this language: Russian." in told
    data = json.loads(files(example(changed), both)["services/01-hoito.json"])
    assert {name["language"] for name in data["serviceNames"]} == {"fi"}


def test_municipalities_that_ptv_does_not_know_are_told() -> None:
    changed = replace(INFO, municipalities=("286", "999"))
    assert entry(info(municipalities=("286", "999"))).body["areas"] == [
        {"type": "Municipality", "areaCodes": ["286"]}
    ]
    assert "“999” was left out: it is not in PTV’s list of municipalities." in report(changed)


def test_a_service_that_ptv_has_is_not_made_again() -> None:
    decision = replace(STAGE, ptv_service=SERVICE, kind=StageKind.DECISION)
    assert not [name for name in files(example(decision)) if name.startswith("services/")]


def test_whose_the_collection_is() -> None:
    """The owner's organisation when an actor of that name has an id, else who does most."""
    other = Actor(
        id="a2",
        order="a1",
        sector=Sector.SOCIAL,
        organisation={"fi": "Alue"},
        ptv_organisation=OTHER,
    )
    second = replace(STAGE, id="s2", actor="a2")
    third = replace(STAGE, id="s3")
    pathway = example(other, second, third)
    assert entry(pathway, "info").body["organizationId"] == COUNTY
    owned = replace(INFO, owner=Responsibility(organisation={"fi": "Alue"}))
    owned_pathway = example(other, second, third, owned)
    assert entry(owned_pathway, "info").body["organizationId"] == OTHER


def test_what_is_not_approved_is_told() -> None:
    told = "The pathway has not been approved yet"
    assert told in report()
    assert told not in report(replace(INFO, status=PathwayStatus.APPROVED))


def test_what_the_schema_refuses_is_told_by_its_place() -> None:
    body = entry(example()).body
    assert faults("Service", {**body, "publishingStatus": "Modified"}) == ["publishingStatus"]
    names = [{**body["serviceNames"][0], "value": "a" * 101}]
    assert faults("Service", {**body, "serviceNames": names}) == ["serviceNames/0/value"]
    assert faults("Service", {**body, "serviceClasses": ["P5"]}) == ["serviceClasses/0"]


def test_what_the_schema_refuses_is_left_out() -> None:
    good = entry(example())
    assert checked(good) == good
    with speaking("en"):
        refused = checked(good._replace(body={**good.body, "publishingStatus": "Modified"}))
    assert isinstance(refused, LeftOut)
    assert "PTV’s rules refuse it at publishingStatus" in refused.reasons[0]
