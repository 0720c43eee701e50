"""Starts the application with its window."""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from designer.ui.canvas import BoardView, accessible
from designer.ui.collecting import Collecting
from designer.ui.crash import report_crashes
from designer.ui.program import Program
from designer.ui.settings import Settings, settings_file, state_folder
from designer.ui.theme import dress


def run(path: Path | None) -> int:
    """Show the window, with the file at `path` when there is one; return the exit status."""
    application = make_application()
    program = Program(Settings(settings_file(), state_folder()))
    report_crashes(program)
    collecting = Collecting(application)
    program.opened.connect(collecting.put_aside)
    collecting.begin()  # before the first save may begin
    try:
        window = program.open_window()
        if path is not None:
            window.filing.open(path)
        program.recovery.offer(window)
        collecting.put_aside()
        return application.exec()
    finally:
        collecting.end()


def make_application() -> QApplication:
    """Return the application, dressed; there is one per process."""
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("Ketjupaja")
    application.setDesktopFileName("ketjupaja")
    dress(application)
    accessible.install(BoardView)
    return application
