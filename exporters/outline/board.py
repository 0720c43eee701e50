"""Where the stages of an outline go on the board, which the outline does not say.

Columns are the arc from prevention to the end of the need; a stage's kind and the stages before
it decide its phase, the longest way inside the phase its column.
"""

from collections.abc import Iterable, Mapping, Sequence
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

    def ahead(self, id: Id, stop: Iterable[Id] = ()) -> set[Id]:
        """Return all stages that can be reached from one; the way ends at those of `stop`."""
        ends = set(stop)
        found: set[Id] = set()
        waiting = [id]
        while waiting:
            for following in self.after[waiting.pop()]:
                if following not in found:
                    found.add(following)
                    if following not in ends:
                        waiting.append(following)
        return found


def places(spots: Sequence[Spot], edges: Sequence[tuple[Id, Id]]) -> dict[Id, Place]:
    """Return phase and column of every stage; stages and edges in the order of the outline."""
    arrows = _onward(spots, edges)
    phases = _phases({spot.id: spot for spot in spots}, arrows)
    actors = {spot.id: spot.actor for spot in spots}
    taken: set[tuple[Id, PhaseKind, int]] = set()
    found: dict[Id, Place] = {}
    for id in arrows.order:
        phase = phases[id]
        beside = [found[other].column for other in arrows.before[id] if phases[other] is phase]
        column = max(beside, default=-1) + 1
        while (actors[id], phase, column) in taken:
            column += 1
        taken.add((actors[id], phase, column))
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


def _phases(spots: Mapping[Id, Spot], arrows: _Arrows) -> dict[Id, PhaseKind]:
    found: dict[Id, PhaseKind] = {}
    for id in arrows.order:
        before = sorted(_PLACES[found[other]] for other in arrows.before[id])
        found[id] = _phase(spots, arrows, id, before)
    return found


def _phase(spots: Mapping[Id, Spot], arrows: _Arrows, id: Id, before: list[int]) -> PhaseKind:
    """Choose the phase of one stage; `before` are the phases that lead to it, sorted.

    A stage stands no earlier than the earliest phase from which one comes to it.
    """
    kind = spots[id].kind
    if kind in _FIXED:
        return _FIXED[kind]
    earliest = before[0] if before else 0
    if kind is StageKind.EMERGENCY:
        return _KINDS[before[-1]] if before else PhaseKind.CONTACT
    if kind in _CARE:
        return _care_phase(spots, arrows, id, earliest)
    if _leads_to_contact(spots, arrows, id):
        return PhaseKind.IDENTIFICATION
    least = {
        StageKind.CONTACT: PhaseKind.CONTACT,
        StageKind.SELF_CARE: PhaseKind.CARE,
        StageKind.WAIT: PhaseKind.PREVENTION,
    }.get(kind, PhaseKind.ASSESSMENT)
    return _KINDS[max(_PLACES[least], earliest)]


def _leads_to_contact(spots: Mapping[Id, Spot], arrows: _Arrows, id: Id) -> bool:
    """Whether the first contact is still ahead: one comes to it before any assessment."""
    assessments = [spot.id for spot in spots.values() if spot.kind is StageKind.NEED_ASSESSMENT]
    if any(id in arrows.ahead(assessment) for assessment in assessments):
        return False
    return any(
        spots[other].kind is StageKind.CONTACT for other in arrows.ahead(id, stop=assessments)
    )


def _care_phase(spots: Mapping[Id, Spot], arrows: _Arrows, id: Id, earliest: int) -> PhaseKind:
    """Care, unless it comes when follow-up is over (support after the need has ended)."""
    over = earliest >= _PLACES[PhaseKind.FOLLOW_UP]
    followed = any(spots[other].kind is StageKind.FOLLOW_UP for other in arrows.ahead(id))
    return _KINDS[earliest] if over and not followed else PhaseKind.CARE
