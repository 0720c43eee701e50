"""Figures as tables of Markdown, which `make reliability` prints and the documentation shows."""

import sys
from collections.abc import Iterable, Sequence


def print_table(title: str, head: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    lines = ["", f"### {title}", "", _row(head), _row(["---"] * len(head))]
    lines += [_row(row) for row in rows]
    sys.stdout.write("\n".join(lines) + "\n")


def _row(cells: Sequence[object]) -> str:
    return f"| {' | '.join(str(cell) for cell in cells)} |"
