"""Where a walk has come to: pure, no Qt."""

from typing import NamedTuple

from msgspec.structs import replace

from model import story
from model.change import Change
from model.ids import Id
from model.parts import StoryStep
from model.pathway import Pathway
from model.records import Stage, Story
from model.story import Choice
from model.text import Text, with_language


class Walking(NamedTuple):
    """The steps of a walk, the one that is shown, and the story that it is kept as (None: none).

    Steps after `here` are those that one has gone back from, or that the story goes on with.
    """

    steps: tuple[StoryStep, ...]
    here: int = 0
    story: Id | None = None

    @property
    def walked(self) -> tuple[StoryStep, ...]:
        """The steps up to the one that is shown."""
        return self.steps[: self.here + 1]

    @property
    def step(self) -> StoryStep:
        return self.steps[self.here]

    @property
    def following(self) -> StoryStep | None:
        """The next of the steps that were walked before, None at the last one."""
        return self.steps[self.here + 1] if self.here + 1 < len(self.steps) else None


def begin(pathway: Pathway, stage: Id) -> Walking:
    return Walking(story.remembered(pathway, (StoryStep(stage=stage),)))


def opened(kept: Story) -> Walking | None:
    """Begin a kept story at its first step; None for a story without any."""
    return Walking(kept.steps, 0, kept.id) if kept.steps else None


def opened_where_it_breaks(kept: Story, pathway: Pathway) -> Walking | None:
    """Open a kept story at the step that no longer follows; at its first one when all do."""
    begun = opened(kept)
    gap = story.follows(pathway, kept)
    return begun if begun is None or gap is None else go_to(begun, gap.number - 1)


def take(walking: Walking, choice: Choice, pathway: Pathway) -> Walking:
    """Go on; by the way that was walked before, what came after it stays.

    On another way a new walk begins where words would be lost with the steps that no longer come.
    """
    left = replace(walking.step, leaves_by=choice.handover.id)
    begun = (*walking.steps[: walking.here], left)
    following = walking.following
    if following is not None and following.stage == choice.target.id:
        steps = story.remembered(pathway, begun) + walking.steps[walking.here + 1 :]
        return Walking(steps, walking.here + 1, walking.story)
    is_new = any(step.comment for step in walking.steps[walking.here + 1 :])
    steps = story.remembered(pathway, (*begun, StoryStep(stage=choice.target.id)))
    return Walking(steps, walking.here + 1, None if is_new else walking.story)


def go_to(walking: Walking, place: int) -> Walking:
    return walking._replace(here=max(0, min(place, len(walking.steps) - 1)))


def been_here(walking: Walking, stage: Id | None, *, before: int) -> int | None:
    """Return the number of the last step before a place that was at a stage, None at the first."""
    places = [place for place, step in enumerate(walking.steps[:before], 1) if step.stage == stage]
    return places[-1] if places and stage is not None else None


def is_kept(walking: Walking, pathway: Pathway) -> bool:
    """Whether its story, where it has one, has the same steps."""
    kept = pathway.find(Story, walking.story)
    return kept is not None and _ways(kept.steps) == _ways(walking.steps)


def _ways(steps: tuple[StoryStep, ...]) -> list[tuple[Id | None, Id | None]]:
    last = steps[-1:]
    return [(step.stage, step.leaves_by) for step in steps[:-1]] + [(s.stage, None) for s in last]


def keep(walking: Walking, pathway: Pathway, *, title: Text, persona: Text) -> Change:
    """Keep a walk as a story of its own, or let its story take these steps."""
    if pathway.find(Story, walking.story) is None:
        return story.keep(pathway, walking.steps, title=title, persona=persona)
    return story.keep_steps(pathway, walking.story or "", walking.steps)


def say(walking: Walking, pathway: Pathway, language: str, words: str) -> Change:
    """Write a comment on the step that is shown; a walk that is no story yet becomes one."""
    if is_kept(walking, pathway):
        return story.comment(pathway, walking.story or "", walking.here, language, words)
    return keep(commented(walking, language, words), pathway, title={}, persona={})


def commented(walking: Walking, language: str, words: str) -> Walking:
    comment = with_language(walking.step.comment, language, words.strip())
    steps = list(walking.steps)
    steps[walking.here] = replace(walking.step, comment=comment)
    return walking._replace(steps=tuple(steps))


def caught_up(walking: Walking, before: Pathway, after: Pathway) -> Walking:
    """Return the walk as it is after a change: what others do to its story, it does, too."""
    was, now = before.find(Story, walking.story), after.find(Story, walking.story)
    if now is not None and now != was and now.steps:
        return go_to(walking._replace(steps=now.steps), walking.here)
    if was is not None and now is None:
        silent = tuple(replace(step, comment={}) for step in walking.steps)
        return walking._replace(steps=silent)
    return walking


def starts(pathway: Pathway) -> tuple[Stage, ...]:
    """Return where customers come in: the stages marked so, else those that nothing leads to."""
    marked = tuple(stage for stage in pathway.stages if stage.start)
    led = {arrow.target for arrow in pathway.handovers}
    return marked or tuple(stage for stage in pathway.stages if stage.id not in led)
