"""What of a pathway may leave for the public.

A list of what is public, not of what is private: a field that someone adds to a record or to a
part of one stays at home until it is named here. All that is published is made from the pathway
that `public_part` returns, so that no writer can let out what it never saw.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, cast

from msgspec import Struct
from msgspec.structs import replace

from model.codes import Confirmation
from model.ids import Id
from model.integrity import LINKS
from model.parts import (
    Approval,
    Contact,
    Fee,
    FormUse,
    GlossaryTerm,
    Isbar,
    Link,
    OmasoteUse,
    RelatedArtifact,
    Responsibility,
    StageParticipant,
    TimeTarget,
)
from model.pathway import Pathway
from model.records import (
    Actor,
    AnyRecord,
    Channel,
    Goal,
    Handover,
    Metric,
    ParticipantGroup,
    PathwayInfo,
    Phase,
    Record,
    Stage,
    TimePromise,
)
from model.text import AgeRange, Span, Text

PUBLIC_FIELDS: Mapping[type[Record], tuple[str, ...]] = {
    PathwayInfo: (
        "title",
        "summary",
        "description",
        "slug",
        "themes",
        "target_group",
        "not_for",
        "ages",
        "area",
        "county",
        "municipalities",
        "languages",
        "how_to_get_help",
        "emergency",
        "rights",
        "feedback",
        "accessibility_statement",
        "owner",
        "sector_responsibles",
        "status",
        "approvals",
        "version",
        "last_reviewed",
        "next_review",
        "valid_from",
        "valid_to",
        "related_artifacts",
        "glossary",
    ),
    Phase: ("order", "title", "kind", "description"),
    Actor: (
        "order",
        "name",
        "sector",
        "organisation",
        "unit",
        "role",
        "contacts",
        "languages",
    ),
    Stage: (
        "order",
        "actor",
        "phase",
        "column",
        "kind",
        "start",
        "public",
        "title",
        "what_happens",
        "what_you_can_do",
        "more_info",
        "links",
        "professional_title",
        "professional_text",
        "participants",
        "channels",
        "time_targets",
        "duration",
        "next_contact",
        "fee",
        "provider",
        "entry_criteria",
        "exit_criteria",
        "outcomes",
        "ends_when",
        "end_decided_by",
        "way_back",
        "forms",
        "omasote",
        "related_artifacts",
    ),
    Channel: (
        "order",
        "kind",
        "digital",
        "name",
        "description",
        "contacts",
        "hours",
        "out_of_hours",
        "fee",
        "languages",
        "municipalities",
        "authentication",
        "support",
        "accessibility",
        "alternative_to",
    ),
    Handover: (
        "source",
        "target",
        "flow",
        "condition",
        "outcome",
        "kind",
        "sender",
        "receiver",
        "trigger",
        "criteria",
        "information",
        "information_needed",
        "isbar",
        "media",
        "consent",
        "responsible_before",
        "responsible_during",
        "responsible_after",
        "responsibility_moves",
        "waiting_contact",
        "send_within",
        "accept_within",
        "answer_within",
        "see_within",
        "acknowledgement",
        "if_not_accepted",
        "if_not_accepted_text",
        "feedback_from",
        "feedback_to",
        "feedback_within",
        "customer_told",
        "customer_told_by",
        "direct_access",
        "model_referral",
    ),
    Goal: ("order", "title", "need"),
    Metric: ("order", "kind", "title", "definition", "unit", "target"),
    TimePromise: ("order", "title", "target", "from_stage", "to_stage"),
    ParticipantGroup: ("order", "kind", "title", "profession", "organisation", "sector"),
}
"""Per kind the fields that are public; kinds that are not named here are private as a whole."""

PUBLIC_PARTS: Mapping[type[Struct], tuple[str, ...]] = {
    AgeRange: ("youngest", "oldest"),
    Approval: ("role", "organisation", "on", "version"),
    Contact: ("kind", "value", "text"),
    Fee: ("kind", "note"),
    FormUse: ("title", "url", "points"),
    GlossaryTerm: ("term", "explanation", "synonyms"),
    Isbar: (
        "identify",
        "situation",
        "background",
        "assessment",
        "recommendation",
        "not_needed",
    ),
    Link: ("title", "url"),
    OmasoteUse: ("function",),
    RelatedArtifact: ("kind", "title", "url", "checked"),
    Responsibility: ("role", "organisation", "sector"),
    Span: ("typed", "least", "most", "unit"),
    StageParticipant: ("actor", "participation", "task"),
    TimeTarget: ("limit", "starts", "ends", "basis", "law", "ages", "source"),
}
"""Per kind of part, wherever it lies, the fields that are public."""

# What HTML, SVG and XML cannot hold or must not show: control characters other than tab and
# newline, halves of surrogate pairs, non-characters, and marks that turn the reading direction.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)

# Kinds that are published as a whole list, whether or not a stage names them.
_ON_THEIR_OWN = (Goal, Metric, TimePromise, ParticipantGroup)
# Kinds that are published when a public stage or handover names them.
_WHEN_NAMED = (Phase, Actor, Channel)


def public_part(pathway: Pathway, languages: Sequence[str]) -> Pathway:
    """Return the pathway without all that is not public.

    Only stages marked public, the handovers between them, and the phases, actors and channels
    that these name. A text is kept in `languages`; one that has none of them is kept as it is,
    since readers are better served by another language than by nothing.
    """

    def published(records: Iterable[Record]) -> list[Record]:
        return [_readable(record, languages) for record in records]

    stages = [stage for stage in pathway.stages if stage.public]
    ids = {stage.id for stage in stages}
    arrows = [arrow for arrow in pathway.handovers if {arrow.source, arrow.target} <= ids]
    flow = published([*stages, *arrows])
    # A drawing marks what the workgroup has not agreed on, and that is not for the public.
    flow = [
        replace(record, confirmation=Confirmation.CONFIRMED)
        if isinstance(record, Stage)
        else record
        for record in flow
    ]
    named = set(_linked_ids(flow))
    rest = published(
        [
            pathway.info,
            *(record for kind in _ON_THEIR_OWN for record in pathway.of(kind)),
            *(record for kind in _WHEN_NAMED for record in pathway.of(kind) if record.id in named),
        ]
    )
    kept = {record.id for record in (*flow, *rest)}
    return Pathway(
        cast("AnyRecord", _freed(record, lambda id: id not in kept)) for record in (*flow, *rest)
    )


def _linked_ids(records: Iterable[Record]) -> Iterator[Id]:
    for record in records:
        for link in LINKS.get(type(record), ()):
            yield from link.ids(getattr(record, link.field))


def _freed(record: Record, missing: Callable[[Id], bool]) -> Record:
    """Take away the links to what is not public."""
    links = (link for link in LINKS.get(type(record), ()) if link.without)
    return replace(
        record,
        **{
            link.field: link.without(getattr(record, link.field), missing)
            for link in links
            if link.without and any(map(missing, link.ids(getattr(record, link.field))))
        },
    )


def _readable(value: Any, languages: Sequence[str]) -> Any:
    """Return a value with what is public of it, every text inside it cleaned."""
    if not value:  # most fields say nothing
        return value
    kind: Any = type(value)
    if kind is str:
        return printable(value)
    if kind is tuple:
        return tuple([_readable(each, languages) for each in value])
    if isinstance(value, Struct):
        return kind(
            **{field: _readable(getattr(value, field), languages) for field in _public_fields(kind)}
        )
    return in_chosen(value, languages) if isinstance(value, Mapping) else value


@cache
def _public_fields(kind: type[Struct]) -> tuple[str, ...]:
    return ("id", *PUBLIC_FIELDS[kind]) if issubclass(kind, Record) else PUBLIC_PARTS[kind]


def printable(words: str) -> str:
    """Return words without what pages cannot hold or must not show."""
    return words if words.isprintable() else _UNPRINTABLE.sub("", words)


def in_chosen(text: Text, languages: Sequence[str]) -> Text:
    """Return a text in the languages chosen, without what pages cannot hold or must not show."""
    cleaned = {code: printable(words).strip() for code, words in text.items()}
    filled = {code: words for code, words in sorted(cleaned.items()) if words}
    return {code: words for code, words in filled.items() if code in languages} or filled
