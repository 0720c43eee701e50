"""The board as PDF: one page of the board's own size, with its text, links and bookmarks."""

from collections.abc import Iterator

from exporters.diagram import words
from exporters.diagram.headless import prepare_painting
from exporters.diagram.links import stage_address
from exporters.diagram.look import LIGHT
from exporters.diagram.pdf_document import Bookmark, CardLink, Contents, Sheet, finished
from exporters.exporter import Exporter, Group, Options, Progress
from model.layout import board as lay_out
from model.layout import font_measure
from model.layout.geometry import Board
from model.messages import N_, speaking
from model.pathway import Pathway
from model.records import Phase, Stage

_DOTS_PER_INCH = 1200  # Qt rounds lengths to its dots
_POINTS_PER_INCH = 72


def build(pathway: Pathway, options: Options, progress: Progress) -> Iterator[tuple[str, bytes]]:
    language = options.languages_for(pathway)[0]
    progress(0)
    with speaking(language):
        board = lay_out(pathway, font_measure(), language)
        contents = Contents(
            title=words.board_title(pathway, language),
            description=words.board_description(pathway, language),
            language=language,
            made_at=options.made_at,
            links=tuple(_links(pathway, board, language)),
            bookmarks=tuple(_bookmarks(pathway, board, language)),
        )
        prepare_painting()
    progress(0.2)
    sheet = Sheet.holding(board)
    drawn = _page(board, sheet)
    progress(0.6)
    yield "board.pdf", finished(drawn, sheet, contents)
    progress(1)


PDF = Exporter("pdf", N_("Diagram (PDF)"), ".pdf", build, group=Group.PICTURES)


def _links(pathway: Pathway, board: Board, language: str) -> Iterator[CardLink]:
    for id, card in board.cards.items():
        stage = pathway.find(Stage, id)
        address = stage_address(pathway, stage, language) if stage else None
        if stage and address:
            yield CardLink(card.box, address, words.stage_in_words(pathway, stage, language))


def _bookmarks(pathway: Pathway, board: Board, language: str) -> Iterator[Bookmark]:
    """Yield a bookmark per phase, with its stages below it."""
    for box in board.phases:
        phase = pathway.find(Phase, box.id)
        title = words.phase_title(phase, language)
        stages = tuple(
            Bookmark(words.stage_title(stage, language), board.cards[stage.id].box)
            for stage in pathway.stages
            if stage.phase == box.id
        )
        reach = box.header._replace(height=box.strip.bottom - box.header.y)
        yield Bookmark(title or "–", reach, stages)


def _page(board: Board, sheet: Sheet) -> bytes:
    from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
    from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

    from exporters.diagram.paint import paint_board

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS_PER_INCH)
    exact = QPageSize.SizeMatchPolicy.ExactMatch
    writer.setPageSize(QPageSize(QSizeF(*sheet.drawn), QPageSize.Unit.Point, "", exact))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    scale = sheet.scale * _DOTS_PER_INCH / _POINTS_PER_INCH
    painter.scale(scale, scale)
    paint_board(painter, board, LIGHT)
    painter.end()
    return bytes(buffer.data().data())
