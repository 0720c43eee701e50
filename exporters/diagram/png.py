"""The board as a PNG picture: for slides and messages."""

from collections.abc import Iterator

from exporters.diagram import words
from exporters.diagram.headless import prepare_painting
from exporters.exporter import Exporter, ExportError, Group, Options, Progress
from model.layout import board as lay_out
from model.layout import font_measure
from model.layout.geometry import Board
from model.messages import N_, _, speaking
from model.pathway import Pathway

SCALE = 2.0
"""Pixels of the picture per pixel of the board at 100 % zoom."""
LONGEST_SIDE = 16_000
"""What programs that show pictures still open, in pixels; longer boards are drawn smaller."""
MOST_PIXELS = 200_000_000
"""Four bytes each are 800 MB of memory; more is refused."""


def build(pathway: Pathway, options: Options, progress: Progress) -> Iterator[tuple[str, bytes]]:
    language = options.languages_for(pathway)[0]
    progress(0)
    with speaking(language):
        board = lay_out(pathway, font_measure(), language)
        texts = {
            "Title": words.board_title(pathway, language),
            "Description": words.board_description(pathway, language),
        }
        scale = picture_scale(board)
        prepare_painting()
    progress(0.2)
    yield "board.png", _picture(board, scale, texts)
    progress(1)


PNG = Exporter("png", N_("Picture (PNG)"), ".png", build, group=Group.PICTURES)


def picture_scale(board: Board) -> float:
    """Return how large the board is drawn; raises ExportError when no picture can hold it."""
    scale = min(SCALE, LONGEST_SIDE / max(board.width, board.height))
    if board.width * board.height * scale**2 > MOST_PIXELS:
        raise ExportError(_("The board is too large for a picture: export it as PDF or SVG."))
    return scale


def _picture(board: Board, scale: float, texts: dict[str, str]) -> bytes:
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QColor, QImage, QPainter

    from exporters.diagram.look import LIGHT
    from exporters.diagram.paint import paint_board

    size = (round(board.width * scale), round(board.height * scale))
    image = QImage(*size, QImage.Format.Format_RGB32)
    if image.isNull():
        raise ExportError(_("There is not enough memory for the picture."))
    image.fill(QColor(LIGHT.paper))
    image.setDotsPerMeterX(round(96 * scale / 0.0254))
    image.setDotsPerMeterY(round(96 * scale / 0.0254))
    for key, text in texts.items():
        image.setText(key, text)
    painter = QPainter(image)
    painter.scale(scale, scale)
    paint_board(painter, board, LIGHT)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload] # the stubs say bytes
        raise ExportError(_("There is not enough memory for the picture."))
    return bytes(buffer.data().data())
