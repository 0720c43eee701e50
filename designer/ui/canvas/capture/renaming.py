"""New names for what is there; a stage's may say where it goes: ` @actor`, ` #phase`."""

import re
from typing import Final

from model import edits
from model.change import Change
from model.entry import Completion, NewName, completions, read_entry
from model.entry.line import existing
from model.entry.names import Found
from model.ids import Id
from model.notes import write_note
from model.pathway import Pathway
from model.records import Note, Stage

_FIRST_MARK: Final = re.compile(r"\s+[@#](?=\S)")
_ANY_TITLE: Final = "x"


def renamed(pathway: Pathway, id: Id, words: str, language: str) -> Change:
    """Return what new words over a name do.

    Unlike in the line of a new stage, marks count only when they name an actor or a phase that
    exists, and no more than that is read: what stands in a title by chance stays in it.
    """
    if pathway.find(Note, id) is not None:
        return write_note(pathway, id, words, language)
    stage = pathway.find(Stage, id)
    mark = _FIRST_MARK.search(words)
    if stage is not None and mark is not None:
        tail = words[mark.start() :]
        entry = read_entry(pathway, _ANY_TITLE + tail, language)
        is_new = tail not in stage.title.get(language, "")
        if is_new and not entry.target and _is_known(entry.actor, entry.phase):
            title = words[: mark.start()] + entry.title.removeprefix(_ANY_TITLE)
            named = edits.rename(pathway, id, language, title)
            moved = _moved(pathway, stage, existing(entry.actor), existing(entry.phase))
            return edits.together((named or moved).label, (named, moved))
    return edits.rename(pathway, id, language, words)


def _is_known(actor: Found | None, phase: Found | None) -> bool:
    """Whether the marks name something, and nothing that would be new."""
    return (actor or phase) is not None and not (
        isinstance(actor, NewName) or isinstance(phase, NewName)
    )


def _moved(pathway: Pathway, stage: Stage, actor: Id | None, phase: Id | None) -> Change:
    lane, part = actor or stage.actor, phase or stage.phase
    if (lane, part) == (stage.actor, stage.phase):
        return Change("")
    start = stage.column if part == stage.phase else 0
    column = edits.next_free_column(pathway, lane, part, start=start)
    return edits.move_stage(pathway, stage.id, actor=lane, phase=part, column=column)


def marks_offered(
    pathway: Pathway, words: str, cursor: int, language: str
) -> tuple[Completion, ...]:
    """Return the completions that count in an existing stage's name: those after @ and #."""
    if not {"@", "#"}.intersection(words[:cursor]):
        return ()
    return tuple(
        completion
        for completion in completions(pathway, words, cursor, language)
        if words[max(0, completion.start - 1) : completion.start] in {"@", "#"}
    )
