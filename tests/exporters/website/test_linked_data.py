"""The linked data of the pages: valid by schema.org, true to the pathway, with real addresses."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from exporters.website.options import SiteOptions
from exporters.website.pages import Published, pathway_page, professional_page
from exporters.website.routes import name_of, routes
from model.codes import Sector
from model.file import read
from model.messages import speaking
from model.parts import TimeTarget
from model.pathway import Pathway
from model.records import Actor, Handover, PathwayInfo, Stage
from model.text import read_span
from tests.exporters.website.dom import attributes, found, parsed
from tests.exporters.website.filled import everything
from tests.exporters.website.test_pages import SLEEP
from tests.exporters.website.vocabulary import Fault, faults
from tests.sparing import one_in

SAMPLES = sorted((Path(__file__).parents[3] / "samples").glob("*.ketju"))
PATHWAYS = {
    "sleep": SLEEP,
    "everything": everything(lambda place: place),
    **{path.stem: read(path) for path in SAMPLES},
}
SITE = "https://ketjut.county.example/hoito"

Node = dict[str, Any]


def pages(pathway: Pathway, site: SiteOptions | None = None) -> Iterator[bytes]:
    """Yield both pages of a pathway in every language."""
    published = Published(
        pathway, {"fi": "uni", "sv": "somn", "en": "sleep"}, site or SiteOptions()
    )
    for language in published.slugs:
        with speaking(language):
            yield pathway_page(published, language, tuple(published.slugs), "")
            yield professional_page(published, language, tuple(published.slugs))


def linked_data(page: bytes) -> Node:
    [block] = found(parsed(page), "//script[@type='application/ld+json']")
    return dict(json.loads(block.text or ""))


def graph(pathway: Pathway, site: SiteOptions | None = None) -> list[Node]:
    """Return the linked data of the customer's English page."""
    made = list(pages(pathway, site))
    return list(linked_data(made[4])["@graph"])


@pytest.mark.parametrize("name", one_in(3, PATHWAYS))
@pytest.mark.parametrize("address", ["", SITE])
def test_every_block_is_valid_by_schema_org(name: str, address: str) -> None:
    for page in pages(PATHWAYS[name], SiteOptions(base_address=address)):
        assert list(faults(linked_data(page))) == []


@pytest.mark.parametrize(
    ("node", "fault"),
    [
        ({"@type": "MedicalWebPage", "aspect": "x"}, "MedicalWebPage.aspect is superseded"),
        ({"@type": "Service", "color": "x"}, "Service has no color"),
        ({"@type": "Servise"}, "Servise is no type"),
        ({"@type": "ServiceChannel", "processingTime": "2 weeks"}, "processingTime is no Duration"),
        (
            {"@type": "Service", "provider": {"@type": "Place", "name": "x"}},
            "provider may not be Place",
        ),
        ({"@type": "Service", "provider": {"@id": "#nothing"}}, "#nothing is not in the graph"),
        ({"@type": "Service", "name": ""}, "name is empty"),
    ],
)
def test_the_validation_finds_faults(node: Node, fault: Fault) -> None:
    data = {"@context": "https://schema.org", "@graph": [node]}
    assert any(fault in each for each in faults(data))


def test_the_page_says_what_it_is_and_who_reviewed_it() -> None:
    page, breadcrumb, stages, *_lists = graph(SLEEP)
    assert page["@type"] == "MedicalWebPage"
    assert page["lastReviewed"] == "2026-01-15"
    assert page["dateModified"] == "2026-02-01"
    assert page["reviewedBy"] == {"@type": "Organization", "name": "Example County"}
    assert page["audience"]["suggestedMinAge"] == 18
    assert page["mainEntity"][0] == {"@id": "#stages"}
    assert [(i["position"], i["name"], i.get("item")) for i in breadcrumb["itemListElement"]] == [
        (1, "Care and service pathways", "index.html"),
        (2, "Sleep", None),
    ]
    assert stages["numberOfItems"] == 4


def test_social_care_is_no_medical_page() -> None:
    pathway = Pathway(
        [
            PathwayInfo(id="x", title={"en": "Money"}),
            Actor(id="a1", order="a0", name={"en": "Social work"}, sector=Sector.SOCIAL),
        ]
    )
    assert graph(pathway)[0]["@type"] == "WebPage"


def test_a_stage_of_the_county_is_a_service_and_one_of_the_customer_a_step() -> None:
    first, group = (item["item"] for item in graph(SLEEP)[2]["itemListElement"][:2])
    assert (first["@type"], first["text"]) == ("HowToStep", "Keep a diary for a week.")
    assert group["@type"] == "GovernmentService"
    assert group["provider"] == {"@type": "GovernmentOrganization", "name": "Example County"}
    assert group["serviceOperator"] == {"@type": "GovernmentOrganization", "name": "Health centre"}
    assert group["audience"]["audienceType"] == "Adults who sleep badly"
    assert group["availableChannel"][0]["serviceUrl"] == "https://form.example/sleep"
    assert group["isRelatedTo"] == [{"@id": "#stage-s3"}]


def test_the_processing_time_of_a_channel_is_what_holds_for_everyone() -> None:
    times = tuple(TimeTarget(limit=read_span(typed)) for typed in ("14 vrk", "3 kk", "2 vk"))
    stage = replace(SLEEP["s2"], channels=("c1",), time_targets=times)
    changed = SLEEP.replacing({"s2": stage})
    [channel] = graph(changed)[2]["itemListElement"][1]["item"]["availableChannel"]
    assert channel["processingTime"] == "P3M"
    assert channel["servicePhone"]["telephone"] == "08 123 4567"
    assert channel["availableLanguage"] == ["fi", "sv"]


def test_each_route_between_partings_is_a_list() -> None:
    with speaking("en"):
        named = [
            (name_of(SLEEP, route), [stage.id for stage in route.stages]) for route in routes(SLEEP)
        ]
    assert named == [
        ("Get in touch", ["s1"]),
        ("Get in touch: Badly for over three months", ["s2"]),
        ("Get in touch: Sleep gets better", ["s4"]),
        ("Group: Questions", ["s1"]),
        ("Group: Follow-up", ["s3"]),
    ]
    lists = graph(SLEEP)[3:]
    assert [
        (node["name"], [item["item"]["@id"] for item in node["itemListElement"]]) for node in lists
    ] == [(name, [f"#stage-{id}" for id in ids]) for name, ids in named]


def test_a_route_that_goes_round_ends() -> None:
    pathway = Pathway(
        [
            PathwayInfo(id="x"),
            Stage(id="s1", order="a0", start=True),
            Stage(id="s2", order="a1"),
            Handover(id="h1", source="s1", target="s2"),
            Handover(id="h2", source="s2", target="s1"),
        ]
    )
    assert [[stage.id for stage in route.stages] for route in routes(pathway)] == [["s1", "s2"]]


def addresses(node: Any) -> Iterator[str]:
    """Yield every @id, url and item that is an address."""
    match node:
        case dict():
            for name, value in node.items():
                if name in ("@id", "url", "item") and isinstance(value, str):
                    yield value
                yield from addresses(value)
        case list():
            for each in node:
                yield from addresses(each)


def test_with_a_base_address_every_address_is_full() -> None:
    site = SiteOptions(base_address=f"{SITE}/")
    for page in pages(SLEEP, site):
        assert all(each.startswith(f"{SITE}/") for each in addresses(linked_data(page)))
    node = graph(SLEEP, site)[0]
    assert node["url"] == f"{SITE}/en/sleep.html"
    assert node["isPartOf"]["url"] == f"{SITE}/en/index.html"


def test_without_a_base_address_none_is_invented() -> None:
    for page in pages(SLEEP):
        assert not [each for each in addresses(linked_data(page)) if re.match("https?:", each)]
        assert "url" not in linked_data(page)["@graph"][0]


def test_every_fragment_is_a_place_on_the_page() -> None:
    customers = list(pages(SLEEP))[4]
    ids = {attributes(element)["id"] for element in found(parsed(customers), "//*[@id]")}
    stages = {each for each in addresses(linked_data(customers)) if each.startswith("#stage-")}
    assert {each.removeprefix("#") for each in stages} <= ids


def test_the_professional_page_is_for_clinicians_and_lies_below_the_customers_page() -> None:
    page, breadcrumb = linked_data(list(pages(SLEEP))[5])["@graph"]
    assert page["medicalAudience"] == "https://schema.org/Clinician"
    assert [(i["name"], i.get("item")) for i in breadcrumb["itemListElement"]] == [
        ("Care and service pathways", "../index.html"),
        ("Sleep", "../sleep.html"),
        ("For professionals", None),
    ]
