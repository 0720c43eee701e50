"""The program as a whole: its settings, its windows, the language that it speaks."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTimer, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from designer.ui.appearance import Appearance
from designer.ui.main_window import MainWindow
from designer.ui.open_file import OpenFile
from designer.ui.recovery import Recovery
from designer.ui.settings import Settings
from model.messages import speak


class Program(QObject):
    """One window per open file; `opened` tells that another one is shown."""

    opened = Signal()

    def __init__(self, settings: Settings, *, today: Callable[[], date] = date.today) -> None:
        super().__init__()
        self.settings = settings
        self.today = today
        self.windows: list[MainWindow] = []
        self.journals = settings.state / "journal"
        self.recovery: Recovery = Recovery(self)
        self._qt_texts = QTranslator(self)
        self.appearance = Appearance(_application(), settings)
        self._speak(settings.language)

    def open_window(self) -> MainWindow:
        """Show one more window, with the start screen."""
        window = MainWindow(self)
        self.windows.append(window)
        window.show()
        return window

    def show(self, file: OpenFile, asked_in: MainWindow) -> None:
        """Show a file: where it is open already, else in a window that shows none, else anew."""
        there = self.window_of(file.path) if file.path is not None else None
        if there is not None:
            self.bring_forward(there)
            return
        window = asked_in if asked_in.file is None else self.open_window()
        window.show_file(file)
        self.opened.emit()

    def window_of(self, path: Path) -> MainWindow | None:
        """Return the window that shows the file at `path`."""
        wanted = _as_compared(path)
        return next(
            (
                window
                for window in self.windows
                if window.file is not None
                and window.file.path is not None
                and _as_compared(window.file.path) == wanted
            ),
            None,
        )

    def bring_forward(self, window: MainWindow) -> None:
        """Put a window before the others, with the keys in it."""
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()

    def forget(self, window: MainWindow) -> None:
        self.windows.remove(window)

    def quit(self) -> None:
        """Close all windows, each asking about its unsaved changes."""
        for window in tuple(self.windows):
            window.close()

    def speak_later(self, code: str) -> None:
        """Change the language once the menu that asked for it has closed."""
        QTimer.singleShot(0, self, lambda: self.speak(code))

    def speak(self, code: str) -> None:
        """Show every window in another language; documents and their undo history stay."""
        self.settings.language = code
        self._speak(code)
        for window in self.windows:
            window.rebuild()

    def _speak(self, code: str) -> None:
        speak(code)
        QLocale.setDefault(QLocale(code))
        application = _application()
        application.removeTranslator(self._qt_texts)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._qt_texts.load(f"qtbase_{code}", folder):
            application.installTranslator(self._qt_texts)


def _as_compared(path: Path) -> str:
    """Return what a place is told by: one file has many spellings."""
    return os.path.normcase(os.path.abspath(path))  # noqa: PTH100 - without asking the disk


def _application() -> QApplication:
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise TypeError("the program needs an application with widgets")
    return application
