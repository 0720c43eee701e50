"""What may be wrong with a board, told as sentences: good boards have none."""

from collections.abc import Iterator
from itertools import combinations, pairwise

from model.layout.geometry import Arrow, Board, Point, Rect, TextLine, TextMeasure
from model.layout.metrics import ARROWHEAD

Segment = tuple[Point, Point]
TOUCH = 1.0  # two lines on one track for longer than this look like one line


def faults(board: Board, measure: TextMeasure) -> list[str]:
    return [
        *_cards_on_cards(board),
        *_arrows_on_cards(board),
        *_arrows_on_headers(board),
        *_arrows_on_arrows(board),
        *_labels_on_things(board),
        *_arrows_on_labels(board),
        *_loose_or_slanting_arrows(board),
        *_wide_texts(board, measure),
        *_outside(board),
    ]


def segments(arrow: Arrow) -> list[Segment]:
    return list(pairwise(arrow.points))


def _box(segment: Segment) -> Rect:
    (x, y), (to_x, to_y) = segment
    return Rect(min(x, to_x), min(y, to_y), abs(to_x - x), abs(to_y - y))


def _inside(box: Rect, by: float = 0.5) -> Rect:
    return Rect(box.x + by, box.y + by, box.width - 2 * by, box.height - 2 * by)


def _cards_on_cards(board: Board) -> Iterator[str]:
    for one, other in combinations(board.cards.values(), 2):
        if one.box.meets(other.box):
            yield f"card {one.id} lies on card {other.id}"


def _arrows_on_cards(board: Board) -> Iterator[str]:
    for arrow in board.arrows.values():
        for segment in segments(arrow):
            for card in board.cards.values():
                if _box(segment).meets(_inside(card.box)):
                    yield f"arrow {arrow.id} crosses card {card.id}"


def _arrows_on_headers(board: Board) -> Iterator[str]:
    headers = [phase.header for phase in board.phases] + [lane.header for lane in board.lanes]
    for arrow in board.arrows.values():
        for segment in segments(arrow):
            if any(_box(segment).meets(header) for header in headers):
                yield f"arrow {arrow.id} crosses a header"


def _arrows_on_arrows(board: Board) -> Iterator[str]:
    for one, other in combinations(board.arrows.values(), 2):
        for mine in segments(one):
            for theirs in segments(other):
                if _shared(mine, theirs) > TOUCH:
                    yield f"arrows {one.id} and {other.id} lie on each other at {mine}"


def _shared(one: Segment, other: Segment) -> float:
    """Return for how many pixels two parallel segments lie within a line's width."""
    a, b = _box(one), _box(other)
    if a.height == b.height == 0 and abs(a.y - b.y) < TOUCH:
        return min(a.right, b.right) - max(a.x, b.x)
    if a.width == b.width == 0 and abs(a.x - b.x) < TOUCH:
        return min(a.bottom, b.bottom) - max(a.y, b.y)
    return 0


def _labels_on_things(board: Board) -> Iterator[str]:
    labels = [(arrow.id, arrow.label.box) for arrow in board.arrows.values() if arrow.label]
    for (one, box), (other, second) in combinations(labels, 2):
        if box.meets(second):
            yield f"labels of {one} and {other} meet"
    for id, box in labels:
        for card in board.cards.values():
            if box.meets(card.box):
                yield f"label of {id} lies on card {card.id}"
        if any(box.meets(phase.header) for phase in board.phases):
            yield f"label of {id} lies on a phase header"


def _arrows_on_labels(board: Board) -> Iterator[str]:
    for owner in board.arrows.values():
        if owner.label is None:
            continue
        box = owner.label.box
        if not any(_box(segment).meets(_inside(box)) for segment in segments(owner)):
            yield f"label of {owner.id} does not lie on its arrow"
        for arrow in board.arrows.values():
            on_label = any(_box(segment).meets(_inside(box)) for segment in segments(arrow))
            if arrow is not owner and on_label:
                yield f"arrow {arrow.id} runs through the label of {owner.id}"


def _loose_or_slanting_arrows(board: Board) -> Iterator[str]:
    for arrow in board.arrows.values():
        for (x, y), (to_x, to_y) in segments(arrow):
            if x != to_x and y != to_y:
                yield f"arrow {arrow.id} slants"
        (x, y), (to_x, to_y) = arrow.points[-2:]
        if abs(to_x - x) + abs(to_y - y) < ARROWHEAD:
            yield f"arrow {arrow.id} has no room for its head"


def _wide_texts(board: Board, measure: TextMeasure) -> Iterator[str]:
    for name, box, lines in texts(board):
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


def _outside(board: Board) -> Iterator[str]:
    boxes: list[tuple[str | None, Rect]] = [(c.id, c.box) for c in board.cards.values()]
    boxes += [(each.id, each.strip) for each in board.phases + board.lanes]
    boxes += [(each.id, each.header) for each in board.phases + board.lanes]
    boxes += [(a.id, a.label.box) for a in board.arrows.values() if a.label]
    boxes += [(a.id, _box(segment)) for a in board.arrows.values() for segment in segments(a)]
    for id, box in boxes:
        if box.x < 0 or box.y < 0 or box.right > board.width or box.bottom > board.height:
            yield f"{id} lies outside the board"
    for card in board.cards.values():
        for box in [
            *(symbol.box for symbol in card.symbols),
            *([card.time.box] if card.time else []),
        ]:
            if not (card.box.x <= box.x and box.right <= card.box.right):
                yield f"something stands beyond the side of card {card.id}"
            if not (card.box.y <= box.y and box.bottom <= card.box.bottom):
                yield f"something stands beyond the top or bottom of card {card.id}"
