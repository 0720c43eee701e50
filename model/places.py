"""Free cells for stages that come in or move, several of them in one change."""

from collections.abc import Iterable
from typing import NamedTuple

from model.ids import Id
from model.order import Order, last_order
from model.pathway import Cell, Pathway
from model.records import LAST_COLUMN, Stage


class Places:
    """Which cells are taken while one stage after another finds its own.

    `leaving` are stages whose cells become free. What is taken here stays free in the pathway:
    that changes when the change is done.
    """

    def __init__(self, pathway: Pathway, leaving: Iterable[Id] = ()) -> None:
        gone = frozenset(leaving)
        self._taken: set[Cell] = {
            (stage.actor, stage.phase, stage.column)
            for stage in pathway.of(Stage)
            if stage.id not in gone
        }
        self._last: tuple[_Ordered, ...] = tuple(
            _Ordered(stage.order) for stage in pathway.of(Stage)[-1:]
        )

    def is_free(self, cell: Cell) -> bool:
        return cell not in self._taken

    def take(self, actor: Id | None, phase: Id | None, start: int) -> int:
        """Take the first free column from `start` on; without one the last of the phase."""
        column = max(0, min(start, LAST_COLUMN))
        while column < LAST_COLUMN and not self.is_free((actor, phase, column)):
            column += 1
        self._taken.add((actor, phase, column))
        return column

    def next_order(self) -> Order:
        """Return an order after all stages, those that have asked before included."""
        self._last = (_Ordered(last_order(self._last)),)
        return self._last[0].order


class _Ordered(NamedTuple):
    order: str
