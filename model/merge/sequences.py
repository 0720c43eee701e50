"""Three-way merging of sequences: lines of a text, parts of a record, links to others."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple, TypeVar

T = TypeVar("T")

Key = Callable[[T], Hashable]


class Piece(NamedTuple):
    """A stretch of the three sequences; where all say the same, they hold the same items."""

    base: Sequence[object]
    ours: Sequence[object]
    theirs: Sequence[object]

    @property
    def clashes(self) -> bool:
        """Whether both sides made something else of what was there."""
        if self.ours == self.theirs or self.base in (self.ours, self.theirs):
            return False
        return bool(self.base)


def pieces(
    base: Sequence[T], ours: Sequence[T], theirs: Sequence[T], key: Key[T]
) -> Iterator[Piece]:
    """Cut three sequences where both sides still hold an item of the base.

    `key` gives what makes two items the same one.
    """
    here, there = _kept(base, ours, key), _kept(base, theirs, key)
    from_base = from_ours = from_theirs = 0
    for place in [*(place for place in range(len(base)) if place in here and place in there), None]:
        if place is None:
            ends = len(base), len(ours), len(theirs)
        else:
            ends = place, here[place], there[place]
        between = Piece(
            base[from_base : ends[0]], ours[from_ours : ends[1]], theirs[from_theirs : ends[2]]
        )
        if any(between):
            yield between
        if place is not None:
            same = base[place : place + 1]
            yield Piece(same, same, same)
            from_base, from_ours, from_theirs = place + 1, here[place] + 1, there[place] + 1


def joined(piece: Piece) -> tuple[object, ...]:
    """Return what a piece without a clash becomes; of what both put in, ours comes first."""
    if piece.ours == piece.base:
        return tuple(piece.theirs)
    if piece.theirs in (piece.base, piece.ours):
        return tuple(piece.ours)
    return (*piece.ours, *(item for item in piece.theirs if item not in piece.ours))


def _kept(base: Sequence[T], side: Sequence[T], key: Key[T]) -> dict[int, int]:
    """Return where each item of the base, that is still there, is in the other sequence."""
    matcher = SequenceMatcher(None, [*map(key, base)], [*map(key, side)], autojunk=False)
    return {
        start + step: other + step
        for start, other, length in matcher.get_matching_blocks()
        for step in range(length)
    }


def merged_members(
    base: Sequence[T], ours: Sequence[T], theirs: Sequence[T]
) -> tuple[T, ...] | None:
    """Merge lists in which each item stands once; None when both sides ordered them anew."""
    gone = {item for item in base if item not in ours or item not in theirs}
    common = [item for item in base if item not in gone]
    orders = [[item for item in side if item in common] for side in (ours, theirs)]
    leading, other = (theirs, ours) if orders[0] == common else (ours, theirs)
    if orders[0] != common != orders[1] and orders[0] != orders[1]:
        return None
    result = [item for item in leading if item not in gone]
    for place, item in enumerate(other):
        if item in result or item in gone:
            continue
        before = next((known for known in reversed(other[:place]) if known in result), None)
        result.insert(0 if before is None else result.index(before) + 1, item)
    return tuple(result)
