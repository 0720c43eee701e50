"""Which look the windows have: the one that was chosen, or the system's."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QStyleHints
from PySide6.QtWidgets import QApplication

from designer.ui import theme
from designer.ui.settings import Settings
from designer.ui.themes import CONTRAST, DARK, LIGHT, Theme
from model.messages import N_


class Choice(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


NAMES: Final[Mapping[Choice, str]] = {
    Choice.SYSTEM: N_("As in the &system"),
    Choice.LIGHT: N_("&Light"),
    Choice.DARK: N_("&Dark"),
    Choice.CONTRAST: N_("High &contrast"),
}
_THEMES: Final = {Choice.LIGHT: LIGHT, Choice.DARK: DARK, Choice.CONTRAST: CONTRAST}


class Appearance(QObject):
    """Dresses the application, and dresses it anew when the system's look changes."""

    def __init__(self, application: QApplication, settings: Settings) -> None:
        super().__init__()
        self._application = application
        self._settings = settings
        hints = application.styleHints()
        hints.colorSchemeChanged.connect(self._follow_scheme)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow_contrast)
        self._wear()

    @property
    def choice(self) -> Choice:
        return Choice(self._settings.look(tuple(Choice)))

    def choose(self, choice: Choice) -> None:
        """Show all windows in a look, and remember it."""
        self._settings.remember_look(choice)
        self._wear()

    def _wear(self) -> None:
        hints = self._application.styleHints()
        match self.choice:  # the window's frame is the system's, and follows where it can
            case Choice.SYSTEM:
                hints.unsetColorScheme()
            case Choice.LIGHT:
                hints.setColorScheme(Qt.ColorScheme.Light)
            case Choice.DARK | Choice.CONTRAST:
                hints.setColorScheme(Qt.ColorScheme.Dark)
        self._put_on(
            theme_of_system(hints.colorScheme(), _contrast(hints))
            if self.choice is Choice.SYSTEM
            else _THEMES[self.choice]
        )

    def _follow_scheme(self, scheme: Qt.ColorScheme) -> None:
        if self.choice is Choice.SYSTEM:
            self._put_on(theme_of_system(scheme, _contrast(self._application.styleHints())))

    def _follow_contrast(self, preference: Qt.ContrastPreference) -> None:
        if self.choice is Choice.SYSTEM:
            scheme = self._application.styleHints().colorScheme()
            self._put_on(theme_of_system(scheme, preference))

    def _put_on(self, chosen: Theme) -> None:
        if chosen is not theme.in_force():
            theme.wear(self._application, chosen)


def theme_of_system(scheme: Qt.ColorScheme, contrast: Qt.ContrastPreference) -> Theme:
    """Return the look that agrees with the system's."""
    if contrast is Qt.ContrastPreference.HighContrast:
        return CONTRAST
    return DARK if scheme is Qt.ColorScheme.Dark else LIGHT


def _contrast(hints: QStyleHints) -> Qt.ContrastPreference:
    return hints.accessibility().contrastPreference()
