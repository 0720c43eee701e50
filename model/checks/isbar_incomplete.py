"""ISBAR part missing."""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.review import Review
from model.checks.wording import joined, named
from model.codes import HandoverKind, IsbarPart, Severity
from model.codes.names import name_of_code
from model.messages import N_, _
from model.parts import Isbar
from model.records import Handover

REPORTED = {
    HandoverKind.REFERRAL,
    HandoverKind.RESPONSIBILITY_TRANSFER,
    HandoverKind.CONSULTATION,
}


def check(handover: Handover, review: Review) -> Iterator[Said]:
    if handover.kind not in REPORTED:
        return
    missing = _missing(handover.isbar or Isbar())
    if missing:
        message = _("The handover “{title}” lacks these parts of ISBAR: {parts}.").format(
            title=named(handover, review.pathway),
            parts=joined([name_of_code(part) for part in missing]),
        )
        yield Said(about=handover.id, message=message, field="isbar")


def _missing(isbar: Isbar) -> list[IsbarPart]:
    return [
        part
        for part in IsbarPart
        if not getattr(isbar, part.value) and part not in isbar.not_needed
    ]


RULE = Rule(
    id="HAN-04",
    severity=Severity.WARNING,
    severities={"workshop": Severity.OFF},
    title=N_("ISBAR part missing"),
    finds=N_(
        "A referral, transfer of responsibility or consultation in which a part of the ISBAR "
        "checklist (identity, situation, background, assessment, recommendation) is neither "
        "written nor marked as not needed."
    ),
    why=N_("What each sender leaves out by habit, the receiver has to ask or to guess."),
    put_right=N_("Write what each part tells, or mark the part as not needed here."),
    source="ISBAR checklist in Finnish hospitals (thesis, Theseus)",
    each=Handover,
    check=check,
)
