"""Pathways for tests: small ones built in a line or two, and random ones for hypothesis.

Ids count up per kind ("p0", "a0", "s0", "c0", "h0"), so that a failing example reads the same
each time.
"""

from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from fractional_indexing import generate_n_keys_between
from hypothesis import strategies as st

from model.codes import (
    ChannelKind,
    Confirmation,
    Flow,
    HandoverKind,
    PathwayStatus,
    Sector,
    StageKind,
)
from model.parts import TimeTarget
from model.pathway import Pathway
from model.records import Actor, AnyRecord, Channel, Handover, PathwayInfo, Phase, Stage
from model.text import Text, read_span

DIGITAL = {
    ChannelKind.REMOTE,
    ChannelKind.CHAT,
    ChannelKind.CHATBOT,
    ChannelKind.WEB_FORM,
    ChannelKind.MESSAGE,
    ChannelKind.WEB_PAGE,
}


class At(NamedTuple):
    """A stage for `build`: its title and its cell, by places in the lists of actors and phases."""

    title: str
    actor: int | None = 0
    phase: int | None = 0
    column: int = 0
    kind: StageKind | None = None


def orders(count: int) -> list[str]:
    """Return that many `order` values, ascending."""
    return list(generate_n_keys_between(None, None, count))


def build(
    *more: AnyRecord,
    title: str = "Tyypin 2 diabetes",
    phases: Sequence[str] = (),
    actors: Sequence[str | tuple[str, Sector]] = (),
    stages: Sequence[At] = (),
    arrows: Sequence[tuple[int, int] | tuple[int, int, str]] = (),
) -> Pathway:
    """Build a pathway; an arrow is (source, target) or (source, target, condition).

    A record in `more` takes the place of the built one with its id ("info", "p0", "s3", ...).
    """
    info = PathwayInfo(id="info", title=_fi(title), status=PathwayStatus.DRAFT)
    records: list[AnyRecord] = [info]
    records += [
        Phase(id=f"p{place}", order=order, title=_fi(name))
        for place, (name, order) in enumerate(zip(phases, orders(len(phases)), strict=True))
    ]
    for place, (actor, order) in enumerate(zip(actors, orders(len(actors)), strict=True)):
        name, sector = (actor, None) if isinstance(actor, str) else actor
        records.append(Actor(id=f"a{place}", order=order, name=_fi(name), sector=sector))
    records += [
        Stage(
            id=f"s{place}",
            order=order,
            title=_fi(at.title),
            actor=None if at.actor is None else f"a{at.actor}",
            phase=None if at.phase is None else f"p{at.phase}",
            column=at.column,
            kind=at.kind,
        )
        for place, (at, order) in enumerate(zip(stages, orders(len(stages)), strict=True))
    ]
    for place, (source, target, *condition) in enumerate(arrows):
        records.append(
            Handover(
                id=f"h{place}",
                source=f"s{source}",
                target=f"s{target}",
                condition=_fi(condition[0] if condition else ""),
            )
        )
    return Pathway([*records, *more])


def _fi(words: str) -> Text:
    return {"fi": words} if words.strip() else {}


WORDS = (
    "arvio",
    "hoito",
    "tuki",
    "soitto",
    "Kuntoutussuunnitelman",
    "erikoissairaanhoidon",
    "lääkärikäynti",
    "neuropsykiatrinen",
    "palveluohjaus",
    "ja",
    "omahoito-ohjelma",
    "äitiysneuvola",
    "hyvinvointialueella",
    "Čielggadus",
    "lastensuojelutarpeenselvitystyöryhmä",
    "24/7",
    "<b>",
)
SPANS = ("7 vrk", "≤ 3 kk", "3–12 kk", "heti", "käynnillä", "7 arkipäivää, muuten 14 vrk")

words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=7).map(" ".join)
any_words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=60)
texts: st.SearchStrategy[Text] = st.one_of(
    st.just({}),
    words.map(_fi),
    any_words.map(_fi),
    st.tuples(words, words).map(lambda pair: {"fi": pair[0], "sv": pair[1]}),
)
short_texts: st.SearchStrategy[Text] = st.one_of(
    st.just({}),
    st.just({}),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(lambda some: _fi(" ".join(some))),
)


def _maybe(strategy: st.SearchStrategy[Text]) -> st.SearchStrategy[Text]:
    return st.one_of(st.just({}), strategy)


@st.composite
def random_pathways(
    draw: st.DrawFn,
    *,
    max_actors: int = 12,
    max_phases: int = 7,
    max_stages: int = 40,
    max_columns: int = 4,
) -> Pathway:
    """Draw a pathway of valid records: loops, shared cells, missing actors and phases included."""
    records: list[AnyRecord] = [PathwayInfo(id="info", title=draw(texts))]
    phases = [f"p{n}" for n in range(draw(st.integers(0, max_phases)))]
    actors = [f"a{n}" for n in range(draw(st.integers(0, max_actors)))]
    channels = [f"c{n}" for n in range(draw(st.integers(0, 6)))]
    stages = [f"s{n}" for n in range(draw(st.integers(0, max_stages)))]
    for id, order in zip(phases, orders(len(phases)), strict=True):
        records.append(Phase(id=id, order=order, title=draw(texts)))
    for id, order in zip(actors, orders(len(actors)), strict=True):
        sector = draw(st.none() | st.sampled_from(Sector))
        records.append(Actor(id=id, order=order, name=draw(texts), sector=sector))
    for id, order in zip(channels, orders(len(channels)), strict=True):
        kind = draw(st.sampled_from(ChannelKind))
        records.append(
            Channel(id=id, order=order, kind=kind, digital=kind in DIGITAL, name=draw(short_texts))
        )
    for id, order in zip(stages, orders(len(stages)), strict=True):
        records.append(
            Stage(
                id=id,
                order=order,
                title=draw(texts),
                what_happens=draw(_maybe(texts)),
                actor=draw(st.sampled_from([*actors, None])),
                phase=draw(st.sampled_from([*phases, None])),
                column=draw(st.integers(0, max_columns - 1)),
                kind=draw(st.none() | st.sampled_from(StageKind)),
                start=draw(st.booleans()),
                public=draw(st.booleans()),
                confirmation=draw(st.sampled_from(Confirmation)),
                channels=tuple(
                    draw(st.lists(st.sampled_from(channels), unique=True)) if channels else ()
                ),
                time_targets=tuple(
                    TimeTarget(limit=read_span(span))
                    for span in draw(st.lists(st.sampled_from(SPANS), max_size=2))
                ),
            )
        )
    records += _random_handovers(draw, stages)
    return Pathway(records)


def _random_handovers(draw: st.DrawFn, stages: Sequence[str]) -> list[AnyRecord]:
    """Draw up to 1.4 handovers a stage; one pair may be joined twice, a stage with itself."""
    if not stages:
        return []
    pairs = draw(
        st.lists(
            st.tuples(st.sampled_from(stages), st.sampled_from(stages)),
            max_size=round(1.4 * len(stages)),
        )
    )
    return [
        Handover(
            id=f"h{place}",
            source=source,
            target=target,
            flow=draw(st.sampled_from(Flow)),
            kind=draw(st.none() | st.sampled_from(HandoverKind)),
            condition=draw(short_texts),
        )
        for place, (source, target) in enumerate(pairs)
    ]


def crowded(
    seed: int, *, stages: int = 40, actors: int = 12, phases: int = 7, columns: int = 2
) -> Pathway:
    """Build a pathway with many arrows near and far, the same one for the same seed."""
    chance = Random(seed)  # noqa: S311 - nothing here is secret
    cells = [
        (actor, phase, column)
        for actor in range(actors)
        for phase in range(phases)
        for column in range(columns)
    ]
    places = sorted(chance.sample(cells, stages), key=lambda cell: (cell[1], cell[2], cell[0]))
    return build(
        phases=[f"Päävaihe {place}" for place in range(phases)],
        actors=[f"Toimija {place}" for place in range(actors)],
        stages=[At(chance.choice(WORDS), *place) for place in places],
        arrows=[
            (source, chance.randrange(stages), " ".join(chance.sample(WORDS, chance.randrange(4))))
            for source in range(stages)
            for _ in range(chance.choice((1, 1, 2)))
        ],
    )
