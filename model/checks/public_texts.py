"""The texts of each record that a public export may show, with what people call them.

Addresses of links are not among them: a page may exist in one language only. Neither are a
glossary's synonyms, which need not have counterparts.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from model.checks.remembered import by_record
from model.messages import N_
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
from model.text import Text, without_blanks

LANGUAGE_WORDS = {"fi": N_("in Finnish"), "sv": N_("in Swedish"), "en": N_("in English")}

PUBLIC_TEXTS: Mapping[type[Record], Mapping[str, str]] = {
    PathwayInfo: {
        "title": N_("title"),
        "summary": N_("summary"),
        "description": N_("description"),
        "slug": N_("web address"),
        "themes": N_("themes"),
        "target_group": N_("target group"),
        "not_for": N_("for whom it is not"),
        "area": N_("area"),
        "county": N_("county"),
        "how_to_get_help": N_("how to get help"),
        "emergency": N_("emergency text"),
        "rights.title": N_("links to the customer’s rights"),
        "feedback.title": N_("feedback link"),
        "accessibility_statement.title": N_("accessibility statement"),
        "owner.role": N_("owner"),
        "owner.organisation": N_("owner"),
        "sector_responsibles.role": N_("those who answer in each sector"),
        "sector_responsibles.organisation": N_("those who answer in each sector"),
        "approvals.role": N_("approvals"),
        "approvals.organisation": N_("approvals"),
        "related_artifacts.title": N_("grounds"),
        "glossary.term": N_("glossary"),
        "glossary.explanation": N_("glossary"),
    },
    Phase: {"title": N_("title"), "description": N_("description")},
    Actor: {
        "name": N_("name"),
        "organisation": N_("organisation"),
        "unit": N_("unit"),
        "role": N_("role in the pathway"),
        "contacts.text": N_("contacts"),
    },
    Stage: {
        "title": N_("title"),
        "what_happens": N_("what happens"),
        "what_you_can_do": N_("what you can do"),
        "more_info": N_("more information"),
        "links.title": N_("links"),
        "professional_title": N_("title for professionals"),
        "professional_text": N_("text for professionals"),
        "participants.task": N_("tasks of those who take part"),
        "time_targets.starts": N_("time targets"),
        "time_targets.ends": N_("time targets"),
        "time_targets.source": N_("time targets"),
        "next_contact": N_("next contact"),
        "fee.note": N_("fee"),
        "entry_criteria": N_("criteria to get in"),
        "exit_criteria": N_("criteria to move on"),
        "outcomes": N_("outcomes"),
        "ends_when": N_("when the service ends"),
        "end_decided_by": N_("who decides on the end"),
        "way_back": N_("way back"),
        "forms.title": N_("forms and measures"),
        "related_artifacts.title": N_("grounds"),
    },
    Channel: {
        "name": N_("name"),
        "description": N_("description"),
        "contacts.text": N_("contacts"),
        "hours": N_("opening hours"),
        "out_of_hours": N_("outside opening hours"),
        "fee.note": N_("fee"),
        "support": N_("help in using it"),
        "accessibility": N_("accessibility"),
    },
    Handover: {
        "condition": N_("condition"),
        "trigger": N_("what sets it off"),
        "criteria": N_("criteria"),
        "information": N_("information that travels"),
        "information_needed": N_("information that the receiver needs"),
        "isbar.identify": N_("ISBAR"),
        "isbar.situation": N_("ISBAR"),
        "isbar.background": N_("ISBAR"),
        "isbar.assessment": N_("ISBAR"),
        "isbar.recommendation": N_("ISBAR"),
        "responsibility_moves": N_("when the responsibility moves"),
        "waiting_contact": N_("contact while waiting"),
        **{
            f"{limit}.{part}": N_("time targets")
            for limit in (
                "send_within",
                "accept_within",
                "answer_within",
                "see_within",
                "feedback_within",
            )
            for part in ("starts", "ends", "source")
        },
        "acknowledgement": N_("acknowledgement"),
        "if_not_accepted_text": N_("guidance when it is not accepted"),
        "customer_told": N_("what the customer is told"),
        "customer_told_by": N_("who tells the customer"),
        "model_referral.title": N_("model referral"),
    },
    Goal: {"title": N_("title"), "need": N_("need")},
    Metric: {"title": N_("title"), "definition": N_("definition"), "unit": N_("unit of measure")},
    TimePromise: {
        "title": N_("title"),
        "target.starts": N_("time targets"),
        "target.ends": N_("time targets"),
        "target.source": N_("time targets"),
    },
    ParticipantGroup: {
        "title": N_("title"),
        "profession": N_("profession"),
        "organisation": N_("organisation"),
    },
}
"""Per kind and path of field (`contacts.text`: the text of each contact) the name for people."""


class PublicText(Struct, frozen=True, gc=False):
    """A text that is published: in which field of the record, of what part, called what, itself.

    `part` is where in the field it stands: the `title` of a link, else the field again. `name`
    is a message id.
    """

    field: str
    part: str
    name: str
    text: Text


@by_record
def public_texts(record: AnyRecord) -> tuple[PublicText, ...]:
    """Return each public text that is written in a record."""
    found: list[PublicText] = []
    for field, within, part, name in _places(type(record)):
        value = getattr(record, field)
        if not value:
            continue
        if not within and isinstance(value, dict):  # most fields hold just one text
            found.append(PublicText(field, part, name, value))
        else:
            found += [PublicText(field, part, name, text) for text in _at(value, within) if text]
    return tuple(found)


@by_record
def public_wordings(record: AnyRecord) -> str:
    """Return all that `public_texts` say in one, with a sign between that no word has.

    Most records say nothing of what a rule looks for, which is soon seen in this.
    """
    return "\0".join([wording for place in public_texts(record) for wording in place.text.values()])


@by_record
def small_public_wordings(record: AnyRecord) -> str:
    """Return `public_wordings` in small letters."""
    return public_wordings(record).casefold()


@cache
def _places(kind: type[Record]) -> tuple[tuple[str, list[str], str, str], ...]:
    """Return the fields of public texts: the way into it, the part there, what people call it."""
    paths = ((path.split("."), name) for path, name in PUBLIC_TEXTS.get(kind, {}).items())
    return tuple((field, within, [field, *within][-1], name) for (field, *within), name in paths)


def texts_at(record: AnyRecord, paths: Iterable[str]) -> Iterator[tuple[str, Text]]:
    """Yield the texts at paths of fields, each with its field."""
    for path in paths:
        field, within = _steps(path)
        value = getattr(record, field)
        if value:
            for text in _at(value, within):
                yield field, text


@cache
def _steps(path: str) -> tuple[str, list[str]]:
    field, *within = path.split(".")
    return field, within


def is_published(record: AnyRecord, pathway: Pathway) -> bool:
    """Whether readers see a record of a published kind: no hidden stage, nor handovers at one."""
    if isinstance(record, Stage):
        return record.public
    if isinstance(record, Handover):
        source, target = pathway.get(record.source), pathway.get(record.target)
        return (
            isinstance(source, Stage)
            and source.public
            and isinstance(target, Stage)
            and target.public
        )
    return True


def rewritten(
    record: AnyRecord, paths: Iterable[str], change: Callable[[str], str]
) -> dict[str, Any]:
    """Return the fields of a record at some paths with each wording changed.

    A wording of which nothing is left is taken away.
    """
    fields: dict[str, Any] = {}
    for path in paths:
        field, *within = path.split(".")
        fields[field] = _changed(fields.get(field, getattr(record, field)), within, change)
    return fields


def _changed(value: Any, path: list[str], change: Callable[[str], str]) -> Any:
    match value:
        case None:
            return None
        case tuple():
            return tuple(_changed(each, path, change) for each in value)
        case Mapping():
            return without_blanks({code: change(wording) for code, wording in value.items()})
        case _:
            within = _changed(getattr(value, path[0]), path[1:], change)
            return replace(value, **{path[0]: within})


def _at(value: Any, path: Sequence[str]) -> Sequence[Text]:
    """Return the texts that a path leads to from a value."""
    if isinstance(value, dict):
        return (value,)
    if isinstance(value, tuple):
        return [text for each in value for text in _at(each, path)]
    return () if value is None else _at(getattr(value, path[0]), path[1:])
