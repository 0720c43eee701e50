"""Contact needs a referral first: where customers come in, it is said whether they need one.

A pathway whose every start needs a referral says so, and that is enough: specialist care begins
with one by law.
"""

from collections.abc import Iterator

from model import edits
from model.change import Change
from model.checks.finding import Finding, Fix, Rule, Said
from model.checks.review import Review
from model.checks.wording import title
from model.codes import Severity
from model.messages import N_, _
from model.pathway import Pathway
from model.records import Stage


def check(stage: Stage, review: Review) -> Iterator[Said]:
    del review
    if stage.start and stage.public and stage.needs_referral is None:
        message = _("It is not said whether a customer can come to “{title}” without a referral.")
        yield Said(
            about=stage.id, message=message.format(title=title(stage)), field="needs_referral"
        )


def _without_referral(finding: Finding, pathway: Pathway) -> Change:
    return edits.update(pathway, finding.about or "", needs_referral=False)


def _with_referral(finding: Finding, pathway: Pathway) -> Change:
    return edits.update(pathway, finding.about or "", needs_referral=True)


RULE = Rule(
    id="ACC-03",
    severity=Severity.WARNING,
    severities={"workshop": Severity.INFO},
    title=N_("Need for a referral not said"),
    finds=N_("A start of which it is not said whether customers need a referral for it."),
    why=N_("Who does not know that a referral is needed, or that none is, does not make contact."),
    put_right=N_("Say for each start whether a referral is needed."),
    source="Kymenlaakso programme (one contact); stm.fi (specialist care needs a referral)",
    each=Stage,
    check=check,
    fixes=(
        Fix(title=N_("No referral is needed"), change=_without_referral),
        Fix(title=N_("A referral is needed"), change=_with_referral),
    ),
)
