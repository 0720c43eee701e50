"""The file format: UTF-8 JSON, one record a line, sorted by id.

    {"format": 1, "records": [
    {"record":"actor","id":"…",…},
    …
    ]}

Readable, diffable, and what is whole of a damaged file can be read line by line. Reading is
strict: a file is opened in full or refused with one sentence.
"""

import codecs
import json
import re
import textwrap
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

import msgspec
from msgspec import Raw, Struct

from model.ids import Id
from model.integrity import broken_links
from model.messages import _
from model.on_disk import Fingerprint, fingerprint_of
from model.order import is_order
from model.pathway import Pathway
from model.records import AnyRecord, PathwayInfo
from model.storage import reason_of, write_atomically

FORMAT = 1
SUFFIX = ".ketju"
LARGEST = 100_000_000
"""Bytes that a file may have; a pathway of 1,000 stages with all its texts has some 3,000,000."""


class UnreadableFileError(Exception):
    """A file that cannot be opened; the text is one sentence for the user."""


class _Header(Struct):
    format: int


class _File(Struct, forbid_unknown_fields=True):
    format: int
    records: list[AnyRecord]


class _Envelope(Struct, forbid_unknown_fields=True):
    """The same, its records unread: to find the one that is wrong."""

    format: int
    records: list[Raw]


class _Kind(Struct):
    record: str = "?"
    id: str = "?"
    title: Any = None
    name: Any = None


_file = msgspec.json.Decoder(_File)
_record = msgspec.json.Decoder(AnyRecord)
_encoder = msgspec.json.Encoder(order="deterministic")


def dumps(pathway: Pathway) -> bytes:
    """Return the file of a pathway; equal pathways give equal bytes."""
    lines = [_encoder.encode(pathway[id]) for id in sorted(pathway)]
    return b'{"format": %d, "records": [\n' % FORMAT + b",\n".join(lines) + b"\n]}\n"


def loads(data: bytes) -> Pathway:
    """Read a pathway.

    Raises UnreadableFileError with the line and the record for anything that is not exactly
    right: unknown or wrong fields, doubled ids, links that lead nowhere, a newer format.
    """
    if len(data) > LARGEST:
        raise UnreadableFileError(_("The file is too large to be a pathway."))
    try:
        return _loads(data.removeprefix(codecs.BOM_UTF8))  # Windows' editors put one there
    except RecursionError:
        raise UnreadableFileError(
            _("The file is damaged: its brackets are nested too deep.")
        ) from None


def _loads(data: bytes) -> Pathway:
    _check_format(data)
    try:
        records = _file.decode(data).records
    except msgspec.ValidationError:
        _refuse_first_wrong(data)
    pathway = Pathway(records)
    if len(pathway) != len(records):
        _refuse_doubled(data, records)
    _check_whole(data, pathway)
    if dumps(pathway) != data:  # someone else wrote it: a doubled key would go unnoticed
        _check_keys(data)
    return pathway


def read(path: Path) -> Pathway:
    """Read the pathway in a file; the sentence of the error names the file."""
    return _loads_from(path, _contents(path))


class Located(NamedTuple):
    """A pathway, and on which line of its file each record begins, from 1."""

    pathway: Pathway
    lines: Mapping[Id, int]


def read_located(path: Path) -> Located:
    """Read the pathway in a file, and where in it the records are; else as `read`."""
    data = _contents(path)
    pathway = _loads_from(path, data)
    raws = _split(data.removeprefix(codecs.BOM_UTF8))
    ids = [msgspec.json.decode(raw, type=_Kind, strict=False).id for raw in raws]
    return Located(pathway, dict(zip(ids, _places(data, raws), strict=True)))


def _contents(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(LARGEST + 1)
    except OSError as error:
        raise UnreadableFileError(
            _("{file}: the file cannot be read ({reason}).").format(
                file=path, reason=reason_of(error)
            )
        ) from error


def _loads_from(path: Path, data: bytes) -> Pathway:
    try:
        return loads(data)
    except UnreadableFileError as error:
        raise UnreadableFileError(f"{path}: {error}") from error


def save(
    pathway: Pathway,
    path: Path,
    *,
    last_look: Callable[[], object] | None = None,
    busy: Callable[[], object] | None = None,
) -> Fingerprint:
    """Write a pathway; the file is at every instant the old one or the new one, whole.

    Returns what the file is known by from now on; `last_look` and `busy` are for
    `write_atomically`. Raises OSError when it cannot be written, and UnreadableFileError for a
    pathway that could not be opened again as it is; the file is then as it was.
    """
    data = dumps(pathway)
    if loads(data) != pathway:
        raise UnreadableFileError(_("What would be written could not be read back as it is."))
    written = write_atomically(path, data, last_look=last_look, busy=busy)
    return fingerprint_of(data, written)


def _check_format(data: bytes) -> None:
    try:
        data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableFileError(
            _("Line {line}: the text is not UTF-8.").format(line=line)
        ) from None
    try:
        header = msgspec.json.decode(data, type=_Header)
    except msgspec.ValidationError:
        raise UnreadableFileError(_("This is not a pathway file of Ketjupaja.")) from None
    except msgspec.DecodeError as error:
        raise UnreadableFileError(_malformed(data, str(error))) from None
    if header.format > FORMAT:
        raise UnreadableFileError(
            _(
                "The file was made by a newer Ketjupaja (file format {theirs}, this one reads "
                "{ours}): update the program to open it."
            ).format(theirs=header.format, ours=FORMAT)
        )
    if header.format < 1:
        raise UnreadableFileError(
            _("There is no file format {format}.").format(format=header.format)
        )


def _malformed(data: bytes, reason: str) -> str:
    found = re.search(r"byte (\d+)", reason)
    line = data.count(b"\n", 0, int(found[1])) + 1 if found else data.count(b"\n") + 1
    return _("Line {line}: the file is damaged here; it is not valid JSON.").format(line=line)


def _split(data: bytes) -> list[Raw]:
    try:
        return msgspec.json.decode(data, type=_Envelope).records
    except msgspec.ValidationError:
        raise UnreadableFileError(
            _("Line 1: the file must hold “format” and the list “records”, and nothing else.")
        ) from None


def _places(data: bytes, raws: Iterable[Raw]) -> list[int]:
    """Return the line number on which each record begins."""
    lines, line, position = [], 1, 0
    for raw in raws:
        start = data.index(bytes(raw), position)
        line += data.count(b"\n", position, start)
        lines.append(line)
        position = start
    return lines


def _refuse(line: int, raw: Raw, fault: str) -> NoReturn:
    kind = msgspec.json.decode(raw, type=_Kind, strict=False)
    names = kind.title or kind.name
    name = next(iter(names.values()), "") if isinstance(names, dict) else ""
    what = f"{_short(kind.record)} {_short(kind.id)}" + (f" “{_short(name)}”" if name else "")
    raise UnreadableFileError(
        _("Line {line}, {record}: {fault}").format(line=line, record=what, fault=fault)
    )


def _refuse_first_wrong(data: bytes) -> NoReturn:
    raws = _split(data)
    for line, raw in zip(_places(data, raws), raws, strict=True):
        try:
            _record.decode(raw)
        except msgspec.MsgspecError as error:
            fault = _in_words(str(error))
        else:
            continue
        try:
            _refuse(line, raw, fault)
        except msgspec.MsgspecError:
            raise UnreadableFileError(
                _("Line {line}: this is not a record of a pathway.").format(line=line)
            ) from None
    raise UnreadableFileError(_("This is not a pathway file of Ketjupaja."))


def _in_words(error: str) -> str:
    """Say in the user's language what msgspec found wrong."""
    reason, _at, place = error.rpartition(" - at ") if " - at " in error else (error, "", "")
    path = place.strip("`").rpartition("`$")[2].removeprefix("$").removeprefix(".")
    field = path.removesuffix("[...]") or "record"
    if found := re.fullmatch(r"Object contains unknown field `(.*)`", reason, re.DOTALL):
        return _("there is no field “{field}”.").format(field=_short(found[1]))
    if found := re.fullmatch(r"Object missing required field `(.*)`", reason):
        return _("the field “{field}” is missing.").format(field=found[1])
    if found := re.fullmatch(r"Invalid (?:enum )?value '(.*)'", reason, re.DOTALL):
        return _("“{value}” is not among the values of “{field}”.").format(
            value=_short(found[1]), field=field
        )
    return _("the value of “{field}” is not of the right kind.").format(field=field)


def _short(words: object) -> str:
    """Return what stands in a file so that it fits in a sentence, whatever it is."""
    return " ".join(textwrap.shorten(str(words)[:200], 60, placeholder="…").split()) or "?"


def _refuse_doubled(data: bytes, records: list[AnyRecord]) -> NoReturn:
    raws = _split(data)
    seen: dict[str, int] = {}
    for line, raw, record in zip(_places(data, raws), raws, records, strict=True):
        if record.id in seen:
            _refuse(
                line,
                raw,
                _("the same id stands already on line {line}.").format(line=seen[record.id]),
            )
        seen[record.id] = line
    raise AssertionError


def _check_whole(data: bytes, pathway: Pathway) -> None:
    infos = pathway.of(PathwayInfo)
    if len(infos) != 1:
        raise UnreadableFileError(
            _("A file holds one record of the kind “pathway”; this one holds {count}.").format(
                count=len(infos)
            )
        )
    faults = {
        link.record.id: _("“{field}” links to “{id}”, and there is no such record to link to.")
        .format(field=link.field, id=link.linked)
        for link in broken_links(pathway)
    }  # fmt: skip
    orders = {getattr(record, "order", "a0") for record in pathway.values()}
    disordered = {order for order in orders if not is_order(order)}
    for record in pathway.values() if disordered else ():
        if getattr(record, "order", "a0") in disordered:
            faults[record.id] = _("the value of “{field}” is not of the right kind.").format(
                field="order"
            )
    if faults:
        raws = _split(data)
        for line, raw, id in zip(_places(data, raws), raws, pathway, strict=True):
            if id in faults:
                _refuse(line, raw, faults[id])


def _check_keys(data: bytes) -> None:
    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        counts = Counter(key for key, _value in pairs)
        doubled, count = next(iter(counts.most_common(1)), ("", 0))
        if count > 1:
            raise UnreadableFileError(
                _("The field “{field}” stands twice in one record.").format(field=_short(doubled))
            )
        return dict(pairs)

    json.loads(data, object_pairs_hook=unique)
