"""Samples whose every text is the same hostile words: pathways with all their form, for windows."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, inspect
from msgspec.structs import replace

from model.file import read
from model.pathway import Pathway
from samples import SAMPLES

WORDS = "T&T <b>q</b>"
"""Shows whether a widget takes an `&` for a mnemonic, and a `<` for markup."""

# Texts without a pattern that are codes, or lead elsewhere.
_KEPT = {"rule", "law", "content", "pathway", "file", "municipalities", "version"}


def poisoned(name: str, words: str = WORDS) -> Pathway:
    """Return a sample with `words` as each of its texts, in each of its languages."""
    pathway = read(next(sample.path for sample in SAMPLES if sample.name == name))
    return Pathway(_poisoned(record, words) for record in pathway.values())


def _poisoned(value: Any, words: str) -> Any:
    match value:
        case Mapping():
            return dict.fromkeys(value, words)
        case tuple():
            return tuple(_poisoned(each, words) for each in value)
        case Struct():
            return replace(value, **dict(_fields(value, words)))
        case _:
            return value


def _fields(part: Struct, words: str) -> Any:
    described = inspect.type_info(type(part))
    assert isinstance(described, inspect.StructType)
    for field in described.fields:
        value = getattr(part, field.name)
        free = isinstance(field.type, inspect.StrType) and field.type.pattern is None
        if field.name in _KEPT:
            yield field.name, value
        elif free and value:
            yield field.name, words
        else:
            yield field.name, _poisoned(value, words)
