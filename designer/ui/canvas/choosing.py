"""Selecting many at once: on from the last one by keys, or all that belong together."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from designer.ui.canvas.grid import Direction, neighbour_card
from designer.ui.canvas.selection import ON_BOARD
from model.ids import Id
from model.messages import _
from model.pathway import Pathway
from model.records import Actor, Phase, Stage

if TYPE_CHECKING:
    from designer.ui.canvas.view import BoardView


def extend(view: "BoardView", direction: Direction) -> None:
    """Select the neighbour that way as well; the way back takes the last one out again."""
    focused = view.selection.focused
    there = _neighbour(view, focused, direction) if focused is not None else None
    if there is None:
        return
    ids = view.selection.ids
    if len(ids) > 1 and there == ids[-2]:
        view.select(ids[:-1])
    else:
        view.select((*(id for id in ids if id != there), there))
    view.bring_into_sight(there)


def _neighbour(view: "BoardView", id: Id | None, direction: Direction) -> Id | None:
    match view.pathway.get(id or ""):
        case Stage() as stage:
            cards = [card for card in view.board.cards.values() if not card.folded]
            card = neighbour_card(cards, view.board.cards[stage.id].box, direction)
            return card.id if card else None
        case Actor() if not direction.is_sideways:
            return _beside([actor.id for actor in view.pathway.actors], id, direction)
        case Phase() if direction.is_sideways:
            return _beside([phase.id for phase in view.pathway.phases], id, direction)
        case _:
            return None


def _beside(ids: list[Id], id: Id | None, direction: Direction) -> Id | None:
    place = ids.index(id or "") + direction.step
    return ids[place] if 0 <= place < len(ids) else None


def stages_of(pathway: Pathway, owner: Id | None) -> list[Id]:
    """Return the stages of an actor or a phase, in reading order."""
    return [stage.id for stage in pathway.stages if owner in (stage.actor, stage.phase)]


def choose_stages_of_actor(view: "BoardView") -> None:
    """Select all stages of the actor selected, or of the actor of the selected stage."""
    _choose_stages_of(view, _owners(view, Actor), _("Select a stage or an actor first."))


def choose_stages_of_phase(view: "BoardView") -> None:
    """Select all stages of the phase selected, or of the phase of the selected stage."""
    _choose_stages_of(view, _owners(view, Phase), _("Select a stage or a phase first."))


def _owners(view: "BoardView", kind: type[Actor | Phase]) -> list[Id]:
    pathway = view.pathway
    owners = []
    for id in view.selection.ids:
        match pathway[id]:
            case Stage() as stage:
                owners.append(stage.actor if kind is Actor else stage.phase)
            case Actor() | Phase() as owner if isinstance(owner, kind):
                owners.append(owner.id)
    return [owner for owner in dict.fromkeys(owners) if owner is not None]


def _choose_stages_of(view: "BoardView", owners: list[Id], otherwise: str) -> None:
    if not owners:
        view.say(otherwise)
        return
    chosen = [id for owner in owners for id in stages_of(view.pathway, owner)]
    if chosen:
        view.select(chosen)
    else:
        view.say(_("There are no stages here yet."))


def choose(view: "BoardView", ids: Iterable[Id]) -> None:
    """Select what the board shows of `ids`, such as all that a rule has found."""
    chosen = tuple(id for id in ids if isinstance(view.pathway.get(id), ON_BOARD))
    view.select(chosen)
    if chosen:
        view.bring_into_sight(chosen[0])
