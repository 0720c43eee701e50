"""From a pathway to the bytes of its file."""

from typing import Final

import msgspec

from model.pathway import Pathway

FORMAT: Final = 1
LARGEST: Final = 40_000_000
"""Bytes that a file may have; a pathway of 1,000 stages with all its texts has some 3,000,000."""
MOST_RECORDS: Final = 50_000
"""A pathway of 1,000 stages has some 4,000."""
MOST_VALUES: Final = 1_000_000
"""Numbers, texts and lists; a pathway of 1,000 stages with all its texts has some 100,000."""

_encoder = msgspec.json.Encoder(order="deterministic")


def dumps(pathway: Pathway) -> bytes:
    """Return the file of a pathway; equal pathways give equal bytes."""
    lines = [_encoder.encode(pathway[id]) for id in sorted(pathway)]
    return b'{"format": %d, "records": [\n' % FORMAT + b",\n".join(lines) + b"\n]}\n"
