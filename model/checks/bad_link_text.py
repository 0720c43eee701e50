"""Bad link text: a link is named by its address, by “here” or “read more”, or not at all.

Contacts are not asked: a number or an address of a channel is itself what the reader needs.
"""

import re
from collections.abc import Iterator, Mapping

from model.checks.customer_texts import field_name
from model.checks.finding import Rule, Said
from model.checks.public_texts import is_published
from model.checks.review import Review
from model.checks.wording import named, plain
from model.codes import Severity
from model.messages import N_, _
from model.parts import FormUse, Link, RelatedArtifact
from model.records import AnyRecord, Handover, PathwayInfo, Record, Stage

_LINK_FIELDS: Mapping[type[Record], tuple[str, ...]] = {
    PathwayInfo: ("rights", "feedback", "accessibility_statement", "related_artifacts"),
    Stage: ("links", "forms", "related_artifacts"),
    Handover: ("model_referral",),
}
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_SAYS_NOTHING = frozenset(
    {
        "avaa linkki",
        "katso lisää",
        "katso tästä",
        "klikkaa tästä",
        "klikkaa tätä",
        "linkki",
        "lisää",
        "lisätietoa",
        "lisätietoja",
        "lisätietoja tästä",
        "lisätietoja täältä",
        "lue lisää",
        "lue lisää tästä",
        "täällä",
        "täältä",
        "tässä",
        "tästä",
        "här",
        "klicka här",
        "läs mer",
        "läs mer här",
        "läs mera",
        "länk",
        "mer information",
        "click here",
        "here",
        "link",
        "more",
        "more information",
        "read more",
    }
)


def check(record: AnyRecord, review: Review) -> Iterator[Said]:
    fields = _LINK_FIELDS.get(type(record), ())
    if not fields or not is_published(record, review.pathway):
        return
    for field in fields:
        for link in _links(getattr(record, field)):
            fault = _fault(link)
            if fault:
                message = _("“{title}”, {field}: {fault}.").format(
                    title=named(record, review.pathway),
                    field=field_name(record, field),
                    fault=fault,
                )
                yield Said(about=record.id, message=message, field=field)


def _links(value: object) -> Iterator[Link | RelatedArtifact | FormUse]:
    match value:
        case tuple():
            for each in value:
                yield from _links(each)
        case Link() | RelatedArtifact() | FormUse() if value.url:
            yield value


def _fault(link: Link | RelatedArtifact | FormUse) -> str:
    """Say what is wrong with the words of a link, '' when nothing is."""
    if not link.title:
        return _("a link without words ({address})").format(address=next(iter(link.url.values())))
    for words in link.title.values():
        if _ADDRESS.fullmatch(words.strip()):
            return _("a link whose words are its address ({words})").format(words=words)
        if plain(words).strip("»›>→ ….:") in _SAYS_NOTHING:
            return _("a link whose words do not tell where it leads (“{words}”)").format(
                words=words
            )
    return ""


RULE = Rule(
    id="CUS-10",
    severity=Severity.WARNING,
    severities={"workshop": Severity.OFF},
    title=N_("Bad link text"),
    finds=N_(
        "A link without words, with its address for words, or with words such as “here” and “read "
        "more”."
    ),
    why=N_("Screen readers list the links of a page: ten times “read more” leads nowhere."),
    put_right=N_("Name the link by what it leads to, such as “Rights of patients”."),
    source="WCAG 2.4.4 (link purpose); saavutettavasti.fi",
    each=Record,
    check=check,
)
