"""What one step of a walk takes: the wait on the way to a stage, and the doing in it.

The rules of counting, and why they are such: docs/decisions/0010-times-along-a-walk.md.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
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


def days_of(span: Span) -> Days | None:
    """Return a span in calendar days, None when its words say no length."""
    said, longest = span.days(), replace(span, least=span.most).days()
    if said is None or longest is None:
        return None
    return Days(said[0], longest[0], said[1])


class PartKind(StrEnum):
    WAIT = "wait"
    DOING = "doing"


class Part(Struct, frozen=True, kw_only=True):
    """A wait along a handover (or before a walk's first stage), or the doing in a stage.

    `about` is the handover or the stage, `spans` are what was counted, as people typed it.
    `days` is None when nobody said how long it takes.
    """

    about: Id
    kind: PartKind
    days: Days | None
    spans: tuple[Span, ...] = ()


class Way(NamedTuple):
    """A way from stage to stage: a handover, or what follows when it is declined."""

    arrow: Handover
    source: Stage
    target: Stage


def doing(stage: Stage) -> Part | None:
    """Return how long a stage itself takes; None when that is part of its time target, or an end.

    A target without a duration beside it is read as the time until the stage is done.
    """
    if stage.duration is not None:
        days = days_of(stage.duration)
        return Part(about=stage.id, kind=PartKind.DOING, days=days, spans=(stage.duration,))
    if stage.kind is StageKind.END or _clocks(stage.time_targets):
        return None
    return Part(about=stage.id, kind=PartKind.DOING, days=None)


def wait(way: Way) -> Part | None:
    """Return the wait from the end of one stage to the next; None when there is none."""
    source, target = way.source, way.target
    if source.visit_group and source.visit_group == target.visit_group:
        return None
    arrow = way.arrow
    limits = (arrow.accept_within, arrow.answer_within, arrow.see_within)
    after = [limit for limit in limits if limit is not None] if arrow.target == target.id else []
    if arrow.target != target.id:  # declined: the answer has come, nobody is seen
        after = [limit for limit in limits[:2] if limit is not None]
    clocks = _clocks([*after, *target.time_targets])
    sending = _clocks([arrow.send_within]) if arrow.send_within else []
    if not clocks and not sending:
        if target.kind is StageKind.END:
            return None
        return Part(about=arrow.id, kind=PartKind.WAIT, days=None)
    return _together(arrow.id, clocks, sending, source)


def wait_before(stage: Stage, counted_from: Text | None) -> Part | None:
    """Return the wait before the first stage of a walk, by the stage's own time targets.

    When the event is given from which somebody counts, only the targets that count from it.
    """
    clocks = [
        clock
        for clock in _clocks(stage.time_targets)
        if counted_from is None or (clock.starts and clock.starts == _event(counted_from))
    ]
    return _together(stage.id, clocks, [], None) if clocks else None


class _Clock(NamedTuple):
    """A time target that can be measured; events as words that compare, '' when not named."""

    days: Days
    span: Span
    starts: str
    ends: str
    ages: AgeRange | None


def _clocks(targets: Iterable[TimeTarget]) -> list[_Clock]:
    found = []
    for target in targets:
        days = days_of(target.limit)
        if days is not None:
            starts, ends = _event(target.starts), _event(target.ends)
            found.append(_Clock(days, target.limit, starts, ends, target.ages))
    return found


def _event(text: Text) -> str:
    return " ".join(in_language(text, "fi").split()).casefold()


class _Run(NamedTuple):
    """Limits that run one after another, and how long that takes."""

    days: Days
    spans: tuple[Span, ...]


def _together(
    about: Id, clocks: Sequence[_Clock], sending: Sequence[_Clock], source: Stage | None
) -> Part:
    """Return the wait of one step: per age group the longest run, over all groups the range."""
    groups = list(dict.fromkeys(_ages(clock) for clock in clocks if clock.ages is not None))
    runs = [
        _longest_run(
            [clock for clock in clocks if clock.ages is None or _ages(clock) == group],
            sending,
            _running(source, group),
        )
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
        spans=tuple(dict.fromkeys(span for run in runs for span in run.spans)),
    )


Ages = tuple[int | None, int | None] | None


def _ages(clock: _Clock) -> Ages:
    return (clock.ages.youngest, clock.ages.oldest) if clock.ages else None


def _running(source: Stage | None, group: Ages) -> Mapping[str, Days]:
    """Return how long the clocks of the stage before have run when it is done."""
    if source is None:
        return {}
    own = doing(source)
    took = (own.days if own else None) or NOTHING
    running: dict[str, Days] = {}
    for clock in _clocks(source.time_targets):
        if clock.starts and (clock.ages is None or _ages(clock) == group):
            days = clock.days.plus(took)
            running[clock.starts] = max(running.get(clock.starts, days), days, key=_by_most)
    return running


def _by_most(days: Days) -> tuple[float, float, float]:
    return days.most, days.full, days.least


def _longest_run(
    clocks: Sequence[_Clock], sending: Sequence[_Clock], running: Mapping[str, Days]
) -> _Run:
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
            runs[place] = _Run(clock.days.beyond(running[clock.starts]), (clock.span,))
        else:
            before = max(
                (runs[other] for other in earlier.get(place, ())), key=_long, default=_NONE
            )
            runs[place] = _Run(before.days.plus(clock.days), (*before.spans, clock.span))
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
