"""Broken reference.

Links between records cannot break: a file with such is not opened. References to what lies
outside the file can.
"""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.review import Review
from model.checks.time_targets import time_targets
from model.checks.wording import joined, named
from model.codes import Severity, ptv, time_limits
from model.messages import N_, _, spoken_language
from model.records import AnyRecord, Channel, PathwayInfo, Record, Stage
from model.text import in_language


def check(record: AnyRecord, review: Review) -> Iterator[Said]:
    broken = [*_unknown_limits(record), *_unknown_municipalities(record)]
    linked = record.subpathway if isinstance(record, Stage) else None
    if linked is not None and linked.pathway == review.pathway.info.id:
        broken.append(_("the pathway itself as its part"))
    elif linked is not None:
        message = _(
            "Whether the pathway “{id}”, to which “{title}” leads, exists cannot be seen here."
        )
        words = message.format(
            id=in_language(linked.title, spoken_language()) or linked.file or linked.pathway,
            title=named(record, review.pathway),
        )
        yield Said(about=record.id, message=words, evaluated=False)
    if broken:
        message = _("“{title}” refers to what does not exist: {things}.").format(
            title=named(record, review.pathway), things=joined(broken)
        )
        yield Said(about=record.id, message=message)


def _unknown_limits(record: AnyRecord) -> Iterator[str]:
    for target in time_targets(record):
        if target.law and time_limits.find(target.law) is None:
            yield _("time limit {id}").format(id=target.law)


def _unknown_municipalities(record: AnyRecord) -> Iterator[str]:
    if isinstance(record, PathwayInfo | Channel):
        for code in record.municipalities:
            if ptv.municipality(code) is None:
                yield _("municipality {code}").format(code=code)


RULE = Rule(
    id="STR-14",
    severity=Severity.ERROR,
    title=N_("Broken reference"),
    finds=N_("A reference to a legal time limit, a municipality or a pathway that does not exist."),
    why=N_("What is looked up by it, such as the limit set by law, is missing or wrong."),
    put_right=N_("Choose it again from the list, or take it away."),
    source="Rule catalogue (data integrity); PTV municipality list",
    each=Record,
    check=check,
)
