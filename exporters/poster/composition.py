"""What stands where on a poster: title block, board, legend. Millimetres from its left top corner.

The poster is composed as a whole, as if there were paper of its size; sheets show parts of it.
"""

from collections.abc import Iterator
from datetime import date
from math import sqrt
from typing import Final, NamedTuple

from exporters.diagram import words
from exporters.diagram.look import LIGHT
from exporters.edited import is_draft, is_edited
from exporters.poster.legend import Entry, legend
from exporters.poster.lettering import LINE_HEIGHT, Face, Words, height_of_capitals, set_below
from exporters.poster.paper import PosterChoice, poster_size
from exporters.poster.qr import QrCode, qr_code
from model.codes.names import name_of_code
from model.describe import day_in_words
from model.layout import board as lay_out
from model.layout import font_measure
from model.layout.geometry import Board, Rect, TextStyle
from model.layout.metrics import FONTS
from model.messages import _
from model.parts import Responsibility
from model.pathway import Pathway
from model.records import PathwayInfo
from model.text import in_language

READABLE: Final = 3.0
"""Letters so high (mm) are read from a metre: they fill ten minutes of arc there."""
LARGEST: Final = 8.0
"""Millimetres to which the letters of a small board grow; larger ones serve nobody."""
LEGEND: Final = 0.95
"""Size of the legend's text in units of the poster, unless the cards' text is much smaller."""
_LEGEND_TO_CARDS: Final = 2.0
"""So many times the size of the cards' text the legend's is at most."""

_SMALLEST_STYLE: Final = min(TextStyle, key=lambda style: FONTS[style].size_px)
_SWATCH: Final = 3.8  # width of a legend's drawing, in ems of its text
_ROW: Final = 2.2  # from a row of the legend to the next, in ems


class PlacedEntry(NamedTuple):
    """An entry of the legend, and the box that its sign is drawn into."""

    entry: Entry
    swatch: Rect


class Badge(NamedTuple):
    """The status, in a frame of its own; `unsettled` ones are seen from afar.

    So is that of a pathway which was edited after it was approved.
    """

    box: Rect
    unsettled: bool


class Poster(NamedTuple):
    """`scale` is millimetres per pixel of the board at 100 % zoom; `place` is where it lies.

    `room` is what there is for the board.
    """

    width: float
    height: float
    title: str
    board: Board
    room: Rect
    place: Rect
    scale: float
    words: tuple[Words, ...]
    badge: Badge
    rules: tuple[float, ...]
    legend: tuple[PlacedEntry, ...] = ()
    qr: QrCode | None = None

    @property
    def smallest_letters(self) -> float:
        """How high the capitals of the board's smallest text are, in millimetres."""
        return FONTS[_SMALLEST_STYLE].size_px * height_of_capitals() * self.scale


def unit_of(width: float, height: float) -> float:
    """Return the millimetres by which what stands around the board of a poster is measured."""
    return min(sqrt(width * height), 2 * min(width, height)) / 100


def compose(
    pathway: Pathway, language: str, choice: PosterChoice, made_on: date, address: str = ""
) -> Poster:
    """Compose the poster in the language in force; a QR code leads to `address`, if any."""
    width, height = poster_size(choice)
    unit = unit_of(width, height)
    board = lay_out(pathway, font_measure(), language)
    head = _Head(pathway, language, width, unit, made_on, address)
    entries = legend(board) if choice.legend else ()
    foot = _Foot(entries, width, height, unit, LEGEND * unit)
    scale = _scale(board, _room(width, head, foot, unit))
    size = _LEGEND_TO_CARDS * FONTS[TextStyle.CARD_TITLE].size_px * scale
    if size < LEGEND * unit:
        smaller = _Foot(entries, width, height, unit, size)
        if _scale(board, _room(width, head, smaller, unit)) > scale:  # the board gets the room
            foot = smaller
    room = _room(width, head, foot, unit)
    scale = _scale(board, room)
    place = Rect(
        (width - board.width * scale) / 2,
        room.y + (room.height - board.height * scale) / 2,
        board.width * scale,
        board.height * scale,
    )
    return Poster(
        width,
        height,
        words.board_title(pathway, language),
        board,
        room,
        place,
        scale,
        (*head.words, *foot.words),
        head.badge,
        (head.bottom, foot.top) if foot.entries else (head.bottom,),
        foot.entries,
        head.qr,
    )


def _room(width: float, head: "_Head", foot: "_Foot", unit: float) -> Rect:
    return Rect(0, head.bottom + unit, width, foot.top - head.bottom - 2 * unit)


def _scale(board: Board, room: Rect) -> float:
    largest = LARGEST / (FONTS[_SMALLEST_STYLE].size_px * height_of_capitals())
    return min(room.width / board.width, room.height / board.height, largest)


class _Head:
    """Title, status, version, date, owner; at the right the code for the page on the web."""

    def __init__(  # noqa: PLR0913, PLR0917 - what it is made of
        self,
        pathway: Pathway,
        language: str,
        width: float,
        unit: float,
        made_on: date,
        address: str,
    ) -> None:
        info = pathway.info
        side = 8.5 * unit if address else 0.0
        self.qr = qr_code(address, Rect(width - side, 0, side, side)) if address else None
        room = width - side - (2 * unit if address else 0)
        title = Face(2.7 * unit, bold=True)
        lines = title.wrapped(words.board_title(pathway, language), room, most=2)
        self.words = list(set_below(lines, 0, 0, title, LIGHT.ink))
        top = len(lines) * title.size * LINE_HEIGHT + 0.6 * unit
        self.badge = self._status(pathway, top, unit)
        facts = Face(1.05 * unit)
        left = self.badge.box.right + 1.5 * unit
        said = [
            facts.cut(line, room - left)
            for line in _facts(info, language, made_on, address)
            if line
        ]
        self.words += set_below(tuple(said), left, top + 0.1 * unit, facts, LIGHT.muted)
        height = max(self.badge.box.height, len(said) * facts.size * LINE_HEIGHT)
        self.bottom = max(top + height, side) + unit

    def _status(self, pathway: Pathway, top: float, unit: float) -> Badge:
        edited = is_edited(pathway)
        unsettled = edited or is_draft(pathway.info)
        name = _("Edited since the approval") if edited else name_of_code(pathway.info.status)
        said = name.upper() if unsettled else name[:1].upper() + name[1:]
        face = Face((2.0 if unsettled else 1.3) * unit, bold=True)
        padding = 0.5 * face.size
        box = Rect(0, top, face.width(said) + 2 * padding, face.size * 1.6)
        colour = LIGHT.alarm if unsettled else LIGHT.ink
        self.words.append(Words(said, padding, top + 1.16 * face.size, face, colour))
        return Badge(box, unsettled)


def _facts(info: PathwayInfo, language: str, made_on: date, address: str) -> Iterator[str]:
    version = _("Version {version}").format(version=words.clean(info.version))
    reviewed = info.last_reviewed
    yield " · ".join(
        filter(
            None,
            (
                version if info.version else "",
                _("Last reviewed {day}").format(day=day_in_words(reviewed)) if reviewed else "",
                _("Made {day}").format(day=day_in_words(made_on)),
            ),
        )
    )
    owner = _role(info.owner, language)
    yield _("Owner: {owner}").format(owner=owner) if owner else ""
    yield address


def _role(owner: Responsibility | None, language: str) -> str:
    if owner is None:
        return ""
    parts = (in_language(owner.role, language), in_language(owner.organisation, language))
    return words.clean(", ".join(filter(None, parts)))


class _Foot:
    """The legend, in rows across the lower edge."""

    def __init__(
        self, entries: tuple[Entry, ...], width: float, height: float, unit: float, size: float
    ) -> None:
        face, heading = Face(size), Face(size, bold=True)
        self.entries: tuple[PlacedEntry, ...] = ()
        self.words: list[Words] = []
        self.top = height
        if not entries:
            return
        title = _("What the signs mean")
        rows = list(_rows(entries, face, heading.width(title) + 2 * unit, width))
        self.top = height - len(rows) * _ROW * face.size - 0.6 * unit
        self.words.append(
            Words(title, 0, self.top + 0.6 * unit + 1.45 * face.size, heading, LIGHT.ink)
        )
        placed = []
        for number, row in enumerate(rows):
            top = self.top + 0.6 * unit + number * _ROW * face.size
            for entry, left in row:
                box = Rect(left, top + 0.1 * face.size, _SWATCH * face.size, 2 * face.size)
                placed.append(PlacedEntry(entry, box))
                x = box.right + 0.5 * face.size
                said = face.cut(words.clean(entry.words), width - x)
                self.words.append(Words(said, x, top + 1.45 * face.size, face, LIGHT.ink))
        self.entries = tuple(placed)


def _rows(
    entries: tuple[Entry, ...], face: Face, indent: float, width: float
) -> Iterator[list[tuple[Entry, float]]]:
    """Yield rows of entries, each with its left edge."""
    row: list[tuple[Entry, float]] = []
    left = indent
    for entry in entries:
        needed = (_SWATCH + 0.5) * face.size + face.width(entry.words)
        if row and left + needed > width:
            yield row
            row, left = [], indent
        row.append((entry, left))
        left += needed + 2 * face.size
    yield row
