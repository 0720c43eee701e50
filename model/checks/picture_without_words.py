"""Image without alternative: what the published picture shows has words.

The one picture that is published is the board. Every export writes its text alternative by
itself, out of the names of what is drawn: the pathway's title, phases and actors (stages without
a title are another rule's). What has no name is a blank in the picture and in its alternative.
"""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.review import Review
from model.codes import Severity
from model.messages import N_, _
from model.records import Actor, AnyRecord, PathwayInfo, Phase, Record


def check(record: AnyRecord, review: Review) -> Iterator[Said]:
    del review
    match record:
        case PathwayInfo(title=text) if not text:
            message = _("The published picture has no title: the pathway has none.")
            yield Said(about=record.id, message=message, field="title")
        case Phase(title=text) if not text:
            message = _("A phase has no name: its column is a blank in the picture and in words.")
            yield Said(about=record.id, message=message, field="title")
        case Actor(name=text) if not text:
            message = _("An actor has no name: its lane is a blank in the picture and in words.")
            yield Said(about=record.id, message=message, field="name")


RULE = Rule(
    id="CUS-11",
    severity=Severity.ERROR,
    severities={"workshop": Severity.OFF},
    title=N_("Picture without words"),
    finds=N_(
        "A pathway, phase or actor without a name: the text alternative of the published picture "
        "is made of these names."
    ),
    why=N_("Those who do not see the picture get it in words, and the law requires it."),
    put_right=N_("Give it a name."),
    source="WCAG 1.1.1 (text alternatives); Act on digital services 306/2019",
    each=Record,
    check=check,
)
