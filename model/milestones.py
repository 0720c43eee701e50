"""Named states of a pathway, kept inside its file: "after workshop 2".

A milestone holds the whole file of its state, packed (zlib, base64): it can be read without any
other record, whatever was edited, merged or removed since.
"""

import zlib
from base64 import b64decode, b64encode
from binascii import Error as NotBase64Error
from datetime import datetime

from model import edits, file
from model.change import Change
from model.ids import new_id
from model.merge import change_between
from model.messages import _
from model.order import last_order
from model.pathway import Pathway
from model.records import AnyRecord, Milestone
from model.text import Text


def keep(pathway: Pathway, title: Text, at: datetime) -> Change:
    """Keep the state of a pathway under a name. `at` has a time zone."""
    milestone = Milestone(
        id=new_id(),
        order=last_order(pathway.of(Milestone)),
        title=title,
        at=at,
        content=_packed(file.dumps(_without_milestones(pathway))),
    )
    return edits.add(pathway, milestone)


def state_of(milestone: Milestone) -> Pathway:
    """Return the state that a milestone keeps; its own milestones are not in it.

    Raises UnreadableFileError with a sentence when the content is damaged.
    """
    return file.loads(_unpacked(milestone.content))


def restore(pathway: Pathway, milestone: Milestone) -> Change:
    """Lead a pathway back to a milestone; all milestones stay.

    Raises UnreadableFileError as `state_of` does.
    """
    kept = state_of(milestone)
    milestones: dict[str, AnyRecord | None] = {
        record.id: record for record in pathway.of(Milestone)
    }
    label = _("Go back to “{name}”").format(name=edits.name_of(milestone) or _("a milestone"))
    return change_between(pathway, kept.replacing(milestones), label)


def _without_milestones(pathway: Pathway) -> Pathway:
    return pathway.replacing({record.id: None for record in pathway.of(Milestone)})


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
