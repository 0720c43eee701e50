"""The professional's page: criteria and handovers, stage by stage as on the customer's page."""

import pytest
from lxml.etree import _Element

from tests.exporters.website.dom import attributes, found, links, parsed, text, the
from tests.exporters.website.filled import site
from tests.exporters.website.test_pages import SLEEP, pages


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return site(SLEEP)


@pytest.fixture(scope="module")
def sleep(files: dict[str, bytes]) -> _Element:
    return parsed(files["en/sleep.html"])


@pytest.fixture(scope="module")
def for_professionals(files: dict[str, bytes]) -> _Element:
    return parsed(files["en/professionals/sleep.html"])


def test_professionals_get_handovers_and_criteria_on_their_own_page(
    sleep: _Element, for_professionals: _Element
) -> None:
    section = text(the(for_professionals, "//*[@id='stage-s1']"))
    assert "Referral: 1.1 Get in touch → 2.1 Group" in section
    assert "Diary and questionnaire" in section
    assert "Sender and receiver Customer → Health centre" in section
    assert "Use the CBT-I programme." in text(the(for_professionals, "//*[@id='stage-s2']"))
    assert "CBT-I" not in text(sleep)
    assert "Diary and questionnaire" not in text(sleep)


def test_both_pages_have_the_same_stages_and_lead_to_each_other(files: dict[str, bytes]) -> None:
    stages = {
        name: [attributes(e)["id"] for e in found(document, "//section[contains(@class, 'stage')]")]
        for name, document in pages(files).items()
    }
    assert set(map(tuple, stages.values())) == {("stage-s1", "stage-s2", "stage-s3", "stage-s4")}
    customers = the(pages(files)["en/sleep.html"], "//*[@id='stage-s2']")
    assert "professionals/sleep.html#stage-s2" in links(customers)
    professionals = the(pages(files)["en/professionals/sleep.html"], "//*[@id='stage-s2']")
    assert "../sleep.html#stage-s2" in links(professionals)
    assert "../../sv/yrkespersoner/somn.html#stage-s2" in links(professionals)


def test_a_way_without_a_handover_is_told_to_professionals_too(for_professionals: _Element) -> None:
    assert "What comes next Sleep gets better: 2.3 All is well" in text(
        the(for_professionals, "//*[@id='stage-s1']")
    )
