"""Where the times of a walk stand on the board: at their cards and arrows. Pure, no Qt."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise, product
from typing import Final, NamedTuple

from designer.ui.canvas.nearby import cells, length_of, shared_area
from exporters.diagram import shapes
from model.ids import Id
from model.layout.font import baseline_of, font_measure
from model.layout.geometry import Arrow, Board, Card, Point, Rect, TextLine, TextStyle
from model.layout.metrics import FONTS

STYLE: Final = TextStyle.CARD_CHIP
PADDING_X: Final = 6.0
PADDING_Y: Final = 1.0
_SMALLEST: Final = 11.0  # screen pixels of a letter that one can still read
_WITHIN: Final = 8.0  # how far a label lies over its card's edge: within the card's padding
_STEP: Final = 10.0
_MOST_STEPS: Final = 9  # from its card or line; what is further off is not read as its own
_MOST_TRIED: Final = 600


class TimeLabel(NamedTuple):
    """A label of a stage or a handover; `lacking`: it tells that a time is not known."""

    text: str
    lacking: bool = False


class PlacedLabel(NamedTuple):
    """A label where it stands. `scale` is how much larger than at 100 % its letters are."""

    about: Id
    label: TimeLabel
    box: Rect
    scale: float


def scale_at(zoom: float) -> float:
    """Return how much larger letters are, so that they can be read on a small board."""
    return max(1.0, _SMALLEST / (FONTS[STYLE].size_px * zoom))


def time_places(
    board: Board,
    labels: Mapping[Id, TimeLabel],
    scale: float,
    area: Rect,
    placed_before: Iterable[PlacedLabel] = (),
) -> tuple[PlacedLabel, ...]:
    """Place the labels of stages and handovers, which are `scale` times as large as at 100 %.

    All lie in `area`, of which `board` must hold everything. No label lies on what is written or
    drawn in a card, on a handover's own label, on a note or on another of these labels; a label
    for which no such place is near gets none. Of the places that are free of that, one is taken
    that covers the least of cards and of other lines.
    """
    taken = _Taken(board, area)
    for before in placed_before:
        taken.write(before.box)
    placed = []
    for id, label in sorted(labels.items(), key=lambda each: each[0] not in board.cards):
        width = (font_measure().width(label.text, STYLE) + 2 * PADDING_X) * scale
        size = _Size(width, (FONTS[STYLE].line_height + 2 * PADDING_Y) * scale)
        box = _best(board, id, size, taken)
        if box is not None:
            taken.write(box)
            placed.append(PlacedLabel(id, label, box, scale))
    return tuple(placed)


class _Size(NamedTuple):
    width: float
    height: float

    def around(self, middle: Point) -> Rect:
        return Rect(middle.x - self.width / 2, middle.y - self.height / 2, *self)


def _best(board: Board, id: Id, size: _Size, taken: "_Taken") -> Rect | None:
    """Return the first place that covers nothing, else the one that covers least."""
    card, arrow = board.cards.get(id), board.arrows.get(id)
    if card is not None and not card.folded:
        tried = _at_card(card, size)
    elif arrow is not None:
        tried = _on_arrow(arrow, size)
    else:
        return None
    best, least = None, float("inf")
    inside = (box for box in tried if _lies_in(box, taken.area))
    for _count, box in zip(range(_MOST_TRIED), inside, strict=False):
        if taken.is_written(box):
            continue
        covered = taken.covered(box, id)
        if covered < least:
            best, least = box, covered
        if not covered:
            break
    return best


def _at_card(card: Card, size: _Size) -> Iterator[Rect]:
    """Yield places at a card, the one that is wanted most first: over its lower edge."""
    box = card.box
    left, middle, right = box.x + 6, box.centre.x - size.width / 2, box.right - size.width - 6
    across = (left, middle, right)
    for away in (-_WITHIN, *_distances(size)):
        yield from (Rect(x, box.bottom + away, *size) for x in across)
        yield from (Rect(x, box.y - size.height - away, *size) for x in across)
        if away >= 0:
            down = (box.bottom - size.height, box.centre.y - size.height / 2, box.y)
            yield from (Rect(box.right + 2 + away, y, *size) for y in down)
            yield from (Rect(box.x - size.width - 2 - away, y, *size) for y in down)


def _distances(size: _Size) -> Iterator[float]:
    """Yield how far off a label is tried; larger ones may be further off."""
    step = _STEP * size.height / FONTS[STYLE].line_height
    yield from (2 + count * step for count in range(_MOST_STEPS))


def _on_arrow(arrow: Arrow, size: _Size) -> Iterator[Rect]:
    """Yield places on an arrow's line, the longest part first, then beside it."""
    parts = sorted(pairwise(arrow.points), key=lambda part: -length_of(*part))
    for aside in (0.0, *_distances(size)):
        for (start, end), side in product(parts, (-1, 1) if aside else (1,)):
            lies_across = start.y == end.y
            half = (size.height if lies_across else size.width) / 2
            off = side * (aside + half) if aside else 0.0
            for along in _from_the_middle(length_of(start, end)):
                share = along / (length_of(start, end) or 1)
                x, y = start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share
                yield size.around(Point(x, y + off) if lies_across else Point(x + off, y))


def _from_the_middle(length: float) -> Iterator[float]:
    yield length / 2
    for step in range(1, min(int(length / 2 / _STEP), 8) + 1):
        yield length / 2 - step * _STEP
        yield length / 2 + step * _STEP


class _Taken:
    """What lies in an area, looked up by place: what is written, and what may be covered."""

    def __init__(self, board: Board, area: Rect) -> None:
        self.area = area
        self._written: defaultdict[tuple[int, int], list[Rect]] = defaultdict(list)
        self._drawn: defaultdict[tuple[int, int], list[tuple[Id, Rect]]] = defaultdict(list)
        for box in written(board):
            if box.meets(area):
                self.write(box)
        for card in board.cards.values():
            self._draw(card.id, card.box)
        for arrow in board.arrows.values():
            for start, end in pairwise(arrow.points):
                left, top = min(start.x, end.x), min(start.y, end.y)
                width, height = abs(end.x - start.x), abs(end.y - start.y)
                self._draw(arrow.id, Rect(left - 1, top - 1, width + 2, height + 2))

    def write(self, box: Rect) -> None:
        for cell in cells(box):
            self._written[cell].append(box)

    def _draw(self, id: Id, box: Rect) -> None:
        if box.meets(self.area):
            for cell in cells(_shared_box(box, self.area)):
                self._drawn[cell].append((id, box))

    def is_written(self, box: Rect) -> bool:
        return any(box.meets(other, 1) for cell in cells(box) for other in self._written[cell])

    def covered(self, box: Rect, own: Id) -> float:
        """Return how much of cards and lines a place covers, its own edge or line left out."""
        found = {each for cell in cells(box) for each in self._drawn[cell]}
        edge = _EDGE * box.width
        return sum(
            shared
            for id, other in found
            if (shared := shared_area(box, other)) and not (id == own and shared <= edge)
        )


_EDGE: Final = _WITHIN + 0.1


def written(board: Board) -> Iterator[Rect]:
    """Yield what no label may cover: all that is written or drawn in cards, labels, notes."""
    for card in board.cards.values():
        yield from _in_card(card)
    for arrow in board.arrows.values():
        if arrow.label is not None:
            yield arrow.label.box
    for note in board.notes.values():
        yield note.box


def _in_card(card: Card) -> Iterator[Rect]:
    yield from map(_line_box, card.title)
    yield from (symbol.box for symbol in card.symbols)
    if card.time is not None:
        yield card.time.box
    for mark in (shapes.medallion(card), shapes.way_in(card)):
        if mark is not None:
            reach = shapes.MEDALLION
            yield Rect(mark.x - reach, mark.y - reach, 2 * reach, 2 * reach)


def _line_box(line: TextLine) -> Rect:
    top = line.baseline - baseline_of(line.style)
    width = font_measure().width(line.text, line.style)
    return Rect(line.x, top, width, FONTS[line.style].line_height)


def _lies_in(box: Rect, area: Rect) -> bool:
    across = area.x <= box.x and box.right <= area.right
    return across and area.y <= box.y and box.bottom <= area.bottom


def _shared_box(one: Rect, other: Rect) -> Rect:
    """Return what lies in both of two boxes that meet."""
    left, top = max(one.x, other.x), max(one.y, other.y)
    right, bottom = min(one.right, other.right), min(one.bottom, other.bottom)
    return Rect(left, top, right - left, bottom - top)
