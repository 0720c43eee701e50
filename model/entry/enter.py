"""From what a line says to the change that does it."""

from typing import NamedTuple

from model import edits
from model.cards import stages_by_card
from model.change import Add, Change, Op
from model.entry.line import Entry, existing
from model.entry.names import Found, NewName
from model.ids import Id, new_id
from model.messages import _
from model.order import last_order
from model.pathway import Cell, Pathway
from model.places import Places
from model.records import Actor, AnyRecord, Handover, Phase, Stage


def enter(
    pathway: Pathway, entry: Entry, language: str, *, after: Id | None, cell: Cell | None
) -> Change:
    """Do what the line says as one undo step; its first operation adds what was named.

    A new stage follows `after`, in the same lane and phase unless the line or `cell` says
    otherwise, in the next free column; a paper card only stands there. Empty when there is
    nothing to do: `why_nothing` says why.
    """
    if _taken(pathway, entry) is not None:
        return Change("")
    if entry.title:
        return sketch(pathway, entry, language, after=after, cell=cell)
    if entry.target is not None:
        source, target = existing(entry.source or after), existing(entry.target)
        if source is None or target is None or source == target:
            return Change("")
        return edits.connect(pathway, source, target)
    return _enter_names(pathway, entry, language)


def sketch(
    pathway: Pathway, entry: Entry, language: str, *, after: Id | None, cell: Cell | None
) -> Change:
    """Add the stage that the line speaks of, even while it has no title yet."""
    before = pathway.find(Stage, existing(entry.source or after))
    if entry.source is not None:
        cell = None
    actor, phase = (
        named(entry.actor, Actor, pathway, language),
        named(entry.phase, Phase, pathway, language),
    )
    lane, part, column = cell_after(pathway, before, cell)
    if actor.id is not None:
        lane = actor.id
    if phase.id is not None and phase.id != part:
        part, column = phase.id, 0
    places = Places(pathway)
    stage = Stage(
        id=new_id(),
        order=places.next_order(),
        actor=lane,
        phase=part,
        column=places.take(lane, part, column),
        title={language: entry.title} if entry.title else {},
        card_number=entry.card,
    )
    ops: list[Op] = [Add(stage), *actor.ops, *phase.ops]
    if before is not None and not is_from_the_wall(entry):
        ops.append(Add(Handover(id=new_id(), source=before.id, target=stage.id)))
    target = pathway.find(Stage, existing(entry.target))
    if target is not None:
        ops.append(Add(Handover(id=new_id(), source=stage.id, target=target.id)))
    return Change(edits.add(pathway, stage).label, tuple(ops))


def why_nothing(pathway: Pathway, entry: Entry, *, after: Id | None) -> str:
    """Return the sentence that says why `enter` has nothing to do, '' when it has something."""
    return why_not_this_card(pathway, entry) or _why_no_names(pathway, entry, after)


def _why_no_names(pathway: Pathway, entry: Entry, after: Id | None) -> str:
    if entry.title or isinstance(entry.actor, NewName) or isinstance(entry.phase, NewName):
        return ""
    if entry.target is None:
        return _name_missing(pathway, entry)
    source, target = (
        pathway.find(Stage, existing(entry.source or after)),
        pathway.find(Stage, existing(entry.target)),
    )
    if source is None or target is None:
        return _("Select first the stage that the handover leaves.")
    if source == target:
        return leads_to_itself()
    if any(arrow.target == target.id for arrow in pathway.leaving(source.id)):
        return _("These stages are joined already.")
    return ""


def is_from_the_wall(entry: Entry) -> bool:
    """Whether a line enters a paper card whose arrows are entered by lines of their own."""
    return bool(entry.card) and entry.source is None


def why_not_this_card(pathway: Pathway, entry: Entry) -> str:
    """Return what is wrong with the numbers of paper cards that a line names, '' when nothing."""
    if entry.no_card:
        return _(
            "There is no card {number} on the board yet. Enter it first: “{number}: name of the "
            "stage”."
        ).format(number=entry.no_card)
    if entry.no_arrow:
        return _("Write each arrow between cards on a line of its own, such as “12 -> 31”.")
    if entry.source is not None and entry.source == entry.target:
        return leads_to_itself()
    taken = _taken(pathway, entry)
    if taken is None:
        return ""
    return card_is_taken(entry.card, edits.name_of(taken))


def leads_to_itself() -> str:
    return _("A stage cannot lead to itself.")


def card_is_taken(number: int, title: str) -> str:
    return _("Card {number} is “{title}” already.").format(number=number, title=title)


def _taken(pathway: Pathway, entry: Entry) -> Stage | None:
    """Return the stage that has the card that the line gives to a new one."""
    if not entry.card:
        return None
    return pathway.find(Stage, stages_by_card(pathway).get(entry.card))


def _name_missing(pathway: Pathway, entry: Entry) -> str:
    for found in (entry.actor, entry.phase):
        if (record := pathway.get(existing(found) or "")) is not None:
            return _("“{name}” is there already. Write the name of a stage too.").format(
                name=edits.name_of(record)
            )
    return _("Write the name of a stage.")


def cell_after(pathway: Pathway, before: Stage | None, cell: Cell | None) -> Cell:
    """Return where to look for a free cell: from `cell` on, else after the stage `before`."""
    if cell is not None:
        return cell
    if before is not None:
        return before.actor, before.phase, before.column + 1
    actors, phases = pathway.actors, pathway.phases
    return actors[0].id if actors else None, phases[0].id if phases else None, 0


class NamedRecord(NamedTuple):
    """The id of what was named, and the operations that bring it about when it is new."""

    id: Id | None
    ops: tuple[Op, ...] = ()


def named(
    found: Found | None, kind: type[Actor | Phase], pathway: Pathway, language: str
) -> NamedRecord:
    if not isinstance(found, NewName):
        return NamedRecord(found if found in pathway else None)
    order, name = last_order(pathway.of(kind)), {language: found.words}
    record: AnyRecord = (
        Actor(id=new_id(), order=order, name=name)
        if kind is Actor
        else Phase(id=new_id(), order=order, title=name)
    )
    return NamedRecord(record.id, (Add(record),))


def _enter_names(pathway: Pathway, entry: Entry, language: str) -> Change:
    ops = (
        *named(entry.actor, Actor, pathway, language).ops,
        *named(entry.phase, Phase, pathway, language).ops,
    )
    if not ops or not isinstance(ops[0], Add):
        return Change("")
    return Change(edits.add(pathway, ops[0].record).label, ops)
