"""Pools and lanes as actors, and in whose lane each node lies."""

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from exporters.bpmn.flow import NO_ACTOR
from exporters.bpmn.reading.contents import Contents, Lane, Node, Pool
from exporters.bpmn.reading.ledger import Ledger
from exporters.bpmn.reading.shapes import Shapes, holds, turned
from model.codes import Sector
from model.ids import Id
from model.layout.geometry import Rect
from model.records import Actor
from model.text import Text, with_language

_CUSTOMERS: Final = re.compile(
    "asiakas|asiakkaat|potilas|potilaat|kuntalainen|kund|klient|patient|customer|client",
    re.IGNORECASE,
)


class Band(NamedTuple):
    """A lane, or a pool without lanes, that becomes an actor."""

    id: str
    name: str
    organisation: str
    unit: str
    process: str


class Lanes(NamedTuple):
    """The actors in the order of the diagram, and whose lane each node lies in."""

    actors: tuple[Actor, ...]
    actor_of: Mapping[str, Id | None]
    black_boxes: Mapping[str, Id]


def lanes(contents: Contents, shapes: Shapes, ledger: Ledger, language: str) -> Lanes:
    """Read them; nodes that no lane refers to lie where the picture shows them."""
    return _Reader(contents, shapes, ledger, language).read()


def process_of(node: Node, contents: Contents) -> str:
    """Return the process of a node, however deep in subprocesses it lies."""
    within = node.within
    while within in contents.nodes:
        within = contents.nodes[within].within
    return within


class _Reader:
    def __init__(self, contents: Contents, shapes: Shapes, ledger: Ledger, language: str) -> None:
        self._contents, self._shapes = contents, shapes
        self._bands: dict[str, Band] = {}
        self._ledger, self._language = ledger, language
        self._pools = {pool.process: pool for pool in contents.pools if pool.process}
        self._lane_of = {node: lane for lane in contents.lanes for node in lane.nodes}
        # A lane around others may name their nodes too: the innermost comes first in the file.
        for lane in reversed(contents.lanes):
            self._lane_of.update(dict.fromkeys(lane.nodes, lane))

    def read(self) -> Lanes:
        band_of = {id: self._band_of(node) for id, node in self._contents.nodes.items()}
        bands = dict.fromkeys(map(self._of_lane, self._contents.lanes))
        bands.update(dict.fromkeys(band for band in band_of.values() if band is not None))
        black_boxes = [pool for pool in self._contents.pools if not self._has_process(pool)]
        bands.update(dict.fromkeys(Band(p.id, p.name, "", "", "") for p in black_boxes))
        for pool in self._contents.pools:
            self._ledger.settle(pool.id)
        orders = sorted(bands, key=self._place)
        actors = [self._actor(band) for band in orders if band.id != NO_ACTOR]
        self._ledger.settle(NO_ACTOR)
        return Lanes(
            tuple(actors),
            {
                id: None if band is None or band.id == NO_ACTOR else self._ledger.id_of(band.id)
                for id, band in band_of.items()
            },
            {pool.id: self._ledger.id_of(pool.id) for pool in black_boxes},
        )

    def _has_process(self, pool: Pool) -> bool:
        return pool.process in self._contents.processes

    def _of_lane(self, lane: Lane) -> Band:
        if lane.id not in self._bands:
            self._ledger.effort.say(*lane.above)
            self._bands[lane.id] = self._band(lane)
        return self._bands[lane.id]

    def _band(self, lane: Lane) -> Band:
        pool = self._pools.get(lane.process)
        around = pool.name if pool else self._contents.processes.get(lane.process, "")
        above = " / ".join(filter(None, lane.above))
        if not lane.name:
            return Band(lane.id, above or around, "", "", lane.process)
        organisation = around if pool and around != lane.name else ""
        return Band(lane.id, lane.name, organisation, above, lane.process)

    def _band_of(self, node: Node) -> Band | None:
        holder = node
        while holder.id not in self._lane_of and holder.within in self._contents.nodes:
            holder = self._contents.nodes[holder.within]
        if lane := self._lane_of.get(holder.id) or self._lane_of.get(holder.attached_to):
            return self._of_lane(lane)
        process = process_of(node, self._contents)
        if lane := self._lane_around(holder, process):
            return self._of_lane(lane)
        if pool := self._pools.get(process):
            return Band(pool.id, pool.name, "", "", process)
        name = self._contents.processes.get(process, "")
        return Band(process, name, "", "", process) if name else None

    def _lane_around(self, node: Node, process: str) -> Lane | None:
        """Return the smallest lane of the process that is drawn around a node."""
        boxes = self._shapes.boxes
        self._ledger.effort.compare(len(self._contents.lanes))
        box = boxes.get(node.id)
        around = [
            lane
            for lane in self._contents.lanes
            if box and lane.process == process and lane.id in boxes and holds(boxes[lane.id], box)
        ]
        return min(around, key=lambda lane: _area(boxes[lane.id]), default=None)

    def _place(self, band: Band) -> tuple[float, float]:
        box = self._shapes.boxes.get(band.id)
        if box is None:
            return (float("inf"), 0)
        if band.id in self._shapes.upright:
            box = turned(box)
        return (box.y, box.x)

    def _actor(self, band: Band) -> Actor:
        self._ledger.settle(band.id)
        return Actor(
            id=self._ledger.id_of(band.id),
            order="a0",
            name=self._text(band.name),
            sector=Sector.CUSTOMER if _CUSTOMERS.fullmatch(band.name) else None,
            organisation=self._text(band.organisation),
            unit=self._text(band.unit),
        )

    def _text(self, words: str) -> Text:
        return with_language({}, self._language, words)


def _area(box: Rect) -> float:
    return box.width * box.height


def upright(shapes: Shapes, contents: Contents) -> bool:
    """Whether the diagram's flow runs down: its pools or lanes stand upright."""
    bands: Iterator[str] = (each.id for group in (contents.pools, contents.lanes) for each in group)
    return any(band in shapes.upright for band in bands)
