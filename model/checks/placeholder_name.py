"""A placeholder where a name should be."""

import re
from collections.abc import Iterator
from functools import cache

from model.checks.finding import Rule, Said
from model.checks.review import Review
from model.codes import Severity
from model.messages import N_, _
from model.records import Actor, AnyRecord, Channel, PathwayInfo, Phase, Record, Stage

NAMED = (PathwayInfo, Phase, Actor, Stage, Channel)

# Whole names only: "Vaihe 2" says nothing, "Vaihe 2: kuntoutus" does.


@cache
def _placeholder() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?:uusi|new|nytt|ny|nimetön|unnamed|namnlös[t]?)\s+)?"
        r"(?:vaihe|päävaihe|toimija|kanava|ketju|otsikko|nimi|stage|phase|actor|channel|pathway|title|"
        r"name|steg|huvudfas|aktör|kanal|kedja|rubrik|namn)(?:\s*\d+)?"
        r"|nimetön|unnamed|namnlös|tbd|todo|kesken|täydennetään|puuttuu|kompletteras|saknas"
        r"|x{2,}|[.…?\-–_]+|lorem ipsum.*|asdf\w*|test(?:i)?(?:\s*\d+)?",
        re.IGNORECASE,
    )


def check(record: AnyRecord, review: Review) -> Iterator[Said]:
    del review
    if not isinstance(record, NAMED):
        return
    field = "name" if isinstance(record, Actor | Channel) else "title"
    for words in getattr(record, field).values():
        if _placeholder().fullmatch(words.strip()):
            message = _("“{title}” is a placeholder, not a name.").format(title=words.strip())
            yield Said(about=record.id, message=message, field=field)


RULE = Rule(
    id="STR-19",
    severity=Severity.WARNING,
    severities={"workshop": Severity.OFF},
    title=N_("Placeholder instead of a name"),
    finds=N_(
        "A stage, actor, phase or channel that is still called “New stage”, “xxx” or the like."
    ),
    why=N_("Placeholders get published, and nobody remembers what was meant."),
    put_right=N_("Write what it is called, in the customer’s words."),
    source="bpmnlint-plugin-bpmn-rules by BP3 (default names)",
    each=Record,
    check=check,
)
