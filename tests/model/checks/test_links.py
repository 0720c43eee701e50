"""Addresses: their form while drawing, and on demand whether they answer."""

from datetime import date
from pathlib import Path

import pytest

from model import edits, file
from model.checks import PROFILES, LiveChecks
from model.checks.links_answer import (
    Answer,
    Unasked,
    links_that_do_not_answer,
    rule_that_asks,
)
from model.checks.web_addresses import addresses, fault, mended
from model.codes import ContactKind
from model.messages import speaking
from model.parts import Contact
from model.pathway import Pathway

SAMPLES = Path(__file__).parents[3] / "samples"


@pytest.fixture
def pathway() -> Pathway:
    return file.read(SAMPLES / "checks" / "complete.ketju")


@pytest.mark.parametrize(
    "written",
    [
        "https://www.esimerkki.fi/sivu?kieli=fi#alku",
        "http://esimerkki.fi",
        "HTTPS://ESIMERKKI.FI/",
        "https://esimerkki.fi:8080/sivu",
        "https://äijä.fi/",
        "https://xn--ij-uiab.fi/",
        "mailto:kirjaamo@esimerkki.fi",
        "tel:+358201234567",
    ],
)
def test_addresses_that_readers_can_follow(written: str) -> None:
    assert fault(written) is None
    assert mended(written) == written


@pytest.mark.parametrize(
    ("written", "whole"),
    [
        ("www.esimerkki.fi", "https://www.esimerkki.fi"),
        ("esimerkki.fi/sivu", "https://esimerkki.fi/sivu"),
        (" https://esimerkki.fi\n", "https://esimerkki.fi"),
        ("https://esimerkki.fi/oma sivu", None),
        ("https:/esimerkki.fi", None),
        ("https://", None),
        ("https://terveys", None),
        ("https://esimerkki..fi", None),
        ("https://[::1", None),
        ("https://intra.esimerkki.fi/ohje", None),
        ("https://palvelin.local/ohje", None),
        ("http://10.1.2.3/ohje", None),
        ("http://localhost/ohje", None),
        ("file:///C:/ohje.pdf", None),
        ("\\\\palvelin\\ohje", None),
        ("javascript:alert(1)", None),
        ("ftp://esimerkki.fi", None),
        ("katso liite", None),
        ("", None),
    ],
)
def test_addresses_that_nobody_can_follow_and_what_mends_them(
    written: str, whole: str | None
) -> None:
    assert fault(written)
    assert mended(written) == whole


def test_every_address_is_asked_once_and_said_of_each_record_where_it_stands(
    pathway: Pathway,
) -> None:
    asked: list[str] = []

    def fetch(address: str) -> Answer:
        asked.append(address)
        gone = address == "https://kysely.example.fi/"
        return Answer(status=404 if gone else 200)

    said = list(links_that_do_not_answer(pathway, fetch))
    assert len(asked) == len(set(asked))
    assert {one.about for one in said} == {
        record.id
        for record in pathway.values()
        if "https://kysely.example.fi/" in {address.written for address in addresses(record)}
    }
    assert all(one.evaluated and one.field == "forms" for one in said)


@pytest.mark.parametrize(
    ("status", "found", "evaluated"),
    [
        (200, False, True),
        (404, True, True),
        (410, True, True),
        (403, True, True),
        (503, True, False),
        (302, True, True),
        (429, False, True),
        (None, True, True),
    ],
)
def test_what_an_answer_means(
    pathway: Pathway,
    status: int | None,
    found: bool,  # noqa: FBT001
    evaluated: bool,  # noqa: FBT001
) -> None:
    asked = "https://palaute.example.fi/"
    said = list(
        links_that_do_not_answer(
            pathway, lambda address: Answer(status=status if address == asked else 200)
        )
    )
    assert [one.about for one in said] == ([pathway.info.id] if found else [])
    assert all(one.evaluated is evaluated for one in said)


@pytest.mark.parametrize("reason", Unasked)
def test_what_could_not_be_asked_is_not_held_against_the_address(
    pathway: Pathway, reason: Unasked
) -> None:
    with speaking("en"):
        said = list(links_that_do_not_answer(pathway, lambda _address: Answer(unasked=reason)))
    assert said
    assert not any(one.evaluated for one in said)
    assert all(reason.value in one.message for one in said)


def test_the_rule_that_asks_finds_wrong_forms_as_well_in_every_profile(pathway: Pathway) -> None:
    broken = edits.update(
        pathway, "terveysasema", contacts=(Contact(kind=ContactKind.WEB, value="katso liite"),)
    ).applied_to(pathway)[0]
    asking = rule_that_asks(
        lambda address: Answer(status=404 if address == "https://palaute.example.fi/" else 200)
    )
    for profile in PROFILES:
        report = LiveChecks(broken, profile, date(2026, 11, 22), (asking,)).report
        assert {finding.about for finding in report.findings} == {None, "terveysasema"}


def test_addresses_of_hidden_stages_are_not_asked(pathway: Pathway) -> None:
    hidden = edits.together(
        "", [edits.update(pathway, stage.id, public=False) for stage in pathway.stages]
    ).applied_to(pathway)[0]
    bare = edits.update(hidden, "terveysasema", contacts=()).applied_to(hidden)[0]
    asked: list[str] = []

    def fetch(address: str) -> Answer:
        asked.append(address)
        return Answer(status=200)

    list(links_that_do_not_answer(bare, fetch))
    assert asked
    assert "https://terveysasema.example.fi/" not in asked
    assert "https://kysely.example.fi/" not in asked
