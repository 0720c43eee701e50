"""Drawings by Graphviz: what they take beside a bare child process, and the window meanwhile.

All of it is wall time: what draws is another process. The floor draws the same text in the DOT
language with pygraphviz, process and all.
"""

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from time import perf_counter, sleep
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject

from benchmarks.acts import MOVES, settle
from benchmarks.boards import Ours
from benchmarks.children import environment
from benchmarks.synthetic import synthetic
from benchmarks.table import Clock, Row
from benchmarks.timing import FEWER, MANY, in_turns, of, once
from designer.ui.task import Task
from exporters.diagram import dot
from exporters.diagram.graphviz import GRAPHVIZ, draw_in_child
from exporters.exporter import Options, Progress
from model.pathway import Pathway

_LANGUAGE: Final = "fi"
_BEGUN: Final = 0.1
"""Seconds after which a drawing is stopped."""
_BARE: Final = """
import sys
from pygraphviz import AGraph
graph = AGraph(string=sys.stdin.buffer.read().decode())
sys.stdout.buffer.write(graph.draw(format="svg", prog="dot"))
"""


def rows(stages: int) -> list[Row]:
    pathway = synthetic(stages)
    drawing, bare = in_turns(
        lambda: draw_in_child(_graph(pathway), lambda _share: None),
        lambda: _drawn_barely(_graph(pathway)),
        times=MANY,
        taking=once,
    )
    frames = of([*_frames_meanwhile(pathway)])
    stopping = of([_stopped(pathway) for _turn in range(FEWER)])
    return [
        Row("drawing by Graphviz", "dot by pygraphviz", stages, drawing, bare, clock=Clock.WALL),
        Row("a frame while Graphviz draws", "", stages, frames, clock=Clock.WALL),
        Row("Graphviz stopped by the user", "", stages, stopping, clock=Clock.WALL),
    ]


def _graph(pathway: Pathway) -> bytes:
    return dot.graph(pathway, _LANGUAGE, dot.QUICK).encode()


def _drawn_barely(graph: bytes) -> bytes:
    done = subprocess.run(  # noqa: S603 - our own text
        [sys.executable, "-c", _BARE],
        input=graph,
        capture_output=True,
        check=True,
        env=environment(),
    )
    return done.stdout


def _exporting(pathway: Pathway, owner: QObject) -> Task:
    def export(progress: Progress) -> object:
        options = Options(languages=(_LANGUAGE,), made_at=datetime.now(UTC))
        return list(GRAPHVIZ.build(pathway, options, progress))

    return Task(owner, export, "{file}")


def _stopped(pathway: Pathway) -> float:
    """Begin an export and stop it; return how long it goes on."""
    owner = QObject()
    task = _exporting(pathway, owner)
    task.start()
    sleep(_BEGUN)
    task.stop()
    return once(task.wait)


def _frames_meanwhile(pathway: Pathway) -> Iterator[float]:
    """Drag a card back and forth while a drawing is exported; yield what each move took."""
    board = Ours(pathway)
    board.open()
    board.rest()
    board.show_full_size()
    board.grab()
    board.drag(0)

    task = _exporting(pathway, board.view)
    drawn: list[object] = []
    task.done.connect(drawn.append)
    task.start()
    step = 0
    while task.isRunning():
        step += 1
        start = perf_counter()
        board.drag(step % MOVES)
        QCoreApplication.processEvents()
        yield perf_counter() - start
    task.wait()
    settle()
    if not drawn:
        raise AssertionError("Graphviz drew nothing")
    board.drop()
    board.rest()
    board.close()
