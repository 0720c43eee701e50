"""No developer-customer."""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.review import Review
from model.codes import GroupKind, NoteKind, Severity
from model.messages import N_, _
from model.records import Note, ParticipantGroup

CUSTOMERS = {GroupKind.DEVELOPER_CUSTOMERS, GroupKind.EXPERIENCE_EXPERTS, GroupKind.CLOSE_ONES}


def check(review: Review) -> Iterator[Said]:
    heard = any(group.kind in CUSTOMERS for group in review.pathway.of(ParticipantGroup))
    quoted = any(note.kind is NoteKind.CUSTOMER_WORDS for note in review.pathway.of(Note))
    if not heard and not quoted:
        yield Said(about=None, message=_("No customer has been heard while planning."))


RULE = Rule(
    id="OWN-10",
    severity=Severity.WARNING,
    severities={"workshop": Severity.OFF},
    title=N_("No developer-customer"),
    finds=N_(
        "A pathway with no developer customers, experts by experience or close ones among its "
        "groups, and without the words of a customer."
    ),
    why=N_("Professionals know the services, but only customers know how the path feels."),
    put_right=N_(
        "Ask customers: in a workshop, an interview or a survey. Write down the group, roles "
        "instead of names, and how it was heard."
    ),
    source="Kainuu model and Päijät-Häme (developer customers, surveys and interviews)",
    reads={ParticipantGroup: {"order", "kind"}, Note: {"order", "kind"}},
    check=check,
)
