"""Long sentences, in all that a record says to customers in one language."""

from collections.abc import Iterator

from model.checks.customer_texts import LANGUAGES, Written, language_name, running_texts
from model.checks.finding import Rule, Said
from model.checks.review import Review
from model.checks.wording import named
from model.codes import Severity
from model.messages import N_, _
from model.plain_language.prose import begins, read, sentences
from model.records import AnyRecord, Record

LONG = 20
TOO_LONG = 30
"""Words in a sentence. Both thresholds are Ketjupaja's own: there is no official one in Finland."""
MOST_LONG = 15
"""Percent of long sentences that is not too many yet. Ketjupaja's own threshold."""


def check(record: AnyRecord, review: Review) -> Iterator[Said]:
    most = review.threshold(RULE, "long_sentence")
    too_long = review.threshold(RULE, "too_long_sentence")
    most_percent = review.threshold(RULE, "most_percent_long")
    for language, texts in running_texts(record, review.pathway).items():
        lengths = [length for text in texts for length in read(text.wording, language).sentences]
        longest = max(lengths, default=0)
        if longest <= min(most, too_long):
            continue
        long = sum(length > most for length in lengths)
        if longest <= too_long and 100 * long <= most_percent * len(lengths):
            continue
        field, sentence = _longest(texts)
        message = _(
            "“{title}” ({language}): sentences of more than {most} words: {long} of {all}. The "
            "longest has {longest} words and begins “{begins} …”."
        ).format(
            title=named(record, review.pathway),
            language=language_name(language),
            long=long,
            all=len(lengths),
            most=most,
            longest=longest,
            begins=begins(sentence),
        )
        yield Said(about=record.id, message=message, field=field)


def _longest(texts: list[Written]) -> tuple[str, str]:
    """Return the longest sentence, after the field in which it stands."""
    candidates = [
        (length, text.field, sentence)
        for text in texts
        for length, sentence in zip(
            read(text.wording, text.language).sentences,
            sentences(text.wording, text.language),
            strict=True,
        )
    ]
    _length, field, sentence = max(candidates, key=lambda candidate: candidate[0])
    return field, sentence


RULE = Rule(
    id="CUS-05",
    severity=Severity.INFO,
    severities={"workshop": Severity.OFF},
    title=N_("Long sentences"),
    finds=N_(
        "Texts for customers in which more than 15 percent of the sentences have over 20 words, "
        "or one has over 30."
    ),
    why=N_("Long sentences must be read twice; who is ill or tired stops before the end."),
    put_right=N_("Divide the sentence: one thing in each."),
    source="LIX and Wiio (length of sentences); Kotus; the thresholds are Ketjupaja’s own",
    each=Record,
    reads=LANGUAGES,
    thresholds={
        "long_sentence": LONG,
        "too_long_sentence": TOO_LONG,
        "most_percent_long": MOST_LONG,
    },
    check=check,
)
