"""Lengths of waits and stages in words: as people typed them, or counted in days. No Qt."""

from typing import Final

from model.lengths import length_for
from model.messages import _
from model.text import Span
from model.times import Days, Part, days_of

_MONTH: Final = 365.25 / 12
_IN_DAYS: Final = 100.0  # from here on months say more than days
_IN_MONTHS: Final = 36
_MINUTES: Final = 24 * 60


def exact(days: float) -> str:
    """Return a length that adds up with others: “44 d 1 h 30 min”; long ones in months, too."""
    if days >= _IN_DAYS:
        return _("{days} d ({about})").format(days=round(days), about=brief(days))
    whole, minutes = divmod(round(days * _MINUTES), _MINUTES)
    hours, minutes = divmod(minutes, 60)
    said = [
        words.format(amount=amount)
        for words, amount in (
            (_("{amount} d"), whole),
            (_("{amount} h"), hours),
            (_("{amount} min"), minutes),
        )
        if amount
    ]
    return " ".join(said) or _("{amount} d").format(amount=0)


def brief(days: float) -> str:
    """Return a length in few letters: “1 h 30 min”, “17 d”, “about 14 mo”."""
    if days < 1:
        return exact(days)
    if days < _IN_DAYS:
        return _("{amount} d").format(amount=round(days))
    months = round(days / _MONTH)
    if months < _IN_MONTHS:
        return _("about {amount} mo").format(amount=months)
    years, months = divmod(months, 12)
    if not months:
        return _("about {amount} y").format(amount=years)
    return _("about {years} y {months} mo").format(years=years, months=months)


class Wording:
    """Says lengths to readers of one language; `typed_in` is the one that spans are typed in."""

    def __init__(self, language: str, typed_in: str) -> None:
        self._language = language
        self._typed_in = typed_in

    def typed(self, span: Span) -> str:
        return length_for(span, self._language, self._typed_in)

    def of_part(self, part: Part) -> str:
        """Return what was typed where that is what counts, else what it comes to."""
        if part.days is None:
            return _("not said")
        spans = [source.span for source in part.sources]
        together = _sum(spans)
        if together is not None and _alike(together, part.days):
            return " + ".join(self.typed(span) for span in spans)
        if len(spans) == 1 and together is not None and part.days.most < together.most:
            return _("{left} (what is left of {whole})").format(
                left=exact(part.days.most), whole=self.typed(spans[0])
            )
        return exact(part.days.most)

    def of_wait_on_board(self, part: Part) -> str:
        """Return a wait for the board: “wait ≤ 14 d”; what is at once is said as it was typed."""
        if part.days is None:
            return _("wait ?")
        if len(part.sources) != 1 or not _is_counted_whole(part):
            return _("wait ≤ {time}").format(time=brief(part.days.most))
        span = part.sources[0].span
        words = self.typed(span)
        if not part.days.most:
            return words
        if words[:1].isdigit() and span.least == span.most:
            return _("wait ≤ {time}").format(time=words)
        return _("wait {time}").format(time=words)

    def of_doing_on_board(self, part: Part) -> str:
        if part.days is None:
            return _("takes ?")
        return self.typed(part.sources[0].span) if part.sources else brief(part.days.most)


def _is_counted_whole(part: Part) -> bool:
    days = days_of(part.sources[0].span)
    return part.days is not None and days is not None and _alike(days, part.days)


def _sum(spans: list[Span]) -> Days | None:
    total = Days(0, 0, 0)
    for span in spans:
        days = days_of(span)
        if days is None:
            return None
        total = total.plus(days)
    return total if spans else None


def _alike(one: Days, other: Days) -> bool:
    return all(abs(mine - theirs) < 1 / _MINUTES for mine, theirs in zip(one, other, strict=True))
