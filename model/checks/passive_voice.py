"""Passive voice in Finnish texts for customers, told by Voikko where the machine has it.

Counted are sentences with a verb that is nothing but passive ("sinut ohjataan"). Swedish passive
forms look like other forms and are not counted.
"""

from collections.abc import Iterator
from functools import lru_cache

from model.checks.customer_texts import LANGUAGES, customer_texts, running_texts
from model.checks.finding import Rule, Said
from model.checks.review import Review
from model.checks.wording import named
from model.codes import Severity
from model.messages import N_, _
from model.plain_language import KEPT_TEXTS, morphology
from model.plain_language.morphology import IsPassive
from model.plain_language.prose import begins, read, sentences, words
from model.records import AnyRecord, PathwayInfo, Record

FINNISH = "fi"
_CLOSING = ".,;:!?…)"
MOST_PASSIVE = 30
"""Percent of sentences in the passive that is not too many yet."""
LEAST_SENTENCES = 4
"""Of fewer sentences a share says nothing. Both thresholds are Ketjupaja's own."""


def check(record: AnyRecord, review: Review) -> Iterator[Said]:
    is_passive = morphology.finnish_passive()
    if is_passive is None:
        if isinstance(record, PathwayInfo) and _is_in_finnish(record, review):
            message = _(
                "There is no Finnish morphology (Voikko) on this machine, which tells the passive."
            )
            yield Said(about=record.id, message=message, evaluated=False)
        return
    texts = running_texts(record, review.pathway).get(FINNISH, [])
    count = sum(len(read(text.wording, FINNISH).sentences) for text in texts)
    if count < LEAST_SENTENCES:
        return
    passive = [(text.field, said) for text in texts for said in _passive(text.wording, is_passive)]
    if 100 * len(passive) > review.threshold(RULE, "most_percent_passive") * count:
        field, first = passive[0]
        message = _(
            "“{title}” (in Finnish): sentences in the passive: {passive} of {all}, such as "
            "“{begins} …”."
        ).format(
            title=named(record, review.pathway),
            passive=len(passive),
            all=count,
            begins=begins(first),
        )
        yield Said(about=record.id, message=message, field=field)


def _is_in_finnish(info: PathwayInfo, review: Review) -> bool:
    return any(text.language == FINNISH for text in customer_texts(info, review.pathway))


@lru_cache(maxsize=KEPT_TEXTS)
def _passive(wording: str, is_passive: IsPassive) -> tuple[str, ...]:
    return tuple(
        sentence
        for sentence in sentences(wording, FINNISH)
        if any(is_passive(word.rstrip(_CLOSING)) for word in words(sentence))
    )


RULE = Rule(
    id="CUS-06",
    severity=Severity.INFO,
    severities={"workshop": Severity.OFF},
    title=N_("Passive voice"),
    finds=N_(
        "Finnish texts for customers in which over 30 percent of the sentences are in the passive. "
        "Needs Voikko on the machine."
    ),
    why=N_("“You are referred” hides who does it; the customer does not know whom to expect."),
    put_right=N_("Say who acts: “the nurse calls you”, or turn to the reader: “you get a time”."),
    source="Suomidigi, guidance for PTV (active voice); the threshold is Ketjupaja’s own",
    each=Record,
    reads=LANGUAGES,
    thresholds={"most_percent_passive": MOST_PASSIVE},
    check=check,
)
