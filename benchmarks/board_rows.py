"""What a user waits for at the board, beside the barest scene that does the same visible work."""

from collections import defaultdict
from functools import partial

from benchmarks import timing
from benchmarks.boards import MOVES, BoardInUse, Floor, Ours
from benchmarks.floors.scene import THICK, THIN
from benchmarks.table import Row
from benchmarks.timing import once
from model.pathway import Pathway

REPETITIONS = 5
LETTERS = 10
PAINTS = 3
NAMES = ("Hoidon tarpeen arvio", "Yhteydenotto", "Seuranta")
ACTS = {
    "open": "open a file",
    "paint": "first paint",
    "drag": "one move of a drag",
    "drop": "drop",
    "undo": "undo",
    "letter": "a typed letter",
    "fitted": "full paint, fitted",
    "full size": "full paint at 100 %",
    "rename": "rename, checked and painted",
    "connect": "connect, checked and painted",
}

Seconds = defaultdict[str, list[float]]


def rows(pathway: Pathway) -> list[Row]:
    """Use the board of a pathway over and over; ours and the floors take turns."""
    stages = len(pathway.stages)
    ours, stock, thin = (Seconds(list) for _each in range(3))
    for _repetition in range(REPETITIONS):
        board = Ours(pathway)
        use(board, ours)
        use(Floor(board, THICK), stock)
        use(Floor(board, THIN), thin)
    return [
        Row(act, floor_act, stages, timing.of(ours[key]), timing.of(floor[key]))
        for key, act in ACTS.items()
        for floor_act, floor in (("stock scene", stock), ("thin scene", thin))
    ]


def use(board: BoardInUse, seconds: Seconds) -> None:
    """Open a board and do to it what users do, once."""
    seconds["open"].append(once(board.open))
    seconds["paint"].append(once(board.paint))
    board.grab()
    board.drag(0)  # begins the drag, which one does but once
    for step in range(1, MOVES + 1):
        seconds["drag"].append(once(partial(board.drag, step)))
    seconds["drop"].append(once(board.drop))
    seconds["undo"].append(once(board.undo))
    board.begin_name()
    for _letter in range(LETTERS):
        seconds["letter"].append(once(board.letter))
    board.end_name()
    board.fit()
    seconds["fitted"] += (once(board.repaint) for _paint in range(PAINTS))
    board.show_full_size()
    seconds["full size"] += (once(board.repaint) for _paint in range(PAINTS))
    for name in NAMES:
        seconds["rename"].append(once(partial(board.rename, name)))
        seconds["connect"].append(once(board.connect))
    board.close()
