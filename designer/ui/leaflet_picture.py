"""The guide's picture of a leaflet: both sides of the sheet, as they come out of the printer."""

from pathlib import Path

from exporters.leaflet.typesetting import picture
from exporters.website.public import public_part
from model.file import read
from model.messages import speaking
from samples import SAMPLES

_ADDRESS = "https://palveluketjut.esimerkki.example/fi/tyypin-2-diabetes.html"
_DOTS_PER_INCH = 84
_GAP = 24  # pixels around and between the sides


def take(file: Path) -> None:
    """Write the picture of the first sample's leaflet in Finnish."""
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QColor, QImage, QPainter

    with speaking("fi"):
        pages = picture(public_part(read(SAMPLES[0].path), ["fi"]), _ADDRESS, _DOTS_PER_INCH)
    sides = [QImage.fromData(page) for page in pages]
    width = sum(side.width() + _GAP for side in sides) + _GAP
    both = QImage(QSize(width, sides[0].height() + 2 * _GAP), QImage.Format.Format_RGB32)
    both.fill(QColor("#d5dce4"))
    painter = QPainter(both)
    left = _GAP
    for side in sides:
        painter.drawImage(left, _GAP, side)
        left += side.width() + _GAP
    painter.end()
    both.save(str(file), quality=0)  # as small as it gets, nothing is lost
