"""`python -m benchmarks.page`: puts the newest run of everything into docs/performance.md.

What is written by hand stays: only what stands between `<!-- NAME -->` and `<!-- end NAME -->` is
made anew, for the names `run`, `goals`, `growth`, `missed`, and `equal`: the tests that compare
what is fast with a plain version, found by their names.
"""

import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from benchmarks import runs
from benchmarks.goals import GOALS, LARGE, STAGES, Verdict, by_row, verdicts
from benchmarks.growth import growths
from benchmarks.runs import Run
from benchmarks.table import Clock, Row, spread, told

PAGE: Final = Path(__file__).parents[1] / "docs" / "performance.md"
TESTS: Final = Path(__file__).parents[1] / "tests"
_EQUALS_PLAIN: Final = re.compile(r"^def test_(\w*equals_plain\w*)", re.MULTILINE)


def main() -> None:
    """Renew the page from the newest run, or from the one that is named."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else runs.newest()
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(renewed(page, runs.read(path)), encoding="utf-8")


def renewed(page: str, run: Run) -> str:
    """Return the page with the figures of a run; raises ValueError where a place for them lacks."""
    for name, text in blocks(run).items():
        begin, end = f"<!-- {name} -->", f"<!-- end {name} -->"
        place = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
        block = f"{begin}\n{text}\n{end}"
        page, count = place.subn(block.replace("\\", "\\\\"), page)
        if count != 1:
            raise ValueError(f"{begin} … {end} must stand once in the page, not {count} times")
    return page


def blocks(run: Run) -> Mapping[str, str]:
    judged = verdicts(run.rows)
    return {
        "run": _run(run, judged),
        "goals": _table(_GOAL_HEADINGS, _goal_lines(run.rows, judged)),
        "growth": _table(_GROWTH_HEADINGS, _growth_lines(run.rows)),
        "missed": _missed(run, judged),
        "equal": "\n".join(equality_tests()),
    }


def _run(run: Run, judged: Sequence[Verdict]) -> str:
    machine = run.machine
    met = sum(verdict.met is True for verdict in judged)
    measured = sum(verdict.met is not None for verdict in judged)
    versions = ", ".join(f"{name} {number}" for name, number in machine.versions.items())
    minutes = (run.ended - run.began).total_seconds() / 60
    return (
        f"{run.began:%d.%m.%Y %H:%M} UTC, {minutes:.0f} minutes. {machine.processor}, "
        f"{machine.cores} cores, {machine.memory}, {machine.system}, {machine.screen}. Load "
        f"average {run.load_at_begin} at the beginning, {run.load_at_end} at the end. Python "
        f"{machine.python}, {versions}.\n\n"
        f"**{met} of {measured} goals measured are met.**"
    )


_GOAL_HEADINGS: Final = (
    "act", "stages", "ours: least / median / most", "times", "floor", "least / median / most",
    "to floor", "peers (how many times ours)", "goals",
)  # fmt: skip


def _goal_lines(rows: Sequence[Row], judged: Sequence[Verdict]) -> Iterable[Sequence[str]]:
    """Yield a line for each act at each size that has goals besides growth."""
    words = by_row(verdict for verdict in judged if not verdict.asked.startswith("growth"))
    there = {(row.act, row.stages): row for row in rows}
    for goal in GOALS:
        for stages in sorted({STAGES, LARGE, *goal.sizes, *(one.stages for one in goal.limits)}):
            row = there.get((goal.act, stages))
            if row is not None and (stages == STAGES or (goal.act, stages) in words):
                yield (
                    row.act,
                    f"{row.stages:,}",
                    spread(row.ours, row.unit),
                    f"{row.ours.count}{', wall' if row.clock is Clock.WALL else ''}",
                    row.floor_act or "–",
                    spread(row.floor, row.unit) if row.floor else "–",
                    f"{row.ratio:.2f}" if row.ratio is not None else "–",
                    "; ".join(
                        f"{peer.name} {told(peer.times.least, row.unit)} "
                        f"({row.ahead_of(peer.name):.1f})"
                        for peer in row.peers
                    )
                    or "–",
                    "; ".join(words.get((goal.act, stages), ())) or "–",
                )


_GROWTH_HEADINGS: Final = ("act", "least time (or megabytes) by stages", "steps", "exponent")


def _growth_lines(rows: Sequence[Row]) -> Iterable[Sequence[str]]:
    there = {(row.act, row.stages): row for row in rows}
    for growth in growths(rows):
        sized = [there[growth.act, stages] for stages in growth.sizes]
        yield (
            growth.act,
            ", ".join(f"{row.stages:,}: {told(row.ours.least, row.unit)}" for row in sized),
            ", ".join(f"{step:.2f}" for step in growth.steps),
            f"{growth.whole:.2f}",
        )


def _missed(run: Run, judged: Sequence[Verdict]) -> str:
    lines = [
        f"- {verdict.act}, {verdict.stages:,}: {verdict.asked}; {verdict.reached or 'not measured'}"
        for verdict in judged
        if verdict.met is not True
    ]
    lines += (
        f"- {took.part}, {took.size:,}, could not be measured: {took.failed}"
        for took in run.parts
        if took.failed
    )
    return "\n".join(lines) or "None."


def equality_tests(tests: Path = TESTS) -> Iterable[str]:
    """Yield a line for each test that compares with a plain version, by file."""
    for path in sorted(tests.rglob("test_*.py")):
        names = _EQUALS_PLAIN.findall(path.read_text(encoding="utf-8"))
        if names:
            said = "; ".join(name.replace("_", " ") for name in names)
            yield f"- `{path.relative_to(tests.parent).as_posix()}`: {said}"


def _table(headings: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    rows = [headings, ["---"] * len(headings), *lines]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in rows)


if __name__ == "__main__":
    main()
