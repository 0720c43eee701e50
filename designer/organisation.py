"""Where an organisation's own profile lies: `ketjupaja.toml` near a pathway, or in the settings."""

from collections.abc import Iterator
from pathlib import Path

from model.checks import Profile
from model.checks.organisation import MOST_BYTES, OrganisationError, read_organisation
from model.messages import _
from model.storage import reason_of

FILE_NAME = "ketjupaja.toml"
FOLDERS_ABOVE = 3
"""How many folders above that of the pathway are looked in."""


class OrganisationFileError(Exception):
    """The file that was found cannot be used: in one sentence for users, with its folder.

    `in_short` is the same with its name alone, for where there is little room.
    """

    def __init__(self, file: Path, reason: str) -> None:
        super().__init__(f"{file}: {reason}")
        self.file = file
        self.in_short = f"{file.name}: {reason}"


def organisation_file(pathway: Path | None, settings: Path) -> Path | None:
    """Return the nearest file: beside the pathway, in a folder above, in the settings' folder."""
    return next(filter(_is_there, _places(pathway, settings)), None)


def organisation_profile(file: Path) -> Profile:
    """Return the profile in a file, or raise OrganisationFileError."""
    try:
        with file.open("rb") as stream:
            return read_organisation(stream.read(MOST_BYTES + 1))
    except OSError as error:
        words = _("the file cannot be read ({reason}).")
        raise OrganisationFileError(file, words.format(reason=reason_of(error))) from error
    except OrganisationError as error:
        raise OrganisationFileError(file, str(error)) from error


def _places(pathway: Path | None, settings: Path) -> Iterator[Path]:
    if pathway is not None:
        for folder in list(pathway.absolute().parents)[: FOLDERS_ABOVE + 1]:
            yield folder / FILE_NAME
    yield settings / FILE_NAME


def _is_there(file: Path) -> bool:
    try:
        return file.is_file()
    except OSError:  # a folder above that is not ours to look into
        return False
