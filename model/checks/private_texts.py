"""Texts that stay inside: sentences of notes, and of records' fields that are not published."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import NamedTuple

from model.checks.reads import Reads
from model.checks.remembered import by_record
from model.codes import NoteKind
from model.ids import Id
from model.pathway import Pathway
from model.records import (
    Actor,
    AnyRecord,
    Channel,
    Handover,
    Note,
    ParticipantGroup,
    PathwayInfo,
    Record,
    Stage,
)
from model.text import Text

PRIVATE_TEXTS: Mapping[type[Record], tuple[str, ...]] = {
    PathwayInfo: ("change_note", "selection_note"),
    Actor: ("agreement_note",),
    Stage: ("recording", "failure_demand"),
    Channel: ("service_owner",),
    Handover: ("consent_note", "no_feedback_reason", "follow_up_question", "failure_demand"),
}
"""Per kind the fields that are written for the workgroup alone."""

LEAST_WORDS = 4
"""Shorter sentences are the same by chance."""

_BETWEEN = re.compile(r"((?<=[.!?…])\s+|\n+)")
_WORD = re.compile(r"\w+")


def split_sentences(words: str) -> list[str]:
    """Return sentences and what stands between them, in turn, so that joined they are the words."""
    return _BETWEEN.split(words)


@lru_cache(maxsize=8192)
def heart(sentence: str) -> str:
    """Return a sentence as it is compared: only words count; '' when it is too short for that."""
    words = _WORD.findall(sentence.casefold())
    return " ".join(words) if len(words) >= LEAST_WORDS else ""


def hearts(text: Text) -> Iterator[str]:
    """Yield each sentence of a text that is long enough, as it is compared."""
    for wording in text.values():
        for sentence in split_sentences(wording)[::2]:
            if words := heart(sentence):
                yield words


class Kept(NamedTuple):
    """Sentences that stay inside, with the id of their note, and two telling words of each.

    Few texts hold the two longest words of a sentence, and only those are read by sentences:
    `telling` has the second longest ones by the longest.
    """

    hearts: Mapping[str, Id | None]
    telling: Mapping[str, AbstractSet[str]]

    def may_be_in(self, small: str) -> bool:
        """Whether words, in small letters, hold telling ones."""
        if len(self.telling) <= FEW:
            return any(
                longest in small and any(second in small for second in seconds)
                for longest, seconds in self.telling.items()
            )
        words = frozenset(_WORD.findall(small))
        return any(not self.telling[word].isdisjoint(words) for word in self.telling.keys() & words)


FEW = 20
"""Looking for so many words one by one is faster than taking a text apart into its words."""


@by_record
def kept_of(record: AnyRecord) -> Kept:
    """Return the sentences that the record's own fields keep inside."""
    fields = PRIVATE_TEXTS.get(type(record), ())
    return _kept(
        dict.fromkeys(words for field in fields for words in hearts(getattr(record, field)))
    )


def _kept(sentences: Mapping[str, Id | None]) -> Kept:
    telling: defaultdict[str, set[str]] = defaultdict(set)
    for longest, second in map(_two_longest, sentences):
        telling[longest].add(second)
    return Kept(sentences, telling)


def _two_longest(words: str) -> tuple[str, str]:
    *_shorter, second, longest = sorted(words.split(), key=len)
    return longest, second


NOTES: Reads = {
    Note: {"order", "kind", "text", "said_by"},
    ParticipantGroup: {"quotes_allowed"},
}
"""What `kept_in_notes` is made from."""


def kept_in_notes(pathway: Pathway) -> Kept:
    """Return the sentences of notes that are not meant for readers.

    A decision is meant to be carried out in the texts, and customers' words may be quoted where
    the group that said them allows it.
    """
    return _kept(
        {
            words: note.id
            for note in pathway.of(Note)
            if note.kind is not NoteKind.DECISION and not may_be_quoted(note, pathway)
            for words in hearts(note.text)
        }
    )


def may_be_quoted(note: Note, pathway: Pathway) -> bool:
    """Whether a note holds customers' words that their group is known to let others quote."""
    if note.kind is not NoteKind.CUSTOMER_WORDS:
        return False
    group = pathway.find(ParticipantGroup, note.said_by)
    return group is not None and group.quotes_allowed is True
