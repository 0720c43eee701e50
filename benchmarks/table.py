"""What was measured: rows of one run, for the eye and as JSON."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

import msgspec

from benchmarks.timing import Times


class Unit(StrEnum):
    SECONDS = "s"
    MEGABYTES = "MB"


class Clock(StrEnum):
    """What was taken: processor time where one thread works, wall time where several do."""

    PROCESSOR = "processor time"
    WALL = "wall time"
    NONE = ""
    """No time: megabytes."""


class Peer(msgspec.Struct, frozen=True):
    """Another program that does the same."""

    name: str
    times: Times


class Row(msgspec.Struct, frozen=True, tag=True):
    """One line: an act, the size of the board, what ours takes and what the floor takes.

    Times are in seconds, memory in megabytes. A row without a floor has an absolute goal, or none.
    """

    act: str
    floor_act: str
    stages: int
    ours: Times
    floor: Times | None = None
    peers: tuple[Peer, ...] = ()
    unit: Unit = Unit.SECONDS
    clock: Clock = Clock.PROCESSOR

    @property
    def ratio(self) -> float | None:
        """How many times the floor's least time ours takes at the least."""
        return self.ours.least / self.floor.least if self.floor else None

    def ahead_of(self, name: str) -> float | None:
        """How many times our least time the peer's least time is; None without that peer."""
        return next((p.times.least / self.ours.least for p in self.peers if p.name == name), None)


class Beside(msgspec.Struct, frozen=True, tag=True):
    """What a peer takes for an act at a size; it joins the row of that act."""

    act: str
    stages: int
    peer: Peer


Measured = Row | Beside


def joined(rows: Iterable[Row], beside: Iterable[Beside]) -> list[Row]:
    """Return the rows with the peers that were measured apart from them."""
    peers: dict[tuple[str, int], list[Peer]] = {}
    for each in beside:
        peers.setdefault((each.act, each.stages), []).append(each.peer)
    return [
        msgspec.structs.replace(row, peers=(*row.peers, *peers.get((row.act, row.stages), ())))
        for row in rows
    ]


def told(figure: float, unit: Unit = Unit.SECONDS) -> str:
    """Return a figure with its unit, three digits of it."""
    if unit is Unit.MEGABYTES:
        return f"{_three(figure)} MB"
    return f"{_three(figure)} s" if figure >= 1 else f"{_three(figure * 1000)} ms"


def _three(figure: float) -> str:
    for least, decimals in ((100, 0), (10, 1), (1, 2)):
        if figure >= least:
            return f"{figure:.{decimals}f}"
    return f"{figure:.3f}"


def spread(times: Times, unit: Unit) -> str:
    """Return least, median and most, in the unit that suits the least."""
    factor, name = (1.0, unit.value)
    if unit is Unit.SECONDS and times.least < 1:
        factor, name = 1000.0, "ms"
    return " / ".join(_three(each * factor) for each in (times.least, times.median, times.most)) + (
        f" {name}"
    )


HEADINGS = (
    "act",
    "stages",
    "ours: least / median / most",
    "times",
    "floor",
    "floor: least / median / most",
    "to floor",
    "peers: least, to ours",
    "goal",
)


def cells(row: Row, judged: Sequence[str]) -> tuple[str, ...]:
    """Return the line of a row, `judged` the words on its goals."""
    ratio = row.ratio
    return (
        row.act,
        f"{row.stages:,}",
        spread(row.ours, row.unit),
        f"{row.ours.count}{' wall' if row.clock is Clock.WALL else ''}",
        row.floor_act,
        spread(row.floor, row.unit) if row.floor else "–",
        f"{ratio:.2f}" if ratio is not None else "–",
        ", ".join(
            f"{peer.name} {told(peer.times.least, row.unit)}, {row.ahead_of(peer.name):.1f}×"
            for peer in row.peers
        ),
        "; ".join(judged),
    )


def as_text(rows: Sequence[Row], judged: Mapping[tuple[str, int], Sequence[str]]) -> str:
    """Return the table with columns beneath each other."""
    lines = [HEADINGS, *(cells(row, judged.get((row.act, row.stages), ())) for row in rows)]
    return in_columns(lines)


def in_columns(lines: Sequence[Sequence[str]]) -> str:
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )
