"""What is still whole of a damaged file, and a list of what is not.

A record is taken when its own JSON is whole; a field of it that is not right is left out, so
that a wrong letter costs no stage. Links that lead nowhere after that are let go of. All that is
left out or let go of is listed with its line; what was cut away without a trace cannot be.
"""

import codecs
import json
import re
from itertools import islice
from typing import Any, Final, NamedTuple

import msgspec

from model.change import Add, Change, Remove, Set
from model.format import (
    FORMAT,
    LARGEST,
    MOST_RECORDS,
    UnreadableFileError,
    dumps,
    faults,
    loads,
)
from model.ids import Id, new_id
from model.integrity import loose_ends
from model.messages import _
from model.order import is_order
from model.pathway import Pathway
from model.records import AnyRecord, PathwayInfo
from model.strict_json import doubled_key, is_more_than
from model.text import quoted

_RECORD: Final = re.compile(rb'\{\s*"record"\s*:')
_HEADER: Final = re.compile(rb'\s*\{\s*"format"\s*:\s*(\d{1,18})\s*,\s*"records"\s*:\s*\[?\s*')
_BETWEEN: Final = b" \t\r\n,"
_END: Final = re.compile(rb"\]\s*\}\s*\Z")
_OUTSIDE: Final = (b"", b"]", b"}", b"]}")
_LINE: Final = re.compile(rb"[^\n]+")
_NAMING: Final = (
    re.compile(rb'"record"\s*:\s*"(\w{1,40})"'),
    re.compile(rb'"id"\s*:\s*"([\w-]{1,40})"'),
    re.compile(rb'"(?:title|name)"\s*:\s*\{\s*"\w{1,3}"\s*:\s*"([^"\\}\n]{1,100})'),
)
_NOT_READ: Final = re.compile("[\ud800-\udfff]")
_FIRST_ORDER: Final = "a0"
_LARGEST_RECORD: Final = 10_000_000  # bytes; a milestone of 1,000 stages has some 500,000
_MOST_VALUES: Final = 100_000
_MOST_LOSSES: Final = 1_000
_MOST_DIGITS: Final = 18
_LOOKED_AT: Final = 5_000  # bytes of a damaged line, to say what it was

_record: Final = msgspec.json.Decoder(AnyRecord)
_encoder: Final = msgspec.json.Encoder(order="deterministic")


class Lost(NamedTuple):
    """Something that was left out or let go of; `line` counts from 1 in the damaged file."""

    line: int
    words: str


class Salvaged(NamedTuple):
    """What is whole of a file: it can be opened, saved and read as any pathway."""

    pathway: Pathway
    lost: tuple[Lost, ...]


def salvage(data: bytes) -> Salvaged:
    """Return what is whole; with nothing lost for a file that is not damaged.

    Raises UnreadableFileError for what is not damaged but something else: too large, made by a
    newer version, or without a single whole record.
    """
    try:
        return Salvaged(loads(data), ())
    except UnreadableFileError as error:
        refusal = UnreadableFileError(str(error))  # without the frames that hold what was read
    data = data.removeprefix(codecs.BOM_UTF8)
    header = _HEADER.match(data)
    if header and int(header[1]) > FORMAT:
        raise faults.newer(int(header[1]), FORMAT)
    if len(data) > LARGEST or not _RECORD.search(data):
        raise refusal
    reading = _Reading(data)
    reading.read(header.end() if header else 0)
    if not reading.records:
        raise UnreadableFileError(_("There is no whole record of a pathway in the file."))
    pathway = reading.whole()
    lost = sorted(reading.lost)[:_MOST_LOSSES] or [
        Lost(1, _("only signs between the records are wrong: nothing is left out."))
    ]
    return Salvaged(loads(dumps(pathway)), tuple(lost))


class _Reading:
    """One damaged file on its way to a pathway."""

    def __init__(self, data: bytes) -> None:
        self.records: dict[Id, AnyRecord] = {}
        self.lost: list[Lost] = []
        self._data = data
        self._lines: dict[Id, int] = {}
        self._counted = (0, 1)

    def read(self, start: int) -> None:
        """Take the records in turn; what lies between them and is no record is lost."""
        found = islice(_RECORD.finditer(self._data, start), MOST_RECORDS + 1)
        begins = [each.start() for each in found]
        self._lose_lines(start, begins[0])
        if len(begins) > MOST_RECORDS:
            self._lose(begins.pop(), _("there are too many records; the others are left out."))
        for begin, end in zip(begins, [*begins[1:], len(self._data)], strict=True):
            self._read_record(begin, end)
        if not _END.search(self._data):
            self._lose(len(self._data), _("the end is missing, with all that stood there."))

    def whole(self) -> Pathway:
        """Return the records as a pathway in which every link leads somewhere."""
        infos = [record for record in self.records.values() if isinstance(record, PathwayInfo)]
        for other in infos[1:]:
            self._lose_record(other, _("a file holds one record of this kind; left out."))
            del self.records[other.id]
        if not infos:
            info = PathwayInfo(id=new_id())
            self.records[info.id] = info
            self.lost.append(
                Lost(1, _("what is said of the pathway as a whole is lost, its title included."))
            )
        pathway = Pathway(self.records.values())
        tidied = loose_ends(pathway, Change("", tuple(map(Add, pathway.values()))))
        for op in tidied.ops:
            self._tell_of(op, pathway)
        return tidied.applied_to(pathway)[0]

    def _read_record(self, begin: int, end: int) -> None:
        if end - begin > _LARGEST_RECORD or is_more_than(self._data[begin:end], _MOST_VALUES):
            self._lose_lines(begin, end)
            return
        if self._keep_whole(begin, end):
            return
        text = self._data[begin:end].decode(errors="surrogateescape")
        try:
            values, length = _decoder.raw_decode(text)
            read = _readable(values)
        except (ValueError, RecursionError):
            self._lose_lines(begin, end)
            return
        line, raw = self._line(begin), msgspec.json.encode(read)
        if read != values:
            self._say(line, raw, _("letters that cannot be read stand as �."))
        if key := doubled_key(text[:length].encode(errors="replace")):
            self._say(
                line,
                raw,
                _("the field “{field}” stands twice; the last one is kept.").format(
                    field=quoted(key)
                ),
            )
        self._keep(line, raw, read)
        self._lose_lines(end - len(text[length:].encode(errors="surrogateescape")), end)

    def _keep_whole(self, begin: int, end: int) -> bool:
        """Keep a record that is written as we write it; tell whether it was."""
        words = self._data[begin:end].strip(_BETWEEN)
        try:
            record = _record.decode(words)
        except (msgspec.MsgspecError, UnicodeError, RecursionError):
            return False
        if record.id in self.records or _order_fault(record)[1] or _encoder.encode(record) != words:
            return False
        self.records[record.id] = record
        self._lines[record.id] = self._line(begin)
        return True

    def _keep(self, line: int, raw: bytes, values: dict[str, Any]) -> None:
        record, left_out = _without_faults(values)
        for fault in left_out:
            self._say(line, raw, fault)
        if record is None:
            return
        if record.id in self.records:
            if self.records[record.id] == record:
                self._say(line, raw, _("it stands twice, the same; one is kept."))
            else:
                self._say(
                    line,
                    raw,
                    _("the same id stands already on line {line}; this one is left out.").format(
                        line=self._lines[record.id]
                    ),
                )
            return
        self.records[record.id] = record
        self._lines[record.id] = line

    def _tell_of(self, op: Add | Remove | Set, pathway: Pathway) -> None:
        record = pathway[op.id]
        if isinstance(op, Set):
            fault = _("what “{field}” links to is lost; the link is let go of.")
            self._lose_record(record, fault.format(field=op.field))
        else:
            self._lose_record(record, _("it is left out, since what it links to is lost."))

    def _lose_record(self, record: AnyRecord, fault: str) -> None:
        self._say(self._lines.get(record.id, 1), msgspec.json.encode(record), fault)

    def _say(self, line: int, raw: bytes, fault: str) -> None:
        self.lost.append(Lost(line, f"{faults.record_name(raw) or '?'}: {fault}"))

    def _lose(self, position: int, words: str) -> None:
        self.lost.append(Lost(self._line(position), words))

    def _lose_lines(self, start: int, end: int) -> None:
        """List each line that holds something, with how it begins."""
        for found in _LINE.finditer(self._data, start, end):
            if len(self.lost) >= _MOST_LOSSES:
                return
            words = self._data[found.start() : min(found.end(), found.start() + _LOOKED_AT)]
            if words.strip(_BETWEEN).replace(b" ", b"") in _OUTSIDE:
                continue
            begin = _name_in(words) or quoted(words[:200].decode(errors="replace"))
            self._lose(found.start(), _("damaged, left out: {beginning}").format(beginning=begin))

    def _line(self, position: int) -> int:
        """Count the lines up to a place in the file, on from the place asked for last."""
        last, line = self._counted
        if position < last:
            last, line = 0, 1
        line += self._data.count(b"\n", last, position)
        self._counted = position, line
        return line


def _without_faults(values: dict[str, Any]) -> tuple[AnyRecord | None, list[str]]:
    """Return the record that the values make without the fields that are wrong, and those."""
    values = dict(values)
    left_out: list[str] = []
    while True:
        try:
            record: AnyRecord = msgspec.convert(values, AnyRecord)
        except msgspec.ValidationError as error:
            fault = faults.in_words(str(error))
            field = _field_of(str(error))
        else:
            fault, field = _order_fault(record)
            if not field:
                return record, left_out
        left_out.append(_("a field is left out: {fault}").format(fault=fault))
        if field == "order":
            values["order"] = _FIRST_ORDER
        elif field in values and field not in ("record", "id"):
            del values[field]
        else:
            return None, left_out


def _name_in(damaged: bytes) -> str:
    """Return what a damaged record is called, '' when that cannot be told."""
    known = [pattern.search(damaged) for pattern in _NAMING]
    words = [quoted(each[1].decode(errors="replace")) for each in known if each]
    if len(words) < len(_NAMING):
        return ""
    kind, id, name = words
    return _("{record} “{name}”").format(record=f"{kind} {id}", name=name)


def _order_fault(record: AnyRecord) -> tuple[str, str]:
    if is_order(getattr(record, "order", _FIRST_ORDER)):
        return "", ""
    return faults.not_of_the_kind("order"), "order"


def _field_of(error: str) -> str:
    """Return the field of the record in which msgspec found something wrong."""
    if found := re.fullmatch(r"Object contains unknown field `(.*)`", error, re.DOTALL):
        return found[1]
    if found := re.fullmatch(r"Object missing required field `(.*)`", error):
        return found[1]
    found = re.search(r" - at `(?:key in )?\$\.(\w+)[^`]*`$", error)
    return found[1] if found else ""


def _whole_number(digits: str) -> int | str:
    """Read a number; no field holds one with so many digits, and Python refuses to read it."""
    return int(digits) if len(digits) <= _MOST_DIGITS else digits[:_MOST_DIGITS]


_decoder: Final = json.JSONDecoder(
    parse_int=_whole_number,
    parse_float=str,
    parse_constant=str,  # no field holds any of these
)


def _readable(values: Any) -> Any:
    """Return the values with � for what is no letter, as no file can hold it."""
    text = json.dumps(values, ensure_ascii=False)
    return json.loads(_NOT_READ.sub("\ufffd", text)) if _NOT_READ.search(text) else values
