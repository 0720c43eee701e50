"""What a Word file says, as plain data: pieces of a line, lines, and blocks of lines."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Piece(NamedTuple):
    """Words of one look. `lang` is '' in the document's own language.

    `link` is a safe address, the name of a bookmark behind "#", or ''.
    """

    words: str
    lang: str = ""
    link: str = ""
    style: str = ""


Line = tuple[Piece, ...]


class Block(NamedTuple):
    """A paragraph; with a `mark` one item of a list."""

    line: Line
    mark: str = ""


Prose = tuple[Block, ...]


class Column(NamedTuple):
    """A column of a table: its title, and its width beside those of the others."""

    title: str
    share: int


BULLET = "•"
STRONG = "Strong"
NOTHING = "–"
"""Stands where there is nothing to say: no cell of a table is left blank."""


def line(*parts: Piece | str) -> Line:
    """Return pieces as a line, without those that say nothing."""
    pieces = (part if isinstance(part, Piece) else Piece(part) for part in parts)
    return tuple(piece for piece in pieces if piece.words)


def strong(words: str) -> Piece:
    return Piece(words, style=STRONG)


def bold(words: Line) -> Line:
    """Return a line that stands out, such as a name above what is told of it."""
    return tuple(piece._replace(style=STRONG) for piece in words)


def said(*parts: Piece | str) -> Prose:
    """Return one paragraph; nothing when it has no words."""
    whole = line(*parts)
    return (Block(whole),) if whole else ()


def listed(lines: Iterable[Line]) -> Prose:
    """Return a list; one item alone is a paragraph."""
    items = [each for each in lines if each]
    if len(items) == 1:
        return (Block(items[0]),)
    return tuple(Block(item, BULLET) for item in items)


def joined(lines: Iterable[Line], between: str) -> Line:
    """Return lines as one, with `between` between them."""
    pieces: list[Piece] = []
    for each in filter(None, lines):
        pieces += [Piece(between), *each] if pieces else each
    return tuple(pieces)


def words_of(pieces: Sequence[Piece]) -> str:
    return "".join(piece.words for piece in pieces)
