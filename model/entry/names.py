"""Finding by name: of actors, phases and stages, as people type them."""

import re
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from model.cards import stages_by_card
from model.edits import name_of
from model.ids import Id
from model.pathway import Pathway
from model.records import Actor, Phase, Stage
from model.text import Text

LONGEST_NAME = 500  # letters; longer texts belong in other fields

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u200b\ufeff\ud800-\udfff]")


class NewName(NamedTuple):
    """A name that nothing has yet: what is called so comes to be.

    A stage with a paper card is told by its number, 0 without one: several may be called the same.
    """

    words: str
    card: int = 0


Found = Id | NewName


def one_line(words: str) -> str:
    """Return the words with single spaces between them, freed of what no file can hold."""
    return " ".join(_UNPRINTABLE.sub("", words).split())


def as_name(words: str) -> str:
    return one_line(words)[:LONGEST_NAME].rstrip()


Index = dict[str, list[Found]]
"""What is called so, in order, by the name without regard to case."""


class Names:
    """The names of one kind of thing in the order of the board, found without regard to case.

    Names that come up in the text itself come first, then what people see on the board, then
    its names in other languages.
    """

    def __init__(self, records: Sequence[Actor | Phase | Stage], language: str) -> None:
        self._records = records
        self._language = language
        self._own: Index = {}

    @cached_property
    def _indexes(self) -> tuple[Index, Index, Index]:
        # When it is asked for: most lines speak of no stage, and boards have many.
        shown: Index = {}
        others: Index = {}
        for record in self._records:
            shown.setdefault(_key(name_of(record, self._language)), []).append(record.id)
            for key in sorted(_keys(_text(record))):
                others.setdefault(key, []).append(record.id)
        return self._own, shown, others

    def add(self, name: NewName) -> None:
        """Let a name that is about to come be found too."""
        self._own.setdefault(_key(name.words), []).append(name)

    def whole(self, words: str) -> Sequence[Found]:
        """Return all that are called exactly so."""
        key = _key(words)
        return next((index[key] for index in self._indexes if key and key in index), [])

    def beginning(self, words: str) -> Sequence[Found]:
        """Return all whose name begins so."""
        key = _key(words)
        for index in self._indexes if key else ():
            found = [each for name in index if name.startswith(key) for each in index[name]]
            if found:
                return found
        return []

    def matching(self, words: str) -> Sequence[Found]:
        """Return what is called so, else what begins so; the first is the one that is meant."""
        return self.whole(words) or self.beginning(words)

    def unmistakable(self, words: str) -> Sequence[Found]:
        """Return what is called so, else the one thing that begins so."""
        if whole := self.whole(words):
            return whole
        beginning = self.beginning(words)
        return beginning if len(set(beginning)) == 1 else []


class Known(NamedTuple):
    """All names that a line may speak of; stages with a paper card by its number, too."""

    pathway: Pathway
    actors: Names
    phases: Names
    stages: Names
    cards: dict[int, Found]

    def learn(self, actor: Found | None, phase: Found | None, title: str, card: int = 0) -> None:
        """Let later lines speak of what one line brings about."""
        for found, names in ((actor, self.actors), (phase, self.phases)):
            if isinstance(found, NewName) and not names.whole(found.words):
                names.add(found)
        if title:
            self.stages.add(NewName(title))
        if title and card:
            self.cards.setdefault(card, NewName(title, card))


def known_in(pathway: Pathway, language: str) -> Known:
    return Known(
        pathway,
        Names(pathway.actors, language),
        Names(pathway.phases, language),
        Names(pathway.stages, language),
        dict(stages_by_card(pathway)),
    )


def _key(words: str) -> str:
    return one_line(words).casefold()


def _keys(text: Text) -> frozenset[str]:
    return frozenset(map(_key, text.values())) - {""}


def _text(record: Actor | Phase | Stage) -> Text:
    return record.name if isinstance(record, Actor) else record.title
