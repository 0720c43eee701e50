"""What a merge could not decide, as a question that a room can answer."""

from typing import Any, NamedTuple

from msgspec.structs import replace

from model.describe.captions import caption, kind_of
from model.describe.fields import name_of_field
from model.describe.values import plainly, value_in_words
from model.merge import Conflict, ConflictKind, Side
from model.messages import N_, _
from model.pathway import Pathway
from model.records import AnyRecord

_QUESTIONS = {
    ConflictKind.REMOVED_BY_US: N_(
        "It was removed here and edited in the other version. It has been kept."
    ),
    ConflictKind.REMOVED_BY_THEM: N_(
        "It was removed in the other version and edited here. It has been kept."
    ),
    ConflictKind.STILL_USED: N_(
        "One version removed it, and the other still leads to it. It has been kept."
    ),
}


class Question(NamedTuple):
    """`heading` names the record, `asked` says what is to be decided.

    `answers` are the words of each choice: of a value the two versions, else what becomes of the
    record.
    """

    heading: str
    asked: str
    answers: dict[Side, str]


def question(conflict: Conflict, pathway: Pathway, language: str) -> Question:
    """Put a conflict of a merged pathway in words; texts in `language` where the path has none."""
    record = pathway[conflict.id]
    kind, name = kind_of(record), caption(record, pathway, language)
    heading = _("{kind} “{name}”").format(kind=kind, name=name)
    if conflict.kind is not ConflictKind.BOTH_CHANGED:
        return Question(heading, _(_QUESTIONS[conflict.kind]), _fates(conflict))
    if not conflict.path:
        asked = _("Both versions made something else of it.")
        return Question(heading, asked, dict.fromkeys(conflict.sides, name))
    asked = _("{field} differs in the two versions.").format(field=_field(record, conflict))
    answers = {
        Side.OURS: _value(record, conflict, conflict.ours, pathway, language),
        Side.THEIRS: _value(record, conflict, conflict.theirs, pathway, language),
    }
    return Question(heading, asked, answers)


def _fates(conflict: Conflict) -> dict[Side, str]:
    sides = {Side.OURS: conflict.ours, Side.THEIRS: conflict.theirs}
    return {side: _("Remove it") if kept is None else _("Keep it") for side, kept in sides.items()}


def _field(record: AnyRecord, conflict: Conflict) -> str:
    field, *within = conflict.path
    name = name_of_field(record, field) or _("Its place among the others")
    language = within[-1] if within and isinstance(conflict.ours, str) else ""
    return f"{name} ({language})" if language else name


def _value(
    record: AnyRecord, conflict: Conflict, value: Any, pathway: Pathway, language: str
) -> str:
    if isinstance(value, str) and len(conflict.path) > 1:
        return value
    field, *within = conflict.path
    if within:  # a part of a part: what is said of the whole would hide what differs
        return plainly(value, language) or _("(empty)")
    side = replace(record, **{field: value})
    return value_in_words(side, field, pathway, language) or _("(empty)")
