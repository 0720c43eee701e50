"""Work that is done beside the window, so that the window stays alive and can stop it."""

import sys
import threading
from collections.abc import Callable
from contextvars import copy_context

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal, Slot

from designer.ui.crash import crash_log, note_fault
from exporters.exporter import CancelledError, ExportError, Progress

Work = Callable[[Progress], object]


class Task(QThread):
    """Ends by exactly one of `done` (what the work returns), `failed` (a sentence), `stopped`."""

    progressed = Signal(float)
    done = Signal(object)
    failed = Signal(str)
    stopped = Signal()

    def __init__(self, owner: QObject, work: Work, went_wrong: str) -> None:
        """Do `work`; `went_wrong` says what a fault of ours left as it was, and names {file}.

        A thread that runs must not be deleted: so the task is let go of where its owner goes first.
        """
        super().__init__(QCoreApplication.instance())
        owner.destroyed.connect(self.let_go)
        self._work = work
        self._went_wrong = went_wrong
        self._stop = threading.Event()
        self._context = copy_context()  # the language in force goes along

    def stop(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop.set()

    @Slot()
    def let_go(self) -> None:
        """Stop without being waited for: it goes when it ends, its owner may go before.

        Work may be in a step that takes long. Only the end of the program waits for it.
        """
        self.stop()
        program = QCoreApplication.instance()
        if program is not None:
            program.aboutToQuit.connect(self._wait_for_end)
        self.finished.connect(self.deleteLater)
        if self.isFinished():
            self.deleteLater()

    @Slot()
    def _wait_for_end(self) -> None:
        self.wait()

    def run(self) -> None:
        self._context.run(self._do)

    def _do(self) -> None:
        try:
            result = self._work(self._progress)
        except CancelledError:
            self.stopped.emit()
        except ExportError as error:
            self.failed.emit(str(error))
        except Exception as error:  # noqa: BLE001 - a fault of ours is told, the window lives
            note_fault(type(error), sys.exc_info()[2], crash_log())
            self.failed.emit(self._went_wrong.format(file=crash_log()))
        else:
            self.done.emit(result)

    def _progress(self, share: float) -> None:
        if self._stop.is_set():
            raise CancelledError
        self.progressed.emit(share)
