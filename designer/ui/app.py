"""Starts the application with its window."""

import sys
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QApplication

from designer.ui.canvas import BoardView, accessible
from designer.ui.collecting import Collecting
from designer.ui.crash import report_crashes
from designer.ui.loading_ahead import LoadingAhead
from designer.ui.program import Program
from designer.ui.settings import Settings, settings_file, state_folder
from designer.ui.theme import dress

_TURN: Final = 0.0005
"""Seconds for which another thread may keep Python's lock when the window wants it.

Painting a frame gives the lock up at many a call into Qt; with Python's 5 ms each of them could
cost a third of a frame while a thread saves or exports.
"""


def run(path: Path | None) -> int:
    """Show the window, with the file at `path` when there is one; return the exit status."""
    application = make_application()
    program = Program(Settings(settings_file(), state_folder()))
    report_crashes(program)
    collecting = Collecting(application)
    program.opened.connect(collecting.put_aside)
    collecting.begin()  # before the first save may begin
    loading = LoadingAhead(collecting.rest, application)
    try:
        program.recovery.offer(program.begin(path))
        collecting.put_aside()
        return application.exec()
    finally:
        loading.end()
        collecting.end()


def make_application() -> QApplication:
    """Return the application, dressed; there is one per process."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    sys.setswitchinterval(_TURN)
    application.setApplicationName("Ketjupaja")
    application.setDesktopFileName("ketjupaja")
    dress(application)
    accessible.install(BoardView)
    return application
