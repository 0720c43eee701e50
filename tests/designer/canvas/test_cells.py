"""The cell under the pointer, looked up by where columns begin, equals looking at all of them."""

from random import Random

from designer.ui.canvas.cells import cell_under
from model.layout import board, cell_at, cell_box, font_measure
from model.layout.geometry import Board, Point
from model.pathway import Cell, Pathway
from tests.pathways import crowded


def plain_cell_under(shown: Board, pathway: Pathway, point: Point) -> Cell | None:
    end = max((column.strip.right for column in shown.columns), default=0.0)
    cell = cell_at(shown, Point(min(point.x, end - 1), point.y))
    if cell is None:
        return None
    actor, phase, column = cell
    holds = any(stage.phase == phase and stage.column == column for stage in pathway.stages)
    is_last = column == pathway.columns.get(phase, 1) - 1
    if is_last and holds and point.x > cell_box(shown, cell).right:
        return actor, phase, column + 1
    return cell


def test_the_cell_under_the_pointer_equals_plain() -> None:
    for seed in range(50):
        dice = Random(seed)  # noqa: S311 - nothing secret
        pathway = crowded(seed, stages=4 + seed % 20, columns=1 + seed % 3)
        shown = board(pathway, font_measure(), "fi")
        edges = [column.strip.x for column in shown.columns]
        for _ in range(60):
            x = dice.choice((*edges, dice.uniform(-50, shown.width + 300)))
            point = Point(x, dice.uniform(-50, shown.height + 50))
            assert cell_under(shown, pathway, point) == plain_cell_under(shown, pathway, point)
    empty = Board(0, 0, (), (), (), {}, {})
    assert cell_under(empty, Pathway(), Point(5, 5)) is None
