"""Leaving lines out of a list that was read, without breaking its chain. Pure, no Qt."""

from collections.abc import Collection, Iterator, Sequence

from model.entry import Listed, ListedKind


def without(listed: Sequence[Listed], places: Collection[int]) -> tuple[Listed, ...]:
    """Return the list with the lines at `places` left out.

    What followed one of these follows what that one followed. An actor's or a phase's line that
    is left out is no longer added for itself; the lines below keep what they said.
    """
    return tuple(
        item._replace(kind=ListedKind.LEFT_OUT)
        if place in places
        else item._replace(follows=tuple(dict.fromkeys(_before(listed, item, places))))
        for place, item in enumerate(listed)
    )


def _before(listed: Sequence[Listed], item: Listed, places: Collection[int]) -> Iterator[int]:
    for place in item.follows:
        if place in places:
            yield from _before(listed, listed[place], places)
        else:
            yield place
