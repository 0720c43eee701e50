"""The board on the clipboard as a picture: for Word, PowerPoint and Teams.

As SVG, which Office keeps sharp, and as pixels for all others. No text beside them: Word would
paste that instead of the picture; copying as text is another command.
"""

from collections.abc import Sequence
from concurrent.futures import Future
from contextvars import copy_context
from math import sqrt
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QMimeData, QThread
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from exporters.diagram import png, svg, words
from exporters.diagram.headless import prepare_painting
from exporters.diagram.pictured import pictured
from exporters.exporter import ExportError
from exporters.part import DOTS_PER_INCH, WHOLE, OneLane, OnePhase, Part, Pixels, SomeStages
from model.ids import Id
from model.messages import _, speaking
from model.pathway import Pathway
from model.records import Actor, Phase, Stage

if TYPE_CHECKING:
    from designer.ui.canvas.view import BoardView

SVG_TYPE: Final = "image/svg+xml"
MOST_PIXELS: Final = 12_000_000
"""Other programs hold four bytes for each, several times over."""


class Copied(NamedTuple):
    """A picture in both forms, and what it shows."""

    svg: bytes
    image: QImage
    name: str


def copy_as_picture(view: "BoardView") -> "PictureThread":
    """Copy what is selected, else the whole board; the status line tells when it is there."""
    part = part_selected(view.document.pathway, view.selection.ids)
    thread = PictureThread(view, part)
    view.say(_("Copying the picture…"))
    thread.start()
    return thread


def part_selected(pathway: Pathway, ids: Sequence[Id]) -> Part:
    """Return a lane or a phase that is selected alone, else the stages selected, else all."""
    records = [pathway.get(id) for id in ids]
    match records:
        case [Actor(id=id)]:
            return OneLane(id)
        case [Phase(id=id)]:
            return OnePhase(id)
    strips = {record.id for record in records if isinstance(record, Actor | Phase)}
    stages = [record.id for record in records if isinstance(record, Stage)]
    stages += [stage.id for stage in pathway.stages if strips & {stage.actor, stage.phase}]
    return SomeStages(frozenset(stages)) if stages else WHOLE


class PictureThread(QThread):
    """Draws beside the window, then puts the picture on the clipboard, in the window's thread."""

    def __init__(self, view: "BoardView", part: Part) -> None:
        super().__init__(view)
        self._view = view
        self._asked = (view.document.pathway, view.language, part)
        self._outcome: Future[Copied] = Future()
        self._context = copy_context()  # the language in force goes along
        self.finished.connect(self._deliver)
        view.destroyed.connect(self._end)

    def run(self) -> None:
        try:
            copied = self._context.run(drawn, *self._asked)
        except Exception as error:  # noqa: BLE001 - raised again where the program can tell it
            self._outcome.set_exception(error)
        else:
            self._outcome.set_result(copied)

    def _deliver(self) -> None:
        self.deleteLater()
        try:
            copied = self._outcome.result()
        except ExportError as error:
            self._view.say(str(error))
        else:
            _put(copied)
            self._view.say(
                _("Copied as a picture: {part}, {width} × {height} pixels.").format(
                    part=copied.name, width=copied.image.width(), height=copied.image.height()
                )
            )

    def _end(self) -> None:
        """Let the window close only after the drawing: a thread cannot be destroyed at work."""
        self.wait()


def drawn(pathway: Pathway, language: str, part: Part) -> Copied:
    """Draw a part of a board for the clipboard, as fine as it can be with MOST_PIXELS."""
    prepare_painting()
    with speaking(language):
        picture = pictured(pathway, language, part)
    board = picture.board
    fitting = sqrt(MOST_PIXELS / (board.width * board.height))
    scale = min(Pixels().resolution / DOTS_PER_INCH, fitting, png.LONGEST_SIDE / board.width)
    return Copied(
        svg.document(pathway, language, part=part),
        png.drawn(picture, scale, Pixels()),
        words.part_name(pathway, language, part) or _("the whole board"),
    )


def _put(copied: Copied) -> None:
    data = QMimeData()
    data.setImageData(copied.image)
    data.setData(SVG_TYPE, copied.svg)
    QApplication.clipboard().setMimeData(data)
