"""What records are called in cells that link to them, and which record is meant by a name."""

import re
from collections import Counter
from difflib import get_close_matches
from functools import cached_property

from model.edits import name_of
from model.ids import Id
from model.pathway import Pathway
from model.records import Handover, Record
from model.text import Text, in_language

Kinds = tuple[type[Record], ...]

LONGEST = 120
"""Letters of a name in a cell that links; names are compared in full."""

_ID = re.compile(r"(?:^|\s)\[?([A-Za-z0-9][A-Za-z0-9_-]{0,39})\]?$")


class Labels:
    """The names of a pathway's records in the language that leads in a workbook.

    A record's label is its name; where two are called alike, or one has no name, the id stands
    behind it in brackets. Reading knows names in all languages, and those that the workbook
    itself brings along.
    """

    def __init__(self, pathway: Pathway, language: str) -> None:
        self.pathway = pathway
        self.language = language
        self._brought: dict[tuple[type[Record], str], list[Id]] = {}
        self._labels: dict[Kinds, dict[Id, str]] = {}
        self._known: dict[Kinds, dict[str, list[Id]]] = {}
        self._kinds_brought: dict[Id, type[Record]] = {}

    @cached_property
    def numbers(self) -> dict[Id, int]:
        """The places of the stages in reading order, from 1."""
        return {stage.id: place for place, stage in enumerate(self.pathway.stages, start=1)}

    @cached_property
    def answered_for(self) -> Counter[Id | None]:
        """How many stages each actor answers for."""
        return Counter(stage.actor for stage in self.pathway.stages)

    def label(self, id: Id, kinds: Kinds) -> str:
        """Return what stands for a record in a cell; its bare id when it is of no such kind."""
        if kinds not in self._labels:
            self._labels[kinds] = self._labels_of(kinds)
        return self._labels[kinds].get(id, f"[{id}]")

    def bring(self, kind: type[Record], name: str, id: Id) -> None:
        """Let a name that stands in the workbook be understood, beside those of the pathway."""
        self._kinds_brought[id] = kind
        if key := folded(name):
            self._brought.setdefault((kind, key), []).append(id)
        self._known.clear()

    def find(self, words: str, kinds: Kinds) -> list[Id]:
        """Return all records of these kinds that are meant by a name, a label or an id."""
        by_id = _ID.search(words.strip())
        if by_id and words.strip().endswith("]") and self._is_of(by_id[1], kinds):
            return [by_id[1]]
        known = self._names_of(kinds)
        if found := known.get(folded(words)):
            return list(dict.fromkeys(found))
        bare = words.strip().strip("[]")
        return [bare] if self._is_of(bare, kinds) else []

    def near(self, words: str, kinds: Kinds) -> str:
        """Return the label of a record whose name is nearly that, '' without one."""
        known = {name[:LONGEST]: ids for name, ids in self._names_of(kinds).items()}
        found = get_close_matches(folded(words)[:LONGEST], known, n=1, cutoff=0.75)
        return self.label(known[found[0]][0], kinds) if found else ""

    def _is_of(self, id: str, kinds: Kinds) -> bool:
        return isinstance(self.pathway.get(id), kinds) or self._kinds_brought.get(id) in kinds

    def _labels_of(self, kinds: Kinds) -> dict[Id, str]:
        names = {
            record.id: self._name(record)
            for record in self.pathway.values()
            if isinstance(record, kinds)
        }
        counts = Counter(map(folded, names.values()))
        return {
            id: name if name and counts[folded(name)] == 1 else f"{name} [{id}]".strip()
            for id, name in names.items()
        }

    def _name(self, record: Record) -> str:
        if isinstance(record, Handover):
            ends = (self.pathway.get(record.source), self.pathway.get(record.target))
            return " → ".join(self._name(end) if end else "?" for end in ends)
        return " ".join(name_of(record, self.language).split())[:LONGEST].strip()  # type: ignore[arg-type]

    def _names_of(self, kinds: Kinds) -> dict[str, list[Id]]:
        if kinds in self._known:
            return self._known[kinds]
        known: dict[str, list[Id]] = {}
        for record in self.pathway.values():
            if isinstance(record, kinds):
                names = {self._name(record), self.label(record.id, kinds)}
                for wording in _text(record):
                    names.add(in_language(_text(record), wording))
                for key in sorted({folded(name) for name in names} - {""}):
                    known.setdefault(key, []).append(record.id)
        for (kind, key), ids in self._brought.items():
            if kind in kinds:
                known.setdefault(key, []).extend(ids)
        self._known[kinds] = known
        return known


def _text(record: Record) -> Text:
    for field in ("title", "name"):
        if text := getattr(record, field, None):
            return text  # type: ignore[no-any-return]
    return {}


def folded(words: str) -> str:
    """Return words for comparing names: small letters, one blank between each two."""
    return " ".join(words.split()).casefold()
