"""Phone numbers, addresses and web addresses, taken apart as PTV wants them."""

from typing import Any

import pytest

from exporters.ptv.contacts import addresses, emails, phones, web_addresses
from model.codes import ContactKind, FeeKind
from model.parts import Contact, Fee


def one(kind: ContactKind, value: str) -> tuple[Contact]:
    return (Contact(kind=kind, value=value),)


@pytest.mark.parametrize(
    ("typed", "number", "prefix"),
    [
        ("012 345 6705", "123456705", "+358"),
        ("+358 12 345 6705", "123456705", "+358"),
        ("+358 (0)12 345", "12345", "+358"),
        ("020 1234", "201234", "+358"),
        ("112", "112", None),
        ("116117", "116117", None),
        ("116 117", "116117", None),
        ("0800 123 456", "0800123456", None),
        ("0600 12345", "060012345", None),
    ],
)
def test_numbers(typed: str, number: str, prefix: str | None) -> None:
    (item,) = phones(one(ContactKind.PHONE, typed), None, ("fi",)).items
    assert item["number"] == number
    assert item.get("prefixNumber") == prefix
    assert item["isFinnishServiceNumber"] == (prefix is None)


@pytest.mark.parametrize("typed", ["", "soita", "+46 8 123", "123 456", "0046 8 1", "*21*040#"])
def test_numbers_that_ptv_cannot_take_are_told(typed: str) -> None:
    read = phones(one(ContactKind.PHONE, typed), None, ("fi",))
    assert not read.items
    assert len(read.notes) == 1


@pytest.mark.parametrize(
    ("fee", "charge"),
    [
        (None, {}),
        (Fee(kind=FeeKind.FREE), {"serviceChargeType": "FreeOfCharge"}),
        (Fee(kind=FeeKind.CLIENT_FEE), {"serviceChargeType": "Chargeable"}),
        (Fee(kind=FeeKind.OTHER), {}),
        (
            Fee(kind=FeeKind.FREE, note={"fi": "Oman liittymän hinta."}),
            {"serviceChargeType": "Other", "chargeDescription": "Oman liittymän hinta."},
        ),
    ],
)
def test_what_a_call_costs(fee: Fee | None, charge: dict[str, Any]) -> None:
    (item,) = phones(one(ContactKind.PHONE, "112"), fee, ("fi",)).items
    keys = ("serviceChargeType", "chargeDescription")
    assert {key: item[key] for key in keys if key in item} == charge


@pytest.mark.parametrize(
    ("typed", "street", "number", "code"),
    [
        ("Terveystie 1, 45100 Kouvola", "Terveystie", "1", "286"),
        ("Terveystie 1 B 2, 45100 kouvola", "Terveystie", "1 B 2", "286"),
        ("Pitkä katu 12–14, 65100 Vasa", "Pitkä katu", "12–14", "905"),
        ("Tori, 45100 Kouvola", "Tori", None, "286"),
    ],
)
def test_addresses(typed: str, street: str, number: str | None, code: str) -> None:
    (item,) = addresses(one(ContactKind.VISITING_ADDRESS, typed), (), ("fi",)).items
    place = item["streetAddress"]
    assert place["street"] == [{"language": "fi", "value": street}]
    assert (place.get("streetNumber"), place["municipality"]) == (number, code)


def test_the_municipality_may_be_that_of_the_channel() -> None:
    contact = one(ContactKind.VISITING_ADDRESS, "Katu 1, 45700 Kuusankoski")
    (item,) = addresses(contact, ("286",), ("fi",)).items
    assert item["streetAddress"]["municipality"] == "286"
    assert not addresses(contact, ("286", "285"), ("fi",)).items
    assert "Kuusankoski" in addresses(contact, (), ("fi",)).notes[0]


@pytest.mark.parametrize("typed", ["", "Kouvola", "Katu 1", "1, 45100 Kouvola", "Katu 1, Kouvola"])
def test_addresses_that_cannot_be_read_are_told(typed: str) -> None:
    read = addresses(one(ContactKind.VISITING_ADDRESS, typed), ("286",), ("fi",))
    assert (len(read.items), len(read.notes)) == (0, 1)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("https://esimerkki.example/ä", "https://esimerkki.example/%C3%A4"),
        ("www.esimerkki.example", "https://www.esimerkki.example"),
        ("javascript:alert(1)", None),
        ("mailto:a@b.example", None),
        ("https://kanta.fi@pwn.example", None),
        ("", None),
    ],
)
def test_web_addresses(typed: str, written: str | None) -> None:
    read = web_addresses(one(ContactKind.WEB, typed))
    assert [item["value"] for item in read.items] == ([written] if written else [])
    assert len(read.notes) == (written is None)


def test_e_mail_addresses() -> None:
    assert emails(one(ContactKind.EMAIL, "a@b.example"), ("fi",)).items
    assert emails(one(ContactKind.EMAIL, "ei mikään"), ("fi",)).notes
    assert emails(one(ContactKind.EMAIL, f"{'a' * 91}@b.example"), ("fi",)).notes
