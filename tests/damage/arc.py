"""Damages to the arc from prevention to the end of the need."""

from collections.abc import Iterator

from model import edits
from model.change import Change
from model.codes import StageKind
from model.pathway import Pathway
from model.records import Stage
from tests.damage.damage import Damage, cleared_each

EARLY = {StageKind.PREVENTION, StageKind.SELF_CARE}


def _no_early_stages(pathway: Pathway) -> Iterator[Change]:
    yield edits.together(
        "",
        [
            edits.update(pathway, stage.id, kind=StageKind.GUIDANCE)
            for stage in pathway.stages
            if stage.kind in EARLY
        ],
    )


DAMAGES = (
    Damage("PRE-01", "no stage of prevention or self-care", _no_early_stages),
    Damage(
        "PRE-04",
        "an end does not say what it means",
        cleared_each(
            Stage,
            "ends_when",
            "end_decided_by",
            "way_back",
            where=lambda stage: stage.kind is StageKind.END,
        ),
    ),
)
