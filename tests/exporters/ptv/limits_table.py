"""Every limit of PTV, once: who keeps it, and in which field of which record."""

from collections.abc import Callable
from typing import NamedTuple

from msgspec.structs import replace

from model.codes import ContactKind, FeeKind
from model.codes.ptv import limits
from model.parts import Contact, Fee
from model.pathway import Pathway
from tests.exporters.ptv.example import CHANNELS, example, info, phone, stage, web


class TextLimit(NamedTuple):
    """`pathway` holds a text; it goes into the body of `about` where it fits."""

    about: str
    most: int
    pathway: Callable[[str], Pathway]


def _fi(words: str) -> dict[str, str]:
    return {"fi": words}


def _on_site(fee: str) -> Pathway:
    changed = Fee(kind=FeeKind.OTHER, note=_fi(fee))
    return example(replace(CHANNELS[2], fee=changed))


# With these the whole entry depends on the text: there is nothing without it.
NEEDED = {
    "name of the pathway": TextLimit("info", limits.NAME, lambda words: info(title=_fi(words))),
    "summary": TextLimit("info", limits.SUMMARY, lambda words: info(summary=_fi(words))),
    "description of the pathway": TextLimit(
        "info", limits.DESCRIPTION, lambda words: info(description=_fi(words))
    ),
    "name of a service": TextLimit("s1", limits.NAME, lambda words: stage(title=_fi(words))),
    "summary of a service": TextLimit(
        "s1", limits.SUMMARY, lambda words: stage(what_happens=_fi(words))
    ),
    "description of a service": TextLimit(
        "s1", limits.DESCRIPTION, lambda words: stage(what_happens=_fi(f"Alku. A{words[7:]}"))
    ),
    "name of a channel": TextLimit("puhelin", limits.NAME, lambda words: phone(name=_fi(words))),
    "summary of a channel": TextLimit(
        "puhelin", limits.SUMMARY, lambda words: phone(description=_fi(words))
    ),
    "description of a channel": TextLimit(
        "puhelin", limits.DESCRIPTION, lambda words: phone(description=_fi(f"Alku. A{words[7:]}"))
    ),
    "web address": TextLimit(
        "verkko",
        limits.WEB_ADDRESS,
        lambda words: web(
            contacts=(Contact(kind=ContactKind.WEB, value=f"https://a.example/{words[18:]}"),)
        ),
    ),
}

# Without these the entry is written, and what is missing is told.
EXTRA = {
    "user instruction": TextLimit(
        "s1", limits.USER_INSTRUCTION, lambda words: stage(what_you_can_do=_fi(words))
    ),
    "what a service costs": TextLimit(
        "s1",
        limits.CHARGE_INFO,
        lambda words: stage(fee=Fee(kind=FeeKind.OTHER, note=_fi(words))),
    ),
    "keyword": TextLimit("s1", limits.KEYWORD, lambda words: info(themes=(_fi(words),))),
    "what a call costs": TextLimit(
        "puhelin",
        limits.PHONE_CHARGE,
        lambda words: phone(fee=Fee(kind=FeeKind.OTHER, note=_fi(words))),
    ),
    "about a number": TextLimit(
        "puhelin",
        limits.PHONE_INFO,
        lambda words: phone(
            contacts=(Contact(kind=ContactKind.PHONE, value="012 345", text=_fi(words)),)
        ),
    ),
    "about a channel for one service": TextLimit(
        "connection", limits.CONNECTION, lambda words: phone(support=_fi(words))
    ),
    "what it costs there": TextLimit("connection", limits.CHARGE_INFO, _on_site),
}
