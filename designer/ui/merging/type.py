"""Type that a room can read: it grows with the width of the panel."""

from typing import Final

_SMALLEST: Final = 13
_LARGEST: Final = 20
_PER_PIXEL: Final = 34


def size_for(width: int) -> int:
    """Return the size of running text, in pixels, for a panel of that width."""
    return max(_SMALLEST, min(_LARGEST, width // _PER_PIXEL))
