"""How long the window stands still while Python looks for cycles, in a session at 1,000 stages.

    python -m benchmarks.pauses

Each way runs in a process of its own: Python's, then the window's, for the reasons in
docs/decisions/0019-collecting.md.
"""

import gc
import os
import random
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from benchmarks.synthetic import synthetic
from designer.ui.app import make_application
from designer.ui.collecting import Collecting
from designer.ui.main_window import MainWindow
from designer.ui.program import Program
from designer.ui.settings import Settings
from model import edits, file

STAGES = 1000
EDITS = 150
BETWEEN = 30  # milliseconds


class Pauses:
    """The lengths in milliseconds of the collector's runs."""

    def __init__(self) -> None:
        self.lengths: list[float] = []
        self._begun = 0.0
        gc.callbacks.append(self._hear)

    def _hear(self, phase: str, _information: dict[str, int]) -> None:
        if phase == "start":
            self._begun = perf_counter()
        else:
            self.lengths.append(1000 * (perf_counter() - self._begun))


def session(way: str) -> str:
    """Run a session; return a line of the table."""
    application = make_application()
    with TemporaryDirectory() as name:
        folder = Path(name)
        file.save(synthetic(STAGES), folder / "large.ketju")
        program = Program(Settings(folder / "settings.ini", folder / "state"))
        window = program.open_window()
        if way == "window":
            collecting = Collecting(application)
            program.opened.connect(collecting.put_aside)
            collecting.begin()
        window.filing.open(folder / "large.ketju")
        QTest.qWait(BETWEEN)
        pauses = Pauses()
        steps = [step(window, number) for number in range(EDITS)]
    longest, together = max(pauses.lengths, default=0.0), sum(pauses.lengths)
    return (
        f"{way:8} longest pause {longest:5.0f} ms, {len(pauses.lengths):6} pauses, together "
        f"{together / 1000:5.1f} s; an edit {median(steps):4.0f} ms, longest {max(steps):5.0f} ms"
    )


def step(window: MainWindow, number: int) -> float:
    """Make one edit and show it; return the milliseconds that it took."""
    begun = perf_counter()
    dice = random.Random(number)  # noqa: S311 - nothing secret
    document = window.workspace.file.document
    pathway = document.pathway
    stage, other = dice.sample(pathway.stages, 2)
    match number % 4:
        case 0:
            document.do(edits.rename(pathway, stage.id, "fi", f"Vaihe {number}"))
        case 1:
            actor = dice.choice(pathway.actors).id
            document.do(
                edits.move_stage(
                    pathway, stage.id, actor=actor, phase=stage.phase, column=stage.column
                )
            )
        case 2:
            document.do(edits.connect(pathway, stage.id, other.id))
        case _:
            document.undo()
    window.board.reveal(stage.id)
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Right)
    QTest.qWait(BETWEEN)
    return 1000 * (perf_counter() - begun) - BETWEEN


def main() -> None:
    if len(sys.argv) > 1:
        print(session(sys.argv[1]), flush=True)  # noqa: T201 - the line is what it is for
        os._exit(0)  # the window is still open
    for way in ("python", "window"):
        subprocess.run([sys.executable, "-m", "benchmarks.pauses", way], check=True)  # noqa: S603


if __name__ == "__main__":
    main()
