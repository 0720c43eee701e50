"""Which entries fit what is typed, the best first. No widgets."""

from collections.abc import Sequence

from designer.ui.palette.entry import Entry, Kind
from designer.ui.palette.matching import Fit, Query

MOST = 60
"""More than these nobody reads: one types another letter."""

_RANKS = {kind: place for place, kind in enumerate(Kind)}


class Ranking:
    """Ranks the same entries at each letter.

    `recent` names what was used, the last first. What can't be used now comes after what can.
    """

    def __init__(self, entries: Sequence[Entry], recent: Sequence[str]) -> None:
        self._entries = entries
        places = {name: place for place, name in enumerate(recent)}
        self._used = [places.get(entry.name, len(recent)) for entry in entries]
        self._never = len(recent)
        self._before = ""
        self._fitting: list[int] = []

    def best(self, typed: str) -> tuple[list[Entry], Fit | None]:
        """Return the entries that fit, and how well the first does; None when none fits.

        For no words these are what was used last, then all actions.
        """
        query = Query(typed)
        if query.is_empty:
            return self._at_first(), Fit.SAME
        entries = self._entries
        # Another letter never lets in what has not fitted before.
        narrows = bool(self._before) and typed.startswith(self._before)
        candidates = self._fitting if narrows else range(len(entries))
        found = [
            (fit, not entries[place].usable, self._used[place], _RANKS[entries[place].kind], place)
            for place in candidates
            if (fit := query.fit(entries[place].words)) is not None
        ]
        self._before, self._fitting = typed, [key[-1] for key in found]
        found.sort()
        return [entries[key[-1]] for key in found[:MOST]], found[0][0] if found else None

    def _at_first(self) -> list[Entry]:
        places = [place for place, used in enumerate(self._used) if used < self._never]
        places.sort(key=self._used.__getitem__)
        used = [self._entries[place] for place in places if self._entries[place].usable]
        names = {entry.name for entry in used}
        others = [e for e in self._entries if e.kind is Kind.ACTION and e.name not in names]
        return [*used, *sorted(others, key=lambda entry: (not entry.usable, not entry.beside))]
