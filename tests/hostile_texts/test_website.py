"""The website: no text becomes an element, an attribute, a script or a link of another scheme."""

import json
import re
from collections.abc import Iterator
from functools import cache

import pytest
from lxml.etree import _Element

from exporters.website import WEBSITE
from exporters.website.public import PUBLIC_FIELDS
from model.records import RECORD_KINDS
from tests.exporters.website.dom import attributes, found, parsed, text, the
from tests.hostile_texts.filling import (
    SHIFTS,
    filled_with,
    made,
    marked,
    missing,
    shifted,
    shown_in,
    squashed,
)

HARMLESS = ("sana", "https://www.example.fi/uni", "apu@example.fi", "08 112", "- yksi\n- kaksi")
"""Words of all forms that make elements of their own: links, phone links, lists, lines."""

LINK = re.compile(
    r"(?:https?://[^/?#\s]|mailto:[^\s]|tel:\+?\d+$)|#|\.\./|[\w./-]+\.(?:html|json|css|js|svg|pdf|xml)(?:#[\w-]+)?$"
)
KINDS = {kind.__name__: kind for kind in RECORD_KINDS}


def pages(files: dict[str, bytes]) -> list[_Element]:
    return [parsed(content) for name, content in files.items() if name.endswith(".html")]


def pathway_words(files: dict[str, bytes]) -> str:
    """Return the words of the pathway's two pages; their names come of a text."""
    names = [n for n in files if re.fullmatch(r"fi/(ammattilaisille/)?(?!index)[^/]+\.html", n)]
    assert len(names) == 2
    return " ".join(text(the(parsed(files[name]), "//body")) for name in sorted(names))


def markup(page: _Element) -> Iterator[tuple[str, str]]:
    """Yield each element with each of its attributes, and once without."""
    for element in page.iter("*"):
        yield element.tag, ""
        for name in attributes(element):
            yield element.tag, name


@cache
def harmless_markup() -> frozenset[tuple[str, str]]:
    return frozenset(
        pair
        for words in HARMLESS
        for page in pages(made(WEBSITE, filled_with(words).pathway))
        for pair in markup(page)
    )


@pytest.mark.parametrize("shift", SHIFTS)
def test_pages_hold_the_texts_as_they_were_typed_and_nothing_else(shift: int) -> None:
    hostile = shifted(shift)
    files = made(WEBSITE, hostile.pathway)
    for page in pages(files):
        assert set(markup(page)) - harmless_markup() == set()
        assert found(page, "//comment() | //processing-instruction()") == []
        assert [a for a in addresses(page) if not LINK.match(a)] == []
    shown = shown_in(pathway_words(made(WEBSITE, marked().pathway)))
    assert len(shown) > 100
    assert missing(hostile.texts, shown, pathway_words(files)) == []


def addresses(page: _Element) -> Iterator[str]:
    for element in page.iter("*"):
        for name, value in attributes(element).items():
            if name.rpartition(":")[2] in {"href", "src", "action", "data", "srcset", "poster"}:
                yield value


@pytest.mark.parametrize("shift", SHIFTS)
def test_linked_data_stay_one_block_that_says_the_same(shift: int) -> None:
    hostile = shifted(shift)
    files = made(WEBSITE, hostile.pathway)
    [name] = [name for name in files if re.fullmatch(r"fi/(?!index)[^/]+\.html", name)]
    source = files[name].decode()
    assert re.findall("<script[^>]*>", source, re.IGNORECASE) == [
        '<script src="../site.js">',
        '<script type="application/ld+json">',
    ]
    [block] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', source, re.DOTALL)
    assert not re.search("[<>&\u2028\u2029]", block)
    data = json.loads(block)
    assert {node["@type"] for node in data["@graph"]} <= {
        "MedicalWebPage", "WebPage", "BreadcrumbList", "ItemList",
    }  # fmt: skip
    names = [data["@graph"][0]["name"], data["@graph"][2]["itemListElement"][0]["item"]["name"]]
    titles = [hostile.texts["PathwayInfo.title"], hostile.texts["Stage.title"]]
    assert list(map(squashed, names)) == list(map(squashed, titles))
    for channel in strings(data, "serviceUrl"):
        assert LINK.match(channel)


@pytest.mark.parametrize("shift", SHIFTS)
def test_data_files_hold_each_public_text_whole(shift: int) -> None:
    hostile = shifted(shift)
    files = made(WEBSITE, hostile.pathway)
    kept = {
        squashed(words)
        for name, content in files.items()
        if name.endswith(".json")
        for words in strings(json.loads(content))
    }
    places = [place for place in shown_in(data_of_marked()) if not place.endswith("slug")]
    assert len(places) > 100
    assert [place for place in places if squashed(hostile.texts[place]) not in kept] == []


@cache
def data_of_marked() -> str:
    files = made(WEBSITE, marked().pathway)
    return b"".join(c for name, c in files.items() if name.endswith(".json")).decode()


def strings(data: object, key: str | None = None) -> Iterator[str]:
    """Yield every text inside data, or those under one key."""
    match data:
        case str() if key is None:
            yield data
        case list():
            for each in data:
                yield from strings(each, key)
        case dict():
            for name, each in data.items():
                yield from strings(each, None if name == key else key)


def test_fields_that_are_not_public_are_not_looked_for() -> None:
    """What the tests above look for are fields of the public part, and no part of a link."""
    for place in shown_in(data_of_marked()):
        kind, field, *_rest = place.split(".")
        assert field in PUBLIC_FIELDS[KINDS[kind]], place
