"""Addresses that may be links, phone numbers, names of pages."""

import pytest

from exporters.website.links import email_address, in_ascii, phone_address, safe_address, slug


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
        ("https://kanta.fi@example.org/", None),
        ("https://kanta.fi:443@example.org/", None),
        ("https://kan\u200bta.fi", None),
        ("https://kanta.fi/\u202emoc", None),
        ("https://kanta\u3164.fi", None),
        ("tel:+358 40", None),
        ("tel:*21*0401234567%23", None),
        ("tel:08-1234", "tel:081234"),
        ("TEL:112", "tel:112"),
        ("https://[::1]/", "https://[::1]/"),
    ],
)
def test_web_addresses(typed: str, link: str | None) -> None:
    assert safe_address(typed) == link


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://www.example.fi/uni?a=1&b=(2)#osa", "https://www.example.fi/uni?a=1&b=(2)#osa"),
        (
            "https://esimerkki.fi/äö%20?q=ä#ö",
            "https://esimerkki.fi/%C3%A4%C3%B6%20?q=%C3%A4#%C3%B6",
        ),
        ("https://k\u0430nta.fi/", "https://xn--knta-53d.fi/"),
        ("https://Ääkköset.fi:8080/", "https://xn--kkset-fraa0m.fi:8080/"),
        ("https://straße.example", "https://xn--strae-oqa.example"),
        ("https://ｋａｎｔａ。fi/", "https://kanta.fi/"),
        ("https://[::1]:80/", "https://[::1]:80/"),
    ],
)
def test_addresses_in_ascii(address: str, written: str) -> None:
    assert in_ascii(address) == written
    assert safe_address(written)


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
