"""What of a pathway is private, as the records' own descriptions say."""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct, inspect

from exporters.website.public import PUBLIC_FIELDS
from model.records import RECORD_KINDS

KINDS = {kind.__name__: kind for kind in RECORD_KINDS}

# “`persons` is private”, “`file` says where … (private)”
_MARKED = re.compile(r"`(\w+)` (?:is|are) private\b|`(\w+)`[^`]*\(private\)")


def is_private_kind(kind: type[Struct]) -> bool:
    """Whether a description says: Private."""
    return bool(re.search(r"(?<![\w`])Private\.", kind.__doc__ or ""))


def private_fields(kind: type[Struct]) -> set[str]:
    """Return the fields of which a description says that they are private."""
    description = " ".join((kind.__doc__ or "").split())
    return {found[1] or found[2] for found in _MARKED.finditer(description)}


def structs(kind: type[Struct], place: str) -> Iterator[tuple[str, type[Struct]]]:
    """Yield a record or part and the parts inside it, each with its place."""
    yield place, kind
    described = inspect.type_info(kind)
    assert isinstance(described, inspect.StructType)
    for field in described.fields:
        for inner in _inner(field.type):
            yield from structs(inner, f"{place}.{field.name}")


def _inner(type_: inspect.Type) -> Iterator[type[Struct]]:
    match type_:
        case inspect.StructType():
            yield type_.cls
        case inspect.VarTupleType():
            yield from _inner(type_.item_type)
        case inspect.Metadata():
            yield from _inner(type_.type)
        case inspect.UnionType():
            for each in type_.types:
                yield from _inner(each)


@cache
def private_places() -> frozenset[str]:
    """Return the places that are private by description: "Note", "Actor.professional_contacts"."""
    places = set[str]()
    for kind in RECORD_KINDS:
        for place, struct in structs(kind, kind.__name__):
            if is_private_kind(struct):
                places.add(place)
            places |= {f"{place}.{field}" for field in private_fields(struct)}
    return frozenset(places)


def is_private(place: str) -> bool:
    """Whether a field, such as "Actor.contacts.value", lies in what is private by description."""
    return any(place == private or place.startswith(f"{private}.") for private in private_places())


def is_public(place: str) -> bool:
    """Whether a field lies in what may be published."""
    kind, field, *_rest = place.split(".")
    return not is_private(place) and field in PUBLIC_FIELDS.get(KINDS[kind], ())
