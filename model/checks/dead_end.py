"""Dead end: a stage, or a named outcome of one, from which nothing leads on.

Each stage must reach an end, or a loop of follow-up that has a way out. When some stage cannot,
then because every way from it runs into a stage without a way onward, told here, or into a loop
without an exit, told by STR-08; the stages before are not repeated.
"""

from collections.abc import Iterable, Iterator, Mapping

from model import edits, graph
from model.change import Change
from model.checks.facts import Fact
from model.checks.finding import Finding, Fix, Rule, Said
from model.checks.reads import STARTS, reading
from model.checks.remembered import by_record
from model.checks.review import Review
from model.checks.wording import plain, route, title, words
from model.codes import Severity, StageKind
from model.messages import N_, _
from model.pathway import Pathway
from model.records import AnyRecord, Handover, Stage
from model.text import Text

SHOWN = 4
"""How many of the last stages of the way to a dead end a message shows."""


def check(review: Review) -> Iterator[Said]:
    # Of stages that nothing joins to the others STR-13 tells.
    stages, ways, ways_back = review.pathway.stages, review.ways, review.ways_back
    unfinished = [s for s in stages if not ways[s.id] and s.kind is not StageKind.END]
    for stage in unfinished:
        if ways_back[stage.id] or len(stages) == 1:
            yield _nothing_onward(stage, review)
    for id in review.known(LEFT_OUT).of(_SOME):
        lacking = review.pathway.find(Stage, id)
        if lacking is not None:
            yield from _outcomes_that_lead_nowhere(lacking, review)


_SOME = "some outcomes"


def _lacks_a_way(stage: Stage, pathway: Pathway) -> Iterator[str]:
    """Yield that ways lead on, but not from each of the outcomes."""
    arrows = pathway.leaving(stage.id)
    if arrows and stage.kind is not StageKind.END and any(_left_out(stage, arrows)):
        yield _SOME


LEFT_OUT = Fact(Stage, _lacks_a_way)


def _nothing_onward(stage: Stage, review: Review) -> Said:
    message = _("Nothing leads on from “{title}”.").format(title=title(stage))
    way = graph.shortest_path(review.ways, review.starts, stage.id)
    if len(way) > 1:
        shown = route(review.pathway, way[-SHOWN:])
        message += " " + _("The way there: {route}.").format(route=shown)
    return Said(about=stage.id, message=message, also=way[:-1])


def _outcomes_that_lead_nowhere(stage: Stage, review: Review) -> Iterator[Said]:
    arrows = review.pathway.leaving(stage.id)
    for outcome in _left_out(stage, arrows):
        also = tuple(arrow.id for arrow in arrows)
        message = _("Nothing leads on from “{title}” when the outcome is “{outcome}”.").format(
            title=title(stage), outcome=words(outcome)
        )
        yield Said(about=stage.id, message=message, also=also, field="outcomes")


def _left_out(stage: Stage, arrows: Iterable[Handover]) -> Iterator[Text]:
    """Yield the outcomes whose words are no condition's in a language that both have."""
    if stage.outcomes:
        conditions = [_condition(arrow) for arrow in arrows]
        for outcome, wordings in zip(stage.outcomes, _outcomes(stage), strict=True):
            if outcome and not any(
                wording == condition.get(language, "")
                for condition in conditions
                for language, wording in wordings.items()
            ):
                yield outcome


@by_record
def _condition(arrow: AnyRecord) -> Mapping[str, str]:
    return _as_compared(arrow.condition) if isinstance(arrow, Handover) else {}


@by_record
def _outcomes(stage: AnyRecord) -> tuple[Mapping[str, str], ...]:
    return tuple(map(_as_compared, stage.outcomes)) if isinstance(stage, Stage) else ()


def _as_compared(text: Text) -> Mapping[str, str]:
    return {language: plain(wording) for language, wording in text.items()}


def _make_it_an_end(finding: Finding, pathway: Pathway) -> Change:
    """Say so of a stage of which nobody has said yet of what kind it is."""
    stage = pathway.find(Stage, finding.about)
    if finding.field or stage is None or stage.kind is not None or pathway.leaving(stage.id):
        return Change("")
    return edits.update(pathway, stage.id, kind=StageKind.END)


def _write_the_outcome(finding: Finding, pathway: Pathway) -> Change:
    """Take the only outcome that leads nowhere as the condition of the only way without one."""
    stage = pathway.find(Stage, finding.about)
    if stage is None or finding.field != "outcomes":
        return Change("")
    arrows = pathway.leaving(stage.id)
    nowhere = list(_left_out(stage, arrows))
    open_ways = [arrow for arrow in arrows if not arrow.condition]
    if len(nowhere) != 1 or len(open_ways) != 1:
        return Change("")
    return edits.update(pathway, open_ways[0].id, condition=nowhere[0])


RULE = Rule(
    id="STR-04",
    severity=Severity.ERROR,
    title=N_("Dead end"),
    finds=N_(
        "A stage that is no end but from which nothing leads on, as a whole or at one of its "
        "outcomes."
    ),
    why=N_("The customer is left between services: nobody knows who takes the next step."),
    put_right=N_(
        "Draw a handover to what comes next, or make the stage an end. An outcome leads on by a "
        "handover with the outcome’s words as its condition."
    ),
    source="Valvira/TEO 4/2006 (nobody may be left between services); Soite multi-service process",
    reads=reading(STARTS, {Stage: {"kind", "outcomes"}, Handover: {"condition"}}),
    check=check,
    fixes=(
        Fix(title=N_("The need for services ends here: make it an end"), change=_make_it_an_end),
        Fix(
            title=N_("Write the outcome on the only way without a condition"),
            change=_write_the_outcome,
        ),
    ),
)
