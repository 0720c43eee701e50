"""A file of ours that comes back: the pathway that it carries, with what was changed in the tool.

What the diagram shows wins over what is carried beside it. What was changed is the difference
between what the diagram showed when it was given away and what it shows now, both read as any
other tool's diagram is. Without a difference the pathway comes back as it was; each difference is
taken in or told.
"""

import re
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from exporters.bpmn.carried import Carried, carried_in, is_carrying
from exporters.bpmn.columns_kept import columns
from exporters.bpmn.flow import HANDOVER, record_beside
from exporters.bpmn.pools import pool_is_fixed
from exporters.bpmn.reading.foreign import WHOLE, Element, Mapped, mapped
from exporters.bpmn.reading.source import tree
from exporters.bpmn.recognising import known_again
from exporters.bpmn.tasks import element_of
from exporters.bpmn.untold import TAKEN_WHERE_BLANK, lanes_reordered, untold
from exporters.importer import Imported
from model.change import Add, Change, Op, Remove, Set
from model.describe import caption, kind_of
from model.file import UnreadableFileError
from model.ids import Id
from model.integrity import loose_ends
from model.messages import _
from model.order import last_order
from model.pathway import Pathway
from model.records import Actor, AnyRecord, Handover, PathwayInfo, Phase, Record, Stage
from model.text import quoted, with_language

_SHOWN: Mapping[type[Record], tuple[str, ...]] = {
    PathwayInfo: ("title",),
    Phase: ("title",),
    Actor: ("name", "organisation"),
    Stage: ("title", "start", "actor", "phase"),
    Handover: ("source", "target", "flow", "condition"),
}
"""What a diagram shows of records, and what so may be changed in it."""

_OUR_POOL = re.compile(r"pool-\d+")


def returned(data: bytes, language: str) -> Imported:
    """Read a BPMN file of any tool.

    Raises UnreadableFileError, one sentence.
    """
    root = tree(data)
    carried = carried_in(root)
    if carried is None:
        found = mapped(root, language)
        if found.is_empty:
            raise UnreadableFileError(
                _(
                    "There is no process in the file: export the diagram from its tool and try "
                    "again."
                )
            )
        lost = _("What Ketjupaja had put into the file can no longer be read.")
        left_out = (lost, *found.left_out) if is_carrying(root) else found.left_out
        return Imported(found.pathway, left_out)
    return _Return(carried, mapped(root, carried.language)).imported()


class _Return:
    """One diagram that came back: what it showed `before`, and what it shows now."""

    def __init__(self, carried: Carried, now: Mapped) -> None:
        self._language = carried.language
        self._home = carried.pathway
        self._before = _of(self._home, carried.shown)
        shows = _of(self._home, now.pathway)
        self._now, drawn_as = known_again(self._before, shows, carried.language)
        self._left, self._cut = now.left, now.cut
        self._elements = {id: now.elements.get(drawn_as.get(id, id)) for id in self._now}

    def imported(self) -> Imported:
        ops = [*self._gone(), *self._new(), *self._changed()]
        left_out = (*self._left_out(), *self._removed(), *self._untold())
        if not ops:
            return Imported(self._home, left_out, self._home)
        after, done = Change("", tuple(ops)).applied_to(self._home)
        after, _tidied = loose_ends(after, done).applied_to(after)
        return Imported(after, left_out, self._home)

    def _left_out(self) -> Iterator[str]:
        """Say what was left out besides our own gateways, events and pools, that no longer lead."""
        for left in self._left:
            if not self._is_beside(left.element) and not self._is_rest_of_handover(left.element):
                yield left.words
        for id in self._now.keys() - self._before.keys():
            yield from filter(None, [self._cut.get(id, "")])

    def _is_beside(self, element: str) -> bool:
        """Whether an element was made by us and stands for no record."""
        return record_beside(element) in self._home or bool(_OUR_POOL.fullmatch(element))

    def _is_rest_of_handover(self, element: str) -> bool:
        """Whether a flow is what is left of a handover that goes, which is told with its stage."""
        id = element.removeprefix(HANDOVER)
        return id != element and id in self._home and id not in self._now

    def _gone(self) -> Iterator[Op]:
        for id in sorted(self._before.keys() - self._now.keys()):
            if id in self._home:
                yield Remove(self._home[id])

    def _removed(self) -> Iterator[str]:
        """Say which records go; of handovers those whose stages stay."""
        gone = [op.record for op in self._gone() if isinstance(op, Remove)]
        ids = {record.id for record in gone}
        for record in gone:
            if isinstance(record, Handover) and ids & {record.source, record.target}:
                continue
            name = quoted(caption(record, self._home, self._language))
            yield _("No longer in the diagram, so removed: {kind} “{name}”.").format(
                kind=kind_of(record).lower(), name=name
            )

    def _new(self) -> Iterator[Op]:
        orders: dict[type[Record], str] = {}
        after = self._now
        where = columns(self._home, self._before, after)
        added = self._added()
        for id in sorted(added, key=lambda id: isinstance(after[id], Handover)):
            record = after[id]
            if isinstance(record, Actor) and record.organisation == after.info.title:
                record = replace(record, organisation={})  # the pool of those without one
            if isinstance(record, Stage):
                record = replace(
                    record,
                    actor=self._at_home(record.actor),
                    phase=self._at_home(record.phase),
                    column=where.get(id, record.column),
                )
            if isinstance(record, Handover) and not self._stands(record, added):
                continue
            if isinstance(record, Stage | Actor | Phase):
                kind = type(record)
                others = [*self._home.of(kind)]
                if kind in orders:
                    others.append(replace(record, order=orders[kind]))
                orders[kind] = last_order(sorted(others, key=lambda each: each.order))
                record = replace(record, order=orders[kind])
            yield Add(record)

    def _added(self) -> set[Id]:
        """Return what others have drawn; an end of ours may have become a stage beside it."""
        new = self._now.keys() - self._before.keys() - self._home.keys()
        elements = {id: self._element(id).id for id in new}
        return {id for id in new if elements[id] != WHOLE and not self._is_beside(elements[id])}

    def _element(self, id: Id) -> Element:
        return self._elements.get(id) or Element("", "")

    def _stands(self, arrow: Handover, added: set[Id]) -> bool:
        """Whether both ends are, or become, stages: ends of ours are none."""
        return all(end in self._home or end in added for end in (arrow.source, arrow.target))

    def _at_home(self, id: Id | None) -> Id | None:
        """Return the lane or phase, None for what only the diagram has for those without one."""
        if id is None or id in self._home:
            return id
        return None if id in self._before or self._element(id).id == WHOLE else id

    def _changed(self) -> Iterator[Op]:
        after = self._now
        where = columns(self._home, self._before, after)
        for id, record in after.items():
            home, then = self._home.get(id), self._before.get(id)
            if home is None or type(home) is not type(record) or type(then) is not type(record):
                continue
            for field in self._taken(home, then, record):
                yield from self._set(home, field, getattr(then, field), getattr(record, field))
            if isinstance(home, Stage) and where.get(id, home.column) != home.column:
                yield Set(id, "column", home.column, where[id])

    def _taken(self, home: AnyRecord, then: AnyRecord, now: AnyRecord) -> Iterator[str]:
        """Yield the fields whose changes are taken in: what the home record would lose is not."""
        for field in _SHOWN.get(type(home), ()):
            if field != "organisation" or self._is_organisation(home, then, now):
                yield field
        for field, said_by_us in TAKEN_WHERE_BLANK.get(type(home), {}).items():
            is_new = said_by_us or not getattr(then, field)
            if is_new and getattr(now, field) and not getattr(home, field):
                yield field

    def _is_organisation(self, home: AnyRecord, then: AnyRecord, now: AnyRecord) -> bool:
        """Whether the name of a lane's pool says whose the lane is."""
        if not (isinstance(home, Actor) and isinstance(then, Actor) and isinstance(now, Actor)):
            return False
        return not pool_is_fixed(home) and now.name != then.organisation

    def _set(self, home: AnyRecord, field: str, then: object, now: object) -> Iterator[Op]:
        if then == now:
            return
        before = getattr(home, field)
        if field == "organisation" and now == self._now.info.title:
            now = {}  # the pool of those without one is called as the pathway
        if isinstance(before, Mapping):
            words = now.get(self._language, "") if isinstance(now, Mapping) else ""
            now = with_language(before, self._language, words)
        elif field in {"actor", "phase"}:
            now = self._at_home(now if isinstance(now, str) else None)
        elif field in {"source", "target"} and now not in self._home | self._now.keys():
            return
        if now != before:
            yield Set(home.id, field, before, now)

    def _untold(self) -> Iterator[str]:
        for id, now in self._now.items():
            then, home = self._before.get(id), self._home.get(id)
            if then is None or type(then) is not type(now):
                continue
            record, taken = then, set[str]()
            if home is not None and type(home) is type(now):
                record, taken = home, set(self._taken(home, then, now))
            what = [*untold(then, now, taken), *self._type_changed(home, now)]
            if what:
                name = quoted(caption(record, self._home, self._language))
                yield _("“{name}” was changed in the diagram, but left out: {what}.").format(
                    name=name, what=", ".join(what)
                )
        yield from lanes_reordered(self._before, self._now, self._home)

    def _type_changed(self, home: AnyRecord | None, now: AnyRecord) -> Iterator[str]:
        if isinstance(home, Stage) and self._element(now.id).tag != element_of(self._home, home):
            yield _("type of the task")


def _of(home: Pathway, diagram: Pathway) -> Pathway:
    """Return what a diagram shows as the pathway's own: no element has a pathway's id."""
    info = replace(diagram.info, id=home.info.id)
    return diagram.replacing({diagram.info.id: None, info.id: info})
