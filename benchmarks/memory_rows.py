"""How much memory a process has with a board open, beyond what Qt takes with an empty window."""

import os
import pickle
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from benchmarks.table import Row, Unit
from benchmarks.timing import Times, of
from model import file
from model.layout import board, font_measure
from model.pathway import Pathway

REPETITIONS: Final = 5


def rows(pathway: Pathway) -> list[Row]:
    with tempfile.TemporaryDirectory() as place:
        written, places = Path(place) / "measured.ketju", Path(place) / "places"
        written.write_bytes(file.dumps(pathway))
        places.write_bytes(pickle.dumps(board(pathway, font_measure())))
        alone = min(_megabytes("nothing", written) for _repetition in range(REPETITIONS))
        return [
            Row(
                "memory with the file open",
                "stock scene",
                len(pathway.stages),
                _beyond(alone, "ours", written),
                _beyond(alone, "floor", places),
                unit=Unit.MEGABYTES,
            )
        ]


def _beyond(alone: float, what: str, path: Path) -> Times:
    return of([_megabytes(what, path) - alone for _repetition in range(REPETITIONS)])


def _megabytes(what: str, path: Path) -> float:
    done = subprocess.run(  # noqa: S603 - our own module
        [sys.executable, "-m", "benchmarks.kept", what, str(path)],
        check=True,
        capture_output=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    return float(done.stdout)
