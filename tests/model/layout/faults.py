"""What may be wrong with a board, told as sentences by kind: good boards have none."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations, pairwise
from typing import NamedTuple

from model.layout.geometry import Arrow, Board, Card, NoteBox, Point, Rect, TextLine, TextMeasure
from model.layout.metrics import ARROWHEAD

Segment = tuple[Point, Point]
TOUCH = 1.0  # two lines on one track for longer than this look like one line


class Drawn(NamedTuple):
    """A board with the boxes of its arrows' segments, measured once."""

    board: Board
    measure: TextMeasure
    segments: tuple[tuple[Arrow, tuple[Rect, ...]], ...]

    @property
    def arrows(self) -> Iterator[tuple[Arrow, Rect]]:
        for arrow, boxes in self.segments:
            for box in boxes:
                yield arrow, box

    @property
    def headers(self) -> list[Rect]:
        return [each.header for each in self.board.phases + self.board.lanes]


def count_faults(board: Board, measure: TextMeasure) -> dict[str, int]:
    """Return how many faults there are of each kind."""
    drawn = _drawn(board, measure)
    return {kind: sum(1 for _ in find(drawn)) for kind, find in KINDS.items()}


def faults(board: Board, measure: TextMeasure) -> list[str]:
    drawn = _drawn(board, measure)
    return [sentence for find in KINDS.values() for sentence in find(drawn)]


def _drawn(board: Board, measure: TextMeasure) -> Drawn:
    boxes = ((arrow, tuple(map(_box, segments(arrow)))) for arrow in board.arrows.values())
    return Drawn(board, measure, tuple(boxes))


def segments(arrow: Arrow) -> list[Segment]:
    return list(pairwise(arrow.points))


def _box(segment: Segment) -> Rect:
    (x, y), (to_x, to_y) = segment
    return Rect(min(x, to_x), min(y, to_y), abs(to_x - x), abs(to_y - y))


def _inside(box: Rect, by: float = 0.5) -> Rect:
    return Rect(box.x + by, box.y + by, box.width - 2 * by, box.height - 2 * by)


def _holds(box: Rect, other: Rect) -> bool:
    return (
        box.x <= other.x
        and other.right <= box.right
        and box.y <= other.y
        and other.bottom <= box.bottom
    )


def _cards_on_cards(drawn: Drawn) -> Iterator[str]:
    for one, other in combinations(drawn.board.cards.values(), 2):
        if one.box.meets(other.box):
            yield f"card {one.id} lies on card {other.id}"


def _arrows_on_cards(drawn: Drawn) -> Iterator[str]:
    cards = [(card.id, _inside(card.box)) for card in drawn.board.cards.values()]
    for arrow, segment in drawn.arrows:
        for id, box in cards:
            if segment.meets(box):
                yield f"arrow {arrow.id} crosses card {id}"


def _arrows_on_headers(drawn: Drawn) -> Iterator[str]:
    for arrow, segment in drawn.arrows:
        if any(segment.meets(header) for header in drawn.headers):
            yield f"arrow {arrow.id} crosses a header"


def _arrows_on_arrows(drawn: Drawn) -> Iterator[str]:
    for (one, mine), (other, theirs) in combinations(drawn.segments, 2):
        for a in mine:
            for b in theirs:
                if _shared(a, b) > TOUCH:
                    yield f"arrows {one.id} and {other.id} lie on each other at {a}"


def _shared(a: Rect, b: Rect) -> float:
    """Return for how many pixels two parallel segments lie within a line's width."""
    if a.height == b.height == 0 and abs(a.y - b.y) < TOUCH:
        return min(a.right, b.right) - max(a.x, b.x)
    if a.width == b.width == 0 and abs(a.x - b.x) < TOUCH:
        return min(a.bottom, b.bottom) - max(a.y, b.y)
    return 0


def _labels(drawn: Drawn) -> Iterator[tuple[Arrow, Rect]]:
    for arrow in drawn.board.arrows.values():
        if arrow.label:
            yield arrow, arrow.label.box


def _labels_on_labels(drawn: Drawn) -> Iterator[str]:
    for (one, box), (other, second) in combinations(_labels(drawn), 2):
        if box.meets(second):
            yield f"labels of {one.id} and {other.id} meet"


def _labels_on_cards(drawn: Drawn) -> Iterator[str]:
    for arrow, box in _labels(drawn):
        for card in drawn.board.cards.values():
            if box.meets(card.box):
                yield f"label of {arrow.id} lies on card {card.id}"


def _labels_on_headers(drawn: Drawn) -> Iterator[str]:
    for arrow, box in _labels(drawn):
        if any(box.meets(phase.header) for phase in drawn.board.phases):
            yield f"label of {arrow.id} lies on a phase header"


def _labels_off_arrows(drawn: Drawn) -> Iterator[str]:
    boxes = {arrow.id: boxes for arrow, boxes in drawn.segments}
    for arrow, box in _labels(drawn):
        if not any(segment.meets(_inside(box)) for segment in boxes[arrow.id]):
            yield f"label of {arrow.id} does not lie on its arrow"


def _arrows_on_labels(drawn: Drawn) -> Iterator[str]:
    for owner, box in _labels(drawn):
        for arrow, segment in drawn.arrows:
            if arrow is not owner and segment.meets(_inside(box)):
                yield f"arrow {arrow.id} runs through the label of {owner.id}"


def _slanting_arrows(drawn: Drawn) -> Iterator[str]:
    for arrow in drawn.board.arrows.values():
        for (x, y), (to_x, to_y) in segments(arrow):
            if x != to_x and y != to_y:
                yield f"arrow {arrow.id} slants"


def _arrows_without_head(drawn: Drawn) -> Iterator[str]:
    for arrow in drawn.board.arrows.values():
        (x, y), (to_x, to_y) = arrow.points[-2:]
        if abs(to_x - x) + abs(to_y - y) < ARROWHEAD:
            yield f"arrow {arrow.id} has no room for its head"


def _arrows_off_cards(drawn: Drawn) -> Iterator[str]:
    for arrow in drawn.board.arrows.values():
        if not any(_touches(card, arrow.points[0]) for card in drawn.board.cards.values()):
            yield f"arrow {arrow.id} begins at no card"
        if not any(_touches(card, arrow.points[-1]) for card in drawn.board.cards.values()):
            yield f"arrow {arrow.id} ends at no card"


def _touches(card: Card, point: Point) -> bool:
    box = card.box
    beside = point.x in {box.x, box.right} and box.y < point.y < box.bottom
    return beside or (point.y in {box.y, box.bottom} and box.x < point.x < box.right)


def _wide_texts(drawn: Drawn) -> Iterator[str]:
    measure = drawn.measure
    for name, box, lines in texts(drawn.board):
        for line in lines:
            outside = line.x < box.x or line.x + measure.width(line.text, line.style) > box.right
            if outside or not box.y < line.baseline < box.bottom:
                yield f"text “{line.text}” does not fit in {name}"


def texts(board: Board) -> Iterator[tuple[str, Rect, tuple[TextLine, ...]]]:
    """Yield all drawn texts, each with the box that should hold it."""
    for card in board.cards.values():
        yield f"card {card.id}", card.box, card.title
        if card.time:
            yield f"time chip of {card.id}", card.time.box, card.time.lines
    for phase in board.phases:
        yield f"phase {phase.id}", phase.header, phase.title
    for lane in board.lanes:
        yield f"lane {lane.id}", lane.header, lane.name + lane.sector_name
    for arrow in board.arrows.values():
        if arrow.label:
            yield f"label of {arrow.id}", arrow.label.box, arrow.label.lines
    for note in board.notes.values():
        yield f"note {note.id}", note.box, note.lines


def _outside(drawn: Drawn) -> Iterator[str]:
    board = drawn.board
    whole = Rect(0, 0, board.width, board.height)
    boxes: list[tuple[str | None, Rect]] = [(c.id, c.box) for c in board.cards.values()]
    boxes += [(each.id, each.strip) for each in board.phases + board.lanes]
    boxes += [(each.id, each.header) for each in board.phases + board.lanes]
    boxes += [(arrow.id, box) for arrow, box in [*_labels(drawn), *drawn.arrows]]
    boxes += [(note.id, note.box) for note in board.notes.values()]
    for id, box in boxes:
        if not _holds(whole, box):
            yield f"{id} lies outside the board"
    for card in board.cards.values():
        for box in _signs_and_chip(card):
            if not _holds(card.box, box):
                yield f"something stands beyond the edge of card {card.id}"
    for note in board.notes.values():
        if not _holds(note.box, note.sign):
            yield f"the sign stands beyond the edge of note {note.id}"
    for lane in board.lanes:
        if not _holds(lane.header, lane.icon):
            yield f"the sign stands beyond the edge of lane {lane.id}"


def _signs_and_chip(card: Card) -> list[Rect]:
    return [*(symbol.box for symbol in card.symbols), *([card.time.box] if card.time else [])]


def _notes_on_cards(drawn: Drawn) -> Iterator[str]:
    for note in drawn.board.notes.values():
        for card in drawn.board.cards.values():
            if note.about != card.id:
                if note.box.meets(card.box):
                    yield f"note {note.id} lies on card {card.id}"
            elif not _holds(card.box, note.box):
                yield f"note {note.id} is not in its card {card.id}"
            elif _covers_something(note, card):
                yield f"note {note.id} covers something on its card {card.id}"


def _covers_something(note: NoteBox, card: Card) -> bool:
    lines = [Rect(line.x, line.baseline - 10, 1, 12) for line in card.title]
    return any(note.box.meets(box) for box in [*lines, *_signs_and_chip(card)])


def _notes_on_notes(drawn: Drawn) -> Iterator[str]:
    for one, other in combinations(drawn.board.notes.values(), 2):
        if one.box.meets(other.box):
            yield f"notes {one.id} and {other.id} meet"


def _notes_on_labels(drawn: Drawn) -> Iterator[str]:
    for note in drawn.board.notes.values():
        for arrow, box in _labels(drawn):
            if note.box.meets(box):
                yield f"note {note.id} lies on the label of {arrow.id}"


def _notes_on_headers(drawn: Drawn) -> Iterator[str]:
    for note in drawn.board.notes.values():
        if any(note.box.meets(header) for header in drawn.headers):
            yield f"note {note.id} lies on a header"


def _arrows_on_notes(drawn: Drawn) -> Iterator[str]:
    """Tell of arrows behind notes. A note about a handover stands in for its label, on its line."""
    for note in drawn.board.notes.values():
        for arrow, segment in drawn.arrows:
            if note.about != arrow.id and segment.meets(_inside(note.box)):
                yield f"arrow {arrow.id} runs through note {note.id}"


KINDS: Mapping[str, Callable[[Drawn], Iterable[str]]] = {
    "card on a card": _cards_on_cards,
    "arrow across a card": _arrows_on_cards,
    "arrow across a header": _arrows_on_headers,
    "arrows on one track": _arrows_on_arrows,
    "label on a label": _labels_on_labels,
    "label on a card": _labels_on_cards,
    "label on a header": _labels_on_headers,
    "label off its arrow": _labels_off_arrows,
    "arrow through another's label": _arrows_on_labels,
    "slanting arrow": _slanting_arrows,
    "arrow without room for its head": _arrows_without_head,
    "arrow that touches no card": _arrows_off_cards,
    "text outside its box": _wide_texts,
    "thing outside the board or its card": _outside,
    "note on a card": _notes_on_cards,
    "note on a note": _notes_on_notes,
    "note on a label": _notes_on_labels,
    "note on a header": _notes_on_headers,
    "arrow through a note": _arrows_on_notes,
}
