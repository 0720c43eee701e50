"""`make bench`: what the common acts cost, beside the barest code that does the same work.

    python -m benchmarks [PART [SIZE ...]]

One run, one table; the ratios are what to compare, absolute times depend on the machine. The
results are kept in `benchmarks/results/`. What others have written is measured beside it where
`make bench-peers` has installed it.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from time import monotonic
from typing import Final

import msgspec

from benchmarks import goals, runs
from benchmarks.children import environment
from benchmarks.parts import PARTS, measured
from benchmarks.runs import Run, Took
from benchmarks.table import Beside, Measured, Row, as_text, joined

PATIENCE: Final = 1200.0
"""Seconds after which a part is given up."""
_CHILD: Final = "--into"


def main(arguments: list[str]) -> None:
    match arguments:
        case ["--into", path, part, size]:
            Path(path).write_bytes(msgspec.json.encode(measured(part, int(size))))
        case [part, *sizes] if part in PARTS:
            _run([(part, int(size)) for size in sizes or PARTS[part].sizes], (part,))
        case []:
            _run([(part, size) for part, each in PARTS.items() for size in each.sizes], ())
        case [unknown, *_sizes]:
            raise SystemExit(f"no such part: {unknown}; there are {', '.join(PARTS)}")


def _run(wanted: Iterable[tuple[str, int]], named: tuple[str, ...]) -> None:
    began, load = runs.now(), runs.load()
    rows: list[Row] = []
    beside: list[Beside] = []
    parts: list[Took] = []
    for took, found in _in_children(wanted):
        parts.append(took)
        rows += (each for each in found if isinstance(each, Row))
        beside += (each for each in found if isinstance(each, Beside))
        _say(took, found)
        run = Run(
            runs.machine(), began, runs.now(), load, runs.load(), tuple(parts),
            tuple(joined(rows, beside)),
        )  # fmt: skip
        written = runs.write(run, named)  # so far: nothing is lost when the run is stopped
    print(f"\n{runs.as_text(run)}")  # noqa: T201 - the table is what the command is for
    print("\n".join(map(str, written)))  # noqa: T201


def _in_children(wanted: Iterable[tuple[str, int]]) -> Iterator[tuple[Took, list[Measured]]]:
    with tempfile.TemporaryDirectory() as folder:
        for part, size in wanted:
            path = Path(folder) / f"{part}-{size}"
            load, start = runs.load() or 0.0, monotonic()
            failed = _failure(
                [sys.executable, "-m", "benchmarks", _CHILD, str(path), part, str(size)]
            )
            took = Took(part, size, round(monotonic() - start, 1), load, failed)
            yield took, _rows(path)


def _rows(path: Path) -> list[Measured]:
    return msgspec.json.decode(path.read_bytes(), type=list[Measured]) if path.exists() else []


def _failure(command: list[str]) -> str:
    """Measure; return in a line why it could not be done, '' when it could."""
    try:
        done = subprocess.run(  # noqa: S603 - this module
            command, check=False, capture_output=True, text=True, timeout=PATIENCE,
            env=environment(),
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return f"not done after {PATIENCE:.0f} s"
    if done.returncode == 0:
        return ""
    print(done.stderr, file=sys.stderr)  # noqa: T201 - all of what went wrong
    lines = done.stderr.strip().splitlines()
    return lines[-1] if lines else f"ended with {done.returncode}"


def _say(took: Took, found: list[Measured]) -> None:
    print(f"\n{took.part} {took.size:,}: {took.seconds:.0f} s {took.failed}")  # noqa: T201
    rows = [each for each in found if isinstance(each, Row)]
    if rows:
        judged = goals.by_row(goals.verdicts(rows))
        print(as_text(rows, judged), flush=True)  # noqa: T201
    for each in found:
        if isinstance(each, Beside):
            line = f"{each.peer.name}: {each.act} {each.peer.times}"
            print(line, flush=True)  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
