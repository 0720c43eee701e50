"""Code lists of the Finnish Service Catalogue (Suomi.fi Palvelutietovaranto, PTV).

Municipalities, target groups, life events and service classes as PTV 3.4 publishes them (2022;
source and licence: NOTICE beside this file). Municipal mergers since then are not in them.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct

from model.text import Text

_FOLDER = Path(__file__).parent


class Entry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One code of a list; `broader` is the address of the code above it."""

    code: str
    uri: str = ""
    broader: str | None = None
    fi: str
    sv: str
    en: str = ""

    @property
    def names(self) -> Text:
        names = {"fi": self.fi, "sv": self.sv, "en": self.en}
        return {language: name for language, name in names.items() if name}


@cache
def _list(name: str) -> Mapping[str, Entry]:
    entries = msgspec.json.decode((_FOLDER / f"{name}.json").read_bytes(), type=list[Entry])
    return {entry.code: entry for entry in entries}


def municipalities() -> Mapping[str, Entry]:
    """Return the municipalities by their code of three digits ("205" is Kajaani)."""
    return _list("municipalities")


def target_groups() -> Mapping[str, Entry]:
    """Return the target groups by code, such as "KR1"."""
    return _list("target_groups")


def life_events() -> Mapping[str, Entry]:
    """Return the life events by code, such as "KE1"."""
    return _list("life_events")


def service_classes() -> Mapping[str, Entry]:
    """Return the service classes by code, such as "P6.1"."""
    return _list("service_classes")


def municipality(code: str) -> Text | None:
    """Return the names of a municipality, None when there is no such code."""
    entry = municipalities().get(code)
    return entry.names if entry else None
