"""A plain layered drawing of a graph: longest paths, then a few sweeps against crossings.

What any program does at the least to place stages from left to right (Sugiyama, Tagawa and Toda
1981, without routing): no text is measured, no arrow gets a way of its own.
"""

from collections.abc import Mapping, Sequence
from typing import Final

CARD: Final = (176.0, 64.0)
GAP: Final = (72.0, 24.0)
SWEEPS: Final = 4

Places = dict[str, tuple[float, float]]


def placed(stages: Sequence[str], arrows: Sequence[tuple[str, str]]) -> Places:
    """Return the upper left corner of each stage's card."""
    onward, back = _ways(stages, arrows)
    layers = _layers(_without_loops(stages, onward), back)
    columns: list[list[str]] = [[] for _layer in range(max(layers.values(), default=-1) + 1)]
    for stage in stages:
        columns[layers[stage]].append(stage)
    for sweep in range(SWEEPS):
        _sweep(columns, onward if sweep % 2 else back, backwards=bool(sweep % 2))
    width, height = CARD[0] + GAP[0], CARD[1] + GAP[1]
    return {
        stage: (column * width, row * height)
        for column, held in enumerate(columns)
        for row, stage in enumerate(held)
    }


def _ways(
    stages: Sequence[str], arrows: Sequence[tuple[str, str]]
) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    onward: dict[str, list[str]] = {stage: [] for stage in stages}
    back: dict[str, list[str]] = {stage: [] for stage in stages}
    for source, target in arrows:
        onward[source].append(target)
        back[target].append(source)
    return onward, back


def _without_loops(stages: Sequence[str], onward: Mapping[str, list[str]]) -> list[str]:
    """Return the stages in an order in which most arrows lead onward: each after its last child."""
    done: list[str] = []
    seen: set[str] = set()
    for stage in stages:
        if stage in seen:
            continue
        seen.add(stage)
        path = [(stage, iter(onward[stage]))]
        while path:
            here, targets = path[-1]
            further = next((target for target in targets if target not in seen), None)
            if further is None:
                done.append(here)
                path.pop()
            else:
                seen.add(further)
                path.append((further, iter(onward[further])))
    return done[::-1]


def _layers(order: Sequence[str], back: Mapping[str, list[str]]) -> dict[str, int]:
    layers: dict[str, int] = {}
    for stage in order:
        before = [layers[source] for source in back[stage] if source in layers]
        layers[stage] = max(before, default=-1) + 1
    return layers


def _sweep(columns: list[list[str]], beside: Mapping[str, list[str]], *, backwards: bool) -> None:
    """Put each column in the order of what its stages are joined to in the one before."""
    rows: dict[str, int] = {}
    for column in reversed(columns) if backwards else columns:
        middles = {
            stage: sum(known) / len(known)
            if (known := [rows[other] for other in beside[stage] if other in rows])
            else float(row)
            for row, stage in enumerate(column)
        }
        column.sort(key=middles.__getitem__)
        rows |= {stage: row for row, stage in enumerate(column)}
