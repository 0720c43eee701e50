"""Boards on which rules about ways have much to say."""

from random import Random

from msgspec.structs import replace

from benchmarks.synthetic import synthetic
from model import edits
from model.codes import Flow, StageKind
from model.pathway import Pathway
from model.text import Text

WAYS = 14
KINDS = (None, StageKind.END, StageKind.DECISION, StageKind.WAIT)
WHEN: tuple[Text, ...] = ({}, {}, {"fi": "Jos oireet jatkuvat"})


def tangled(seed: int) -> Pathway:
    """Return a board of many ways between few stages, of which little is said."""
    chance = Random(seed)  # noqa: S311 - nothing here is secret
    pathway = synthetic(8, seed=seed)
    for _way in range(WAYS):
        one, other = chance.sample(pathway.stages, 2)
        pathway, _done = edits.connect(pathway, one.id, other.id).applied_to(pathway)
    stages = [
        replace(stage, kind=chance.choice(KINDS), way_back={}, start=chance.random() < 0.2)
        for stage in pathway.stages
    ]
    arrows = [
        replace(
            arrow,
            kind=None,
            outcome=None,
            condition=chance.choice(WHEN),
            flow=chance.choice((Flow.ALTERNATIVE, Flow.ALTERNATIVE, Flow.PARALLEL)),
        )
        for arrow in pathway.handovers
    ]
    moved = pathway.replacing({stage.id: stage for stage in stages})
    return moved.replacing({arrow.id: arrow for arrow in arrows})
