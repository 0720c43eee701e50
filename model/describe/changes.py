"""What a change does, or how two pathways differ, in words: by record and by field.

    for difference in told(change, pathway, "fi"):  # what it will do
        print(difference.heading, *difference.lines)
    differences(before, after, "fi")  # what has been done

Names of kinds, fields and codes are in the language in force, what is written in the pathway in
the language asked for.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Final, NamedTuple

import msgspec

from model.change import Change
from model.describe.captions import caption, kind_of
from model.describe.fields import FIELDS, name_of_field
from model.describe.values import items_in_words, value_in_words
from model.ids import Id
from model.messages import N_, _
from model.pathway import Pathway
from model.records import AnyRecord, Handover, PathwayInfo, Stage
from model.text import Text

AROUND: Final = 24
"""How many characters are shown around the place where a long text changes."""
LONG: Final = 60
"""From how many characters on only that place is shown."""

LINE_END: Final = "¶"

_IN_THE_NAME: Final = frozenset({"title", "name", "text", "column"})
_ENDS: Final = frozenset({"source", "target"})
"""Fields of a new record, or of a new handover, that its name or its place tells already."""


class What(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class Tense(NamedTuple):
    """Message ids that tell of what is still to be done from what has been done."""

    added: str
    removed: str
    responsibility: str


WILL: Final = Tense(
    N_("New: {record}"),
    N_("Removed: {record}"),
    N_("The responsibility moves: {before} → {after}"),
)
HAS: Final = Tense(
    N_("Added {record}"),
    N_("Taken away: {record}"),
    N_("The responsibility moved: {before} → {after}"),
)


class Difference(NamedTuple):
    """How one record differs: `heading` names it, `lines` say it field by field."""

    id: Id
    what: What
    heading: str
    lines: tuple[str, ...]


def told(change: Change, pathway: Pathway, language: str) -> tuple[Difference, ...]:
    """Say what a change does to a pathway, in the order of the change; what cancels out is not."""
    after, _done = change.applied_to(pathway)
    ids = dict.fromkeys(op.id for op in change.ops)
    return tuple(_differences(_Between(pathway, after, language, WILL), ids))


def differences(before: Pathway, after: Pathway, language: str) -> tuple[Difference, ...]:
    """Say how a pathway became another."""
    ids = dict.fromkeys((*before, *after))
    return tuple(_differences(_Between(before, after, language, HAS), ids))


class _Between(NamedTuple):
    """Two states of a pathway, and in which words their differences are told."""

    before: Pathway
    after: Pathway
    language: str
    tense: Tense


def _differences(between: _Between, ids: Iterable[Id]) -> Iterator[Difference]:
    for id in ids:
        if between.before.get(id) != between.after.get(id):
            yield _difference(id, between)


def _difference(id: Id, between: _Between) -> Difference:
    before, after, language, tense = between
    old, new = before.get(id), after.get(id)
    if new is None:
        heading = _(tense.removed).format(record=_named(before[id], before, language))
        return Difference(id, What.REMOVED, heading, ())
    if old is None:
        heading = _(tense.added).format(record=_named(new, after, language))
        return Difference(id, What.ADDED, heading, tuple(_filled(new, after, language)))
    heading = _capital(_named(old, before, language))
    return Difference(id, What.CHANGED, heading, tuple(_changed(old, new, between)))


def _named(record: AnyRecord, pathway: Pathway, language: str) -> str:
    """Name a record as in running text: “stage “Referral””."""
    kind = kind_of(record)
    kind = f"{kind[:1].lower()}{kind[1:]}"
    if isinstance(record, PathwayInfo):
        return kind
    return _("{kind} “{name}”").format(kind=kind, name=_brief(caption(record, pathway, language)))


def _filled(record: AnyRecord, pathway: Pathway, language: str) -> Iterator[str]:
    """Say what a new record holds besides its name, and what it would hold if nobody chose."""
    blank = {about.name: about.default for about in msgspec.structs.fields(record)}
    told = _IN_THE_NAME | _ENDS if isinstance(record, Handover) else _IN_THE_NAME
    for field in FIELDS[type(record)]:
        if field in told or getattr(record, field) == blank[field]:
            continue
        words = value_in_words(record, field, pathway, language)
        if words:
            yield _("{field}: {value}").format(field=name_of_field(record, field), value=words)


def _changed(old: AnyRecord, new: AnyRecord, between: _Between) -> Iterator[str]:
    before, after, language, tense = between
    for field in _fields_told(old, new):
        was, now = getattr(old, field), getattr(new, field)
        name = name_of_field(old, field)
        if isinstance(old, Stage) and field == "actor":
            yield _(tense.responsibility).format(
                before=_brief(value_in_words(old, field, before, language)) or _("(no actor)"),
                after=_brief(value_in_words(new, field, after, language)) or _("(no actor)"),
            )
        elif not name:
            yield _("Its place among the others")
        elif isinstance(was, Mapping) and isinstance(now, Mapping):
            yield from _text_changed(name, was, now)
        elif isinstance(was, tuple) and isinstance(now, tuple):
            yield from _several_changed(
                name,
                items_in_words(old, field, before, language),
                items_in_words(new, field, after, language),
            )
        else:
            yield _value_changed(
                name,
                value_in_words(old, field, before, language),
                value_in_words(new, field, after, language),
            )


def _fields_told(old: AnyRecord, new: AnyRecord) -> list[str]:
    """Return the fields that differ; where one lies only when nothing else does."""
    from model.merge import PLACE_FIELDS

    if type(old) is not type(new):
        return []
    changed = [
        field for field in old.__struct_fields__ if getattr(old, field) != getattr(new, field)
    ]
    return [field for field in changed if field not in PLACE_FIELDS] or changed


def _value_changed(name: str, was: str, now: str) -> str:
    if not was:
        return _("{field} → {value}").format(field=name, value=_brief(now))
    return _("{field}: {before} → {after}").format(
        field=name, before=_brief(was), after=_brief(now) or _("(empty)")
    )


def _text_changed(name: str, was: Text, now: Text) -> Iterator[str]:
    """Say in each language what is written, taken away, or written differently."""
    languages = [code for code in dict.fromkeys((*was, *now)) if was.get(code) != now.get(code)]
    several = len({*was, *now}) > 1
    for code in languages:
        field = f"{name} ({code})" if several else name
        old, new = was.get(code, ""), now.get(code, "")
        if not old:
            yield _("{field} → “{value}”").format(field=field, value=_brief(new))
        elif not new:
            yield _("{field}: “{value}” is taken away").format(field=field, value=_brief(old))
        else:
            old, new = _where_they_differ(old, new)
            yield _("{field}: “{before}” → “{after}”").format(field=field, before=old, after=new)


def _several_changed(name: str, was: tuple[str, ...], now: tuple[str, ...]) -> Iterator[str]:
    """Say what has come to a list and what has gone from it, or that only its order is another."""
    gone, come = _without(was, now), _without(now, was)
    if len(gone) == len(come) == 1:
        yield _value_changed(name, *_where_they_differ(gone[0], come[0]))
        return
    for item in gone:
        yield _("{field}: “{value}” is taken away").format(field=name, value=_brief(item))
    for item in come:
        yield _("{field}: “{value}” is added").format(field=name, value=_brief(item))
    if not gone and not come:
        yield _("{field}: in another order").format(field=name)


def _without(items: tuple[str, ...], others: tuple[str, ...]) -> list[str]:
    left = list(others)
    kept = []
    for item in items:
        if item in left:
            left.remove(item)
        else:
            kept.append(item)
    return kept


def _where_they_differ(was: str, now: str) -> tuple[str, str]:
    """Cut two long texts down to the words around the place where they differ."""
    was, now = _one_line(was), _one_line(now)
    if max(len(was), len(now)) <= LONG:
        return was, now
    head = _alike(was, now)
    tail = _alike(was[:head:-1], now[:head:-1])
    return _cut(was, head, tail), _cut(now, head, tail)


def _alike(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    shorter = min(len(one), len(other))
    return next((place for place, (a, b) in pairs if a != b), shorter)


def _cut(words: str, head: int, tail: int) -> str:
    begin = max(0, head - AROUND)
    while begin > 0 and not words[begin - 1].isspace() and begin > head - 2 * AROUND:
        begin -= 1
    end = min(len(words), len(words) - tail + AROUND)
    shown = _brief(words[begin:end])
    return f"{'…' if begin else ''}{shown}{'…' if end < len(words) and shown[-1:] != '…' else ''}"


def _brief(words: str) -> str:
    words = _one_line(words)
    most = 2 * LONG
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def _one_line(words: str) -> str:
    """Put a text on one line, with a mark where its lines end."""
    lines = (" ".join(line.split()) for line in words.splitlines())
    return f" {LINE_END} ".join(filter(None, lines))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
