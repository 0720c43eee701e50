"""`python -m benchmarks.opened FILE`: the program as it is started with a file, until it is usable.

The process ends as soon as the window has been painted with the board in it.
"""

import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from designer.ui.app import make_application
from designer.ui.collecting import Collecting
from designer.ui.program import Program
from designer.ui.settings import Settings


def main() -> None:
    application = make_application()
    with tempfile.TemporaryDirectory() as place:
        program = Program(Settings(Path(place) / "settings.ini", Path(place) / "state"))
        collecting = Collecting(application)
        collecting.begin()
        window = program.begin(Path(sys.argv[1]))
        window.resize(1920, 1080)
        QCoreApplication.processEvents()
        QCoreApplication.processEvents()
        if not window.board.board.cards or not window.board.selection.marks:
            raise SystemExit("the board is empty, or without findings")


if __name__ == "__main__":
    main()
