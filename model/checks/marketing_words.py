"""Marketing words: exclamation marks, and words of advertising on a list."""

import re
from collections.abc import Iterator

from model import edits
from model.change import Change
from model.checks.customer_texts import LANGUAGES, customer_texts, field_name, language_name
from model.checks.finding import Finding, Fix, Rule, Said
from model.checks.review import Review
from model.checks.wording import joined, named
from model.codes import Severity
from model.messages import N_, _
from model.pathway import Pathway
from model.plain_language.vocabulary import found
from model.records import AnyRecord, Record
from model.text import Text, without_blanks

_EXCLAMATION = re.compile(r"\s*!+")
_AT_THE_END = re.compile(r"\s*!+\s*$")
_AFTER_A_STOP = re.compile(r"([?.…])\s*!+")
_NAMES = frozenset({"title", "name"})
"""Fields that do not end with a full stop."""


def check(record: AnyRecord, review: Review) -> Iterator[Said]:
    exclaimed: dict[str, list[str]] = {}
    for text in customer_texts(record, review.pathway):
        if "!" in text.wording:
            exclaimed.setdefault(text.field, []).append(language_name(text.language))
        words = found("marketing", text.wording, text.language)
        if words:
            message = _("“{title}”, {field} ({language}): words of advertising: {words}.").format(
                title=named(record, review.pathway),
                field=field_name(record, text.field),
                language=language_name(text.language),
                words=", ".join(_("“{word}”").format(word=word.listed.word) for word in words),
            )
            yield Said(about=record.id, message=message, field=text.field)
    for field, languages in exclaimed.items():
        message = _("“{title}”, {field} ({languages}): an exclamation mark.").format(
            title=named(record, review.pathway),
            field=field_name(record, field),
            languages=joined(languages),
        )
        yield Said(about=record.id, message=message, field=field)


def _calm(finding: Finding, pathway: Pathway) -> Change:
    """Put full stops; where there are words of advertising, too, people write it anew."""
    record = pathway.get(finding.about or pathway.info.id)
    texts: Text = getattr(record, finding.field, {})
    if record is None or any(found("marketing", texts[code], code) for code in texts):
        return Change("")
    calm = {code: _without_exclamation(words, finding.field) for code, words in texts.items()}
    text = without_blanks(calm)
    return edits.update(pathway, record.id, **{finding.field: text})


def _without_exclamation(wording: str, field: str) -> str:
    """Return the text with full stops for exclamation marks; a title just ends."""
    if field in _NAMES:
        wording = _AT_THE_END.sub("", wording)
    return _EXCLAMATION.sub(".", _AFTER_A_STOP.sub(r"\1", wording))


RULE = Rule(
    id="CUS-09",
    severity=Severity.INFO,
    severities={"workshop": Severity.OFF},
    title=N_("Marketing words"),
    finds=N_("A text for customers with an exclamation mark or with words of advertising."),
    why=N_("Public services inform; praise and shouting make readers doubt the rest."),
    put_right=N_("Say the same without praise, and end the sentence with a full stop."),
    source="DVV’s guidance for PTV, as LIPAS checks it; the list of words is Ketjupaja’s own",
    each=Record,
    reads=LANGUAGES,
    check=check,
    fixes=(Fix(title=N_("Put full stops for the exclamation marks"), change=_calm),),
)
