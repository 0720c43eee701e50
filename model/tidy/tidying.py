"""The verb: proposals of columns and orders, of which each is taken that untangles the board."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import groupby, takewhile
from typing import NamedTuple

from model import edits
from model.change import Change, Op
from model.ids import Id
from model.messages import ngettext
from model.pathway import Pathway
from model.records import Stage
from model.tidy.moves import moves
from model.tidy.proposals import LAYERS, Proposal
from model.tidy.tangle import Tangle, Tangles

# How much is looked at: so many stages are routed anew in one round, in so many proposals at
# least. A board of 300 stages takes some 30 ms to route.
_MOST_STAGES = 2_500
_FEWEST = 8


Stop = Callable[[], bool]


def _never() -> bool:
    return False


def tidy(pathway: Pathway, scope: frozenset[Id], stop: Stop = _never) -> Change:
    """Move stages of the scope to columns of their own phase, and up and down in their cells.

    A proposal is taken when it has fewer knots and costs less (`Tangle.cost`); with as many
    knots, only when the stages of each lane stay in their order. Empty when nothing gets better:
    a tidied pathway stays as it is. Neither lanes nor phases change, and nothing outside the
    scope moves.

    `stop` is asked before each proposal; once it says so, what was best until then is returned.
    """
    return _Tidying(pathway, scope, stop).change()


class _State(NamedTuple):
    pathway: Pathway
    tangle: Tangle


class _Tidying:
    def __init__(self, pathway: Pathway, scope: frozenset[Id], stop: Stop) -> None:
        self._start = pathway
        self._stop = stop
        self._ids = [stage.id for stage in pathway.stages if stage.id in scope]
        self._routed = Tangles()
        self._tangles: dict[tuple[tuple[int, str], ...], Tangle] = {}

    def change(self) -> Change:
        best = self._untangled()
        ops: list[Op] = []
        for id in self._ids:
            stage = best.find(Stage, id)
            if stage is not None:
                ops += edits.update(self._start, id, column=stage.column, order=stage.order).ops
        moved = len({op.id for op in ops})
        label = ngettext("Tidy {count} stage", "Tidy {count} stages", moved)
        return Change(label.format(count=moved), tuple(ops))

    def _untangled(self) -> Pathway:
        """Go through the proposals until none makes the board better."""
        best, before = _State(self._start, self._tangle(self._start)), None
        while best is not before and not self._stop():
            before = best
            best = self._proposed(best, self._layered(), _is_better)
            best = self._proposed(best, moves(best.pathway, self._ids), _untangles)
        return best.pathway

    def _proposed(
        self,
        best: _State,
        proposals: Iterable[Proposal],
        is_better: Callable[[_State, _State], bool],
    ) -> _State:
        """Take each proposal that is better than what was taken before it.

        On large boards only so many are looked at as there is time for.
        """
        most = len(self._tangles) + max(_FEWEST, _MOST_STAGES // max(1, len(self._start.stages)))
        for proposal in takewhile(lambda _proposal: not self._stop(), proposals):
            pathway = proposal(best.pathway)
            proposed = _State(pathway, self._tangle(pathway))
            if is_better(best, proposed):
                best = proposed
            if len(self._tangles) >= most:
                break
        return best

    def _layered(self) -> Iterator[Proposal]:
        """Propose layers for all stages that may move, then for those of each phase."""
        scopes = [frozenset(self._ids)]
        for _phase, stages in groupby(self._start.stages, key=lambda stage: stage.phase):
            scope = scopes[0] & {stage.id for stage in stages}
            if scope and scope != scopes[0]:
                scopes.append(scope)
        for layers in LAYERS:
            for scope in scopes:
                yield partial(layers, scope=scope)

    def _tangle(self, pathway: Pathway) -> Tangle:
        stages = (pathway.find(Stage, id) for id in self._ids)
        key = tuple((stage.column, stage.order) for stage in stages if stage is not None)
        if key not in self._tangles:
            self._tangles[key] = self._routed.of(pathway)
        return self._tangles[key]


def _is_better(now: _State, then: _State) -> bool:
    if _untangles(now, then):
        return True
    return (
        then.tangle.cost < now.tangle.cost
        and then.tangle.knots == now.tangle.knots
        and _keeps_order(now.pathway, then.pathway)
    )


def _untangles(now: _State, then: _State) -> bool:
    return then.tangle.cost < now.tangle.cost and then.tangle.knots < now.tangle.knots


def _keeps_order(before: Pathway, after: Pathway) -> bool:
    """Whether the stages of each lane follow one another as before, those of one cell too."""
    return _reading(before) == _reading(after)


def _reading(pathway: Pathway) -> dict[tuple[Id | None, Id | None], list[Id]]:
    lanes: defaultdict[tuple[Id | None, Id | None], list[Id]] = defaultdict(list)
    for stage in pathway.stages:
        lanes[stage.actor, stage.phase].append(stage.id)
    return lanes
