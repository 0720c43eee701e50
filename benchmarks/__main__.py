"""`make bench`: what the common acts cost, beside the barest code that does the same work.

One run, one table; the ratios are what to compare, absolute times depend on the machine. The
results are kept in `benchmarks/results/`. `python -m benchmarks board` measures the board only.
"""

import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime

from benchmarks import board_rows, model_rows
from benchmarks.synthetic import synthetic
from benchmarks.table import HEADING, Row, line, write
from model.pathway import Pathway

PARTS: dict[str, tuple[Callable[[Pathway], list[Row]], tuple[int, ...]]] = {
    "model": (model_rows.rows, (30, 300, 1000)),
    "board": (board_rows.rows, (30, 300, 1000, 3000)),
}


def main() -> None:
    parts = sys.argv[1:] or list(PARTS)
    if unknown := set(parts) - PARTS.keys():
        raise SystemExit(f"no such part: {', '.join(unknown)}; there are {', '.join(PARTS)}")
    print(HEADING)  # noqa: T201 - the table is what the command is for
    measured = []
    for row in rows(parts):
        print(line(row), flush=True)  # noqa: T201
        measured.append(row)
    print(f"\n{write(measured, datetime.now(UTC).date())}")  # noqa: T201


def rows(parts: Iterable[str]) -> Iterator[Row]:
    for part in parts:
        measure, sizes = PARTS[part]
        for size in sizes:
            yield from measure(synthetic(size))


if __name__ == "__main__":
    main()
