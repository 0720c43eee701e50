"""Chapters on how the pathway is followed: times in sum, metrics, what it rests on, co-design."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from exporters.word.manuscript import Manuscript
from exporters.word.pieces import Block, Column, Line, Prose, bold, line, listed, said
from exporters.word.references import References
from exporters.word.wording import (
    code,
    codes,
    day,
    named_link,
    one_line,
    prose,
    time,
    titled,
    typed,
)
from exporters.word.workshop import meetings
from model.codes.names import name_of_code
from model.lengths import length
from model.messages import _, ngettext
from model.pathway import Pathway
from model.records import Goal, Metric, ParticipantGroup, PathwayInfo, TimePromise, Workshop
from model.times import Part, Stop, Timed, Walk, start_to_end, stops

_MONTH: Final = 365.25 / 12
_IN_DAYS: Final = 90
_IN_MONTHS: Final = 36
"""Lengths up to these are said in days, and in months."""


def put_times(manuscript: Manuscript, references: References) -> None:
    """Put what is promised, and how long the longest and the shortest way take."""
    promises = references.pathway.of(TimePromise)
    times = start_to_end(Timed(references.pathway))
    walks = [
        (name, walk)
        for name, walk in ((_("Longest way"), times.longest), (_("Shortest way"), times.shortest))
        if walk and len(walk.unknown) < len(walk.parts)
    ]
    if not promises and not walks:
        return
    manuscript.heading(1, line(_("Times")))
    columns = (
        Column(_("Promise"), 26),
        Column(_("Within time"), 30),
        Column(_("From stage"), 22),
        Column(_("To stage"), 22),
    )
    rows = [
        (
            said(*titled(promise.title)),
            said(*time(promise.target)),
            said(*references.stage(promise.from_stage)),
            said(*references.stage(promise.to_stage)),
        )
        for promise in promises
    ]
    manuscript.table(_("What the pathway promises"), columns, rows)
    for name, walk in walks:
        _put_walk(manuscript, references, name, walk)


def _put_walk(manuscript: Manuscript, references: References, name: str, walk: Walk) -> None:
    manuscript.heading(2, line(name))
    total = (
        _("The known parts in sum: {length} at most.")
        if walk.unknown
        else (_("In sum {length} at most."))
    )
    sentences = [total.format(length=_brief(walk.days.most))]
    if lacking := len(walk.unknown):
        unknown = ngettext(
            "The length of {count} part is not known.",
            "The lengths of {count} parts are not known.",
            lacking,
        )
        sentences.append(unknown.format(count=lacking))
    manuscript.text("Normal", line(" ".join(sentences)))
    columns = (
        Column(_("Stage"), 38),
        Column(_("Wait for it"), 20),
        Column(_("The stage itself"), 20),
        Column(_("Days in sum"), 22),
    )
    rows = [
        (
            said(*references.stage(stop.stage)),
            _lengths(stop.wait),
            _lengths(stop.doing),
            said(_in_sum(stop)),
        )
        for stop in stops(walk)
    ]
    manuscript.table(_("{way}, stage by stage").format(way=name), columns, rows)


def _in_sum(stop: Stop) -> str:
    if stop.whole:
        return str(round(stop.until.most))
    if not stop.until.most:
        return _("not known")
    return _("{days} + what is not known").format(days=round(stop.until.most))


def _brief(days: float) -> str:
    """Return a length as one says it: “80 days”, “about 14 months”."""
    whole, months = round(days), round(days / _MONTH)
    if whole <= _IN_DAYS:
        return ngettext("{count} day", "{count} days", whole).format(count=whole)
    if months <= _IN_MONTHS:
        return ngettext("about {count} month", "about {count} months", months).format(count=months)
    years = round(months / 12)
    return ngettext("about {count} year", "about {count} years", years).format(count=years)


def _lengths(part: Part | None) -> Prose:
    if part is None:
        return ()
    if part.days is None and not part.spans:
        return said(_("not known"))
    return said(typed("; ".join(length(span) for span in part.spans)))


def put_metrics(manuscript: Manuscript, pathway: Pathway) -> None:
    metrics = pathway.of(Metric)
    if not metrics:
        return
    manuscript.heading(1, line(_("Metrics and evaluation")))
    columns = (
        Column(_("Metric"), 30),
        Column(_("Goals that it measures"), 24),
        Column(_("Start and target"), 18),
        Column(_("How it is followed"), 28),
    )
    rows = [
        (
            (*said(*bold(titled(metric.title))), *prose(metric.definition)),
            listed(_goals(pathway, metric)),
            tuple(_values(metric)),
            tuple(_following(metric)),
        )
        for metric in metrics
    ]
    manuscript.table(_("Metrics, their targets and who follows them"), columns, rows)


def _goals(pathway: Pathway, metric: Metric) -> Iterator[Line]:
    for id in metric.goals:
        if goal := pathway.find(Goal, id):
            yield titled(goal.title)


def _values(metric: Metric) -> Iterator[Block]:
    unit = one_line(metric.unit)
    for label, value in (
        (_("Value at the start"), metric.baseline),
        (_("Target value"), metric.target),
    ):
        if value:
            yield from said(f"{label}: {typed(value)} ", *unit)


def _following(metric: Metric) -> Iterator[Block]:
    facts = (
        (_("Kind"), line(name_of_code(metric.kind)) if metric.kind else ()),
        (_("Source"), one_line(metric.source)),
        (_("Measured every"), line(typed(length(metric.interval))) if metric.interval else ()),
        (_("Measured at"), line(codes(metric.points).lower()) if metric.points else ()),
        (_("Responsible"), one_line(metric.responsible)),
    )
    for label, told in facts:
        if told:
            yield from said(f"{label}: ", *told)


def put_foundations(manuscript: Manuscript, info: PathwayInfo) -> None:
    """Put the laws, guidelines and methods that the pathway rests on."""
    if not info.related_artifacts:
        return
    manuscript.heading(1, line(_("Guidelines, laws and methods")))
    columns = (Column(_("Kind"), 22), Column(_("Name"), 58), Column(_("Read on"), 20))
    rows = [
        (said(code(each.kind)), said(*named_link(each)), day(each.checked))
        for each in info.related_artifacts
    ]
    manuscript.table(_("What the pathway is based on"), columns, rows)


def put_sources(manuscript: Manuscript, info: PathwayInfo) -> None:
    """Put the documents that belong to the pathway, and the one that it was made after."""
    made_after = named_link(info.derived_from) if info.derived_from else ()
    documents = [link for each in info.documents if (link := named_link(each))]
    if not documents and not made_after:
        return
    manuscript.heading(1, line(_("Sources and documents")))
    manuscript.fact(_("Made after"), said(*made_after))
    manuscript.fact(_("Documents"), listed(documents))


def put_co_design(manuscript: Manuscript, pathway: Pathway, today: date) -> None:
    """Put who was heard, and the workshops held by today, the first one first.

    What was said in them, and what came of them, is in the minutes.
    """
    groups, held = pathway.of(ParticipantGroup), meetings(pathway, today)
    if not groups and not held:
        return
    manuscript.heading(1, line(_("How the pathway was made")))
    columns = (
        Column(_("Group"), 30),
        Column(_("Profession or role"), 26),
        Column(_("Organisation"), 24),
        Column(_("How they were heard"), 20),
    )
    rows = [
        (
            group_name(group),
            prose(group.profession),
            said(*one_line(group.organisation)),
            said(codes(group.heard_by)) if group.heard_by else (),
        )
        for group in groups
    ]
    manuscript.table(_("Who was heard"), columns, rows)
    _put_workshops(manuscript, sorted((each.workshop for each in held), key=_on_what_day))


def _put_workshops(manuscript: Manuscript, held: Sequence[Workshop]) -> None:
    columns = (
        Column(_("Date"), 18),
        Column(_("Workshop"), 41),
        Column(_("What it aims at"), 41),
    )
    rows = [
        (day(workshop.on), said(*bold(titled(workshop.title))), prose(workshop.goal))
        for workshop in held
    ]
    manuscript.table(_("Workshops held"), columns, rows)


def _on_what_day(workshop: Workshop) -> date:
    return workshop.on or date.max


def group_name(group: ParticipantGroup) -> Prose:
    """Return what a group is called, and of which kind it is."""
    kind = line(code(group.kind))
    name = one_line(group.title)
    return (*said(*bold(name or kind)), *(said(*kind) if name else ()))


def put_rollout(manuscript: Manuscript, info: PathwayInfo) -> None:
    if not info.rollout:
        return
    manuscript.heading(1, line(_("Taking into use")))
    columns = (
        Column(_("Date"), 16),
        Column(_("To whom"), 24),
        Column(_("How"), 22),
        Column(_("Unit"), 18),
        Column(_("Responsible"), 20),
    )
    rows = [
        (
            day(each.on),
            prose(each.audience),
            prose(each.medium),
            prose(each.unit),
            prose(each.responsible),
        )
        for each in info.rollout
    ]
    manuscript.table(_("Steps of taking into use"), columns, rows)
