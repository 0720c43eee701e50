"""Nothing public is forgotten: every text of a pathway stands on one of its pages."""

import re
from itertools import count, pairwise

import pytest
from hypothesis import given
from lxml.etree import _Element

from exporters.website.pages import Published, draw, pathway_page, professional_page
from exporters.website.public import public_part
from model.file import dumps
from model.messages import speaking
from model.pathway import Pathway
from tests.exporters.website.dom import attributes, found, links, parsed, text, the
from tests.exporters.website.filled import everything
from tests.pathways import random_pathways

LANGUAGES = ("fi", "sv", "en")


def pages(pathway: Pathway, language: str) -> tuple[_Element, _Element]:
    """Return the customer's and the professional's page of a pathway's public part, read."""
    published = Published(public_part(pathway, LANGUAGES), dict.fromkeys(LANGUAGES, "uni"))
    with speaking(language):
        drawing = draw(published.pathway, language)
        return (
            parsed(pathway_page(published, language, LANGUAGES, drawing)),
            parsed(professional_page(published, language, LANGUAGES)),
        )


# Public texts that are said in other places than on a pathway's pages: in its address, in the
# front page's filters.
ELSEWHERE = {"PathwayInfo.slug", "PathwayInfo.themes", "PathwayInfo.municipalities"}


def test_every_public_text_is_on_a_page() -> None:
    numbers = count()
    places: dict[str, str] = {}

    def word(place: str) -> str:
        told = f"qz{next(numbers):04d}zq"
        places[told] = place
        return told

    pathway = everything(word)
    public = set(re.findall(r"qz\d{4}zq", dumps(public_part(pathway, LANGUAGES)).decode()))
    customers, professionals = pages(pathway, "fi")
    told = text(customers) + text(professionals)
    forgotten = {places[word] for word in public if word not in told}
    ids = {place for place in forgotten if place.endswith(".law")}
    assert forgotten - ids - ELSEWHERE == set()


CUSTOMERS_TEXTS = (
    "title",
    "what_happens",
    "what_you_can_do",
    "more_info",
    "next_contact",
    "ends_when",
)


def test_what_a_customer_needs_is_in_the_stage_itself() -> None:
    customers, _professionals = pages(everything(lambda place: place), "fi")
    stage = text(the(customers, "//*[@id='stage-s1']"))
    for field in CUSTOMERS_TEXTS:
        assert f"Stage.{field}" in stage
    for words in ("Stage.fee.note", "Stage.time_targets.starts", "Handover.customer_told"):
        assert words in stage


@pytest.mark.parametrize("language", LANGUAGES)
@given(pathway=random_pathways(max_stages=10, max_actors=5, max_phases=4))
def test_any_pathway_makes_whole_pages(language: str, pathway: Pathway) -> None:
    """Ids are unique, every inner link arrives, no heading level is skipped, all stages there."""
    customers, professionals = pages(pathway, language)
    for page in (customers, professionals):
        ids = [attributes(element)["id"] for element in found(page, "//*[@id]")]
        assert len(ids) == len(set(ids))
        anchors = {link.removeprefix("#") for link in links(page) if link.startswith("#")}
        assert anchors <= set(ids)
        levels = [int(heading.tag[1]) for heading in found(page, "//h1|//h2|//h3|//h4|//h5")]
        assert levels[0] == 1
        assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
        for stage in public_part(pathway, LANGUAGES).stages:
            section = text(the(page, f"//*[@id='stage-{stage.id}']"))
            assert " ".join(stage.title.get(language, "").split()) in section
