"""The board as pictures in a document, with what they show in words."""

from typing import Final

from exporters.diagram import picture, words
from exporters.diagram.headless import prepare_painting
from exporters.diagram.parts import cut_phase, picture_of
from exporters.diagram.png import drawn, packed
from exporters.exporter import ExportError
from exporters.part import Pixels
from exporters.word.manuscript import Picture
from model.ids import Id
from model.layout import board as lay_out
from model.layout import font_measure
from model.messages import _
from model.pathway import Pathway

_SHARPEST: Final = 1.6
"""Pixels of a picture to one of the board: it is read zoomed in, and printed."""
_LONGEST_SIDE: Final = 3600
"""Pixels: 350 to the inch across an A4, which no printer shows better."""
_WIDE: Final = 1300
"""Pixels of the board that an upright page shows at half their size."""


class BoardPictures:
    """The board, laid out once, and its pictures in the language in force.

    Raises ExportError, one sentence, where this machine draws none.
    """

    def __init__(self, pathway: Pathway, language: str) -> None:
        prepare_painting()
        self._pathway, self._language = pathway, language
        self._board = lay_out(pathway, font_measure(), language)

    def whole(self) -> Picture:
        return self._drawn(picture.Picture(self._board, self._pathway))

    def phase(self, phase: Id | None) -> Picture | None:
        """Return the stages of a phase, those of none without one; None where there are none."""
        cut = cut_phase(self._pathway, self._board, phase)
        if cut is None:
            return None
        return self._drawn(picture_of(self._pathway, self._board, cut, self._language))

    def _drawn(self, shown: picture.Picture) -> Picture:
        scale = min(_SHARPEST, _LONGEST_SIDE / max(shown.board.width, shown.board.height))
        title = words.board_title(self._pathway, self._language)
        told = words.picture_description(shown, self._language)
        data = packed(drawn(shown, scale, Pixels()), {"Title": title})
        below = _("{shown} The stages are told in words below.").format(shown=told)
        return Picture(data, below, is_wide=shown.board.width > _WIDE)


def why_not_drawn() -> str:
    """Say why this machine draws no pictures; '' when it does."""
    try:
        prepare_painting()
    except ExportError as error:
        return str(error)
    return ""
