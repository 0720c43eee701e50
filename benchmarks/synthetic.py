"""Synthetic pathways: seeded, so that every run measures the same boards."""

import random

from model.codes import ChannelKind, Flow, HandoverKind, Sector, StageKind
from model.order import last_order
from model.parts import TimeTarget
from model.pathway import Pathway
from model.records import Actor, AnyRecord, Channel, Handover, PathwayInfo, Phase, Stage
from model.text import Text, read_span

LANES = 12
PHASES = 7
HANDOVERS_PER_STAGE = 1.4
UNASSIGNED = 0.01
UNDESCRIBED = 0.1
LED_BACK = 0.08
HALF = 0.5
_WORDS = [
    "hoidon",
    "tarpeen",
    "arvio",
    "kuntoutussuunnitelma",
    "yhteydenotto",
    "seuranta",
    "palveluohjaus",
    "vertaisryhmä",
    "tutkimukset",
    "lääkehoidon",
    "aloitus",
    "verkostotapaaminen",
]


def synthetic(stages: int, seed: int = 1) -> Pathway:
    """Return a pathway of that many stages, with some loops and some gaps."""
    dice = random.Random(seed)  # noqa: S311 - nothing secret

    def text(words: int) -> Text:
        return {"fi": " ".join(dice.choices(_WORDS, k=words)).capitalize()}

    records: list[AnyRecord] = [PathwayInfo(id="pathway", title={"fi": f"{stages} vaihetta"})]
    actors: list[Actor] = []
    for number in range(LANES):
        sector = list(Sector)[number % len(Sector)]
        order = last_order(actors)
        actors.append(Actor(id=f"a{number}", order=order, name=text(2), sector=sector))
    phases: list[Phase] = []
    for number in range(PHASES):
        phases.append(Phase(id=f"f{number}", order=last_order(phases), title=text(1)))
    phone = Channel(id="c1", order="a0", kind=ChannelKind.PHONE, digital=False, name=text(1))
    board: list[Stage] = []
    for number in range(stages):
        target = TimeTarget(limit=read_span(f"{dice.randint(1, 30)} vrk"), starts=text(1))
        board.append(
            Stage(
                id=f"s{number}",
                order=last_order(board),
                actor=dice.choice(actors).id if dice.random() > UNASSIGNED else None,
                phase=phases[number * PHASES // stages].id,
                column=number * PHASES % stages // PHASES // max(1, stages // 150),
                kind=dice.choice(list(StageKind)),
                title=text(dice.randint(1, 3)),
                what_happens=text(12) if dice.random() > UNDESCRIBED else {},
                channels=(phone.id,),
                time_targets=(target,) if dice.random() > HALF else (),
            )
        )
    arrows = [
        Handover(
            id=f"h{number}",
            source=f"s{source}",
            target=f"s{_follower(dice, source, stages)}",
            flow=dice.choice(list(Flow)),
            kind=dice.choice([None, *HandoverKind]),
            condition=text(2) if dice.random() > HALF else {},
        )
        for number in range(int(stages * HANDOVERS_PER_STAGE))
        for source in [number % stages]
    ]
    return Pathway([*records, *actors, *phases, phone, *board, *arrows])


def _follower(dice: random.Random, source: int, stages: int) -> int:
    """Mostly one of the next stages; now and then back, which makes a loop."""
    step = dice.randint(1, 6) if dice.random() > LED_BACK else -dice.randint(1, 10)
    return max(0, min(stages - 1, source + step))
