"""An export that runs beside the window, so that the window stays alive and can stop it."""

import sys
import threading
from contextvars import copy_context
from pathlib import Path

from PySide6.QtCore import QThread, Signal

from designer.ui.crash import crash_log, note_fault
from exporters.exporter import CancelledError, Exporter, ExportError, Options
from exporters.writing import export
from model.messages import _
from model.pathway import Pathway


class ExportThread(QThread):
    """Ends by exactly one of `done`, `failed` (a sentence) and `stopped`.

    `losses` are then what the format could not hold, a sentence each.
    """

    progressed = Signal(float)
    done = Signal()
    failed = Signal(str)
    stopped = Signal()

    def __init__(self, exporter: Exporter, pathway: Pathway, options: Options, out: Path) -> None:
        super().__init__()
        self._exporter = exporter
        self._pathway = pathway
        self._options = options
        self._out = out
        self.losses: tuple[str, ...] = ()
        self._stop = threading.Event()
        self._context = copy_context()  # the language in force goes along

    def stop(self) -> None:
        """Ask the export to stop at its next step; nothing of it stays."""
        self._stop.set()

    def run(self) -> None:
        self._context.run(self._export)

    def _export(self) -> None:
        try:
            self.losses = tuple(self._exporter.losses(self._pathway, self._options))
            export(self._exporter, self._pathway, self._options, self._out, self._progress)
        except CancelledError:
            self.stopped.emit()
        except ExportError as error:
            self.failed.emit(str(error))
        except Exception as error:  # noqa: BLE001 - a broken exporter is told, the window lives
            note_fault(type(error), sys.exc_info()[2], crash_log())
            self.failed.emit(
                _(
                    "The format could not be made; nothing was written. The error was noted in "
                    "{file}."
                ).format(file=crash_log())
            )  # fmt: skip
        else:
            self.done.emit()

    def _progress(self, share: float) -> None:
        if self._stop.is_set():
            raise CancelledError
        self.progressed.emit(share)
