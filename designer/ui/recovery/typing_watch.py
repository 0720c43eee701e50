"""Watches what is being typed, since that is no edit yet and would be lost in a crash.

Nothing is made an edit before its writer leaves the box: what is typed goes to the journal as it
is, a moment after a key is pressed, and comes back as a note.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from model.document import Act, Changed
from model.journal import Draft

if TYPE_CHECKING:
    from designer.ui.main_window import MainWindow
    from model.ids import Id

PAUSE: Final = 400
"""Milliseconds from a key press to the journal."""

Box = QLineEdit | QPlainTextEdit


class TypingWatch(QObject):
    """`keep` hears of the words in the box that is written in, and None when they are an edit."""

    def __init__(self, window: "MainWindow", keep: Callable[[Draft | None], object]) -> None:
        super().__init__(window)
        self._window = window
        self._keep = keep
        self._boxes: dict[Box, str] = {}
        """What stood in each box that was written in when that was last known elsewhere."""
        self._kept: Draft | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._look)
        self._application = QApplication.instance()
        if isinstance(self._application, QApplication):
            self._application.focusChanged.connect(self._enter)

    def leave(self) -> None:
        """Watch no longer."""
        if isinstance(self._application, QApplication):
            self._application.focusChanged.disconnect(self._enter)
        self._timer.stop()
        for box in self._boxes:
            if isValid(box):
                box.textChanged.disconnect(self._timer_start)
        self._boxes.clear()
        self.deleteLater()

    def follow(self, notice: Changed) -> None:
        """Take what stands in the boxes for known: an edit was just made of it."""
        if notice.act is not Act.MERGE:
            for box in [box for box in self._boxes if isValid(box)]:
                self._boxes[box] = _words(box)
            self._timer_start()

    def _enter(self, _old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(new, Box) and new not in self._boxes and self._is_of_the_work(new):
            self._boxes[new] = _words(new)
            new.textChanged.connect(self._timer_start)
        if self._boxes:
            self._timer_start()

    def _timer_start(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _look(self) -> None:
        self._boxes = {box: words for box, words in self._boxes.items() if isValid(box)}
        written = [box for box, known in self._boxes.items() if _is_typed(box, known)]
        focused = QApplication.focusWidget()
        written.sort(key=lambda box: box is focused)
        draft = self._draft(written[-1]) if written else None
        if draft != self._kept:
            self._kept = draft
            self._keep(draft)

    def _draft(self, box: Box) -> Draft:
        workspace = self._window.workspace
        about: Id | None = None
        if workspace.inspector.isAncestorOf(box):
            about = workspace.inspector.record
        elif workspace.board.selection.ids:
            about = workspace.board.selection.ids[-1]
        return Draft(_words(box), box.accessibleName(), about)

    def _is_of_the_work(self, box: Box) -> bool:
        """Whether its words are meant for the pathway: no search, no name of a file."""
        window = box.window()
        if isinstance(window, QDialog):
            parent = window.parentWidget()
            asks_for_name = isinstance(window, QFileDialog)
            return parent is not None and parent.window() is self._window and not asks_for_name
        if self._window.file is None:
            return False
        workspace = self._window.workspace
        places = (workspace.board, workspace.inspector, workspace.outline, workspace.beside.walk)
        return any(place is not None and place.isAncestorOf(box) for place in places)


def _words(box: Box) -> str:
    return box.text() if isinstance(box, QLineEdit) else box.toPlainText()


def _is_typed(box: Box, known: str) -> bool:
    """Whether its words are the user's own and stand nowhere else yet."""
    modified = box.isModified() if isinstance(box, QLineEdit) else box.document().isModified()
    words = _words(box)
    return modified and box.isVisible() and bool(words.strip()) and words != known
