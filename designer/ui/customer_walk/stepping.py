"""What is shown of a step of a walk: words only, no Qt."""

from collections.abc import Iterator
from typing import NamedTuple

from designer.ui.canvas.descriptions import actor_name, phase_name
from designer.ui.customer_walk import walking, words
from designer.ui.customer_walk.walking import Walking
from designer.ui.customer_walk.words import Block, Past, Way
from model.codes import Flow, StageKind
from model.messages import LANGUAGES, _, speaking, spoken_language
from model.pathway import Pathway
from model.records import Stage, Story
from model.story import Choice, Fault, called, gaps_of, steps_onward, times_so_far
from model.text import in_language


class Shown(NamedTuple):
    where: str
    title: str
    notices: tuple[str, ...]
    blocks: tuple[Block, ...]
    past: tuple[Past, ...]
    onward: str
    ways: tuple[Way, ...]


def shown(now: Walking, pathway: Pathway, language: str) -> Shown:
    """Return what is shown of a step; what the customer hears is in the language walked in."""
    stage = pathway.find(Stage, now.step.stage)
    choices = steps_onward(pathway, now.walked)
    came_by = _came_by(now, pathway)
    blocks: tuple[Block, ...] = ()
    where = ""
    if stage is not None:
        with speaking(language if language in LANGUAGES else spoken_language()):
            blocks = tuple(words.blocks(pathway, stage, came_by, language))
        actor = actor_name(pathway, stage.actor, language)
        where = "  ·  ".join((phase_name(pathway, stage.phase, language), actor))
    return Shown(
        where=where,
        title=called(now.step, pathway, language) or _("Stage without a name"),
        notices=tuple(_notices(now, stage, pathway, language)),
        blocks=blocks,
        past=_past(now, pathway, language),
        onward=_onward(stage, choices),
        ways=tuple(_way(choice, now, choices, pathway, language) for choice in choices),
    )


def _came_by(now: Walking, pathway: Pathway) -> Choice | None:
    if now.here == 0:
        return None
    before = now.steps[now.here - 1]
    return next(
        (
            choice
            for choice in steps_onward(pathway, now.steps[: now.here])
            if choice.target.id == now.step.stage and before.leaves_by in {None, choice.handover.id}
        ),
        None,
    )


def _notices(now: Walking, stage: Stage | None, pathway: Pathway, language: str) -> Iterator[str]:
    """Tell what one should know of a step before one reads it."""
    for gap in gaps_of(pathway, now.steps):
        if gap.number == now.here + 1 and gap.fault in _FAULTS:
            yield _FAULTS_IN_WORDS[gap.fault]()
        elif gap.number == now.here + 2 and gap.fault in _FAULTS:
            yield _(
                "The kept story went on from here to “{stage}”; that no longer follows."
            ).format(stage=called(now.steps[now.here + 1], pathway, language))
    earlier = walking.been_here(now, now.step.stage, before=now.here)
    if earlier is not None and stage is not None:
        yield _("You have been here already: step {number}.").format(number=earlier)
    if stage is not None and not stage.public:
        yield _("This stage is not published: customers read nothing of it.")


_FAULTS = {Fault.GONE, Fault.NO_WAY, Fault.LEADS_ELSEWHERE}
_FAULTS_IN_WORDS = {
    Fault.GONE: lambda: _("This stage has been removed from the pathway."),
    Fault.NO_WAY: lambda: _("No way leads here any more from the step before."),
    Fault.LEADS_ELSEWHERE: lambda: _("The way that led here now leads elsewhere."),
}


def _past(now: Walking, pathway: Pathway, language: str) -> tuple[Past, ...]:
    times = times_so_far(pathway, now.steps)
    return tuple(
        Past(
            called(step, pathway, language) or _("Stage without a name"),
            words.elapsed(since) if place else "",
            bool(step.comment),
        )
        for place, (step, since) in enumerate(zip(now.steps, times, strict=True))
    )


def _onward(stage: Stage | None, choices: tuple[Choice, ...]) -> str:
    if stage is not None and stage.kind is StageKind.END:
        return _("The pathway ends here.")
    here = [choice for choice in choices if not choice.alongside]
    if not here:
        return _("Nothing follows: the customer does not learn how to go on.")
    return _("Where does the way go on?") if len(choices) > 1 else _("The way goes on")


def _way(
    choice: Choice, now: Walking, choices: tuple[Choice, ...], pathway: Pathway, language: str
) -> Way:
    target = in_language(choice.target.title, language) or _("Stage without a name")
    condition = words.way_of(choice, pathway, language)
    notes = "  ·  ".join(_notes(choice, now))
    if not condition and _needs_condition(choice, choices):
        return Way(_("For whom this way is, is not written."), target, notes, gap="lead")
    return Way(condition or target, target if condition else "", notes)


def _needs_condition(choice: Choice, choices: tuple[Choice, ...]) -> bool:
    """Whether a customer has to choose between ways, and nobody says by what."""
    return (
        choice.handover.flow is Flow.ALTERNATIVE
        and sum(
            other.handover.flow is Flow.ALTERNATIVE and not other.declined and not other.alongside
            for other in choices
        )
        > 1
    )


def _notes(choice: Choice, now: Walking) -> Iterator[str]:
    if choice.alongside:
        yield _("Began at the same time as the way that was walked")
    elif choice.handover.flow is Flow.PARALLEL and not choice.declined:
        yield _("One of the ways that go on at the same time")
    elif choice.handover.flow is Flow.OPTIONAL and not choice.declined:
        yield _("When needed")
    following = now.following
    if following is not None and following.stage == choice.target.id:
        yield _("As walked before")
    been = walking.been_here(now, choice.target.id, before=now.here + 1)
    if been is not None:
        yield _("You have been there: step {number}").format(number=been)


def state_of(story: Story, pathway: Pathway) -> tuple[str, bool]:
    """Return whether a kept story follows, in a few words, and whether it is broken."""
    gaps = tuple(gaps_of(pathway, story.steps))
    broken = next((gap for gap in gaps if gap.fault in _FAULTS), None)
    if broken is not None:
        return _("Step {number} no longer follows").format(number=broken.number), True
    if gaps:
        return _("Step {number} is worth a look").format(number=gaps[0].number), False
    return _("Follows the pathway") if story.steps else _("No steps yet"), False
