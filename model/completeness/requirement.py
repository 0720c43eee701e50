"""What a requirement is: one thing that must be said of a record, and who gives it."""

from collections.abc import Callable
from enum import Enum, auto
from typing import Any

from msgspec import Struct

from model.checks.finding import Rule
from model.checks.reads import Reads
from model.codes import IsbarPart, Sector
from model.completeness.look import Look
from model.completeness.parts import Giver, Section
from model.ids import Id
from model.records import AnyRecord, Record

Presence = bool | None
"""Whether a thing is there; None when that cannot be told, which is not there either."""


class Nothing(Enum):
    """Says that nothing is required."""

    NOTHING = auto()


NOTHING = Nothing.NOTHING

Asked = Callable[[Any, Look], bool]
Found = Callable[[Any, Look], Presence]
Given = Callable[[Any, Look], Giver]
Place = Callable[[Any, Look], Id]


def _itself(record: AnyRecord, _look: Look) -> Id:
    return record.id


class Requirement(Struct, frozen=True, kw_only=True):
    """One thing that must be there, in each record of a kind, or in those for which `when` says so.

    `what` (a message id) is what people call it, in running text; `of` tells apart what is called
    the same, such as parts of one field. It is there when its `field` says something, or when
    `there` says so. What is missing may be other records: of the kind `lists`. `rule` finds what is
    missing, and finds it in the record `found_at`: that of an acceptance.

    What it decides by besides its record, the records linked to that and what rules about the
    whole say, it `reads`: see `LiveCompleteness`.
    """

    section: Section
    kind: type[Record]
    what: str
    rule: Rule
    given: Given
    of: Sector | IsbarPart | None = None
    field: str = ""
    lists: type[Record] | None = None
    when: Asked | None = None
    there: Found | None = None
    found_at: Place = _itself
    reads: Reads = {}

    @property
    def place(self) -> str:
        """The field of the record's form where it is written; a list has the tag of its kind."""
        if self.lists is not None:
            return str(self.lists.__struct_config__.tag)
        return self.field

    def presence(self, record: AnyRecord, look: Look) -> Presence | Nothing:
        """Whether it is there; NOTHING when it is not required of the record."""
        if self.when is not None and not self.when(record, look):
            return NOTHING
        if self.there is not None:
            return self.there(record, look)
        value = getattr(record, self.field)
        return bool(value) or value is False  # "no" is an answer


class AskedBy(Struct, frozen=True):
    """Takes the rule's own word for whether a thing is there: it finds nothing about the record."""

    rule: Rule

    def __call__(self, record: AnyRecord, look: Look) -> Presence:
        if self.rule.each is None:
            return _presence(look.said(self.rule).get(record.id, ()))
        return _presence(tuple(self.rule.check(record, look.review)))


def as_asked_by(rule: Rule) -> AskedBy:
    return AskedBy(rule)


def _presence(said: tuple[Any, ...]) -> Presence:
    if not said:
        return True
    return False if any(each.evaluated for each in said) else None


def given_by(giver: Giver) -> Given:
    """Say that it is always the same who gives it."""
    return lambda _record, _look: giver
