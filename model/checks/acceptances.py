"""Findings accepted as they are: which acceptance holds which finding, and until when."""

from datetime import date

from model.checks.finding import Finding
from model.ids import Id
from model.messages import _, spoken_language
from model.pathway import Pathway
from model.records import Waiver
from model.text import in_language


def is_in_force(waiver: Waiver, today: date) -> bool:
    """Whether it silences its finding: until the day of its review, and not without a reason."""
    return bool(waiver.reason) and (waiver.review_on is None or waiver.review_on > today)


def acceptances(pathway: Pathway, today: date) -> dict[tuple[str, Id | None], Waiver]:
    """Return the acceptances by rule and what it is about; of several one in force."""
    waivers = sorted(pathway.of(Waiver), key=lambda waiver: is_in_force(waiver, today))
    return {
        (waiver.rule, accepted_record(waiver, pathway)): waiver
        for waiver in waivers
        if waiver.reason
    }


def accepted_record(waiver: Waiver, pathway: Pathway) -> Id | None:
    """Return what an acceptance is about as findings say it: None for the pathway."""
    return None if waiver.about == pathway.info.id else waiver.about


def acceptance_in_words(finding: Finding, pathway: Pathway, today: date) -> str:
    """Say by which role and until when a finding is, or was, accepted; '' when it never was."""
    waiver = pathway.find(Waiver, finding.waiver)
    if waiver is None:
        return ""
    role = in_language(waiver.role, spoken_language())
    day = _day(waiver.review_on)
    if is_in_force(waiver, today):
        if role and day:
            return _("Accepted by: {role}, until {day}.").format(role=role, day=day)
        if role:
            return _("Accepted by: {role}.").format(role=role)
        return _("Accepted until {day}.").format(day=day) if day else _("Accepted.")
    if role:
        message = _("Was accepted by: {role}, until {day}. Review it.")
        return message.format(role=role, day=day)
    return _("Was accepted until {day}. Review it.").format(day=day)


def _day(day: date | None) -> str:
    return "" if day is None else f"{day.day}.{day.month}.{day.year}"
