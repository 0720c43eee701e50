"""`make bench`: what the common acts cost, beside the barest code that does the same work.

One run, one table; the ratios are what to compare, absolute times depend on the machine. The
results are kept in `benchmarks/results/`. `python -m benchmarks board` measures the board only.
`make bench-peers` installs what others have written, and measures the checks beside it.
"""

import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime

from benchmarks import (
    board_rows,
    check_rows,
    graph_rows,
    journal_rows,
    memory_rows,
    model_rows,
    picture_rows,
    publishing,
    saving_rows,
    start_rows,
    workbook_rows,
)
from benchmarks.synthetic import synthetic
from benchmarks.table import HEADING, Row, line, write

PARTS: dict[str, tuple[Callable[[int], list[Row]], tuple[int, ...]]] = {
    "model": (lambda stages: model_rows.rows(synthetic(stages)), (30, 300, 1000)),
    "journal": (lambda stages: journal_rows.rows(synthetic(stages)), (30, 1000)),
    "saving": (lambda stages: saving_rows.rows(synthetic(stages)), (30, 1000)),
    "start": (lambda stages: start_rows.rows(synthetic(stages)), (30,)),
    "memory": (lambda stages: memory_rows.rows(synthetic(stages)), (1000,)),
    "graph": (lambda stages: graph_rows.rows(synthetic(stages)), (300, 1000, 3000, 10_000)),
    "checks": (check_rows.rows, (1000, 10_000)),
    "publishing": (publishing.rows, (20, 200)),
    "workbook": (lambda stages: workbook_rows.rows(synthetic(stages)), (100, 1000)),
    "pictures": (lambda stages: picture_rows.rows(synthetic(stages)), (30, 300, 1000)),
    "board": (lambda stages: board_rows.rows(synthetic(stages)), (30, 300, 1000, 3000)),
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
    if "checks" in parts:
        checks = [row for row in measured if row.floor_act == check_rows.FLOOR]
        print(f"\n{check_rows.exponents(checks)}\n{check_rows.growth()}")  # noqa: T201
    print(f"\n{write(measured, datetime.now(UTC).date(), sys.argv[1:])}")  # noqa: T201


def rows(parts: Iterable[str]) -> Iterator[Row]:
    for part in parts:
        measure, sizes = PARTS[part]
        for size in sizes:
            yield from measure(size)


if __name__ == "__main__":
    main()
