"""Changes as JSON, and strictly back: what stands in a journal is trusted no more than a file."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Final, get_type_hints

import msgspec
from msgspec import Raw, Struct

from model.change import Add, Change, Op, Remove, Set
from model.ids import Id
from model.pathway import Pathway
from model.records import RECORD_KINDS, AnyRecord, Record

Kinds = Mapping[Id, str]
"""The kind of record behind each id that is known."""

_TAGS: Final[dict[str, type[Record]]] = {
    str(kind.__struct_config__.tag): kind for kind in RECORD_KINDS
}


class NotReadableError(Exception):
    """What cannot be read again; its words are for nobody but programmers."""


class _Add(Struct, frozen=True, tag_field="op", tag="add", forbid_unknown_fields=True):
    record: AnyRecord


class _Remove(Struct, frozen=True, tag_field="op", tag="remove", forbid_unknown_fields=True):
    record: AnyRecord


class _Set(Struct, frozen=True, tag_field="op", tag="set", forbid_unknown_fields=True):
    """`kind` is that of the record; '' when others had taken the record away long before."""

    id: Id
    kind: str
    field: str
    before: Raw
    after: Raw


class _Written(Struct, frozen=True, forbid_unknown_fields=True):
    label: str
    ops: list[_Add | _Remove | _Set]


_encoder = msgspec.json.Encoder(order="deterministic")
_decoder = msgspec.json.Decoder(_Written)
_several = msgspec.json.Decoder(list[Raw])


def encode(change: Change, kinds: Kinds) -> bytes:
    """Return a change as JSON."""
    known = {**kinds, **_kinds_within(change)}
    return _encoder.encode(_Written(change.label, [_op_written(op, known) for op in change.ops]))


def decode(data: bytes) -> Change:
    """Read a change; raises NotReadableError for all that is not exactly right."""
    try:
        written = _decoder.decode(data)
        return Change(written.label, tuple(map(_op_read, written.ops)))
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise NotReadableError(str(error)) from error


def encode_all(changes: Iterable[Change], pathway: Pathway) -> bytes:
    """Return a history as one JSON list; `pathway` knows the kinds of the records in it."""
    changes = tuple(changes)
    kinds = dict(kinds_in(pathway, changes))
    for change in changes:
        kinds.update(_kinds_within(change))
    return b"[" + b",\n".join(encode(change, kinds) for change in changes) + b"]"


def decode_all(data: bytes) -> tuple[Change, ...]:
    """Read a history; raises NotReadableError."""
    try:
        return tuple(decode(bytes(raw)) for raw in _several.decode(data))
    except msgspec.MsgspecError as error:
        raise NotReadableError(str(error)) from error


def kinds_in(pathway: Pathway, changes: Iterable[Change]) -> Kinds:
    """Return the kinds of the records that the changes speak of, as far as they are there."""
    ids = {op.id for change in changes for op in change.ops}
    return {id: _tag(pathway[id]) for id in ids if id in pathway}


def _kinds_within(change: Change) -> Kinds:
    return {op.id: _tag(op.record) for op in change.ops if not isinstance(op, Set)}


def _tag(record: AnyRecord) -> str:
    return str(record.__struct_config__.tag)


def _op_written(op: Op, kinds: Kinds) -> _Add | _Remove | _Set:
    match op:
        case Add(record):
            return _Add(record)
        case Remove(record):
            return _Remove(record)
        case Set(id, field, before, after):
            values = (Raw(_encoder.encode(value)) for value in (before, after))
            return _Set(id, kinds.get(id, ""), field, *values)


def _op_read(op: _Add | _Remove | _Set) -> Op:
    match op:
        case _Add(record):
            return Add(record)
        case _Remove(record):
            return Remove(record)
        case _Set(id, kind, field, before, after):
            return Set(id, field, *_values(kind, field, (before, after)))


def _values(kind: str, field: str, raws: Iterable[Raw]) -> list[Any]:
    """Read values by the type of their field; of a record gone since, by any that fits."""
    fault: Exception | None = None
    for candidate in [kind] if kind else _TAGS:
        decoder = _decoder_of(candidate, field)
        if decoder is None:
            continue
        try:
            return [decoder.decode(raw) for raw in raws]
        except msgspec.MsgspecError as error:
            fault = error
    raise NotReadableError(f"{kind}.{field}") from fault


@cache
def _decoder_of(kind: str, field: str) -> "msgspec.json.Decoder[Any] | None":
    record = _TAGS.get(kind)
    if record is None or field not in record.__struct_fields__:
        return None
    return msgspec.json.Decoder(get_type_hints(record, include_extras=True)[field])
