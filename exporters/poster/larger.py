"""Which larger poster has letters that are read from a wall."""

from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from exporters.poster.composition import READABLE, Poster, unit_of
from exporters.poster.paper import PaperSize, PosterChoice, poster_size
from model.messages import _

_MOST_SHEETS: Final = 9
"""More of them are not glued together: larger paper is named instead."""
_CERTAIN: Final = 1.03
"""What is worked out without composing anew is so much off at most."""


def advice(poster: Poster, choice: PosterChoice) -> str:
    """Say by which choice letters become large enough, "" when they are; in the language in force.

    Of the same paper if a few sheets do, else of larger paper.
    """
    if poster.smallest_letters >= READABLE:
        return ""
    found = next(_readable(poster, choice), None)
    if found is None:
        return _("For a wall that is too small, on any paper: the board is very large.")
    return _("For a wall that is too small: choose for example {choice}.").format(
        choice=_in_words(found)
    )


def _readable(poster: Poster, choice: PosterChoice) -> Iterator[PosterChoice]:
    sizes = list(PaperSize)
    for size in reversed(sizes[: sizes.index(choice.size) + 1]):
        counts = sorted(
            ((across, down) for across in range(1, 10) for down in range(1, 10)),
            key=lambda count: (count[0] * count[1], abs(count[0] - count[1])),
        )
        for across, down in counts:
            larger = replace(choice, size=size, across=across, down=down)
            if larger.sheets <= _MOST_SHEETS and _letters(poster, larger) >= READABLE * _CERTAIN:
                yield larger


def _letters(poster: Poster, choice: PosterChoice) -> float:
    """Return about how high the smallest letters are on another poster of the same board.

    What is above and below the board grows as the whole poster does.
    """
    width, height = poster_size(choice)
    growth = unit_of(width, height) / unit_of(poster.width, poster.height)
    around = (poster.height - poster.room.height) * growth
    scale = min(width / poster.board.width, (height - around) / poster.board.height)
    return poster.smallest_letters * scale / poster.scale


def _in_words(choice: PosterChoice) -> str:
    if choice.sheets == 1:
        return choice.size.value
    return f"{choice.size.value} {choice.across} × {choice.down}"
