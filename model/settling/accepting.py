"""Accepting a finding as it is: with a reason, by a role, until a day.

An acceptance holds for all that its rule finds about its record, and until its day of review:
then the finding is shown again, and what was accepted is looked at anew.
"""

from calendar import monthrange
from datetime import date
from typing import Final, NamedTuple

from model import edits
from model.change import Add, Change
from model.checks import Finding
from model.ids import Id, new_id
from model.messages import _, ngettext
from model.pathway import Pathway
from model.records import Actor, Waiver
from model.text import Text, in_language

USUAL_MONTHS: Final = 6
"""How long a finding is accepted unless somebody says otherwise."""
MOST_MONTHS: Final = 24
"""How long it can be accepted: nothing stays open for good without being looked at again."""


class Terms(NamedTuple):
    """On what terms a finding is accepted: why, by which role, on what day and until when."""

    reason: Text
    role: Text
    on: date
    review_on: date


def accept(pathway: Pathway, finding: Finding, terms: Terms) -> Change:
    """Accept a finding as it is; what was accepted of it before is renewed."""
    before = acceptance_of(pathway, finding)
    if before is not None:
        return renew(pathway, before.id, terms)
    about = finding.about or pathway.info.id
    if about not in pathway:
        return Change("")
    waiver = Waiver(id=new_id(), rule=finding.rule, about=about, **terms._asdict())
    label = _("Accept the finding: {message}").format(message=finding.message)
    return Change(label, (Add(waiver),))


def renew(pathway: Pathway, id: Id, terms: Terms) -> Change:
    """Write an acceptance anew."""
    change = edits.update(pathway, id, **terms._asdict())
    return Change(_("Renew the acceptance of a finding"), change.ops)


def withdraw(pathway: Pathway, id: Id) -> Change:
    """Take an acceptance away: its findings are open again."""
    if pathway.find(Waiver, id) is None:
        return Change("")
    return Change(_("Withdraw the acceptance of a finding"), edits.remove(pathway, (id,)).ops)


def acceptance_of(pathway: Pathway, finding: Finding) -> Waiver | None:
    """Return the acceptance of a finding, in force or to be reviewed."""
    return pathway.find(Waiver, finding.waiver)


class Fault(NamedTuple):
    """What is missing or wrong, and in which field."""

    field: str
    words: str


def fault_of_acceptance(
    reason: str, role: str, review_on: date | None, today: date
) -> Fault | None:
    """Say what must be written before a finding can be accepted, None when all is."""
    if not reason.strip():
        return Fault(
            "reason", _("Write why it is accepted: the reason is read when it is reviewed.")
        )
    if not role.strip():
        return Fault("role", _("Write in which role it is accepted."))
    if review_on is None:
        return Fault("review_on", _("Write on what day it is reviewed."))
    if review_on <= today:
        return Fault("review_on", _("The day of the review must be later than today."))
    if review_on > months_on(today, MOST_MONTHS):
        years = MOST_MONTHS // 12
        words = ngettext(
            "Review it within {count} year at the latest.",
            "Review it within {count} years at the latest.",
            years,
        )
        return Fault("review_on", words.format(count=years))
    return None


def months_on(day: date, months: int) -> date:
    """Return the day that many months later; the last of the month where there is none such."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def roles(pathway: Pathway, language: str) -> tuple[str, ...]:
    """Return the roles that may accept a finding or be given one, the likeliest first.

    These are the roles that have accepted one before, those who answer for the pathway, and its
    actors, by their names in a language.
    """
    info = pathway.info
    waivers = sorted(pathway.of(Waiver), key=lambda waiver: waiver.on or date.min, reverse=True)
    responsible = (info.owner, info.deputy, *info.sector_responsibles)
    texts = (
        *(waiver.role for waiver in waivers),
        *(one.role for one in responsible if one is not None),
        *(actor.name for actor in pathway.of(Actor)),
    )
    return tuple(filter(None, dict.fromkeys(in_language(text, language) for text in texts)))
