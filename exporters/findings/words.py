"""Words of reports: where a finding is, and how many there are, in the language in force."""

from model.checks import Report
from model.codes import Severity
from model.edits import name_of
from model.ids import Id
from model.messages import N_, _, ngettext, spoken_language
from model.pathway import Pathway
from model.records import (
    Actor,
    AnyRecord,
    Channel,
    Goal,
    Handover,
    Metric,
    Note,
    PathwayInfo,
    Phase,
    Record,
    Stage,
)

SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.INFO)
HEADINGS = {
    Severity.ERROR: N_("Errors"),
    Severity.WARNING: N_("Warnings"),
    Severity.INFO: N_("Remarks"),
}
_PLACES: dict[type[Record], str] = {
    Stage: N_("stage “{name}”"),
    Phase: N_("phase “{name}”"),
    Actor: N_("actor “{name}”"),
    Channel: N_("channel “{name}”"),
    Goal: N_("goal “{name}”"),
    Metric: N_("metric “{name}”"),
    Note: N_("note “{name}”"),
}


def place(pathway: Pathway, id: Id | None) -> str:
    """Say in words which record an id is, such as: stage “First visit”."""
    record = pathway.get(id) if id is not None else pathway.info
    match record:
        case None:
            return ""
        case PathwayInfo():
            return _("the pathway as a whole")
        case Handover():
            source, target = names(pathway, record)
            return _("handover “{source}” → “{target}”").format(source=source, target=target)
    pattern = _PLACES.get(type(record), N_("“{name}”"))
    return _(pattern).format(name=name(pathway, record.id))


def names(pathway: Pathway, record: AnyRecord) -> tuple[str, ...]:
    """Return the names by which people know where a record is."""
    match record:
        case PathwayInfo():
            return ()
        case Handover():
            return name(pathway, record.source), name(pathway, record.target)
    return (name(pathway, record.id),)


def name(pathway: Pathway, id: Id) -> str:
    return name_of(pathway[id], spoken_language()) or _("(no name)")


def counts(report: Report) -> str:
    """Say how many findings of which weight a report has."""
    return ", ".join(
        (*(counted(each, report.count(each)) for each in SEVERITIES), *set_aside(report))
    )


def counted(severity: Severity, count: int) -> str:
    match severity:
        case Severity.ERROR:
            words = ngettext("{count} error", "{count} errors", count)
        case Severity.WARNING:
            words = ngettext("{count} warning", "{count} warnings", count)
        case _:
            words = ngettext("{count} remark", "{count} remarks", count)
    return words.format(count=count)


def set_aside(report: Report) -> tuple[str, str]:
    unknown, accepted = len(report.not_evaluated), len(report.accepted)
    return (
        ngettext("{count} not evaluated", "{count} not evaluated", unknown).format(count=unknown),
        ngettext("{count} accepted", "{count} accepted", accepted).format(count=accepted),
    )
