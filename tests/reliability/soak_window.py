"""A long session with a window in a process of its own, to see what memory it takes.

    python -m tests.reliability.soak_window FOLDER ROUNDS FIRST

In each round a file is opened, edited at random with undo and redo, saved and closed. It tells
"<rounds> <resident memory in kB> <windows> <objects>" after the first FIRST rounds and at the end,
each time after a rest of the user, who rests now and then in between, too: a file just opened is
no rest. Python's collector runs as in the program.
"""

import gc
import os
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest

from designer.ui import collecting as module
from designer.ui.app import make_application
from designer.ui.collecting import Collecting
from designer.ui.main_window import MainWindow
from designer.ui.program import Program
from designer.ui.settings import Settings
from model import file
from tests.reliability.editing_session import acts, begin
from tests.reliability.soak import SEED

EDITS = 25
BETWEEN_RESTS = 10
FILE = "ketju.ketju"


def soak(folder: Path, rounds: int, first: int) -> None:
    application = make_application()
    program = Program(Settings(folder / "settings.ini", folder / "state"))
    program.open_window()  # the start screen, while files come and go
    collecting = Collecting(application)
    program.opened.connect(collecting.put_aside)
    collecting.begin()
    start = begin(folder).document.pathway
    for number in range(1, rounds + 1):
        file.save(start, folder / FILE)
        one_round(program, folder / FILE, SEED + number)
        collecting.look()
        if number % BETWEEN_RESTS == 0 or number in (first, rounds):
            rest(collecting)
        if number in (first, rounds):
            windows = sum(isinstance(each, MainWindow) for each in every_object())
            sys.stdout.write(f"{number} {resident()} {windows} {len(every_object())}\n")
            sys.stdout.flush()


def one_round(program: Program, path: Path, seed: int) -> None:
    window = program.open_window()
    window.filing.open(path)
    document = window.workspace.file.document
    for number in acts(document, seed):
        QTest.qWait(1)
        if number == EDITS:
            break
    window.filing.save()
    while window.filing.saver.is_saving or window.filing.elsewhere.watching.is_looking:
        QTest.qWait(1)
    window.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def rest(collecting: Collecting) -> None:
    usual, module.LONG_REST = module.LONG_REST, 0  # type: ignore[misc]
    collecting.put_aside()
    collecting.look()
    module.LONG_REST = usual  # type: ignore[misc]


def every_object() -> list[object]:
    gc.unfreeze()
    found = gc.get_objects()
    gc.freeze()
    return found


def resident() -> int:
    """Return the memory that this process holds, in kB."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))


if __name__ == "__main__":
    soak(Path(sys.argv[1]), *(int(argument) for argument in sys.argv[2:4]))
    os._exit(0)  # a window is still open
