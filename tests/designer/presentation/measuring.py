"""Measures what a presentation really paints: run in a process of its own, which has the scale.

`python -m tests.designer.presentation.measuring 1920 1080` writes to stdout, as JSON, the smallest
size of each kind of text over all stages of all samples in every focus, in dots of the screen, and
what was found clipped.
"""

import json
import sys
from collections import defaultdict

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage
from PySide6.QtTest import QTest

from designer.ui.app import make_application
from designer.ui.presentation import Presentation
from designer.ui.presentation.wall_headers import (
    lane_box,
    phase_box,
    placed_lane,
    placed_phase,
)
from exporters.diagram.paint import fonts
from model.document import Document
from model.file import read
from model.layout import font_measure
from model.layout.geometry import LaneBox, PhaseBox, Rect, TextLine
from model.layout.metrics import FONTS
from samples import SAMPLES

ROOM = 0.35
"""How far letters reach below their line, as a part of their size."""


class Measuring:
    def __init__(self, window: Presentation) -> None:
        self.window = window
        self.wall = window.wall
        self.least: defaultdict[str, float] = defaultdict(lambda: 1e9)
        self.faults: list[str] = []
        self._measured: set[tuple[str, float]] = set()

    def stage(self) -> None:
        """Measure what is shown of the stage at hand."""
        showing, wall = self.window.showing, self.wall
        card = wall.board.cards[showing.at or ""]
        box = wall.box_on_wall(card.box)
        name = card.title[0].text
        if not wall.picture.contains(box):
            self.faults.append(f"{showing.focus.name}: “{name}” is not whole in the picture")
        zoom = wall.camera.zoom
        place = Rect(box.x() - card.box.x * zoom, box.y() - card.box.y * zoom, zoom, zoom)
        self.text("title", card.title[0], place)
        for label in (self.window.caption.where, self.window.caption.following):
            size = label.font().pixelSize() * self.window.devicePixelRatioF()
            self.least["caption"] = min(self.least["caption"], size)
        for lane in wall.board.lanes:
            if lane.id == showing.lane:
                self.lane(lane)
        for phase in wall.board.phases:
            if phase.id == showing.phase:
                self.phase(phase)

    def lane(self, lane: LaneBox) -> None:
        wall, picture = self.wall, self.wall.picture
        scale, shown = placed_lane(wall, lane, lane_box(wall, lane))
        place = Rect(0, picture.y(), scale, scale)
        strip = QRectF(0, picture.y(), picture.x(), picture.height())
        for line in (*shown.name, *shown.sector_name):
            self.within("lane", line, place, strip)
        self.text("lane", shown.name[0], place)
        if shown.sector_name:
            self.text("sector", shown.sector_name[0], place)

    def phase(self, phase: PhaseBox) -> None:
        wall, picture = self.wall, self.wall.picture
        scale, shown = placed_phase(wall, phase, phase_box(wall, phase))
        place = Rect(picture.x(), 0, scale, scale)
        for line in shown.title:
            self.within("phase", line, place, QRectF(picture.x(), 0, picture.width(), picture.y()))
        self.text("phase", shown.title[0], place)

    def within(self, kind: str, line: TextLine, place: Rect, strip: QRectF) -> None:
        """Note when a line is not whole inside its strip; `place` is an origin and a scale."""
        size = FONTS[line.style].size_px
        width = font_measure().width(line.text, line.style)
        box = QRectF(
            place.x + line.x * place.width,
            place.y + (line.baseline - size * 0.75) * place.width,
            width * place.width,
            size * place.width,
        )
        if not strip.adjusted(-1, -1, 1, 1).contains(box):
            self.faults.append(f"{self.window.showing.focus.name}: {kind} “{line.text}” is clipped")

    def text(self, kind: str, line: TextLine, place: Rect) -> None:
        """Compare the height of the ink with that of the same letters in a known size."""
        size, ratio = FONTS[line.style].size_px, self.window.devicePixelRatioF()
        asked = size * place.width * ratio
        self.least[kind] = min(self.least[kind], asked)
        if (line.text, asked) in self._measured:
            return
        self._measured.add((line.text, asked))
        width = font_measure().width(line.text, line.style)
        area = QRectF(
            place.x + line.x * place.width,
            place.y + (line.baseline - size) * place.width,
            width * place.width,
            size * (1 + ROOM) * place.width,
        ).toAlignedRect()
        rows = _rows_of_ink(self.wall.grab(area & QRect(self.wall.rect())).toImage())
        known = QFont(fonts()[line.style])
        known.setPixelSize(200)
        letters = QFontMetricsF(known).tightBoundingRect(line.text).height() / 200
        painted = rows / letters
        if abs(painted - asked) > 2.5 / letters:
            self.faults.append(f"{kind} “{line.text}”: {painted:.1f} painted, {asked:.1f} asked")


def _rows_of_ink(image: QImage) -> int:
    """Return how many rows of dots hold ink, from the first that does to the last."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    width, step, dots = grey.width(), grey.bytesPerLine(), bytes(grey.constBits())
    rows = [dots[row * step : row * step + width] for row in range(grey.height())]
    ground = rows[0][0]
    contrasts = [max(ground - min(row), max(row) - ground) for row in rows]
    inked = [place for place, found in enumerate(contrasts) if found > max(contrasts) * 0.5]
    return inked[-1] - inked[0] + 1 if inked else 0


def main(width: int, height: int) -> None:
    make_application()
    least: dict[str, float] = {}
    faults: list[str] = []
    for sample in SAMPLES:
        window = Presentation(Document(read(sample.path)), "fi")
        ratio = window.devicePixelRatioF()
        window.resize(round(width / ratio), round(height / ratio))
        window.show()
        measuring = Measuring(window)
        for key in (Qt.Key.Key_S, Qt.Key.Key_P, Qt.Key.Key_L):
            QTest.keyClick(window, Qt.Key.Key_Home)
            QTest.keyClick(window, key)
            for _stage in window.showing.order:
                window.wall.jump()
                measuring.stage()
                QTest.keyClick(window, Qt.Key.Key_Space)
        window.close()
        faults += [f"{sample.name}: {fault}" for fault in measuring.faults]
        least = {kind: min(size, least.get(kind, size)) for kind, size in measuring.least.items()}
    json.dump({"least": least, "faults": faults}, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
