"""What one waits for before there is anything to do: processes, from their start to their end.

All of it is processor time of the child process, its start and end included.
"""

import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from benchmarks.table import Row
from benchmarks.timing import Times, of
from model import file
from model.pathway import Pathway

REPETITIONS: Final = 10
_FOUND_SOMETHING: Final = 1


def rows(pathway: Pathway) -> list[Row]:
    with _kept(pathway) as path:
        opened = _times("benchmarks.opened", str(path))
        checked = _times("designer.cli", "check", str(path))
    stages = len(pathway.stages)
    return [
        Row("start with a file", "window with three docks", stages,
            opened, _times("benchmarks.floors.window")),
        Row("ketjupaja check", "import msgspec, typer", stages,
            checked, _times("benchmarks.floors.imports")),
    ]  # fmt: skip


def _times(*module: str) -> Times:
    _once(module)  # compiles what has never been imported
    return of([_once(module) for _repetition in range(REPETITIONS)])


def _once(module: tuple[str, ...]) -> float:
    before = _of_children()
    done = subprocess.run(  # noqa: S603 - our own modules
        [sys.executable, "-m", *module],
        check=False,
        stdout=subprocess.DEVNULL,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    if done.returncode not in {0, _FOUND_SOMETHING}:
        raise RuntimeError(f"{module[0]} failed")
    return _of_children() - before


def _of_children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


@contextmanager
def _kept(pathway: Pathway) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "measured.ketju"
        path.write_bytes(file.dumps(pathway))
        yield path
