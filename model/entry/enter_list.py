"""From a list that was read to the one change that enters it."""

from collections.abc import Sequence

from model import edits
from model.change import Add, Change, Op
from model.entry.enter import cell_after, is_from_the_wall
from model.entry.line import existing
from model.entry.listed import Listed, ListedKind
from model.entry.names import Found, NewName
from model.ids import Id, new_id
from model.messages import ngettext
from model.order import last_order
from model.pathway import Cell, Pathway
from model.places import Places
from model.records import Actor, Handover, Phase, Stage


def enter_list(
    pathway: Pathway,
    listed: Sequence[Listed],
    language: str,
    *,
    after: Id | None,
    cell: Cell | None,
) -> Change:
    """Enter a list as one undo step; its first operation adds the first stage, if there is one.

    Each stage stands in the next free column after those that it follows. Branches of one stage
    in the same lane and phase stand in one cell.
    """
    return _Entering(pathway, language).enter(listed, after, cell)


class _Entering:
    def __init__(self, pathway: Pathway, language: str) -> None:
        self._pathway = pathway
        self._language = language
        self._places = Places(pathway)
        self._new: dict[tuple[type, str], Actor | Phase] = {}
        self._stages: dict[int, Stage] = {}
        self._titles: dict[str, Id] = {}
        self._cards: dict[int, Id] = {}
        self._branches: dict[tuple[object, ...], int] = {}
        self._joined: dict[tuple[Id, Id], Handover] = {}

    def enter(self, listed: Sequence[Listed], after: Id | None, cell: Cell | None) -> Change:
        first = self._pathway.find(Stage, after)
        for place, item in enumerate(listed):
            if item.kind is ListedKind.LEFT_OUT:
                continue
            actor, phase = self._id(item.entry.actor, Actor), self._id(item.entry.phase, Phase)
            if item.kind is ListedKind.STAGE:
                before = self._before(item)
                if not before and not self._stages and item.entry.source is None:
                    before = [] if first is None or is_from_the_wall(item.entry) else [first]
                    start = cell_after(self._pathway, first, cell)
                else:
                    start = self._start(before)
                self._add(place, item, (actor, phase), before, start)
        self._join_all(listed, first)
        return self._change()

    def _id(self, found: Found | None, kind: type[Actor | Phase]) -> Id | None:
        if not isinstance(found, NewName):
            return found if found in self._pathway else None
        key = kind, found.words.casefold()
        if key not in self._new:
            self._new[key] = self._made(found, kind)
        return self._new[key].id

    def _made(self, name: NewName, kind: type[Actor | Phase]) -> Actor | Phase:
        others = [
            *self._pathway.of(kind),
            *(new for new in self._new.values() if type(new) is kind),
        ]
        order, text = last_order(others), {self._language: name.words}
        if kind is Actor:
            return Actor(id=new_id(), order=order, name=text)
        return Phase(id=new_id(), order=order, title=text)

    def _before(self, item: Listed) -> list[Stage]:
        source = self._pathway.find(Stage, existing(item.entry.source))
        if source is not None:
            return [source]
        return [self._stages[place] for place in item.follows if place in self._stages]

    def _start(self, before: Sequence[Stage]) -> Cell:
        """Return where to look for a free cell: after all stages that lead here."""
        if not before:
            last = self._stages[max(self._stages)] if self._stages else None
            return cell_after(self._pathway, last, None)
        main = before[0]
        return (
            main.actor,
            main.phase,
            1 + max(stage.column for stage in before if stage.phase == main.phase),
        )

    def _add(
        self,
        place: int,
        item: Listed,
        named_cell: tuple[Id | None, Id | None],
        before: Sequence[Stage],
        start: Cell,
    ) -> None:
        actor = named_cell[0] or start[0]
        phase = named_cell[1] or start[1]
        column = start[2]
        if phase != start[1]:
            column = 1 + max((each.column for each in before if each.phase == phase), default=-1)
        branch = (item.level, item.follows, actor, phase)
        if item.level and branch in self._branches:
            column = self._branches[branch]
        else:
            column = self._branches[branch] = self._places.take(actor, phase, column)
        stage = Stage(
            id=new_id(),
            order=self._places.next_order(),
            actor=actor,
            phase=phase,
            column=column,
            title={self._language: item.entry.title},
            card_number=item.entry.card,
        )
        self._stages[place] = stage
        self._titles.setdefault(item.entry.title.casefold(), stage.id)
        self._cards.setdefault(item.entry.card, stage.id)
        for each in before:
            self._join(each.id, stage.id)

    def _join(self, source: Id, target: Id) -> None:
        joined = any(arrow.target == target for arrow in self._pathway.leaving(source))
        if source != target and not joined and (source, target) not in self._joined:
            self._joined[source, target] = Handover(id=new_id(), source=source, target=target)

    def _join_all(self, listed: Sequence[Listed], first: Stage | None) -> None:
        """Lead handovers from and to the stages that lines name; these may stand further down."""
        for place, item in enumerate(listed):
            source = self._stage_called(item.entry.source)
            if place in self._stages:
                own = self._stages[place].id
                if source is not None:
                    self._join(source, own)
                sources = [own]
            elif item.entry.source is not None:
                sources = [] if source is None else [source]
            else:
                sources = [stage.id for stage in self._before(item)]
                if not sources and first is not None:
                    sources = [first.id]
            target = self._stage_called(item.entry.target)
            if target is not None:
                for each in sources:
                    self._join(each, target)

    def _stage_called(self, found: Found | None) -> Id | None:
        if not isinstance(found, NewName):
            return found if found in self._pathway else None
        if found.card:
            return self._cards.get(found.card)
        return self._titles.get(found.words.casefold())

    def _change(self) -> Change:
        records = [*self._stages.values(), *self._new.values(), *self._joined.values()]
        if not records:
            return Change("")
        if len(self._stages) == 1 or not self._stages:
            label = edits.add(self._pathway, records[0]).label
        else:
            label = ngettext("Add {count} stage", "Add {count} stages", len(self._stages)).format(
                count=len(self._stages)
            )
        ops: tuple[Op, ...] = tuple(map(Add, records))
        return Change(label, ops)
