"""Languages out of step: a text names other numbers than its translation.

A file does not know when a text was written in which language, so that this rule sees of an old
translation only what contradicts the other text: a time limit, a phone number, an age or a sum
that is another one. Two languages contradict each other where each names a number that the other
does not; a number that one spells out or leaves away is no contradiction.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import combinations

from model.checks.customer_texts import language_name
from model.checks.finding import Rule, Said
from model.checks.public_texts import is_published, public_texts, public_wordings
from model.checks.review import Review
from model.checks.wording import named
from model.codes import Severity
from model.messages import N_, _
from model.plain_language.numbers import numbers
from model.records import AnyRecord, Record
from model.text import Text

_DIGIT = re.compile("[0-9]")


def check(record: AnyRecord, review: Review) -> Iterator[Said]:
    if not _DIGIT.search(public_wordings(record)) or not is_published(record, review.pathway):
        return
    for place in public_texts(record):
        told = [language for language, words in place.text.items() if _DIGIT.search(words)]
        for one, other in _contradictions(place.text, told) if len(told) > 1 else ():
            message = _("“{title}”, {field}: {one}, but {other}.").format(
                title=named(record, review.pathway), field=_(place.name), one=one, other=other
            )
            yield Said(about=record.id, message=message, field=place.field)


def _contradictions(text: Text, languages: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield of each two languages that contradict each other what only the one names."""
    named = {language: numbers(text[language], language) for language in languages}
    for one, other in combinations(named, 2):
        of_one, of_other = named[one], named[other]
        if of_one - of_other and of_other - of_one:
            yield _said(of_one - of_other, one), _said(of_other - of_one, other)


def _said(only: frozenset[int], language: str) -> str:
    return _("{numbers} {language}").format(
        numbers=", ".join(map(str, sorted(only))), language=language_name(language)
    )


RULE = Rule(
    id="LAN-02",
    severity=Severity.WARNING,
    severities={"workshop": Severity.OFF},
    title=N_("Languages out of step"),
    finds=N_(
        "A text that names other numbers in one language than in another. Texts carry no date: "
        "what else is old in a translation cannot be seen."
    ),
    why=N_("A changed time limit or phone number in one language only misleads half the readers."),
    put_right=N_("Find out which number holds and write it in every language."),
    source="NHS content standard (review of pages); what is compared is Ketjupaja’s own rule",
    each=Record,
    check=check,
)
