"""Texts that are longer than a pathway can hold are cut, and somebody says so."""

from collections.abc import Mapping
from typing import Any, cast

from msgspec import Struct

from model.records import AnyRecord
from model.text import LONGEST_TEXT


def fitted(record: AnyRecord) -> AnyRecord:
    """Return the record with each text as long as can be."""
    return cast("AnyRecord", _fitted(record))


def _fitted(value: Any) -> Any:
    match value:
        case Mapping():
            return {key: words[:LONGEST_TEXT] for key, words in value.items()}
        case tuple() if any(isinstance(each, Struct) for each in value):
            return tuple(_fitted(each) for each in value)
        case Struct():
            fields = {name: _fitted(getattr(value, name)) for name in value.__struct_fields__}
            return type(value)(**fields)
        case _:
            return value
