"""`python -m benchmarks.kept WHAT FILE`: how much memory a process has with a board open.

WHAT is `ours` (the program's window with the pathway FILE), `floor` (the stock scene with the
places and badges of the same board, which FILE
holds pickled) or `nothing` (an empty window, which both need).
It prints the megabytes of resident memory on a line.
"""

import gc
import pickle
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtWidgets import QApplication, QMainWindow


def main() -> None:
    what, path = sys.argv[1], Path(sys.argv[2])
    held = {"ours": _ours, "floor": _floor, "nothing": _nothing}[what](path)
    QCoreApplication.processEvents()
    gc.collect()
    print(_resident_megabytes())  # noqa: T201 - what the parent reads
    del held


def _ours(path: Path) -> object:
    from designer.ui.app import make_application
    from designer.ui.program import Program
    from designer.ui.settings import Settings

    make_application()
    place = tempfile.TemporaryDirectory()
    folder = Path(place.name)
    program = Program(Settings(folder / "settings.ini", folder / "state"))
    window = program.open_window()
    window.resize(1920, 1080)
    window.filing.open(path)
    return program, window, place


def _floor(path: Path) -> object:
    application = QApplication(sys.argv[:1])
    from benchmarks.floors.scene import THICK, StockScene, StockView

    board, counts = pickle.loads(path.read_bytes())  # noqa: S301 - our own, a moment old
    view = StockView(StockScene(board, counts, THICK))
    view.resize(1920, 1080)
    view.look_at(QPointF(0, 0), 1.0)
    view.show()
    return application, view


def _nothing(_path: Path) -> object:
    application = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.resize(1920, 1080)
    window.show()
    return application, window


def _resident_megabytes() -> float:
    told = Path("/proc/self/statm").read_text(encoding="ascii").split()
    return int(told[1]) * 4096 / 1e6


if __name__ == "__main__":
    main()
