"""New elements of a diagram that came back, as the records for which they stand.

Tools give a task another id when its type is changed, and a lane, a group or a flow when it is
drawn anew; some give all elements new ones. What else a record holds would be lost with it.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from msgspec.structs import replace

from model.ids import Id
from model.integrity import led_elsewhere
from model.messages import _, speaking
from model.pathway import Pathway
from model.records import Actor, AnyRecord, Handover, Phase, Stage
from model.text import Text

R = TypeVar("R", Actor, Phase, Stage, Handover)
Key = Callable[[R], Hashable]


class Known(NamedTuple):
    """The diagram with the records' own ids, and by these the ids that it gave to some of them."""

    pathway: Pathway
    drawn_as: Mapping[Id, Id]


def known_again(before: Pathway, after: Pathway, language: str) -> Known:
    """Lead the new records of `after` back to those of `before` that are gone.

    Lanes and groups are known by their names, stages by their name in their lane, else by a name
    that is the only one of its kind, and handovers by their two ends. Names are in `language`.
    """
    after = _without_lane_of_nobody(before, after, language)
    same: dict[Id, Id] = {}

    def led(id: Id | None) -> Id | None:
        return id if id is None else same.get(id, id)

    def find(kind: type[R], *keys: Key[R]) -> None:
        gone = [record for record in before.of(kind) if record.id not in after]
        new = [record for record in after.of(kind) if record.id not in before]
        for key in keys:
            same.update(_paired(gone, new, key))
            known = set(same.values())
            gone = [record for record in gone if record.id not in known]
            new = [record for record in new if record.id not in same]

    find(Actor, lambda one: (_words(one.name), _words(one.organisation)), _name_of_actor)
    find(Phase, lambda one: _words(one.title))
    find(
        Stage,
        lambda one: (led(one.actor), led(one.phase), _words(one.title)),
        lambda one: (led(one.actor), _words(one.title)),
    )
    alone = _alone(before.of(Stage)) & _alone(after.of(Stage))
    find(Stage, lambda one: _words(one.title) if _words(one.title) in alone else one.id)
    find(
        Handover,
        lambda one: (led(one.source), led(one.target), one.flow, _words(one.condition)),
        lambda one: (led(one.source), led(one.target)),
    )
    records = (_renamed(record, same) for record in after.values())
    return Known(Pathway(records), {known: drawn for drawn, known in same.items()})


def _words(text: Text) -> Hashable:
    return tuple(text.items())


def _name_of_actor(actor: Actor) -> Hashable:
    return _words(actor.name)


def _alone(stages: Iterable[Stage]) -> set[Hashable]:
    """Return the names that one stage only has."""
    counts = Counter(_words(stage.title) for stage in stages if stage.title)
    return {words for words, count in counts.items() if count == 1}


def _paired(gone: Sequence[R], new: Sequence[R], key: Key[R]) -> dict[Id, Id]:
    """Pair records that are called the same, in the order in which they stand."""
    waiting: dict[Hashable, deque[Id]] = defaultdict(deque)
    for record in gone:
        waiting[key(record)].append(record.id)
    found = ((record.id, waiting.get(key(record))) for record in new)
    return {id: ids.popleft() for id, ids in found if ids}


def _without_lane_of_nobody(before: Pathway, after: Pathway, language: str) -> Pathway:
    """Let stages in the lane for those without an actor have none, whatever its id is now."""
    with speaking(language):
        nobody = {language: _("no actor")}
    had_one = any(stage.actor is None for stage in before.of(Stage))
    lanes = {
        actor.id
        for actor in after.of(Actor)
        if had_one and actor.id not in before and actor.name == nobody
    }
    freed = {
        stage.id: replace(stage, actor=None) for stage in after.of(Stage) if stage.actor in lanes
    }
    return after.replacing({**dict.fromkeys(lanes), **freed}) if lanes else after


def _renamed(record: AnyRecord, same: Mapping[Id, Id]) -> AnyRecord:
    led = led_elsewhere(record, lambda id: same.get(id, id))
    return replace(led, id=same.get(led.id, led.id))
