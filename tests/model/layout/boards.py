"""Random boards with everything on them, the same for the same seed."""

from random import Random
from typing import NamedTuple

from model.codes import ChannelKind, Confirmation, Flow, HandoverKind, NoteKind, Sector, StageKind
from model.layout.geometry import Shown
from model.parts import TimeTarget
from model.pathway import Pathway
from model.records import Actor, AnyRecord, Channel, Handover, Note, PathwayInfo, Phase, Stage
from model.text import Text, read_span
from tests.pathways import DIGITAL, SPANS, WORDS, orders

LANGUAGES = ("fi", "sv", "en")
ODD = ("W" * 60, "e\u0301" * 40, "漢字" * 20, "-", "a/b-" * 15, "😀 😀")


class Case(NamedTuple):
    pathway: Pathway
    language: str
    shown: Shown


def random_case(seed: int) -> Case:
    """Build a board; half of them show notes and have something folded."""
    dice = Random(seed)  # noqa: S311 - nothing here is secret
    pathway = random_board(dice)
    shown = Shown()
    if dice.random() < 0.5:
        pathway, shown = with_notes_and_folds(pathway, dice)
    return Case(pathway, LANGUAGES[seed % len(LANGUAGES)], shown)


def random_board(dice: Random) -> Pathway:
    """Build a pathway: loops, shared cells, missing actors and phases included."""
    phases = [f"p{n}" for n in range(dice.randint(0, 7))]
    actors = [f"a{n}" for n in range(dice.randint(0, 12))]
    channels = [f"c{n}" for n in range(dice.randint(0, 6))]
    stages = [f"s{n}" for n in range(dice.randint(0, 40))]
    columns = dice.randint(1, 4)
    records: list[AnyRecord] = [PathwayInfo(id="info", title=_text(dice, 3))]
    for id, order in zip(phases, orders(len(phases)), strict=True):
        records.append(Phase(id=id, order=order, title=_text(dice, 4)))
    for id, order in zip(actors, orders(len(actors)), strict=True):
        sector = dice.choice([None, *Sector])
        records.append(Actor(id=id, order=order, name=_text(dice, 5), sector=sector))
    for id, order in zip(channels, orders(len(channels)), strict=True):
        kind = dice.choice(list(ChannelKind))
        records.append(Channel(id=id, order=order, kind=kind, digital=kind in DIGITAL))
    for id, order in zip(stages, orders(len(stages)), strict=True):
        spans = dice.sample(SPANS, dice.randint(0, 1))
        records.append(
            Stage(
                id=id,
                order=order,
                title=_text(dice, 7),
                actor=dice.choice([*actors * 5, None]),
                phase=dice.choice([*phases * 5, None]),
                column=dice.randrange(columns),
                kind=dice.choice([None, *StageKind]),
                start=dice.random() < 0.1,
                confirmation=dice.choice(list(Confirmation)),
                channels=tuple(dice.sample(channels, dice.randint(0, len(channels)))),
                time_targets=tuple(TimeTarget(limit=read_span(span)) for span in spans),
            )
        )
    records += [
        Handover(
            id=f"h{number}",
            source=dice.choice(stages),
            target=dice.choice(stages),
            flow=dice.choice(list(Flow)),
            kind=dice.choice([None, None, *HandoverKind]),
            condition=_text(dice, 4),
        )
        for number in range(round(1.4 * len(stages)))
    ]
    return Pathway(records)


def with_notes_and_folds(pathway: Pathway, dice: Random) -> tuple[Pathway, Shown]:
    """Stick notes on anything and nothing, and fold some lanes and phases."""
    actors = [actor.id for actor in pathway.actors]
    phases = [phase.id for phase in pathway.phases]
    notes = [
        Note(
            id=f"n{number}",
            order=order,
            kind=dice.choice(list(NoteKind)),
            text=_text(dice, 12),
            about=dice.choice([None, *pathway]),
            actor=dice.choice([None, *actors]),
            phase=dice.choice([None, *phases]),
            done=dice.random() < 0.3,
        )
        for number, order in enumerate(orders(dice.randint(0, 25)))
    ]
    shown = [note.id for note in notes if dice.random() < 0.9]
    folded = [
        id
        for ids in (actors, phases)
        for id in dice.sample(ids, dice.randint(0, len(ids)) // dice.choice((1, 2, 3)))
    ]
    following = pathway.replacing({note.id: note for note in notes})
    return following, Shown(frozenset(folded), frozenset(shown))


def _text(dice: Random, most: int) -> Text:
    """Return up to so many words, in one language or in all; now and then none, or odd ones."""
    if dice.random() < 0.1:
        return {}
    if dice.random() < 0.05:
        return {
            "fi": dice.choice(["W" * 60, "e\u0301" * 40, "漢字" * 20, "-", "a/b-" * 15, "😀 😀"])
        }
    languages = dice.choice((("fi",), ("sv",), LANGUAGES))
    return {code: " ".join(dice.choices(WORDS, k=dice.randint(1, most))) for code in languages}
