"""What the board is to mark: how many findings each record has, and how heavy. Pure, no Qt."""

from collections.abc import Iterable
from typing import Final

from model.checks import Finding
from model.checks.shelf import Turnover
from model.codes import Severity
from model.ids import Id

Marks = dict[Id, tuple[Severity, int]]
"""By record the heaviest severity of its findings, and how many they are."""

_HEAVIEST_FIRST: Final = (Severity.ERROR, Severity.WARNING, Severity.INFO, Severity.OFF)


class Marking:
    """The marks of a report while it is followed; none is changed, there are others then."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self._counts: dict[Id, list[int]] = {}
        self.marks: Marks = {}
        self._renew(self._count(findings, 1))

    def follow(self, turnover: Turnover[Finding]) -> None:
        """Take in which findings are gone and which are new."""
        self._renew(self._count(turnover.gone, -1) | self._count(turnover.new, 1))

    def _count(self, findings: Iterable[Finding], many: int) -> set[Id]:
        """Count findings in or out; return the records that bear their marks."""
        counted: set[Id] = set()
        for finding in findings:
            weight = _HEAVIEST_FIRST.index(finding.severity)
            for id in finding.also if finding.about is None else (finding.about,):
                counts = self._counts.get(id)
                if counts is None:
                    counts = self._counts[id] = [0] * len(_HEAVIEST_FIRST)
                counts[weight] += many
                counted.add(id)
        return counted

    def _renew(self, ids: Iterable[Id]) -> None:
        changed = {id: mark for id in ids if (mark := self._mark(id)) != self.marks.get(id)}
        if changed:
            marks = {**self.marks, **changed}
            self.marks = {id: mark for id, mark in marks.items() if mark is not None}

    def _mark(self, id: Id) -> tuple[Severity, int] | None:
        counts = self._counts[id]
        heaviest = next((place for place, count in enumerate(counts) if count), None)
        if heaviest is None:
            del self._counts[id]
            return None
        return _HEAVIEST_FIRST[heaviest], sum(counts)
