"""The goals of each act, in one table: what the command, its results and docs/performance.md say.

A ratio is of the least times of one run. Where no size is given, a goal is for 1,000 stages.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from benchmarks.growth import Growth, growths
from benchmarks.table import Row, told

STAGES: Final = 1000
LARGE: Final = 10_000
MOST_GROWTH: Final = 1.15
"""The exponent: what n times the stages may take is n to the power of it."""
LONGEST_ACTION: Final = 0.5
"""Seconds that anything done in the window may take at 10,000 stages."""
BPMNLINT_RULES: Final = 26
RULES: Final = 113


class Figure(StrEnum):
    LEAST = "least"
    LATE = "95th percentile"
    MOST = "longest"


class Limit(NamedTuple):
    """A figure of an act in seconds, at a size."""

    seconds: float
    stages: int = STAGES
    figure: Figure = Figure.LEAST


class Ahead(NamedTuple):
    """So many times as fast (or as small) as a peer; `each`: per rule, of so many to so many."""

    peer: str
    times: float
    weight: float = 1.0
    words: str = ""


class Goal(NamedTuple):
    """What is asked of an act. `to_floor`: at most so many times the floor, at these `sizes`."""

    act: str
    to_floor: float | None = None
    sizes: tuple[int, ...] = (STAGES,)
    limits: tuple[Limit, ...] = ()
    ahead: tuple[Ahead, ...] = ()
    is_action: bool = False


class Verdict(NamedTuple):
    """`met` is None where it was not measured."""

    act: str
    stages: int
    asked: str
    reached: str
    met: bool | None

    @property
    def words(self) -> str:
        answer = {True: "yes", False: "NO", None: "not measured"}[self.met]
        return f"{self.asked}: {answer}{f', {self.reached}' if self.reached else ''}"


_LEFT_OVER: Final = "after an edit"
"""How what is left to be done then grows is not judged: each edit leaves something else."""
_EDIT: Final = (Limit(0.025), Limit(0.120, LARGE))
_BLOCK: Final = Limit(LONGEST_ACTION, LARGE, Figure.LATE)
_BPMN: Final = "bpmn-js"
_NODES: Final = "NodeGraphQt"
_PER_RULE: Final = Ahead("bpmnlint", 10, RULES / BPMNLINT_RULES, "per rule")

GOALS: Final = (
    Goal(
        "open a file, painted", 1.0, (STAGES, LARGE),
        ahead=(Ahead(_BPMN, 10), Ahead(_NODES, 20)), is_action=True,
    ),
    Goal("the whole board fitted, painted", is_action=True),
    Goal("a leap to another part, painted", is_action=True),
    Goal("full paint, fitted", 0.7, is_action=True),
    Goal("full paint at 100 %", 1.6, ahead=(Ahead(f"{_BPMN} zoom step", 6),), is_action=True),
    Goal(
        "one move of a drag", 1.6,
        limits=tuple(Limit(0.016, stages, Figure.LATE) for stages in (STAGES, LARGE)),
        ahead=(Ahead(_BPMN, 8), Ahead(_NODES, 20)), is_action=True,
    ),
    Goal("drop", limits=_EDIT, ahead=(Ahead(_BPMN, 15),), is_action=True),
    Goal("rename", limits=_EDIT, is_action=True),
    Goal("connect", limits=_EDIT, is_action=True),
    Goal("undo", 1.1, is_action=True),
    Goal("after an edit, the longest block", limits=(_BLOCK,)),
    Goal("after opening, the longest block", limits=(_BLOCK,)),
    Goal("a typed letter", 1.5, (STAGES, 3000), is_action=True),
    Goal(
        "whole layout and routing", 3.0,
        ahead=(Ahead("dagre", 30), Ahead("ELK layered", 30)),
    ),
    Goal("drawing by Graphviz", 1.15, (300,)),
    Goal(
        "a frame while Graphviz draws", sizes=(300,),
        limits=(Limit(0.016, 300, Figure.LATE),),
    ),
    Goal("load a file, checked", 2.0),
    Goal("write a file's bytes", 1.5),
    Goal("graph rules", 2.5, ahead=(Ahead("networkx", 3),)),
    Goal("full check, bare", ahead=(Ahead("bpmnlint", 2), _PER_RULE)),
    Goal("full check, texts", ahead=(Ahead("bpmnlint", 2), _PER_RULE)),
    Goal("recheck: a title, bare", limits=(Limit(0.001),), is_action=True),
    Goal("recheck: what happens, bare", limits=(Limit(0.001),), is_action=True),
    Goal("recheck: a handover, bare", limits=(Limit(0.015),), is_action=True),
    Goal("recheck: a title, texts", limits=(Limit(0.001),), is_action=True),
    Goal("recheck: what happens, texts", limits=(Limit(0.001),), is_action=True),
    Goal("recheck: a handover, texts", limits=(Limit(0.015),), is_action=True),
    Goal("journal: the window blocked", limits=(Limit(0.001, STAGES, Figure.LATE),)),
    Goal("save: the window's longest pause", is_action=True),
    Goal("picture: SVG", 2.0, ahead=(Ahead("QSvgGenerator", 7),)),
    Goal("picture: SVG, bytes", ahead=(Ahead("QSvgGenerator", 10),)),
    Goal("picture: PDF", 1.3),
    Goal("picture: PNG", 1.3),
    Goal("workbook: written", 1.25),
    Goal("workbook: brought back", 1.25),
    Goal("publish: all, with leaflets, data", 1.4, (200,)),
    Goal("publish again, one pathway changed", 0.05, (200,)),
    Goal("start with a file", 1.5, (30,), ahead=(Ahead(_NODES, 1 / 0.6),)),
    Goal("ketjupaja check", 1.6, (30,)),
    Goal("memory with the file open", 2.0, ahead=(Ahead(_NODES, 3), Ahead(_BPMN, 8))),
)  # fmt: skip


def verdicts(rows: Sequence[Row]) -> list[Verdict]:
    """Judge every goal by what was measured."""
    there = {(row.act, row.stages): row for row in rows}
    growing = {each.act: each for each in growths(rows) if not each.act.startswith(_LEFT_OVER)}
    return [verdict for goal in GOALS for verdict in _of(goal, there, growing)]


def _of(
    goal: Goal, there: Mapping[tuple[str, int], Row], growing: Mapping[str, Growth]
) -> Iterable[Verdict]:
    if goal.to_floor is not None:
        for stages in goal.sizes:
            row = there.get((goal.act, stages))
            ratio = row.ratio if row else None
            yield Verdict(
                goal.act, stages, f"≤ {goal.to_floor:g} × floor",
                f"{ratio:.2f} ×" if ratio is not None else "",
                ratio <= goal.to_floor if ratio is not None else None,
            )  # fmt: skip
    limits = (*goal.limits, *([Limit(LONGEST_ACTION, LARGE)] if goal.is_action else ()))
    for limit in limits:
        row = there.get((goal.act, limit.stages))
        figure = _figure(row, limit.figure) if row else None
        which = "" if limit.figure is Figure.LEAST else f"{limit.figure.value} "
        yield Verdict(
            goal.act, limit.stages, f"{which}≤ {told(limit.seconds)}",
            told(figure) if figure is not None else "",
            figure <= limit.seconds if figure is not None else None,
        )  # fmt: skip
    for ahead in goal.ahead:
        stages = goal.sizes[0]
        row = there.get((goal.act, stages))
        factor = row.ahead_of(ahead.peer) if row else None
        reached = factor * ahead.weight if factor is not None else None
        words = f" {ahead.words}" if ahead.words else ""
        yield Verdict(
            goal.act, stages, f"{ahead.peer} ≥ {ahead.times:.3g} ×{words}",
            f"{reached:.2f} ×" if reached is not None else "",
            reached >= ahead.times if reached is not None else None,
        )  # fmt: skip
    if goal.act in growing:
        whole = growing[goal.act].whole
        yield Verdict(
            goal.act, growing[goal.act].sizes[-1], f"growth ≤ n^{MOST_GROWTH}",
            f"n^{whole:.2f}", whole <= MOST_GROWTH,
        )  # fmt: skip


def _figure(row: Row, figure: Figure) -> float:
    return {
        Figure.LEAST: row.ours.least,
        Figure.LATE: row.ours.late,
        Figure.MOST: row.ours.most,
    }[figure]


def by_row(verdicts: Iterable[Verdict]) -> dict[tuple[str, int], list[str]]:
    """Return the words on the goals, by act and size."""
    found: dict[tuple[str, int], list[str]] = {}
    for verdict in verdicts:
        found.setdefault((verdict.act, verdict.stages), []).append(verdict.words)
    return found
