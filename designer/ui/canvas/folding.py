"""Folding lanes and phases away and back. What is folded belongs to the window, not the file."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from designer.ui.canvas.choosing import stages_of
from designer.ui.canvas.descriptions import called
from model.ids import Id
from model.messages import _, ngettext
from model.pathway import Pathway
from model.records import Actor, Handover, Phase, Stage

if TYPE_CHECKING:
    from designer.ui.canvas.view import BoardView


def toggle_selected(view: "BoardView") -> None:
    """Fold the lanes and phases selected, or unfold them when all are folded."""
    pathway = view.document.pathway
    headers = [id for id in view.selection.ids if isinstance(pathway.get(id), Actor | Phase)]
    if headers:
        toggle(view, headers)
    else:
        view.say(_("Select the name of an actor or a phase to fold it."))


def toggle(view: "BoardView", headers: Iterable[Id]) -> None:
    ids = frozenset(headers)
    if ids <= view.shown.folded:
        _show(view, view.shown.folded - ids)
        view.say(_("Unfolded: {names}").format(names=_names(view, ids)))
    else:
        _show(view, view.shown.folded | ids)
        count = len({id for header in ids for id in stages_of(view.document.pathway, header)})
        view.say(
            ngettext(
                "Folded: {names}, {count} stage. Press F to unfold.",
                "Folded: {names}, {count} stages. Press F to unfold.",
                count,
            ).format(names=_names(view, ids), count=count)
        )


def unfold_all(view: "BoardView") -> None:
    _show(view, frozenset())


def unfold_around(view: "BoardView", id: Id) -> None:
    """Unfold what hides a stage, or either end of a handover."""
    hiding = frozenset(_around(view.pathway, id)) & view.shown.folded
    if hiding:
        _show(view, view.shown.folded - hiding)


def _around(pathway: Pathway, id: Id) -> set[Id]:
    match pathway.get(id):
        case Stage() as stage:
            return {owner for owner in (stage.actor, stage.phase) if owner is not None}
        case Handover() as arrow:
            return _around(pathway, arrow.source) | _around(pathway, arrow.target)
        case _:
            return set()


def _show(view: "BoardView", folded: frozenset[Id]) -> None:
    known = frozenset(id for id in folded if id in view.document.pathway)
    view.show_only(view.shown._replace(folded=known))


def _names(view: "BoardView", ids: frozenset[Id]) -> str:
    pathway = view.document.pathway
    named = [
        _("“{name}”").format(name=called(actor, view.language))
        for actor in pathway.actors
        if actor.id in ids
    ]
    named += [
        _("“{name}”").format(name=called(phase, view.language))
        for phase in pathway.phases
        if phase.id in ids
    ]
    return ", ".join(named)
