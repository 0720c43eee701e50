"""What pictures cost, beside the barest code that draws the same board, and other programs.

All lay the board out in the time measured, which is processor time. Floors:
`benchmarks.floors.pictures`. Peer: Qt's own SVG writer with the same picture. PNG is as wide as the
limit lets it be at 300 stages and more.
"""

from datetime import UTC, datetime
from functools import partial
from typing import Final

from benchmarks.floors import pictures as floors
from benchmarks.synthetic import synthetic
from benchmarks.table import Clock, Peer, Row, Unit
from benchmarks.timing import JUDGED, in_turns, of, repetitions
from exporters.diagram.headless import prepare_painting
from exporters.diagram.pdf import PDF
from exporters.diagram.pdf_document import Sheet
from exporters.diagram.png import LONGEST_SIDE, png_of_width
from exporters.diagram.svg import SVG
from exporters.exporter import Build, Options
from model.layout import board, font_measure
from model.layout.geometry import Board
from model.pathway import Pathway

QT: Final = "QSvgGenerator"
_LANGUAGE: Final = "fi"
_MADE_AT: Final = datetime(2026, 11, 22, 9, tzinfo=UTC)


def rows(stages: int) -> list[Row]:
    pathway = synthetic(stages)
    prepare_painting()
    laid = _laid(pathway)
    width = min(LONGEST_SIDE, round(laid.width * 2))
    scale = Sheet.holding(laid).scale
    times = repetitions(stages)
    svg, own, *generator = in_turns(
        partial(_built, SVG.build, pathway),
        lambda: floors.as_strings(_laid(pathway)),
        *([lambda: floors.by_svg_generator(_laid(pathway))] if stages == JUDGED else []),
        times=times,
    )
    pdf, bare_pdf = in_turns(
        partial(_built, PDF.build, pathway),
        lambda: floors.as_pdf(_laid(pathway), scale),
        times=times,
    )
    png, bare_png = in_turns(
        partial(png_of_width, pathway, _LANGUAGE, width),
        lambda: floors.as_png(_laid(pathway), width),
        times=times,
    )
    sizes = [
        of([len(data) / 1e6])
        for data in (
            _built(SVG.build, pathway),
            floors.as_strings(laid),
            *([floors.by_svg_generator(laid)] if stages == JUDGED else []),
        )
    ]
    by_qt, sizes_by_qt = (
        tuple(Peer(QT, each) for each in found) for found in (generator, sizes[2:])
    )
    return [
        Row("picture: SVG", "own strings", stages, svg, own, by_qt),
        Row("picture: SVG, bytes", "own strings", stages, sizes[0], sizes[1],
            sizes_by_qt, Unit.MEGABYTES, Clock.NONE),
        Row("picture: PDF", "QPainter on QPdfWriter", stages, pdf, bare_pdf),
        Row("picture: PNG", "QPainter on QImage", stages, png, bare_png),
    ]  # fmt: skip


def _laid(pathway: Pathway) -> Board:
    return board(pathway, font_measure(), _LANGUAGE)


def _built(build: Build, pathway: Pathway) -> bytes:
    ((_name, data),) = build(
        pathway, Options(languages=(_LANGUAGE,), made_at=_MADE_AT), lambda _share: None
    )
    return data
