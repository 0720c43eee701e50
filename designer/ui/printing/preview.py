"""The preview: all sheets as they will lie, drawn beside the window by what prints them."""

import sys
import threading
from contextvars import copy_context
from typing import Final, NamedTuple

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, QThread, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from designer.ui.crash import crash_log, note_fault
from designer.ui.printing.form import LayOut
from designer.ui.theme import colours
from exporters.diagram.paper_pdf import SheetOfPaper
from exporters.exporter import ExportError, Options
from exporters.poster.sheets import Printed
from model.messages import _
from model.pathway import Pathway

_GAP: Final = 14.0  # pixels around and between the sheets
_FINER: Final = 2
"""Drawn so much finer than the screen: no line is thinner than a dot, and from afar all would be
too thick."""
_EDGE: Final = "#8593a3"


class Wanted(NamedTuple):
    """What is to be drawn: by which layout, of what, how large in the screen's own dots."""

    lay_out: LayOut
    pathway: Pathway
    options: Options
    size: QSize
    ratio: float


class PreviewThread(QThread):
    """`finished` tells that `printed` and `image` are there, or `fault`, a sentence."""

    def __init__(self, wanted: Wanted) -> None:
        super().__init__()
        self._wanted = wanted
        self._stop = threading.Event()
        self._context = copy_context()  # the language in force goes along
        self.printed: Printed | None = None
        self.image = QImage()
        self.fault = ""

    def end(self) -> None:
        """Stop before the next sheet, and wait until it has."""
        self._stop.set()
        self.wait()

    def run(self) -> None:
        self._context.run(self._draw)

    def _draw(self) -> None:
        wanted = self._wanted
        try:
            printed = wanted.lay_out(wanted.pathway, wanted.options)
            self.image = _picture(printed, wanted, self._stop)
        except ExportError as error:
            self.fault = str(error)
        except Exception as error:  # noqa: BLE001 - a fault of ours is told, the window lives
            note_fault(type(error), sys.exc_info()[2], crash_log())
            self.fault = _("The preview failed. The error was noted in {file}.").format(
                file=crash_log()
            )
        else:
            self.printed = printed


class Preview(QWidget):
    """Shows the last picture; `resized` asks for one that fits."""

    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self.setMinimumSize(420, 360)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_picture(self, image: QImage) -> None:
        self._image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours().line))
        size = self._image.deviceIndependentSize()
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        painter.drawImage(QPoint(round(left), round(top)), self._image)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()


def _picture(printed: Printed, wanted: Wanted, stop: threading.Event) -> QImage:
    ratio = wanted.ratio * _FINER
    image = QImage(wanted.size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    for sheet, box in zip(printed.sheets, _places(printed, wanted.size), strict=True):
        if stop.is_set():
            break
        _draw_sheet(painter, sheet, box)
    painter.end()
    smooth = Qt.TransformationMode.SmoothTransformation
    fine = image.scaled(wanted.size * wanted.ratio, mode=smooth)
    fine.setDevicePixelRatio(wanted.ratio)
    return fine


def _draw_sheet(painter: QPainter, sheet: SheetOfPaper, box: QRectF) -> None:
    painter.save()
    painter.setPen(QColor(_EDGE))
    painter.setBrush(QColor("#ffffff"))
    painter.drawRect(box)
    painter.setClipRect(box)
    painter.translate(box.topLeft())
    painter.scale(box.width() / sheet.paper.width, box.height() / sheet.paper.height)
    sheet.paint(painter)
    painter.restore()


def _places(printed: Printed, size: QSize) -> list[QRectF]:
    """Return where each sheet is drawn: as they lie together, those in front at the left."""
    front, rest = printed.sheets[: printed.first], printed.sheets[printed.first :]
    aside = max(1, min(printed.aside, len(rest)))
    below = -(-len(rest) // aside)
    width = aside * max((sheet.paper.width for sheet in rest), default=0)
    height = below * max((sheet.paper.height for sheet in rest), default=0)
    width += sum(sheet.paper.width for sheet in front)
    height = max(height, *(sheet.paper.height for sheet in front), 1)
    columns = aside + len(front)
    scale = min(
        (size.width() - (columns + 1) * _GAP) / width,
        (size.height() - (below + 1) * _GAP) / height,
    )
    scale = max(scale, 0.01)
    left = (size.width() - width * scale - (columns - 1) * _GAP) / 2
    top = (size.height() - height * scale - (below - 1) * _GAP) / 2
    places = []
    for sheet in front:
        places.append(_box(sheet, left, top, scale))
        left += sheet.paper.width * scale + _GAP
    for number, sheet in enumerate(rest):
        row, column = divmod(number, aside)
        x = left + column * (sheet.paper.width * scale + _GAP)
        y = top + row * (sheet.paper.height * scale + _GAP)
        places.append(_box(sheet, x, y, scale))
    return places


def _box(sheet: SheetOfPaper, left: float, top: float, scale: float) -> QRectF:
    return QRectF(left, top, sheet.paper.width * scale, sheet.paper.height * scale)
