"""How the lines below a row become others, by the fewest steps that a view has to hear of.

Pure, no Qt.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from operator import is_

from designer.ui.findings.grouping import Told, key_of

Many = tuple[Told, ...]


class Turn:
    """How the lines below a row become others: by places, which go, move, change and come.

    `gone` are places among the lines before, `moved` tells where those that stay stand after the
    others have gone, `changed` which of them say something else; `fresh` are places `after`.
    """

    def __init__(self, before: Many, after: Many) -> None:
        first, last = _ends_alike(before, after)
        old, new = before[first : len(before) - last], after[first : len(after) - last]
        became = _became(old, new)
        arrived = {id(line) for line in became.values()}
        self.after = after
        self.gone = [first + place for place, line in enumerate(old) if id(line) not in became]
        self.fresh = [first + place for place, line in enumerate(new) if id(line) not in arrived]
        self.steps = sum(1 for _run in (*runs(self.gone), *runs(self.fresh)))
        stays = [line for line in old if id(line) in became]
        ordered = [line for line in new if id(line) in arrived]
        self.stay: Many = (*after[:first], *ordered, *after[len(after) - last :])
        places = {id(line): first + place for place, line in enumerate(ordered)}
        moves = [places[id(became[id(line)])] for line in stays]
        self.moved = {first + place: to for place, to in enumerate(moves) if to != first + place}
        self.changed = sorted(
            to for line, to in zip(stays, moves, strict=True) if line != became[id(line)]
        )


def _ends_alike(before: Many, after: Many) -> tuple[int, int]:
    """Return how many lines are the same ones at the beginning, and at the end of the others."""
    first = _alike(before, after)
    return first, _alike(before[first:][::-1], after[first:][::-1])


def _alike(one: Many, other: Many) -> int:
    same = [*map(is_, one, other), False]
    return same.index(False)


def _became(old: Many, new: Many) -> dict[int, Told]:
    """Return what each of the lines became that still stand for the same, by its number."""
    there = {id(line): line for line in new}
    became = {id(line): line for line in old if id(line) in there}
    others: defaultdict[Hashable, list[Told]] = defaultdict(list)
    for line in reversed(new):
        if id(line) not in became:
            others[key_of(line)].append(line)
    for line in old:
        if id(line) not in became and others[key_of(line)]:
            became[id(line)] = others[key_of(line)].pop()
    return became


def runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of each run of places that follow one another."""
    start = 0
    for place in range(1, len(places) + 1):
        if place == len(places) or places[place] != places[place - 1] + 1:
            yield places[start], places[place - 1]
            start = place
