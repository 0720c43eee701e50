"""How the findings stand in the list: alike under one line. Pure, no Qt."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from enum import StrEnum
from functools import partial
from typing import Final, NamedTuple

from designer.ui.findings.lines import OPEN, FindingLine, Group, counted, name_of_group
from designer.ui.findings.whereabouts import Whereabouts
from model.ids import Id
from model.messages import _

MOST_UNFOLDED: Final = 3  # lines below one that is unfolded to begin with
_MOST_NAMED: Final = 12  # records named at the line above their findings


class By(StrEnum):
    """What findings have in common that stand under one line."""

    RULE = "rule"
    RECORD = "record"
    NONE = "none"


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
    below: tuple["Row", ...] = ()
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


def rows_of(
    lines: Sequence[FindingLine], by: By, where: Whereabouts, given: Given
) -> tuple[Row, ...]:
    """Arrange lines, the heaviest first, those that are no open findings last."""
    rows = _arranged(lines, by, where)
    return tuple(map(partial(_with_tasks, given), rows)) if given else rows


def _with_tasks(given: Given, row: Row) -> Row:
    if row.line is not None:
        return row._replace(given=given.get((row.line.rule, row.line.about), ""))
    return row._replace(below=tuple(_with_tasks(given, below) for below in row.below))


def _arranged(lines: Sequence[FindingLine], by: By, where: Whereabouts) -> tuple[Row, ...]:
    keys = _keys(lines)
    found = [(line, key) for line, key in zip(lines, keys, strict=True) if line.group in OPEN]
    rest = [(line, key) for line, key in zip(lines, keys, strict=True) if line.group not in OPEN]
    match by:
        case By.NONE:
            return tuple(_leaf(each, each[0].title, where) for each in (*found, *rest))
        case By.RULE:
            rows = [_of_rule(entries, where) for entries in _alike(found, lambda line: line.rule)]
        case By.RECORD:
            found.sort(key=lambda entry: where.place(entry[0]))  # stable: the heaviest first
            rows = [_of_record(entries, where) for entries in _alike(found, where.place)]
    return (
        *rows,
        *(_of_group(entries, where) for entries in _alike(rest, lambda line: line.group)),
    )


def begins_unfolded(row: Row, rows: Sequence[Row]) -> bool:
    """Whether the lines below a row are seen before anybody has folded or unfolded anything."""
    return len(row.below) <= MOST_UNFOLDED or len(rows) == 1


_Entry = tuple[FindingLine, Hashable]


def _keys(lines: Iterable[FindingLine]) -> list[Hashable]:
    """Return what tells each line from the others as long as it lasts, whatever it says."""
    met: Counter[Hashable] = Counter()
    keys: list[Hashable] = []
    for line in lines:
        key = (Group.ERROR if line.group in OPEN else line.group, line.rule, line.about)
        met[key] += 1
        keys.append((*key, met[key]))
    return keys


def _alike(
    entries: Iterable[_Entry], by: Callable[[FindingLine], Hashable]
) -> Iterable[list[_Entry]]:
    """Put together what is alike, in the order in which the first of each comes."""
    alike: dict[Hashable, list[_Entry]] = {}
    for entry in entries:
        alike.setdefault(by(entry[0]), []).append(entry)
    return alike.values()


def _leaf(entry: _Entry, title: str, where: Whereabouts) -> Row:
    line, key = entry
    return Row(key, line.group, title, line.message, line.rule, line, place=where.name(line))


def _of_rule(entries: list[_Entry], where: Whereabouts) -> Row:
    first, _key = entries[0]
    if len(entries) == 1:
        return _leaf(entries[0], first.title, where)
    names = dict.fromkeys(where.name(line) for line, _key in entries[:_MOST_NAMED])
    more = "…" if len(entries) > _MOST_NAMED else ""
    return Row(
        key=(By.RULE, first.rule),
        group=first.group,
        title=f"{first.title} – {len(entries)}",
        text=", ".join(names) + more,
        rule=first.rule,
        below=tuple(_leaf(each, where.name(each[0]), where) for each in entries),
    )


def _of_record(entries: list[_Entry], where: Whereabouts) -> Row:
    first, _key = entries[0]
    name = where.name(first)
    if len(entries) == 1:
        return _leaf(entries[0], name, where)
    return Row(
        key=(By.RECORD, first.about),
        group=first.group,
        title=f"{name} – {len(entries)}",
        text=", ".join(dict.fromkeys(line.title for line, _key in entries)),
        below=tuple(_leaf(each, each[0].title, where) for each in entries),
    )


def _of_group(entries: list[_Entry], where: Whereabouts) -> Row:
    group = entries[0][0].group
    return Row(
        key=(group,),
        group=group,
        title=counted(group, len(entries)),
        text=_explained(group),
        below=tuple(_leaf(each, each[0].title, where) for each in entries),
    )


def _explained(group: Group) -> str:
    """Return what a group is whose lines are no open findings."""
    return {
        Group.NOT_EVALUATED: _("What a rule needs to know is missing"),
        Group.ACCEPTED: _("Accepted with a reason until their review date"),
        Group.SWITCHED_OFF: _("Rules that your organisation does not use, and why"),
    }[group]
