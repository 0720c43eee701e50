"""The matrix of responsibilities: who answers for a stage, who takes part in it and how."""

from functools import cache
from typing import Final, NamedTuple

from msgspec.structs import replace

from exporters.excel.kinds import as_words, code_called
from exporters.excel.labels import Labels
from exporters.excel.tables import Value
from model.codes import Participation
from model.codes.names import name_of_code
from model.ids import Id
from model.messages import LANGUAGES, pgettext, speaking
from model.parts import StageParticipant
from model.records import Stage

RESPONSIBILITY: Final = "(responsibility)"
"""Stands in a path for an actor's part in a stage, which is no field of its own."""


class PartIn(NamedTuple):
    """An actor's part in a stage: whether it answers, and how else it takes part."""

    answers: bool = False
    ways: tuple[Participation, ...] = ()


NO_PART: Final = PartIn()


class ResponsibilityKind:
    """A cell of the matrix: "answers for", ways of taking part, or both with commas between."""

    choices = "responsibility"

    def write(self, value: PartIn, labels: Labels) -> Value:  # noqa: ARG002 - a kind's form
        words = [answers_for()] if value.answers else []
        return ", ".join((*words, *map(name_of_code, value.ways)))

    def read(self, cell: Value, labels: Labels) -> PartIn:  # noqa: ARG002
        parts = [part.strip() for part in as_words(cell).replace("\n", ",").split(",")]
        named = [part for part in parts if part]
        others = [part for part in named if part.casefold() not in _answers()]
        ways = tuple(code_called(Participation, part) for part in others)
        return PartIn(len(others) < len(named), tuple(dict.fromkeys(ways)))  # type: ignore[arg-type]


RESPONSIBILITY_KIND: Final = ResponsibilityKind()


def answers_for() -> str:
    return pgettext("responsibility matrix", "answers for")


@cache
def _answers() -> frozenset[str]:
    found = set()
    for language in LANGUAGES:
        with speaking(language):
            found.add(answers_for().casefold())
    return frozenset(found)


def part_in(stage: Stage, actor: Id) -> PartIn:
    """Return an actor's part in a stage."""
    return PartIn(
        stage.actor == actor,
        tuple(
            participant.participation
            for participant in stage.participants
            if participant.actor == actor
        ),
    )


def with_part(stage: Stage, actor: Id, part: PartIn) -> Stage:
    """Return a stage in which an actor has another part; what each does in it is kept."""
    answering = stage.actor
    if part.answers:
        answering = actor
    elif stage.actor == actor:
        answering = None
    mine = {each.participation: each for each in stage.participants if each.actor == actor}
    if tuple(mine) == part.ways:
        return replace(stage, actor=answering)
    kept = [
        each
        for each in stage.participants
        if each.actor != actor or each.participation in part.ways
    ]
    added = [
        StageParticipant(actor=actor, participation=way) for way in part.ways if way not in mine
    ]
    return replace(stage, actor=answering, participants=(*kept, *added))
