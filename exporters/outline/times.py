"""Times as an outline writes them: "limit | from → to | basis".

One line may hold several limits ("≤3 kk (23+) tai ≤14 vrk (alle 23)"), several ends
("arvio/tutkimus/hoito") and several grounds ("TL-02/TL-03", "TL-06…08"). As many of each as
there are limits belong to them in their order; a single one belongs to them all. The words of
a limit stay as they were typed, whatever of them could be read.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from exporters.outline.source import Word, wrong
from model.codes import TimeBasis
from model.codes.time_limits import find
from model.messages import _
from model.parts import TimeTarget
from model.text import AgeRange, Span, Text, quoted, read_span

_LIMIT_BREAK = re.compile(r"\s*/\s*|,\s+|\s+(?:tai|eller|or)\s+")
_END_BREAK = re.compile(r"\s*[/,]\s*")
_NUMBER = re.compile(r"(?:≤\s*|<=\s*)?(?<!\d)\d")
_LAW = re.compile(r"TL-\w+")
_LAW_RANGE = re.compile(r"TL-(\d{2})…(?:TL-)?(\d{2})\b")
_OTHERWISE = re.compile(r"^(?:muuten|muutoin|annars|otherwise)\b")

# What an outline's words say of a limit's ground: those alone, and those among other words.
_PLAIN_GROUNDS = {
    "tavoite": TimeBasis.COUNTY_GOAL,
    "mål": TimeBasis.COUNTY_GOAL,
    "goal": TimeBasis.COUNTY_GOAL,
    "suunnitelma": TimeBasis.CARE_PLAN,
    "plan": TimeBasis.CARE_PLAN,
    "sopimus": TimeBasis.AGREEMENT,
    "avtal": TimeBasis.AGREEMENT,
    "agreement": TimeBasis.AGREEMENT,
}
_GROUNDS = {
    r"\b(?:sovittu tavoite|avtalat mål|agreed goal)\b": TimeBasis.PATHWAY_GOAL,
    r"\b(?:ohje|anvisning|instruction)\b": TimeBasis.PATHWAY_GOAL,
    **{rf"\b{word}\b": basis for word, basis in _PLAIN_GROUNDS.items()},
}


class _Ground(NamedTuple):
    basis: TimeBasis | None = None
    law: str = ""
    source: str = ""


def time_targets(word: Word, language: str) -> tuple[TimeTarget, ...]:
    """Read one line of time; raises OutlineError when its parts are not limit, events, basis."""
    limits, starts, ends, grounds = _parts(word, language)
    targets: list[TimeTarget] = []
    for place, limit in enumerate(limits):
        ground = _own_ground(limit) if len(limits) > len(grounds) else None
        ground = ground or grounds[min(place, len(grounds) - 1)]
        targets.append(
            TimeTarget(
                limit=_span(limit, language),
                starts=_said(starts, language),
                ends=_said(ends[min(place, len(ends) - 1)], language),
                basis=ground.basis,
                law=ground.law,
                ages=_ages(limit, targets),
                source=_said(ground.source, language),
            )
        )
    return tuple(targets)


def _parts(word: Word, language: str) -> tuple[list[str], str, list[str], list[_Ground]]:
    """Return limits, the event they start from, the events they end in, and their grounds."""
    parts = [part.strip() for part in word.text.split("|")]
    match parts if all(parts) else ():
        case [limit]:
            return _limits(limit, language), "", [""], [_Ground()]
        case [limit, events]:
            limits = _limits(limit, language)
            return limits, *_events(word, events, len(limits)), [_Ground()]
        case [limit, events, basis]:
            limits = _limits(limit, language)
            return (
                limits,
                *_events(word, events, len(limits)),
                _grounds(word.line, basis, len(limits)),
            )
        case _:
            raise wrong(
                word.line,
                _("a time is written “limit | from → to | basis”; “{words}” is not.").format(
                    words=quoted(word.text)
                ),
            )


def read_ages(word: Word) -> AgeRange | None:
    """Read "16-25", ">=18", "<23", "18+" or "all" (which is None)."""
    if word.text in ("all", "kaikki", "alla"):
        return None
    found = re.fullmatch(r"(\d{1,3})\s*[-–]\s*(\d{1,3})", word.text)
    if found and int(found[1]) <= int(found[2]):
        return AgeRange(youngest=int(found[1]), oldest=int(found[2]))
    if found := re.fullmatch(r"(?:>=|≥)\s*(\d{1,3})|(\d{1,3})\s*\+", word.text):
        return AgeRange(youngest=int(found[1] or found[2]))
    if found := re.fullmatch(r"(?:<=|≤)\s*(\d{1,3})", word.text):
        return AgeRange(oldest=int(found[1]))
    if found := re.fullmatch(r">\s*(\d{1,3})", word.text):
        return AgeRange(youngest=int(found[1]) + 1)
    if (found := re.fullmatch(r"<\s*(\d{1,3})", word.text)) and int(found[1]):
        return AgeRange(oldest=int(found[1]) - 1)
    raise wrong(
        word.line,
        _("“{words}” is not an age; write 16-25, >=18, <23 or all.").format(
            words=quoted(word.text)
        ),
    )


def _said(words: str, language: str) -> Text:
    return {language: words} if words else {}


def _limits(words: str, language: str) -> list[str]:
    """Split where each piece is a limit of its own, else keep the words together."""
    pieces = _LIMIT_BREAK.split(words)
    return pieces if all(_span(piece, language).unit for piece in pieces) else [words]


def _span(words: str, language: str) -> Span:
    """Return the words as a span that means the first length of time named in them."""
    places = (0, *(found.start() for found in _NUMBER.finditer(words)))
    spans = (read_span(words[place:], language) for place in places)
    meant = next((span for span in spans if span.unit is not None), Span(typed=""))
    return replace(meant, typed=words)


def _events(word: Word, words: str, limits: int) -> tuple[str, list[str]]:
    start, arrow, end = (part.strip() for part in words.partition("→"))
    if not arrow or not start or not end:
        raise wrong(
            word.line,
            _("“{words}” must name two events, as in from → to.").format(words=words),
        )
    ends = _END_BREAK.split(end)
    return start, ends if len(ends) == limits else [end]


def _grounds(line: int, words: str, limits: int) -> list[_Ground]:
    """Return one ground per limit, or one for all, which keeps the words as its source."""
    pieces = _END_BREAK.split(_LAW_RANGE.sub(_spelled_out, words))
    if len(pieces) == limits:
        return [_ground(line, piece) for piece in pieces]
    return [_ground(line, words)]


def _spelled_out(found: re.Match[str]) -> str:
    first, last = int(found[1]), int(found[2])
    return "/".join(f"TL-{number:0{len(found[1])}}" for number in range(first, last + 1))


def _ground(line: int, words: str) -> _Ground:
    if words in _PLAIN_GROUNDS:
        return _Ground(_PLAIN_GROUNDS[words])
    if found := _LAW.search(words):
        limit = find(found[0])
        if limit is None:
            raise wrong(line, _("there is no time limit “{id}”.").format(id=found[0]))
        basis = TimeBasis.LAW if limit.law else TimeBasis.COUNTY_GOAL
        return _Ground(basis, limit.id, "" if found[0] == words else words)
    named = (basis for sign, basis in _GROUNDS.items() if re.search(sign, words))
    return _Ground(next(named, None), source=words)


def _own_ground(limit: str) -> _Ground | None:
    """Return the ground that a limit names in its own words ("14 vrk tavoite")."""
    last = limit.rsplit(maxsplit=1)[-1]
    return _Ground(_PLAIN_GROUNDS[last]) if last in _PLAIN_GROUNDS else None


def _ages(limit: str, before: Sequence[TimeTarget]) -> AgeRange | None:
    """Return the ages that a limit names; "otherwise" is those that the one before left."""
    if found := re.search(r"\balle\s+(\d{1,3})|\bunder\s+(\d{1,3})", limit):
        return AgeRange(oldest=int(found[1] or found[2]) - 1)
    if found := re.search(r"(\d{1,3})\s*\+", limit):
        return AgeRange(youngest=int(found[1]))
    rest = before[-1].ages if before and _OTHERWISE.match(limit) else None
    if rest and rest.youngest is None and rest.oldest is not None:
        return AgeRange(youngest=rest.oldest + 1)
    return None
