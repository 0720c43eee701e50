"""Earlier versions of each file: the last fifty, and one an hour for a month, in a folder apart.

The folder is the user's own, closed to others. Each file has a folder in it, called by the hash of
its place, that holds `place.json` and packed versions (zlib):

    <number>-<when, UTC>-<hash of the pathway's id>-<SHA-256 of the content>.ketju.z

The number counts up, so that the order holds when a clock is set back. Nothing here is needed to
open a pathway: whoever deletes the folder loses the earlier versions and nothing else.
"""

import hashlib
import os
import re
import stat
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, NamedTuple

import msgspec
from msgspec import Struct

from model import file
from model.file import UnreadableFileError
from model.journal.folder import make_private
from model.messages import _
from model.on_disk import fingerprint_of
from model.pathway import Pathway
from model.storage import reason_of, write_atomically

LAST: Final = 50
HOURLY: Final = timedelta(days=31)

_NAME: Final = re.compile(
    r"(\d{8})-(\d{8}T\d{6})Z-([0-9a-f]{16})-([0-9a-f]{64})\.ketju\.z", re.ASCII
)
_LARGEST_PLACE: Final = 100_000  # bytes
_OWN: Final = stat.S_IRUSR | stat.S_IWUSR


class Version(NamedTuple):
    """One state that a file had: `pathway` is a hash of the pathway's id, `at` has a time zone."""

    number: int
    at: datetime
    pathway: str
    sha256: str
    stored: Path


class _Place(Struct):
    path: str


class Versions:
    """The versions in a folder; it is made when the first one is kept."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, path: Path, pathway: Pathway, at: datetime) -> None:
        """Keep what the file at `path` holds now, and let go of what has become too old.

        Nothing is kept twice in a row. Raises OSError.
        """
        data = file.dumps(pathway)
        home = self._home(path)
        make_private(self.folder)
        make_private(home)
        place = home / "place.json"
        if not place.exists():
            write_atomically(place, msgspec.json.encode(_Place(_spelt(path))), mode=_OWN)
        known = _listed(home)
        content, who = fingerprint_of(data).sha256, _hashed(pathway.info.id)
        if not known or (known[0].sha256, known[0].pathway) != (content, who):
            number = known[0].number + 1 if known else 1
            moment = at.astimezone(UTC)
            name = f"{number:08d}-{moment:%Y%m%dT%H%M%S}Z-{who}-{content}.ketju.z"
            write_atomically(home / name, zlib.compress(data, 6), mode=_OWN)
            known.insert(0, Version(number, moment, who, content, home / name))
        for version in too_old(known, at):
            version.stored.unlink(missing_ok=True)

    def of(self, path: Path, pathway: str = "") -> list[Version]:
        """Return the versions of a file, the newest first; only those of one pathway, if named.

        With the pathway's id come also those of files that are no longer where they were: the
        file was moved or renamed.
        """
        found = _in(self._home(path))
        if not pathway:
            return found
        who = _hashed(pathway)
        for home in self._homes():
            if home != self._home(path) and _is_gone(home):
                found += _in(home)
        ours = [version for version in found if version.pathway == who]
        return sorted(ours, key=lambda version: (version.at, version.number), reverse=True)

    def earlier_contents(self, path: Path, pathway: str) -> frozenset[str]:
        """Return the SHA-256 of every version that is known of a file."""
        return frozenset(version.sha256 for version in self.of(path, pathway))

    def forget(self, path: Path, pathway: str = "") -> None:
        """Delete all versions of a file that `of` finds; raises OSError."""
        for version in self.of(path, pathway):
            version.stored.unlink(missing_ok=True)
        home = self._home(path)
        if home.exists() and not _in(home):
            (home / "place.json").unlink(missing_ok=True)
            with suppress(OSError):  # something lies there that is not ours
                home.rmdir()

    def _home(self, path: Path) -> Path:
        return self.folder / hashlib.sha256(_spelt(path).encode()).hexdigest()[:24]

    def _homes(self) -> list[Path]:
        try:
            return sorted(each for each in self.folder.iterdir() if each.is_dir())
        except OSError:
            return []


def read(version: Version) -> Pathway:
    """Read a version; raises UnreadableFileError with a sentence."""
    try:
        packed = version.stored.read_bytes()
    except OSError as error:
        raise UnreadableFileError(
            _("The version cannot be read ({reason}).").format(reason=reason_of(error))
        ) from error
    try:
        unpacking = zlib.decompressobj()
        data = unpacking.decompress(packed, file.LARGEST + 1)
    except zlib.error:
        data = b""
    if fingerprint_of(data).sha256 != version.sha256:
        raise UnreadableFileError(_("The version is damaged; the other ones are not touched."))
    return file.loads(data)


def too_old(versions: Iterable[Version], now: datetime) -> list[Version]:
    """Say which versions, given the newest first, are kept no longer.

    Kept are the last fifty, and of each hour of the last 31 days the last one.
    """
    hours: set[str] = set()
    gone = []
    for place, version in enumerate(versions):
        hour = f"{version.at.astimezone(UTC):%Y%m%d%H}"
        is_of_hour = hour not in hours and timedelta() <= now - version.at < HOURLY
        if is_of_hour:
            hours.add(hour)
        if place >= LAST and not is_of_hour:
            gone.append(version)
    return gone


def _in(home: Path) -> list[Version]:
    try:
        return _listed(home)
    except OSError:
        return []


def _listed(home: Path) -> list[Version]:
    """Return the versions in a folder, the newest first; raises OSError."""
    return sorted(_found(home), reverse=True)


def _found(home: Path) -> Iterator[Version]:
    for name in os.listdir(home):  # noqa: PTH208 - names alone are wanted
        if parts := _NAME.fullmatch(name):
            number, at, pathway, sha256 = parts.groups()
            with suppress(ValueError):  # a month 13: no name of ours
                moment = datetime.strptime(at, "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
                yield Version(int(number), moment, pathway, sha256, home / name)


def _is_gone(home: Path) -> bool:
    """Whether the file whose versions lie here is no longer where it was."""
    try:
        data = (home / "place.json").read_bytes()[:_LARGEST_PLACE]
        path = msgspec.json.decode(data, type=_Place).path
    except (OSError, msgspec.MsgspecError):
        return False
    if path.startswith(("\\\\", "//")):  # a share is not asked: it may not answer for minutes
        return False
    try:
        return not os.path.lexists(path)
    except ValueError:
        return False


def _spelt(path: Path) -> str:
    """Return one spelling of a place; the disk is not asked."""
    return os.path.normcase(os.path.abspath(path))  # noqa: PTH100


def _hashed(id: str) -> str:
    return hashlib.sha256(id.encode()).hexdigest()[:16]
