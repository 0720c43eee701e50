"""No prevention at the start."""

from collections.abc import Iterator

from model import graph
from model.checks.finding import Rule, Said
from model.checks.reads import STARTS, reading
from model.checks.review import Review
from model.codes import Severity, StageKind
from model.messages import N_, _
from model.records import Stage

EARLY = {StageKind.PREVENTION, StageKind.SELF_CARE}


def check(review: Review) -> Iterator[Said]:
    if not review.starts:
        message = _("There are no stages where a customer comes in.")
        yield Said(about=None, message=message, evaluated=False)
        return
    stages = review.pathway.stages
    early = {stage.id for stage in stages if stage.kind in EARLY}
    treating = {stage.id for stage in stages if stage.kind is StageKind.TREATMENT_SERVICE}
    if graph.meets(review.ways, review.starts, early, ended_by=treating):
        return
    unsorted = {stage.id for stage in stages if stage.kind is None}
    if graph.meets(review.ways, review.starts, unsorted, ended_by=treating):
        message = _("Stages before the treatment have no kind, so prevention cannot be seen.")
        yield Said(about=None, message=message, evaluated=False)
    else:
        message = _("No stage of prevention or self-care comes before the treatment.")
        yield Said(about=None, message=message)


RULE = Rule(
    id="PRE-01",
    severity=Severity.WARNING,
    title=N_("No prevention at the start"),
    finds=N_("A pathway in which no prevention or self-care can be reached before treatment."),
    why=N_("A pathway covers the whole arc, and most can be won before care is needed."),
    put_right=N_("Add a stage of prevention or self-care before the first treatment."),
    source="Kainuu model (from prevention to the end of service need); generic model, part 4",
    reads=reading(STARTS, {Stage: {"kind"}}),
    check=check,
)
