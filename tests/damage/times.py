"""Damages to times."""

from collections.abc import Iterator

from msgspec.structs import replace

from model import edits
from model.change import Change
from model.pathway import Pathway
from tests.damage.damage import Damage


def _no_event(pathway: Pathway) -> Iterator[Change]:
    for stage in pathway.stages:
        for place, target in enumerate(stage.time_targets):
            if target.limit.most:
                for event in ("starts", "ends"):
                    targets = list(stage.time_targets)
                    targets[place] = replace(target, **{event: {}})
                    yield edits.update(pathway, stage.id, time_targets=tuple(targets))


DAMAGES = (Damage("TIM-08", "a time does not say from what to what", _no_event),)
