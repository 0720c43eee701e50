"""From the groups of an outline to the records of a pathway."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, count
from typing import Any, NamedTuple

from fractional_indexing import generate_n_keys_between
from msgspec.structs import replace

from exporters.outline.board import ARC, Place
from exporters.outline.source import LANGUAGES, Item, Word, language_codes, wrong
from exporters.outline.times import read_ages, time_targets
from model.codes import (
    AgreementKind,
    ChannelKind,
    MetricKind,
    NoteKind,
    PhaseKind,
    Sector,
    StageKind,
)
from model.ids import Id
from model.messages import _
from model.parts import StageParticipant, TimeTarget
from model.records import Actor, Channel, Goal, Handover, Metric, Note, PathwayInfo, Phase, Stage
from model.text import Text, quoted

# The words of an agreement, the more exact ones first.
_AGREEMENTS = {
    r"ostopalvelu|köptjänst|purchas": AgreementKind.PURCHASE,
    r"yhteistyö|samarbet|cooperat": AgreementKind.COOPERATION,
    r"avustu|understöd|bidrag|grant": AgreementKind.GRANT,
    r"sopimu|avtal|contract|agreement": AgreementKind.CONTRACT,
    r"vapaaehtoi|frivillig|volunt": AgreementKind.VOLUNTARY,
}


class LeftOut(NamedTuple):
    """Something that a line of the outline says and the pathway does not hold as it says it."""

    line: int
    words: str


class Outline:
    """An outline being read: its languages, the ids given out, and what was left out."""

    def __init__(self, item: Item) -> None:
        self.item = item
        self.languages = language_codes(item, "languages")
        self.known = tuple(dict.fromkeys((*LANGUAGES, *self.languages)))
        self.left_out: list[LeftOut] = []
        self._ids: dict[tuple[str, str], Id] = {}
        self._given: set[Id] = set()

    @property
    def language(self) -> str:
        """The language of what is written without naming one."""
        return self.languages[0]

    def text(self, item: Item, key: str) -> Text:
        """Return the text under `key`, empty when there is none."""
        return self.needed_text(item, key) if key in item else {}

    def needed_text(self, item: Item, key: str) -> Text:
        return item.text(key, self.language, self.known)

    def texts(self, key: str) -> list[Text]:
        return [text for _line, text in self.item.texts(key, self.language, self.known)]

    def new_id(self, kind: str, wanted: str) -> Id:
        """Return `wanted` if it is free, else one that begins with its kind."""
        tries = chain((wanted, f"{kind}-{wanted}"[:40]), (f"{kind}-{n}" for n in count(1)))
        id = next(id for id in tries if id not in self._given)
        self._given.add(id)
        return id

    def named(self, kind: str, item: Item) -> Id:
        """Give an id to what the outline names by one; twice the same is an error."""
        word = item.id()
        if (kind, word.text) in self._ids:
            raise wrong(word.line, _("the id “{id}” stands twice.").format(id=quoted(word.text)))
        self._ids[kind, word.text] = self.new_id(kind, word.text)
        return self._ids[kind, word.text]

    def link(self, kind: str, word: Word) -> Id:
        """Return the id of the actor, channel or stage that the outline calls by a word."""
        if (kind, word.text) not in self._ids:
            unknown = {
                "actor": _("there is no actor “{id}”."),
                "channel": _("there is no channel “{id}”."),
                "stage": _("there is no stage “{id}”."),
            }
            raise wrong(word.line, unknown[kind].format(id=quoted(word.text)))
        return self._ids[kind, word.text]

    def links(self, kind: str, words: Iterable[Word]) -> tuple[Id, ...]:
        found: list[Id] = []
        for word in words:
            id = self.link(kind, word)
            if id in found:
                raise wrong(
                    word.line, _("“{id}” is listed twice here.").format(id=quoted(word.text))
                )
            found.append(id)
        return tuple(found)

    def maybe_link(self, kind: str, word: Word | None) -> Id | None:
        return None if word is None else self.link(kind, word)

    def times(self, item: Item) -> tuple[TimeTarget, ...]:
        word = item.maybe("time")
        return () if word is None else time_targets(word, self.language)


def ordered(items: Iterable[Any]) -> Iterator[tuple[str, Any]]:
    """Pair each with its `order`."""
    listed = list(items)
    return zip(generate_n_keys_between(None, None, len(listed)), listed, strict=True)


def info(outline: Outline) -> PathwayInfo:
    item = outline.item
    age = item.maybe("age")
    return PathwayInfo(
        id=outline.new_id("pathway", item.id().text),
        title=outline.needed_text(item, "title"),
        summary=outline.text(item, "summary"),
        target_group=outline.text(item, "target"),
        ages=None if age is None else read_ages(age),
        emergency=outline.text(item, "emergency"),
        languages=outline.languages,
    )


def actors(outline: Outline) -> list[Actor]:
    return [_actor(outline, order, item) for order, item in ordered(outline.item.items("actors"))]


def in_lanes(actors: Sequence[Actor], lanes: Sequence[Id]) -> list[Actor]:
    """Give the actors the order of their lanes, top to bottom."""
    by_id = {actor.id: actor for actor in actors}
    return [replace(by_id[lane], order=order) for order, lane in ordered(lanes)]


def _actor(outline: Outline, order: str, item: Item) -> Actor:
    item.only("id", "level", "agreement", *outline.known)
    agreement = item.maybe("agreement")
    return Actor(
        id=outline.named("actor", item),
        order=order,
        name=item.name(outline.known),
        sector=item.code("level", Sector),
        agreement=_agreement(agreement.text) if agreement else None,
        agreement_note=outline.text(item, "agreement"),
    )


def _agreement(words: str) -> AgreementKind | None:
    return next((kind for sign, kind in _AGREEMENTS.items() if re.search(sign, words)), None)


def channels(outline: Outline) -> list[Channel]:
    return [
        _channel(outline, order, item) for order, item in ordered(outline.item.items("channels"))
    ]


def _channel(outline: Outline, order: str, item: Item) -> Channel:
    item.only("id", "type", "digital", *outline.known)
    return Channel(
        id=outline.named("channel", item),
        order=order,
        kind=item.code("type", ChannelKind),
        digital=item.yes_or_no("digital"),
        name=item.name(outline.known),
    )


def stages(outline: Outline) -> list[Stage]:
    """Return the stages in the outline's order, not yet placed in phases."""
    return [_stage(outline, order, item) for order, item in ordered(outline.item.items("stages"))]


def _stage(outline: Outline, order: str, item: Item) -> Stage:
    item.only("id", "type", "who", "with", "ch", "time", "what", *outline.known)
    return Stage(
        id=outline.named("stage", item),
        order=order,
        kind=item.code("type", StageKind),
        title=item.name(outline.known),
        what_happens=outline.text(item, "what"),
        actor=outline.link("actor", item.word("who")),
        participants=tuple(
            StageParticipant(actor=actor) for actor in outline.links("actor", item.words("with"))
        ),
        channels=outline.links("channel", item.words("ch")),
        time_targets=outline.times(item),
    )


def phases(outline: Outline, kinds: set[PhaseKind]) -> list[Phase]:
    used = [kind for kind in ARC if kind in kinds]
    return [
        Phase(id=outline.new_id("phase", kind), order=order, kind=kind, title=ARC[kind])
        for order, kind in ordered(used)
    ]


def placed(
    stages: Sequence[Stage],
    phases: Sequence[Phase],
    places: dict[Id, Place],
    edges: Sequence[Handover],
) -> list[Stage]:
    """Put the stages into their phases and columns, and mark where customers come in."""
    ids = {phase.kind: phase.id for phase in phases}
    entered = {edge.target for edge in edges}
    return [
        replace(
            stage,
            phase=ids[places[stage.id].phase],
            column=places[stage.id].column,
            start=stage.id not in entered and stage.kind is not StageKind.EMERGENCY,
        )
        for stage in stages
    ]


def goals(outline: Outline) -> list[Goal]:
    return [
        Goal(id=outline.new_id("goal", f"g{place}"), order=order, title=title)
        for place, (order, title) in enumerate(ordered(outline.texts("goals")), 1)
    ]


def metrics(outline: Outline) -> list[Metric]:
    found: list[Metric] = []
    for place, (order, item) in enumerate(ordered(outline.item.items("metrics")), 1):
        item.only("name", "unit", "kind")
        found.append(
            Metric(
                id=outline.new_id("metric", f"m{place}"),
                order=order,
                kind=item.code("kind", MetricKind) if "kind" in item else None,
                title=outline.needed_text(item, "name"),
                unit=_unit(outline, item),
            )
        )
    return found


def _unit(outline: Outline, item: Item) -> Text:
    """Return a metric's unit; a dash says that it has none."""
    unit = outline.text(item, "unit")
    return {} if set(unit.values()) == {"-"} else unit


def questions(outline: Outline) -> list[Note]:
    return [
        Note(id=outline.new_id("note", f"q{place}"), order=order, kind=NoteKind.QUESTION, text=text)
        for place, (order, text) in enumerate(ordered(outline.texts("open_questions")), 1)
    ]
