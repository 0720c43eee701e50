"""Approval: the step after which a content may be published, and which content that is.

    document.do(approve(pathway, Approver(role, organisation, on), at))
    ...                                        # edits go on
    approved_content(document.pathway)         # what was approved, whatever was edited since

An approval covers the content that its milestone keeps, and nothing else; see
docs/decisions/0016-approval.md.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Final, NamedTuple

from msgspec.structs import replace

from model import edits
from model.change import Change
from model.codes import PathwayStatus
from model.ids import new_id
from model.messages import _, spoken_language
from model.milestones import milestone_of, state_of, without_milestones
from model.parts import Approval
from model.pathway import Pathway
from model.records import Milestone, Note, PathwayInfo, Stage, Story, Task, Waiver, Workshop
from model.text import Text

WORKING_MATERIAL: Final = (Milestone, Note, Story, Task, Waiver, Workshop)
"""Kinds that no approval is about: they are of the work, not of the content."""


class Approver(NamedTuple):
    """By which role, of which organisation, and on what day something was approved."""

    role: Text
    organisation: Text
    on: date


class Approved(NamedTuple):
    """An approval and the content that it covers."""

    approval: Approval
    content: Pathway


def approve(pathway: Pathway, by: Approver, at: datetime) -> Change:
    """Approve a pathway as it is: its status, one more approval, and its content kept.

    `at` is when that is written down, with a time zone. The new approval is the newest also when
    the clock was ahead at an earlier one.
    """
    from model.describe import day_in_words

    info, id = pathway.info, new_id()
    approval = Approval(
        role=by.role, organisation=by.organisation, on=by.on, version=info.version, milestone=id
    )
    approving = edits.update(
        pathway, info.id, status=PathwayStatus.APPROVED, approvals=(*info.approvals, approval)
    )
    approved, _done = approving.applied_to(pathway)
    title = {spoken_language(): _("Approved {day}").format(day=day_in_words(by.on))}
    at = max((at, *(milestone.at for _number, milestone, _approval in _kept(pathway))))
    keeping = edits.add(pathway, milestone_of(approved, id, title, at))
    label = _("Approve “{name}”").format(name=edits.name_of(info) or _("Pathway without a name"))
    return edits.together(label, (keeping, approving))


def approved(pathway: Pathway) -> Approved | None:
    """Return the newest approval whose content is kept, and that content; None without one.

    An approval does not count that was given to another pathway, of which this is a copy.
    Raises UnreadableFileError with a sentence when what was kept is damaged.
    """
    newest_first = sorted(_kept(pathway), key=lambda each: (each[1].at, each[0]), reverse=True)
    for _number, milestone, approval in newest_first:
        content = state_of(milestone)
        if content.info.id == pathway.info.id:
            return Approved(approval, content)
    return None


def _kept(pathway: Pathway) -> Iterator[tuple[int, Milestone, Approval]]:
    """Yield the approvals whose content is kept, in their order, with its milestone."""
    for number, approval in enumerate(pathway.info.approvals):
        milestone = pathway.find(Milestone, approval.milestone)
        if milestone is not None:
            yield number, milestone, approval


def approved_content(pathway: Pathway) -> Pathway | None:
    """Return the content of the newest approval; errors as `approved` raises them."""
    newest = approved(pathway)
    return None if newest is None else newest.content


def changed_since_approval(pathway: Pathway) -> bool:
    """Whether the content is another than the one approved last; so too when none was.

    Notes, tasks and the like are no content, and neither is what approving itself writes, nor
    the numbers of paper cards.
    """
    content = approved_content(pathway)
    return content is None or _only_content(content) != _only_content(pathway)


def fault_of_approval(by: Approver, languages: Sequence[str], today: date) -> str:
    """Say what must be written before a pathway can be approved; '' when all is.

    The role is published, so that it is needed in all `languages` of the pathway.
    """
    missing = [code for code in languages or ("fi",) if not by.role.get(code, "").strip()]
    if missing:
        return _("Write in which role it is approved.")
    if by.on > today:
        return _("The day of the approval cannot be later than today.")
    return ""


def _only_content(pathway: Pathway) -> Pathway:
    bare = without_milestones(pathway)
    info: PathwayInfo = replace(bare.info, status=PathwayStatus.DRAFT, approvals=())
    gone = {record.id: None for kind in WORKING_MATERIAL for record in bare.of(kind)}
    cardless = {
        stage.id: replace(stage, card_number=0) for stage in bare.of(Stage) if stage.card_number
    }
    return bare.replacing({**gone, **cardless, info.id: info})
