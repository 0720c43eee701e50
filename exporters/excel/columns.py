"""Columns of the workbook: a field of a record, what it is called, how it stands in a cell.

One column serves writing, reading, drop-downs, marks and help alike.
"""

from collections.abc import Callable, Mapping
from enum import IntEnum, StrEnum
from functools import cache
from typing import Any, Final, NamedTuple

import msgspec
from msgspec.structs import replace

from exporters.excel.kinds import Code, Codes, Day, Kind, Link, Links, Listed, Words, YesOrNo
from exporters.excel.labels import Labels
from exporters.excel.tables import Value
from model.describe.fields import FIELDS
from model.records import Record
from model.text import with_language

LEADING: Final = "*"
"""Stands in a path for the language that leads in the workbook."""

Path = tuple[str | int, ...]
"""From a record to a value in it: field, place in a list, field of a part, language."""

Shown = Callable[[Any, Labels], Value]
"""What a column for reading says of a record."""


class Need(IntEnum):
    """How much a cell is asked for. `WANTED` cells are marked as gaps while they are blank."""

    FREE = 0
    WANTED = 1
    REQUIRED = 2


class Column(NamedTuple):
    """One column; `header` and `help` are message ids.

    With `shown` it is only for reading. `part` is what a path leads into that is not there yet.
    """

    key: str
    header: str
    width: int
    path: Path = ()
    kind: Kind = Words()
    need: Need = Need.FREE
    help: str = ""
    part: type[msgspec.Struct] | None = None
    shown: Shown | None = None

    @property
    def is_text(self) -> bool:
        return bool(self.path) and self.path[-1] == LEADING


class Fields:
    """Makes the columns of one kind of record, named as the program's forms name its fields."""

    def __init__(self, kind: type[Record]) -> None:
        self.kind = kind

    def _column(self, field: str, kind: Kind, width: int, need: Need, help: str) -> Column:
        return Column(field, FIELDS[self.kind][field], width, (field,), kind, need, help)

    def text(self, field: str, width: int = 40, need: Need = Need.FREE, help: str = "") -> Column:
        """Return a column of a text in the language that leads."""
        return self.plain(field, width, need, help)._replace(path=(field, LEADING))

    def plain(self, field: str, width: int = 16, need: Need = Need.FREE, help: str = "") -> Column:
        return self._column(field, Words(), width, need, help)

    def listed(self, field: str, width: int = 24, help: str = "") -> Column:
        return self._column(field, Listed(), width, Need.FREE, help)

    def code(
        self, field: str, codes: type[StrEnum], width: int = 18, need: Need = Need.FREE
    ) -> Column:
        return self._column(field, Code(codes), width, need, "")

    def codes(self, field: str, codes: type[StrEnum], width: int = 22, help: str = "") -> Column:
        return self._column(field, Codes(codes), width, Need.FREE, help)

    def link(
        self, field: str, to: type[Record], width: int = 26, need: Need = Need.FREE, help: str = ""
    ) -> Column:
        return self._column(field, Link(to), width, need, help)

    def links(self, field: str, to: type[Record], width: int = 26, help: str = "") -> Column:
        return self._column(field, Links(to), width, Need.FREE, help)

    def yes_no(self, field: str, width: int = 10) -> Column:
        return self._column(field, YesOrNo(), width, Need.FREE, "")

    def day(self, field: str, width: int = 13, need: Need = Need.FREE) -> Column:
        return self._column(field, Day(), width, need, "")

    def of(self, field: str, kind: Kind, width: int = 14) -> Column:
        return self._column(field, kind, width, Need.FREE, "")


def within(column: Column, *path: str, part: type[msgspec.Struct], header: str = "") -> Column:
    """Return the column of a value that lies in a part of the field ("owner", "role")."""
    return column._replace(
        key=".".join(step for step in path if step != LEADING),
        header=header or column.header,
        path=path,
        part=part,
    )


def reading(key: str, header: str, width: int, shown: Shown) -> Column:
    """Return a column that is only for reading."""
    return Column(key, header, width, shown=shown)


@cache
def in_words(path: Path, language: str) -> Path:
    """Return a path with the language that leads put in."""
    return tuple(language if step == LEADING else step for step in path)


def value_at(value: Any, path: Path) -> Any:
    """Return what lies at a path; '' or None where nothing does."""
    for step in path:
        if value is None:
            return None
        if isinstance(value, msgspec.Struct):
            value = getattr(value, str(step))
        else:
            value = value[step] if isinstance(step, int) else value.get(step, "")
    return value


def with_value(
    record: Any, path: Path, value: Any, part: type[msgspec.Struct] | None = None
) -> Any:
    """Return a record (part, list, text) with another value at a path.

    `part` comes to be where the path leads into nothing; when all of it is blank, it goes again.
    """
    step, *rest = path
    if isinstance(record, Mapping):
        return with_language(record, str(step), value)
    if isinstance(step, int):
        inner = with_value(record[step], tuple(rest), value, part) if rest else value
        return (*record[:step], inner, *record[step + 1 :])
    if not rest:
        return replace(record, **{step: value})
    before = getattr(record, step)
    if part is not None and rest[0] not in part.__struct_fields__:  # it lies further in
        return replace(record, **{step: with_value(before, tuple(rest), value, part)})
    if part is not None and default_of(part, str(rest[0])) is msgspec.NODEFAULT:
        if value is None or before is None:  # such a part stands and falls with this value
            made = None if value is None else part(**{str(rest[0]): value})
            return replace(record, **{step: made})
    elif before is None and part is not None:
        before = part()
    after = with_value(before, tuple(rest), value, part)
    if part is not None and isinstance(after, part) and is_blank(after):
        after = None
    return replace(record, **{step: after})


def is_blank(part: msgspec.Struct) -> bool:
    """Whether a part says nothing."""
    return all(
        getattr(part, field.name) in (field.default, None, "", (), {})
        for field in msgspec.structs.fields(part)
    )


@cache
def default_of(kind: type[msgspec.Struct], field: str) -> Any:
    """Return what a field holds of which nobody has said anything; NODEFAULT when it must be.

    Raises KeyError for what is no field.
    """
    for about in msgspec.structs.fields(kind):
        if about.name == field:
            if about.default_factory is not msgspec.NODEFAULT:
                return about.default_factory()
            return about.default
    raise KeyError(field)


def blank_value(column: Column, kind: type[msgspec.Struct]) -> Any:
    """Return what a blank cell of a column means; NODEFAULT where it must be filled in."""
    if column.is_text:
        return ""
    if len(column.path) > 1:
        return None
    default = default_of(kind, str(column.path[0]))
    if isinstance(column.kind, YesOrNo):
        return None if default is None else False
    return default
