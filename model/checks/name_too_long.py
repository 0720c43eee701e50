"""Name too long."""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.public_texts import LANGUAGE_WORDS, is_published
from model.checks.review import Review
from model.codes import Severity
from model.codes.ptv import limits
from model.messages import N_, _
from model.records import AnyRecord, Channel, PathwayInfo, Record, Stage

SHOWN = 40


def check(record: AnyRecord, review: Review) -> Iterator[Said]:
    match record:
        case PathwayInfo() | Stage():
            field, name = "title", record.title
        case Channel():
            field, name = "name", record.name
        case _:
            return
    if not is_published(record, review.pathway):
        return
    for language, wording in name.items():
        if limits.counted(wording) > limits.NAME:
            words = LANGUAGE_WORDS.get(language)
            message = _(
                "The name “{name}” has {count} characters {language}, at most {most} fit."
            ).format(
                name=f"{wording[:SHOWN].rstrip()}…",
                count=limits.counted(wording),
                language=_(words) if words else language,
                most=limits.NAME,
            )
            yield Said(about=record.id, message=message, field=field)


RULE = Rule(
    id="PUB-02",
    severity=Severity.ERROR,
    severities={"workshop": Severity.OFF},
    title=N_("Name too long"),
    finds=N_("The name of the pathway, of a stage or a channel of more than 100 characters."),
    why=N_("PTV takes no longer names, and nobody reads them to the end."),
    put_right=N_("Shorten the name, and tell the rest in the text."),
    source="PTV v11 and v12 (name 100)",
    each=Record,
    check=check,
)
