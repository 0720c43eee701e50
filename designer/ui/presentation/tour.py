"""The order in which stages are shown: along the handovers, each stage once. Pure, no Qt."""

from collections.abc import Mapping

from model.ids import Id
from model.pathway import Pathway


def tour(pathway: Pathway) -> tuple[Id, ...]:
    """Return all stages in walk order.

    It begins where customers come in and follows the first branch as far as it goes. A stage where
    branches meet comes when the last of them has been shown; ways back are not followed.
    """
    onward = _without_ways_back(pathway)
    awaited = dict.fromkeys(onward, 0)
    for targets in onward.values():
        for target in targets:
            awaited[target] += 1
    to_show = [stage for stage in reversed(_beginnings(pathway)) if not awaited[stage]]
    shown: list[Id] = []
    while to_show:
        stage = to_show.pop()
        shown.append(stage)
        for target in reversed(onward[stage]):
            awaited[target] -= 1
            if not awaited[target]:
                to_show.append(target)
    return tuple(shown)


def _beginnings(pathway: Pathway) -> list[Id]:
    """Return all stages, those first where customers come in, then those that nothing leads to."""
    stages = pathway.stages
    return [
        stage.id
        for stage in sorted(
            stages, key=lambda stage: (not stage.start, bool(pathway.arriving(stage.id)))
        )
    ]


def _without_ways_back(pathway: Pathway) -> Mapping[Id, list[Id]]:
    """Return for each stage where one goes on to, without the handovers that close a loop."""
    onward: dict[Id, list[Id]] = {stage.id: [] for stage in pathway.stages}
    under_way: set[Id] = set()
    done: set[Id] = set()
    for beginning in _beginnings(pathway):
        if beginning in done:
            continue
        path = [beginning]
        ways = [iter(_targets(pathway, beginning))]
        under_way.add(beginning)
        while path:
            target = next(ways[-1], None)
            if target is None:
                ways.pop()
                under_way.discard(path[-1])
                done.add(path.pop())
            elif target not in under_way:
                onward[path[-1]].append(target)
                if target not in done:
                    path.append(target)
                    ways.append(iter(_targets(pathway, target)))
                    under_way.add(target)
    return onward


def _targets(pathway: Pathway, stage: Id) -> dict[Id, None]:
    return dict.fromkeys(arrow.target for arrow in pathway.leaving(stage))
