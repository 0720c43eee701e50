"""Reads an outline: its records one kind after another, then their places on the board."""

from typing import NamedTuple

from exporters.outline import handovers, records
from exporters.outline.board import Spot, places
from exporters.outline.lanes import lane_order
from exporters.outline.records import LeftOut, Outline
from exporters.outline.source import OutlineError, decoded, load
from model.codes import StageKind
from model.pathway import Pathway

__all__ = ["LeftOut", "OutlineError", "Outlined", "decoded", "read"]

_PARTS = (
    "id", "title", "summary", "target", "age", "languages", "goals", "metrics", "emergency",
    "actors", "channels", "stages", "edges", "handovers", "open_questions",
)  # fmt: skip


class Outlined(NamedTuple):
    """A pathway from an outline, and what of the outline it does not hold."""

    pathway: Pathway
    left_out: tuple[LeftOut, ...]


def read(text: str) -> Outlined:
    """Read an outline; the same text always gives the same pathway, ids included.

    Raises OutlineError, one sentence with the line, for anything that is not exactly right.
    """
    item = load(text)
    item.only(*_PARTS)
    outline = Outline(item)
    info = records.info(outline)
    actors = records.actors(outline)
    channels = records.channels(outline)
    stages = records.stages(outline)
    edges = handovers.edges(outline)
    spots = [Spot(stage.id, stage.actor or "", stage.kind or StageKind.WAIT) for stage in stages]
    owners = {spot.id: spot.actor for spot in spots}
    lanes = lane_order(actors, [(owners[edge.source], owners[edge.target]) for edge in edges])
    where = places(spots, [(edge.source, edge.target) for edge in edges], lanes)
    phases = records.phases(outline, {place.phase for place in where.values()})
    pathway = Pathway(
        (
            info,
            *records.in_lanes(actors, lanes),
            *channels,
            *phases,
            *records.placed(stages, phases, where, edges),
            *handovers.with_details(outline, edges, stages),
            *records.goals(outline),
            *records.metrics(outline),
            *records.questions(outline),
        )
    )
    return Outlined(pathway, tuple(outline.left_out))
