"""Which handovers lead onward: all but those that close a loop."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from model.ids import Id
from model.pathway import Pathway

Edge = tuple[Id, Id]


def onward_as_drawn(pathway: Pathway) -> list[Edge]:
    """Keep what leads to the right on the board, then what closes no loop with that."""
    places = {stage.id: place for place, stage in enumerate(pathway.stages)}
    edges = sorted(_edges(pathway), key=lambda edge: (places[edge[0]], places[edge[1]]))
    kept = [edge for edge in edges if places[edge[0]] < places[edge[1]]]
    onward: defaultdict[Id, list[Id]] = defaultdict(list)
    for source, target in kept:
        onward[source].append(target)
    for source, target in edges:
        if places[source] > places[target] and not _leads(onward, target, source):
            onward[source].append(target)
            kept.append((source, target))
    return kept


def onward_as_walked(pathway: Pathway) -> list[Edge]:
    """Keep what a walk from the beginnings does not meet as a way back (depth first)."""
    onward: dict[Id, list[Id]] = {stage.id: [] for stage in pathway.stages}
    arrived_at = set()
    for source, target in _edges(pathway):
        onward[source].append(target)
        arrived_at.add(target)
    beginnings = [id for id in onward if id not in arrived_at]
    kept: list[Edge] = []
    done: set[Id] = set()
    for start in (*beginnings, *onward):
        if start not in done:
            kept += _walked(start, onward, done)
    return kept


def _edges(pathway: Pathway) -> Iterator[Edge]:
    seen: set[Edge] = set()
    for arrow in pathway.handovers:
        edge = arrow.source, arrow.target
        if edge not in seen and arrow.source != arrow.target:
            seen.add(edge)
            if arrow.source in pathway and arrow.target in pathway:
                yield edge


def _leads(onward: Mapping[Id, list[Id]], start: Id, goal: Id) -> bool:
    seen, waiting = {start}, [start]
    while waiting:
        stage = waiting.pop()
        if stage == goal:
            return True
        for target in onward.get(stage, ()):
            if target not in seen:
                seen.add(target)
                waiting.append(target)
    return False


def _walked(start: Id, onward: Mapping[Id, list[Id]], done: set[Id]) -> Iterator[Edge]:
    """Walk on from `start` over stages not done yet; yield the edges that close no loop."""
    done.add(start)
    passing = {start}
    walk = [(start, iter(onward[start]))]
    while walk:
        stage, targets = walk[-1]
        for target in targets:
            if target in passing:
                continue
            yield stage, target
            if target not in done:
                done.add(target)
                passing.add(target)
                walk.append((target, iter(onward[target])))
                break
        else:
            passing.discard(stage)
            walk.pop()
