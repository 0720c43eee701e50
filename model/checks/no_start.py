"""No start."""

from collections.abc import Iterator

from model import edits
from model.change import Change
from model.checks.finding import Finding, Fix, Rule, Said
from model.checks.reads import STARTS
from model.checks.review import Review
from model.checks.wording import listed
from model.codes import Severity
from model.messages import N_, _
from model.pathway import Pathway
from model.records import Stage


def check(review: Review) -> Iterator[Said]:
    stages = review.pathway.stages
    if not stages:
        yield Said(about=None, message=_("The pathway has no stages yet."))
    elif not any(stage.start for stage in stages):
        entrances = review.starts
        message = (
            _("No stage is marked as a start. Nothing leads into {stages}.").format(
                stages=listed(review.pathway, entrances)
            )
            if entrances
            else _("No stage is marked as a start.")
        )
        yield Said(about=None, message=message, also=entrances)


def _mark_the_entrance(finding: Finding, pathway: Pathway) -> Change:
    """Mark the only stage that nothing leads into; of several some may lack a handover."""
    entrances = [id for id in finding.also if pathway.find(Stage, id)]
    if len(entrances) != 1 or len(finding.also) != 1:
        return Change("")
    return edits.update(pathway, entrances[0], start=True)


RULE = Rule(
    id="STR-01",
    severity=Severity.ERROR,
    severities={"workshop": Severity.WARNING},
    title=N_("No start"),
    finds=N_("A pathway in which no stage is marked as a place where customers come in."),
    why=N_("A reader cannot tell where to begin, and nobody notices a stage without a way in."),
    put_right=N_("Mark every stage where a customer can come in as a start."),
    source="JHS 152; Kainuu generic model, part 7",
    reads=STARTS,
    check=check,
    fixes=(
        Fix(title=N_("Mark the only stage without a way in as a start"), change=_mark_the_entrance),
    ),
)
