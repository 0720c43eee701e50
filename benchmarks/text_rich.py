"""Pathways as long as one wants that say as much as the complete samples do.

They are copies of a sample's stages, handovers, notes, stories and tasks, one after the other.
Each copy's sentences carry a word of its own, so that no text is the same as another and nothing
is remembered from one to the next.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from msgspec import Struct, structs

from model import file
from model.change import Change, Remove
from model.codes import StageKind
from model.ids import Id
from model.integrity import led_elsewhere, loose_ends
from model.pathway import Pathway
from model.records import AnyRecord, Handover, Note, Stage, Story, Task, TimePromise

SAMPLE: Final = Path(__file__).parents[1] / "samples" / "t2d.ketju"
COPIED: Final = (Stage, Handover, Note, Story, Task)
_END_OF_SENTENCE: Final = re.compile(r"(?=[.!?](?:\s|$))|(?<![.!?])$")


def text_rich(stages: int, first_word: int = 0) -> Pathway:
    """Return a pathway of that many stages, each with all its texts in all its languages.

    With another `first_word`, of at least the stages apart, all its sentences are others.
    """
    sample = file.read(SAMPLE)
    copies = -(-stages // len(sample.stages))
    whole = max(1, stages // len(sample.stages))
    records: list[AnyRecord] = [
        _spanning(record, whole) if isinstance(record, TimePromise) else record
        for record in sample.values()
        if not isinstance(record, COPIED)
    ]
    copied = [record for record in sample.values() if isinstance(record, COPIED)]
    for number in range(copies):
        word = _word(first_word + number)
        records += (_copied(record, number, word, sample) for record in copied)
    records += _joints(sample, copies)
    longer = Pathway(records)
    return _without(longer, sorted(longer.stages, key=lambda stage: stage.id)[stages:])


def _in_copy(id: Id, number: int) -> Id:
    return f"k{number:05}-{id}"


def _word(number: int) -> str:
    """Return a word of small letters, which no rule looks for."""
    letters = ""
    for _place in range(3):
        number, letter = divmod(number, 26)
        letters = chr(ord("a") + letter) + letters
    return f"k{letters}"


def _copied(record: AnyRecord, number: int, word: str, sample: Pathway) -> AnyRecord:
    """Return the record as one of the copy: links among what is copied stay within it."""
    led = led_elsewhere(
        record,
        lambda id: _in_copy(id, number) if isinstance(sample.get(id), COPIED) else id,
    )
    told = {
        field: with_word(getattr(led, field), word)
        for field in led.__struct_fields__
        if field not in {"id", "order"}
    }
    copy = structs.replace(led, **{**told, "id": _in_copy(record.id, number)})
    if isinstance(copy, Stage):
        return structs.replace(copy, column=copy.column + number * sample.columns[copy.phase])
    return copy


def with_word(value: Any, word: str) -> Any:
    """Return the value with the word in each sentence of each text in it; not in addresses."""
    match value:
        case Mapping():
            return {
                language: _END_OF_SENTENCE.sub(f" {word}", wording)
                for language, wording in value.items()
            }
        case tuple():
            return tuple(with_word(each, word) for each in value)
        case Struct():
            parts = {
                field: with_word(getattr(value, field), word)
                for field in value.__struct_fields__
                if field != "url"
            }
            return structs.replace(value, **parts)
    return value


def _joints(sample: Pathway, copies: int) -> Iterator[Handover]:
    """Yield a handover from the last stage of each copy that is no end to the next copy."""
    first = sample.stages[0].id
    last = next(s.id for s in reversed(sample.stages) if s.kind is not StageKind.END)
    for number in range(copies - 1):
        yield Handover(
            id=f"joint{number:05}",
            source=_in_copy(last, number),
            target=_in_copy(first, number + 1),
            condition={"fi": "tarve jatkuu", "sv": "behovet fortsätter"},
        )


def _spanning(promise: TimePromise, copies: int) -> TimePromise:
    """Let the promise hold from the first copy to the last whole one."""
    return structs.replace(
        promise,
        from_stage=promise.from_stage and _in_copy(promise.from_stage, 0),
        to_stage=promise.to_stage and _in_copy(promise.to_stage, copies - 1),
    )


def _without(pathway: Pathway, stages: list[Stage]) -> Pathway:
    """Take stages out, and what cannot stand without them."""
    shortened, done = Change("", tuple(map(Remove, stages))).applied_to(pathway)
    return loose_ends(shortened, done).applied_to(shortened)[0]
