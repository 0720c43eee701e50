"""Marks on a board: what differs from an earlier state, and the steps of a walk."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from math import hypot
from typing import Final

from exporters.diagram import shapes
from exporters.diagram.picture import (
    MARK_AROUND,
    Mark,
    MarkKind,
    Picture,
    Tag,
)
from exporters.diagram.words import MARK_WORDS, phase_title
from model.describe import compare
from model.ids import Id
from model.layout import font_measure
from model.layout.geometry import Board, LaneBox, PhaseBox, Point, Rect, TextStyle
from model.layout.metrics import FONTS, MARGIN, PHASE_PADDING_X, PHASE_PADDING_Y
from model.layout.text import set_lines, wrap
from model.messages import N_, _
from model.milestones import without_milestones
from model.pathway import Pathway
from model.records import Actor, Handover, Phase, Stage, Story

STYLE: Final = TextStyle.HANDOVER_LABEL
TAG_HEIGHT: Final = 18.0
_PADDING: Final = 6.0
_SIGN: Final = 12.0
_SIGN_GAP: Final = 3.0
_SHARE: Final = 0.68  # of a round tag that its sign takes
ROUND: Final = 14.0
"""Across a tag without words: what is free between a card and the label of an arrow."""
_FROM_END: Final = 6.0
"""From an arrow's start to the middle of its tag."""
_FROM_CORNER: Final = 10.0
_BETWEEN_TAGS: Final = 8.0
_DRAWN: Final = (Stage, Handover, Actor, Phase)

_COUNTED: Final = {
    MarkKind.ADDED: N_("added: {count}"),
    MarkKind.REMOVED: N_("removed: {count}"),
    MarkKind.CHANGED: N_("edited: {count}"),
    MarkKind.MOVED: N_("moved: {count}"),
}


def both(before: Pathway, after: Pathway) -> Pathway:
    """Return a pathway with what is drawn of it as it was, where it is no longer."""
    gone = [
        record for id, record in before.items() if id not in after and isinstance(record, _DRAWN)
    ]
    return after.replacing({record.id: record for record in gone})


def numbered(board: Board, joined: Pathway, after: Pathway, language: str) -> Board:
    """Give the phases on a board of both states the numbers that they have now, or none.

    No title gets longer by that, nor its header too low.
    """
    numbers = {phase.id: f"{number} " for number, phase in enumerate(after.phases, 1)}

    def titled(box: PhaseBox) -> PhaseBox:
        title = numbers.get(box.id or "", "") + phase_title(joined.find(Phase, box.id), language)
        room = box.header.width - 2 * PHASE_PADDING_X
        lines = wrap(title, TextStyle.PHASE_TITLE, room, font_measure())
        left, top = box.header.x + PHASE_PADDING_X, box.header.y + PHASE_PADDING_Y
        return box._replace(title=set_lines(lines, TextStyle.PHASE_TITLE, left, top))

    return board._replace(phases=tuple(map(titled, board.phases)))


def kinds_of(before: Pathway, after: Pathway, language: str) -> Mapping[Id, MarkKind]:
    """Return how each record differs that does."""
    comparison = compare(without_milestones(before), without_milestones(after), language)
    differing = (each for part in comparison.parts for each in part.differences)
    kinds = {each.id: MarkKind(each.what.value) for each in differing}
    return kinds | dict.fromkeys(comparison.moved, MarkKind.MOVED)


def with_differences(picture: Picture, kinds: Mapping[Id, MarkKind], name: str) -> Picture:
    """Mark what differs, and say below the board from what, and how much."""
    marks = tuple(_marks(picture.board, kinds))
    shown = {mark.id for mark in marks}
    hidden = len(kinds.keys() - shown)
    said = _("Changes since “{name}”") if kinds else _("No changes since “{name}”")
    said = said.format(name=name)
    if hidden:
        said += ". " + _("Changes that the board does not show: {count}").format(count=hidden)
    counted = Counter(mark.kind for mark in marks)
    legend = [
        (kind, _(words).format(count=counted[kind]))
        for kind, words in _COUNTED.items()
        if counted[kind]
    ]
    return _captioned(picture._replace(marks=marks), said, legend)


def with_steps(picture: Picture, story: Story, name: str) -> Picture:
    """Give the stages of a walk its steps' numbers, and say below the board whose it is."""
    numbers: defaultdict[Id, list[str]] = defaultdict(list)
    for number, step in enumerate(story.steps, 1):
        if step.stage in picture.board.cards:
            numbers[step.stage or ""].append(str(number))
    cards = picture.board.cards
    marks = tuple(
        Mark(id, MarkKind.STEP, None, (), _on_edge(MarkKind.STEP, cards[id].box, ", ".join(each)))
        for id, each in numbers.items()
    )
    said = _("The walk of “{name}”: the numbers are its steps").format(name=name)
    missing = len(story.steps) - sum(map(len, numbers.values()))
    if missing:
        said += ". " + _("Steps whose stage has been removed: {count}").format(count=missing)
    return _captioned(picture._replace(marks=marks), said, ())


def _marks(board: Board, kinds: Mapping[Id, MarkKind]) -> Iterator[Mark]:
    for id, arrow in board.arrows.items():
        if id in kinds:
            shaft = shapes.shaft(arrow)
            near = _along(shaft[0], shaft[1], _FROM_END)
            yield Mark(id, kinds[id], None, shaft, _tag(kinds[id], "", near))
    for id, card in board.cards.items():
        if id in kinds:
            yield _of_card(id, kinds[id], card.box, _(MARK_WORDS[kinds[id]]))
    for strips in (board.lanes, board.phases):
        for box in strips:
            if box.id is not None and box.id in kinds:
                yield _of_strip(box.id, kinds[box.id], box)


def _of_card(id: Id, kind: MarkKind, box: Rect, words: str) -> Mark:
    """Frame a card, with the tag on the frame."""
    around = Rect(
        box.x - MARK_AROUND,
        box.y - MARK_AROUND,
        box.width + 2 * MARK_AROUND,
        box.height + 2 * MARK_AROUND,
    )
    return Mark(id, kind, around, (), _on_edge(kind, around, words))


def _on_edge(kind: MarkKind, box: Rect, words: str) -> Tag:
    """Return a tag that lies on a box's upper edge, at its right end."""
    tag = _tag(kind, words, Point(0, box.y))
    return _moved(tag, box.right - _FROM_CORNER - tag.box.right)


def _of_strip(id: Id, kind: MarkKind, box: LaneBox | PhaseBox) -> Mark:
    """Line a lane or a phase below or beside its header, with the tag on the header's edge.

    A header is narrower than its strip: the tag is its own, not that of a card in the strip.
    """
    if isinstance(box, LaneBox):
        edge = Point(box.header.right + 2, box.strip.y)
        end = Point(edge.x, box.strip.bottom)
    else:
        edge = Point(box.header.x, box.header.bottom + 2)
        end = Point(box.header.right, edge.y)
    return Mark(id, kind, None, (edge, end), _on_edge(kind, box.header, _(MARK_WORDS[kind])))


def _tag(kind: MarkKind, words: str, centre: Point) -> Tag:
    """Return a tag round a point; without words it is round."""
    if not words:
        side = ROUND * _SHARE
        return Tag(kind, _round(centre, ROUND), _round(centre, side), ())
    sign, gap = (0.0, 0.0) if kind is MarkKind.STEP else (_SIGN, _SIGN_GAP)
    text = font_measure().width(words, STYLE)
    width = max(TAG_HEIGHT, sign + gap + text + 2 * _PADDING)
    left = centre.x - (sign + gap + text) / 2
    top = centre.y - FONTS[STYLE].line_height / 2
    return Tag(
        kind,
        Rect(centre.x - width / 2, centre.y - TAG_HEIGHT / 2, width, TAG_HEIGHT),
        Rect(left, centre.y - sign / 2, sign, sign) if sign else None,
        set_lines((words,), STYLE, left + sign + gap, top),
    )


def _round(centre: Point, side: float) -> Rect:
    return Rect(centre.x - side / 2, centre.y - side / 2, side, side)


def _moved(tag: Tag, by: float) -> Tag:
    return Tag(
        tag.kind,
        tag.box._replace(x=tag.box.x + by),
        tag.sign._replace(x=tag.sign.x + by) if tag.sign else None,
        tuple(line._replace(x=line.x + by) for line in tag.lines),
    )


def _along(start: Point, end: Point, by: float) -> Point:
    length = hypot(end.x - start.x, end.y - start.y)
    share = min(by, length / 2) / length if length else 0
    return Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)


def _captioned(picture: Picture, said: str, legend: Iterable[tuple[MarkKind, str]]) -> Picture:
    """Put words and the signs' meanings below the board; it grows by them."""
    board = picture.board
    room = max(board.width - 2 * MARGIN, 200.0)
    lines = wrap(said, STYLE, room, font_measure())
    top = board.height + MARGIN / 2
    caption = set_lines(lines, STYLE, MARGIN, top)
    x, y = float(MARGIN), top + len(lines) * FONTS[STYLE].line_height + MARGIN
    tags, bottom, right = [], y - MARGIN, board.width
    for kind, words in legend:
        tag = _tag(kind, words, Point(0, y + TAG_HEIGHT / 2))
        if x > MARGIN and x + tag.box.width > MARGIN + room:
            x, y = float(MARGIN), y + TAG_HEIGHT + _BETWEEN_TAGS
            tag = _tag(kind, words, Point(0, y + TAG_HEIGHT / 2))
        tags.append(_moved(tag, x - tag.box.x))
        x += tag.box.width + _BETWEEN_TAGS
        bottom, right = y + TAG_HEIGHT, max(right, tags[-1].box.right + MARGIN)
    right = max([right, *(MARGIN * 2 + font_measure().width(line, STYLE) for line in lines)])
    grown = board._replace(height=bottom + MARGIN, width=right)
    return picture._replace(board=grown, caption=caption, legend=tuple(tags))
