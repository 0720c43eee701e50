"""How long the window stands still while a pathway is saved, beside a plain write of the bytes."""

import os
import tempfile
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QCoreApplication

from benchmarks import timing
from benchmarks.acts import settle
from benchmarks.synthetic import synthetic
from benchmarks.table import Clock, Row
from benchmarks.timing import MANY, once
from designer.ui.app import make_application
from designer.ui.collecting import Collecting
from designer.ui.main_window import MainWindow
from designer.ui.program import Program
from designer.ui.settings import Settings
from model import edits, file


def rows(stages: int) -> list[Row]:
    """Edit and save over and over, with the window's thread asked all the time how it is."""
    collecting = Collecting(make_application())
    pathway = synthetic(stages)
    data = file.dumps(pathway)
    pauses: list[float] = []
    plain: list[float] = []
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "saved.ketju"
        path.write_bytes(data)
        program = Program(Settings(Path(place) / "settings.ini", Path(place) / "state"))
        window = program.open_window()
        window.filing.open(path)
        collecting.begin()
        settle()
        for turn in range(MANY):
            document = window.workspace.file.document
            stage = document.pathway.stages[0].id
            document.do(edits.rename(document.pathway, stage, "fi", f"Nimi {turn}"))
            settle()
            pauses.append(_longest_pause(window))
            plain.append(once(lambda: _write(Path(place) / "plain", data)))
        window.close()
        collecting.end()
        settle()
    return [
        Row(
            "save: the window's longest pause",
            "plain write and fsync",
            stages,
            timing.of(pauses),
            timing.of(plain),
            clock=Clock.WALL,
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
