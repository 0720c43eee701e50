"""In which order the lanes of an outline stand: who hands over to whom stands near."""

from collections import Counter
from collections.abc import Iterable, Sequence

from model.codes import Sector
from model.ids import Id
from model.records import Actor

_ON_TOP = {Sector.CUSTOMER, Sector.CLOSE_ONE}

# A board of more lanes nobody reads; its order stays, since the search takes their cube.
_MOST_LANES = 20
_MOST_ROUNDS = 10

Meetings = Sequence[tuple[Id, Id, int]]
"""Two lanes, and how many arrows lead from one to the other."""


def lane_order(actors: Sequence[Actor], arrows: Iterable[tuple[Id, Id]]) -> tuple[Id, ...]:
    """Return the actors' ids from top to bottom; `arrows` lead from one's stage to another's.

    Customers and close ones come first, as the outline lists them. The others stand so that the
    arrows pass few lanes; lanes without arrows, between which nothing passes, at the edge.
    """
    top = [actor.id for actor in actors if actor.sector in _ON_TOP]
    others = [actor.id for actor in actors if actor.sector not in _ON_TOP]
    if len(actors) > _MOST_LANES:
        return (*top, *others)
    counts = Counter((min(arrow), max(arrow)) for arrow in arrows if arrow[0] != arrow[1])
    meetings = [(one, other, count) for (one, other), count in counts.items()]
    # One beginning may stop at an order that only two moves at once would better.
    begun = [others[place:] + others[:place] for place in range(len(others))] or [[]]
    found = [_bettered(top, each, meetings) for each in begun]
    return min(found, key=lambda order: _passed(order, meetings))


def _bettered(top: list[Id], others: list[Id], meetings: Meetings) -> tuple[Id, ...]:
    """Move each lane to where it stands best, until none would stand better elsewhere."""
    order = [*top, *others]
    for _round in range(_MOST_ROUNDS):
        before = order
        for lane in others:
            order = _best_move(order, lane, len(top), meetings)
        if order == before:
            break
    return tuple(order)


def _best_move(order: list[Id], lane: Id, highest: int, meetings: Meetings) -> list[Id]:
    """Return the order with the lane at its best place; where it is, unless another is better."""
    rest = [other for other in order if other != lane]
    moves = [[*rest[:place], lane, *rest[place:]] for place in range(highest, len(order))]
    return min([order, *moves], key=lambda each: _passed(each, meetings))


def _passed(order: Sequence[Id], meetings: Meetings) -> int:
    """Count over all arrows how many lanes down or up they lead."""
    places = {lane: place for place, lane in enumerate(order)}
    return sum(count * abs(places[one] - places[other]) for one, other, count in meetings)
