"""What one step of a walk takes: the wait on the way to a stage, and the doing in it.

The rules of counting, and why they are such: docs/decisions/0010-times-along-a-walk.md.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from graphlib import CycleError, TopologicalSorter
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from model.codes import StageKind
from model.ids import Id
from model.parts import TimeTarget
from model.records import Handover, Stage
from model.text import AgeRange, Span, Text, in_language


class Days(NamedTuple):
    """A length in calendar days.

    `least` is the shortest length that is said, `most` the longest one. `full` is how few days
    that longest length can be: a month of 28 days, working days without a holiday between.
    """

    least: float
    full: float
    most: float

    def plus(self, other: "Days") -> "Days":
        return Days(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))

    def beyond(self, other: "Days") -> "Days":
        """Return what is left of this after the other, which runs from the same moment."""
        return Days(*(max(0.0, mine - theirs) for mine, theirs in zip(self, other, strict=True)))


NOTHING = Days(0.0, 0.0, 0.0)


@lru_cache(maxsize=4096)
def days_of(span: Span) -> Days | None:
    """Return a span in calendar days, None when its words say no length."""
    said, longest = span.days(), replace(span, least=span.most).days()
    if said is None or longest is None:
        return None
    return Days(said[0], longest[0], said[1])


class PartKind(StrEnum):
    WAIT = "wait"
    DOING = "doing"


class Source(NamedTuple):
    """Where a time was said: in which field of which record, and what people typed there.

    `law` is the id of the legal limit that it rests on, "" when it names none; `ages` are those
    for whom it holds, None for all.
    """

    about: Id
    field: str
    span: Span
    law: str = ""
    ages: AgeRange | None = None


class Part(Struct, frozen=True, kw_only=True):
    """A wait along a handover (or before a walk's first stage), or the doing in a stage.

    `about` is the handover or the stage, `sources` are what was counted. `days` is None when
    nobody said how long it takes.
    """

    about: Id
    kind: PartKind
    days: Days | None
    sources: tuple[Source, ...] = ()

    @property
    def spans(self) -> tuple[Span, ...]:
        """What was counted, as people typed it."""
        return tuple(dict.fromkeys(source.span for source in self.sources))


class Way(NamedTuple):
    """A way from stage to stage: a handover, or what follows when it is declined."""

    arrow: Handover
    source: Stage
    target: Stage


class Steps:
    """What each step of a pathway takes, worked out once for each.

    It may be asked of the next pathway, too: an answer is given again only for the records that
    it was worked out from.
    """

    def __init__(self) -> None:
        self._clocks: dict[Id, tuple[Stage, tuple[_Clock, ...]]] = {}
        self._doings: dict[Id, tuple[Stage, Part | None]] = {}
        self._waits: dict[tuple[Id, Id], tuple[Way, Part | None]] = {}

    def keep_to(self, stages: Mapping[Id, Stage], leaving: Mapping[Id, Sequence[Way]]) -> None:
        """Let go of what is known of other steps, as soon as it is more than there are of these."""
        if max(len(self._clocks), len(self._doings)) > len(stages):
            self._clocks = {id: each for id, each in self._clocks.items() if id in stages}
            self._doings = {id: each for id, each in self._doings.items() if id in stages}
        if len(self._waits) > sum(map(len, leaving.values())):
            keys = {(way.arrow.id, way.target.id) for ways in leaving.values() for way in ways}
            self._waits = {key: each for key, each in self._waits.items() if key in keys}

    def doing(self, stage: Stage) -> Part | None:
        """Return how long a stage takes; None when that is part of its time target, or an end.

        A target without a duration beside it is read as the time until the stage is done.
        """
        known = self._doings.get(stage.id)
        if known is None or known[0] is not stage:
            known = self._doings[stage.id] = stage, self._doing(stage)
        return known[1]

    def _doing(self, stage: Stage) -> Part | None:
        if stage.duration is not None:
            days = days_of(stage.duration)
            said = (Source(stage.id, "duration", stage.duration),)
            return Part(about=stage.id, kind=PartKind.DOING, days=days, sources=said)
        if stage.kind is StageKind.END or self._of(stage):
            return None
        return Part(about=stage.id, kind=PartKind.DOING, days=None)

    def wait(self, way: Way) -> Part | None:
        """Return the wait from the end of one stage to the next; None when there is none."""
        key = way.arrow.id, way.target.id
        known = self._waits.get(key)
        if known is None or known[0] != way:  # of the very same records this is soon told
            known = self._waits[key] = way, self._wait(way)
        return known[1]

    def _wait(self, way: Way) -> Part | None:
        arrow, source, target = way
        if source.visit_group and source.visit_group == target.visit_group:
            return None
        limits = {"accept_within": arrow.accept_within, "answer_within": arrow.answer_within}
        if arrow.target == target.id:  # otherwise declined: the answer has come, nobody is seen
            limits["see_within"] = arrow.see_within
        clocks = (*_clocks(arrow.id, limits.items()), *self._of(target))
        sending = _clocks(arrow.id, [("send_within", arrow.send_within)])
        if clocks or sending:
            return _together(arrow.id, clocks, sending, self._running(source))
        if target.kind is StageKind.END:
            return None
        return Part(about=arrow.id, kind=PartKind.WAIT, days=None)

    def wait_before(self, stage: Stage, counted_from: Text | None) -> Part | None:
        """Return the wait before the first stage of a walk, by the stage's own time targets.

        When the event is given from which somebody counts, only the targets that count from it.
        """
        event = None if counted_from is None else _event(counted_from)
        clocks = [
            clock
            for clock in self._of(stage)
            if event is None or (clock.starts and clock.starts == event)
        ]
        return _together(stage.id, clocks, (), ()) if clocks else None

    def _of(self, stage: Stage) -> "tuple[_Clock, ...]":
        known = self._clocks.get(stage.id)
        if known is None or known[0] is not stage:
            targets = [("time_targets", target) for target in stage.time_targets]
            known = self._clocks[stage.id] = stage, _clocks(stage.id, targets)
        return known[1]

    def _running(self, source: Stage) -> "tuple[_Clock, ...]":
        """Return the clocks of a stage as they stand when it is done."""
        own = self.doing(source)
        took = (own.days if own else None) or NOTHING
        return tuple(
            clock._replace(days=clock.days.plus(took)) for clock in self._of(source) if clock.starts
        )


class _Clock(NamedTuple):
    """A time target that can be measured; events as words that compare, '' when not named."""

    days: Days
    source: Source
    starts: str
    ends: str

    @property
    def ages(self) -> AgeRange | None:
        return self.source.ages


def _clocks(about: Id, targets: Iterable[tuple[str, TimeTarget | None]]) -> tuple[_Clock, ...]:
    found = []
    for field, target in targets:
        days = days_of(target.limit) if target is not None else None
        if target is not None and days is not None:
            source = Source(about, field, target.limit, target.law, target.ages)
            found.append(_Clock(days, source, _event(target.starts), _event(target.ends)))
    return tuple(found)


def _event(text: Text) -> str:
    return " ".join(in_language(text, "fi").split()).casefold()


class _Run(NamedTuple):
    """Limits that run one after another, and how long that takes."""

    days: Days
    sources: tuple[Source, ...]


def _together(
    about: Id, clocks: Sequence[_Clock], sending: Sequence[_Clock], running: Sequence[_Clock]
) -> Part:
    """Return the wait of one step: per age group the longest run, over all groups the range."""
    groups = list(dict.fromkeys(_ages(clock) for clock in clocks if clock.ages is not None))
    runs = [
        _longest_run(_of_group(clocks, group), sending, _latest(_of_group(running, group)))
        for group in groups or [None]
    ]
    return Part(
        about=about,
        kind=PartKind.WAIT,
        days=Days(
            min(run.days.least for run in runs),
            max(run.days.full for run in runs),
            max(run.days.most for run in runs),
        ),
        sources=tuple(dict.fromkeys(source for run in runs for source in run.sources)),
    )


Ages = tuple[int | None, int | None] | None


def _ages(clock: _Clock) -> Ages:
    return (clock.ages.youngest, clock.ages.oldest) if clock.ages else None


def _of_group(clocks: Sequence[_Clock], group: Ages) -> list[_Clock]:
    return [clock for clock in clocks if clock.ages is None or _ages(clock) == group]


def _latest(running: Sequence[_Clock]) -> Mapping[str, Days]:
    """Return how long each clock has run at most, by the words of its start."""
    latest: dict[str, Days] = {}
    for clock in running:
        latest[clock.starts] = max(latest.get(clock.starts, clock.days), clock.days, key=_by_most)
    return latest


def _by_most(days: Days) -> tuple[float, float, float]:
    return days.most, days.full, days.least


def _longest_run(
    clocks: Sequence[_Clock], sending: Sequence[_Clock], running: Mapping[str, Days]
) -> _Run:
    if not sending and len(clocks) == 1:
        clock = clocks[0]
        return _Run(clock.days.beyond(running.get(clock.starts, NOTHING)), (clock.source,))
    every = (*sending, *clocks)
    earlier = {place: list(_just_before(place, every, len(sending))) for place in range(len(every))}
    try:
        order = list(TopologicalSorter(earlier).static_order())
    except CycleError:  # events that name each other in a circle tell no order
        earlier, order = {}, list(range(len(every)))
    runs: dict[int, _Run] = {}
    for place in order:
        clock = every[place]
        if clock.starts in running:
            runs[place] = _Run(clock.days.beyond(running[clock.starts]), (clock.source,))
        else:
            before = max(
                (runs[other] for other in earlier.get(place, ())), key=_long, default=_NONE
            )
            runs[place] = _Run(before.days.plus(clock.days), (*before.sources, clock.source))
    return max(runs.values(), key=_long, default=_NONE)


_NONE = _Run(NOTHING, ())


def _long(run: _Run) -> tuple[float, float, float]:
    return _by_most(run.days)


def _just_before(place: int, every: Sequence[_Clock], sending: int) -> Iterator[int]:
    """Yield the limits after which one begins: whose end is its start, else the sending."""
    clock, followed = every[place], False
    for other, earlier in enumerate(every):
        if clock.starts and earlier.ends == clock.starts != earlier.starts:
            followed = True
            yield other
    if not followed and place >= sending:
        for other in range(sending):
            if not clock.starts or every[other].starts != clock.starts:
                yield other
