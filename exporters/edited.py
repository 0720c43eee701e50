"""Whether a pathway still is what was approved, for formats that name the approval."""

from typing import Final

from model.approval import approved, changed_since_approval
from model.codes import PathwayStatus
from model.file import UnreadableFileError
from model.messages import _
from model.pathway import Pathway
from model.records import PathwayInfo

_DRAFTS: Final = {PathwayStatus.DRAFT, PathwayStatus.IN_REVIEW}


def is_draft(info: PathwayInfo) -> bool:
    return info.status in _DRAFTS


def is_edited(pathway: Pathway) -> bool:
    """Whether the content is another than the one that was approved last; never so of a draft."""
    if is_draft(pathway.info):
        return False
    try:
        return approved(pathway) is not None and changed_since_approval(pathway)
    except UnreadableFileError:  # what was approved cannot be read, and so not compared
        return False


def as_it_is_now() -> str:
    return _(
        "The pathway has been edited since it was approved: the document tells it as it is now, "
        "not as it was approved."
    )
