"""Waits for a save that is under way before a window is left, and says so."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from designer.ui.dialogs import ask
from designer.ui.saving.saver import Saver
from model.messages import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

    from designer.ui.main_window import MainWindow

_PATIENCE: Final = 300  # ms; most saves take less, and a message that flashes helps nobody


class Waiting(QObject):
    """Does `then` when all is saved, unless the user would rather stay."""

    def __init__(self, window: "MainWindow", saver: Saver, then: Callable[[], object]) -> None:
        super().__init__(window)
        self._window = window
        self._then = then
        self._is_over = False
        self._box: QMessageBox | None = None
        window.board.say(_("The pathway is being saved; then the window is left."))
        QTimer.singleShot(_PATIENCE, self, self._ask)
        saver.when_done(self._go_on)

    def _ask(self) -> None:
        if self._is_over:
            return
        words = _("The pathway is still being saved. The window closes when that is done.")
        self._box = ask(self._window, words, ())
        self._box.buttonClicked.connect(self._stay)

    def _stay(self) -> None:
        self._is_over = True

    def _go_on(self) -> None:
        if not self._is_over:
            self._is_over = True
            if self._box is not None and isValid(self._box):
                self._box.done(0)
            self._then()
        self.deleteLater()
