"""Broken reference.

Links between records cannot break: a file with such is not opened. References to what lies
outside the file can.
"""

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from model import edits
from model.change import Change
from model.checks.finding import Finding, Fix, Rule, Said
from model.checks.review import Review
from model.checks.time_targets import TARGET_FIELDS
from model.checks.wording import joined, named
from model.codes import Severity, ptv, time_limits
from model.messages import N_, _, spoken_language
from model.parts import TimeTarget
from model.pathway import Pathway
from model.records import AnyRecord, Channel, PathwayInfo, Record, Stage
from model.text import in_language


def check(record: AnyRecord, review: Review) -> Iterator[Said]:
    broken = [
        *_unknown_limits(record),
        *_unknown_municipalities(record),
        *_own_subpathway(record, review.pathway),
    ]
    if broken:
        message = _("“{title}” refers to what does not exist: {things}.").format(
            title=named(record, review.pathway), things=joined([words for _field, words in broken])
        )
        yield Said(about=record.id, message=message, field=broken[0][0])
    linked = record.subpathway if isinstance(record, Stage) else None
    if linked is not None and linked.pathway != review.pathway.info.id:
        message = _(
            "Whether the pathway “{id}”, to which “{title}” leads, exists cannot be seen here."
        )
        words = message.format(
            id=in_language(linked.title, spoken_language()) or linked.file or linked.pathway,
            title=named(record, review.pathway),
        )
        yield Said(about=record.id, message=words, evaluated=False)


Broken = Iterator[tuple[str, str]]
"""Fields that hold broken references, with words for what they refer to."""


def _unknown_limits(record: AnyRecord) -> Broken:
    for field in TARGET_FIELDS.get(type(record), ()):
        for target in _targets(getattr(record, field)):
            if _is_unknown(target):
                yield field, _("time limit {id}").format(id=target.law)


def _targets(value: Any) -> tuple[TimeTarget, ...]:
    return value if isinstance(value, tuple) else () if value is None else (value,)


def _is_unknown(target: TimeTarget) -> bool:
    return bool(target.law) and time_limits.find(target.law) is None


def _unknown_municipalities(record: AnyRecord) -> Broken:
    if isinstance(record, PathwayInfo | Channel):
        for code in record.municipalities:
            if ptv.municipality(code) is None:
                yield "municipalities", _("municipality {code}").format(code=code)


def _own_subpathway(record: AnyRecord, pathway: Pathway) -> Broken:
    linked = record.subpathway if isinstance(record, Stage) else None
    if linked is not None and linked.pathway == pathway.info.id:
        yield "subpathway", _("the pathway itself as its part")


def _take_away(finding: Finding, pathway: Pathway) -> Change:
    """Take the references away that lead nowhere; what else is said of a time stays."""
    record = pathway.get(finding.about or pathway.info.id)
    if record is None:
        return Change("")
    fields: dict[str, Any] = {}
    for field, _words in _unknown_limits(record):
        value = getattr(record, field)
        kept = tuple(replace(t, law="") if _is_unknown(t) else t for t in _targets(value))
        fields[field] = kept if isinstance(value, tuple) else kept[0]
    if isinstance(record, PathwayInfo | Channel):
        codes = (code for code in record.municipalities if ptv.municipality(code) is not None)
        fields["municipalities"] = tuple(codes)
    for field, _words in _own_subpathway(record, pathway):
        fields[field] = None
    return edits.update(pathway, record.id, **fields)


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
    fixes=(Fix(title=N_("Take the reference away"), change=_take_away),),
)
