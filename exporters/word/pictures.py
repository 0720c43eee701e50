"""The board as pictures in a document, with what they show in words."""

from typing import Final

from exporters.diagram import words
from exporters.diagram.headless import prepare_painting
from exporters.diagram.pictured import pictured
from exporters.diagram.png import drawn, packed
from exporters.exporter import ExportError
from exporters.part import Part, Pixels
from exporters.word.manuscript import Picture
from model.messages import _
from model.pathway import Pathway

_SHARPEST: Final = 1.6
"""Pixels of a picture to one of the board: it is read zoomed in, and printed."""
_LONGEST_SIDE: Final = 3600
"""Pixels: 350 to the inch across an A4, which no printer shows better."""


def board_picture(pathway: Pathway, language: str, part: Part) -> Picture:
    """Return a part of the board as a picture, in the language in force.

    Raises ExportError, one sentence, where this machine draws none.
    """
    prepare_painting()
    picture = pictured(pathway, language, part)
    scale = min(_SHARPEST, _LONGEST_SIDE / max(picture.board.width, picture.board.height))
    title = words.picture_title(pathway, language, part)
    shown = words.picture_description(picture, language)
    data = packed(drawn(picture, scale, Pixels()), {"Title": title})
    return Picture(data, _("{shown} The stages are told in words below.").format(shown=shown))


def why_not_drawn() -> str:
    """Say why this machine draws no pictures; '' when it does."""
    try:
        prepare_painting()
    except ExportError as error:
        return str(error)
    return ""
