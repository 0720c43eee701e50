"""Files of other tools become pathways: what the command line and the window share."""

from pathlib import Path
from typing import Final

from exporters.formats import IMPORTERS, importer_of
from exporters.importer import Imported
from model.file import UnreadableFileError
from model.messages import _
from model.storage import reason_of

LANGUAGES: Final = ("fi", "sv", "en", "se", "smn", "sms")
"""Languages that the texts of a file may be in: Finland's, and English."""

_MEGABYTE = 1_000_000


def imported(path: Path, language: str) -> Imported:
    """Read a file of another tool, by the ending of its name; its texts are in `language`.

    Raises UnreadableFileError, one sentence without the file's name.
    """
    importer = importer_of(path.name)
    if importer is None:
        raise UnreadableFileError(
            _("Files of this kind cannot be brought in; those that can end in {known}.").format(
                known=", ".join(endings())
            )
        )
    data = _beginning_of(path, importer.largest + 1)
    if len(data) > importer.largest:
        raise UnreadableFileError(
            _("The file is too large: at most {most} MB are read.").format(
                most=importer.largest // _MEGABYTE
            )
        )
    return importer.read(data, language)


def endings() -> list[str]:
    """Return the endings of the files that can be brought in, with the dot."""
    return list(dict.fromkeys(suffix for each in IMPORTERS for suffix in each.suffixes))


def _beginning_of(path: Path, count: int) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(count)
    except OSError as error:
        raise UnreadableFileError(
            _("The file cannot be read ({reason}).").format(reason=reason_of(error))
        ) from error
