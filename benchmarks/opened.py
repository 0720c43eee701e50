"""`python -m benchmarks.opened FILE`: the program as it is started with a file, until it is usable.

The process ends as soon as the window has been painted with the board in it.
"""

import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from designer.ui.app import make_application
from designer.ui.program import Program
from designer.ui.settings import Settings


def main() -> None:
    make_application()
    with tempfile.TemporaryDirectory() as place:
        window = Program(Settings(Path(place) / "settings.ini")).open_window()
        window.resize(1920, 1080)
        window.filing.open(Path(sys.argv[1]))
        QCoreApplication.processEvents()
        if not window.board.board.cards:
            raise SystemExit("the board is empty")


if __name__ == "__main__":
    main()
