"""The letters of the board's font that a file needs, carried inside it.

The font's licence (OFL) allows it to be embedded and cut to the letters used.
"""

from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from exporters.diagram.picture import Picture
from model.layout.geometry import TextLine
from model.layout.metrics import FONT_FAMILY, FONT_FILES, FONTS

_OF_NO_USE = ("GDEF", "GPOS", "GSUB", "STAT")
"""Tables for kerning and for other forms of letters, which the board does not use."""


def font_faces(picture: Picture) -> str:
    """Return CSS `@font-face` rules with the letters that a picture is written in."""
    letters: defaultdict[bool, set[str]] = defaultdict(set)
    for line in _lines(picture):
        letters[FONTS[line.style].bold] |= set(line.text)
    rules = (
        f'@font-face{{font-family:"{FONT_FAMILY}";font-weight:{weight};'
        f"src:url(data:font/woff;base64,{_subset(file, frozenset(letters[bold]))})}}"
        for bold, weight, file in (
            (False, 400, FONT_FILES.regular),
            (True, 700, FONT_FILES.bold),
        )
        if letters[bold]
    )
    return "".join(rules)


@lru_cache(32)  # pictures of one pathway are written in the same letters
def _subset(file: Path, letters: frozenset[str]) -> str:
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    options = Options()
    options.hinting = False
    options.layout_features = []
    options.notdef_outline = True
    options.drop_tables = [*options.drop_tables, *_OF_NO_USE]
    with TTFont(file, lazy=True, recalcTimestamp=False) as font:
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=sorted(ord(letter) for letter in letters))
        subsetter.subset(font)
        font.flavor = "woff"
        made = BytesIO()
        font.save(made)
    return b64encode(made.getvalue()).decode("ascii")


def _lines(picture: Picture) -> Iterator[TextLine]:
    board = picture.board
    for phase in board.phases:
        yield from phase.title
    for lane in board.lanes:
        yield from lane.name
        yield from lane.sector_name
    for card in board.cards.values():
        yield from card.title
        yield from card.time.lines if card.time else ()
    for arrow in board.arrows.values():
        yield from arrow.label.lines if arrow.label else ()
    for ghost in picture.ghosts:
        yield from ghost.title
    for stub in picture.stubs:
        yield from stub.chip.lines
    for tag in (*(mark.tag for mark in picture.marks), *picture.legend):
        yield from tag.lines
    yield from picture.caption
