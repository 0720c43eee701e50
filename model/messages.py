"""Texts for people, in the language in force.

Message ids are English; Finnish is what users see unless they choose otherwise. The language
is a context variable, so that a Swedish web page can be built while the window speaks Finnish.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from gettext import find
from pathlib import Path

from model.catalogue import Catalogue, read_catalogue

LANGUAGES = ("fi", "sv", "en")

_language: ContextVar[str] = ContextVar("language", default=LANGUAGES[0])
_catalogues: dict[str, Path] = {}


def bind_catalogues(folder: Path) -> None:
    """Say in which folder the compiled gettext catalogues lie (domain `ketjupaja`)."""
    _catalogues["ketjupaja"] = folder
    _texts.cache_clear()


@lru_cache
def _texts(language: str) -> Catalogue:
    path = catalogue_of(language)
    return read_catalogue(path) if path is not None else Catalogue([], [])


def catalogue_of(language: str) -> Path | None:
    """Return the file that holds the words of a language; None when they are the message ids."""
    folder = _catalogues.get("ketjupaja")
    found = find("ketjupaja", folder, [language]) if folder and language != "en" else None
    return Path(found) if found else None


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Use `language` for every text made inside the block."""
    token = _language.set(language)
    try:
        yield
    finally:
        _language.reset(token)


def speak(language: str) -> None:
    """Use `language` from here on."""
    _language.set(language)


def spoken_language() -> str:
    return _language.get()


def _(text: str) -> str:
    return _texts(_language.get()).text(text)


def ngettext(one: str, many: str, count: int) -> str:
    return _texts(_language.get()).counted(one, many, count)


def pgettext(context: str, text: str) -> str:
    """Translate `text`, telling apart equal words of different meaning by `context`."""
    return _texts(_language.get()).in_context(context, text)


def N_(text: str) -> str:  # noqa: N802 - the name gettext's tools look for
    """Mark a constant for translation; whoever shows it calls `_`."""
    return text
