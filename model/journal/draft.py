"""Words that are still being typed: not an edit yet, but not to be lost either."""

import msgspec
from msgspec import Struct

from model.ids import Id


class Draft(Struct, frozen=True, forbid_unknown_fields=True):
    """What stands in the box that is being written in, the name of that box, and the record."""

    words: str
    field: str = ""
    about: Id | None = None


def draft_written(draft: Draft | None) -> bytes:
    return b"" if draft is None else msgspec.json.encode(draft)


def draft_read(content: bytes) -> Draft | None:
    """Read a draft; None where there is none or it is damaged."""
    try:
        return msgspec.json.decode(content, type=Draft) if content else None
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None
