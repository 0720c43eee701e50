"""Which columns stages keep when a diagram comes back, and where the moved and new ones go."""

from collections.abc import Mapping, Sequence

from model.ids import Id
from model.pathway import Pathway
from model.records import LAST_COLUMN, Stage


def columns(home: Pathway, before: Pathway, after: Pathway) -> Mapping[Id, int]:
    """Return columns for the stages of `after`, a diagram that showed `home` as `before` once.

    A diagram has no empty columns, so that its columns are others than those at home. While the
    stages that stay in a phase stand in the same order, they keep their own; the others come into
    the column of those above or below them, else after those before them.
    """
    found: dict[Id, int] = {}
    for phase in {stage.phase for stage in after.of(Stage)}:
        here = [stage for stage in after.of(Stage) if stage.phase == phase]
        stayed = [stage for stage in here if _stayed(stage, home, before)]
        then = [_of(before, stage.id).column for stage in stayed]
        now = [stage.column for stage in stayed]
        if _ranks(then) != _ranks(now):
            found |= {stage.id: stage.column for stage in here}
            continue
        own = {stage.id: _of(home, stage.id).column for stage in stayed}
        found |= own
        for stage in here:
            if stage.id not in own:
                found[stage.id] = _fitted(stage, stayed, own)
    return found


def _stayed(stage: Stage, home: Pathway, before: Pathway) -> bool:
    then = before.find(Stage, stage.id)
    return home.find(Stage, stage.id) is not None and (
        then is not None and (then.phase, then.actor) == (stage.phase, stage.actor)
    )


def _of(pathway: Pathway, id: Id) -> Stage:
    stage = pathway.find(Stage, id)
    if stage is None:
        raise LookupError(id)
    return stage


def _ranks(numbers: Sequence[int]) -> list[int]:
    order = sorted(set(numbers))
    return [order.index(number) for number in numbers]


def _fitted(stage: Stage, stayed: Sequence[Stage], own: Mapping[Id, int]) -> int:
    beside = [own[other.id] for other in stayed if other.column == stage.column]
    if beside:
        return beside[0]
    left = [own[other.id] for other in stayed if other.column < stage.column]
    return min(max(left) + 1, LAST_COLUMN) if left else 0
