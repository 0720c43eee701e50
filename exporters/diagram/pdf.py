"""The board as PDF: one page of the board's own size, with its text, links and bookmarks."""

from collections.abc import Iterator

from exporters.diagram import words
from exporters.diagram.headless import prepare_painting
from exporters.diagram.links import stage_address
from exporters.diagram.look import LIGHT
from exporters.diagram.losses import of_picture
from exporters.diagram.pdf_document import Bookmark, CardLink, Contents, Sheet, finished
from exporters.diagram.picture import Picture
from exporters.diagram.pictured import pictured
from exporters.exporter import Asked, Exporter, Group, Options, Progress
from model.ids import Id
from model.messages import N_, speaking
from model.pathway import Pathway
from model.records import Phase, Stage

_DOTS_PER_INCH = 1200  # Qt rounds lengths to its dots
_POINTS_PER_INCH = 72


def build(pathway: Pathway, options: Options, progress: Progress) -> Iterator[tuple[str, bytes]]:
    language = options.languages_for(pathway)[0]
    progress(0)
    with speaking(language):
        picture = pictured(pathway, language, options.part)
        contents = Contents(
            title=words.picture_title(pathway, language, options.part),
            description=words.picture_description(picture, language),
            language=language,
            made_at=options.made_at,
            links=tuple(_links(pathway, picture, language)),
            bookmarks=tuple(_bookmarks(picture, language)),
        )
        prepare_painting()
    progress(0.2)
    sheet = Sheet.holding(picture.board)
    drawn = _page(picture, sheet)
    progress(0.6)
    yield "board.pdf", finished(drawn, sheet, contents)
    progress(1)


PDF = Exporter(
    "pdf",
    N_("Diagram (PDF)"),
    ".pdf",
    build,
    of_picture,
    group=Group.PICTURES,
    asks=frozenset({Asked.PART}),
)


def _links(pathway: Pathway, picture: Picture, language: str) -> Iterator[CardLink]:
    """Yield the links of the stages that there are; what was removed leads nowhere."""
    marked = words.marked_in_words(picture)
    for id, card in picture.board.cards.items():
        stage = pathway.find(Stage, id)
        address = stage_address(pathway, stage, language) if stage else None
        if stage and address:
            said = words.stage_in_words(pathway, stage, language, marked.get(id, ""))
            yield CardLink(card.box, address, said)


def _bookmarks(picture: Picture, language: str) -> Iterator[Bookmark]:
    """Yield a bookmark per phase, with its stages below it; each says its mark."""
    pathway, board, marked = picture.pathway, picture.board, words.marked_in_words(picture)

    def titled(id: Id, title: str) -> str:
        return f"{title} ({marked[id]})" if id in marked else title

    for box in board.phases:
        phase = pathway.find(Phase, box.id)
        title = titled(box.id or "", words.phase_title(phase, language) or "–")
        stages = tuple(
            Bookmark(
                titled(stage.id, words.stage_title(stage, language)), board.cards[stage.id].box
            )
            for stage in pathway.stages
            if stage.phase == box.id and stage.id in board.cards
        )
        reach = box.header._replace(height=box.strip.bottom - box.header.y)
        yield Bookmark(title, reach, stages)


def _page(picture: Picture, sheet: Sheet) -> bytes:
    from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
    from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

    from exporters.diagram.paint_picture import paint_picture

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
    paint_picture(painter, picture, LIGHT)
    painter.end()
    return bytes(buffer.data().data())
