"""Counting what must be there: how much of it is, and what is not."""

import logging
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import IntEnum
from typing import NamedTuple, cast

from msgspec import Struct

from model.checks.profiles import Profile
from model.completeness.catalogue import REQUIREMENTS
from model.completeness.look import Look
from model.completeness.parts import GIVERS, Giver, Section
from model.completeness.requirement import NOTHING, Requirement
from model.ids import Id
from model.pathway import Pathway
from model.records import RECORD_KINDS, AnyRecord, Handover, Record, Stage

_log = logging.getLogger(__name__)


class State(IntEnum):
    """How it is with one thing that must be there, by its place in a `Count`."""

    THERE = 0
    MISSING = 1
    UNKNOWN = 2
    """It could not be told whether it is there."""
    ACCEPTED = 3
    """It is missing, and that is accepted with a reason."""


class Count(NamedTuple):
    """How many things that must be there are in which state."""

    there: int = 0
    missing: int = 0
    unknown: int = 0
    accepted: int = 0

    @property
    def required(self) -> int:
        return sum(self)

    @property
    def settled(self) -> int:
        """How many nothing is to be done about: those there, and those accepted as missing."""
        return self.there + self.accepted

    @property
    def percent(self) -> int | None:
        """The share that is settled, None when nothing is required.

        It is 100 only when nothing is left to do, and 0 only when nothing is done.
        """
        if not self.required:
            return None
        if self.settled in (0, self.required):
            return 100 if self.settled else 0
        return min(max(round(100 * self.settled / self.required), 1), 99)


class Gap(Struct, frozen=True, kw_only=True, gc=False):
    """One thing that must be there and is not, or of which that cannot be told.

    `found_at` is the record about which the rule of the requirement says so.
    """

    requirement: Requirement
    about: Id
    found_at: Id
    giver: Giver
    state: State


class Completeness(Struct, frozen=True, kw_only=True):
    """How complete a pathway is; gaps by section, then in the order of the board."""

    counts: Mapping[tuple[Section, Giver], Count]
    gaps: tuple[Gap, ...]

    @property
    def total(self) -> Count:
        return added(self.counts.values())

    @property
    def by_section(self) -> dict[Section, Count]:
        """Every section, also one of which nothing is required."""
        return {
            section: added(
                count for (each, _giver), count in self.counts.items() if each is section
            )
            for section in Section
        }

    @property
    def by_giver(self) -> dict[Giver, Count]:
        """Everyone of whom something is required."""
        found = {
            giver: added(count for (_section, each), count in self.counts.items() if each is giver)
            for giver in GIVERS
        }
        return {giver: count for giver, count in found.items() if count.required}


def added(counts: Iterable[Count]) -> Count:
    return Count(*map(sum, zip(Count(), *counts, strict=True)))


def measure(
    pathway: Pathway,
    profile: Profile,
    today: date,
    requirements: tuple[Requirement, ...] = REQUIREMENTS,
) -> Completeness:
    """Count what must be there.

    That is the same in every situation, so that the figure grows by work alone: of the profile
    counts only what an organisation has set for itself.
    """
    look = Look(pathway, profile, today)
    tally: Tally = {}
    gaps: list[Gap] = []
    for requirement in requirements:
        if requirement.rule.id in profile.off:
            continue
        for record in _records(pathway, requirement.kind):
            answer = answered(requirement, record, look)
            count_in(tally, requirement, answer, 1)
            if isinstance(answer, Gap):
                gaps.append(answer)
    return Completeness(counts=counts_of(tally), gaps=_in_order(gaps, pathway))


Answer = Gap | Giver | None
"""What is missing, or who gave what is there; None when nothing is required."""


def answered(requirement: Requirement, record: AnyRecord, look: Look) -> Answer:
    """Ask one thing of one record."""
    try:
        presence = requirement.presence(record, look)
    except Exception as error:  # noqa: BLE001 - one broken rule must not take away the figure
        # The error's own words may quote what users wrote.
        _log.error("completeness, rule %s: %s", requirement.rule.id, type(error).__name__)
        presence = None
    if presence is NOTHING:
        return None
    giver = requirement.given(record, look)
    if presence:
        return giver
    found_at = requirement.found_at(record, look)
    state = State.UNKNOWN if presence is None else State.MISSING
    if state is State.MISSING and look.is_accepted(requirement.rule, found_at):
        state = State.ACCEPTED
    return Gap(
        requirement=requirement, about=record.id, found_at=found_at, giver=giver, state=state
    )


Tally = dict[tuple[Section, Giver], list[int]]
"""How many things are in which state, by section and by who gives them."""


def count_in(tally: Tally, requirement: Requirement, answer: Answer, many: int) -> None:
    """Count an answer (1), or take it out again (-1)."""
    if answer is None:
        return
    giver, state = (
        (answer.giver, answer.state) if isinstance(answer, Gap) else (answer, State.THERE)
    )
    key = requirement.section, giver
    states = tally.get(key)
    if states is None:
        states = tally[key] = [0 for _state in State]
    states[state] += many


def counts_of(tally: Tally) -> dict[tuple[Section, Giver], Count]:
    return {key: Count(*states) for key, states in tally.items() if any(states)}


def _records(pathway: Pathway, kind: type[Record]) -> Iterable[AnyRecord]:
    if kind is Record:
        return pathway.values()
    return cast("Iterable[AnyRecord]", pathway.of(kind))


def _in_order(gaps: list[Gap], pathway: Pathway) -> tuple[Gap, ...]:
    """Sort gaps by section, then along the board: the pathway, stages and what leaves them."""
    places = {id: place for place, id in enumerate(dict.fromkeys(along_the_board(pathway)))}
    sections = {section: place for place, section in enumerate(Section)}
    return tuple(
        sorted(gaps, key=lambda gap: (sections[gap.requirement.section], places[gap.about]))
    )


def along_the_board(pathway: Pathway) -> Iterator[Id]:
    """Yield the pathway, each stage with what leaves it, the other records; some arrows twice."""
    yield pathway.info.id
    for stage in pathway.stages:
        yield stage.id
        yield from (arrow.id for arrow in pathway.leaving(stage.id))
    for kind in RECORD_KINDS:
        if kind not in (Stage, Handover):
            yield from (record.id for record in pathway.of(kind))
    yield from (arrow.id for arrow in pathway.handovers)
