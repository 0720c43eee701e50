"""How an organisation publishes: what its `ketjupaja.toml` says in [publishing].

    [publishing]
    address = "https://palveluketjut.example.fi/"
    title = { fi = "Palveluketjut", sv = "Servicekedjor" }
    languages = ["fi", "sv"]
    folder = "sivusto"            # paths are from the folder of this file on
    theme = "ilme/theme.css"
    logo = "ilme/logo.svg"

Theme and logo are published, so that they must lie beside the file or below: a file that somebody
sends can publish nothing else of a computer.
"""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, Final

from msgspec import Struct

from designer.organisation import OrganisationFileError
from exporters.exporter import ExportError
from exporters.website.library import SiteOptions
from exporters.website.options import checked
from model.checks.organisation import MOST_BYTES, OrganisationError, tables
from model.messages import LANGUAGES, _
from model.storage import reason_of
from model.text import Text

_KEYS: Final = ("address", "title", "languages", "folder", "theme", "logo")
_MOST_CHARACTERS: Final = 200
MOST_OF_A_LOOK: Final = 2 * 2**20
"""Bytes of a theme or a logo that are read; what the site takes is less."""
THEMES: Final = (".css",)
LOGOS: Final = (".png", ".svg")


class Choices(Struct, frozen=True, kw_only=True):
    """How to publish; `folder`, `theme` and `logo` are None where nothing was chosen."""

    address: str = ""
    title: Text = {}
    languages: tuple[str, ...] = ()
    folder: Path | None = None
    theme: Path | None = None
    logo: Path | None = None


def organisation_choices(file: Path) -> Choices:
    """Return what an organisation's file chooses, or raise OrganisationFileError."""
    try:
        with file.open("rb") as stream:
            written = tables(stream.read(MOST_BYTES + 1)).get("publishing", {})
        return _choices(written, file.absolute().parent)
    except OSError as error:
        words = _("the file cannot be read ({reason}).")
        raise OrganisationFileError(file, words.format(reason=reason_of(error))) from error
    except OrganisationError as error:
        raise OrganisationFileError(file, str(error)) from error


def site_options(choices: Choices) -> SiteOptions:
    """Return the site's options, theme and logo read; raises ExportError with a sentence."""
    return checked(
        SiteOptions(
            base_address=choices.address,
            title=choices.title,
            theme_css=_look(choices.theme, THEMES),
            logo=_look(choices.logo, LOGOS),
        )
    )


def _look(file: Path | None, suffixes: Collection[str]) -> bytes:
    if file is None:
        return b""
    if file.suffix.lower() not in suffixes:
        raise ExportError(
            _("{file}: a file of the type {types} is needed.").format(
                file=file, types=", ".join(suffixes)
            )
        )
    try:
        with file.open("rb") as stream:
            return stream.read(MOST_OF_A_LOOK + 1)
    except OSError as error:
        raise ExportError(
            _("{file}: the file cannot be read ({reason}).").format(
                file=file, reason=reason_of(error)
            )
        ) from error


def _choices(written: object, beside: Path) -> Choices:
    if not isinstance(written, dict):
        raise OrganisationError(
            _("{key}: a table is needed, [{key}] on a line of its own.").format(key="publishing")
        )
    for key in written:
        if key not in _KEYS:
            raise OrganisationError(
                _("{key} is not known; known are {known}.").format(
                    key=f"publishing.{key[:_MOST_CHARACTERS]}", known=", ".join(_KEYS)
                )
            )
    folder = _words(written, "folder")
    return Choices(
        address=_address(_words(written, "address")),
        title=_title(written.get("title", {})),
        languages=_languages(written.get("languages", [])),
        folder=beside / folder if folder else None,
        theme=_published_file(written, "theme", beside),
        logo=_published_file(written, "logo", beside),
    )


def _words(written: Mapping[str, Any], key: str) -> str:
    words = written.get(key, "")
    if not isinstance(words, str) or not words.isprintable() or len(words) > _MOST_CHARACTERS:
        raise OrganisationError(
            _("{key}: at most {count} characters on one line.").format(
                key=f"publishing.{key}", count=_MOST_CHARACTERS
            )
        )
    return words.strip()


def _address(address: str) -> str:
    try:
        return checked(SiteOptions(base_address=address)).base_address
    except ExportError as error:
        raise OrganisationError(f"publishing.address: {error}") from error


def _title(written: object) -> Text:
    if not isinstance(written, dict) or not all(code in LANGUAGES for code in written):
        raise OrganisationError(
            _('{key}: the title by language is needed, such as {{ fi = "…" }}.').format(
                key="publishing.title"
            )
        )
    title = {code: _words(written, code) for code in written}
    return {code: words for code, words in title.items() if words}


def _languages(written: object) -> tuple[str, ...]:
    if not isinstance(written, list) or not all(code in LANGUAGES for code in written):
        raise OrganisationError(
            _("{key}: languages of the program are needed; those are {known}.").format(
                key="publishing.languages", known=", ".join(LANGUAGES)
            )
        )
    return tuple(dict.fromkeys(written))


def _published_file(written: Mapping[str, Any], key: str, beside: Path) -> Path | None:
    name = _words(written, key)
    if not name:
        return None
    file = (beside / name).resolve()
    if not file.is_relative_to(beside.resolve()):
        raise OrganisationError(
            _("{key}: the file must lie in the folder of ketjupaja.toml or below it.").format(
                key=f"publishing.{key}"
            )
        )
    return file
