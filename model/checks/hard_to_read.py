"""Readability index high: LIX of all that a record says to customers in one language.

A hint and no more: the index cannot tell hard words from long ones. LIX above 50 is hard in
Swedish. Finnish, whose words are longer, has no norm: plain Finnish reaches 50 easily, so that it
is told only above 60, "very hard" on the scale. Wiio's
index needs base forms and is not asked.
"""

from collections.abc import Iterator, Mapping

from model.checks.customer_texts import LANGUAGES, language_name, running_texts
from model.checks.finding import Rule, Said
from model.checks.review import Review
from model.checks.wording import named
from model.codes import Severity
from model.messages import N_, _
from model.plain_language.readability import counted, lix
from model.records import AnyRecord, Record

MOST_LIX: Mapping[str, int] = {"fi": 60, "sv": 50, "en": 50}
"""Highest index that is not told yet; that it is another one for Finnish is Ketjupaja's own."""
LEAST_WORDS = 40
"""Of fewer words the index says nothing. Ketjupaja's own threshold."""


def check(record: AnyRecord, review: Review) -> Iterator[Said]:
    for language, texts in running_texts(record, review.pathway).items():
        if language not in MOST_LIX:
            continue
        numbers = [counted(text.wording, language) for text in texts]
        if sum(text.words for text in numbers) < LEAST_WORDS:
            continue
        index = lix(numbers)
        if index > review.threshold(RULE, f"most_lix_{language}"):
            message = _("“{title}” ({language}): the readability index (LIX) is {index:.0f}.")
            yield Said(
                about=record.id,
                message=message.format(
                    title=named(record, review.pathway),
                    language=language_name(language),
                    index=index,
                ),
            )


RULE = Rule(
    id="CUS-12",
    severity=Severity.INFO,
    severities={"workshop": Severity.OFF},
    title=N_("Readability index high"),
    finds=N_(
        "Texts for customers with many long words in long sentences: LIX above 50 in Swedish and "
        "English, above 60 in Finnish."
    ),
    why=N_("A high index is a hint that a text is heavy; it says nothing of its meaning."),
    put_right=N_("Read it aloud to somebody, and say in short words what they did not follow."),
    source="LIX scale (Björnsson); Kotus on formulas; the threshold for Finnish is Ketjupaja’s own",
    each=Record,
    reads=LANGUAGES,
    thresholds={f"most_lix_{language}": most for language, most in MOST_LIX.items()},
    check=check,
)
