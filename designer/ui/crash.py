"""What happens when the program itself is at fault: the work stays open, the fault is noted."""

import logging
import sys
import traceback
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from platformdirs import user_state_path
from PySide6.QtWidgets import QMessageBox

from model.messages import _

if TYPE_CHECKING:
    from designer.ui.program import Program

LARGEST_LOG = 1_000_000  # bytes; a larger one is begun anew

_log = logging.getLogger(__name__)


def crash_log() -> Path:
    return user_state_path("ketjupaja", appauthor=False) / "faults.log"


def report_crashes(program: "Program") -> None:
    """From now on tell the user of unexpected errors, and note where they happened."""

    def tell_and_note(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        note_fault(kind, trace, crash_log())
        tell_of_fault(program)

    sys.excepthook = tell_and_note


def tell_of_fault(program: "Program") -> QMessageBox | None:
    """Say that the program failed, and offer to save what is open under another name."""
    from designer.ui.dialogs import Answer, ask

    window = next((window for window in program.windows if window.file is not None), None)
    parent = window or next(iter(program.windows), None)
    if parent is None or parent.findChild(QMessageBox) is not None:
        return None
    words = _(
        "An error occurred in the program. Your work is still in memory: save it now under "
        "another name, then start the program again. The error was noted in {file}."
    ).format(file=crash_log())
    if window is None:
        return ask(parent, words, ())
    save = Answer(
        _("Save under another name…"),
        QMessageBox.ButtonRole.AcceptRole,
        window.filing.ask_where_to_save,
    )
    return ask(window, words, (save,))


def note_fault(kind: type[BaseException], trace: TracebackType | None, file: Path) -> None:
    """Write where an error happened: never its own words, since these may quote the pathway."""
    frames = traceback.extract_tb(trace)
    lines = [f"{datetime.now().astimezone():%Y-%m-%d %H:%M:%S} {kind.__name__}"]
    lines += [f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        old = file.exists() and file.stat().st_size > LARGEST_LOG
        with file.open("w" if old else "a", encoding="utf-8") as log:
            log.write("\n".join(lines) + "\n")
    except OSError:
        _log.exception("the fault could not be noted")
