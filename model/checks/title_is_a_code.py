"""Title is not the customer's words: it is a diagnosis code alone."""

import re
from collections.abc import Iterator
from functools import cache

from model.checks.finding import Rule, Said
from model.checks.review import Review
from model.checks.wording import title
from model.codes import Severity
from model.messages import N_, _
from model.records import AnyRecord, PathwayInfo, Phase, Record, Stage

# ICD-10 as in Finland ("E11", "F32.10", "M54.5", "E10–E14", "E11.9&") and ICPC-2 ("T90").
_CODE = r"[A-Z]\d{2}(?:\.\d{1,2})?[&*+#]?"


@cache
def _only_codes() -> re.Pattern[str]:
    return re.compile(
        rf"\s*(?:(?:ICD-?10|ICPC-?2?)\s*[:–-]?\s*)?\(?{_CODE}(?:\s*[-–,/;]\s*{_CODE})*\)?\.?\s*",
        re.IGNORECASE,
    )


def check(record: AnyRecord, review: Review) -> Iterator[Said]:
    match record:
        case PathwayInfo() | Phase() | Stage(public=True):
            if any(map(_only_codes().fullmatch, record.title.values())):
                message = _("The title “{title}” is only a code of professionals.")
                words = message.format(title=title(record))
                yield Said(about=record.id, message=words, field="title")
    del review


RULE = Rule(
    id="PUB-12",
    severity=Severity.INFO,
    severities={"workshop": Severity.OFF},
    title=N_("Text in title is not customer words"),
    finds=N_("A public title that is only a diagnosis code, of ICD-10 or ICPC."),
    why=N_("Customers search by what they feel; the code means nothing to them."),
    put_right=N_(
        "Write the title in everyday words; the code can stand in the professionals’ text."
    ),
    source="Kainuu model (in the customer’s words); NHS (how conditions are named)",
    each=Record,
    check=check,
)
