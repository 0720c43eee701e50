"""Which of the findings are shown. Pure, no Qt."""

from collections.abc import Iterable
from typing import NamedTuple

from designer.ui.findings.lines import OPEN, FindingLine, Group
from designer.ui.findings.whereabouts import Whereabouts
from designer.ui.palette.matching import folded
from model.checks.groups import group_of
from model.ids import Id


class Only(NamedTuple):
    """What another part of the window asked to be shown, under the `words` that people read.

    No `rules` stand for any rule, no `about` for any record; the pathway's own id stands for
    what is about it as a whole.
    """

    rules: frozenset[str] = frozenset()
    about: frozenset[Id] = frozenset()
    words: str = ""

    def takes(self, line: FindingLine, where: Whereabouts) -> bool:
        return (not self.rules or line.rule in self.rules) and (
            not self.about or not self.about.isdisjoint(where.records(line))
        )


class Filter(NamedTuple):
    """What the user wants to see; each part that is not set lets everything pass.

    `kind` is a group of rules (see `model.checks.groups`), `actor` and `phase` are ids, `role`
    is the name of a role (see `Whereabouts.roles`), `selected` what the list is to follow.
    """

    groups: frozenset[Group] = OPEN
    kind: str = ""
    actor: Id = ""
    phase: Id = ""
    role: str = ""
    words: str = ""
    selected: frozenset[Id] = frozenset()
    only: Only | None = None

    def takes(self, line: FindingLine, where: Whereabouts) -> bool:
        return line.group in self.groups and self.finds(line, where)

    def finds(self, line: FindingLine, where: Whereabouts) -> bool:
        """Whether a line passes all but the choice of groups."""
        return (
            (not self.kind or group_of(line.rule) == self.kind)
            and (self.only is None or self.only.takes(line, where))
            and self._is_there(line, where)
            and (not self.role or self.role in where.roles(line))
            and self._says(line, where)
        )

    def _is_there(self, line: FindingLine, where: Whereabouts) -> bool:
        if not (self.actor or self.phase or self.selected):
            return True
        around = where.around(line)
        return (
            (not self.actor or self.actor in around)
            and (not self.phase or self.phase in around)
            and (not self.selected or not self.selected.isdisjoint(around))
        )

    def _says(self, line: FindingLine, where: Whereabouts) -> bool:
        """Whether each of the words stands in what the line says."""
        if not self.words.strip():
            return True
        return all(word in where.said(line) for word in folded(self.words).split())


def passing(lines: Iterable[FindingLine], chosen: Filter, where: Whereabouts) -> list[FindingLine]:
    if chosen == Filter(chosen.groups):  # as it mostly is
        groups = tuple(chosen.groups)  # identity tells faster than a hash
        return [line for line in lines if line.group in groups]
    return [line for line in lines if chosen.takes(line, where)]
