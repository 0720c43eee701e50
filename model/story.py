"""Walks through a pathway as a customer, and stories: walks that are kept and tried again.

    choices = steps_onward(pathway, walk)
    choices[0].handover, choices[0].target, choices[0].alongside
    gap = follows(pathway, story)

How customers leave a stage: docs/decisions/0009-where-branches-meet.md. One walks one way at a
time: whatever else begins at the same moment stays among the choices until it has been walked.
"""

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, auto
from itertools import chain, pairwise
from typing import NamedTuple

from msgspec.structs import replace

from model import edits
from model.change import Change
from model.codes import Flow
from model.ids import Id, new_id
from model.messages import _
from model.order import last_order
from model.parts import StoryStep
from model.pathway import Pathway
from model.records import Handover, Stage, Story
from model.text import Text, in_language, with_language
from model.times import NOTHING, Days, Part, Timed
from model.times.parts import Way

Walk = Sequence[StoryStep]
"""The steps walked; one stands in the stage of the last one."""


class Choice(NamedTuple):
    """A way onward.

    With `declined` it is where customers go whose referral is not accepted. With `alongside` it
    began at an earlier stage, at the same time as the way that was walked since.
    """

    handover: Handover
    target: Stage
    declined: bool = False
    alongside: bool = False


def steps_onward(pathway: Pathway, walk: Walk) -> tuple[Choice, ...]:
    """Return where a customer can go next; ways that go on alongside come last."""
    if not walk:
        return ()
    return (*_ways_from(pathway, walk[-1].stage), *going_on(pathway, walk))


def going_on(pathway: Pathway, walk: Walk) -> tuple[Choice, ...]:
    """Return the ways that began at the same time as ones walked, and are still to be walked."""
    waiting: dict[Id, Choice] = {}
    for step, following in pairwise(walk):
        taken = _taken(pathway, step, following, waiting)
        if taken is not None:
            _go(pathway, taken, waiting)
    return tuple(waiting.values())


def _ways_from(pathway: Pathway, stage: Id | None) -> Iterator[Choice]:
    """Yield the ways out of a stage as the board numbers them, then those of the declined."""
    arrows = pathway.leaving(stage or "")
    for arrow in arrows:
        target = pathway.find(Stage, arrow.target)
        if target is not None:
            yield Choice(arrow, target)
    for arrow in arrows:
        declined = pathway.find(Stage, arrow.if_not_accepted)
        if declined is not None and declined.id not in {arrow.source, arrow.target}:
            yield Choice(arrow, declined, declined=True)


def _taken(
    pathway: Pathway, step: StoryStep, following: StoryStep, waiting: Mapping[Id, Choice]
) -> Choice | None:
    """Return the way from a step to the next; where the step names none, the first that is one."""
    for choice in chain(_ways_from(pathway, step.stage), waiting.values()):
        if choice.target.id == following.stage and step.leaves_by in (None, choice.handover.id):
            return choice
    return None


def _go(pathway: Pathway, taken: Choice, waiting: dict[Id, Choice]) -> None:
    """Note what goes on alongside from now on: all parallel ways are gone, one alternative."""
    source = taken.handover.source
    if not taken.alongside and len(pathway.leaving(source)) > 1:
        for way in _ways_from(pathway, source):
            if not way.declined and way.handover.flow is not Flow.OPTIONAL:
                waiting[way.handover.id] = Choice(way.handover, way.target, alongside=True)
    waiting.pop(taken.handover.id, None)
    for id, way in tuple(waiting.items()):
        is_other = way.handover.source == source and way.handover.flow is Flow.ALTERNATIVE
        if is_other and taken.handover.flow is Flow.ALTERNATIVE:
            del waiting[id]
        elif way.handover.source == taken.target.id:
            del waiting[id]  # one stands there again


class Fault(Enum):
    """Why a story does not go on as it was kept; the last two are only worth a look."""

    GONE = auto()
    NO_WAY = auto()
    LEADS_ELSEWHERE = auto()
    NOT_PUBLIC = auto()
    REWORDED = auto()


LIGHT = frozenset({Fault.NOT_PUBLIC, Fault.REWORDED})


class Gap(NamedTuple):
    """Where a story does not go on: the step's number from 1, and what is wrong with it.

    `number` is the step that is not come to any more; of words that have changed, the step that is
    left by them. `handover` is the way that leads elsewhere or says something else.
    """

    number: int
    fault: Fault
    handover: Handover | None = None


def follows(pathway: Pathway, story: Story) -> Gap | None:
    """Return the first step that no longer follows; else the first that is worth a look."""
    gaps = tuple(gaps_of(pathway, story.steps))
    return next((gap for gap in gaps if gap.fault not in LIGHT), gaps[0] if gaps else None)


def gaps_of(pathway: Pathway, walk: Walk) -> Iterator[Gap]:
    """Yield all that keeps a walk from going on as it was kept, step by step."""
    waiting: dict[Id, Choice] = {}
    before: StoryStep | None = None
    for number, step in enumerate(walk, 1):
        stage = pathway.find(Stage, step.stage)
        if stage is None:
            yield Gap(number, Fault.GONE)
        elif before is not None and before.stage is not None:
            taken = _taken(pathway, before, step, waiting)
            if taken is not None:
                _go(pathway, taken, waiting)
            else:
                yield _unled(pathway, before, number)
        if stage is not None and not stage.public:
            yield Gap(number, Fault.NOT_PUBLIC)
        arrow = pathway.find(Handover, step.leaves_by)
        if arrow is not None and number < len(walk) and _reworded(step.condition, arrow.condition):
            yield Gap(number, Fault.REWORDED, arrow)
        before = step


def _unled(pathway: Pathway, before: StoryStep, number: int) -> Gap:
    arrow = pathway.find(Handover, before.leaves_by)
    return Gap(number, Fault.LEADS_ELSEWHERE if arrow else Fault.NO_WAY, arrow)


def _reworded(kept: Text, now: Text) -> bool:
    """Whether a condition says something else in a language that it was kept in."""
    return any(
        now.get(language, "").split() != words.split()
        for language, words in kept.items()
        if language in now or not now
    )


class Elapsed(NamedTuple):
    """How long a walk has taken until one has come to a stage; `unknown` parts count nothing."""

    days: Days
    unknown: tuple[Part, ...]

    def plus(self, part: Part | None) -> "Elapsed":
        if part is None:
            return self
        if part.days is None:
            return Elapsed(self.days, (*self.unknown, part))
        return Elapsed(self.days.plus(part.days), self.unknown)


def times_so_far(pathway: Pathway, walk: Walk) -> tuple[Elapsed, ...]:
    """Return for each step how long it takes to come there; ways alongside start together."""
    steps = Timed(pathway).steps
    come: list[Elapsed] = []
    left: dict[Id, Elapsed] = {}  # by stage: how long it took until it was left
    waiting: dict[Id, Choice] = {}
    for place, step in enumerate(walk):
        stage = pathway.find(Stage, step.stage)
        before = walk[place - 1] if place else None
        taken = _taken(pathway, before, step, waiting) if before is not None else None
        if taken is not None:
            _go(pathway, taken, waiting)
            start = left.get(taken.handover.source, come[-1])
            source = pathway.find(Stage, taken.handover.source)
            way = Way(taken.handover, source, taken.target) if source is not None else None
            here = start.plus(steps.wait(way) if way is not None else None)
        elif before is None and stage is not None:
            here = Elapsed(NOTHING, ()).plus(steps.wait_before(stage, None))
        else:
            here = come[-1] if come else Elapsed(NOTHING, ())
        come.append(here)
        if stage is not None:
            left[stage.id] = here.plus(steps.doing(stage))
    return tuple(come)


def remembered(pathway: Pathway, walk: Walk) -> tuple[StoryStep, ...]:
    """Return the steps with what their stages and ways are called now."""
    return tuple(_remembered(pathway, step) for step in walk)


def _remembered(pathway: Pathway, step: StoryStep) -> StoryStep:
    stage = pathway.find(Stage, step.stage)
    arrow = pathway.find(Handover, step.leaves_by)
    return replace(
        step,
        title=stage.title if stage is not None else step.title,
        condition=arrow.condition if arrow is not None else {},
    )


def keep(pathway: Pathway, walk: Walk, *, title: Text, persona: Text) -> Change:
    """Keep a walk as a story; without a title it is named by the stage where it begins."""
    steps = remembered(pathway, walk)
    named = title or {
        language: _("Walk from “{stage}”").format(stage=words)
        for language, words in (steps[0].title if steps else {}).items()
    }
    story = Story(
        id=new_id(),
        order=last_order(pathway.of(Story)),
        title=named,
        persona=persona,
        steps=steps,
    )
    return Change(
        _("Keep the walk “{name}”").format(name=_called(story)), edits.add(pathway, story).ops
    )


def keep_steps(pathway: Pathway, story: Id, walk: Walk) -> Change:
    """Let a kept story take the way that was walked now."""
    kept = pathway.find(Story, story)
    if kept is None:
        return Change("")
    label = _("Change the steps of “{name}”").format(name=_called(kept))
    return Change(label, edits.update(pathway, story, steps=remembered(pathway, walk)).ops)


def comment(pathway: Pathway, story: Id, place: int, language: str, words: str) -> Change:
    """Write what is said of a step of a kept story; `place` counts from 0."""
    kept = pathway.find(Story, story)
    if kept is None or not 0 <= place < len(kept.steps):
        return Change("")
    steps = list(kept.steps)
    said = with_language(steps[place].comment, language, words.strip())
    steps[place] = replace(steps[place], comment=said)
    label = _("Comment on step {number} of “{name}”").format(number=place + 1, name=_called(kept))
    return Change(label, edits.update(pathway, story, steps=tuple(steps)).ops)


def called(step: StoryStep, pathway: Pathway, language: str) -> str:
    """Return what the stage of a step is called, or was before it went; '' without a name."""
    stage = pathway.find(Stage, step.stage)
    return in_language(stage.title if stage is not None else step.title, language)


def _called(story: Story) -> str:
    return edits.name_of(story) or _("(no name)")
