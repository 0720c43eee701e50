"""The table of what was measured, for the eye and as JSON."""

import json
import platform
from collections.abc import Iterable
from datetime import date
from enum import Enum
from os import cpu_count
from pathlib import Path
from typing import NamedTuple

import PySide6

from benchmarks.timing import Times

RESULTS = Path(__file__).parent / "results"


class Unit(Enum):
    """What is measured: how it is called, and how many of it make one of what was taken."""

    MILLISECONDS = ("ms", 1000)
    MEGABYTES = ("MB", 1)


class Row(NamedTuple):
    """One line: an act, the size of the board, what ours takes and what the floor takes.

    A peer is another program that answers the same question; there is none for most acts. Times
    are in seconds, memory in megabytes.
    """

    act: str
    floor_act: str
    stages: int
    ours: Times
    floor: Times
    peer_act: str = ""
    peer: Times | None = None
    unit: Unit = Unit.MILLISECONDS

    @property
    def ratio(self) -> float:
        """How many times the floor's least time ours takes at the least."""
        return self.ours.least / self.floor.least

    @property
    def peer_ratio(self) -> float | None:
        """How many times the peer's least time ours takes at the least."""
        return self.ours.least / self.peer.least if self.peer else None


HEADING = (
    f"{'act':34} {'floor':26} {'stages':>7} {'':2} {'ours':>9} {'median':>9} {'most':>9} "
    f"{'floor':>9} {'median':>9} {'ratio':>7} {'peer':>10} {'least':>9} {'ratio':>7}"
)


def line(row: Row) -> str:
    name, factor = row.unit.value
    ours, floor = (
        " ".join(f"{taken * factor:9.2f}" for taken in times) for times in (row.ours, row.floor[:2])
    )
    peer = (
        f"{row.peer_act:>10} {row.peer.least * factor:9.2f} {row.peer_ratio:7.2f}"
        if row.peer
        else ""
    )
    return (
        f"{row.act:34} {row.floor_act:26} {row.stages:7} {name:2} {ours} {floor} "
        f"{row.ratio:7.1f} {peer}"
    ).rstrip()


def write(rows: Iterable[Row], day: date, parts: Iterable[str] = ()) -> Path:
    """Write the rows and what they were measured on as JSON; each row tells its unit.

    `parts` are named in the file's name when not all were measured.
    """
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{'-'.join([day.isoformat(), *parts])}.json"
    document = {"machine": machine(), "rows": [_as_json(row) for row in rows]}
    path.write_text(json.dumps(document, indent=1) + "\n", encoding="utf-8")
    return path


def machine() -> dict[str, object]:
    """Describe the machine, without a name that would tell whose it is."""
    return {
        "processor": _processor(),
        "cores": cpu_count(),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "qt": PySide6.__version__,
        "screen": "offscreen, no graphics card",
    }


def _processor() -> str:
    """Return the processor's name as Linux tells it, else as Python does."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or "unknown")


def _as_json(row: Row) -> dict[str, object]:
    told: dict[str, object] = {
        "act": row.act,
        "floor": row.floor_act,
        "stages": row.stages,
        "unit": row.unit.value[0],
        **_as_told("ours", row.ours, row.unit),
        **_as_told("floor", row.floor, row.unit),
        "ratio": round(row.ratio, 2),
    }
    if row.peer is not None and row.peer_ratio is not None:
        told |= {"peer": row.peer_act, **_as_told("peer", row.peer, row.unit)}
        told["peer_ratio"] = round(row.peer_ratio, 3)
    return told


def _as_told(whose: str, times: Times, unit: Unit) -> dict[str, float]:
    _name, factor = unit.value
    return {f"{whose}_{name}": round(taken * factor, 3) for name, taken in times._asdict().items()}
