"""Emergency text missing."""

import re
from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.review import Review
from model.checks.wording import title
from model.codes import Severity, StageKind
from model.messages import N_, _
from model.records import AnyRecord, Channel, PathwayInfo, Record, Stage

_NUMBER = re.compile(r"\b112\b")


def check(record: AnyRecord, review: Review) -> Iterator[Said]:
    match record:
        case PathwayInfo(emergency=text):
            if not text:
                message = _("The pathway does not say what to do in an emergency.")
                yield Said(about=record.id, message=message)
            elif not all(_NUMBER.search(words) for words in text.values()):
                message = _(
                    "The pathway’s emergency text does not name the number 112 in every language."
                )
                yield Said(about=record.id, message=message)
        case Stage(kind=StageKind.EMERGENCY, public=True) if not _names_number(record, review):
            message = _("“{title}” gives urgent help but does not name the number 112.")
            yield Said(about=record.id, message=message.format(title=title(record)))


def _names_number(stage: Stage, review: Review) -> bool:
    texts = [stage.title, stage.what_happens, stage.what_you_can_do, stage.more_info]
    numbers: list[str] = []
    for channel in (review.pathway.find(Channel, id) for id in stage.channels):
        if channel is not None:
            texts += [channel.name, channel.description]
            texts += [contact.text for contact in channel.contacts]
            numbers += [contact.value for contact in channel.contacts]
    words = [*numbers, *(wording for text in texts for wording in text.values())]
    return any(_NUMBER.search(word) for word in words)


RULE = Rule(
    id="ACC-07",
    severity=Severity.ERROR,
    severities={"workshop": Severity.INFO},
    title=N_("Emergency text missing"),
    finds=N_("A pathway, or a stage of urgent help, that does not name the number 112."),
    why=N_("Someone in danger reads the page too and must see at once what to do."),
    put_right=N_("Write what to do in an emergency, with the number 112."),
    source="NHS care cards (emergency); Omaolo is not for life-threatening situations",
    each=Record,
    check=check,
)
