"""No way back: an end from which one comes back only to where nobody can come in.

Of an end that says nothing of coming back PRE-04 tells.
"""

from collections.abc import Iterator

from model import edits
from model.change import Change
from model.checks.finding import Finding, Fix, Rule, Said
from model.checks.reads import AXES, CELLS, reading
from model.checks.review import Review
from model.checks.wording import title
from model.codes import Severity, StageKind
from model.messages import N_, _
from model.pathway import Pathway
from model.records import Stage


def check(stage: Stage, review: Review) -> Iterator[Said]:
    if stage.kind is not StageKind.END or stage.way_back:
        return
    arrows = review.pathway.leaving(stage.id)
    targets = [review.pathway.find(Stage, arrow.target) for arrow in arrows]
    if not targets or any(target is not None and target.start for target in targets):
        return
    ids = tuple(target.id for target in targets if target is not None)
    message = _(
        "From the end “{title}” one comes back only to where customers cannot come in by "
        "themselves."
    ).format(title=title(stage))
    yield Said(about=stage.id, message=message, also=ids, field="way_back")


def _as_to_get_help(finding: Finding, pathway: Pathway) -> Change:
    """One comes back as one comes in: take over what the pathway says of getting help."""
    stage = pathway.find(Stage, finding.about)
    if stage is None or stage.way_back or not pathway.info.how_to_get_help:
        return Change("")
    return edits.update(pathway, stage.id, way_back=pathway.info.how_to_get_help)


RULE = Rule(
    id="PRE-05",
    severity=Severity.WARNING,
    severities={"workshop": Severity.INFO},
    title=N_("No way back"),
    finds=N_(
        "An end without a text on how to come back, from which handovers lead only to stages "
        "where customers cannot come in."
    ),
    why=N_("Who needs help again stands before a door that opens only from inside."),
    put_right=N_("Write on the end whom to contact, or lead from it to a stage that is a start."),
    source="Soite multi-service process (back without starting over); Ketjupaja’s own rule",
    each=Stage,
    reads=AXES,
    along=reading(CELLS, {Stage: {"start"}}),
    check=check,
    fixes=(
        Fix(
            title=N_("One comes back as one comes in: write there how to get help"),
            change=_as_to_get_help,
        ),
    ),
)
