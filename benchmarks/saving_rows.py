"""How long the window stands still while a pathway is saved, beside a plain write of the bytes."""

import os
import tempfile
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QCoreApplication

from benchmarks import timing
from benchmarks.boards import settle
from benchmarks.table import Row
from benchmarks.timing import once
from designer.ui.app import make_application
from designer.ui.main_window import MainWindow
from designer.ui.program import Program
from designer.ui.settings import Settings
from model import edits, file
from model.pathway import Pathway

REPETITIONS = 7


def rows(pathway: Pathway) -> list[Row]:
    """Edit and save over and over, with the window's thread asked all the time how it is."""
    make_application()
    data = file.dumps(pathway)
    pauses: list[float] = []
    plain: list[float] = []
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "saved.ketju"
        path.write_bytes(data)
        window = Program(Settings(Path(place) / "settings.ini")).open_window()
        window.filing.open(path)
        settle()
        for turn in range(REPETITIONS):
            document = window.workspace.file.document
            stage = document.pathway.stages[0].id
            document.do(edits.rename(document.pathway, stage, "fi", f"Nimi {turn}"))
            settle()
            pauses.append(_longest_pause(window))
            plain.append(once(lambda: _write(Path(place) / "plain", data)))
        window.close()
        settle()
    return [
        Row(
            "save: the window's longest pause",
            "plain write and fsync",
            len(pathway.stages),
            timing.of(pauses),
            timing.of(plain),
        )
    ]


def _longest_pause(window: MainWindow) -> float:
    """Save, and return the longest time for which nothing else could happen in the window."""
    longest, before = 0.0, perf_counter()
    window.filing.save()
    while window.filing.saver.is_saving or window.filing.elsewhere.watching.is_looking:
        QCoreApplication.processEvents()
        now = perf_counter()
        longest, before = max(longest, now - before), now
    return longest


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
