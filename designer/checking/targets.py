"""Which files are meant: pathway files as named, and all that lie in a folder or below."""

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from exporters.findings import UnreadFile
from model.file import SUFFIX
from model.messages import _
from model.storage import reason_of


def pathway_files(
    targets: Iterable[Path], looked_in: Callable[[Path], object] = lambda _folder: None
) -> Iterator[Path | UnreadFile]:
    """Yield each file once, those of a folder sorted; a folder that holds none, with the reason.

    Folders that links lead to are not entered: they may lead round in a circle. `looked_in` is
    told each folder before it is read, also of those that hold nothing; its errors end the search.
    """
    seen: set[Path] = set()
    for target in targets:
        for each in _below(target, looked_in) if target.is_dir() else (target,):
            if isinstance(each, UnreadFile):
                yield each
            elif each not in seen:
                seen.add(each)
                yield each


def _below(folder: Path, looked_in: Callable[[Path], object]) -> Iterator[Path | UnreadFile]:
    """Yield what is found as soon as it is found: a whole disk takes minutes to go through."""
    nothing = True
    waiting = [(folder, True)]
    while waiting:
        place, is_folder = waiting.pop()
        if not is_folder:
            nothing = False
            yield place
            continue
        looked_in(place)
        try:
            waiting += reversed(_inside(place))
        except OSError as error:
            nothing = False
            yield _closed(error, place)
    if nothing:
        reason = _("{folder}: there are no pathway files (*{suffix}) in this folder.")
        yield UnreadFile(folder, reason.format(folder=folder, suffix=SUFFIX))


def _inside(folder: Path) -> list[tuple[Path, bool]]:
    """Return the pathway files and the folders right in a folder, and which are folders."""
    with os.scandir(folder) as entries:
        told = ((entry.name, _is_folder(entry), entry.is_symlink()) for entry in entries)
        found = [
            (f"{name}{os.sep}" if is_folder else name, is_folder)
            for name, is_folder, is_link in told
            if (not is_link if is_folder else name.lower().endswith(SUFFIX))
        ]
    found.sort(key=lambda each: (each[0].casefold(), each[0]))
    return [(folder / name, is_folder) for name, is_folder in found]


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # what it is will be told when it is read
        return False


def _closed(error: OSError, folder: Path) -> UnreadFile:
    name = Path(error.filename or folder)
    reason = _("{folder}: the folder cannot be read ({reason}).")
    return UnreadFile(name, reason.format(folder=name, reason=reason_of(error)))
