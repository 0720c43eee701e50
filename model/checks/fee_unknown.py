"""Fee unknown: what a service costs is said, also when it is free.

Asked of services: not of what customers do themselves, of waiting, decisions and ends.
"""

from collections.abc import Iterator

from model import edits
from model.change import Change
from model.checks.finding import Finding, Fix, Rule, Said
from model.checks.parties import PRIVATE_PEOPLE, sector_of
from model.checks.review import Review
from model.checks.wording import title
from model.codes import FeeKind, Severity, StageKind
from model.messages import N_, _
from model.parts import Fee
from model.pathway import Pathway
from model.records import Channel, Stage

NO_SERVICES = frozenset({StageKind.SELF_CARE, StageKind.WAIT, StageKind.DECISION, StageKind.END})


def check(stage: Stage, review: Review) -> Iterator[Said]:
    if not _is_service(stage, review.pathway):
        return
    if stage.fee is None:
        message = _("“{title}” does not tell what it costs.").format(title=title(stage))
        yield Said(about=stage.id, message=message, field="fee")
    elif stage.fee.kind is FeeKind.OTHER and not stage.fee.note:
        message = _("“{title}” has a fee of another kind, but it is not said what it is.")
        yield Said(about=stage.id, message=message.format(title=title(stage)), field="fee")


def _is_service(stage: Stage, pathway: Pathway) -> bool:
    return (
        stage.public
        and stage.kind not in NO_SERVICES
        and sector_of(stage.actor, pathway) not in PRIVATE_PEOPLE
    )


def _take_over(finding: Finding, pathway: Pathway) -> Change:
    stage = pathway.find(Stage, finding.about)
    fee = _fee_of_channels(stage, pathway) if stage else None
    return edits.update(pathway, stage.id, fee=fee) if stage and fee else Change("")


def _fee_of_channels(stage: Stage, pathway: Pathway) -> Fee | None:
    """Return what every channel of the stage costs, None when they differ or do not tell."""
    channels = (pathway.find(Channel, id) for id in stage.channels)
    fees = [channel.fee if channel else None for channel in channels]
    fee = fees[0] if fees else None
    if fee is None or (fee.kind is FeeKind.OTHER and not fee.note):
        return None
    return fee if all(other == fee for other in fees) else None


RULE = Rule(
    id="ACC-05",
    severity=Severity.WARNING,
    severities={"workshop": Severity.OFF},
    title=N_("Fee unknown"),
    finds=N_("A public service stage that does not tell whether it is free or what is charged."),
    why=N_("Fear of the price keeps people away; those with little money ask first what it costs."),
    put_right=N_("Choose the kind of fee, and say what it is where that is another one."),
    source="Päijät-Häme Hyvinvointiopas (filter by fee); PTV serviceChargeType",
    each=Stage,
    check=check,
    fixes=(Fix(title=N_("Take over the fee of its channels"), change=_take_over),),
)
