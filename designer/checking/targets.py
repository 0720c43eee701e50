"""Which files are meant: pathway files as named, and all that lie in a folder or below."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from exporters.findings import UnreadFile
from model.file import SUFFIX
from model.messages import _
from model.storage import reason_of


def pathway_files(targets: Iterable[Path]) -> Iterator[Path | UnreadFile]:
    """Yield each file once, those of a folder sorted; a folder that holds none, with the reason.

    Folders that links lead to are not entered: they may lead round in a circle.
    """
    seen: set[Path] = set()
    for target in targets:
        for each in _below(target) if target.is_dir() else (target,):
            if isinstance(each, UnreadFile):
                yield each
            elif each not in seen:
                seen.add(each)
                yield each


def _below(folder: Path) -> list[Path | UnreadFile]:
    closed: list[OSError] = []
    found: list[Path | UnreadFile] = [
        Path(inside) / name
        for inside, _folders, names in os.walk(folder, onerror=closed.append)
        for name in sorted(names)
        if name.lower().endswith(SUFFIX)
    ]
    found.sort(key=_alphabetically)
    found += [_closed(error, folder) for error in closed]
    if not found:
        reason = _("{folder}: there are no pathway files (*{suffix}) in this folder.")
        found.append(UnreadFile(folder, reason.format(folder=folder, suffix=SUFFIX)))
    return found


def _alphabetically(found: Path | UnreadFile) -> tuple[str, str]:
    path = found.file if isinstance(found, UnreadFile) else found
    return str(path).casefold(), str(path)


def _closed(error: OSError, folder: Path) -> UnreadFile:
    name = Path(error.filename or folder)
    reason = _("{folder}: the folder cannot be read ({reason}).")
    return UnreadFile(name, reason.format(folder=name, reason=reason_of(error)))
