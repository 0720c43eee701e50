"""The chapter on stages: a heading for each phase, below it each stage and its ways onward."""

from collections.abc import Iterator

from exporters.website.reading import Part
from exporters.word.handovers import put_handover
from exporters.word.manuscript import Manuscript
from exporters.word.pieces import Line, Prose, joined, line, listed, said
from exporters.word.references import References
from exporters.word.wording import (
    actor_name,
    capital,
    code,
    codes,
    cost,
    named_link,
    one_line,
    participant,
    plain,
    prose,
    time,
    typed,
)
from model.codes import Confirmation, Flow
from model.codes.names import name_of_code
from model.lengths import length
from model.messages import _
from model.parts import FormUse, OmasoteUse
from model.records import Channel, Handover, Stage

_Fact = tuple[str, Prose]


def phase_name(part: Part) -> Line:
    """Return the heading of a phase: its number and its name."""
    title = one_line(part.phase.title) if part.phase else ()
    return line(f"{part.number} ", *(title or line(_("Other stages"))))


def put_stage(manuscript: Manuscript, references: References, stage: Stage) -> None:
    """Put all that is said of a stage, and of the handovers that leave it."""
    manuscript.heading(3, references.named(stage), references.bookmark(stage))
    for label, told in _facts(references, stage):
        manuscript.fact(label, told)
    arrows = references.pathway.leaving(stage.id)
    manuscript.fact(_("What comes next"), listed(_way(references, arrow) for arrow in arrows))
    for arrow in arrows:
        put_handover(manuscript, references, arrow)


def _facts(references: References, stage: Stage) -> Iterator[_Fact]:
    yield from _who(references, stage)
    yield from _for_customers(references, stage)
    yield from _when(stage)
    yield from _for_professionals(references, stage)


def _who(references: References, stage: Stage) -> Iterator[_Fact]:
    pathway = references.pathway
    others = (participant(pathway, part) for part in stage.participants)
    yield _("Answers for this"), said(*actor_name(pathway, stage.actor))
    yield _("Others who take part"), listed(others)
    yield _("Kind of stage"), said(code(stage.kind)) if stage.kind else ()
    yield _("How one comes in"), _coming_in(stage)
    if stage.confirmation is not Confirmation.CONFIRMED:
        yield _("State of the stage"), said(code(stage.confirmation))
    if not stage.public:
        yield _("Shown on the website"), said(_("No"))


def _coming_in(stage: Stage) -> Prose:
    referral = ""
    if stage.needs_referral is not None:
        referral = _("A referral is needed.") if stage.needs_referral else _("No referral needed.")
    start = _("Customers can come in here.") if stage.start else ""
    return said(" ".join(filter(None, (start, referral))))


def _for_customers(references: References, stage: Stage) -> Iterator[_Fact]:
    channels = (references.pathway.find(Channel, id) for id in stage.channels)
    names = [one_line(each.name) or line(name_of_code(each.kind)) for each in channels if each]
    yield _("What happens to the customer"), prose(stage.what_happens)
    yield _("What the customer can do"), prose(stage.what_you_can_do)
    yield _("More information"), (*prose(stage.more_info), *listed(map(named_link, stage.links)))
    yield _("Channels"), said(*capital(joined(names, ", ")))
    yield _("What it costs"), said(*cost(stage.fee))
    yield _("How the service is produced"), said(code(stage.provider)) if stage.provider else ()


def _when(stage: Stage) -> Iterator[_Fact]:
    yield _("Time limits"), listed(map(time, stage.time_targets))
    yield (
        _("How long the stage lasts"),
        said(typed(length(stage.duration)) if stage.duration else ""),
    )
    yield _("Who makes the next contact"), prose(stage.next_contact)
    yield _("The need has ended when"), prose(stage.ends_when)
    yield _("Who decides that it has ended"), prose(stage.end_decided_by)
    yield _("How to come back"), prose(stage.way_back)


def _for_professionals(references: References, stage: Stage) -> Iterator[_Fact]:
    yield _("Professional name"), said(*one_line(stage.professional_title))
    yield _("For professionals"), prose(stage.professional_text)
    yield _("Entry criteria"), prose(stage.entry_criteria)
    yield _("Exit criteria"), prose(stage.exit_criteria)
    yield _("Possible outcomes"), listed(map(one_line, stage.outcomes))
    yield _("Forms and measures"), listed(map(_form, stage.forms))
    uses = (_omasote(references, use) for use in stage.omasote)
    yield _("Functions of the digital service"), listed(uses)
    based = (
        joined((named_link(each), line(f"({name_of_code(each.kind)})")), " ")
        for each in stage.related_artifacts
    )
    yield _("Based on"), listed(based)
    if stage.subpathway and (title := one_line(stage.subpathway.title)):
        yield _("Continues in the pathway"), said(*title)


def _form(form: FormUse) -> Line:
    name = named_link(form)
    points = line(f"({codes(form.points).lower()})") if form.points else ()
    return joined((name, points), " ") if name else ()


def _omasote(references: References, use: OmasoteUse) -> Line:
    parts = (
        line(code(use.function)),
        one_line(use.trigger),
        actor_name(references.pathway, use.answered_by),
        line(typed(length(use.answered_within))) if use.answered_within else (),
    )
    return joined(parts, "; ")


def _way(references: References, arrow: Handover) -> Line:
    """Return a way onward: on what condition, where to, and what kind of handover it is."""
    condition = one_line(arrow.condition)
    if condition and not plain(arrow.condition).endswith((",", ":", ".", "?")):
        condition = line(*condition, ":")
    signs = [name_of_code(arrow.flow)] if arrow.flow is not Flow.ALTERNATIVE else []
    signs += [name_of_code(arrow.kind)] if arrow.kind else []
    to = line("→ ", *references.stage(arrow.target))
    return joined((condition, to, line(f"({', '.join(signs)})" if signs else "")), " ")
