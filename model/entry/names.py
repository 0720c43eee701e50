"""Finding by name: of actors, phases and stages, as people type them."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from model.edits import name_of
from model.ids import Id
from model.pathway import Pathway
from model.records import Actor, Phase, Stage
from model.text import Text

LONGEST_NAME = 500  # letters; longer texts belong in other fields

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u200b\ufeff\ud800-\udfff]")


class NewName(NamedTuple):
    """A name that nothing has yet: what is called so comes to be."""

    words: str


Found = Id | NewName


def one_line(words: str) -> str:
    """Return the words with single spaces between them, freed of what no file can hold."""
    return " ".join(_UNPRINTABLE.sub("", words).split())


def as_name(words: str) -> str:
    return one_line(words)[:LONGEST_NAME].rstrip()


class _Named(NamedTuple):
    found: Found
    shown: str
    others: frozenset[str]


class Names:
    """The names of one kind of thing in the order of the board, found without regard to case.

    What people see comes first: the name in the language shown, then those in others.
    """

    def __init__(self, records: Iterable[Actor | Phase | Stage], language: str) -> None:
        self._named = [
            _Named(record.id, _key(name_of(record, language)), _keys(_text(record)))
            for record in records
        ]

    def add(self, name: NewName, place: int) -> None:
        """Let a name that is about to come be found too, in that place among the others."""
        self._named.insert(place, _Named(name, _key(name.words), frozenset()))

    def __len__(self) -> int:
        return len(self._named)

    def whole(self, words: str) -> Sequence[Found]:
        """Return all that are called exactly so."""
        key = _key(words)
        shown = [each.found for each in self._named if key and each.shown == key]
        return shown or [each.found for each in self._named if key in each.others]

    def beginning(self, words: str) -> Sequence[Found]:
        """Return all whose name begins so."""
        key = _key(words)
        if not key:
            return []
        shown = [each.found for each in self._named if each.shown.startswith(key)]
        return shown or [
            each.found for each in self._named if any(name.startswith(key) for name in each.others)
        ]

    def matching(self, words: str) -> Sequence[Found]:
        """Return what is called so, else what begins so; the first is the one that is meant."""
        return self.whole(words) or self.beginning(words)

    def unmistakable(self, words: str) -> Sequence[Found]:
        """Return what is called so, else the one thing that begins so."""
        beginning = self.beginning(words)
        return self.whole(words) or (beginning if len(beginning) == 1 else [])


class Known(NamedTuple):
    """All names that a line may speak of. `lanes` says of each stage its actor and phase."""

    actors: Names
    phases: Names
    stages: Names
    lanes: dict[Found, tuple[Id | None, Id | None]]

    def learn(self, actor: Found | None, phase: Found | None, title: str) -> None:
        """Let later lines speak of what one line brings about."""
        for found, names in ((actor, self.actors), (phase, self.phases)):
            if isinstance(found, NewName) and not names.whole(found.words):
                names.add(found, len(names))
        if title:  # the list's own stages are meant before those on the board
            self.stages.add(NewName(title), 0)


def known_in(pathway: Pathway, language: str) -> Known:
    return Known(
        Names(pathway.actors, language),
        Names(pathway.phases, language),
        Names(pathway.stages, language),
        {stage.id: (stage.actor, stage.phase) for stage in pathway.stages},
    )


def _key(words: str) -> str:
    return one_line(words).casefold()


def _keys(text: Text) -> frozenset[str]:
    return frozenset(map(_key, text.values())) - {""}


def _text(record: Actor | Phase | Stage) -> Text:
    return record.name if isinstance(record, Actor) else record.title
