"""What is what in a plain table: which sheet, what its rows are, which column fills which field."""

from functools import cache
from typing import Annotated, Final, NamedTuple

import msgspec
from msgspec import Meta, Struct

from exporters.excel.columns import Column, Need
from exporters.excel.description import (
    ACTORS,
    CHANNELS,
    GOALS,
    HANDOVERS,
    METRICS,
    PHASES,
    STAGES,
    TASKS,
    RecordSheet,
)
from exporters.excel.recognising import HEADER_ROWS
from model.describe.fields import FIELDS
from model.messages import LANGUAGES, N_, _
from model.records import Stage
from model.strict_json import doubled_key, is_more_than
from model.text import LanguageCode, quoted

FORMAT: Final = "ketjupaja-mapping-1"
MOST_COLUMNS: Final = 200
"""Columns of a table that are looked at."""
LARGEST: Final = 500_000
"""Bytes of a file with mappings."""
_MOST_VALUES: Final = 20_000
_LONGEST: Final = 1_000

ROWS: Final[tuple[RecordSheet, ...]] = (
    STAGES,
    HANDOVERS,
    PHASES,
    ACTORS,
    CHANNELS,
    TASKS,
    GOALS,
    METRICS,
)
"""What the rows of a plain table can be, by the sheets of the workbook; the likeliest first."""

ID: Final = "id"
NEXT: Final = "next"
TIME_LIMIT: Final = "time_limit"
PARTICIPANTS: Final = "participants"
NOTE: Final = "note"

_Words = Annotated[str, Meta(max_length=_LONGEST)]


class Field(NamedTuple):
    """What a column can fill; `caption` is a message id. `column` is the workbook's own, if any."""

    key: str
    caption: str
    column: Column | None = None

    @property
    def is_required(self) -> bool:
        """Whether a new row must say it."""
        return self.column is not None and self.column.need is Need.REQUIRED


_ID = Field(ID, N_("Ketjupaja’s id"))
_OF_STAGES: Final = (
    Field(NEXT, N_("Leads on to the stages")),
    Field(TIME_LIMIT, N_("Time limit")),
    Field(PARTICIPANTS, FIELDS[Stage]["participants"]),
    Field(NOTE, N_("Note on the board")),
)


class MappedColumn(Struct, frozen=True, forbid_unknown_fields=True):
    """A column: its letter, the words over it, and the field that it fills; '' is not read."""

    letter: Annotated[str, Meta(pattern=r"^[A-Z]{1,3}$(?!\n)")]
    words: _Words = ""
    field: Annotated[str, Meta(max_length=60)] = ""


class TableMapping(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How one table is read.

    `rows` is the key of a sheet in ROWS. `header_row` counts from 1; 0 is a table without headers,
    whose columns are known by their letters alone. `language` is that of the table's texts.
    `new_actors` and `new_phases` let names that are not there yet become lanes and columns of the
    board. With `fill_down` an
    empty phase or actor left of the names is that of the row above.
    """

    sheet: _Words = ""
    rows: Annotated[str, Meta(max_length=20)] = STAGES.key
    header_row: Annotated[int, Meta(ge=0, le=HEADER_ROWS)] = 1
    language: LanguageCode = LANGUAGES[0]
    new_actors: bool = False
    new_phases: bool = False
    fill_down: bool = False
    columns: Annotated[tuple[MappedColumn, ...], Meta(max_length=MOST_COLUMNS)] = ()

    @property
    def fields(self) -> dict[str, MappedColumn]:
        """The columns that are read, by what they fill."""
        return {column.field: column for column in self.columns if column.field}


class MappingError(Exception):
    """A mapping that cannot be used; the text is one sentence for the user."""


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    format: str
    tables: tuple[TableMapping, ...]


def sheet_of_rows(rows: str) -> RecordSheet:
    """Return what the rows of a mapping are; raises MappingError."""
    found = next((sheet for sheet in ROWS if sheet.key == rows), None)
    if found is None:
        known = ", ".join(sheet.key for sheet in ROWS)
        raise MappingError(
            _("The rows cannot be “{words}”; there are: {known}.").format(
                words=quoted(rows), known=known
            )
        )
    return found


@cache
def fields_of(rows: str) -> tuple[Field, ...]:
    """Return what columns of such rows can fill, in the order of the workbook; raises MappingError.

    Those that a new row must say come first.
    """
    sheet = sheet_of_rows(rows)
    own = [Field(c.key, c.header, c) for c in sheet.columns if c.shown is None]
    more = _OF_STAGES if sheet is STAGES else ()
    return (*sorted(own, key=lambda field: not field.is_required), *more, _ID)


@cache
def names_of(rows: str) -> frozenset[str]:
    """Return the fields that such rows are known by."""
    if rows == HANDOVERS.key:
        return frozenset({"source", "target"})
    return frozenset({"title", "name"} & {field.key for field in fields_of(rows)})


def refuse_unfit(mapping: TableMapping) -> None:
    """Raise MappingError for what no table can be read by: one field twice, or no name."""
    known = {field.key: field for field in fields_of(mapping.rows)}
    seen: dict[str, MappedColumn] = {}
    for column in mapping.columns:
        if not column.field:
            continue
        if column.field not in known:
            raise MappingError(
                _("Column {letter}: there is no field “{field}”; there are: {known}.").format(
                    letter=column.letter, field=quoted(column.field), known=", ".join(known)
                )
            )
        if (before := seen.setdefault(column.field, column)) is not column:
            raise MappingError(
                _("Columns {first} and {second} both fill “{field}”; leave one unread.").format(
                    first=before.letter,
                    second=column.letter,
                    field=_(known[column.field].caption),
                )
            )
    letters = [column.letter for column in mapping.columns]
    if len(set(letters)) < len(letters):
        raise MappingError(_("The same column stands twice in the mapping."))
    for field in lacking(mapping):
        raise MappingError(
            _("Choose the column that fills “{field}”; rows cannot be read without it.").format(
                field=_(field.caption)
            )
        )


def lacking(mapping: TableMapping) -> list[Field]:
    """Return the fields that the rows are known by and no column fills yet."""
    keys = mapping.fields
    if ID in keys:
        return []
    # A channel's kind is needed for new ones alone: that is told by the row that lacks it.
    names = names_of(mapping.rows) - set(keys)
    return [field for field in fields_of(mapping.rows) if field.key in names]


def dumps(mappings: tuple[TableMapping, ...]) -> bytes:
    """Return mappings as a file that people can read and edit."""
    data = msgspec.json.encode(_File(FORMAT, mappings))
    return msgspec.json.format(data, indent=2) + b"\n"


def is_too_large(data: bytes) -> bool:
    """Whether a file holds more than mappings are read from."""
    return len(data) > LARGEST or is_more_than(data, _MOST_VALUES)


def loads(data: bytes) -> tuple[TableMapping, ...]:
    """Read a file with mappings; raises MappingError."""
    if is_too_large(data):
        raise MappingError(_("the file is too large for a mapping of columns."))
    try:
        read = msgspec.json.decode(data, type=_File)
        if (key := doubled_key(data)) is not None:
            raise MappingError(_("“{key}” stands twice.").format(key=quoted(key)))
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise MappingError(
            _("this is no mapping of columns ({reason}).").format(reason=quoted(str(error)))
        ) from error
    if read.format != FORMAT:
        raise MappingError(
            _("the mapping is of another form (“{format}”).").format(format=quoted(read.format))
        )
    for mapping in read.tables:
        refuse_unfit(mapping)
    return read.tables
