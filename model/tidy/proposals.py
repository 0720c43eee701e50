"""Ways to put stages in order, each a pathway that may be better than the one it is made for."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from functools import partial
from itertools import groupby
from operator import attrgetter
from statistics import fmean
from typing import Protocol

from msgspec.structs import replace

from model.ids import Id
from model.layout.grid import Slot, grid_of
from model.pathway import Cell, Pathway
from model.records import AnyRecord, Stage
from model.tidy.layers import Loose, columns_for, phase_parts
from model.tidy.loops import Edge, onward_as_drawn, onward_as_walked

Proposal = Callable[[Pathway], Pathway]


class Layers(Protocol):
    def __call__(self, pathway: Pathway, scope: frozenset[Id]) -> Pathway: ...


Place = tuple[float, ...]


def _in_layers(
    pathway: Pathway,
    scope: frozenset[Id],
    *,
    onward: Callable[[Pathway], list[Edge]],
    lanes: bool,
    places: Callable[[Pathway], Mapping[Id, Place]],
) -> Pathway:
    where = places(pathway)
    loose = Loose(keeps_lanes=lanes, rank=lambda stage: where[stage.id])
    table: dict[Id, AnyRecord | None] = {}
    for part in phase_parts(pathway, scope, onward(pathway)):
        for id, column in columns_for(part, loose).items():
            table[id] = replace(pathway[id], column=column)
    return pathway.replacing(table)


def _as_drawn(pathway: Pathway) -> Mapping[Id, Place]:
    return {stage.id: (place,) for place, stage in enumerate(pathway.stages)}


def _between_neighbours(pathway: Pathway) -> Mapping[Id, Place]:
    """Return the middle of each stage's neighbours, across the board (the barycentre)."""
    slots = grid_of(pathway).slots
    drawn = _as_drawn(pathway)
    return {
        stage.id: (
            fmean(slot.column for slot in _neighbours(pathway, stage, slots)),
            *drawn[stage.id],
        )
        for stage in pathway.stages
    }


def _neighbours(pathway: Pathway, stage: Stage, slots: Mapping[Id, Slot]) -> list[Slot]:
    ids = [arrow.target for arrow in pathway.leaving(stage.id)]
    ids += [arrow.source for arrow in pathway.arriving(stage.id)]
    return [slots[id] for id in ids if id in slots] or [slots[stage.id]]


def _closed_up(pathway: Pathway, scope: frozenset[Id]) -> Pathway:
    """Close the empty columns of each phase that lie right of what may not move."""
    table: dict[Id, AnyRecord | None] = {}
    for _phase, group in groupby(pathway.stages, key=attrgetter("phase")):
        stages = list(group)
        start = 1 + max((stage.column for stage in stages if stage.id not in scope), default=-1)
        used = sorted({stage.column for stage in stages if stage.column >= start})
        table |= {
            stage.id: replace(stage, column=start + used.index(stage.column))
            for stage in stages
            if stage.column >= start
        }
    return pathway.replacing(table)


def _stacked(pathway: Pathway, scope: frozenset[Id]) -> Pathway:
    """Order the stages within each cell by the rows of their neighbours."""
    slots = grid_of(pathway).slots
    cells: defaultdict[Cell, list[Stage]] = defaultdict(list)
    for stage in pathway.stages:
        if stage.id in scope:
            cells[stage.actor, stage.phase, stage.column].append(stage)
    table: dict[Id, AnyRecord | None] = {}
    for stages in cells.values():
        if len(stages) == 1:
            continue
        rows = {
            stage.id: fmean(slot.row for slot in _neighbours(pathway, stage, slots))
            for stage in stages
        }
        orders = [stage.order for stage in stages]
        by_rows = sorted(stages, key=lambda stage: rows[stage.id])
        for stage, order in zip(by_rows, orders, strict=True):
            table[stage.id] = replace(stage, order=order)
    return pathway.replacing(table)


LAYERS: tuple[Layers, ...] = (
    *(
        partial(_in_layers, onward=onward, lanes=lanes, places=places)
        for onward in (onward_as_drawn, onward_as_walked)
        for lanes, places in (
            (True, _as_drawn),
            (False, _as_drawn),
            (False, _between_neighbours),
        )
    ),
    _closed_up,
    _stacked,
)
