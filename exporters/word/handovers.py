"""Handovers: each in full below the stage that it leaves, and all of them in one table."""

from collections.abc import Iterator

from exporters.word.elements import ACROSS, UPRIGHT
from exporters.word.manuscript import Manuscript
from exporters.word.pieces import Block, Column, Line, Prose, joined, line, listed, said
from exporters.word.references import References
from exporters.word.wording import (
    actor_name,
    code,
    codes,
    named_link,
    one_line,
    prose,
    time,
)
from model.codes.names import name_of_code
from model.messages import _
from model.parts import TimeTarget
from model.records import Handover, Stage

_Fact = tuple[str, Prose]


def put_handover(manuscript: Manuscript, references: References, arrow: Handover) -> None:
    """Put a handover with its own heading; one that says no more than the way has none."""
    told = [(label, blocks) for label, blocks in _facts(references, arrow) if blocks]
    if arrow.kind is None and all(label == _("Sender and receiver") for label, _blocks in told):
        return
    kind = code(arrow.kind) if arrow.kind else _("Handover")
    manuscript.heading(4, line(f"{kind} → ", *_unlinked(references.stage(arrow.target))))
    for label, blocks in told:
        manuscript.fact(label, blocks)


def _unlinked(words: Line) -> Line:
    return tuple(piece._replace(link="") for piece in words)


def _facts(references: References, arrow: Handover) -> Iterator[_Fact]:
    yield _("Sender and receiver"), said(*_between(references, arrow))
    yield _("Trigger"), prose(arrow.trigger)
    yield _("Criteria"), prose(arrow.criteria)
    yield from _information(arrow)
    yield from _responsibility(references, arrow)
    limits = (line(f"{label}: ", *time(target)) for label, target in _limits(arrow) if target)
    yield _("Time limits"), listed(limits)
    yield _("Acknowledgement"), prose(arrow.acknowledgement)
    yield _("If not accepted"), _not_accepted(references, arrow)
    yield _("Feedback"), said(*_feedback(references, arrow))
    yield from _for_the_customer(arrow)


def _between(references: References, arrow: Handover) -> Line:
    source = references.pathway.find(Stage, arrow.source)
    target = references.pathway.find(Stage, arrow.target)
    ends = (
        actor_name(references.pathway, arrow.sender or (source.actor if source else None)),
        actor_name(references.pathway, arrow.receiver or (target.actor if target else None)),
    )
    return joined((end or line("–") for end in ends), " → ") if any(ends) else ()


def _information(arrow: Handover) -> Iterator[_Fact]:
    yield _("Information that travels"), prose(arrow.information)
    yield _("Information that the receiver needs"), prose(arrow.information_needed)
    if told := arrow.isbar:
        parts = (
            (_("Identity"), told.identify),
            (_("Situation"), told.situation),
            (_("Background"), told.background),
            (_("Assessment"), told.assessment),
            (_("Recommendation"), told.recommendation),
        )
        lines = [line(f"{label}: ", *one_line(text)) for label, text in parts if one_line(text)]
        if told.not_needed:
            names = ", ".join(map(name_of_code, told.not_needed))
            lines.append(line(_("Not needed: {parts}").format(parts=names)))
        yield "ISBAR", listed(lines)
    yield _("How the information travels"), said(codes(arrow.media)) if arrow.media else ()
    ground = code(arrow.consent) if arrow.consent else ""
    yield _("Ground for handing on information"), said(ground)


def _responsibility(references: References, arrow: Handover) -> Iterator[_Fact]:
    turns = (
        (_("Before"), arrow.responsible_before),
        (_("During the wait"), arrow.responsible_during),
        (_("After"), arrow.responsible_after),
    )
    names = ((label, actor_name(references.pathway, id)) for label, id in turns)
    lines = [line(f"{label}: ", *name) for label, name in names if name]
    yield _("Responsibility"), (*said(*joined(lines, "; ")), *prose(arrow.responsibility_moves))


def _limits(arrow: Handover) -> tuple[tuple[str, TimeTarget | None], ...]:
    return (
        (_("Sent within"), arrow.send_within),
        (_("Accepted within"), arrow.accept_within),
        (_("Answered within"), arrow.answer_within),
        (_("Customer seen within"), arrow.see_within),
    )


def _not_accepted(references: References, arrow: Handover) -> Prose:
    onward = references.stage(arrow.if_not_accepted)
    return (*prose(arrow.if_not_accepted_text), *(said("→ ", *onward) if onward else ()))


def _feedback(references: References, arrow: Handover) -> Line:
    way = joined(
        (actor_name(references.pathway, arrow.feedback_from), references.stage(arrow.feedback_to)),
        " → ",
    )
    return joined((way, time(arrow.feedback_within) if arrow.feedback_within else ()), ": ")


def _for_the_customer(arrow: Handover) -> Iterator[_Fact]:
    teller = one_line(arrow.customer_told_by)
    yield (
        _("What the customer is told"),
        (*prose(arrow.customer_told), *(said(_("Who tells it") + ": ", *teller) if teller else ())),
    )
    yield _("The customer’s contact while waiting"), prose(arrow.waiting_contact)
    if arrow.direct_access:
        told = _("The customer can also make contact without a referral.")
        yield _("Without a referral"), said(told)
    yield (
        _("Model referral"),
        said(*named_link(arrow.model_referral)) if arrow.model_referral else (),
    )


def put_handover_table(manuscript: Manuscript, references: References) -> None:
    """Put the handovers in one table: what travels, how fast, and what if it is not accepted."""
    arrows = [arrow for arrow in references.pathway.handovers if arrow.kind]
    if not arrows:
        return
    manuscript.turn(ACROSS)
    manuscript.heading(1, line(_("Handovers")))
    columns = (
        Column(_("From stage"), 16),
        Column(_("To stage"), 16),
        Column(_("Kind of handover"), 12),
        Column(_("Information that travels"), 24),
        Column(_("Time limits"), 14),
        Column(_("If not accepted"), 18),
    )
    rows = [_row(references, arrow) for arrow in arrows]
    manuscript.table(_("Handovers, what travels in them and what if not accepted"), columns, rows)
    manuscript.text(
        "Normal",
        line(
            _(
                "Each handover is told in full at the stage that it leaves. Ways onward that hand "
                "nothing over are told there, too."
            )
        ),
    )
    manuscript.turn(UPRIGHT)


def _row(references: References, arrow: Handover) -> tuple[Prose, ...]:
    limits = tuple(
        Block(line(f"{label}: ", target.limit.typed and time(target)[0].words))
        for label, target in _limits(arrow)
        if target
    )
    return (
        said(*references.stage(arrow.source)),
        said(*references.stage(arrow.target)),
        said(code(arrow.kind)) if arrow.kind else (),
        prose(arrow.information),
        limits,
        _not_accepted(references, arrow),
    )
