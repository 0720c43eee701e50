"""What a user waits for at the board, beside the barest scene that does the same visible work.

All of it is processor time of the window's process. Each session opens the file anew, in the
program's own window with all that belongs to it; the floors follow in the same process.
"""

from collections import defaultdict
from functools import partial
from typing import Final, NamedTuple

from benchmarks import timing
from benchmarks.acts import MOVES, BoardInUse
from benchmarks.boards import Ours
from benchmarks.floors.board import Floor
from benchmarks.floors.scene import THICK, THIN
from benchmarks.synthetic import synthetic
from benchmarks.table import Row
from benchmarks.timing import processor

LETTERS: Final = 10
PAINTS: Final = 3
NAME: Final = "Hoidon tarpeen arvio"
STOCK: Final = "stock scene"
THIN_SCENE: Final = "thin scene"

Seconds = defaultdict[str, list[float]]


class Told(NamedTuple):
    """How an act is called, and what it stands beside: a floor, or another act of ours."""

    act: str
    floor: str = ""
    other: str = ""


ACTS: Final = {
    "open": Told("open a file, painted", f"{STOCK}, msgspec decode"),
    "fitted": Told("full paint, fitted", STOCK),
    "fit": Told("the whole board fitted, painted", STOCK),
    "leap": Told("a leap to another part, painted", THIN_SCENE),
    "full size": Told("full paint at 100 %", THIN_SCENE),
    "drag": Told("one move of a drag", THIN_SCENE),
    "drop": Told("drop", THIN_SCENE),
    "rename": Told("rename", THIN_SCENE),
    "connect": Told("connect", THIN_SCENE),
    "undo": Told("undo", "the drop it takes back", "drop"),
    "rest": Told("after an edit, until all is quiet"),
    "block": Told("after an edit, the longest block"),
    "rest of opening": Told("after opening, until all is quiet"),
    "block of opening": Told("after opening, the longest block"),
    "letter": Told("a typed letter", "a text item written in"),
}


def rows(stages: int) -> list[Row]:
    """Use the board of a pathway over and over; ours and the floors take turns."""
    pathway = synthetic(stages)
    ours, stock, thin = (Seconds(list) for _each in range(3))
    for number in range(timing.repetitions(stages)):
        board = Ours(pathway)
        use(board, ours)
        if number == 0:
            board.check()
        board.close()
        for floor, seconds in ((Floor(board, THICK), stock), (Floor(board, THIN), thin)):
            use(floor, seconds)
            floor.close()
    return [_row(key, stages, ours, stock, thin) for key in ACTS if ours[key]]


def _row(key: str, stages: int, ours: Seconds, stock: Seconds, thin: Seconds) -> Row:
    told = ACTS[key]
    if told.other:
        beside = ours[told.other]
    elif told.floor:
        beside = (stock if told.floor.startswith(STOCK) else thin)[key]
    else:
        beside = []
    floor = timing.of(beside) if beside else None
    return Row(told.act, told.floor, stages, timing.of(ours[key]), floor)


def use(board: BoardInUse, seconds: Seconds) -> None:
    """Open a board and do to it what users do, once."""

    def rest(after: str = "") -> None:
        taken = board.rest()
        seconds[f"rest{after}"].append(taken.together)
        seconds[f"block{after}"].append(taken.longest)

    seconds["open"].append(processor(board.open))
    rest(" of opening")
    board.show_full_size()
    board.grab()
    board.drag(0)  # begins the drag, which one does but once
    for step in range(1, MOVES + 1):
        seconds["drag"].append(processor(partial(board.drag, step)))
    seconds["drop"].append(processor(board.drop))
    rest()
    seconds["undo"].append(processor(board.undo))
    rest()
    board.begin_name()
    for _letter in range(LETTERS):
        seconds["letter"].append(processor(board.letter))
    board.end_name()
    seconds["rename"].append(processor(partial(board.rename, NAME)))
    rest()
    seconds["connect"].append(processor(board.connect))
    rest()
    seconds["leap"].append(processor(board.leap))
    board.show_full_size()
    seconds["full size"] += (processor(board.repaint) for _paint in range(PAINTS))
    seconds["fit"].append(processor(board.fit))
    seconds["fitted"] += (processor(board.repaint) for _paint in range(PAINTS))
