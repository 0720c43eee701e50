"""Required language missing: a text that is published stands in some languages but not in all.

A text that stands in no language is asked for by other rules. Stages that are not public, and
the handovers at them, are not asked.
"""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.public_texts import LANGUAGE_WORDS, is_published, public_texts
from model.checks.review import Review
from model.checks.wording import joined, named
from model.codes import Severity
from model.messages import N_, _
from model.records import AnyRecord, PathwayInfo, Record


def check(record: AnyRecord, review: Review) -> Iterator[Said]:
    required = frozenset(review.languages)
    texts = [place for place in public_texts(record) if not place.text.keys() >= required]
    if not texts or not is_published(record, review.pathway):
        return
    lacks: list[str] = []
    for language in review.languages:
        fields = dict.fromkeys(_(place.name) for place in texts if language not in place.text)
        if fields:
            words = LANGUAGE_WORDS.get(language)
            lacks.append(
                _("{language}: {fields}").format(
                    language=_(words) if words else language, fields=joined(list(fields))
                )
            )
    if lacks:
        message = _("“{title}” is missing {lacking}.").format(
            title=named(record, review.pathway), lacking="; ".join(lacks)
        )
        yield Said(about=record.id, message=message)


RULE = Rule(
    id="LAN-01",
    severity=Severity.ERROR,
    severities={"workshop": Severity.OFF},
    title=N_("Required language missing"),
    finds=N_("A text that is published but not written in every language required."),
    why=N_("In bilingual counties customers have a right to the text in their own language."),
    put_right=N_("Write the text in the language that is missing."),
    source="Kielilaki (Language Act) 423/2003, 32 §; Kuntaliitto’s list of bilingual counties",
    each=Record,
    reads={PathwayInfo: {"languages"}},
    check=check,
)
