"""A file of ours that comes back: the pathway that it carries, with what was changed in the tool.

What the diagram shows wins over what is carried beside it. What was changed is the difference
between what the diagram showed when it was given away and what it shows now, both read as any
other tool's diagram is. Without a difference the pathway comes back as it was.
"""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from exporters.bpmn.carried import Carried, carried_in, is_carrying
from exporters.bpmn.columns_kept import columns
from exporters.bpmn.reading.foreign import Mapped, mapped
from exporters.bpmn.reading.source import tree
from exporters.importer import Imported
from model.change import Add, Change, Op, Remove, Set
from model.edits import name_of
from model.ids import Id
from model.integrity import led_elsewhere, loose_ends
from model.messages import _
from model.order import last_order
from model.pathway import Pathway
from model.records import Actor, AnyRecord, Handover, Phase, Record, Stage
from model.text import quoted, with_language

_SHOWN: Mapping[type[Record], tuple[str, ...]] = {
    Phase: ("title",),
    Actor: ("name",),
    Stage: ("title", "start", "actor", "phase"),
    Handover: ("source", "target", "flow", "condition"),
}
"""What a diagram shows of records, and what so may be changed in it."""

_TEXTS = {"title", "name", "condition"}


def returned(data: bytes, language: str) -> Imported:
    """Read a BPMN file of any tool.

    Raises UnreadableFileError, one sentence.
    """
    root = tree(data)
    carried = carried_in(root)
    if carried is None:
        found = mapped(root, language)
        lost = _("What Ketjupaja had put into the file can no longer be read.")
        left_out = (lost, *found.left_out) if is_carrying(root) else found.left_out
        return Imported(found.pathway, left_out)
    return _Return(carried, mapped(root, carried.language)).imported()


class _Return:
    """One diagram that came back: what it showed `before`, and what it shows now."""

    def __init__(self, carried: Carried, now: Mapped) -> None:
        self._language = carried.language
        self._home, self._before = carried.pathway, carried.shown
        self._now, self._left_out = _known_again(carried.shown, now.pathway), now.left_out

    def imported(self) -> Imported:
        ops = [*self._gone(), *self._new(), *self._changed()]
        left_out = (*self._left_out, *self._untold())
        if not ops:
            return Imported(self._home, left_out, self._home)
        after, done = Change("", tuple(ops)).applied_to(self._home)
        after, _tidied = loose_ends(after, done).applied_to(after)
        return Imported(after, left_out, self._home)

    def _gone(self) -> Iterator[Op]:
        for id in sorted(self._before.keys() - self._now.keys()):
            if id in self._home:
                yield Remove(self._home[id])

    def _new(self) -> Iterator[Op]:
        orders: dict[type[Record], str] = {}
        after = self._now
        where = columns(self._home, self._before, after)
        added = [id for id in after if id not in self._before and id not in self._home]
        for id in sorted(added, key=lambda id: isinstance(after[id], Handover)):
            record = after[id]
            if isinstance(record, Stage):
                record = replace(
                    record,
                    actor=self._at_home(record.actor),
                    phase=self._at_home(record.phase),
                    column=where.get(id, record.column),
                )
            if isinstance(record, Handover) and not self._stands(record):
                continue
            if isinstance(record, Stage | Actor | Phase):
                kind = type(record)
                others = [*self._home.of(kind)]
                if kind in orders:
                    others.append(replace(record, order=orders[kind]))
                orders[kind] = last_order(sorted(others, key=lambda each: each.order))
                record = replace(record, order=orders[kind])
            yield Add(record)

    def _stands(self, arrow: Handover) -> bool:
        """Whether both ends are, or become, stages: ends of ours are none."""
        after = self._now
        return all(
            end in self._home or (end in after and end not in self._before)
            for end in (arrow.source, arrow.target)
        )

    def _at_home(self, id: Id | None) -> Id | None:
        """Return the lane or phase, None for what only the diagram has for those without one."""
        return None if id in self._before and id not in self._home else id

    def _changed(self) -> Iterator[Op]:
        after = self._now
        title = self._before.info.title, after.info.title
        yield from self._set(self._home.info, "title", *title)
        where = columns(self._home, self._before, after)
        for id, record in after.items():
            home, then = self._home.get(id), self._before.get(id)
            if home is None or type(home) is not type(record) or type(then) is not type(record):
                continue
            for field in _SHOWN.get(type(record), ()):
                yield from self._set(home, field, getattr(then, field), getattr(record, field))
            if isinstance(home, Stage) and where.get(id, home.column) != home.column:
                yield Set(id, "column", home.column, where[id])

    def _set(self, home: AnyRecord, field: str, then: object, now: object) -> Iterator[Op]:
        if then == now:
            return
        before = getattr(home, field)
        if field in _TEXTS:
            words = now.get(self._language, "") if isinstance(now, Mapping) else ""
            now = with_language(before, self._language, words)
        elif field in {"actor", "phase"}:
            now = self._at_home(now if isinstance(now, str) else None)
        elif field in {"source", "target"} and now not in self._home | self._now.keys():
            return
        if now != before:
            yield Set(home.id, field, before, now)

    def _untold(self) -> Iterator[str]:
        """Say which other texts were changed in the diagram: a diagram says several in one."""
        for id, record in self._now.items():
            then = self._before.find(Stage, id)
            if not isinstance(record, Stage) or then is None or id not in self._home:
                continue
            if record.professional_text != then.professional_text:
                name = quoted(name_of(record, self._language))
                yield _("The changed description of “{name}” was left out.").format(name=name)


def _known_again(before: Pathway, after: Pathway) -> Pathway:
    """Lead new elements back to the records of those gone for which they stand.

    Tools give a task another id when its type is changed, and a flow when it is drawn anew: a
    stage is known by its name in its lane, a handover by its two ends.
    """
    gone = [before[id] for id in sorted(before.keys() - after.keys())]
    new = [after[id] for id in sorted(after.keys() - before.keys())]
    names = {
        (stage.actor, str(stage.title)): stage.id for stage in gone if isinstance(stage, Stage)
    }
    same: dict[Id, Id] = {}
    for record in new:
        if isinstance(record, Stage):
            known = names.pop((record.actor, str(record.title)), None)
            if known is not None:
                same[record.id] = known
    ends = {(arrow.source, arrow.target): arrow.id for arrow in gone if isinstance(arrow, Handover)}
    for record in new:
        if isinstance(record, Handover):
            way = same.get(record.source, record.source), same.get(record.target, record.target)
            known = ends.pop(way, None)
            if known is not None:
                same[record.id] = known
    return Pathway(_renamed(record, same) for record in after.values())


def _renamed(record: AnyRecord, same: Mapping[Id, Id]) -> AnyRecord:
    led = led_elsewhere(record, lambda id: same.get(id, id))
    return replace(led, id=same.get(led.id, led.id))
