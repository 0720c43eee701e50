"""Working group not multiprofessional."""

import re
from collections.abc import Iterator, Sequence

from model.checks.finding import Rule, Said
from model.checks.review import Review
from model.checks.wording import listed, plain
from model.codes import GroupKind, Severity
from model.messages import N_, _, ngettext
from model.records import ParticipantGroup
from model.text import in_language

LEAST_PROFESSIONS = 3
LEAST_SECTORS = 2

_AND = re.compile(r"[,;/+\n]|\b(?:ja|sekä|och|samt|and)\b", re.IGNORECASE)


def check(review: Review) -> Iterator[Said]:
    groups = [
        group
        for group in review.pathway.of(ParticipantGroup)
        if group.kind is GroupKind.WORKING_GROUP
    ]
    if not groups:
        yield Said(about=None, message=_("It is not said who is in the working group."))
        return
    professions = {name for group in groups for name in _professions(group)}
    sectors = {group.sector for group in groups if group.sector is not None}
    least = review.threshold(RULE, "least_professions")
    if len(professions) < least:
        message = ngettext(
            "The working group has {count} profession, at least {least} are needed.",
            "The working group has {count} professions, at least {least} are needed.",
            len(professions),
        ).format(count=len(professions), least=least)
        unsaid = [group for group in groups if not group.profession]
        yield _short(message, groups, unsaid, review)
    if len(sectors) < review.threshold(RULE, "least_sectors"):
        message = _("The working group does not come from several sectors.")
        unsaid = [group for group in groups if group.sector is None]
        yield _short(message, groups, unsaid, review)


def _professions(group: ParticipantGroup) -> set[str]:
    """Return the professions of a group: “lääkäri, sairaanhoitaja” are two."""
    named = _AND.split(in_language(group.profession, "fi"))
    return {plain(name) for name in named if name.strip()}


def _short(
    message: str,
    groups: Sequence[ParticipantGroup],
    unsaid: Sequence[ParticipantGroup],
    review: Review,
) -> Said:
    """Say it of the groups, or that it cannot be told where some do not say who they are."""
    if not unsaid:
        return Said(about=None, message=message, also=tuple(group.id for group in groups))
    ids = tuple(group.id for group in unsaid)
    doubt = _("It cannot be told who is in the working group: {groups} do not say it fully.")
    words = doubt.format(groups=listed(review.pathway, ids))
    return Said(about=None, message=words, also=ids, evaluated=False)


RULE = Rule(
    id="OWN-09",
    severity=Severity.WARNING,
    severities={"workshop": Severity.OFF},
    title=N_("Group not multiprofessional"),
    finds=N_("A working group of fewer than three professions, or from one sector only."),
    why=N_("Who was not at the table has not agreed, and knows what the others do not."),
    put_right=N_("Invite the professions and sectors that work with these customers."),
    source=(
        "Kainuu model (across professions and sectors); KSSHP; national guide “From care "
        "recommendation to care pathway”"
    ),
    reads={ParticipantGroup: {"order", "kind", "title", "profession", "sector"}},
    thresholds={"least_professions": LEAST_PROFESSIONS, "least_sectors": LEAST_SECTORS},
    check=check,
)
