"""Pathways in which every field that takes words holds a hostile text.

With each shift every field holds the next text: as many shifts as there are texts put each text
into each field once.
"""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import cache
from typing import NamedTuple

import pytest
from msgspec.structs import replace

from exporters.exporter import Exporter, Options
from model.codes import ContactKind, Sector
from model.parts import Contact
from model.pathway import Pathway
from model.records import Actor, Stage
from tests.exporters.website.filled import everything
from tests.hostile_texts.payloads import PAYLOADS

OPTIONS = Options(languages=("fi",), made_at=datetime(2026, 11, 22, 9, 0, tzinfo=UTC))

_QUICK = (0, 67, 131)  # each text stands in three fields

SHIFTS = tuple(
    pytest.param(shift, marks=() if shift in _QUICK else pytest.mark.every)
    for shift in range(len(PAYLOADS))
)
"""All shifts, as parameters of tests; few of them are in the quick tests."""
FEWER = tuple(
    pytest.param(shift, marks=() if shift in _QUICK else pytest.mark.every)
    for shift in sorted({*_QUICK, *range(0, len(PAYLOADS), 8)})
)
"""For what takes seconds and shows few fields: each text stands in 27 of the fields."""

# What XML and HTML cannot hold, marks of direction and what formats put in their place.
_LOST = re.compile(
    r"\[U\+[0-9A-F]{4}\]|"
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff"
    "\ufffd-\uffff\U0001fffe\U0001ffff]"
)
_LAYOUT = re.compile(r"[\s•*–-]+")


class Filled(NamedTuple):
    """A pathway, and what stands in which field, such as "Actor.contacts.value"."""

    pathway: Pathway
    texts: dict[str, str]


def filled_by(write: Callable[[str], str]) -> Filled:
    """Return a pathway with every text written by `write`, contacts of each kind included."""
    texts: dict[str, str] = {}

    def written(place: str) -> str:
        texts[place] = write(place)
        return texts[place]

    def contacts(kind: str) -> tuple[Contact, ...]:
        return tuple(
            Contact(
                kind=each,
                value=written(f"{kind}.contacts.{each}.value"),
                text={"fi": written(f"{kind}.contacts.{each}.text")},
            )
            for each in ContactKind
        )

    pathway = everything(written)
    for place in [place for place in texts if re.match(r"(Actor|Channel)\.contacts\.\w+$", place)]:
        del texts[place]
    stage, actor = pathway["s1"], pathway["a1"]
    assert isinstance(stage, Stage)
    assert isinstance(actor, Actor)
    return Filled(
        pathway.replacing(
            {
                "a1": replace(actor, sector=Sector.PRIMARY, contacts=contacts("Actor")),
                "c1": replace(pathway["c1"], contacts=contacts("Channel")),
                "s1": replace(stage, start=True),
            }
        ),
        texts,
    )


def filled_with(words: str) -> Filled:
    """Return a pathway with the same words in every field."""
    return filled_by(lambda _place: words)


@cache
def shifted(shift: int) -> Filled:
    """Return a pathway in which the first field holds the text of that number."""
    numbers = iter(range(shift, shift + 10_000))
    return filled_by(lambda _place: PAYLOADS[next(numbers) % len(PAYLOADS)])


@cache
def stored(shift: int) -> Pathway:
    """Return the same as far as a file holds it: without halves of surrogate pairs."""
    numbers = iter(range(shift, shift + 10_000))
    texts = [text.replace("\ud800", "\ufffd") for text in PAYLOADS]
    return filled_by(lambda _place: texts[next(numbers) % len(texts)]).pathway


@cache
def marked() -> Filled:
    """Return a pathway in which every text is a word of its own: to see which go where."""
    numbers = iter(range(10_000))
    return filled_by(lambda _place: f"qz{next(numbers):04d}zq")


def made(exporter: Exporter, pathway: Pathway) -> dict[str, bytes]:
    """Return the files that a format makes of a pathway, by name."""
    return dict(exporter.build(pathway, OPTIONS, lambda _share: None))


def shown_in(words: str) -> list[str]:
    """Return the fields whose texts a format shows, by its words for the marked pathway."""
    return [place for place, mark in marked().texts.items() if mark in words]


def squashed(words: str) -> str:
    """Return the words without what line breaks, lists and file formats change about them."""
    return _LAYOUT.sub("", _LOST.sub("", words))


def missing(texts: dict[str, str], places: Iterable[str], words: str) -> list[tuple[str, str]]:
    """Return the fields whose hostile texts are not among the words as they were typed."""
    within = squashed(words)
    return [(place, texts[place]) for place in places if squashed(texts[place]) not in within]
