"""Nobody responsible during a wait.

Waits are handovers with a time target longer than nothing, and stages of the kind “wait”. The
time for feedback is the professionals’ wait, not the customer’s.
"""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.review import Review
from model.checks.wording import joined, named, title
from model.codes import Severity, StageKind
from model.messages import N_, _
from model.parts import TimeTarget
from model.records import AnyRecord, Handover, Record, Stage


def check(record: AnyRecord, review: Review) -> Iterator[Said]:
    match record:
        case Handover():
            yield from _handover(record, review)
        case Stage(kind=StageKind.WAIT) if not record.channels and not record.more_info:
            message = _("“{title}” does not say whom to contact while waiting.")
            words = message.format(title=title(record))
            yield Said(about=record.id, message=words, field="more_info")


def _handover(handover: Handover, review: Review) -> Iterator[Said]:
    waits = [_is_wait(limit) for limit in customers_waits(handover)]
    missing = {
        **({} if handover.responsible_during else {"responsible_during": _("who is responsible")}),
        **({} if handover.waiting_contact else {"waiting_contact": _("whom to contact")}),
    }
    if not missing or not any(wait is not False for wait in waits):
        return
    name = named(handover, review.pathway)
    if True in waits:
        message = _("During the wait “{title}” it is not said {missing}.")
        words = message.format(title=name, missing=joined(list(missing.values())))
        yield Said(about=handover.id, message=words, field=next(iter(missing)))
    else:
        message = _("Whether one waits in “{title}” cannot be told from its time target.")
        yield Said(about=handover.id, message=message.format(title=name), evaluated=False)


def customers_waits(handover: Handover) -> Iterator[TimeTarget]:
    """Yield the time targets that the customer waits for."""
    limits = handover.send_within, handover.accept_within, handover.answer_within
    yield from (limit for limit in (*limits, handover.see_within) if limit is not None)


def _is_wait(target: TimeTarget) -> bool | None:
    """Whether it is longer than nothing; None when its words say no length."""
    return None if target.limit.most is None else target.limit.most > 0


RULE = Rule(
    id="RES-05",
    severity=Severity.ERROR,
    severities={"workshop": Severity.WARNING},
    title=N_("Nobody responsible during a wait"),
    finds=N_(
        "A handover with a time target, or a wait, that does not say who is responsible for the "
        "customer meanwhile and whom to contact."
    ),
    why=N_("Things get worse while one waits, and then nobody knows whose the customer is."),
    put_right=N_("Name who is responsible during the wait, and write whom the customer contacts."),
    source="KYS, handing over the responsibility for care; Valvira/TEO 4/2006",
    each=Record,
    check=check,
)
