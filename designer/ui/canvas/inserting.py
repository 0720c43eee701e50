"""Putting a stage between two others: a new one by key, one that exists by dropping it there."""

from typing import TYPE_CHECKING

from designer.ui.canvas.descriptions import called
from designer.ui.canvas.hits import LINE_REACH, arrow_at
from designer.ui.canvas.moves import move_stages
from model import arrange, edits
from model.change import Change
from model.ids import Id
from model.layout.geometry import Point
from model.messages import _
from model.pathway import Cell, Pathway
from model.records import Handover, Stage

if TYPE_CHECKING:
    from designer.ui.canvas.view import BoardView


def insert(view: "BoardView") -> None:
    """Ask for the name of a stage on the selected handover, between its two stages."""
    arrow = arrow_to_split(view)
    if arrow is None:
        view.say(_("Select the handover that the new stage comes onto."))
        return
    handover = arrow.id
    view.naming.draft(lambda pathway, title: arrange.insert_between(pathway, handover, title))


def arrow_to_split(view: "BoardView") -> Handover | None:
    """Return the selected handover, or the only one that leaves the selected stage."""
    pathway, focused = view.document.pathway, view.selection.focused
    arrow = pathway.find(Handover, focused)
    if arrow is None and pathway.find(Stage, focused) is not None:
        leaving = pathway.leaving(focused or "")
        arrow = leaving[0] if len(leaving) == 1 else None
    return arrow


def arrow_for(view: "BoardView", stage: Id, place: Point) -> Id | None:
    """Return the handover under the pointer that a dragged stage can be put onto."""
    reach = LINE_REACH / view.camera.zoom
    arrow = arrow_at(view.board_scene.near(place, reach), place, reach)
    if arrow is None or not arrange.put_between(view.document.pathway, arrow, stage):
        return None
    return arrow


def put(pathway: Pathway, handover: Id, stage: Id, cell: Cell | None) -> Change:
    """Put a stage onto a handover and into a cell, as one act."""
    between = arrange.put_between(pathway, handover, stage)
    if cell is None or not between:
        return between
    following, _done = between.applied_to(pathway)
    return edits.together(between.label, (between, move_stages(following, {stage: cell})))


def describe_put(pathway: Pathway, handover: Id, stage: Id, language: str) -> str:
    """Say what dropping a stage onto a handover would do."""
    arrow = pathway.find(Handover, handover)
    if arrow is None:
        return ""
    return _("Put “{title}” between “{source}” and “{target}”").format(
        title=called(pathway[stage], language),
        source=called(pathway[arrow.source], language),
        target=called(pathway[arrow.target], language),
    )
