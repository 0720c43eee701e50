"""The board on the clipboard as a picture: for Word, PowerPoint and Teams.

As SVG, which Office keeps sharp, and as pixels for all others. No text beside them: Word would
paste that instead of the picture; copying as text is another command.
"""

from collections.abc import Sequence
from functools import partial
from math import sqrt
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from designer.ui.task import Task
from exporters.diagram import png, svg, words
from exporters.diagram.headless import prepare_painting
from exporters.diagram.pictured import pictured
from exporters.exporter import Progress
from exporters.part import DOTS_PER_INCH, WHOLE, OneLane, OnePhase, Part, Pixels, SomeStages
from model.ids import Id
from model.messages import N_, _, speaking
from model.pathway import Pathway
from model.records import Actor, Phase, Stage

if TYPE_CHECKING:
    from designer.ui.canvas.view import BoardView

SVG_TYPE: Final = "image/svg+xml"
MOST_PIXELS: Final = 12_000_000
"""Other programs hold four bytes for each, several times over."""

_FAULT: Final = N_(
    "The picture could not be made; the clipboard is as it was. The error was noted in {file}."
)


class Copied(NamedTuple):
    """A picture in both forms, and what it shows."""

    svg: bytes
    image: QImage
    name: str


def copy_as_picture(view: "BoardView") -> "PictureTask":
    """Copy what is selected, else the whole board; the status line tells when it is there.

    What was asked for last is what the clipboard gets, also when it is drawn sooner.
    """
    task = PictureTask(view, part_selected(view.document.pathway, view.selection.ids))
    for each in copying():  # the windows share a clipboard
        if each is not task:
            each.stop()
    view.say(_("Copying the picture…"))
    task.start()
    return task


def copying() -> list["PictureTask"]:
    """Return what is being drawn for the clipboard, in all windows."""
    program = QApplication.instance()
    return program.findChildren(PictureTask) if program else []


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


class PictureTask(Task):
    """Draws beside the window, then puts the picture on the clipboard, in the window's thread."""

    copied = Signal(str)

    def __init__(self, view: "BoardView", part: Part) -> None:
        super().__init__(
            view, partial(drawn, view.document.pathway, view.language, part), _(_FAULT)
        )
        self.done.connect(self._deliver)
        for told in (self.copied, self.failed):
            told.connect(view.say)
        self.finished.connect(self.deleteLater)

    def _deliver(self, copied: Copied) -> None:
        _put(copied)
        self.copied.emit(
            _("Copied as a picture: {part}, {width} × {height} pixels.").format(
                part=copied.name, width=copied.image.width(), height=copied.image.height()
            )
        )


def drawn(pathway: Pathway, language: str, part: Part, progress: Progress) -> Copied:
    """Draw a part of a board for the clipboard, as fine as it can be with MOST_PIXELS."""
    progress(0)
    prepare_painting()
    with speaking(language):
        picture = pictured(pathway, language, part)
    board = picture.board
    fitting = sqrt(MOST_PIXELS / (board.width * board.height))
    scale = min(Pixels().resolution / DOTS_PER_INCH, fitting, png.LONGEST_SIDE / board.width)
    progress(0.2)
    copied = Copied(
        svg.document(pathway, language, part=part),
        png.drawn(picture, scale, Pixels()),
        words.part_name(pathway, language, part) or _("the whole board"),
    )
    progress(1)
    return copied


def _put(copied: Copied) -> None:
    data = QMimeData()
    data.setImageData(copied.image)
    data.setData(SVG_TYPE, copied.svg)
    QApplication.clipboard().setMimeData(data)
