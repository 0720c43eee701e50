"""Records with every field filled, so that nothing a pathway can hold goes untried."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar

import msgspec
from msgspec import inspect

from exporters.exporter import Options
from exporters.website import WEBSITE
from model.codes import ChannelKind
from model.pathway import Pathway
from model.records import (
    RECORD_KINDS,
    Actor,
    AnyRecord,
    Channel,
    Goal,
    Handover,
    Metric,
    Milestone,
    Note,
    ParticipantGroup,
    PathwayInfo,
    Phase,
    Record,
    Stage,
    Story,
    Task,
    TimePromise,
    Waiver,
    Workshop,
)
from model.text import AgeRange, Span

MADE_AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)

IDS: dict[type[Record], str] = {
    PathwayInfo: "info",
    Phase: "p1",
    Actor: "a1",
    Stage: "s1",
    Channel: "c1",
    Handover: "h1",
    Goal: "o1",
    Metric: "m1",
    TimePromise: "t1",
    ParticipantGroup: "g1",
    Workshop: "w1",
    Note: "n1",
    Story: "y1",
    Task: "k1",
    Waiver: "v1",
    Milestone: "e1",
}

# What fields hold that take no free words, by name; all others of them link to actors.
_LINKED = {
    "source": "s1",
    "target": "s2",
    "if_not_accepted": "s2",
    "feedback_to": "s2",
    "from_stage": "s1",
    "to_stage": "s2",
    "stage": "s1",
    "leaves_by": "h1",
    "phase": "p1",
    "channels": "c1",
    "alternative_to": "c2",
    "goals": "o1",
    "groups": "g1",
    "workshop": "w1",
    "milestone": "e1",
    "said_by": "g1",
    "about": "s1",
    "order": "a0",
    "languages": "fi",
}

Writer = Callable[[str], str]
"""Gives the words for a field; told its place, such as "Actor.contacts.value"."""

R = TypeVar("R", bound=Record)


class Days:
    """Hands out days, each once."""

    def __init__(self, first: date = date(2031, 1, 1)) -> None:
        self._first = first
        self.given: dict[str, date] = {}

    def next(self, place: str) -> date:
        self.given[place] = self._first + timedelta(days=len(self.given))
        return self.given[place]


def filled(kind: type[R], write: Writer, days: Days | None = None, **fields: Any) -> R:
    """Return a record of that kind with all fields filled; `fields` as they are given."""
    values = _Filler(write, days or Days()).fields(kind, kind.__name__)
    return kind(**{**values, "id": IDS[kind], **fields})


class _Filler:
    """Makes a value for each type of field that records have."""

    def __init__(self, write: Writer, days: Days) -> None:
        self._write = write
        self._days = days
        self._makers: dict[type[inspect.Type], Callable[[Any, str], Any]] = {
            inspect.Metadata: lambda type_, place: self._value(type_.type, place),
            inspect.UnionType: self._some,
            inspect.StrType: self._words,
            inspect.EnumType: lambda type_, _place: list(type_.cls)[-1],
            inspect.DictType: lambda _type, place: {"fi": write(place)},
            inspect.VarTupleType: lambda type_, place: (self._value(type_.item_type, place),),
            inspect.StructType: self._part,
            inspect.BoolType: lambda _type, _place: True,
            inspect.IntType: lambda _type, _place: 0,
            inspect.DateType: lambda _type, place: self._days.next(place),
            inspect.DateTimeType: lambda _type, _place: MADE_AT,
        }

    def fields(self, kind: type[msgspec.Struct], place: str) -> dict[str, Any]:
        described = inspect.type_info(kind)
        assert isinstance(described, inspect.StructType)
        return {
            field.name: self._value(field.type, f"{place}.{field.name}")
            for field in described.fields
        }

    def _value(self, type_: inspect.Type, place: str) -> Any:
        return self._makers[type(type_)](type_, place)

    def _some(self, type_: inspect.UnionType, place: str) -> Any:
        not_none = next(t for t in type_.types if not isinstance(t, inspect.NoneType))
        return self._value(not_none, place)

    def _words(self, type_: inspect.StrType, place: str) -> str:
        name = place.rpartition(".")[2]
        if type_.pattern is None:
            return self._write(place)
        return _LINKED.get(name, "a1")

    def _part(self, type_: inspect.StructType, place: str) -> Any:
        if type_.cls is Span:
            return Span(typed=self._write(f"{place}.typed"))
        if type_.cls is AgeRange:
            return AgeRange(youngest=18, oldest=22)
        return type_.cls(**self.fields(type_.cls, place))


def everything(write: Writer, days: Days | None = None) -> Pathway:
    """Return a pathway with one filled record of each kind, and what they link to.

    s1 leads to s2 (an empty stage); c2 is an empty channel at s2.
    """
    records: list[AnyRecord] = [filled(kind, write, days) for kind in RECORD_KINDS]  # type: ignore[misc]
    return Pathway(
        [
            *records,
            Stage(id="s2", order="a1", actor="a1", phase="p1", channels=("c2",)),
            Channel(id="c2", order="a1", kind=ChannelKind.PHONE, digital=False),
        ]
    )


def site(pathway: Pathway, *languages: str) -> dict[str, bytes]:
    """Return the files of a pathway's site by name."""
    options = Options(languages=languages, made_at=MADE_AT)
    return dict(WEBSITE.build(pathway, options, lambda _share: None))


def texts(files: dict[str, bytes]) -> dict[str, str]:
    """Return the files of a site that people or programs read as text."""
    letters = (".woff", ".pdf", ".png")
    return {name: content.decode() for name, content in files.items() if not name.endswith(letters)}


def page(pathway: Pathway, language: str) -> bytes:
    """Return a pathway's page in a language."""
    files = site(pathway, language)
    [name] = [name for name in files if re.fullmatch(rf"{language}/(?!index)[^/]+\.html", name)]
    return files[name]
