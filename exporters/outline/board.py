"""Where the stages of an outline go on the board, which the outline does not say.

Columns are the arc from prevention to the end of the need; a stage's kind and the stages before
it decide its phase. Inside the phase a step within a lane takes a column. A step to another lane
takes none while its arrow can go straight down or up: a screen is wide, but not that wide.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import NamedTuple

from model.codes import PhaseKind, StageKind
from model.ids import Id
from model.text import Text

ARC: Mapping[PhaseKind, Text] = {
    PhaseKind.PREVENTION: {"en": "Prevention", "fi": "Ennaltaehkäisy", "sv": "Förebyggande"},
    PhaseKind.IDENTIFICATION: {
        "en": "Identification",
        "fi": "Tunnistaminen",
        "sv": "Identifiering",
    },
    PhaseKind.CONTACT: {"en": "Contact", "fi": "Yhteydenotto", "sv": "Kontakt"},
    PhaseKind.ASSESSMENT: {"en": "Assessment", "fi": "Arviointi", "sv": "Bedömning"},
    PhaseKind.CARE: {"en": "Care and support", "fi": "Hoito ja tuki", "sv": "Vård och stöd"},
    PhaseKind.FOLLOW_UP: {"en": "Follow-up", "fi": "Seuranta", "sv": "Uppföljning"},
    PhaseKind.TRANSITION: {"en": "Transition", "fi": "Siirtyminen", "sv": "Övergång"},
    PhaseKind.END: {"en": "End of the need", "fi": "Päättyminen", "sv": "Avslut"},
}
"""The default phases, left to right (Kainuu's generic model), with their titles."""

_LAST_COLUMN = 999  # the records' own limit; beyond it stages share a cell

_PLACES = {kind: place for place, kind in enumerate(ARC)}
_KINDS = tuple(ARC)

_CARE = {
    StageKind.TREATMENT_SERVICE,
    StageKind.GUIDANCE,
    StageKind.GROUP,
    StageKind.REHABILITATION,
    StageKind.NGO_SUPPORT,
    StageKind.JOINT_PLANNING,
}
_FIXED = {
    StageKind.PREVENTION: PhaseKind.PREVENTION,
    StageKind.NEED_ASSESSMENT: PhaseKind.ASSESSMENT,
    StageKind.FOLLOW_UP: PhaseKind.FOLLOW_UP,
    StageKind.TRANSITION: PhaseKind.TRANSITION,
    StageKind.END: PhaseKind.END,
}

_LEAST = {
    StageKind.CONTACT: PhaseKind.CONTACT,
    StageKind.SELF_CARE: PhaseKind.CARE,
    StageKind.WAIT: PhaseKind.PREVENTION,
}
"""Where a stage stands at the earliest once the first contact is made; else at assessment."""


class Spot(NamedTuple):
    """A stage to be placed: its responsible actor and kind."""

    id: Id
    actor: Id
    kind: StageKind


class Place(NamedTuple):
    phase: PhaseKind
    column: int


class _Arrows(NamedTuple):
    """The ways onward without those that lead back, and the stages in an order along them."""

    order: tuple[Id, ...]
    after: Mapping[Id, tuple[Id, ...]]
    before: Mapping[Id, tuple[Id, ...]]


def _reached(
    starts: Iterable[Id], ways: Mapping[Id, tuple[Id, ...]], stops: Container[Id] = ()
) -> set[Id]:
    """Return all stages one way or more from `starts`; no way goes on through one of `stops`."""
    found: set[Id] = set()
    waiting = list(starts)
    while waiting:
        for following in ways[waiting.pop()]:
            if following not in found:
                found.add(following)
                if following not in stops:
                    waiting.append(following)
    return found


class _Column:
    """One column of a phase while it fills: the rows of its cards and the arrows between them."""

    def __init__(self) -> None:
        self._rows: set[int] = set()
        self._arrows: list[tuple[int, int]] = []

    def has_room(self, row: int, sources: Iterable[int]) -> bool:
        """Whether the cell is free, and nothing stands between it and the rows that lead to it."""
        return (
            row not in self._rows
            and not any(upper < row < lower for upper, lower in self._arrows)
            and not any(
                min(row, source) < other < max(row, source)
                for source in sources
                for other in self._rows
            )
        )

    def put(self, row: int, sources: Iterable[int]) -> None:
        self._rows.add(row)
        self._arrows += [(min(row, source), max(row, source)) for source in sources]


def places(
    spots: Sequence[Spot], edges: Sequence[tuple[Id, Id]], lanes: Sequence[Id]
) -> dict[Id, Place]:
    """Return phase and column of every stage; stages and edges in the order of the outline.

    `lanes` are the actors from top to bottom.
    """
    arrows = _onward(spots, edges)
    phases = _Arc(spots, arrows).phases()
    actors = {spot.id: spot.actor for spot in spots}
    rows = {lane: row for row, lane in enumerate(lanes)}
    columns: defaultdict[tuple[PhaseKind, int], _Column] = defaultdict(_Column)
    found: dict[Id, Place] = {}
    for id in arrows.order:
        phase, row = phases[id], rows[actors[id]]
        before = [other for other in arrows.before[id] if phases[other] is phase]
        column = min(
            max(
                (found[other].column + (actors[other] == actors[id]) for other in before), default=0
            ),
            _LAST_COLUMN,
        )
        while True:
            beside = [rows[actors[other]] for other in before if found[other].column == column]
            if column == _LAST_COLUMN or columns[phase, column].has_room(row, beside):
                break
            column += 1
        columns[phase, column].put(row, beside)
        found[id] = Place(phase, column)
    return found


def _onward(spots: Sequence[Spot], edges: Sequence[tuple[Id, Id]]) -> _Arrows:
    """Leave out what leads back: inside a loop, the edges to stages written earlier."""
    import networkx as nx

    written = {spot.id: place for place, spot in enumerate(spots)}
    graph: nx.DiGraph[Id] = nx.DiGraph()
    graph.add_nodes_from(written)
    graph.add_edges_from(edges)
    loops = list(nx.strongly_connected_components(graph))
    loop = {id: place for place, ids in enumerate(loops) for id in ids}
    back = [
        (source, target)
        for source, target in graph.edges
        if loop[source] == loop[target] and written[source] >= written[target]
    ]
    graph.remove_edges_from(back)
    order = tuple(nx.lexicographical_topological_sort(graph, key=written.__getitem__))
    return _Arrows(
        order,
        {id: tuple(graph.successors(id)) for id in written},
        {id: tuple(graph.predecessors(id)) for id in written},
    )


class _Arc:
    """Which part of the arc a stage stands in: what comes before it, what is still ahead."""

    def __init__(self, spots: Sequence[Spot], arrows: _Arrows) -> None:
        self._kinds = {spot.id: spot.kind for spot in spots}
        self._arrows = arrows
        assessments = self._of(StageKind.NEED_ASSESSMENT)
        # The first contact is ahead: one comes to it before any assessment.
        self._contact_ahead = _reached(
            self._of(StageKind.CONTACT), arrows.before, stops=assessments
        ) - _reached(assessments, arrows.after)
        self._follow_up_ahead = _reached(self._of(StageKind.FOLLOW_UP), arrows.before)

    def phases(self) -> dict[Id, PhaseKind]:
        found: dict[Id, PhaseKind] = {}
        for id in self._arrows.order:
            found[id] = self._phase(id, sorted(_PLACES[found[o]] for o in self._arrows.before[id]))
        return found

    def _of(self, kind: StageKind) -> set[Id]:
        return {id for id, other in self._kinds.items() if other is kind}

    def _phase(self, id: Id, before: list[int]) -> PhaseKind:
        """Choose the phase of one stage; `before` are the phases that lead to it, sorted.

        A stage stands no earlier than the earliest phase from which one comes to it.
        """
        kind = self._kinds[id]
        earliest = before[0] if before else 0
        if kind in _FIXED:
            return _FIXED[kind]
        if kind is StageKind.EMERGENCY:
            return _KINDS[before[-1]] if before else PhaseKind.CONTACT
        if kind in _CARE:
            # Support after the need has ended comes when follow-up is over.
            over = earliest >= _PLACES[PhaseKind.FOLLOW_UP] and id not in self._follow_up_ahead
            return _KINDS[earliest] if over else PhaseKind.CARE
        if id in self._contact_ahead:
            return PhaseKind.IDENTIFICATION
        return _KINDS[max(_PLACES[_LEAST.get(kind, PhaseKind.ASSESSMENT)], earliest)]
