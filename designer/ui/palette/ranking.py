"""Which entries fit what is typed, the best first. No widgets."""

from collections.abc import Sequence

from designer.ui.palette.entry import Entry, Kind
from designer.ui.palette.matching import Fit, Query

MOST = 60
"""More than these nobody reads: one types another letter."""

_KINDS = tuple(Kind)


def ranked(entries: Sequence[Entry], typed: str, recent: Sequence[str]) -> list[Entry]:
    """Return the entries that fit; without words what was used last, then all actions.

    `recent` names what was used, the last first. What can't be used now comes after what can.
    """
    query = Query(typed)
    places = {name: place for place, name in enumerate(recent)}
    never = len(recent)
    if query.is_empty:
        used = [entry for entry in entries if entry.name in places and entry.usable]
        used.sort(key=lambda entry: places[entry.name])
        names = {entry.name for entry in used}
        others = [e for e in entries if e.kind is Kind.ACTION and e.name not in names]
        return [*used, *sorted(others, key=lambda entry: not entry.usable)]
    fitting = [
        (fit, not entry.usable, places.get(entry.name, never), _KINDS.index(entry.kind), place)
        for place, entry in enumerate(entries)
        if (fit := query.fit(entry.words)) is not None
    ]
    return [entries[key[-1]] for key in sorted(fitting)[:MOST]]


def fits_well(entries: Sequence[Entry], typed: str) -> bool:
    """Whether some entry holds what is typed, not merely its letters."""
    query = Query(typed)
    return any(query.fit(entry.words) not in (None, Fit.LETTERS) for entry in entries)
