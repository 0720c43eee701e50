"""Unlabelled branch."""

from collections.abc import Iterator

from model import edits
from model.change import Change
from model.checks.finding import Finding, Fix, Rule, Said
from model.checks.reads import AXES, CELLS
from model.checks.review import Review
from model.checks.wording import listed, title
from model.codes import Flow, Severity
from model.messages import N_, _
from model.pathway import Pathway
from model.records import Handover, Stage


def check(stage: Stage, review: Review) -> Iterator[Said]:
    arrows = review.pathway.leaving(stage.id)
    ways = {(arrow.target, arrow.kind) for arrow in arrows}  # of the same twice STR-18 tells
    unlabelled = [arrow for arrow in arrows if len(ways) > 1 and _is_unlabelled(arrow)]
    if unlabelled:
        targets = [arrow.target for arrow in unlabelled]
        message = _("“{title}” does not say when one goes on to {targets}.").format(
            title=title(stage), targets=listed(review.pathway, targets)
        )
        yield Said(about=stage.id, message=message, also=tuple(a.id for a in unlabelled))


def _is_unlabelled(arrow: Handover) -> bool:
    return arrow.flow is not Flow.PARALLEL and not arrow.condition and arrow.outcome is None


def _make_them_parallel(finding: Finding, pathway: Pathway) -> Change:
    arrows = [arrow for arrow in pathway.leaving(finding.about or "") if _is_unlabelled(arrow)]
    if len(arrows) < 2:  # noqa: PLR2004 - one way is parallel to nothing
        return Change("")
    changes = [edits.update(pathway, arrow.id, flow=Flow.PARALLEL) for arrow in arrows]
    return edits.together(changes[0].label, changes)


RULE = Rule(
    id="STR-05",
    severity=Severity.ERROR,
    severities={"workshop": Severity.WARNING},
    title=N_("Unlabelled branch"),
    finds=N_("A stage with several ways on, of which some say neither a condition nor an outcome."),
    why=N_("Nobody can tell which way is theirs, and each worker decides differently."),
    put_right=N_("Write on each way when it is taken, or make them parallel when all are taken."),
    source="Keski-Suomi referral instructions; BPM+ Health Field Guide (decisions made explicit)",
    each=Stage,
    reads=AXES,
    along=CELLS,
    check=check,
    fixes=(
        Fix(
            title=N_("All of these ways are taken: make them parallel"), change=_make_them_parallel
        ),
    ),
)
