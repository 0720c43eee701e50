"""Validation of JSON-LD by an extract of schema.org 30.0: types, properties, and what they hold.

The extract (https://schema.org/version/30.0, CC BY-SA 3.0) has the types that a site of pathways
may need, each with its parents, its own properties, their ranges, and what is superseded.
"""

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

Node = dict[str, Any]
Fault = str

_TYPES: dict[str, Any] = json.loads(
    (Path(__file__).parent / "schemaorg-30.0-extract.json").read_bytes()
)
_THING: dict[str, Any] = {
    name: {"range": ranges, "supersededBy": None}
    for name, ranges in {
        "name": ["Text"],
        "alternateName": ["Text"],
        "description": ["Text"],
        "url": ["URL"],
        "sameAs": ["URL"],
        "identifier": ["Text", "URL"],
        "image": ["URL"],
    }.items()
}
# Members of enumerations that the extract leaves out.
_MEMBERS = {
    "ItemListOrderType": {"ItemListOrderAscending", "ItemListOrderDescending"},
    "MedicalAudienceType": {"Clinician", "MedicalResearcher"},
}
_DURATION = re.compile(r"P(?=.)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?")


def faults(data: Node) -> Iterator[Fault]:
    """Yield what is wrong in a JSON-LD document with a `@graph`."""
    if data.get("@context") != "https://schema.org":
        yield "the context is not schema.org"
    defined = dict(_defined(data["@graph"]))
    for node in data["@graph"]:
        yield from _of_node(node, defined)


def _defined(value: Any) -> Iterator[tuple[str, str]]:
    """Yield the id and type of every node that has both."""
    match value:
        case dict():
            if "@id" in value and "@type" in value:
                yield value["@id"], value["@type"]
            for each in value.values():
                yield from _defined(each)
        case list():
            for each in value:
                yield from _defined(each)


def _of_node(node: Node, defined: dict[str, str]) -> Iterator[Fault]:
    kind = node.get("@type", "")
    if kind not in _TYPES or _TYPES[kind]["supersededBy"]:
        yield f"{kind} is no type"
        return
    known = _properties(kind)
    for name, value in node.items():
        if name in ("@type", "@id"):
            continue
        if name not in known:
            yield f"{kind} has no {name}"
        elif known[name]["supersededBy"]:
            yield f"{kind}.{name} is superseded by {known[name]['supersededBy']}"
        else:
            for each in value if isinstance(value, list) else [value]:
                yield from _of_value(name, each, known[name]["range"], defined)


def _of_value(
    name: str, value: Any, allowed: list[str], defined: dict[str, str]
) -> Iterator[Fault]:
    if value in ("", None, {}):
        yield f"{name} is empty"
    elif not isinstance(value, dict):
        if not any(_is_value_of(value, kind) for kind in allowed):
            yield f"{name} is no {' or '.join(allowed)}: {value!r}"
    elif "@type" not in value and value["@id"] not in defined:
        yield f"{value['@id']} is not in the graph"
    else:
        kind = value.get("@type") or defined[value["@id"]]
        if not _lineage(kind) & set(allowed):
            yield f"{name} may not be {kind}"
        if "@type" in value:
            yield from _of_node(value, defined)


def _is_value_of(value: Any, kind: str) -> bool:
    match kind:
        case "Integer" | "Number":
            return isinstance(value, int)
        case "Date":
            return isinstance(value, str) and bool(date.fromisoformat(value))
        case "Duration":
            return isinstance(value, str) and bool(_DURATION.fullmatch(value))
        case "Text" | "URL" | "Language" | "Thing":
            return isinstance(value, str)
        case _:
            members = {f"https://schema.org/{member}" for member in _MEMBERS.get(kind, ())}
            return value in members


@cache
def _properties(kind: str) -> dict[str, Any]:
    inherited: dict[str, Any] = dict(_THING)
    for parent in _parents(kind):
        if parent in _TYPES:
            inherited |= _properties(parent)
    inherited |= _TYPES[kind]["own_properties"]
    return inherited


def _lineage(kind: str) -> set[str]:
    """Return a type and all above it."""
    above = {kind, "Thing"}
    for parent in _parents(kind) if kind in _TYPES else ():
        above |= _lineage(parent)
    return above


def _parents(kind: str) -> list[str]:
    return re.findall(r"schema\.org/(\w+)", _TYPES[kind]["subTypeOf"])
