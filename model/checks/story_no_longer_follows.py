"""A kept walk can no longer be walked as it was.

What a walk is, and which ways a customer has: `model.story`.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from model import edits
from model.change import Change
from model.checks.finding import Finding, Fix, Rule, Said
from model.checks.reads import AXES, CELLS, reading
from model.checks.review import Review
from model.checks.wording import title, words
from model.codes import Severity
from model.ids import Id
from model.messages import N_, _, spoken_language
from model.parts import StoryStep
from model.pathway import Pathway
from model.records import Handover, Stage, Story
from model.story import LIGHT, Fault, Gap, called, follows


def check(story: Story, review: Review) -> Iterator[Said]:
    gap = follows(review.pathway, story)
    if gap is not None:
        yield Said(
            about=story.id,
            message=in_words(gap, story, review.pathway),
            also=_concerned(gap, story, review.pathway),
            severity=Severity.INFO if gap.fault in LIGHT else None,
            field="steps",
        )


def in_words(gap: Gap, story: Story, pathway: Pathway) -> str:
    """Say where a story does not go on, and why."""
    step = story.steps[gap.number - 1]
    match gap.fault:
        case Fault.GONE if step.title:
            message = _("“{title}”: step {number} no longer follows: “{stage}” has been removed.")
        case Fault.GONE:
            message = _("“{title}”: step {number} no longer follows: its stage has been removed.")
        case Fault.NO_WAY:
            message = _(
                "“{title}”: step {number} no longer follows: no way leads from “{before}” to "
                "“{stage}”."
            )
        case Fault.LEADS_ELSEWHERE:
            message = _(
                "“{title}”: step {number} no longer follows: the way that led to “{stage}” now "
                "leads from “{source}” to “{target}”."
            )
        case Fault.NOT_PUBLIC:
            message = _("“{title}”: step {number}, “{stage}”, is not shown to customers.")
        case Fault.REWORDED:
            message = _(
                "“{title}”: at step {number} the way onward is for other customers than it was: "
                "“{kept}” has become “{now}”."
            )
    arrow = gap.handover
    return message.format(
        title=title(story),
        number=gap.number,
        stage=_stage(step, pathway),
        before=_stage(story.steps[gap.number - 2], pathway),
        source=title(pathway[arrow.source]) if arrow is not None else "",
        target=title(pathway[arrow.target]) if arrow is not None else "",
        kept=words(step.condition),
        now=words(arrow.condition) if arrow is not None else "",
    )


def _stage(step: StoryStep, pathway: Pathway) -> str:
    return called(step, pathway, spoken_language()) or _("(stage without a name)")


def _concerned(gap: Gap, story: Story, pathway: Pathway) -> tuple[Id, ...]:
    """Return the stages and the handover that the finding names."""
    around = story.steps[max(0, gap.number - 2) : gap.number]
    stages = [step.stage for step in around if pathway.find(Stage, step.stage) is not None]
    arrow = gap.handover
    ways = [arrow.id, arrow.source, arrow.target] if arrow is not None else []
    return tuple(dict.fromkeys(id for id in (*reversed(stages), *ways) if id is not None))


def _take_the_other_way(finding: Finding, pathway: Pathway) -> Change:
    """Leave the step before by the way that leads to the same stage now, if there is just one."""
    story = pathway.find(Story, finding.about)
    gap = follows(pathway, story) if story is not None else None
    if story is None or gap is None or gap.fault is not Fault.LEADS_ELSEWHERE:
        return Change("")
    before, step = story.steps[gap.number - 2], story.steps[gap.number - 1]
    ways = [way for way in pathway.leaving(before.stage or "") if way.target == step.stage]
    if len(ways) != 1:
        return Change("")
    led = replace(before, leaves_by=ways[0].id, condition=ways[0].condition)
    return _mended(pathway, story, (*story.steps[: gap.number - 2], led), gap.number - 1)


def _pass_the_new_stage(finding: Finding, pathway: Pathway) -> Change:
    """Go through the stage that has come between two steps, if there is just one."""
    story = pathway.find(Story, finding.about)
    gap = follows(pathway, story) if story is not None else None
    unled = {Fault.LEADS_ELSEWHERE, Fault.NO_WAY}
    if story is None or gap is None or gap.fault not in unled:
        return Change("")
    before, step = story.steps[gap.number - 2], story.steps[gap.number - 1]
    ways = [
        (to, onward)
        for to in pathway.leaving(before.stage or "")
        for onward in pathway.leaving(to.target)
        if onward.target == step.stage
    ]
    if len(ways) != 1:
        return Change("")
    to, onward = ways[0]
    between = pathway.find(Stage, to.target)
    passed = (
        replace(before, leaves_by=to.id, condition=to.condition),
        StoryStep(
            stage=to.target,
            leaves_by=onward.id,
            title=between.title if between is not None else {},
            condition=onward.condition,
        ),
    )
    return _mended(pathway, story, (*story.steps[: gap.number - 2], *passed), gap.number - 1)


def _accept_the_words(finding: Finding, pathway: Pathway) -> Change:
    """Remember each condition of the story's ways as it is now."""
    story = pathway.find(Story, finding.about)
    gap = follows(pathway, story) if story is not None else None
    if story is None or gap is None or gap.fault is not Fault.REWORDED:
        return Change("")
    arrows = [pathway.find(Handover, step.leaves_by) for step in story.steps]
    steps = tuple(
        replace(step, condition=arrow.condition) if arrow is not None else step
        for step, arrow in zip(story.steps, arrows, strict=True)
    )
    return _mended(pathway, story, steps, len(steps))


def _mended(pathway: Pathway, story: Story, begun: tuple[StoryStep, ...], rest: int) -> Change:
    """Return the change to a story that goes on with its steps from `rest`, if it then follows."""
    steps = (*begun, *story.steps[rest:])
    if follows(pathway, replace(story, steps=steps)) is not None:
        return Change("")
    label = _("Let “{name}” follow the pathway").format(name=title(story))
    return Change(label, edits.update(pathway, story.id, steps=steps).ops)


RULE = Rule(
    id="CUS-14",
    severity=Severity.WARNING,
    title=N_("A customer’s story no longer follows"),
    finds=N_(
        "A kept walk that can no longer be walked: a stage or a way has gone, or leads elsewhere. "
        "Also, as something to look at, stages that are not shown and conditions that have changed."
    ),
    why=N_(
        "The workgroup walked this way as a customer and found it good; a change has cut it, "
        "often without anybody noticing."
    ),
    put_right=N_(
        "Open the story and walk it again from the step before, or give the pathway its way back."
    ),
    source="Ketjupaja’s own rule, after service design’s walkthroughs of the customer’s path",
    each=Story,
    reads=AXES,
    along=reading(
        CELLS,
        {Handover: {"source", "target", "flow", "condition", "if_not_accepted"}},
    ),
    fixes=(
        Fix(title=N_("Take the way that leads there now"), change=_take_the_other_way),
        Fix(title=N_("Go through the stage that has come between"), change=_pass_the_new_stage),
        Fix(title=N_("Keep the story with the new words"), change=_accept_the_words),
    ),
    check=check,
)
