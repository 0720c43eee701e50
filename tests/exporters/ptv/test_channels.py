"""What becomes of a channel: its kind in PTV, whose it is, and what it needs."""

import pytest
from msgspec.structs import replace

from exporters.ptv.channels import SCHEMA_OF
from model.codes import ChannelKind, ContactKind
from model.messages import speaking
from model.parts import Contact
from model.records import Actor
from tests.exporters.ptv.example import (
    ACTOR,
    CHANNELS,
    COUNTY,
    STAGE,
    entry,
    example,
    files,
    left_out,
)

OTHER = "22222222-3333-4444-8555-666666666666"
PHONE, WEB, PLACE, FORM, _PAGE = CHANNELS
EVERY_CONTACT = (
    Contact(kind=ContactKind.PHONE, value="012 345"),
    Contact(kind=ContactKind.WEB, value="https://esimerkki.example/a.pdf"),
    Contact(kind=ContactKind.VISITING_ADDRESS, value="Katu 1, 45100 Kouvola"),
    Contact(kind=ContactKind.EMAIL, value="a@b.example"),
)


@pytest.mark.parametrize("kind", ChannelKind)
def test_each_kind_of_channel(kind: ChannelKind) -> None:
    pathway = example(replace(PHONE, kind=kind, contacts=EVERY_CONTACT))
    if kind is ChannelKind.HOME_VISIT:
        assert left_out(pathway, "puhelin")
    else:
        assert entry(pathway, "puhelin").kind == SCHEMA_OF[kind]


@pytest.mark.parametrize(
    ("channel", "reason"),
    [
        (PHONE, "it has no phone number"),
        (WEB, "it has no web address"),
        (PLACE, "it has no visiting address"),
        (FORM, "it has no web address of a form"),
    ],
)
def test_what_a_channel_needs(channel: object, reason: str) -> None:
    assert isinstance(channel, type(PHONE))
    with speaking("en"):
        told = left_out(example(replace(channel, contacts=())), channel.id)
    assert told.startswith(reason)


def test_what_is_wrong_with_its_contacts_is_told_instead() -> None:
    wrong = (Contact(kind=ContactKind.PHONE, value="+46 8 1"),)
    with speaking("en"):
        told = left_out(example(replace(PHONE, contacts=wrong)), "puhelin")
    assert told.startswith("“+46 8 1” was left out")
    assert "it has no phone number" not in told


def test_whose_a_channel_is() -> None:
    """Theirs whose stages use it most; the customer's stages belong to nobody."""
    other = Actor(id="a2", order="a1", name={"fi": "Muu"}, ptv_organisation=OTHER)
    second = replace(STAGE, id="s2", actor="a2", channels=("puhelin",))
    third = replace(second, id="s3")
    assert entry(example(other, second, third), "puhelin").body["organizationId"] == OTHER
    assert entry(example(other, second, third), "asema").body["organizationId"] == COUNTY
    with speaking("en"):
        told = left_out(example(replace(ACTOR, ptv_organisation="")), "puhelin")
    assert "no actor whose stages use it has an id" in told


def test_its_own_area_comes_before_the_pathways() -> None:
    def areas(*codes: str) -> list[str]:
        body = entry(example(replace(PHONE, municipalities=codes)), "puhelin").body
        found: list[str] = body["areas"][0]["areaCodes"]
        return found

    assert areas() == ["286"]
    assert areas("285", "999") == ["285"]


def test_a_second_web_address_is_told() -> None:
    second = Contact(kind=ContactKind.WEB, value="https://esimerkki.example/b")
    changed = replace(WEB, contacts=(*WEB.contacts, second))
    with speaking("en"):
        told = files(example(changed))["missing.txt"].decode()
    assert "PTV takes one web address; left out: https://esimerkki.example/b" in told


def test_contacts_that_it_cannot_hold_are_told() -> None:
    changed = replace(PHONE, contacts=EVERY_CONTACT, hours={"fi": "Arkisin."})
    with speaking("en"):
        told = files(example(changed))["missing.txt"].decode()
    assert "visiting address: channel “Puhelin”." in told
    assert "“Opening hours”: channel “Puhelin”." in told


@pytest.mark.parametrize("needs", [True, False, None])
def test_whether_identification_is_needed(needs: bool | None) -> None:  # noqa: FBT001
    body = entry(example(replace(WEB, authentication=needs)), "verkko").body
    assert body.get("requiresAuthentication") is needs
