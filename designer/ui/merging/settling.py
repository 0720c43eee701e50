"""One question of a merge as it stands now, and what each answer does. No Qt."""

from typing import Final, NamedTuple

from msgspec.structs import replace

from designer.merging import OpenQuestion
from model import edits
from model.change import Change
from model.describe.conflicts import question
from model.merge import Conflict, ConflictKind, Side, settle, value_now
from model.messages import N_, _
from model.pathway import Pathway

_KEEP: Final = {Side.OURS: N_("Keep ours"), Side.THEIRS: N_("Take theirs"), Side.BOTH: N_("Both")}


class Choice(NamedTuple):
    """An answer, with what its button says."""

    side: Side
    words: str


class Asked(NamedTuple):
    """What is to be read: the record, the question, what has happened since, both wordings."""

    heading: str
    asked: str
    since: str
    ours: str
    theirs: str
    choices: tuple[Choice, ...]


def asked_now(open_question: OpenQuestion, pathway: Pathway, language: str) -> Asked:
    """Put a question as the pathway is now: it may have been edited since the merge."""
    conflict = open_question.conflict
    if conflict.id not in pathway:
        since = _("It has been removed since. Nothing is left to settle.")
        choices = (Choice(Side.OURS, _("Clear the question")),)
        return Asked(open_question.name, "", since, "", "", choices)
    now = as_it_is(conflict, pathway)
    told = question(now, pathway, language)
    is_alike = now.ours == now.theirs
    sides = (Side.OURS,) if is_alike else now.sides
    return Asked(
        told.heading,
        told.asked,
        _since(conflict, now),
        told.answers[Side.OURS],
        told.answers[Side.THEIRS],
        tuple(Choice(side, _words(now, side, told.answers)) for side in sides),
    )


def answered(open_question: OpenQuestion, pathway: Pathway, side: Side, language: str) -> Change:
    """Return the change that settles a question and clears its note.

    Ours is what stands there now, edited since or not.
    """
    asked = asked_now(open_question, pathway, language)
    settling = settle(pathway, as_it_is(open_question.conflict, pathway), side)
    after, _done = settling.applied_to(pathway)
    clearing = edits.remove(after, (open_question.note,))
    label = _("Settle “{name}”").format(name=asked.heading)
    return Change(label, settling.ops + clearing.ops)


def as_it_is(conflict: Conflict, pathway: Pathway) -> Conflict:
    """Return a conflict with what stands in the pathway now as our side."""
    if conflict.kind is not ConflictKind.BOTH_CHANGED or conflict.id not in pathway:
        return conflict
    return replace(conflict, ours=value_now(pathway, conflict))


def _since(conflict: Conflict, now: Conflict) -> str:
    if now.ours == conflict.ours:
        return ""
    if now.ours == now.theirs:
        return _("It has been edited since, and is as in the other version by now.")
    return _("It has been edited since the files were joined. Below is how it is now.")


def _words(conflict: Conflict, side: Side, answers: dict[Side, str]) -> str:
    if conflict.kind is ConflictKind.BOTH_CHANGED:
        return _(_KEEP[side])
    return answers[side]
