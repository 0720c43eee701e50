"""The table of what was measured, for the eye and as JSON."""

import json
import platform
from collections.abc import Iterable
from datetime import date
from os import cpu_count
from pathlib import Path
from typing import NamedTuple

import PySide6

from benchmarks.timing import Times

RESULTS = Path(__file__).parent / "results"


class Row(NamedTuple):
    """One line: an act, the size of the board, what ours takes and what the floor takes."""

    act: str
    floor_act: str
    stages: int
    ours: Times
    floor: Times

    @property
    def ratio(self) -> float:
        """How many times the floor's least time ours takes at the least."""
        return self.ours.least / self.floor.least


HEADING = (
    f"{'act':26} {'floor':26} {'stages':>7} {'ours ms':>9} {'median':>9} "
    f"{'floor ms':>9} {'median':>9} {'ratio':>7}"
)


def line(row: Row) -> str:
    return (
        f"{row.act:26} {row.floor_act:26} {row.stages:7} "
        f"{row.ours.least * 1000:9.2f} {row.ours.median * 1000:9.2f} "
        f"{row.floor.least * 1000:9.2f} {row.floor.median * 1000:9.2f} {row.ratio:7.1f}"
    )


def write(rows: Iterable[Row], day: date) -> Path:
    """Write the rows and what they were measured on as JSON; times are in milliseconds."""
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{day.isoformat()}.json"
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
    return {
        "act": row.act,
        "floor": row.floor_act,
        "stages": row.stages,
        "ours_least": round(row.ours.least * 1000, 3),
        "ours_median": round(row.ours.median * 1000, 3),
        "floor_least": round(row.floor.least * 1000, 3),
        "floor_median": round(row.floor.median * 1000, 3),
        "ratio": round(row.ratio, 2),
    }
