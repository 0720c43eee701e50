"""Where words stand on the board: in names, and in all texts of stages, handovers and notes.

A stage with a paper card is found by its number, too: "card 12".

Pure, no Qt.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from msgspec import Struct

from designer.ui.canvas.walk import reading_order
from designer.ui.palette.matching import folded
from model.edits import name_of
from model.ids import Id
from model.messages import _
from model.pathway import Pathway
from model.records import AnyRecord, Note, Stage
from model.text import in_language

_BEFORE, _AFTER = 30, 60  # letters told around what was found


class Match(NamedTuple):
    """A record that holds the words; `excerpt` is where, '' when its name holds them."""

    id: Id
    excerpt: str


class Searchable:
    """The texts of a pathway in one language, ready to be searched at each letter."""

    def __init__(self, pathway: Pathway, language: str) -> None:
        self._texts: list[tuple[Id, tuple[str, ...], str]] = []
        for id in _in_order(pathway):
            texts = tuple(_texts_of(pathway[id], language))
            name = _on_one_line(name_of(pathway[id], language))
            texts = (name, *(text for text in texts if text != name), *_card(pathway[id]))
            self._texts.append((id, texts, "\n".join(folded(text) for text in texts)))

    def matches(self, words: str) -> list[Match]:
        """Return what holds the words, in reading order; nothing for no words."""
        wanted = folded(_on_one_line(words))
        if not wanted:
            return []
        return [
            Match(id, _excerpt(texts, wanted))
            for id, texts, every in self._texts
            if wanted in every
        ]


def _in_order(pathway: Pathway) -> Iterator[Id]:
    yield from reading_order(pathway)
    for records in (pathway.actors, pathway.phases, pathway.of(Note)):
        yield from (record.id for record in records)


def _card(record: AnyRecord) -> Iterator[str]:
    """Yield what stands on the wall for a stage that has a paper card."""
    if isinstance(record, Stage) and record.card_number:
        yield _("card {number}").format(number=record.card_number)


def _texts_of(part: AnyRecord | Struct, language: str) -> Iterator[str]:
    """Yield every text of a record and of its parts, in the order of its fields."""
    for name in part.__struct_fields__:
        value = getattr(part, name)
        if not value or isinstance(value, str):
            continue
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Mapping):
                yield _on_one_line(in_language(one, language))
            elif isinstance(one, Struct):
                yield from _texts_of(one, language)


def _excerpt(texts: tuple[str, ...], wanted: str) -> str:
    if wanted in folded(texts[0]):
        return ""
    text = next(text for text in texts if wanted in folded(text))
    plain = folded(text)
    # Folding may make a letter longer; then the place is only about right.
    at = plain.index(wanted) * len(text) // len(plain)
    start, end = max(0, at - _BEFORE), at + len(wanted) + _AFTER
    if start:
        start = text.find(" ", start, at) + 1 or start
    return ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "")


def _on_one_line(words: str) -> str:
    return " ".join(words.split())
