"""Addresses that may be links, phone numbers, names of pages."""

import pytest

from exporters.website.links import email_address, phone_address, safe_address, slug


@pytest.mark.parametrize(
    ("typed", "link"),
    [
        ("https://www.example.fi/uni?a=1#osa", "https://www.example.fi/uni?a=1#osa"),
        (" http://example.fi ", "http://example.fi"),
        ("HTTPS://Example.fi", "https://Example.fi"),
        ("www.example.fi", "https://www.example.fi"),
        ("https://esimerkki.fi/äö", "https://esimerkki.fi/äö"),
        ("mailto:apu@example.fi", "mailto:apu@example.fi"),
        ("tel:112", "tel:112"),
        ("example.fi", None),
        ("https://a b.example", None),
        ("", None),
    ],
)
def test_web_addresses(typed: str, link: str | None) -> None:
    assert safe_address(typed) == link


@pytest.mark.parametrize(
    ("typed", "link"),
    [
        ("08 123 4567", "tel:081234567"),
        ("+358 (0)40 123-4567", "tel:+358401234567"),
        ("(08) 1234", "tel:081234"),
        ("116117", "tel:116117"),
        ("ark. 8–16", None),
        ("040 1234 tai 050 1234", None),
        ("()-", None),
    ],
)
def test_phone_numbers(typed: str, link: str | None) -> None:
    assert phone_address(typed) == link


def test_mail_addresses() -> None:
    assert email_address("apu@example.fi") == "mailto:apu@example.fi"
    assert email_address("mailto:apu@example.fi") == "mailto:apu@example.fi"
    assert email_address("apu@example.fi?bcc=muu@example.fi") is None
    assert email_address("apu") is None


@pytest.mark.parametrize(
    ("wishes", "name"),
    [
        (("Tyypin 2 diabetes: riskistä hoitoon",), "tyypin-2-diabetes-riskista-hoitoon"),
        (("Åldrande & sömn",), "aldrande-somn"),
        (("", "北京", "abc"), "abc"),
        (("../../etc/passwd",), "etc-passwd"),
        (("Index",), "index-1"),
        (("CON",), "con-1"),
        (("x" * 200,), "x" * 80),
    ],
)
def test_names_of_pages(wishes: tuple[str, ...], name: str) -> None:
    assert slug(*wishes) == name
