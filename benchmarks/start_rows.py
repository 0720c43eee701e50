"""What one waits for before there is anything to do: processes, from their start to their end.

All of it is processor time of the child process, its start and end included.
"""

import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Final

from benchmarks.children import environment
from benchmarks.synthetic import synthetic
from benchmarks.table import Row
from benchmarks.timing import MANY, Act, Times, in_turns
from model import file
from model.pathway import Pathway

_FOUND_SOMETHING: Final = 1


def rows(stages: int) -> list[Row]:
    with _kept(synthetic(stages)) as path:
        started, window = _in_turns(("benchmarks.opened", path), ("benchmarks.floors.window",))
        checked, imported = _in_turns(
            ("designer.cli", "check", path), ("benchmarks.floors.imports",)
        )
    return [
        Row("start with a file", "window with three docks", stages, started, window),
        Row("ketjupaja check", "import msgspec, typer", stages, checked, imported),
    ]


def _in_turns(*modules: tuple[str, ...]) -> list[Times]:
    for module in modules:
        _once(module)  # compiles what has never been imported
    acts = [partial(_once, module) for module in modules]
    return in_turns(*acts, times=MANY, taking=of_children)


def of_children(act: Act) -> float:
    """Return the processor time of the processes that an act starts and waits for."""
    before = _spent_by_children()
    act()
    return _spent_by_children() - before


def _once(module: tuple[str, ...]) -> None:
    done = subprocess.run(  # noqa: S603 - our own modules
        [sys.executable, "-m", *module],
        check=False,
        stdout=subprocess.DEVNULL,
        env=environment(),
    )
    if done.returncode not in {0, _FOUND_SOMETHING}:
        raise RuntimeError(f"{module[0]} failed")


def _spent_by_children() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


@contextmanager
def _kept(pathway: Pathway) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "measured.ketju"
        path.write_bytes(file.dumps(pathway))
        yield str(path)
