"""A clip's records on their way into a pathway."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from model.change import Add, Change
from model.clip.clipped import Clip, Surroundings, clip_of, linked
from model.edits import name_of
from model.ids import Id, new_id
from model.integrity import led_elsewhere, loose_ends
from model.messages import _, ngettext
from model.order import Order, last_order, order_at
from model.pathway import Cell, Pathway
from model.places import Places
from model.records import Actor, AnyRecord, Channel, Handover, Note, Phase, Stage

_NOWHERE = "-"  # no record has this id: integrity lets go of what links to it


def paste(pathway: Pathway, clip: Clip, cell: Cell | None) -> Change:
    """Put copies into the pathway; the first operation adds the first stage, if there is one.

    All copies have new ids. Actors, phases and channels are those of the same id, else of the
    same name, else they are brought along. The first stage goes to `cell`, the others keep
    their distance from it; without `cell` they keep their lanes and phases. Whose cell is taken
    goes to the next free one.
    """
    ops = _Copies(pathway, clip).ops(cell)
    if len(clip.copied) == 1:
        return Change(_("Paste “{name}”").format(name=_name(clip.copied[0])), ops)
    label = ngettext("Paste {count} thing", "Paste {count} things", len(ops))
    return Change(label.format(count=len(ops)), ops)


def duplicate(pathway: Pathway, ids: Iterable[Id]) -> Change:
    """Put copies beside the originals, in the next free cells.

    A lane or phase that is among them gets a twin after it, with the copies of its stages.
    """
    clip = clip_of(pathway, ids)
    twins = [record for record in clip.copied if isinstance(record, Actor | Phase)]
    ops = _Copies(pathway, clip, twins).ops(None)
    if len(clip.copied) == 1:
        return Change(_("Duplicate “{name}”").format(name=_name(clip.copied[0])), ops)
    label = ngettext("Duplicate {count} thing", "Duplicate {count} things", len(ops))
    return Change(label.format(count=len(ops)), ops)


def _name(record: AnyRecord) -> str:
    return name_of(record) or _("(no name)")


def same_in(pathway: Pathway, record: Surroundings) -> Id | None:
    """Return the actor, phase or channel of the pathway that is the same: by id, else by name."""
    if type(pathway.get(record.id)) is type(record):
        return record.id
    names = _names(record)
    for other in pathway.of(type(record)):
        if names & _names(other) and getattr(other, "kind", None) == getattr(record, "kind", None):
            return other.id
    return None


def _names(record: Surroundings) -> frozenset[str]:
    text = record.title if isinstance(record, Phase) else record.name
    return frozenset(" ".join(words.split()).casefold() for words in text.values())


class _Copies:
    """`_ids` leads from the clip's ids to those of copies and of what the pathway has already.

    `twins` come to be a second time even where the pathway has them.
    """

    def __init__(self, pathway: Pathway, clip: Clip, twins: Sequence[Actor | Phase] = ()) -> None:
        self._pathway = pathway
        self._clip = clip
        self._twins = {twin.id for twin in twins}
        self._places = Places(pathway)
        self._named = [
            record
            for record in (*clip.copied, *clip.around)
            if isinstance(record, Actor | Phase | Channel)
        ]
        self._ids = {
            record.id: found
            for record in self._named
            if record.id not in self._twins and (found := same_in(pathway, record)) is not None
        }
        self._unknown = [record for record in self._named if record.id not in self._ids]
        for record in (*clip.copied, *self._unknown):
            self._ids.setdefault(record.id, new_id())

    def ops(self, cell: Cell | None) -> tuple[Add, ...]:
        copies = [*self._stages(cell), *self._handovers_and_notes()]
        used = linked(copies) | {self._ids[record.id] for record in self._clip.copied}
        return self._whole([*copies, *self._brought_along(used)])

    def _whole(self, records: Sequence[AnyRecord]) -> tuple[Add, ...]:
        """Let go of the links that lead out of the clip."""
        following, done = Change("", tuple(map(Add, records))).applied_to(self._pathway)
        following, _done = loose_ends(following, done).applied_to(following)
        return tuple(Add(following[record.id]) for record in records if record.id in following)

    def _stages(self, cell: Cell | None) -> list[Stage]:
        stages = [record for record in self._clip.copied if isinstance(record, Stage)]
        if not stages:
            return []
        spots = _Spots(self._pathway, self._places, self._cell(stages[0]), cell)
        return [self._stage(stage, spots.cell_for(self._cell(stage))) for stage in stages]

    def _cell(self, stage: Stage) -> Cell:
        """Return the stage's cell in the words of the pathway."""
        lanes = {record.id for record in self._named if isinstance(record, Actor)}
        phases = {record.id for record in self._named if isinstance(record, Phase)}
        return (
            self._ids[stage.actor] if stage.actor in lanes else None,
            self._ids[stage.phase] if stage.phase in phases else None,
            stage.column,
        )

    def _stage(self, stage: Stage, cell: Cell) -> Stage:
        copy = led_elsewhere(replace(stage, actor=None, phase=None), self._inside)
        return replace(
            copy,
            id=self._ids[stage.id],
            order=self._places.next_order(),
            actor=cell[0],
            phase=cell[1],
            column=cell[2],
            card_number=0,  # the paper card is the original's
        )

    def _handovers_and_notes(self) -> list[Handover | Note]:
        copies: list[Handover | Note] = []
        notes: list[Note] = list(self._pathway.of(Note)[-1:])
        for record in self._clip.copied:
            if isinstance(record, Handover):
                copies.append(replace(led_elsewhere(record, self._inside), id=self._ids[record.id]))
            elif isinstance(record, Note):
                led = led_elsewhere(record, self._inside_or_there)
                # What a merge left to settle is settled on the original.
                fresh = {"id": self._ids[record.id], "order": last_order(notes), "clash": ""}
                notes.append(replace(led, **fresh))
                copies.append(notes[-1])
        return copies

    def _brought_along(self, used: Iterable[Id]) -> list[AnyRecord]:
        """Return what the copies need and the pathway lacks, after all that it has."""
        brought: list[AnyRecord] = []
        ends: dict[type, tuple[Surroundings, ...]] = {
            Actor: self._pathway.actors[-1:],
            Phase: self._pathway.phases[-1:],
            Channel: self._pathway.channels[-1:],
        }
        needed = frozenset(used)
        for record in self._unknown:
            if self._ids[record.id] not in needed:
                continue
            copy = replace(
                led_elsewhere(record, self._inside_or_there),
                id=self._ids[record.id],
                order=last_order(ends[type(record)]),
            )
            if record.id in self._twins:
                copy = replace(copy, order=self._after(record))
            else:
                ends[type(record)] = (copy,)
            brought.append(copy)
        return brought

    def _after(self, original: Surroundings) -> Order:
        others = self._pathway.of(type(original))
        return order_at([other.id for other in others].index(original.id) + 1, others)

    def _inside(self, id: Id) -> Id:
        """Lead to the copy; stages and handovers outside the clip are none of its business."""
        if id not in self._ids and isinstance(self._pathway.get(id), Stage | Handover):
            return _NOWHERE
        return self._ids.get(id, id)

    def _inside_or_there(self, id: Id) -> Id:
        return self._ids.get(id, id)


class _Spots:
    """Where copies go: the first to its cell, the others at their distance from it."""

    def __init__(self, pathway: Pathway, places: Places, first: Cell, target: Cell | None) -> None:
        self._places = places
        self._first = first
        self._lanes = _Shift([actor.id for actor in pathway.actors], first[0])
        self._phases = _Shift([phase.id for phase in pathway.phases], first[1])
        self._columns = 0
        self._taken: dict[Cell, Cell] = {}
        actor, phase, column = target or first
        self._lanes.to(actor)
        self._phases.to(phase)
        self._columns = column - first[2]
        self._columns = self.cell_for(first)[2] - first[2]

    def cell_for(self, cell: Cell) -> Cell:
        """Return the cell for a copy; copies from one cell share the new one."""
        if cell not in self._taken:
            actor, phase = self._lanes.moved(cell[0]), self._phases.moved(cell[1])
            columns = self._columns if cell[1] == self._first[1] else 0
            column = self._places.take(actor, phase, cell[2] + columns)
            self._taken[cell] = actor, phase, column
        return self._taken[cell]


class _Shift:
    """How far lanes or phases are moved; who would leave the board stays."""

    def __init__(self, all_ids: Sequence[Id], first: Id | None) -> None:
        self._all = all_ids
        self._first = first
        self._target = first

    def to(self, target: Id | None) -> None:
        self._target = target

    def moved(self, id: Id | None) -> Id | None:
        if id == self._first:
            return self._target
        if not {id, self._first, self._target} <= set(self._all):
            return id
        distance = self._all.index(self._target) - self._all.index(self._first)
        place = self._all.index(id) + distance
        return self._all[place] if 0 <= place < len(self._all) else id
