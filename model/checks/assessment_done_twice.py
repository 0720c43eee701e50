"""The same assessment done twice."""

from collections import defaultdict
from collections.abc import Iterator

from model import edits, graph
from model.change import Change
from model.checks.finding import Finding, Fix, Rule, Said
from model.checks.reads import WAYS, reading
from model.checks.review import Review
from model.checks.wording import title
from model.codes import Severity, StageKind
from model.ids import Id
from model.messages import N_, _
from model.pathway import Pathway
from model.records import Stage

ASSESSMENTS = {StageKind.NEED_ASSESSMENT, StageKind.EXAMINATION}


def check(review: Review) -> Iterator[Said]:
    assessments = [stage for stage in review.pathway.stages if stage.kind in ASSESSMENTS]
    ids = [stage.id for stage in assessments]
    ahead, behind = review.ahead(ids), review.behind(ids)
    # Sets of assessments as bits: there may be thousands, and each is compared with all before.
    before, untold = 0, 0
    by_actor, by_topic = defaultdict[Id | None, int](int), defaultdict[str, int](int)
    for place, later in enumerate(assessments):
        on_one_route = ahead[later.id] | behind[later.id]
        earlier = before & on_one_route & ~by_actor[later.actor]
        topics = {topic.casefold() for topic in later.topics}
        if earlier and not later.uses_earlier_assessment:
            same = 0
            for topic in topics:
                same |= earlier & by_topic[topic]
            if same:
                yield _again(later, [assessments[other] for other in graph.places(same)])
            elif not topics or earlier & untold:
                yield _unknown(later, assessments[next(graph.places(earlier))])
        before |= 1 << place
        by_actor[later.actor] |= 1 << place
        untold |= 0 if topics else 1 << place
        for topic in topics:
            by_topic[topic] |= 1 << place


def _again(later: Stage, same: list[Stage]) -> Said:
    message = _("“{later}” assesses again what “{earlier}” has assessed.").format(
        later=title(later), earlier=title(same[0])
    )
    also = tuple(stage.id for stage in same)
    return Said(about=later.id, message=message, also=also, field="uses_earlier_assessment")


def _unknown(later: Stage, earlier: Stage) -> Said:
    message = _(
        "What is assessed in “{later}” and “{earlier}” cannot be compared: topics are missing."
    ).format(later=title(later), earlier=title(earlier))
    return Said(about=later.id, message=message, also=(earlier.id,), evaluated=False)


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
