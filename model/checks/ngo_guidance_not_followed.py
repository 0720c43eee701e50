"""Guidance to an NGO that nobody follows up."""

from collections.abc import Iterator

from model import edits
from model.change import Change
from model.checks.finding import Finding, Fix, Rule, Said
from model.checks.parties import receiver, sector_of
from model.checks.review import Review
from model.checks.wording import named
from model.codes import HandoverKind, Sector, Severity
from model.messages import N_, _
from model.pathway import Pathway
from model.records import Actor, Handover


def check(handover: Handover, review: Review) -> Iterator[Said]:
    if (
        handover.kind is HandoverKind.GUIDANCE
        and not handover.follow_up_question
        and sector_of(receiver(handover, review.pathway), review.pathway) is Sector.NGO
    ):
        message = _("After “{title}” nobody asks whether the customer found the NGO’s help.")
        words = message.format(title=named(handover, review.pathway))
        yield Said(about=handover.id, message=words, field="follow_up_question")


def _make_it_warm(finding: Finding, pathway: Pathway) -> Change:
    return edits.update(pathway, finding.about or "", kind=HandoverKind.WARM_HANDOVER)


RULE = Rule(
    id="HAN-12",
    severity=Severity.INFO,
    severities={"workshop": Severity.OFF},
    title=N_("Guidance to an NGO that nobody follows up"),
    finds=N_(
        "Guidance to an NGO that is neither a warm handover nor followed by a question of the "
        "sender."
    ),
    why=N_("A leaflet rarely leads anyone to a group; nobody notices those who never went."),
    put_right=N_("Make it a warm handover, or write what the sender asks afterwards."),
    source="Kainuu programme (contractual NGO activity in pathways); Ketjupaja’s own rule",
    each=Handover,
    reads={Actor: {"sector"}},
    check=check,
    fixes=(Fix(title=N_("Make it a warm handover"), change=_make_it_warm),),
)
