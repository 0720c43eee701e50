"""Damages to kept walks: stories that were kept before the pathway was changed under them.

A change to the board alone would be a gap of the board as well. Here each story comes as an
earlier pathway had it.
"""

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from model.change import Add, Change
from model.parts import StoryStep
from model.pathway import Pathway
from model.records import Handover, Story
from model.story import follows, remembered
from tests.damage.damage import Damage, Ways

Steps = tuple[StoryStep, ...]


def walk_of(first: Handover, second: Handover, pathway: Pathway) -> Steps:
    """Return the walk along two handovers, the second of which begins where the first one ends."""
    return remembered(
        pathway,
        (
            StoryStep(stage=first.source, leaves_by=first.id),
            StoryStep(stage=first.target, leaves_by=second.id),
            StoryStep(stage=second.target),
        ),
    )


def _kept(before: Callable[[Steps, Pathway], Iterator[Steps]]) -> Ways:
    """Keep each walk along two handovers with its steps as they were before a change."""

    def ways(pathway: Pathway) -> Iterator[Change]:
        for first in pathway.handovers:
            for second in pathway.leaving(first.target):
                for steps in before(walk_of(first, second, pathway), pathway):
                    story = Story(id="maija", order="a0", title={"fi": "Maija, 78"}, steps=steps)
                    if follows(pathway, story) is not None:
                        yield Change("", (Add(story),))

    return ways


def _with_a_stage_that_is_gone(steps: Steps, _pathway: Pathway) -> Iterator[Steps]:
    first, second, third = steps
    yield replace(first, leaves_by=None), StoryStep(title=second.title), third


def _without_a_stage_that_came_between(steps: Steps, _pathway: Pathway) -> Iterator[Steps]:
    first, _second, third = steps
    yield replace(first, leaves_by=None, condition={}), third


def _by_a_way_that_leads_elsewhere(steps: Steps, pathway: Pathway) -> Iterator[Steps]:
    first, *rest = steps
    for way in pathway.leaving(first.stage or ""):
        if way.id != first.leaves_by:
            yield replace(first, leaves_by=way.id, condition=way.condition), *rest


def _for_customers_of_another_kind(steps: Steps, _pathway: Pathway) -> Iterator[Steps]:
    first, *rest = steps
    yield replace(first, condition={"fi": "Asiakas toivoo sitä"}), *rest


DAMAGES = (
    Damage("CUS-14", "a story’s stage is gone", _kept(_with_a_stage_that_is_gone)),
    Damage("CUS-14", "a stage came between", _kept(_without_a_stage_that_came_between)),
    Damage("CUS-14", "a story’s way leads elsewhere", _kept(_by_a_way_that_leads_elsewhere)),
    Damage("CUS-14", "a story’s way is for others", _kept(_for_customers_of_another_kind)),
)
