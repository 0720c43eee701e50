"""The completeness of a pathway that is being edited: only what an edit reached is asked again."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import date
from typing import Final, NamedTuple

from model.checks.finding import Rule, Said
from model.checks.profiles import Profile
from model.checks.reads import Edit, edit_between
from model.codes import Severity
from model.completeness.catalogue import REQUIREMENTS
from model.completeness.look import ByRecord, Look
from model.completeness.measure import (
    Answer,
    Completeness,
    Count,
    Gap,
    Tally,
    added,
    along_the_board,
    answered,
    count_in,
    counts_of,
)
from model.completeness.parts import Section
from model.completeness.requirement import AskedBy, Requirement
from model.ids import Id
from model.links import LINKS, links_of
from model.pathway import Pathway
from model.records import (
    RECORD_KINDS,
    Actor,
    Channel,
    Handover,
    PathwayInfo,
    Record,
)

_OF_THE_WHOLE: Final = (PathwayInfo, Actor, Channel)
"""Kinds of which what is required hangs on all of the pathway. There are few: all are asked again
after every edit."""
_ENDS: Final = ("source", "target")
"""The links of handovers, which a pathway finds from their other side."""


class _Row(NamedTuple):
    """What was asked of a record, and the answers to that."""

    asked: tuple[Requirement, ...] = ()
    answers: tuple[Answer, ...] = ()


class LiveCompleteness:
    """What `measure` says of a pathway, kept up to date as slowly as there is time for it.

    It is asked again of each record that an edit reached: those touched, those linked to them,
    the other handovers at the stages of touched ones, the handovers of actors that are of another
    sector now, and those of which a rule about the whole says something else. A requirement that
    looks farther names what it `reads`.
    """

    def __init__(
        self,
        pathway: Pathway,
        profile: Profile,
        today: date,
        requirements: tuple[Requirement, ...] = REQUIREMENTS,
    ) -> None:
        asked = [each for each in requirements if each.rule.id not in profile.off]
        self._asked: Mapping[type[Record], tuple[Requirement, ...]] = {
            kind: tuple(each for each in asked if issubclass(kind, each.kind))
            for kind in RECORD_KINDS
        }
        self._look = Look(pathway, profile, today)
        self._rows: dict[Id, _Row] = {}
        self._tally: Tally = {}
        rules = [each.there.rule for each in asked if isinstance(each.there, AskedBy)]
        self._said_before: dict[str, tuple[Rule, ByRecord]] = {
            rule.id: (rule, {}) for rule in rules if rule.each is None
        }
        self._to_ask = dict.fromkeys(pathway)

    @property
    def pathway(self) -> Pathway:
        return self._look.pathway

    def follow(self, pathway: Pathway, touched: Iterable[Id]) -> None:
        """Take the next pathway, which differs in the records `touched`; ask nothing yet."""
        before, ids = self._look, frozenset(touched)
        edit = edit_between(before.pathway, pathway, ids)
        reached = _linked(before.pathway, ids) | _linked(pathway, ids)
        self._look = before.after(pathway, edit, reached)
        kept = self._look.answered
        lost = {id: said for id, said in before.answered.items() if id not in kept}
        self._said_before = {**lost, **self._said_before}
        for state in (before.pathway, pathway):
            reached.update(_farther(state, ids, edit))
        reached.update(self._accepted_otherwise(before))
        for kind, asked in self._asked.items():
            if kind in _OF_THE_WHOLE or any(edit.reaches(each.reads) for each in asked):
                reached.update(record.id for record in pathway.of(kind))
        self._to_ask |= dict.fromkeys(reached)

    def ask(self, is_enough: Callable[[], object] = lambda: False) -> bool:
        """Ask what is still to be asked, until it is enough; return whether all is answered."""
        while self._said_before and not is_enough():
            _id, (rule, said) = self._said_before.popitem()
            self._to_ask |= dict.fromkeys(_differing(said, self._look.said(rule)))
        while self._to_ask and not is_enough():
            self._ask_of(self._to_ask.popitem()[0])
        return not (self._said_before or self._to_ask)

    @property
    def total(self) -> Count:
        """What is in order of all that was asked so far."""
        return added(counts_of(self._tally).values())

    def completeness(self) -> Completeness:
        """Return how complete the pathway is, having asked what was still to be asked."""
        self.ask()
        gaps: dict[Section, list[Gap]] = {section: [] for section in Section}
        for id in dict.fromkeys(along_the_board(self.pathway)):
            for answer in self._rows[id].answers:
                if isinstance(answer, Gap):
                    gaps[answer.requirement.section].append(answer)
        return Completeness(
            counts=counts_of(self._tally), gaps=tuple(gap for each in gaps.values() for gap in each)
        )

    def _accepted_otherwise(self, before: Look) -> Iterator[Id]:
        """Yield of what something is missing that was accepted, or is no longer."""
        if before.accepted is self._look.accepted:
            return
        info = self.pathway.info.id
        changed = {about or info for _rule, about in before.accepted ^ self._look.accepted}
        for row in self._rows.values():
            for answer in row.answers:
                if isinstance(answer, Gap) and answer.found_at in changed:
                    yield answer.about

    def _ask_of(self, id: Id) -> None:
        known = self._rows.pop(id, _Row())
        row = _Row()
        record = self.pathway.get(id)
        if record is not None:
            asked = self._asked[type(record)]
            row = _Row(asked, tuple([answered(each, record, self._look) for each in asked]))
            self._rows[id] = known if row == known else row
        if row != known:
            self._count(known, -1)
            self._count(row, 1)

    def _count(self, row: _Row, many: int) -> None:
        for requirement, answer in zip(row.asked, row.answers, strict=True):
            count_in(self._tally, requirement, answer, many)


def _differing(before: ByRecord, after: ByRecord) -> Iterator[Id]:
    """Yield of what something else is said; words, and what else they name, decide nothing."""
    for id in before.keys() | after.keys():
        if _gist(before.get(id, ())) != _gist(after.get(id, ())):
            yield id


def _gist(said: tuple[Said, ...]) -> list[tuple[Id | None, bool, Severity | None]]:
    return [(each.about, each.evaluated, each.severity) for each in said]


def _linked(pathway: Pathway, touched: AbstractSet[Id]) -> set[Id]:
    """Return the records touched, those that they link to and those that link to them."""
    records = [pathway[id] for id in touched if id in pathway]
    found = {*touched, *(id for record in records for _link, id in links_of(record))}
    found.update(_arrows(pathway, touched))
    for kind, links in LINKS.items():
        for link in links:
            if link.field not in _ENDS and any(isinstance(each, link.to) for each in records):
                found.update(
                    record.id
                    for record in pathway.of(kind)
                    if (value := getattr(record, link.field))
                    and not touched.isdisjoint(link.ids(value))
                )
    return found


def _farther(pathway: Pathway, touched: AbstractSet[Id], edit: Edit) -> Iterator[Id]:
    """Yield the handovers at stages of those touched, and of actors of another sector."""
    records = [pathway[id] for id in touched if id in pathway]
    arrows = [record for record in records if isinstance(record, Handover)]
    yield from _arrows(pathway, (id for arrow in arrows for id in (arrow.source, arrow.target)))
    if edit.reaches({Actor: {"sector"}}):
        yield from _arrows(
            pathway, (stage.id for stage in pathway.stages if stage.actor in touched)
        )


def _arrows(pathway: Pathway, stages: Iterable[Id]) -> Iterator[Id]:
    for stage in stages:
        yield from (arrow.id for arrow in pathway.leaving(stage))
        yield from (arrow.id for arrow in pathway.arriving(stage))
