"""The program as a whole: its settings, its windows, the language that it speaks."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, Qt, QTimer, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from designer.ui.appearance import Appearance
from designer.ui.main_window import MainWindow
from designer.ui.open_file import OpenFile, opened
from designer.ui.recovery import Recovery
from designer.ui.settings import Settings
from model.file import UnreadableFileError
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
        self.appearance = Appearance(_application(), settings)
        self._speak(settings.language)

    def begin(self, path: Path | None) -> MainWindow:
        """Show the first window: with a file where it can be read, else with the start screen."""
        if path is None:
            return self.open_window()
        try:
            file = opened(path)
        except UnreadableFileError:
            window = self.open_window()
            window.filing.open(path)  # says what is wrong with it, and what one can do
            return window
        if file.path is not None:
            self.settings.remember_file(file.path)
        return self.open_window(file)

    def open_window(self, file: OpenFile | None = None) -> MainWindow:
        """Show one more window, with a file or else the start screen."""
        window = MainWindow(self, file)
        self.windows.append(window)
        window.show()
        return window

    def show(self, file: OpenFile, asked_in: MainWindow) -> None:
        """Show a file: where it is open already, else in a window that shows none, else anew."""
        there = self.window_of(file.path) if file.path is not None else None
        if there is not None:
            self.bring_forward(there)
            return
        if asked_in.file is None:
            asked_in.show_file(file)
        else:
            self.open_window(file)
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
        # One of the application: a word that the last language lacks is taken from one before.
        qt_texts = application.findChild(QTranslator) or QTranslator(application)
        application.removeTranslator(qt_texts)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if qt_texts.load(f"qtbase_{code}", folder):
            application.installTranslator(qt_texts)


def _as_compared(path: Path) -> str:
    """Return what a place is told by: one file has many spellings."""
    return os.path.normcase(os.path.abspath(path))  # noqa: PTH100 - without asking the disk


def _application() -> QApplication:
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise TypeError("the program needs an application with widgets")
    return application
