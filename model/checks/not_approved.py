"""Not approved."""

from collections.abc import Iterator

from model import edits
from model.change import Change
from model.checks.finding import Finding, Fix, Rule, Said
from model.checks.review import Review
from model.codes import PathwayStatus, Severity
from model.codes.names import name_of_code
from model.messages import N_, _
from model.parts import Approval
from model.pathway import Pathway
from model.records import PathwayInfo

OPEN = {PathwayStatus.DRAFT, PathwayStatus.IN_REVIEW}


def check(info: PathwayInfo, review: Review) -> Iterator[Said]:
    del review
    if not info.approvals:
        message = _("Nobody has approved the pathway.")
        yield Said(about=info.id, message=message, field="approvals")
    elif not any(map(_is_complete, info.approvals)):
        message = _("It is not said which role approved the pathway and when.")
        yield Said(about=info.id, message=message, field="approvals")
    elif not _is_approved(info):
        message = _("Another version than {version} of the pathway was approved.")
        words = message.format(version=info.version)
        yield Said(about=info.id, message=words, field="approvals")
    elif info.status in OPEN:
        message = _("The pathway is approved, but its status is still “{status}”.")
        words = message.format(status=name_of_code(info.status))
        yield Said(about=info.id, message=words, field="status")


def _is_complete(approval: Approval) -> bool:
    return bool(approval.role) and approval.on is not None


def _is_approved(info: PathwayInfo) -> bool:
    """Whether an approval is of this version, where both say which."""
    versions = {approval.version for approval in info.approvals if _is_complete(approval)}
    return not info.version or bool(versions & {info.version, ""})


def _mark_as_approved(finding: Finding, pathway: Pathway) -> Change:
    info = pathway.info
    if finding.field != "status" or info.status not in OPEN or not _is_approved(info):
        return Change("")
    return edits.update(pathway, info.id, status=PathwayStatus.APPROVED)


RULE = Rule(
    id="PUB-04",
    severity=Severity.ERROR,
    severities={"workshop": Severity.OFF},
    title=N_("Not approved"),
    finds=N_(
        "A pathway that nobody has approved in this version, with role and day, or whose status "
        "is not that of an approved one."
    ),
    why=N_("What is published is a promise: somebody must have the right to give it."),
    put_right=N_("Have the pathway approved, write by which role and when, and set the status."),
    source="KSSHP (reviewed before publishing); NHS content standard (approval)",
    each=PathwayInfo,
    check=check,
    fixes=(Fix(title=N_("It is approved: set the status"), change=_mark_as_approved),),
)
