"""Changes that the board makes of several verbs; each is one act with one name."""

from collections.abc import Mapping

from model import edits
from model.change import Change
from model.ids import Id
from model.messages import ngettext
from model.pathway import Cell, Pathway
from model.records import Stage


def move_stages(pathway: Pathway, cells: Mapping[Id, Cell]) -> Change:
    """Move stages to cells. Each verb reads what the ones before it have done."""
    changes: list[Change] = []
    following = pathway
    for id, (actor, phase, column) in cells.items():
        change = edits.move_stage(following, id, actor=actor, phase=phase, column=column)
        following, done = change.applied_to(following)
        if done:
            changes.append(done)
    if len(changes) == 1:
        return changes[0]
    label = ngettext("Move {count} stage", "Move {count} stages", len(changes)).format(
        count=len(changes)
    )
    return edits.together(label, changes)


def restack(pathway: Pathway, id: Id, before: Id | None) -> Change:
    """Put a stage above another one of its cell, or with None below all of them.

    Empty when it stands there already.
    """
    stage = pathway.find(Stage, id)
    if stage is None:
        return Change("")
    stack = [other.id for other in pathway.in_cell(stage.actor, stage.phase, stage.column)]
    after = dict(zip(stack, [*stack[1:], None], strict=True))
    if after[id] == before:
        return Change("")
    others = [other.id for other in pathway.of(Stage) if other.id != id]
    place = others.index(stack[-1]) + 1 if before is None else others.index(before)
    return edits.move_to_place(pathway, id, place)


def joined_already(pathway: Pathway, source: Id, target: Id) -> bool:
    return any(arrow.target == target for arrow in pathway.leaving(source))
