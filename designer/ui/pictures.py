"""Takes the guide's pictures from the samples: `python -m designer.ui.pictures docs/pictures`.

Real windows, drawn without a screen, 1920 × 1080 pixels; the same samples give the same pictures.
With `--scale 1.5` as on a screen that is set to 150 %, with `--look dark` in that look.
"""

import argparse
import os
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from designer.ui.main_window import MainWindow
    from designer.ui.presentation import Presentation
    from designer.ui.program import Program

WIDTH, HEIGHT = 1920, 1080
TODAY = date(2026, 11, 20)
SAVED_AT = datetime(2026, 11, 20, 14, 32, tzinfo=UTC)


class Picture(NamedTuple):
    """`sample` is the name of one (None: the start screen), `arrange` what is done before."""

    name: str
    language: str
    sample: str | None
    arrange: "Callable[[MainWindow], None]"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--look", choices=("light", "dark", "contrast"), default="light")
    arguments = parser.parse_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = str(arguments.scale)
    take_all(arguments.folder, arguments.scale, arguments.look)


def take_all(folder: Path, scale: float, look: str = "light") -> None:
    """Write all pictures into `folder`."""
    from designer.ui.app import make_application
    from designer.ui.program import Program
    from designer.ui.settings import Settings

    folder.mkdir(parents=True, exist_ok=True)
    make_application()
    with tempfile.TemporaryDirectory() as place:
        for picture in PICTURES:
            settings = Settings(Path(place) / f"{picture.name}.ini")
            settings.language = picture.language
            settings.remember_look(look)
            program = Program(settings, today=lambda: TODAY)
            window = _open(program, picture, scale)
            _settle()
            picture.arrange(window)
            _settle()
            _in_front(window).grab().save(str(folder / f"{picture.name}.png"))
            _close(window)
            _settle()


def _open(program: "Program", picture: Picture, scale: float) -> "MainWindow":
    from designer.ui.open_file import OpenFile
    from samples import SAMPLES

    window = program.open_window()
    window.showNormal()  # the screen that is not there is a small one
    window.resize(round(WIDTH / scale), round(HEIGHT / scale))
    if picture.sample is not None:
        path = next(sample.path for sample in SAMPLES if sample.name == picture.sample)
        file = OpenFile.at(path)
        file.saved_at = SAVED_AT
        window.show_file(file)
    return window


def _in_front(window: "MainWindow") -> "QWidget":
    """Return the window that one looks at: the presentation when there is one."""
    from designer.ui.presentation import Presentation

    return window.findChild(Presentation) or window


def _close(window: "MainWindow") -> None:
    """Close a window for good: what was typed for the picture is nobody's work."""
    window.finish_typing()
    if window.file is not None:
        window.file.document.mark_saved(window.file.document.pathway)
    window.close()


def _settle() -> None:
    """Let everything happen that waits to happen."""
    from PySide6.QtCore import QCoreApplication, QEvent

    for _round in range(10):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _as_it_is(window: "MainWindow") -> None:
    del window


def _handover(window: "MainWindow") -> None:
    """Select the handover of which most is said, with its common sections unfolded."""
    from model.records import Handover

    def said(handover: Handover) -> int:
        empty: tuple[object, ...] = (None, "", (), {})
        values = (getattr(handover, field) for field in handover.__struct_fields__)
        return sum(value not in empty for value in values)

    window.workspace.toggle_findings()
    handovers = window.workspace.file.document.pathway.handovers
    window.board.select_and_show(max(handovers, key=said).id)
    for section in window.workspace.inspector.form.sections[1:3]:
        section.unfold()


def _presented(does: "Callable[[Presentation], None]") -> "Callable[[MainWindow], None]":
    """Return what shows the stage with most ways onward to the room, and then `does` that."""

    def arrange(window: "MainWindow") -> None:
        from designer.ui.actions.presenting import present
        from designer.ui.presentation import Presentation

        pathway = window.board.pathway
        stage = max(pathway.stages, key=lambda stage: len(pathway.leaving(stage.id)))
        window.board.select((stage.id,))
        present(window)
        presentation = window.findChild(Presentation)
        if presentation is not None:
            presentation.showNormal()  # the screen that is not there is a small one
            presentation.resize(window.size())
            does(presentation)
            presentation.wall.jump()

    return arrange


def _findings(window: "MainWindow") -> None:
    from model.checks import COORDINATION

    findings = window.workspace.findings
    findings.choose_profile(COORDINATION)
    stages = {stage.id for stage in window.workspace.file.document.pathway.stages}
    row = next(row for row, line in enumerate(findings.table.lines) if line.about in stages)
    findings.view.selectRow(row)
    window.board.select_and_show(findings.table.lines[row].about or "")


def _naming(window: "MainWindow") -> None:
    """Begin the stage after another one, with the list of actors open."""
    window.board.select_and_show(window.board.pathway.stages[3].id)
    window.board.add_stage()
    _write("Ryhmätapaaminen @")


def _quick_add(window: "MainWindow") -> None:
    window.board.select_and_show(window.board.pathway.stages[3].id)
    window.board.quick_add.open()
    _write("Unikoulu alkaa @Terveysaseman hoitaja #Hoito ja tuki")


def _write(words: str) -> None:
    """Type where the keyboard is, as an input method does."""
    from PySide6.QtGui import QInputMethodEvent
    from PySide6.QtWidgets import QApplication

    focused = QApplication.focusWidget()
    typed = QInputMethodEvent()
    typed.setCommitString(words)
    if focused is not None:
        QApplication.sendEvent(focused, typed)


def _outline(window: "MainWindow") -> None:
    window.workspace.toggle_outline()
    window.workspace.outline.go_to(window.workspace.file.document.pathway.stages[5].id)


def _notes(window: "MainWindow") -> None:
    """Show all notes on the board, and their list with the first one selected."""
    from designer.ui.canvas.notes.showing import Wanted
    from model.records import Note

    window.board.showing.want(Wanted(done=True))
    window.workspace.toggle_notes()
    window.board.zoom_to(1.0)
    window.board.select_and_show(window.workspace.file.document.pathway.of(Note)[0].id)


PICTURES = (
    Picture("start", "fi", None, _as_it_is),
    Picture("board-t2d", "fi", "t2d", _as_it_is),
    Picture("inspector-handover", "fi", "t2d", _handover),
    Picture("findings", "fi", "nepsy", _findings),
    Picture("capture-naming", "fi", "unettomuus", _naming),
    Picture("capture-quick-add", "fi", "unettomuus", _quick_add),
    Picture("outline", "fi", "t2d", _outline),
    Picture("notes", "fi", "t2d", _notes),
    Picture("board-sv", "sv", "monipalvelu", _as_it_is),
    Picture("presentation-stage", "fi", "t2d", _presented(lambda it: it.show_stage())),
    Picture("presentation-phase", "fi", "t2d", _presented(lambda it: it.show_phase(1))),
    Picture("presentation-lane", "fi", "t2d", _presented(lambda it: it.show_lane(1))),
    Picture("presentation-whole", "fi", "t2d", _presented(lambda it: it.show_whole())),
    Picture("presentation-keys", "fi", "t2d", _presented(lambda it: it.toggle_keys())),
)


if __name__ == "__main__":
    main()
