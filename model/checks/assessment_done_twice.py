"""The same assessment done twice."""

from collections.abc import Iterator

from model import edits, graph
from model.change import Change
from model.checks.finding import Finding, Fix, Rule, Said
from model.checks.reads import WAYS, reading
from model.checks.review import Review
from model.checks.wording import title
from model.codes import Severity, StageKind
from model.messages import N_, _
from model.pathway import Pathway
from model.records import Stage

ASSESSMENTS = {StageKind.NEED_ASSESSMENT, StageKind.EXAMINATION}


def check(review: Review) -> Iterator[Said]:
    assessments = [stage for stage in review.pathway.stages if stage.kind in ASSESSMENTS]
    ahead = graph.ahead(review.ways, {stage.id for stage in assessments})
    for place, later in enumerate(assessments):
        earlier = [
            stage
            for stage in assessments[:place]
            if stage.actor != later.actor
            and (later.id in ahead[stage.id] or stage.id in ahead[later.id])
        ]
        if earlier and not later.uses_earlier_assessment:
            yield from _compare(later, earlier)


def _compare(later: Stage, earlier: list[Stage]) -> Iterator[Said]:
    topics = {topic.casefold() for topic in later.topics}
    same = [stage for stage in earlier if topics & {topic.casefold() for topic in stage.topics}]
    if same:
        message = _("“{later}” assesses again what “{earlier}” has assessed.").format(
            later=title(later), earlier=title(same[0])
        )
        also = tuple(stage.id for stage in same)
        yield Said(about=later.id, message=message, also=also, field="uses_earlier_assessment")
    elif not topics or not all(stage.topics for stage in earlier):
        message = _(
            "What is assessed in “{later}” and “{earlier}” cannot be compared: topics are missing."
        ).format(later=title(later), earlier=title(earlier[0]))
        yield Said(about=later.id, message=message, also=(earlier[0].id,), evaluated=False)


def _mark_the_use(finding: Finding, pathway: Pathway) -> Change:
    return edits.update(pathway, finding.about or "", uses_earlier_assessment=True)


RULE = Rule(
    id="STR-11",
    severity=Severity.WARNING,
    title=N_("Same assessment done twice"),
    finds=N_("Two assessments or examinations of one topic by different actors on the same route."),
    why=N_("The customer tells everything again, and work is done twice."),
    put_right=N_("Leave one out, or mark that the later one uses the earlier assessment."),
    source="Soite multi-service process (overlapping assessment of service needs)",
    reads=reading(WAYS, {Stage: {"kind", "topics", "uses_earlier_assessment"}}),
    check=check,
    fixes=(Fix(title=N_("It uses the earlier assessment: mark so"), change=_mark_the_use),),
)
