"""Texts of people as HTML: what becomes a link, what stays together, which law is meant."""

from datetime import date

import pytest

from exporters.website.rendering import calling, condition, ends_with_colon, said, with_calls
from exporters.website.statutes import statute
from model.codes import ChannelKind, ContactKind
from model.codes.time_limits import LIMITS
from model.messages import speaking
from model.parts import Contact
from model.pathway import Pathway
from model.records import Channel, PathwayInfo

PHONES = ("012 345 6705", "+358 40 123", "116 117")
PATHWAY = Pathway(
    [
        PathwayInfo(id="x"),
        *(
            Channel(
                id=f"c{place}",
                order=f"a{place}",
                kind=ChannelKind.PHONE,
                digital=False,
                contacts=(Contact(kind=ContactKind.PHONE, value=value),),
            )
            for place, value in enumerate(PHONES)
        ),
    ]
)


@pytest.mark.parametrize(
    ("words", "linked"),
    [
        ("Soita 112.", {"112": "tel:112"}),
        ("Soita 116117 tai 116 117", {"116117": "tel:116117", "116 117": "tel:116117"}),
        ("Soita 012 345 6705, arkisin", {"012 345 6705": "tel:0123456705"}),
        ("+358 40 123!", {"+358 40 123": "tel:+35840123"}),
        ("Huone 1120, 0112 ja 112b", {}),
        ("012 345 67051", {}),
        ("<b>112</b>", {"112": "tel:112"}),
    ],
)
def test_known_numbers_can_be_called(words: str, linked: dict[str, str]) -> None:
    made = str(calling({"en": words}, with_calls(PATHWAY)))
    for number, address in linked.items():
        assert f'<a href="{address}">{number}</a>' in made
    assert made.count("<a ") == len(linked)
    assert "<b>" not in made


@pytest.mark.parametrize("words", ["8–16", "Arkisin 8.15–16.00.", "1–2 ja 3–4"])
def test_a_range_stays_on_one_line(words: str) -> None:
    made = str(said({"en": words}))
    assert made.count('<span class="range">') == words.count("–")
    assert made.replace('<span class="range">', "").replace("</span>", "") == words


@pytest.mark.parametrize("words", ["Ma–pe", "2020–", "1–2–3", "a–1"])
def test_other_dashes_are_left_alone(words: str) -> None:
    assert str(said({"en": words})) == words


@pytest.mark.parametrize(
    ("words", "beginning"),
    [
        ("Jos riski on pieni", "Jos riski on pieni,"),
        ("Om risken är liten", "Om risken är liten,"),
        ("Pieni riski", "Pieni riski:"),
        ("Pieni riski:", "Pieni riski:"),
        ("", ""),
    ],
)
def test_a_condition_leads_to_what_follows(words: str, beginning: str) -> None:
    assert condition({"en": words} if words else {}) == beginning


@pytest.mark.parametrize(
    ("words", "mark"),
    [("Om risken är liten", ","), ("Liten risk", ":"), ("Om risken är liten:", ":")],
)
def test_after_a_colon_a_sentence_begins_anew(words: str, mark: str) -> None:
    assert ends_with_colon({"en": words}) is (mark == ":")


@pytest.mark.parametrize(
    ("limit", "named"),
    [
        ("TL-01", "Health Care Act, section 51"),
        ("TL-02", "Health Care Act, section 51 a"),
        ("TL-12", "Social Welfare Act, section 36"),
        ("TL-S1", ""),
        ("nothing", ""),
    ],
)
def test_a_limit_is_named_by_its_statute(limit: str, named: str) -> None:
    assert statute(limit) == named


def test_every_limit_in_force_has_a_name_for_readers() -> None:
    """None shows what the code list says to those who keep it, such as “as reported”."""
    for limit in LIMITS:
        if limit.law and limit.is_in_force(date(2026, 11, 22)):
            for language in ("fi", "sv", "en"):
                with speaking(language):
                    name = statute(limit.id)
                assert name
                assert "vp" not in name.split()
                assert "(as" not in name
