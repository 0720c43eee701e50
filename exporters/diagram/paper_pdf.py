"""PDF of sheets of paper: each exactly as large as its paper, to be printed as it is.

Format: ISO 32000-1; lengths in points of 1/72 inch. Same input, same bytes.
"""

from collections.abc import Callable, Sequence
from datetime import datetime
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from exporters.diagram.pdf_document import say_about, settle_fonts
from exporters.poster.paper import Paper

if TYPE_CHECKING:
    from pypdf.generic import DictionaryObject
    from PySide6.QtGui import QPainter

POINTS_PER_MM: Final = 72 / 25.4
_DOTS_PER_INCH: Final = 1200  # Qt rounds lengths to its dots


class SheetOfPaper(NamedTuple):
    """`paint` draws in millimetres from the left top corner."""

    name: str
    paper: Paper
    paint: "Callable[[QPainter], None]"


class About(NamedTuple):
    title: str
    subject: str
    language: str
    made_at: datetime


def document(sheets: Sequence[SheetOfPaper], about: About, drawn: Callable[[float], None]) -> bytes:
    """Return the PDF of at least one sheet; `drawn` is told the share that is done."""
    return _finished(_drawn(sheets, drawn), sheets, about)


def _drawn(sheets: Sequence[SheetOfPaper], drawn: Callable[[float], None]) -> bytes:
    from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
    from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS_PER_INCH)
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter()
    for number, sheet in enumerate(sheets):
        width, height = _in_points(sheet.paper)
        size = QSizeF(ceil(width), ceil(height))  # Qt's writer knows whole points only
        exact = QPageSize.SizeMatchPolicy.ExactMatch
        writer.setPageSize(QPageSize(size, QPageSize.Unit.Point, "", exact))
        if number == 0:
            painter.begin(writer)
        else:
            writer.newPage()
        painter.save()
        painter.scale(_DOTS_PER_INCH / 72, _DOTS_PER_INCH / 72)
        painter.translate(0, ceil(height) - height)  # the page is measured from its lower edge
        painter.scale(POINTS_PER_MM, POINTS_PER_MM)
        sheet.paint(painter)
        painter.restore()
        drawn((number + 1) / len(sheets))
    painter.end()
    return bytes(buffer.data().data())


def _in_points(paper: Paper) -> tuple[float, float]:
    return paper.width * POINTS_PER_MM, paper.height * POINTS_PER_MM


def _finished(drawn: bytes, sheets: Sequence[SheetOfPaper], about: About) -> bytes:
    """Make the pages exact, name them, and ask print windows not to scale them."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import (
        BooleanObject,
        NameObject,
        RectangleObject,
    )

    writer = PdfWriter()
    writer.pdf_header = "%PDF-1.7"
    for sheet, page in zip(sheets, PdfReader(BytesIO(drawn)).pages, strict=True):
        added = writer.add_page(page)
        width, height = (round(side, 4) for side in _in_points(sheet.paper))
        added.mediabox = added.trimbox = added.cropbox = RectangleObject((0, 0, width, height))
        settle_fonts(added)
        writer.add_outline_item(title=sheet.name, page_number=len(writer.pages) - 1)
    say_about(writer, about.title, about.subject, about.language, about.made_at)
    wishes = cast("DictionaryObject", writer.root_object["/ViewerPreferences"])
    wishes[NameObject("/PrintScaling")] = NameObject("/None")
    wishes[NameObject("/PickTrayByPDFSize")] = BooleanObject(value=True)
    written = BytesIO()
    writer.write(written)
    return written.getvalue()
