"""From the bytes of a file to the pathway: strict, within limits, each fault with its place."""

import codecs
import re
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple, NoReturn

import msgspec
from msgspec import Raw, Struct

from model.format import faults
from model.format.faults import UnreadableFileError, at_record
from model.format.writing import (
    BEGIN,
    BETWEEN,
    END,
    FORMAT,
    LARGEST,
    MOST_RECORDS,
    MOST_VALUES,
    dumps,
)
from model.ids import Id
from model.integrity import BrokenLink, broken_links
from model.messages import _
from model.order import is_order
from model.pathway import Pathway
from model.records import AnyRecord, PathwayInfo
from model.strict_json import doubled_key, is_more_than
from model.text import quoted

_PIECE: Final = 1_000_000


class _Header(Struct):
    format: int


class _File(Struct, forbid_unknown_fields=True):
    format: int
    records: list[AnyRecord]


class _Envelope(Struct, forbid_unknown_fields=True):
    """The same, its records unread: to find the one that is wrong."""

    format: int
    records: list[Raw]


_file = msgspec.json.Decoder(_File)
_record = msgspec.json.Decoder(AnyRecord)


def loads(data: bytes) -> Pathway:
    """Read a pathway.

    Raises UnreadableFileError with the line and the record for anything that is not exactly
    right: unknown or wrong fields, doubled keys and ids, links that lead nowhere, a newer format,
    more than the limits of `model.format`.
    """
    if len(data) > LARGEST:
        raise faults.too_large()
    if not data.strip(b"\0 \t\r\n"):
        raise UnreadableFileError(
            _("The file is empty.") if not data.strip() else _("The file holds nothing but zeros.")
        )
    try:
        return _loads(data.removeprefix(codecs.BOM_UTF8))  # Windows' editors put one there
    except RecursionError:
        raise UnreadableFileError(
            _("The file is damaged: its brackets are nested too deep.")
        ) from None


def _loads(data: bytes) -> Pathway:
    _check_size(data)
    records = _records_by_lines(data)
    if records is None:
        records = _records_at_once(data)
    if len(records) > MOST_RECORDS:
        _refuse_too_many()
    pathway = Pathway(records)
    if len(pathway) != len(records):
        _refuse_doubled(data, records)
    _check_whole(data, pathway)
    if dumps(pathway) != data:  # someone else wrote it: a doubled key would go unnoticed
        _check_keys(data)
    return pathway


def _records_by_lines(data: bytes) -> list[AnyRecord] | None:
    """Return the records of a file written as we write it; None for any other.

    Line by line other threads get their turn: a window does not stand still while one reads.
    """
    if not (data.startswith(BEGIN) and data.endswith(END)):
        return None
    decode = _record.decode
    try:
        return [decode(line) for line in data[len(BEGIN) : -len(END)].split(BETWEEN)]
    except msgspec.MsgspecError:
        return None


def _records_at_once(data: bytes) -> list[AnyRecord]:
    try:
        file = _file.decode(data)
    except msgspec.MsgspecError:
        _check_format(data)
        _refuse_first_wrong(data)
    if file.format != FORMAT:
        _check_format(data)
    return file.records


def lines_of(data: bytes) -> Mapping[Id, int]:
    """Return on which line each record of a file begins, from 1; `loads` must take the file."""
    data = data.removeprefix(codecs.BOM_UTF8)
    raws = _split(data)
    records = [_record.decode(raw) for raw in raws]
    return {
        record.id: place.line for record, place in zip(records, _places(data, raws), strict=True)
    }


def _check_size(data: bytes) -> None:
    _check_utf8(data)
    if is_more_than(data, MOST_VALUES) or data.count(b'"record":') > MOST_RECORDS:
        _refuse_too_many()


def _check_format(data: bytes) -> None:
    try:
        header = msgspec.json.decode(data, type=_Header)
    except msgspec.ValidationError:
        raise faults.not_a_pathway() from None
    except msgspec.DecodeError as error:
        raise UnreadableFileError(_malformed(data, str(error))) from None
    if header.format > FORMAT:
        raise faults.newer(header.format, FORMAT)
    if header.format < 1:
        raise UnreadableFileError(
            _("There is no file format {format}.").format(format=header.format)
        )


def _check_utf8(data: bytes) -> None:
    """Refuse what is not UTF-8; piece by piece, for a decoded file takes four times its bytes."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    for start in range(0, len(data), _PIECE):
        try:
            decoder.decode(data[start : start + _PIECE], final=start + _PIECE >= len(data))
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, start + error.start) + 1
            raise UnreadableFileError(
                _("Line {line}: the text is not UTF-8.").format(line=line)
            ) from None


def _malformed(data: bytes, reason: str) -> str:
    found = re.search(r"byte (\d+)", reason)
    line = data.count(b"\n", 0, int(found[1])) + 1 if found else data.count(b"\n") + 1
    return _("Line {line}: the file is damaged here; it is not valid JSON.").format(line=line)


def _refuse_too_many() -> NoReturn:
    raise UnreadableFileError(
        _("The file is too large to be a pathway: it holds more than {most} records.").format(
            most=MOST_RECORDS
        )
    )


def _split(data: bytes) -> list[Raw]:
    try:
        return msgspec.json.decode(data, type=_Envelope).records
    except msgspec.ValidationError:
        raise _not_the_envelope() from None


def _not_the_envelope() -> UnreadableFileError:
    return UnreadableFileError(
        _("Line 1: the file must hold “format” and the list “records”, and nothing else.")
    )


class _Place(NamedTuple):
    """Where a record begins: the line, from 1, and the byte."""

    line: int
    start: int


def _places(data: bytes, raws: Iterable[bytes | Raw]) -> list[_Place]:
    places, line, counted, position = [], 1, 0, 0
    for raw in map(bytes, raws):
        start = data.index(raw, position)
        line += data.count(b"\n", counted, start)
        places.append(_Place(line, start))
        counted, position = start, start + len(raw)
    return places


def _refuse_first_wrong(data: bytes) -> NoReturn:
    raws = _split(data)
    for (line, _start), raw in zip(_places(data, raws), raws, strict=True):
        try:
            _record.decode(raw)
        except msgspec.MsgspecError as error:
            raise at_record(line, bytes(raw), faults.in_words(str(error))) from None
    raise faults.not_a_pathway()


def _refuse_doubled(data: bytes, records: list[AnyRecord]) -> NoReturn:
    raws = _split(data)
    seen: dict[str, int] = {}
    for (line, _start), raw, record in zip(_places(data, raws), raws, records, strict=True):
        if record.id in seen:
            first = seen[record.id]
            raise at_record(
                line, bytes(raw), _("the same id stands already on line {line}.").format(line=first)
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
    broken = {link.record.id: link for link in broken_links(pathway)}
    orders = {getattr(record, "order", "a0") for record in pathway.values()}
    disordered = {order for order in orders if not is_order(order)}
    if not broken and not disordered:
        return
    raws = _split(data)
    for (line, _start), raw, record in zip(
        _places(data, raws), raws, pathway.values(), strict=True
    ):
        if getattr(record, "order", "a0") in disordered:
            raise at_record(line, bytes(raw), faults.not_of_the_kind("order"))
        if record.id in broken:
            raise at_record(line, bytes(raw), _leads_nowhere(broken[record.id]))


def _leads_nowhere(link: BrokenLink) -> str:
    return _("“{field}” links to “{id}”, and there is no such record to link to.").format(
        field=link.field, id=link.linked
    )


def _check_keys(data: bytes) -> None:
    raws = [bytes(raw) for raw in _split(data)]
    places = _places(data, raws)
    for raw, place in zip(raws, places, strict=True):
        if key := doubled_key(raw):
            raise at_record(
                place.line,
                raw,
                _("the field “{field}” stands twice in one record.").format(field=quoted(key)),
            )
    around = data[: places[0].start] + data[places[-1].start + len(raws[-1]) :]
    if doubled_key(around):
        raise _not_the_envelope()
