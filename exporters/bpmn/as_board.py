"""The diagram as a pathway of its own, so that the board's layout can place it.

Each node is a stage, each flow a handover; gateways and events have columns beside their stage's.
"""

from collections.abc import Mapping
from typing import Final

from fractional_indexing import generate_n_keys_between

from exporters.bpmn.flow import GROUP, Diagram, Part, Pool, lane_id
from model.ids import Id
from model.pathway import Pathway
from model.records import Actor, AnyRecord, Handover, PathwayInfo, Phase, Stage
from model.text import with_language

_NO_PHASE: Final = "phase.none"


def before(pool: Pool) -> str:
    return f"before-{pool.id}"


def phase_id(phase: Id | None) -> str:
    return _NO_PHASE if phase is None else GROUP + phase


def as_board(diagram: Diagram, pathway: Pathway, language: str) -> Pathway:
    """Return the diagram as a pathway: its nodes as stages, its flows as handovers."""
    stages = {stage.id: stage for stage in pathway.stages}
    columns = _columns(diagram, stages)
    records: list[AnyRecord] = [PathwayInfo(id="info")]
    # Before each pool a lane without stages: the way of a flow above a lane is its own there.
    busy = [pool for pool in diagram.pools if pool.has_process]
    lanes = [lane for pool in busy for lane in (before(pool), *map(lane_id, pool.lanes))]
    for lane, order in zip(lanes, _orders(len(lanes)), strict=True):
        records.append(Actor(id=lane, order=order, name=_text(language, "x")))
    phases: list[Id | None] = [phase.id for phase in pathway.phases]
    if any(stage.phase is None for stage in stages.values()):
        phases.append(None)
    for phase, order in zip(phases, _orders(len(phases)), strict=True):
        named = _text(language, diagram.groups.get(phase or "", ""))
        records.append(Phase(id=phase_id(phase), order=order, title=named))
    notes = {note.node: note for note in diagram.annotations}
    cards: list[tuple[str, Id, Part, str]] = []
    for node in diagram.nodes:
        cards.append((node.id, node.stage, node.part, node.name if node.is_task else ""))
        if note := notes.get(node.id):
            cards.append((note.id, note.stage, Part.STAGE, note.text))
    for (id, owner, part, title), order in zip(cards, _orders(len(cards)), strict=True):
        stage = stages[owner]
        records.append(
            Stage(
                id=id,
                order=order,
                actor=lane_id(stage.actor),
                phase=phase_id(stage.phase),
                column=columns[stage.phase, stage.column, part],
                title=_text(language, title),
            )
        )
    records += (
        Handover(
            id=edge.id,
            source=edge.source,
            target=edge.target,
            condition=_text(language, edge.name),
        )
        for edge in diagram.edges
    )
    return Pathway(records)


def _columns(
    diagram: Diagram, stages: Mapping[Id, Stage]
) -> Mapping[tuple[Id | None, int, Part], int]:
    """Return the column of each part beside the stages of a column, of those parts that are."""
    used = sorted(
        {
            (stages[node.stage].phase or "", stages[node.stage].column, node.part)
            for node in diagram.nodes
        }
    )
    found: dict[tuple[Id | None, int, Part], int] = {}
    count: dict[str, int] = {}
    for phase, column, part in used:
        found[phase or None, column, part] = count.get(phase, 0)
        count[phase] = count.get(phase, 0) + 1
    return found


def _orders(count: int) -> list[str]:
    return list(generate_n_keys_between(None, None, count))


def _text(language: str, words: str) -> dict[str, str]:
    return dict(with_language({}, language, words))
