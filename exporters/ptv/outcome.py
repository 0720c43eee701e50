"""What becomes of a public stage or channel: a new entry, one that PTV has, or none."""

from typing import NamedTuple

from exporters.ptv.schema import Body
from model.ids import Id


class Entry(NamedTuple):
    """A request body for something that PTV has not yet; `kind` is its schema."""

    about: Id
    kind: str
    source_id: str
    body: Body
    notes: tuple[str, ...] = ()


class InPtv(NamedTuple):
    """Something that PTV has: only its id is used, its texts in PTV stay as they are."""

    about: Id
    guid: str


class LeftOut(NamedTuple):
    """Something that is not written, and why, in sentences."""

    about: Id
    reasons: tuple[str, ...]


Outcome = Entry | InPtv | LeftOut
