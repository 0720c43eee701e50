"""What pictures cost, beside the barest code that draws the same board, and other programs.

All lay the board out in the time measured. Floors: `benchmarks.floors.pictures`. Peers: Qt's own
SVG writer with the same picture, and Graphviz (`dot`, in a process of its own, as a program that
exports by it does), which lays the same graph out in its own way. PNG is as wide as the limit lets
it be at 300 stages and more.
"""

import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from time import perf_counter
from typing import Final

from benchmarks.floors import pictures as floors
from benchmarks.table import Row
from benchmarks.timing import Times, of, processor, timed
from exporters.diagram import dot
from exporters.diagram.headless import prepare_painting
from exporters.diagram.pdf import PDF
from exporters.diagram.pdf_document import Sheet
from exporters.diagram.png import LONGEST_SIDE, png_of_width
from exporters.diagram.svg import SVG
from exporters.exporter import Build, Options
from model.layout import board, font_measure
from model.layout.geometry import Board
from model.pathway import Pathway

REPETITIONS: Final = 5
PATIENCE: Final = 60.0
"""Seconds after which Graphviz is given up; its row has no peer then."""
_LANGUAGE: Final = "fi"
_MADE_AT: Final = datetime(2026, 11, 22, 9, tzinfo=UTC)
_GRAPHVIZ: Final = """
import sys
from pygraphviz import AGraph
graph = AGraph(string=sys.stdin.buffer.read().decode())
sys.stdout.buffer.write(graph.draw(format=sys.argv[1], prog="dot"))
"""


def rows(pathway: Pathway) -> list[Row]:
    prepare_painting()
    laid = _laid(pathway)
    width = min(LONGEST_SIDE, round(laid.width * 2))
    scale = Sheet.holding(laid).scale
    stages = len(pathway.stages)
    svg = _beside(partial(_built, SVG.build, pathway), lambda: floors.as_strings(_laid(pathway)))
    pdf = _beside(partial(_built, PDF.build, pathway), lambda: floors.as_pdf(_laid(pathway), scale))
    png = _beside(
        partial(png_of_width, pathway, _LANGUAGE, width),
        lambda: floors.as_png(_laid(pathway), width),
    )
    generator = of(
        [processor(lambda: floors.by_svg_generator(_laid(pathway))) for _turn in range(REPETITIONS)]
    )
    peer = partial(_graphviz, pathway)
    return [
        Row("picture: SVG", "own strings", stages, *svg, "Qt SVG", generator),
        Row("picture: SVG", "own strings", stages, *svg, "Graphviz", peer("svg")),
        Row("picture: PDF", "QPainter on QPdfWriter", stages, *pdf, "Graphviz", peer("pdf")),
        Row("picture: PNG", "QPainter on QImage", stages, *png, "Graphviz", peer("png")),
    ]


def _laid(pathway: Pathway) -> Board:
    return board(pathway, font_measure(), _LANGUAGE)


def _built(build: Build, pathway: Pathway) -> bytes:
    ((_name, data),) = build(
        pathway, Options(languages=(_LANGUAGE,), made_at=_MADE_AT), lambda _share: None
    )
    return data


def _beside(ours: Callable[[], object], floor: Callable[[], object]) -> tuple[Times, Times]:
    """Take both in turns: what slows the machine down slows both."""
    ours(), floor()  # fonts, icons and code come from the disk once
    taken: list[tuple[float, float]] = [
        (processor(ours), processor(floor)) for _turn in range(REPETITIONS)
    ]
    return of([each for each, _floor in taken]), of([each for _ours, each in taken])


def _graphviz(pathway: Pathway, form: str) -> Times | None:
    """Return what `dot` takes for the same graph, process and all; None where it does not end."""
    graph = dot.graph(pathway, _LANGUAGE, dot.QUICK).encode()
    command = [sys.executable, "-c", _GRAPHVIZ, form]

    def draw() -> None:
        subprocess.run(  # noqa: S603 - our own program
            command, input=graph, capture_output=True, check=True, timeout=PATIENCE
        )

    start = perf_counter()
    try:
        draw()
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        return None
    slow = perf_counter() - start > PATIENCE / 10
    return timed(draw, 1 if slow else REPETITIONS)
