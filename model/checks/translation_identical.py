"""Translation identical: the Finnish text stands where its translation ought to.

Not asked of names and addresses, which are the same in every language.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec.structs import replace

from model import edits
from model.change import Change
from model.checks.customer_texts import language_name
from model.checks.finding import Finding, Fix, Rule, Said
from model.checks.public_texts import PUBLIC_TEXTS, is_published, public_texts
from model.checks.review import Review
from model.checks.wording import joined, named, plain
from model.codes import Severity
from model.messages import N_, _
from model.pathway import Pathway
from model.records import AnyRecord, Record
from model.text import Text

SOURCE = "fi"
MOST_ALIKE = 20
"""Shorter words may well be the same in two languages. Ketjupaja's own threshold."""

_NAMES = frozenset({"name", "organisation", "unit", "slug", "area", "county", "text", "source"})
"""Last parts of paths at which names and addresses stand."""


def check(record: AnyRecord, review: Review) -> Iterator[Said]:
    for place in public_texts(record):
        copies = _copies(place.text) if place.part not in _NAMES else []
        if copies and is_published(record, review.pathway):
            message = _("“{title}”, {field}: the same {languages} as in Finnish.").format(
                title=named(record, review.pathway),
                field=_(place.name),
                languages=joined([language_name(code) for code in copies]),
            )
            yield Said(about=record.id, message=message, field=place.field)


def _copies(text: Text) -> list[str]:
    """Return the languages in which the text is the Finnish one."""
    source = text.get(SOURCE, "")
    if len(source) <= MOST_ALIKE:
        return []
    begins = source[0].casefold()
    return [
        code
        for code, words in text.items()
        # Few translations begin alike; the rest is compared only then.
        if code != SOURCE and words[0].casefold() == begins and plain(words) == plain(source)
    ]


def _remove_copies(finding: Finding, pathway: Pathway) -> Change:
    record = pathway.get(finding.about or pathway.info.id)
    if record is None:
        return Change("")
    value = getattr(record, finding.field)
    for path in PUBLIC_TEXTS.get(type(record), {}):
        field, *within = path.split(".")
        if field == finding.field and [field, *within][-1] not in _NAMES:
            value = _without_copies(value, within)
    return edits.update(pathway, record.id, **{finding.field: value})


def _without_copies(value: Any, path: list[str]) -> Any:
    match value:
        case None:
            return None
        case tuple():
            return tuple(_without_copies(each, path) for each in value)
        case Mapping():
            copies = _copies(value)
            return {code: words for code, words in value.items() if code not in copies}
        case _:
            field, *deeper = path
            return replace(value, **{field: _without_copies(getattr(value, field), deeper)})


RULE = Rule(
    id="LAN-03",
    severity=Severity.WARNING,
    severities={"workshop": Severity.OFF},
    title=N_("Translation identical"),
    finds=N_("A text in another language that is word for word the Finnish one."),
    why=N_("It counts as translated but is not, and nobody notices before the customer."),
    put_right=N_("Translate the text, or empty it, so that it shows as missing."),
    source="Ketjupaja’s own rule",
    each=Record,
    check=check,
    fixes=(Fix(title=N_("Empty what only repeats the Finnish"), change=_remove_copies),),
)
