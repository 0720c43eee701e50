"""JSON from outside: how much of it there is before it is parsed, and keys that stand twice.

How deep it goes needs no count: decoders stop at Python's own limit, and what is deeper than our
records has fields that are not known.
"""

import json
import re
from collections import Counter
from typing import Any, Final

_STRUCTURE: Final = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"?|[\[{,]', re.DOTALL)


def is_more_than(data: bytes, most: int) -> bool:
    """Whether JSON holds more values than `most`; commas and brackets inside texts are none.

    It need not be valid. Nothing is built: a value may take a hundred times its letters in memory.
    """
    if len(data) <= most:
        return False
    if sum(data.count(sign) for sign in (b"[", b"{", b",")) <= most:  # in texts too: quick to see
        return False
    values = 0
    for found in _STRUCTURE.finditer(data):
        values += data[found.start()] != ord('"')
        if values > most:
            return True
    return False


def doubled_key(data: bytes) -> str | None:
    """Return a key that stands twice in one object of valid JSON; decoders take the last one."""
    doubled: list[str] = []

    def looked_at(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        key, count = next(iter(Counter(key for key, _value in pairs).most_common(1)), ("", 0))
        if count > 1:
            doubled.append(key)
        return dict(pairs)

    json.loads(data, object_pairs_hook=looked_at, parse_int=str)  # of any length
    return doubled[0] if doubled else None
