"""The last publication, as its folder tells it: which pathways, and with what content."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from msgspec import Struct

from exporters import writing
from exporters.exporter import ExportError
from exporters.website.changes import published_before
from exporters.website.read_back import LARGEST, UnreadableDataError, decoded, pathway_of
from model.ids import Id
from model.messages import _
from model.pathway import Pathway
from model.storage import reason_of

SITE: Final = writing.PUBLICATION
PREVIEW: Final = writing.PREVIEW
"""What a folder holds: a published site, or a preview. The two are never mixed."""
_DATA: Final = "data/"


class EarlierError(Exception):
    """The folder cannot be published into; one sentence for the user."""


class Earlier(Struct, frozen=True):
    """What lies in a folder from the last time: the public part of each pathway, and all files."""

    pathways: Mapping[Id, Pathway] = {}
    files: Mapping[str, bytes] = {}

    def __bool__(self) -> bool:
        return bool(self.pathways)


def last_publication(folder: Path, kind: str = SITE) -> Earlier:
    """Read what was published into a folder; nothing when it is new or empty.

    Raises EarlierError when it holds the other kind of site, or what cannot be read: nothing is
    published over what is not understood.
    """
    other = PREVIEW if kind == SITE else SITE
    try:
        if writing.written(other, folder).names:
            raise EarlierError(_in_the_way(other).format(folder=folder))
        listed_there = writing.written(kind, folder)
        files = WrittenFiles(folder, listed_there.names)
        certain = listed_there.certain
        gone = next((n for n in certain if n.startswith(_DATA) and n not in files), None)
        if gone is not None:  # what it held would be taken off the site without a word
            raise EarlierError(_missing().format(folder=folder, file=gone))
        found = [
            pathway_of(decoded(content, listed.data))
            for listed, content in published_before(files).values()
        ]
    except OSError as error:
        raise EarlierError(
            _("{folder}: the folder cannot be read ({reason}).").format(
                folder=folder, reason=reason_of(error)
            )
        ) from error
    except ExportError as error:
        raise EarlierError(f"{folder}: {error}") from error
    except UnreadableDataError as error:
        raise EarlierError(
            _(
                "{folder}: what was published there cannot be read, so nothing can be compared "
                "with it. {reason} Publish to a new folder."
            ).format(folder=folder, reason=error)
        ) from error
    return Earlier({pathway.info.id: pathway for pathway in found}, files)


def _missing() -> str:
    return _(
        "{folder}: “{file}” of the last publication is missing, so it is not known what is on the "
        "site. Put it back, or publish to a new folder."
    )


def _in_the_way(kind: str) -> str:
    if kind == PREVIEW:
        return _("{folder}: a preview lies in this folder; publish to another one.")
    return _("{folder}: the published site lies in this folder; make the preview in another one.")


class WrittenFiles(Mapping[str, bytes]):
    """The files of a publication that are still there, by name; read when they are asked for."""

    def __init__(self, folder: Path, names: Iterable[str]) -> None:
        self._folder = folder
        self._names = frozenset(name for name in names if (folder / name).is_file())

    def __getitem__(self, name: str) -> bytes:
        if name not in self._names:
            raise KeyError(name)
        with (self._folder / name).open("rb") as stream:
            return stream.read(LARGEST + 1)

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._names))

    def __len__(self) -> int:
        return len(self._names)

    def __contains__(self, name: object) -> bool:
        return name in self._names
