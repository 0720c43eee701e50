"""The board as a PNG picture: for slides and messages."""

from collections.abc import Iterator, Mapping
from math import sqrt
from typing import TYPE_CHECKING, Final

from exporters.diagram import words
from exporters.diagram.headless import prepare_painting
from exporters.diagram.losses import of_picture
from exporters.diagram.picture import Picture
from exporters.diagram.pictured import pictured
from exporters.exporter import Asked, Exporter, ExportError, Group, Options, Progress
from exporters.part import DOTS_PER_INCH, LEAST_RESOLUTION, MOST_RESOLUTION, WHOLE, Part, Pixels
from model.layout.geometry import Board
from model.messages import N_, _, speaking
from model.pathway import Pathway

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

LONGEST_SIDE: Final = 16_000
"""What programs that show pictures still open, in pixels."""
MOST_PIXELS: Final = 200_000_000
"""Four bytes each are 800 MB of memory."""
_METRE: Final = 1 / 0.0254
"""In inches."""


def build(pathway: Pathway, options: Options, progress: Progress) -> Iterator[tuple[str, bytes]]:
    language = options.languages_for(pathway)[0]
    progress(0)
    with speaking(language):
        picture = pictured(pathway, language, options.part)
        texts = {
            "Title": words.picture_title(pathway, language, options.part),
            "Description": words.picture_description(picture, language),
        }
        scale = picture_scale(picture.board, options.pixels.resolution)
        prepare_painting()
    progress(0.2)
    image = drawn(picture, scale, options.pixels)
    progress(0.6)
    yield "board.png", packed(image, texts)
    progress(1)


PNG = Exporter(
    "png",
    N_("Picture (PNG)"),
    ".png",
    build,
    of_picture,
    group=Group.PICTURES,
    asks=frozenset({Asked.PART, Asked.PIXELS}),
)


def png_of_width(pathway: Pathway, language: str, width: int, part: Part = WHOLE) -> bytes:
    """Return the board as a PNG that is `width` pixels wide, such as for a page of text.

    Raises ExportError when it would be too high.
    """
    with speaking(language):
        picture = pictured(pathway, language, part)
        scale = width / picture.board.width
        if not _fits(picture.board, scale):
            raise ExportError(_too_large())
        prepare_painting()
        texts = {
            "Title": words.picture_title(pathway, language, part),
            "Description": words.picture_description(picture, language),
        }
    return packed(drawn(picture, scale, Pixels()), texts)


def picture_scale(board: Board, resolution: int) -> float:
    """Return how many pixels there are to one of the board.

    Raises ExportError when that makes more than programs open, and says what would fit.
    """
    if not LEAST_RESOLUTION <= resolution <= MOST_RESOLUTION:
        raise ExportError(
            _("The resolution must lie between {least} and {most} dpi.").format(
                least=LEAST_RESOLUTION, most=MOST_RESOLUTION
            )
        )
    scale = resolution / DOTS_PER_INCH
    if _fits(board, scale):
        return scale
    fitting = int(_largest_scale(board) * DOTS_PER_INCH)
    if fitting < LEAST_RESOLUTION:
        raise ExportError(_too_large())
    raise ExportError(
        _(
            "At {resolution} dpi the picture would be {width} × {height} pixels, more than "
            "programs open. Choose {fitting} dpi or less, a part of the board, PDF or SVG."
        ).format(
            resolution=resolution,
            width=round(board.width * scale),
            height=round(board.height * scale),
            fitting=fitting,
        )
    )


def _too_large() -> str:
    return _("The board is too large for a picture: export a part of it, PDF or SVG.")


def _fits(board: Board, scale: float) -> bool:
    return scale <= _largest_scale(board)


def _largest_scale(board: Board) -> float:
    by_side = LONGEST_SIDE / max(board.width, board.height)
    return min(by_side, sqrt(MOST_PIXELS / (board.width * board.height)))


def drawn(picture: Picture, scale: float, pixels: Pixels) -> "QImage":
    """Draw a picture, `scale` pixels to one of the board.

    Raises ExportError when there is no memory for it.
    """
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QColor, QImage, QPainter

    from exporters.diagram.look import LIGHT
    from exporters.diagram.paint_picture import paint_picture

    board = picture.board
    form = QImage.Format.Format_ARGB32_Premultiplied
    image = QImage(
        max(1, round(board.width * scale)),
        max(1, round(board.height * scale)),
        form if pixels.transparent else QImage.Format.Format_RGB32,
    )
    if image.isNull():
        raise ExportError(_("There is not enough memory for the picture."))
    image.fill(Qt.GlobalColor.transparent if pixels.transparent else QColor(LIGHT.paper))
    image.setDotsPerMeterX(round(DOTS_PER_INCH * scale * _METRE))
    image.setDotsPerMeterY(round(DOTS_PER_INCH * scale * _METRE))
    painter = QPainter(image)
    painter.scale(scale, scale)
    paint_picture(painter, picture, LIGHT)
    painter.end()
    return image


def packed(image: "QImage", texts: Mapping[str, str]) -> bytes:
    """Return the PNG file of an image, with texts about it."""
    from PySide6.QtCore import QBuffer, QIODevice

    for key, text in texts.items():
        image.setText(key, text)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload] # the stubs say bytes
        raise ExportError(_("There is not enough memory for the picture."))
    return bytes(buffer.data().data())
