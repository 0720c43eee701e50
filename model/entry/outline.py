"""An indented list: which line follows which.

Lines on the outermost level follow one another. Deeper lines are branches from the line above
that they are indented under; the next outermost line goes on from the ends of the branches.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from model.entry.bullets import Line
from model.entry.enter import card_is_taken, is_from_the_wall, why_not_this_card
from model.entry.line import Entry, read_line
from model.entry.listed import Listed, ListedKind
from model.entry.names import LONGEST_NAME, Found, Known, NewName, as_name
from model.messages import _

_HAS_WORDS = re.compile(r"\w")


def read_outline(known: Known, lines: Sequence[Line]) -> list[Listed]:
    return _Outline(known).read(lines)


class _Heading(NamedTuple):
    kind: ListedKind
    found: Found


@dataclass
class _InForce:
    """A heading that holds for the lines below it; with those indented, for these only."""

    found: Found
    depth: int
    indented: bool | None = None

    def holds_at(self, depth: int) -> bool:
        if self.indented is None:
            self.indented = depth > self.depth
        return depth > self.depth or not self.indented


@dataclass
class _Node:
    """A stage of the list: its branches, and whether a handover leads away from it."""

    place: int
    children: "list[_Node]" = field(default_factory=list)
    leads_away: bool = False

    def open_ends(self) -> list[int]:
        """Return the stages from which the list goes on."""
        return [node.place for node in self._ends() if not node.leads_away]

    def last_stages(self) -> list[int]:
        return [node.place for node in self._ends()]

    def _ends(self) -> "Iterator[_Node]":
        """Yield the stages without branches, from top to bottom; lists may be very deep."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            if not node.children:
                yield node
            waiting += reversed(node.children)


class _Outline:
    def __init__(self, known: Known) -> None:
        self._known = known
        self._listed: list[Listed] = []
        self._levels: list[int] = []  # depths of the open levels
        self._path: list[_Node] = []  # the last stage on each open level
        self._headings: dict[ListedKind, _InForce] = {}
        self._cards: dict[int, str] = {}  # the titles of those that the list has entered

    def read(self, lines: Sequence[Line]) -> list[Listed]:
        for place, line in enumerate(lines):
            if not _HAS_WORDS.search(line.text):
                self._leave_out(line, _("There are no words on this line."))
            elif heading := self._heading(line, is_last=place + 1 == len(lines)):
                self._begin(line, heading)
            else:
                self._enter(line)
        return self._listed

    def _leave_out(self, line: Line, reason: str) -> None:
        self._listed.append(
            Listed(
                line.number,
                line.words,
                0,
                ListedKind.LEFT_OUT,
                Entry(),
                left_out=reason,
            )
        )

    def _heading(self, line: Line, *, is_last: bool) -> _Heading | None:
        name = line.text.rstrip(": ")
        if line.text.endswith(":") and name and not is_last:
            return self._heading_called(name)
        entry = read_line(self._known, line.text)
        if entry.title or entry.target is not None:
            return None
        if entry.phase is None and entry.actor is not None:
            return _Heading(ListedKind.ACTOR, entry.actor)
        if entry.actor is None and entry.phase is not None:
            return _Heading(ListedKind.PHASE, entry.phase)
        return None

    def _heading_called(self, name: str) -> _Heading:
        if actors := self._known.actors.unmistakable(name):
            return _Heading(ListedKind.ACTOR, actors[0])
        if phases := self._known.phases.whole(name):
            return _Heading(ListedKind.PHASE, phases[0])
        return _Heading(ListedKind.ACTOR, NewName(as_name(name)))

    def _begin(self, line: Line, heading: _Heading) -> None:
        # The kind of heading that comes first is the outer one: a new one ends the inner one.
        kinds = list(self._headings)
        if kinds and heading.kind is kinds[0]:
            self._headings.clear()
        self._headings[heading.kind] = _InForce(heading.found, line.depth)
        is_actor = heading.kind is ListedKind.ACTOR
        entry = Entry(actor=heading.found) if is_actor else Entry(phase=heading.found)
        self._known.learn(entry.actor, entry.phase, entry.title)
        self._listed.append(
            Listed(line.number, line.words, 0, heading.kind, entry, left_out=_cut(line, entry))
        )

    def _enter(self, line: Line) -> None:
        entry = read_line(self._known, line.text)
        if reason := self._why_not_this_card(entry):
            self._leave_out(line, reason)
            return
        actor, phase = self._in_force(line.depth)
        level = self._level(line.depth)
        follows = self._before(level)
        if isinstance(entry.source, NewName):
            follows = self._called(entry.source)
        elif entry.source is not None or is_from_the_wall(entry):
            follows = ()
        if entry.title:
            entry = entry._replace(actor=entry.actor or actor, phase=entry.phase or phase)
            self._known.learn(entry.actor, entry.phase, entry.title, entry.card)
            if entry.card:
                self._cards[entry.card] = entry.title
            self._grow(level, _Node(len(self._listed), leads_away=entry.target is not None))
            kind = ListedKind.STAGE
        else:
            kind = ListedKind.HANDOVER
            if entry.source is None and 0 < level <= len(self._path):
                self._path[level - 1].leads_away = True
        self._listed.append(
            Listed(line.number, line.words, level, kind, entry, follows, _cut(line, entry))
        )

    def _why_not_this_card(self, entry: Entry) -> str:
        if entry.card in self._cards:
            return card_is_taken(entry.card, self._cards[entry.card])
        return why_not_this_card(self._known.pathway, entry)

    def _in_force(self, depth: int) -> tuple[Found | None, Found | None]:
        held = {
            kind: heading for kind, heading in self._headings.items() if heading.holds_at(depth)
        }
        self._headings = held
        actor, phase = held.get(ListedKind.ACTOR), held.get(ListedKind.PHASE)
        return None if actor is None else actor.found, None if phase is None else phase.found

    def _level(self, depth: int) -> int:
        while self._levels and self._levels[-1] > depth:
            self._levels.pop()
        if not self._levels or self._levels[-1] < depth:
            self._levels.append(depth)
        return len(self._levels) - 1

    def _before(self, level: int) -> tuple[int, ...]:
        if not self._path:
            return ()
        if level > 0:
            return (self._path[min(level, len(self._path)) - 1].place,)
        root = self._path[0]
        return tuple(root.open_ends() or root.last_stages())

    def _grow(self, level: int, node: _Node) -> None:
        del self._path[level:]
        if self._path:
            self._path[-1].children.append(node)
        self._path.append(node)

    def _called(self, name: NewName) -> tuple[int, ...]:
        key = name.words.casefold()
        for place, listed in enumerate(self._listed):
            if listed.kind is ListedKind.STAGE and (
                listed.entry.card == name.card
                if name.card
                else listed.entry.title.casefold() == key
            ):
                return (place,)
        return ()


def _cut(line: Line, entry: Entry) -> str:
    """Say so when a line has a name that was cut, `as_name` having left no blank at its end."""
    if len(line.text) <= LONGEST_NAME:
        return ""
    new = [found.words for found in entry[1:] if isinstance(found, NewName)]
    if not any(len(name) >= LONGEST_NAME - 1 for name in (entry.title, *new)):
        return ""
    return _("Only the first {count} letters become the name.").format(count=LONGEST_NAME)
