"""Questions of a graph on plain dicts, each written down as it is thought: no rule, no words.

Stages that nothing leads to, that lead nowhere, that no start reaches, that reach no end, loops
without a way out, parts that nothing joins.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

Ways = Mapping[str, Sequence[str]]


class Answers(NamedTuple):
    unreached: set[str]
    dead_ends: set[str]
    without_end: set[str]
    closed_loops: list[set[str]]
    parts: list[set[str]]


def answers(stages: Sequence[str], arrows: Iterable[tuple[str, str]], ends: set[str]) -> Answers:
    """Answer all of it of a graph given by its stages, its arrows and the stages that are ends."""
    onward: dict[str, list[str]] = {stage: [] for stage in stages}
    back: dict[str, list[str]] = {stage: [] for stage in stages}
    for source, target in arrows:
        onward[source].append(target)
        back[target].append(source)
    starts = [stage for stage in stages if not back[stage]]
    reached = _reached(onward, starts)
    ending = _reached(back, ends)
    loops = [
        loop
        for loop in _components(stages, onward, back)
        if len(loop) > 1 and all(target in loop for stage in loop for target in onward[stage])
    ]
    return Answers(
        unreached=set(stages) - reached,
        dead_ends={stage for stage in stages if not onward[stage] and stage not in ends},
        without_end=set(stages) - ending,
        closed_loops=loops,
        parts=_parts(stages, onward, back),
    )


def _reached(ways: Ways, starts: Iterable[str]) -> set[str]:
    found = set(starts)
    waiting = list(found)
    while waiting:
        for target in ways[waiting.pop()]:
            if target not in found:
                found.add(target)
                waiting.append(target)
    return found


def _components(stages: Sequence[str], onward: Ways, back: Ways) -> list[set[str]]:
    """Return the strongly connected components, by Kosaraju's two walks."""
    order: list[str] = []
    seen: set[str] = set()
    for stage in stages:
        if stage in seen:
            continue
        seen.add(stage)
        path = [(stage, iter(onward[stage]))]
        while path:
            here, targets = path[-1]
            further = next((target for target in targets if target not in seen), None)
            if further is None:
                order.append(here)
                path.pop()
            else:
                seen.add(further)
                path.append((further, iter(onward[further])))
    found: list[set[str]] = []
    taken: set[str] = set()
    for stage in reversed(order):
        if stage in taken:
            continue
        component = {stage}
        taken.add(stage)
        waiting = [stage]
        while waiting:
            for source in back[waiting.pop()]:
                if source not in taken:
                    taken.add(source)
                    component.add(source)
                    waiting.append(source)
        found.append(component)
    return found


def _parts(stages: Sequence[str], onward: Ways, back: Ways) -> list[set[str]]:
    both: dict[str, list[str]] = defaultdict(list)
    for stage in stages:
        both[stage] = [*onward[stage], *back[stage]]
    parts: list[set[str]] = []
    taken: set[str] = set()
    for stage in stages:
        if stage not in taken:
            part = _reached(both, [stage])
            taken |= part
            parts.append(part)
    return parts
