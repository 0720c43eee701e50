"""Paragraph too long. Items of lists are not sentences of a paragraph."""

from collections.abc import Iterator

from model import edits
from model.change import Change
from model.checks.customer_texts import (
    LANGUAGES,
    Written,
    customer_texts,
    field_name,
    language_name,
)
from model.checks.finding import Finding, Fix, Rule, Said
from model.checks.review import Review
from model.checks.wording import joined, named
from model.codes import Severity
from model.messages import N_, _
from model.pathway import Pathway
from model.plain_language.prose import divided, read
from model.records import AnyRecord, Record

MOST_SENTENCES = 4


def check(record: AnyRecord, review: Review) -> Iterator[Said]:
    lengths: dict[str, int] = {}
    languages: dict[str, list[str]] = {}
    for text in customer_texts(record, review.pathway):
        longest = _longest(text)
        if longest > MOST_SENTENCES:
            lengths[text.field] = max(longest, lengths.get(text.field, 0))
            languages.setdefault(text.field, []).append(language_name(text.language))
    for field, count in lengths.items():
        message = _("“{title}”, {field} ({languages}): a paragraph has {count} sentences.").format(
            title=named(record, review.pathway),
            field=field_name(record, field),
            languages=joined(languages[field]),
            count=count,
        )
        yield Said(about=record.id, message=message, field=field)


def _longest(text: Written) -> int:
    return max(read(text.wording, text.language).paragraphs, default=0)


def _divide(finding: Finding, pathway: Pathway) -> Change:
    record = pathway.get(finding.about or pathway.info.id)
    if record is None:
        return Change("")
    text = {
        language: divided(wording, language, MOST_SENTENCES)
        for language, wording in getattr(record, finding.field).items()
    }
    return edits.update(pathway, record.id, **{finding.field: text})


RULE = Rule(
    id="CUS-07",
    severity=Severity.WARNING,
    severities={"workshop": Severity.OFF},
    title=N_("Paragraph too long"),
    finds=N_("A text for customers with more than four sentences in one paragraph."),
    why=N_("On a phone a long paragraph fills the screen, and nothing in it is found again."),
    put_right=N_("Part the text with blank lines, or make a list of it."),
    source="DVV’s guidance for PTV, as LIPAS checks it (at most four sentences)",
    each=Record,
    reads=LANGUAGES,
    check=check,
    fixes=(Fix(title=N_("Divide into shorter paragraphs"), change=_divide),),
)
