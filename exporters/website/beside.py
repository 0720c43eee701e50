"""Two states of a pathway beside each other, as those see them who read in one language."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from exporters.website.public import public_part
from model.pathway import Pathway


def for_reader(before: Pathway, after: Pathway, language: str) -> tuple[Pathway, Pathway]:
    """Return the public parts without words in other languages beside the reader's own.

    Where a translation was filled in, the words that stood in for it did not change.
    """
    old, new = public_part(before, [language]), public_part(after, [language])
    return _beside(old, new, language), _beside(new, old, language)


def _beside(pathway: Pathway, other: Pathway, language: str) -> Pathway:
    return Pathway(_own(record, other.get(id), language) for id, record in pathway.items())


def _own(value: Any, other: Any, language: str) -> Any:
    """Return a value without other languages, where it or what it was has the reader's."""
    match value:
        case Mapping() if language in value or (isinstance(other, Mapping) and language in other):
            return {code: words for code, words in value.items() if code == language}
        case Struct() if type(value) is type(other):
            own = {
                field: _own(getattr(value, field), getattr(other, field), language)
                for field in value.__struct_fields__
            }
            return replace(value, **own)
        case tuple() if isinstance(other, tuple) and len(other) == len(value):
            return tuple(
                _own(one, beside, language) for one, beside in zip(value, other, strict=True)
            )
        case _:
            return value
