"""The program as a whole: its settings, its windows, the language that it speaks."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from designer.ui.main_window import MainWindow
from designer.ui.open_file import OpenFile
from designer.ui.settings import Settings
from model.messages import speak


class Program(QObject):
    """One window per open file."""

    def __init__(self, settings: Settings, *, today: Callable[[], date] = date.today) -> None:
        super().__init__()
        self.settings = settings
        self.today = today
        self.windows: list[MainWindow] = []
        self._qt_texts = QTranslator(self)
        self._speak(settings.language)

    def open_window(self) -> MainWindow:
        """Show one more window, with the start screen."""
        window = MainWindow(self)
        self.windows.append(window)
        window.show()
        return window

    def show(self, file: OpenFile, asked_in: MainWindow) -> None:
        """Show a file: where it is open already, else in a window that shows none, else anew."""
        for window in self.windows:
            if file.path is not None and window.file is not None and window.file.path == file.path:
                window.raise_()
                window.activateWindow()
                return
        window = asked_in if asked_in.file is None else self.open_window()
        window.show_file(file)

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
        application = QApplication.instance()
        if application is None:
            raise RuntimeError("the program needs an application")
        application.removeTranslator(self._qt_texts)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._qt_texts.load(f"qtbase_{code}", folder):
            application.installTranslator(self._qt_texts)
