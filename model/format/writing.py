"""From a pathway to the bytes of its file."""

from collections.abc import Sequence
from operator import attrgetter
from typing import Final

import msgspec

from model.pathway import Pathway
from model.records import AnyRecord

FORMAT: Final = 1
LARGEST: Final = 40_000_000
"""Bytes that a file may have; a pathway of 1,000 stages with all its texts has some 3,000,000."""
MOST_RECORDS: Final = 50_000
"""A pathway of 1,000 stages has some 4,000."""
MOST_VALUES: Final = 1_000_000
"""Numbers, texts and lists; a pathway of 1,000 stages with all its texts has some 100,000."""

BEGIN: Final = b'{"format": %d, "records": [\n' % FORMAT
BETWEEN: Final = b",\n"
END: Final = b"\n]}\n"

_PIECE: Final = 500
"""Records encoded at once: other threads get their turn in between."""
_id = attrgetter("id")
_encoder = msgspec.json.Encoder(order="deterministic")


def dumps(pathway: Pathway) -> bytes:
    """Return the file of a pathway; equal pathways give equal bytes."""
    records = sorted(pathway.values(), key=_id)
    pieces = [_lines(records[at : at + _PIECE]) for at in range(0, len(records), _PIECE)]
    if pieces:
        pieces[-1] = pieces[-1].removesuffix(BETWEEN)
    return b"".join((BEGIN, *pieces, END))  # copied once: fresh memory costs as much as encoding


def _lines(records: Sequence[AnyRecord]) -> bytes:
    # Ends of lines within texts are escaped: those here are between records, and after the last.
    return _encoder.encode_lines(records).replace(b"\n", BETWEEN)
