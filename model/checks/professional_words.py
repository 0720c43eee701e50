"""Professional-only wording: words on a list that customers need explained.

A word is explained where the pathway's glossary has it in the same language, or where the text
itself says it in other words, in brackets. Abbreviations that are on no list are another rule's.
"""

from collections.abc import Iterator

from model import edits
from model.change import Change
from model.checks.customer_texts import LANGUAGES, customer_texts, field_name, language_name
from model.checks.finding import Finding, Fix, Rule, Said
from model.checks.reads import reading
from model.checks.review import Review
from model.checks.wording import named
from model.codes import Severity
from model.messages import N_, _
from model.parts import GlossaryTerm
from model.pathway import Pathway
from model.plain_language.vocabulary import Found, explains, found
from model.records import AnyRecord, PathwayInfo, Record


def check(record: AnyRecord, review: Review) -> Iterator[Said]:
    for text in customer_texts(record, review.pathway):
        unexplained = _unexplained(text.wording, text.language, review.pathway)
        if unexplained:
            message = _(
                "“{title}”, {field} ({language}): words of professionals, not explained: {words}."
            ).format(
                title=named(record, review.pathway),
                field=field_name(record, text.field),
                language=language_name(text.language),
                words=", ".join(map(_in_plain_words, unexplained)),
            )
            yield Said(about=record.id, message=message, field=text.field)


def _in_plain_words(word: Found) -> str:
    return _("“{word}” ({plainly})").format(word=word.written, plainly=word.listed.plainly)


def _unexplained(wording: str, language: str, pathway: Pathway) -> list[Found]:
    used = found("professional", wording, language)
    if not used:
        return []
    known = set(_in_glossary(pathway, language))
    return [
        word
        for word in used
        if word.listed.word not in known and not explains(wording, word.written)
    ]


def _in_glossary(pathway: Pathway, language: str) -> Iterator[str]:
    """Yield the words of the list that the glossary explains in a language."""
    for entry in pathway.info.glossary:
        if language in entry.explanation:
            for text in (entry.term, entry.synonyms):
                for word in found("professional", text.get(language, ""), language):
                    yield word.listed.word


def _explain(finding: Finding, pathway: Pathway) -> Change:
    """Add the words that a field uses to the glossary, each with what the list says of it."""
    record = pathway.get(finding.about or pathway.info.id)
    if record is None:
        return Change("")
    added: dict[tuple[str, str], GlossaryTerm] = {}
    for text in customer_texts(record, pathway):
        if text.field == finding.field:
            for word in _unexplained(text.wording, text.language, pathway):
                key = (text.language, word.listed.word)
                added[key] = GlossaryTerm(
                    term={text.language: word.listed.word},
                    explanation={text.language: word.listed.plainly},
                )
    info = pathway.info
    return edits.update(pathway, info.id, glossary=(*info.glossary, *added.values()))


RULE = Rule(
    id="CUS-04",
    severity=Severity.WARNING,
    severities={"workshop": Severity.OFF},
    title=N_("Words that only professionals know"),
    finds=N_(
        "A text for customers with a professional term or a known abbreviation that neither the "
        "text nor the glossary explains."
    ),
    why=N_("The law asks for clear language: who does not know the words does not know their way."),
    put_right=N_("Say it in plain words, or explain the word in the pathway’s glossary."),
    source=(
        "Hallintolaki (Administrative Procedure Act) 9 §; saavutettavasti.fi (clear language); "
        "Kotus; the list of words is Ketjupaja’s own"
    ),
    each=Record,
    reads=reading(LANGUAGES, {PathwayInfo: {"glossary"}}),
    check=check,
    fixes=(Fix(title=N_("Explain the words in the glossary"), change=_explain),),
)
