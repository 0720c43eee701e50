"""How the findings stand in the list: alike under one line. Pure, no Qt."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from enum import StrEnum
from functools import cached_property
from operator import attrgetter
from typing import Final, NamedTuple, overload

from designer.ui.findings.lines import (
    OPEN,
    FindingLine,
    Group,
    alike,
    counted,
    line_of,
    name_of_group,
)
from designer.ui.findings.whereabouts import Whereabouts
from model.checks import Finding
from model.ids import Id
from model.messages import _

MOST_UNFOLDED: Final = 3  # lines below one that is unfolded to begin with
_MOST_NAMED: Final = 12  # records named at the line above their findings
_OPEN: Final = tuple(OPEN)  # identity tells faster than a hash


class By(StrEnum):
    """What findings have in common that stand under one line."""

    RULE = "rule"
    RECORD = "record"
    NONE = "none"


Told = FindingLine | Finding
"""A line, or an open finding of which nobody has asked for the line yet."""

Given = Mapping[tuple[str, Id | None], str]
"""What is said of the tasks given for findings, by rule and record (None: the pathway)."""


class Row(NamedTuple):
    """One row of the list: a finding, or several under one line.

    `key` stays the same while what the row says changes. `rule` and `line` are set where the
    row is about one rule, or one line; `place` names what that line is about, and `given` says
    that it was given as a task. Rows `below` have no rows below themselves.
    """

    key: Hashable
    group: Group
    title: str
    text: str
    rule: str = ""
    line: FindingLine | None = None
    below: Sequence["Row"] = ()
    given: str = ""
    place: str = ""

    @property
    def sentence(self) -> str:
        """The whole row in words, for whoever does not see its sign and its columns."""
        sign = "" if self.line is None and self.group not in OPEN else name_of_group(self.group)
        text = " ".join(self.text.split())
        place = "" if self.place in f"{self.title} {text}" else self.place
        parts = (sign, self.title, place, text, self.given)
        return ". ".join(part.rstrip(".") for part in parts if part)


class Around(NamedTuple):
    """What rows say besides their lines."""

    where: Whereabouts
    given: Given


class Leaves(Sequence[Row]):
    """The rows of lines below another row: each is composed when somebody looks at it."""

    def __init__(
        self,
        told: Sequence[Told],
        title: Callable[[Whereabouts, FindingLine], str],
        around: Around,
    ) -> None:
        self.told = tuple(told)
        self._title = title
        self._around = around

    def of(self, told: Sequence[Told]) -> "Leaves":
        """Return the rows of other lines in the same place."""
        return Leaves(told, self._title, self._around)

    def line(self, place: int) -> FindingLine:
        return _line(self.told[place])

    @cached_property
    def _keys(self) -> list[Hashable]:
        return _keys(self.told)

    def __len__(self) -> int:
        return len(self.told)

    @overload
    def __getitem__(self, place: int) -> Row: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[Row]: ...

    def __getitem__(self, place: int | slice) -> Row | Sequence[Row]:
        if isinstance(place, slice):
            return tuple(self[each] for each in range(*place.indices(len(self))))
        line = self.line(place)
        return _leaf(line, self._keys[place], self._title(self._around.where, line), self._around)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment] # what they say changes with what is around


def rows_of(lines: Sequence[FindingLine], by: By, around: Around) -> tuple[Row, ...]:
    """Arrange lines, the heaviest first, those that are no open findings last."""
    found = [line for line in lines if line.group in _OPEN]
    rest = [line for line in lines if line.group not in _OPEN]
    match by:
        case By.NONE:
            return tuple(Leaves((*found, *rest), _title_of_rule, around))
        case By.RULE:
            rows = rows_of_rules(alike(found, attrgetter("rule")), around)
        case By.RECORD:
            found.sort(key=around.where.place)  # stable: the heaviest first
            places = alike(found, around.where.place)
            rows = tuple(_of_record(each, around) for each in places.values())
    groups = alike(rest, attrgetter("group")).values()
    return *rows, *(_of_group(each, around) for each in groups)


def rows_of_rules(found: Mapping[str, Sequence[Told]], around: Around) -> tuple[Row, ...]:
    """Arrange open findings by rule."""
    return tuple(_of_rule(lines, around) for lines in found.values())


def begins_unfolded(row: Row, rows: Sequence[Row]) -> bool:
    """Whether the lines below a row are seen before anybody has folded or unfolded anything."""
    return len(row.below) <= MOST_UNFOLDED or len(rows) == 1


def key_of(told: Told) -> tuple[Hashable, ...]:
    """Return what a line is about: it stays the same whatever the line says."""
    if isinstance(told, Finding) or told.group in _OPEN:
        return Group.ERROR, told.rule, told.about
    return told.group, told.rule, told.about


def _line(told: Told) -> FindingLine:
    return line_of(told) if isinstance(told, Finding) else told


def _keys(told: Iterable[Told]) -> list[Hashable]:
    """Return what tells each line from the others as long as it lasts."""
    met: Counter[Hashable] = Counter()
    keys: list[Hashable] = []
    for each in told:
        key = key_of(each)
        met[key] += 1
        keys.append((*key, met[key]))
    return keys


def _title_of_rule(_where: Whereabouts, line: FindingLine) -> str:
    return line.title


def _leaf(line: FindingLine, key: Hashable, title: str, around: Around) -> Row:
    return Row(
        key,
        line.group,
        title,
        line.message,
        line.rule,
        line,
        given=around.given.get((line.rule, line.about), "") if around.given else "",
        place=around.where.name(line),
    )


def _alone(line: FindingLine, title: str, around: Around) -> Row:
    return _leaf(line, (*key_of(line), 1), title, around)


def _of_rule(told: Sequence[Told], around: Around) -> Row:
    first = _line(told[0])
    if len(told) == 1:
        return _alone(first, first.title, around)
    names = dict.fromkeys(around.where.name_of(each.about) for each in told[:_MOST_NAMED])
    more = "…" if len(told) > _MOST_NAMED else ""
    return Row(
        key=(By.RULE, first.rule),
        group=first.group,
        title=f"{first.title} – {len(told)}",
        text=", ".join(names) + more,
        rule=first.rule,
        below=Leaves(told, Whereabouts.name, around),
    )


def _of_record(lines: Sequence[FindingLine], around: Around) -> Row:
    first = lines[0]
    name = around.where.name(first)
    if len(lines) == 1:
        return _alone(first, name, around)
    return Row(
        key=(By.RECORD, first.about),
        group=first.group,
        title=f"{name} – {len(lines)}",
        text=", ".join(dict.fromkeys(line.title for line in lines)),
        below=Leaves(lines, _title_of_rule, around),
    )


def _of_group(lines: Sequence[FindingLine], around: Around) -> Row:
    group = lines[0].group
    return Row(
        key=(group,),
        group=group,
        title=counted(group, len(lines)),
        text=_explained(group),
        below=Leaves(lines, _title_of_rule, around),
    )


def _explained(group: Group) -> str:
    """Return what a group is whose lines are no open findings."""
    return {
        Group.NOT_EVALUATED: _("What a rule needs to know is missing"),
        Group.ACCEPTED: _("Accepted with a reason until their review date"),
        Group.SWITCHED_OFF: _("Rules that your organisation does not use, and why"),
    }[group]
