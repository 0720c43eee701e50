"""What the program remembers from one day to the next; every value is checked when read."""

from collections.abc import Sequence
from pathlib import Path

from platformdirs import user_config_path, user_state_path
from PySide6.QtCore import QByteArray, QSettings

from model.messages import LANGUAGES

RECENT_FILES = 10
RECENT_ACTIONS = 20
_LONGEST_ROLE = 200  # characters
_LONGEST_PLACE = 4000  # characters of a folder or an address
_LONGEST_STATE = 10_000  # bytes that Qt may have written for a window's place


def settings_file() -> Path:
    return user_config_path("ketjupaja", appauthor=False) / "settings.ini"


def state_folder() -> Path:
    """Return where the user's work is kept beside its files: local, never a folder for all."""
    return user_state_path("ketjupaja", appauthor=False)


class Settings:
    """The user's choices, kept in an INI file that people can read.

    `state` is the folder for what is kept of the user's work; without it, one beside the file.
    """

    def __init__(self, file: Path, state: Path | None = None) -> None:
        self.state = state or file.parent / "state"
        self._store = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def folder(self) -> Path:
        """The folder of the file, in which other files for all pathways lie beside it."""
        return Path(self._store.fileName()).parent

    @property
    def language(self) -> str:
        """The language that the program speaks."""
        return self._one_of("language", LANGUAGES, LANGUAGES[0])

    @language.setter
    def language(self, code: str) -> None:
        self._store.setValue("language", code)

    def profile(self, names: Sequence[str]) -> str:
        """Return the remembered profile of checks, else the first of `names`."""
        return self._one_of("profile", names, names[0])

    def remember_profile(self, name: str) -> None:
        self._store.setValue("profile", name)

    @property
    def accepting_role(self) -> str:
        """The role in which a finding was last accepted, in whichever pathway; '' at first."""
        stored = self._store.value("accepting_role")
        fits = isinstance(stored, str) and stored.isprintable() and len(stored) <= _LONGEST_ROLE
        return stored if isinstance(stored, str) and fits else ""

    def remember_accepting_role(self, role: str) -> None:
        self._store.setValue("accepting_role", role)

    def publishing(self, name: str) -> str:
        """Return how was published last: its "scope", "folder", "address", "languages"; else ''."""
        stored = self._store.value(f"publishing/{name}")
        fits = isinstance(stored, str) and stored.isprintable() and len(stored) <= _LONGEST_PLACE
        return stored if isinstance(stored, str) and fits else ""

    def remember_publishing(self, name: str, value: str) -> None:
        self._store.setValue(f"publishing/{name}", value)

    def look(self, names: Sequence[str]) -> str:
        """Return the remembered look, else the first of `names`."""
        return self._one_of("look", names, names[0])

    def remember_look(self, name: str) -> None:
        self._store.setValue("look", name)

    @property
    def recent_files(self) -> list[Path]:
        """The files opened last that still exist, the newest first."""
        stored = self._store.value("recent")
        listed = stored if isinstance(stored, list) else [stored]  # a list of one is read as it
        paths = [Path(entry) for entry in listed if isinstance(entry, str)]
        return [path for path in paths if _is_file(path)][:RECENT_FILES]

    def remember_file(self, path: Path) -> None:
        here = path.absolute()
        others = [other for other in self.recent_files if other != here]
        self._store.setValue("recent", [str(file) for file in [here, *others]][:RECENT_FILES])

    @property
    def recent_actions(self) -> list[str]:
        """The names of the palette's entries used last, the newest first."""
        stored = self._store.value("recent_actions")
        listed = stored if isinstance(stored, list) else [stored]
        return [name for name in listed if isinstance(name, str)][:RECENT_ACTIONS]

    def remember_action(self, name: str) -> None:
        others = [other for other in self.recent_actions if other != name]
        self._store.setValue("recent_actions", [name, *others][:RECENT_ACTIONS])

    def shows(self, part: str) -> bool:
        """Whether a part of the window that can be put away is to be shown; so at first."""
        return self._one_of(f"shown/{part}", ("yes", "no"), "yes") == "yes"

    def remember_shown(self, part: str, *, shown: bool) -> None:
        self._store.setValue(f"shown/{part}", "yes" if shown else "no")

    def place(self, name: str) -> QByteArray:
        """Return how a window or splitter lay last; empty when that is not known."""
        stored = self._store.value(f"places/{name}")
        if isinstance(stored, QByteArray) and stored.size() <= _LONGEST_STATE:
            return stored
        return QByteArray()

    def remember_place(self, name: str, state: QByteArray) -> None:
        self._store.setValue(f"places/{name}", state)

    def _one_of(self, key: str, allowed: Sequence[str], otherwise: str) -> str:
        stored = self._store.value(key)
        return stored if isinstance(stored, str) and stored in allowed else otherwise


def _is_file(path: Path) -> bool:
    try:
        return path.is_absolute() and path.is_file()
    except (OSError, ValueError):  # a drive that is gone, a name that no system allows
        return False
