"""Keeps the file that a window shows: its journal, and the strip that tells when that fails."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from designer.ui.open_file import OnDisk, OpenFile
from designer.ui.recovery.typing_watch import TypingWatch
from model.document import Changed
from model.journal import Journal, Stored, reason_in_words
from model.messages import _

if TYPE_CHECKING:
    from designer.ui.main_window import MainWindow

LATE: Final = 5.0
"""Seconds after which a disk that does not answer is one that fails."""


class Keeping(QObject):
    """From the first edit on; `leave` ends it. Whoever shows it something calls `present`."""

    _told = Signal(object)
    """Carries what the journal's thread tells into the window's."""

    def __init__(self, window: "MainWindow", file: OpenFile) -> None:
        super().__init__(window)
        self._window = window
        self._file = file
        self._failure: Exception | None = None
        self.journal = Journal(
            window.program.journals,
            file.document,
            Stored(file.path, file.known),
            told=self._told.emit,
        )
        self._told.connect(self._hear)
        self._watch = QTimer(self)
        self._watch.setInterval(int(LATE * 1000 / 2))
        self._watch.timeout.connect(self._look)
        file.document.watchers.append(self._follow)
        file.watchers.append(self._saved)
        self.typing = TypingWatch(window, self.journal.draft)

    def leave(self) -> None:
        """Let go of a file whose work is saved, or not wanted."""
        self._watch.stop()
        self.typing.leave()
        self._told.disconnect()
        self._file.document.watchers.remove(self._follow)
        self._file.watchers.remove(self._saved)
        self.journal.close(delete=True)
        self.deleteLater()

    @property
    def reason(self) -> str:
        """Why the work is not kept, in the language in force; '' when it is."""
        if self._failure is not None:
            return reason_in_words(self._failure)
        return _("the disk does not answer") if self.journal.lag > LATE else ""

    def present(self) -> None:
        self._window.workspace.unkept.present(self.reason)

    def _follow(self, notice: Changed) -> None:
        self.typing.follow(notice)
        if not self._watch.isActive():
            self._watch.start()

    def _saved(self, on_disk: OnDisk) -> None:
        self.journal.saved(Stored(on_disk.path, on_disk.known))

    def _hear(self, failure: Exception | None) -> None:
        self._failure = failure
        self.present()

    def _look(self) -> None:
        """Ask whether what was put into the queue has come to the disk, until it has."""
        self.present()
        if self.journal.lag == 0:
            self._watch.stop()
