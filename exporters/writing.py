"""Puts what an exporter makes on the disk: all of it, or nothing.

One file replaces its predecessor in one step. A new folder appears in one step. In a folder that
exists already, everything is made first and then moved in; what was there is put back when that
fails. The folder keeps a list of what was written, so that the next export removes pages that no
longer exist, and nothing that somebody else put there. While files are moved in, the list names
the old and the new ones: when the computer stops just then, the next export knows them all. A file
that would be the same is not touched: what copies folders to servers goes by the times of files.
"""

import json
import os
import re
import shutil
import tempfile
import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Final, NamedTuple

from exporters.exporter import Exporter, ExportError, Options, Progress, refuse_unheeded
from model.file import SUFFIX
from model.messages import _
from model.pathway import Pathway
from model.storage import reason_of, write_atomically

_NAME = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9._-]{0,98}[A-Za-z0-9_-])?")
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)  # by Windows
_LIST = ".ketjupaja-{exporter}.json"
_TEMPORARY: Final = ".~{random}.ketjupaja.tmp"
_LEFT_OVER: Final = 60 * 60
"""Seconds after which nobody is at work in a temporary folder any more."""

PUBLICATION: Final = "publication"
"""The name by which the list of a published site is called: what passed the gate, and no export."""
PREVIEW: Final = "preview"
"""The same of a preview of such a site."""


def export(
    exporter: Exporter, pathway: Pathway, options: Options, out: Path, progress: Progress
) -> None:
    """Write `pathway` in the exporter's format to `out`, a file or a folder.

    Raises ExportError when it cannot be made or written and CancelledError when `progress` does;
    `out` is then as it was.
    """
    refuse_unheeded(exporter, options)
    if not exporter.suffix:
        made = MadeFiles(exporter.name, exporter.title, exporter.build(pathway, options, progress))
        write_folder(made, out, progress)
        return
    with _in_words(out):
        _refuse_nowhere(out)
        _refuse_published(out, exporter.name)
        _write_file(exporter, pathway, options, out, progress)


class MadeFiles(NamedTuple):
    """Files for a folder, made while they are asked for, and the format that makes them.

    `format` is the name by which the folder's list is called, `title` a message id.
    """

    format: str
    title: str
    files: Iterator[tuple[str, bytes]]


def write_folder(made: MadeFiles, out: Path, progress: Progress) -> None:
    """Write files to the folder `out`; errors as those of `export`."""
    with _in_words(out):
        _refuse_nowhere(out)
        _refuse_published(out, made.format)
        _write_folder(made, out, progress)


class Written(NamedTuple):
    """The files that a format wrote into a folder, by the list it left.

    `certain` are those that must be there. They are all `names`, unless the writing was broken off.
    """

    names: tuple[str, ...] = ()
    certain: tuple[str, ...] = ()


def written(format: str, folder: Path) -> Written:
    """Read the list that a format left in a folder; a forged or damaged one names nothing."""
    try:
        listed = json.loads((folder / _LIST.format(exporter=format)).read_bytes())
    except (FileNotFoundError, NotADirectoryError, ValueError, RecursionError):
        return Written()
    if isinstance(listed, dict):
        return Written(_safe(listed.get("names")), _safe(listed.get("certain")))
    names = _safe(listed)
    return Written(names, names)


def is_published(folder: Path) -> bool:
    """Whether a published site or a preview lies in the folder, or in one that it is in."""
    return any(_published_around(folder, kind) for kind in (PUBLICATION, PREVIEW))


def _published_around(folder: Path, kind: str) -> bool:
    folder = Path(os.path.realpath(folder))
    listing = _LIST.format(exporter=kind)
    return any((each / listing).is_file() for each in (folder, *folder.parents))


def _safe(listed: object) -> tuple[str, ...]:
    if not isinstance(listed, list):
        return ()
    return tuple(name for name in listed if isinstance(name, str) and _is_safe(name))


def _refuse_published(out: Path, format: str) -> None:
    """Keep what was not asked at the gate away from where only what passed it may lie."""
    for kind in (PUBLICATION, PREVIEW):
        if kind != format and _published_around(out, kind):
            raise ExportError(
                _(
                    "{folder}: a site that was published or previewed lies in this folder, and "
                    "what is written there goes online with it. Choose another folder."
                ).format(folder=out)
            )


def _refuse_nowhere(out: Path) -> None:
    if not out.parent.is_dir():
        raise ExportError(_("The folder “{folder}” does not exist.").format(folder=out.parent))


def _write_file(
    exporter: Exporter, pathway: Pathway, options: Options, out: Path, progress: Progress
) -> None:
    if out.is_dir():
        raise ExportError(
            _("“{file}” is a folder; give the file a name of its own.").format(file=out)
        )
    if out.suffix.lower() == SUFFIX:  # a slip that would cost the pathway itself
        raise ExportError(
            _("“{file}” is the name of a pathway file; give the export another name.").format(
                file=out
            )
        )
    ((_name, data),) = exporter.build(pathway, options, progress)
    progress(1)
    write_atomically(out, data)


def _write_folder(made: MadeFiles, out: Path, progress: Progress) -> None:
    if out.exists() and not out.is_dir():
        raise ExportError(_("“{file}” is a file; choose a folder to write to.").format(file=out))
    out = Path(os.path.realpath(out))
    place = out if out.exists() else out.parent
    _remove_left_over(place)
    # Moving within one folder never crosses disks, and needs no rights beyond those to write it.
    beginning, end = _TEMPORARY.split("{random}")
    with tempfile.TemporaryDirectory(prefix=beginning, suffix=end, dir=place) as temporary:
        new = Path(temporary) / "made"
        new.mkdir()
        before = written(made.format, out)
        names, changed = _make(made, new, out, frozenset(before.names))
        _refuse_links(out, (*before.names, *names))
        listing = _LIST.format(exporter=made.format)
        _write(new / listing, _listed(names))
        progress(1)
        if not out.exists():
            new.replace(out)
            return
        kept = {name.lower() for name in names}
        obsolete = [name for name in before.names if name.lower() not in kept]
        both = sorted({*before.names, *names})
        certain = sorted({*before.certain} & {*names})
        meanwhile = Path(temporary) / "meanwhile.json"
        _write(meanwhile, _listed({"names": both, "certain": certain}))
        moving = _Moving(new, out, Path(temporary) / "before", listing, meanwhile)
        _move_in(moving, changed, obsolete)
        _remove_empty_folders(out, obsolete)


def _listed(names: object) -> bytes:
    return json.dumps(names, indent=1).encode()


def _remove_left_over(place: Path) -> None:
    """Remove what an earlier writing could not, because the computer stopped in the middle."""
    long_ago = time.time() - _LEFT_OVER
    for each in place.glob(_TEMPORARY.format(random="*")):
        with suppress(FileNotFoundError):  # whoever wrote there has just tidied up
            if each.lstat().st_mtime < long_ago and not each.is_symlink():
                shutil.rmtree(each, ignore_errors=True)


def _make(
    made: MadeFiles, folder: Path, out: Path, before: Collection[str]
) -> tuple[list[str], list[str]]:
    """Write files below a folder, safely on the disk; return all names, sorted, and those written.

    A file that `out` holds already, written there `before` under the same name, is not written: of
    a large site that is published again, most are the same.
    """
    names: dict[str, str] = {}
    changed: list[str] = []
    for name, data in made.files:
        if not _is_safe(name) or name.lower() in names:
            raise ExportError(
                _("The format “{format}” made a file with the unusable name “{name}”.").format(
                    format=_(made.title), name=name
                )
            )
        names[name.lower()] = name
        if name in before and _holds(out / name, data):
            continue
        changed.append(name)
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        _write(file, data)
    return sorted(names.values()), changed


def _write(file: Path, data: bytes) -> None:
    with file.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _is_safe(name: str) -> bool:
    """Whether every system takes the name, and it stays inside the folder."""
    return all(_NAME.fullmatch(part) and not _RESERVED.fullmatch(part) for part in name.split("/"))


def _holds(file: Path, data: bytes) -> bool:
    try:
        return file.stat().st_size == len(data) and file.read_bytes() == data
    except (FileNotFoundError, NotADirectoryError):
        return False


def _refuse_links(out: Path, names: Iterable[str]) -> None:
    """Refuse names whose folders lead elsewhere: nothing outside `out` is replaced or removed."""
    for folder in dict.fromkeys((out / name).parent for name in names):
        if os.path.normcase(os.path.realpath(folder)) != os.path.normcase(folder):
            raise ExportError(
                _("“{folder}” leads to another folder; nothing is written through it.").format(
                    folder=folder
                )
            )


class _Moving(NamedTuple):
    """From where files are moved, to where, and where what they replace is kept.

    `meanwhile` is the list, called `listing`, that holds until all are moved.
    """

    made: Path
    out: Path
    before: Path
    listing: str
    meanwhile: Path


def _move_in(moving: _Moving, names: Iterable[str], obsolete: Iterable[str]) -> None:
    """Move files into an existing folder; put back what they replaced when one cannot be."""
    made, out, before, listing, meanwhile = moving
    with ExitStack() as back:
        stays = _holds(out / listing, (made / listing).read_bytes())
        if not stays:
            _keep(out / listing, before / listing, back)
            meanwhile.replace(out / listing)
        for name in names:
            target = out / name
            _make_folders(target.parent, back)
            _keep(target, before / name, back)
            (made / name).replace(target)
        for name in obsolete:
            target = out / name
            if target.is_file():
                _keep(target, before / name, back)
                target.unlink()
        if not stays:
            (made / listing).replace(out / listing)
        back.pop_all()


def _remove_empty_folders(out: Path, removed: Iterable[str]) -> None:
    for name in removed:
        for folder in (out / name).parents:
            if folder == out:
                break
            with suppress(OSError):  # it holds something, or has gone already
                folder.rmdir()


def _make_folders(folder: Path, back: ExitStack) -> None:
    missing = [folder, *folder.parents]
    for each in reversed([each for each in missing if not each.exists()]):
        each.mkdir()
        back.callback(each.rmdir)


def _keep(target: Path, copy: Path, back: ExitStack) -> None:
    if target.exists():
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(target, copy)
        back.callback(copy.replace, target)
    else:
        back.callback(target.unlink, missing_ok=True)


@contextmanager
def _in_words(out: Path) -> Iterator[None]:
    """Say in one sentence why the disk refused."""
    try:
        yield
    except PermissionError as error:
        raise ExportError(
            _(
                "“{file}” cannot be written: it is open in another program, or writing there is "
                "not allowed."
            ).format(file=error.filename or out)
        ) from error
    except OSError as error:
        raise ExportError(
            _("“{file}” cannot be written: {reason}.").format(file=out, reason=reason_of(error))
        ) from error
