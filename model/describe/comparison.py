"""How two states of a pathway differ, as people go through it: stage by stage, places apart."""

from collections import defaultdict
from typing import NamedTuple

from model.describe.captions import caption, kind_of
from model.describe.changes import Difference, What, differences
from model.ids import Id
from model.pathway import Pathway
from model.records import RECORD_KINDS, AnyRecord, Handover, Note, PathwayInfo, Stage, Task, Waiver


class Part(NamedTuple):
    """What differs around one stage (with the ways out of it), or among records of one kind."""

    heading: str
    differences: tuple[Difference, ...]


class Comparison(NamedTuple):
    """What differs in meaning, in reading order; `moved` are records that only lie elsewhere."""

    parts: tuple[Part, ...]
    moved: tuple[Id, ...]

    def __bool__(self) -> bool:
        return bool(self.parts or self.moved)

    def count(self, what: What) -> int:
        return sum(
            difference.what is what for part in self.parts for difference in part.differences
        )


def compare(before: Pathway, after: Pathway, language: str) -> Comparison:
    """Compare two states of one pathway; what was written is told in `language` if it can be."""
    grouped: defaultdict[_Place, list[Difference]] = defaultdict(list)
    moved: list[Id] = []
    places = _reading_order(before, after)
    for difference in differences(before, after, language):
        if _only_lies_elsewhere(before.get(difference.id), after.get(difference.id)):
            moved.append(difference.id)
        else:
            grouped[_place(difference.id, before, after, places)].append(difference)
    return Comparison(
        tuple(
            Part(
                _heading(place, before, after, language),
                tuple(sorted(grouped[place], key=lambda each: _rank(each.id, before, after))),
            )
            for place in sorted(grouped)
        ),
        tuple(moved),
    )


class _Place(NamedTuple):
    """Where people look for a difference: at a stage, or under its kind."""

    group: int
    number: int
    stage: Id


def _reading_order(before: Pathway, after: Pathway) -> dict[Id, int]:
    """Give each stage its number as it is read now, after them those that are gone."""
    ids = dict.fromkeys(stage.id for pathway in (after, before) for stage in pathway.stages)
    return {id: number for number, id in enumerate(ids)}


def _place(id: Id, before: Pathway, after: Pathway, stages: dict[Id, int]) -> _Place:
    record = after.get(id) or before[id]
    match record:
        case PathwayInfo():
            return _Place(0, 0, "")
        case Stage():
            return _Place(1, stages[id], id)
        case Handover(source=source):
            return _Place(1, stages[source], source)
        case Note(about=about) | Task(about=about) | Waiver(about=about) if about in stages:
            return _Place(1, stages[about], about)
        case _:
            return _Place(2, RECORD_KINDS.index(type(record)), "")


def _rank(id: Id, before: Pathway, after: Pathway) -> tuple[int, str, Id]:
    """Return where a difference stands in its part: the stage first, then by kind and order."""
    record = after.get(id) or before[id]
    return RECORD_KINDS.index(type(record)), getattr(record, "order", ""), id


def _heading(place: _Place, before: Pathway, after: Pathway, language: str) -> str:
    if place.stage:
        pathway = after if place.stage in after else before
        return caption(pathway[place.stage], pathway, language)
    kind = RECORD_KINDS[place.number] if place.group else PathwayInfo
    some = next(iter((*after.of(kind), *before.of(kind))))
    return kind_of(some)  # type: ignore[arg-type] # every kind of record is one of the union


def _only_lies_elsewhere(old: AnyRecord | None, new: AnyRecord | None) -> bool:
    from model.merge import PLACE_FIELDS

    if old is None or new is None or type(old) is not type(new):
        return False
    return all(
        field in PLACE_FIELDS or getattr(old, field) == getattr(new, field)
        for field in old.__struct_fields__
    )
