"""Moving about the board: from card to card and from cell to cell. Pure, no Qt."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from model.ids import Id
from model.layout.geometry import Board, Card, Rect
from model.pathway import Cell, Pathway
from model.records import Stage

Column = tuple[Id | None, int]


class Direction(StrEnum):
    LEFT = "left"
    RIGHT = "right"
    UP = "up"
    DOWN = "down"

    @property
    def step(self) -> int:
        """1 in reading direction, -1 against it."""
        return 1 if self in {Direction.RIGHT, Direction.DOWN} else -1

    @property
    def is_sideways(self) -> bool:
        return self in {Direction.LEFT, Direction.RIGHT}


def cell_of(stage: Stage) -> Cell:
    return stage.actor, stage.phase, stage.column


def columns_of(pathway: Pathway, board: Board) -> list[Column]:
    """Return every column of the board from left to right."""
    return [
        (phase.id, number)
        for phase in board.phases
        for number in range(pathway.columns.get(phase.id, 1))
    ]


def neighbour_cell(pathway: Pathway, board: Board, cell: Cell, direction: Direction) -> Cell | None:
    """Return the cell beside `cell`, over the edges of phases; None at the board's end."""
    actor, phase, column = cell
    if direction.is_sideways:
        columns = columns_of(pathway, board)
        if (phase, column) not in columns:
            return None
        place = columns.index((phase, column)) + direction.step
        return (actor, *columns[place]) if 0 <= place < len(columns) else None
    lanes = [lane.id for lane in board.lanes]
    if actor not in lanes:
        return None
    place = lanes.index(actor) + direction.step
    return (lanes[place], phase, column) if 0 <= place < len(lanes) else None


def neighbour_card(cards: Iterable[Card], start: Rect, direction: Direction) -> Card | None:
    """Return the nearest card that way; one in the same row or column comes before others."""

    def distance(card: Card) -> tuple[bool, float, float, float]:
        along = card.box.centre.x - start.centre.x
        across = card.box.centre.y - start.centre.y
        beside = card.box.y < start.bottom and start.y < card.box.bottom
        if not direction.is_sideways:
            along, across = across, along
            beside = card.box.x < start.right and start.x < card.box.right
        along *= direction.step
        return not beside, along + 2 * abs(across), card.box.y, card.box.x

    return min(
        (card for card in cards if _lies_that_way(card.box, start, direction)),
        key=distance,
        default=None,
    )


def _lies_that_way(box: Rect, start: Rect, direction: Direction) -> bool:
    match direction:
        case Direction.LEFT:
            return box.right <= start.x
        case Direction.RIGHT:
            return box.x >= start.right
        case Direction.UP:
            return box.bottom <= start.y
        case Direction.DOWN:
            return box.y >= start.bottom


def moved_together(
    pathway: Pathway, board: Board, ids: Iterable[Id], grabbed: Id, target: Cell
) -> Mapping[Id, Cell]:
    """Return the cell of each stage when `grabbed` goes to `target` and the others with it.

    They keep their distances; whoever would leave the board stays at its edge.
    """
    columns = columns_of(pathway, board)
    if (target[1], target[2]) not in columns:
        columns = _with_column(columns, (target[1], target[2]))
    lanes = [lane.id for lane in board.lanes]
    stages = [stage for id in ids if (stage := pathway.find(Stage, id)) is not None]
    held = pathway.find(Stage, grabbed)
    if held is None or target[0] not in lanes:
        return {}
    right = columns.index((target[1], target[2])) - columns.index((held.phase, held.column))
    down = lanes.index(target[0]) - lanes.index(held.actor)
    cells: dict[Id, Cell] = {}
    for stage in stages:
        column = columns.index((stage.phase, stage.column)) + right
        lane = lanes.index(stage.actor) + down
        cells[stage.id] = (lanes[_within(lane, lanes)], *columns[_within(column, columns)])
    return cells


def _with_column(columns: list[Column], added: Column) -> list[Column]:
    before = [place for place, (phase, _number) in enumerate(columns) if phase == added[0]]
    place = before[-1] + 1 if before else len(columns)
    return [*columns[:place], added, *columns[place:]]


def _within(place: int, places: list[Id | None] | list[Column]) -> int:
    return max(0, min(place, len(places) - 1))
