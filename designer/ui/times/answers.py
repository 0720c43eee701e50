"""What a question comes to, in words: the headline, and what is to be said beside the parts."""

from collections.abc import Iterator, Sequence
from datetime import date
from enum import Enum, auto
from typing import NamedTuple

from designer.ui.times.lengths import Wording, exact
from designer.ui.times.questions import BETWEEN, Question, Which
from model.codes import time_limits
from model.describe.captions import caption
from model.ids import Id
from model.messages import _, ngettext
from model.pathway import Pathway
from model.records import Handover, Stage
from model.text import AgeRange, in_language
from model.times import (
    NamedLimit,
    Part,
    PartKind,
    Standing,
    Times,
    Verdict,
    Walk,
    days_of,
    named_limits,
    verdict,
)

_MOST_NAMED = 4
"""Stages of a loop that are named; it may have twelve."""
_MOST_LISTED = 50
"""Entries below a heading; who has more of them to put right begins with these."""


class Tone(Enum):
    """How good a headline's news is."""

    GOOD = auto()
    BAD = auto()
    OPEN = auto()
    PLAIN = auto()


class Headline(NamedTuple):
    words: str
    tone: Tone


def headline(question: Question, times: Times | None, wording: Wording) -> Headline:
    """Return the answer in one sentence."""
    if times is None:
        if question.key == BETWEEN:
            return Headline(_("Select two stages on the board, Shift adds the second."), Tone.PLAIN)
        words = _("The promise does not say from which stage to which it holds.")
        return Headline(words, Tone.OPEN)
    if times.longest is None or times.shortest is None:
        return Headline(_("No way leads there."), Tone.OPEN)
    if question.promise is not None:
        return _of_promise(question, times, wording)
    if times.unknown:
        return Headline(_cannot_say(times), Tone.OPEN)
    shortest, longest = times.shortest.days.least, times.longest.days.most
    words = _("It takes from {shortest} to {longest}, all parts counted.")
    return Headline(words.format(shortest=exact(shortest), longest=exact(longest)), Tone.GOOD)


def _of_promise(question: Question, times: Times, wording: Wording) -> Headline:
    promise, longest = question.promise, times.longest
    days = days_of(promise.target.limit) if promise is not None else None
    if promise is None or longest is None or days is None:
        return Headline(_("The promise has no length that could be compared."), Tone.OPEN)
    match verdict(days, times):
        case Verdict.KEPT:
            words = _("The promise holds: promised {limit}, the longest way takes {days}.")
            tone = Tone.GOOD
        case Verdict.EXCEEDED:
            words = _("The promise does not hold: promised {limit}, the longest way takes {days}.")
            tone = Tone.BAD
        case Verdict.CALENDAR:
            words = _(
                "It depends on the calendar: promised {limit}, the longest way takes up to {days}."
            )
            tone = Tone.OPEN
        case _:
            known = _("Promised {limit}; the parts that are known take {days}.")
            words, tone = f"{_cannot_say(times)} {known}", Tone.OPEN
    limit = wording.typed(promise.target.limit)
    return Headline(words.format(limit=limit, days=exact(longest.days.most)), tone)


def _cannot_say(times: Times) -> str:
    count = len(times.unknown)
    return ngettext(
        "It cannot be said: of {count} part nobody has said how long it takes.",
        "It cannot be said: of {count} parts nobody has said how long they take.",
        count,
    ).format(count=count)


class Entry(NamedTuple):
    """A line beside the parts; a heading leads nowhere (no `ids`).

    One id is a record to be shown down to its `field`, several are stages to be selected. `sign`
    is the name of an icon; `open` tells that something is to be done.
    """

    words: str
    ids: tuple[Id, ...] = ()
    field: str = ""
    sign: str = "circle-question-mark"
    open: bool = False


def beside(
    question: Question, times: Times | None, which: Which, pathway: Pathway, told: "Told"
) -> list[Entry]:
    """Return what is to be said beside the parts: what is lacking, loops, limits of the law."""
    promise = question.promise
    if times is None or times.longest is None:
        where = _("Enter from which stage to which the promise holds")
        return [Entry(where, (promise.id,), "from_stage", open=True)] if promise else []
    walk = which.of(times)
    ids = (*((promise.id,) if promise else ()), *(walk.way if walk else ()))
    limits = named_limits(pathway, ids, told.today)
    return [
        *_under(
            _("How long these take is not said"),
            [_lacking(part, pathway, told.language) for part in _own_first(times, walk)],
            len(times.unknown),
        ),
        *_under(
            _("Loops, counted once"),
            [_loop(loop, pathway, told.language) for loop in times.loops[:_MOST_LISTED]],
            len(times.loops),
        ),
        *_under(
            _("Limits of the law on this way"),
            list(_limits(limits[:_MOST_LISTED], pathway, told)),
            len(limits),
        ),
    ]


class Told(NamedTuple):
    """To whom it is told: the language of the pathway's texts, and the day."""

    language: str
    wording: Wording
    today: date


def _under(heading: str, entries: list[Entry], count: int) -> list[Entry]:
    """Return entries below a heading that says how many there are, also of those not listed."""
    if not entries:
        return []
    more = count - len(entries)
    rest = [Entry(_("and {count} more").format(count=more))] if more else []
    return [Entry(f"{heading} ({count})"), *entries, *rest]


def _own_first(times: Times, walk: Walk | None) -> list[Part]:
    """Return the parts that are not known, those of the walk that is shown before the others."""
    own = walk.unknown if walk is not None else ()
    return list(dict.fromkeys((*own, *times.unknown)))[:_MOST_LISTED]


def place_of(part: Part, pathway: Pathway) -> tuple[Id, str]:
    """Return the record and the field where a part's time stands, or would be entered."""
    if part.sources:
        return part.sources[-1].about, part.sources[-1].field
    if part.kind is PartKind.DOING:
        return part.about, "duration"
    is_handover = isinstance(pathway[part.about], Handover)
    return part.about, "see_within" if is_handover else "time_targets"


def _lacking(part: Part, pathway: Pathway, language: str) -> Entry:
    name = caption(pathway[part.about], pathway, language)
    words = _("Wait: {name}") if part.kind is PartKind.WAIT else _("Stage: {name}")
    id, field = place_of(part, pathway)
    return Entry(words.format(name=name), (id,), field, open=True)


def _loop(loop: Sequence[Id], pathway: Pathway, language: str) -> Entry:
    stages = [pathway[id] for id in loop if isinstance(pathway.get(id), Stage)]
    words = ", ".join(caption(stage, pathway, language) for stage in stages[:_MOST_NAMED])
    if len(stages) > _MOST_NAMED:
        words = _("{names} and {count} more").format(names=words, count=len(stages) - _MOST_NAMED)
    return Entry(words, tuple(loop), sign="refresh-cw")


def _limits(limits: Sequence[NamedLimit], pathway: Pathway, told: Told) -> Iterator[Entry]:
    for each in limits:
        place = caption(pathway[each.about], pathway, told.language)
        law = law_words(each.limit.id, told.language, each.ages)
        holds = each.standing is Standing.IN_FORCE and each.kept is True
        words = f"{law} · {_standing(each)} · {place}"
        yield Entry(words, (each.about,), each.field, "gavel", open=not holds)


def law_words(law: str, language: str, ages: AgeRange | None) -> str:
    """Return a limit's name with its id, and for whom it holds: “TL-02 …, from 23 years on”."""
    limit = time_limits.find(law)
    name = f"{law} {in_language(limit.name, language)}" if limit is not None else law
    match ages:
        case AgeRange(youngest=int(youngest), oldest=int(oldest)):
            group = _("{youngest}–{oldest} years").format(youngest=youngest, oldest=oldest)
        case AgeRange(youngest=int(youngest)):
            group = _("from {youngest} years on").format(youngest=youngest)
        case AgeRange(oldest=int(oldest)):
            group = _("up to {oldest} years").format(oldest=oldest)
        case _:
            group = _("all ages")
    return f"{name} ({group})"


def _standing(each: NamedLimit) -> str:
    if each.standing is Standing.IN_FORCE and each.kept is False:
        return _("the time here is longer")
    known = each.limit.valid_from is not None
    words = {
        Standing.GOAL: _("a county’s goal, no law"),
        Standing.ENDED: _("in force only until {last}"),
        Standing.CHANGES: _("changes after {last}"),
        Standing.NOT_YET: _("in force only from {first}"),
        Standing.IN_FORCE: _("in force since {first}") if known else _("in force"),
    }[each.standing]
    return words.format(first=_day(each.limit.valid_from), last=_day(each.limit.valid_to))


def _day(day: date | None) -> str:
    return "" if day is None else f"{day.day}.{day.month}.{day.year}"
