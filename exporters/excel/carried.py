"""What a workbook carries of the pathway that it was made of, so that edits can be told from it.

It is what the sheets show, and nothing else: notes, stories, persons' names and milestones stay in
the pathway's file. It lies in a sheet that Excel never shows, packed (zlib, base64), in pieces
that fit in cells, with a checksum: what was cut or changed there is known as such.
"""

import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from hashlib import sha256
from typing import Any, Final, NamedTuple

import msgspec
from msgspec.structs import replace

from exporters.excel.description import RECORD_SHEETS
from exporters.excel.time_fields import TIME_FIELDS
from model import file
from model.messages import LANGUAGES
from model.parts import Responsibility
from model.pathway import Pathway
from model.records import Actor, AnyRecord, Channel, Metric, PathwayInfo, Record, Stage, Task
from model.text import shown

SHEET: Final = "ketjupaja"
MARK: Final = "ketjupaja-workbook-1"
PIECE: Final = 30_000
"""Characters of one cell; Excel's own limit is 32,767."""

_SHOWN: Final[Mapping[type[Record], frozenset[str]]] = {
    PathwayInfo: frozenset({"status", "languages"}),
    Stage: frozenset({"column"}),
    Actor: frozenset({"contacts"}),
    Channel: frozenset({"contacts"}),
    Task: frozenset({"rule"}),
    Metric: frozenset({"observations"}),
}
_ELSEWHERE: Final[Mapping[type[Record], frozenset[str]]] = {
    Stage: frozenset({"participants", "omasote"}),
}
"""Fields that sheets of parts and the matrix fill in."""


class Carried(NamedTuple):
    """The pathway as its sheets showed it, and the languages of the workbook, the leading first.

    `checksum` tells workbooks of different pathways and times apart; it is '' where a workbook
    does not say what it was made of.
    """

    pathway: Pathway
    languages: tuple[str, ...]
    checksum: str


class DamagedError(Exception):
    """What the workbook carries is cut, changed or not there."""


@cache
def editable() -> Mapping[type[Record], frozenset[str]]:
    """Return the fields that the workbook can fill in, by kind of record."""
    found: dict[type[Record], set[str]] = {}
    for sheet in RECORD_SHEETS:
        fields = {str(column.path[0]) for column in sheet.columns if column.path}
        found.setdefault(sheet.kind, set()).update(fields)
    for kind, times in TIME_FIELDS.items():
        found.setdefault(kind, set()).update(times)
    for kind, others in _ELSEWHERE.items():
        found.setdefault(kind, set()).update(others)
    return {kind: frozenset(fields) for kind, fields in found.items()}


def shown_part(pathway: Pathway) -> Pathway:
    """Return what the sheets show of a pathway, as a pathway."""
    kinds = editable()
    kept = [record for record in pathway.values() if type(record) in kinds]
    ids = {record.id for record in kept}
    return Pathway(_shown_of(record, ids) for record in kept)


def _shown_of(record: AnyRecord, ids: set[str]) -> AnyRecord:
    kind = type(record)
    fields = {name: _without_persons(getattr(record, name)) for name in _carried_fields(kind)}
    if isinstance(record, Task) and record.about not in ids:
        fields["about"] = None
    if "from_stage" in record.__struct_fields__:
        fields |= {name: getattr(record, name) for name in ("title", "from_stage", "to_stage")}
    return kind(**fields)


@cache
def _carried_fields(kind: type[Record]) -> tuple[str, ...]:
    return tuple(
        about.name
        for about in msgspec.structs.fields(kind)
        if about.name in ("id", *editable()[kind], *_SHOWN.get(kind, ())) or about.required
    )


def _without_persons(value: Any) -> Any:
    return replace(value, person="") if isinstance(value, Responsibility) else value


def as_it_was(carried: Pathway, now: Pathway) -> Pathway:
    """Return the pathway as it was when the workbook was made, as far as the workbook can tell.

    What its sheets do not show is taken to be as it is now, so that a merge leaves it alone.
    """
    kinds = editable()
    records: list[AnyRecord] = [record for record in now.values() if type(record) not in kinds]
    for record in carried.values():
        there = now.find(type(record), record.id)
        if there is None:
            records.append(record)
        else:
            fields = {field: getattr(record, field) for field in kinds[type(record)]}
            records.append(replace(there, **fields))
    return Pathway(records)


def as_brought_before(filled_in: Pathway, base: Pathway, now: Pathway) -> Pathway:
    """Return what people have filled in, where the pathway has new records of it already.

    Also of these it is taken to be as it is now what the sheets do not show.
    """
    kinds = editable()
    table: dict[str, AnyRecord | None] = {}
    for record in filled_in.values():
        there = now.find(type(record), record.id)
        if there is not None and record.id not in base:
            fields = {field: getattr(record, field) for field in kinds[type(record)]}
            table[record.id] = replace(there, **fields)
    return filled_in.replacing(table)


def pieces(pathway: Pathway, languages: Sequence[str]) -> Iterator[str]:
    """Yield what the cells of the hidden sheet hold, top to bottom."""
    content = file.dumps(_without_half_pairs(shown_part(pathway)))
    packed = b64encode(zlib.compress(content, 9)).decode("ascii")
    yield MARK
    yield " ".join(languages)
    yield sha256(packed.encode()).hexdigest()
    for start in range(0, len(packed), PIECE):
        yield packed[start : start + PIECE]


def _without_half_pairs(pathway: Pathway) -> Pathway:
    """Return a pathway as its sheets show it where it holds halves of surrogate pairs.

    No file can hold those, so that no pathway that was saved has any.
    """
    records = []
    for record in pathway.values():
        try:
            msgspec.json.encode(record)
        except UnicodeEncodeError:
            records.append(msgspec.convert(_shown_in(msgspec.to_builtins(record)), type(record)))
        else:
            records.append(record)
    return Pathway(records)


def _shown_in(value: Any) -> Any:
    if isinstance(value, str):
        return shown(value)
    if isinstance(value, dict):
        return {key: _shown_in(each) for key, each in value.items()}
    return [_shown_in(each) for each in value] if isinstance(value, list | tuple) else value


def from_pieces(cells: Sequence[str]) -> Carried:
    """Read what the cells of the hidden sheet hold; raises DamagedError."""
    if len(cells) < 4 or cells[0] != MARK:  # noqa: PLR2004 - mark, languages, checksum, content
        raise DamagedError
    packed = "".join(cells[3:])
    if sha256(packed.encode(errors="replace")).hexdigest() != cells[2]:
        raise DamagedError
    try:
        unpacking = zlib.decompressobj()
        content = unpacking.decompress(b64decode(packed, validate=True), file.LARGEST + 1)
        pathway = file.loads(content)
    except (ValueError, zlib.error, file.UnreadableFileError) as error:
        raise DamagedError from error
    languages = tuple(dict.fromkeys(cells[1].split()))
    known = {*LANGUAGES, *pathway.info.languages, *pathway.info.title}
    if set(map(type, pathway.values())) - set(editable()) or not languages:
        raise DamagedError
    if not known.issuperset(languages):  # no checksum tells whether they were changed
        raise DamagedError
    return Carried(pathway, languages, cells[2])
