"""What formats that show the whole board tell whoever gives the file to others."""

from collections.abc import Collection, Sequence

from exporters.exporter import Options
from exporters.part import OneLane, OnePhase, OneStory, Part, Since, SomeStages, Whole
from model.ids import Id
from model.messages import ngettext
from model.pathway import Pathway
from model.records import Stage, Story


def not_public(pathway: Pathway, options: Options) -> Sequence[str]:
    """Say how many stages the file has that the published pathway does not have."""
    shown = _shown(pathway, options.part)
    count = sum(not stage.public for stage in pathway.stages if shown is None or stage.id in shown)
    if not count:
        return ()
    return (
        ngettext(
            "It also has {count} stage that is not public: give it only to those who may see that.",
            "It also has {count} stages that are not public: give it only to those who may see "
            "them.",
            count,
        ).format(count=count),
    )


def _shown(pathway: Pathway, part: Part) -> Collection[Id] | None:
    """Return the stages that a part shows; None: all of them."""

    def alike(stages: Sequence[Stage]) -> Collection[Id]:
        return {stage.id for stage in stages}

    match part:
        case Whole() | Since():
            return None
        case SomeStages(stages=stages):
            return stages
        case OnePhase(phase=phase):
            return alike([stage for stage in pathway.stages if stage.phase == phase])
        case OneLane(actor=actor):
            return alike([stage for stage in pathway.stages if stage.actor == actor])
        case OneStory(story=id):
            story = pathway.find(Story, id)
            return {step.stage for step in story.steps if step.stage} if story else set()
