"""Questions asked of a pathway as a graph, on plain dicts: fast enough for every edit."""

from collections import deque
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence

from model.codes import StageKind
from model.ids import Id
from model.pathway import Pathway
from model.records import Handover, Stage

Ways = Mapping[Id, tuple[Id, ...]]
"""For each stage, in reading order, the stages that are one step away."""


def ways_onward(pathway: Pathway) -> Ways:
    """Return where customers can go from each stage, the way of a declined referral included."""
    return {stage.id: ways_from(stage.id, pathway) for stage in pathway.stages}


def ways_from(stage: Id, pathway: Pathway) -> tuple[Id, ...]:
    """Return where customers can go from one stage."""
    arrows = pathway.leaving(stage)
    if len(arrows) == 1 and arrows[0].if_not_accepted is None:
        return (arrows[0].target,)
    targets: dict[Id, None] = {}
    for arrow in arrows:
        targets[arrow.target] = None
        if arrow.if_not_accepted is not None and arrow.if_not_accepted != stage:
            targets[arrow.if_not_accepted] = None
    return tuple(targets)


def turned_round(ways: Ways) -> Ways:
    """Return the ways in the other direction: for each stage those that lead to it."""
    back: dict[Id, list[Id]] = {stage: [] for stage in ways}
    for source, targets in ways.items():
        for target in targets:
            back[target].append(source)
    return {stage: tuple(sources) for stage, sources in back.items()}


def ends(pathway: Pathway) -> tuple[Id, ...]:
    return tuple(stage.id for stage in pathway.stages if stage.kind is StageKind.END)


def dead_ends(
    stages: Collection[Stage], leading_on: Container[Id], led_to: Container[Id]
) -> tuple[Id, ...]:
    """Return the stages that are no end although something leads to them and nothing on.

    The only stage of a pathway is one; a stage that no way joins to the others is none, it is
    a part of its own.
    """
    return tuple(
        stage.id
        for stage in stages
        if stage.id not in leading_on
        and stage.kind is not StageKind.END
        and (stage.id in led_to or len(stages) == 1)
    )


def unfinished(pathway: Pathway) -> tuple[Id, ...]:
    """Return the dead ends, in reading order: where somebody has to say what follows.

    Asked at every edit, so that it builds no ways.
    """
    leading_on: set[Id] = set()
    led_to: set[Id] = set()
    for arrow in pathway.of(Handover):
        leading_on.add(arrow.source)
        led_to.add(arrow.target)
        if arrow.if_not_accepted is not None and arrow.if_not_accepted != arrow.source:
            led_to.add(arrow.if_not_accepted)
    return dead_ends(pathway.stages, leading_on, led_to)


def reachable(ways: Ways, starts: Iterable[Id]) -> set[Id]:
    """Return the stages that can be reached from `starts`, these included."""
    found = set(starts)
    waiting = list(found)
    while waiting:
        for target in ways[waiting.pop()]:
            if target not in found:
                found.add(target)
                waiting.append(target)
    return found


def meets(
    ways: Ways, starts: Iterable[Id], goals: Container[Id], *, ended_by: Container[Id]
) -> bool:
    """Whether one of `goals` can be reached from `starts` without going on from `ended_by`."""
    found = set(starts)
    waiting = list(found)
    while waiting:
        stage = waiting.pop()
        if stage in goals:
            return True
        if stage not in ended_by:
            for target in ways[stage]:
                if target not in found:
                    found.add(target)
                    waiting.append(target)
    return False


def shortest_path(ways: Ways, starts: Iterable[Id], goal: Id) -> tuple[Id, ...]:
    """Return the stages of a shortest way from one of `starts` to `goal`, () without a way."""
    came_from: dict[Id, Id | None] = dict.fromkeys(starts)
    waiting = deque(came_from)
    while waiting:
        stage = waiting.popleft()
        if stage == goal:
            return _way_to(came_from, goal)
        for target in ways[stage]:
            if target not in came_from:
                came_from[target] = stage
                waiting.append(target)
    return ()


def _way_to(came_from: Mapping[Id, Id | None], goal: Id) -> tuple[Id, ...]:
    way: list[Id] = []
    stage: Id | None = goal
    while stage is not None:
        way.append(stage)
        stage = came_from[stage]
    return tuple(reversed(way))


def parts(ways: Ways, ways_back: Ways | None = None) -> tuple[tuple[Id, ...], ...]:
    """Return the pieces that no way joins, in any direction; the largest first.

    Give the ways in the other direction where they are known.
    """
    back = ways_back or turned_round(ways)
    piece: dict[Id, int] = {}
    pieces: list[list[Id]] = []
    for first in ways:
        if first not in piece:
            piece[first] = len(pieces)
            waiting = [first]
            while waiting:
                stage = waiting.pop()
                for joined in ways[stage] + back[stage]:
                    if joined not in piece:
                        piece[joined] = len(pieces)
                        waiting.append(joined)
            pieces.append([])
    for stage in ways:
        pieces[piece[stage]].append(stage)
    return tuple(sorted(map(tuple, pieces), key=len, reverse=True))


def loops(
    ways: Ways, components: Iterable[Sequence[Id]] | None = None
) -> tuple[tuple[Id, ...], ...]:
    """Return the sets of stages from which one can come back to where one was.

    These are the strongly connected components of more than one stage, and the stages with a
    way to themselves; stages in reading order. Give the components where they are known.
    """
    places = {stage: place for place, stage in enumerate(ways)}
    return tuple(
        sorted(
            (
                tuple(sorted(component, key=places.__getitem__))
                for component in components or strong_components(ways)
                if len(component) > 1 or component[0] in ways[component[0]]
            ),
            key=lambda loop: places[loop[0]],
        )
    )


def strong_components(ways: Ways) -> Iterator[list[Id]]:
    """Yield the strongly connected components (Tarjan 1972, without recursion).

    Each comes after all that it leads to.
    """
    # The lowest number among the stages on the path that a stage leads back to, itself included;
    # `done` for those whose component has been told.
    lowest: dict[Id, int] = {}
    done = len(ways)
    count = 0
    path: list[Id] = []
    for root in ways:
        if root in lowest:
            continue
        walk = [(root, count, iter(ways[root]))]
        lowest[root] = count
        path.append(root)
        count += 1
        while walk:
            stage, number, targets = walk[-1]
            for target in targets:
                known = lowest.get(target)
                if known is None:
                    walk.append((target, count, iter(ways[target])))
                    lowest[target] = count
                    path.append(target)
                    count += 1
                    break
                if known < lowest[stage]:  # noqa: PLR1730 - asked of every way: min() costs a call
                    lowest[stage] = known
            else:
                walk.pop()
                if lowest[stage] == number:
                    component = _taken_off(path, stage)
                    for each in component:
                        lowest[each] = done
                    yield component
                elif lowest[stage] < lowest[walk[-1][0]]:
                    lowest[walk[-1][0]] = lowest[stage]


def _taken_off(path: list[Id], down_to: Id) -> list[Id]:
    component = [path.pop()]
    while component[-1] != down_to:
        component.append(path.pop())
    return component


def ahead(ways: Ways, among: Iterable[Id], components: Iterable[Iterable[Id]]) -> dict[Id, int]:
    """Return for each stage which of `among` can be reached from it, itself included.

    As bits, which join fast: the lowest for the first of `among`; see `places`. `components` are
    the strong ones of these ways, or those of the ways in the other direction, reversed.
    """
    bits = {id: 1 << place for place, id in enumerate(among)}
    reached: dict[Id, int] = {}
    for component in components:  # comes after all that it leads to
        there = 0
        for id in component:
            if id in bits:
                there |= bits[id]
            for target in ways[id]:
                if target in reached:
                    there |= reached[target]
        for id in component:
            reached[id] = there
    return reached


def places(bits: int) -> Iterator[int]:
    """Yield the places of the bits that are set, the lowest first."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def longest_route(ways: Ways, starts: Iterable[Id]) -> tuple[Id, ...]:
    """Return a long route from one of `starts` that comes to no stage twice.

    Finding the longest is infeasible with loops; this is the longest that takes no way back to
    a stage passed on the way, as a depth-first walk from the starts meets them.
    """
    starts = tuple(starts)
    length: dict[Id, int] = {}
    onward: dict[Id, Id | None] = {}
    for start in starts:
        _walk_from(start, ways, length, onward)
    if not starts:
        return ()
    route: list[Id] = []
    stage: Id | None = max(starts, key=length.__getitem__)
    while stage is not None:
        route.append(stage)
        stage = onward[stage]
    return tuple(route)


def _walk_from(start: Id, ways: Ways, length: dict[Id, int], onward: dict[Id, Id | None]) -> None:
    """Note for all that can be reached how many stages follow at most, and which comes first."""
    if start in length:
        return
    walk = [(start, iter(ways[start]))]
    passing = {start}
    while walk:
        stage, targets = walk[-1]
        for following in targets:
            if following not in length and following not in passing:
                passing.add(following)
                walk.append((following, iter(ways[following])))
                break
        else:
            walk.pop()
            longest, first = 0, None
            for target in ways[stage]:
                if target not in passing and length[target] > longest:
                    longest, first = length[target], target
            onward[stage], length[stage] = first, longest + 1
            passing.discard(stage)
