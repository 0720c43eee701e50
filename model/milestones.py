"""Named states of a pathway, kept inside its file: "after workshop 2".

A milestone holds the whole file of its state, packed (zlib, base64): it can be read without any
other record, whatever was edited, merged or removed since.
"""

import zlib
from base64 import b64decode, b64encode
from binascii import Error as NotBase64Error
from datetime import datetime, timedelta

from msgspec.structs import replace

from model import edits, file
from model.change import Change
from model.ids import Id, new_id
from model.messages import _
from model.order import last_order
from model.parts import Approval
from model.pathway import Pathway
from model.records import AnyRecord, Milestone, PathwayInfo
from model.text import Text


def keep(pathway: Pathway, title: Text, at: datetime) -> Change:
    """Keep the state of a pathway under a name. `at` has a time zone."""
    return edits.add(pathway, milestone_of(pathway, new_id(), title, at))


def milestone_of(pathway: Pathway, id: Id, title: Text, at: datetime) -> Milestone:
    """Return the milestone that keeps the state of a pathway. `at` has a time zone."""
    return Milestone(
        id=id,
        order=last_order(pathway.of(Milestone)),
        title=title,
        at=at,
        content=_packed(file.dumps(without_milestones(pathway))),
    )


def newest_of_day(pathway: Pathway, midnight: datetime) -> Milestone | None:
    """Return the newest milestone kept on a day or before, if any.

    The day is told by the time, with a time zone, at which it begins; any day of the calendar will
    do, so nothing is added to it.
    """
    day = timedelta(days=1)
    earlier = [milestone for milestone in pathway.of(Milestone) if milestone.at - midnight < day]
    return max(earlier, key=lambda milestone: milestone.at, default=None)


def state_of(milestone: Milestone) -> Pathway:
    """Return the state that a milestone keeps; its own milestones are not in it.

    Raises UnreadableFileError with a sentence when the content is damaged.
    """
    return file.loads(_unpacked(milestone.content))


def restore(pathway: Pathway, milestone: Milestone) -> Change:
    """Lead a pathway back to a milestone; all milestones stay.

    Raises UnreadableFileError as `state_of` does.
    """
    from model.merge import change_between

    kept = state_of(milestone)
    back: dict[Id, AnyRecord | None] = {record.id: record for record in pathway.of(Milestone)}
    back[kept.info.id] = _with_links_of(pathway.info, kept.info)
    label = _("Go back to “{name}”").format(name=edits.name_of(milestone) or _("a milestone"))
    return change_between(pathway, kept.replacing(back), label)


def without_milestones(pathway: Pathway) -> Pathway:
    """Return a pathway without its milestones, and without the links to them."""
    bare = pathway.replacing({record.id: None for record in pathway.of(Milestone)})
    unlinked = tuple(replace(approval, milestone=None) for approval in pathway.info.approvals)
    if unlinked == pathway.info.approvals:
        return bare
    return bare.replacing({pathway.info.id: replace(pathway.info, approvals=unlinked)})


def _with_links_of(now: PathwayInfo, kept: PathwayInfo) -> PathwayInfo:
    """Link the approvals of a kept state to the milestones that the same ones link to now."""
    unlinked = [replace(each, milestone=None) for each in now.approvals]

    def linked(approval: Approval) -> Approval:
        if approval not in unlinked:
            return approval
        return now.approvals[unlinked.index(approval)]

    return replace(kept, approvals=tuple(map(linked, kept.approvals)))


def _packed(data: bytes) -> str:
    return b64encode(zlib.compress(data, 9)).decode("ascii")


def _unpacked(content: str) -> bytes:
    """Unpack, but no more than a file may have: the content may come from anywhere."""
    try:
        unpacking = zlib.decompressobj()
        data = unpacking.decompress(b64decode(content, validate=True), file.LARGEST + 1)
    except (NotBase64Error, ValueError, zlib.error):
        data = b""
    if not data or (len(data) <= file.LARGEST and not unpacking.eof):
        raise file.UnreadableFileError(
            _("What the milestone keeps is damaged; the pathway itself is not touched.")
        )
    return data
