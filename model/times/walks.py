"""The shortest and the longest walk by their times, and what on the way nobody said."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from heapq import heappop, heappush

from msgspec import Struct

from model import graph
from model.codes import StageKind
from model.ids import Id
from model.pathway import Pathway
from model.records import Stage, TimePromise
from model.text import Text
from model.times.parts import NOTHING, Days, Part, Steps, Way


class Walk(Struct, frozen=True, kw_only=True):
    """A walk: ids of stages and handovers in turn, and the times along it in their order.

    `days` is the sum of what is known; `unknown` are the parts of which nobody said how long
    they take. While there are any, how long the walk takes cannot be said.
    """

    way: tuple[Id, ...]
    parts: tuple[Part, ...]

    @property
    def days(self) -> Days:
        return _sum(part.days for part in self.parts if part.days is not None)

    @property
    def unknown(self) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if part.days is None)


def between(
    pathway: Pathway,
    starts: Iterable[Id],
    goals: Iterable[Id],
    counted_from: Text | None = None,
) -> "Times":
    """Return the times of the walks from any of `starts` to the end of any of `goals`.

    `counted_from` is the event at which the clock starts: of what one waits for the first stage
    only targets from that event count. Without it, all of its own targets do.
    """
    return Times(Timed(pathway), starts, goals, counted_from)


def of_promise(timed: "Timed", promise: TimePromise) -> "Times | None":
    """Return the times between a promise's stages, None when it does not name both."""
    if promise.from_stage is None or promise.to_stage is None:
        return None
    starts, goals = (promise.from_stage,), (promise.to_stage,)
    return Times(timed, starts, goals, counted_from=promise.target.starts)


def start_to_end(timed: "Timed") -> "Times":
    """Return the times from where customers come in to where their pathway ends.

    They come in at the stages marked so, else at those without a way in; it ends at the stages
    of that kind, else at those without a way out.
    """
    stages = timed.stages.values()
    led_to = {way.target.id for ways in timed.leaving.values() for way in ways}
    starts = [stage.id for stage in stages if stage.start]
    ends = [stage.id for stage in stages if stage.kind is StageKind.END]
    return Times(
        timed,
        starts or [stage.id for stage in stages if stage.id not in led_to],
        ends or [stage.id for stage in stages if not timed.leaving.get(stage.id)],
    )


class Timed:
    """A pathway with what each of its steps takes, worked out once for several questions.

    `steps` are those of the pathway before an edit, where they are at hand.
    """

    def __init__(self, pathway: Pathway, steps: Steps | None = None) -> None:
        self.stages = {stage.id: stage for stage in pathway.stages}
        self.leaving = _ways(pathway, self.stages)
        self.steps = Steps() if steps is None else steps
        self.steps.keep_to(self.stages, self.leaving)


Found = tuple[Id, Mapping[Id, Way | None]] | None
"""A walk's last stage, and by which way each stage is come to."""


class Times:
    """What walks from some stages to others take; each answer is worked out when it is asked for.

    Unknown parts count as nothing in the choice of a walk.
    """

    def __init__(
        self,
        timed: Timed,
        starts: Iterable[Id],
        goals: Iterable[Id],
        counted_from: Text | None = None,
    ) -> None:
        self._stages = timed.stages
        self._leaving = timed.leaving
        self._wait = timed.steps.wait
        self._steps = timed.steps
        self._starts = tuple(id for id in dict.fromkeys(starts) if id in self._stages)
        self._goals = frozenset(goals)
        self._counted_from = counted_from

    @cached_property
    def longest(self) -> Walk | None:
        """The walk that takes longest and returns to no stage, None where no way leads."""
        return self._walk(self._longest())

    @cached_property
    def shortest(self) -> Walk | None:
        """The walk that takes the least days, None where no way leads."""
        return self._walk(self._shortest())

    def _doing(self, id: Id) -> Part | None:
        return self._steps.doing(self._stages[id])

    def _first(self, id: Id) -> Part | None:
        return self._steps.wait_before(self._stages[id], self._counted_from)

    # The ways of the longest walk: all but those that close a loop

    @cached_property
    def _onward(self) -> tuple[tuple[Id, ...], Mapping[Id, list[Way]]]:
        """Return the stages that can be reached, each before those after it, and the ways on."""
        finished: list[Id] = []
        onward: defaultdict[Id, list[Way]] = defaultdict(list)
        seen: set[Id] = set()
        for start in self._starts:
            if start not in seen:
                self._go_on(start, seen, finished, onward)
        return tuple(reversed(finished)), onward

    def _go_on(
        self, start: Id, seen: set[Id], finished: list[Id], onward: dict[Id, list[Way]]
    ) -> None:
        passing = {start}
        seen.add(start)
        walk = [(start, iter(self._leaving.get(start, ())))]
        while walk:
            stage, ways = walk[-1]
            for way in ways:
                target = way.target.id
                if target in passing:
                    continue
                onward[stage].append(way)
                if target not in seen:
                    seen.add(target)
                    passing.add(target)
                    walk.append((target, iter(self._leaving.get(target, ()))))
                    break
            else:
                passing.discard(stage)
                finished.append(stage)
                walk.pop()

    @cached_property
    def _relevant(self) -> set[Id]:
        """The stages on any walk from a start to a goal that closes no loop."""
        order, onward = self._onward
        found: set[Id] = set()
        for id in reversed(order):
            if id in self._goals or any(way.target.id in found for way in onward[id]):
                found.add(id)
        return found

    # The two walks, as the way by which each stage is come to

    def _longest(self) -> Found:
        order, onward = self._onward
        taken: dict[Id, float] = {}
        came_by: dict[Id, Way | None] = {}
        for start in self._starts:
            taken[start], came_by[start] = _most(self._first(start)), None
        relevant = self._relevant
        for id in (id for id in order if id in relevant):
            done = taken[id] + _most(self._doing(id))
            for way in onward[id]:
                target = way.target.id
                if target in relevant:
                    there = done + _most(self._wait(way))
                    if there > taken.get(target, -1.0):
                        taken[target], came_by[target] = there, way
        goals = [id for id in order if id in self._goals]
        last = max(goals, key=lambda id: taken[id] + _most(self._doing(id)), default=None)
        return None if last is None else (last, came_by)

    def _shortest(self) -> Found:
        """Find the walk of the least days (Dijkstra 1959); ties by reading order."""
        places = {id: place for place, id in enumerate(self._stages)}
        came_by: dict[Id, Way | None] = {}
        at_goal: list[tuple[float, int, Id]] = []
        waiting: list[tuple[float, int, int, Id, Way | None]] = []
        for start in self._starts:
            heappush(waiting, (_least(self._first(start)), places[start], -1, start, None))
        pushed = 0
        while waiting:
            taken, _place, _pushed, id, by = heappop(waiting)
            if id in came_by:
                continue
            came_by[id] = by
            done = taken + _least(self._doing(id))
            if id in self._goals:
                at_goal.append((done, places[id], id))
            for way in self._leaving.get(id, ()):
                if way.target.id not in came_by:
                    pushed += 1
                    there = done + _least(self._wait(way))
                    heappush(waiting, (there, places[way.target.id], pushed, way.target.id, way))
        return (min(at_goal)[2], came_by) if at_goal else None

    def _walk(self, found: Found) -> Walk | None:
        if found is None:
            return None
        id, came_by = found
        way: list[Id] = []
        parts: list[Part | None] = []
        while True:
            way.append(id)
            parts.append(self._doing(id))
            by = came_by[id]
            if by is None:
                break
            way.append(by.arrow.id)
            parts.append(self._wait(by))
            id = by.source.id
        parts.append(self._first(id))
        known = tuple(part for part in reversed(parts) if part is not None)
        return Walk(way=tuple(reversed(way)), parts=known)

    # What is to be said beside them

    @cached_property
    def unknown(self) -> tuple[Part, ...]:
        """The parts that nobody said the length of, on any walk that could be the longest."""
        order, onward = self._onward
        parts: list[Part | None] = []
        for id in order:
            if id in self._relevant:
                parts.append(self._doing(id))
                parts += [self._wait(way) for way in onward[id] if way.target.id in self._relevant]
        return tuple(
            dict.fromkeys(part for part in parts if part is not None and part.days is None)
        )

    @cached_property
    def loops(self) -> tuple[tuple[Id, ...], ...]:
        """The sets of stages on the way that one can go round in, as the longest walk does not."""
        ways = {
            id: tuple(dict.fromkeys(way.target.id for way in self._leaving.get(id, ())))
            for id in self._stages
        }
        return tuple(loop for loop in graph.loops(ways) if not self._relevant.isdisjoint(loop))


def _ways(pathway: Pathway, stages: Mapping[Id, Stage]) -> Mapping[Id, list[Way]]:
    leaving: defaultdict[Id, list[Way]] = defaultdict(list)
    for arrow in pathway.handovers:
        source = stages[arrow.source]
        leaving[source.id].append(Way(arrow, source, stages[arrow.target]))
        declined = stages.get(arrow.if_not_accepted or "")
        if declined is not None and declined.id not in (arrow.source, arrow.target):
            leaving[source.id].append(Way(arrow, source, declined))
    return leaving


def _sum(days: Iterable[Days]) -> Days:
    total = NOTHING
    for each in days:
        total = total.plus(each)
    return total


def _most(part: Part | None) -> float:
    return part.days.most if part is not None and part.days is not None else 0.0


def _least(part: Part | None) -> float:
    return part.days.least if part is not None and part.days is not None else 0.0
