"""How much memory a process has with a board open, beyond what Qt takes with an empty window."""

import pickle
import subprocess
import sys
import tempfile
from collections import Counter
from datetime import date
from pathlib import Path

from benchmarks.children import environment
from benchmarks.synthetic import synthetic
from benchmarks.table import Clock, Row, Unit
from benchmarks.timing import FEWER, Times, of
from model import file
from model.checks import COORDINATION, check
from model.ids import Id
from model.layout import board, font_measure
from model.pathway import Pathway


def rows(stages: int) -> list[Row]:
    pathway = synthetic(stages)
    with tempfile.TemporaryDirectory() as place:
        written, places = Path(place) / "measured.ketju", Path(place) / "places"
        written.write_bytes(file.dumps(pathway))
        laid = board(pathway, font_measure())
        places.write_bytes(pickle.dumps((laid, counts_of_findings(pathway))))
        alone = min(_megabytes("nothing", written) for _repetition in range(FEWER))
        return [
            Row(
                "memory with the file open",
                "stock scene",
                stages,
                _beyond(alone, "ours", written),
                _beyond(alone, "floor", places),
                unit=Unit.MEGABYTES,
                clock=Clock.NONE,
            )
        ]


def counts_of_findings(pathway: Pathway) -> Counter[Id]:
    """Return how many findings each record has: what the board marks."""
    report = check(pathway, COORDINATION, date(2026, 11, 22))
    return Counter(
        id
        for finding in report.findings
        for id in ((finding.about,) if finding.about is not None else finding.also)
    )


def _beyond(alone: float, what: str, path: Path) -> Times:
    return of([_megabytes(what, path) - alone for _repetition in range(FEWER)])


def _megabytes(what: str, path: Path) -> float:
    done = subprocess.run(  # noqa: S603 - our own module
        [sys.executable, "-m", "benchmarks.kept", what, str(path)],
        check=True,
        capture_output=True,
        env=environment(),
    )
    return float(done.stdout)
