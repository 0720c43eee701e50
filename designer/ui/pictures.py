"""Takes the guide's pictures from the samples: `python -m designer.ui.pictures docs/pictures`.

Real windows, drawn without a screen, 1920 × 1080 pixels; the same samples give the same pictures.
With `--scale 1.5` as on a screen that is set to 150 %, with `--look dark` in that look, with
`--all` of every state that somebody should look at.
"""

import argparse
import os
import tempfile
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from designer.ui import leaflet_picture
from designer.ui.picture_scenes import GUIDE, REVIEW, Picture

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from designer.ui.main_window import MainWindow
    from designer.ui.program import Program

WIDTH, HEIGHT = 1920, 1080
TODAY = date(2026, 11, 20)
SAVED_AT = datetime(2026, 11, 20, 14, 32, tzinfo=UTC)
_SOON = 500  # milliseconds within which lists, figures and the minimap follow the board
_PATIENCE = 10.0  # seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--look", choices=("light", "dark", "contrast"), default="light")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--only", nargs="+", help="the names of those to take")
    arguments = parser.parse_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = str(arguments.scale)
    chosen = [*GUIDE, *REVIEW] if arguments.all or arguments.only else [*GUIDE]
    if arguments.only:
        chosen = [picture for picture in chosen if picture.name in arguments.only]
    take(chosen, arguments.folder, arguments.scale, arguments.look)
    if not (arguments.all or arguments.only):
        leaflet_picture.take(arguments.folder / "leaflet.png")


def take(pictures: Sequence[Picture], folder: Path, scale: float, look: str) -> None:
    """Write the pictures into `folder`; `look` is the name of one."""
    from designer.ui.app import make_application
    from designer.ui.program import Program
    from designer.ui.settings import Settings

    folder.mkdir(parents=True, exist_ok=True)
    make_application()
    with tempfile.TemporaryDirectory() as place:
        for picture in pictures:
            settings = Settings(Path(place) / f"{picture.name}.ini")
            settings.language = picture.language
            settings.remember_look(look)
            program = Program(settings, today=lambda: TODAY)
            window = _open(program, picture, scale)
            _settle()
            picture.arrange(window)
            _settle()
            _grabbed(window).save(str(folder / f"{picture.name}.png"))
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


def _grabbed(window: "MainWindow") -> "QPixmap":
    """Return what one looks at: the presentation when there is one, dialogs over the window."""
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QDialog, QMenu

    from designer.ui.presentation import Presentation

    presentation = window.findChild(Presentation)
    if presentation is not None:
        return presentation.grab()
    picture = window.grab()
    painter = QPainter(picture)
    for dialog in window.findChildren(QDialog):
        if dialog.isVisible():
            painter.drawPixmap(window.rect().center() - dialog.rect().center(), dialog.grab())
    for menu in window.findChildren(QMenu):
        if menu.isVisible():
            painter.drawPixmap(window.mapFromGlobal(menu.pos()), menu.grab())
    painter.end()
    return picture


def _close(window: "MainWindow") -> None:
    """Close a window for good: what was typed for the picture is nobody's work."""
    window.finish_typing()
    if window.file is not None:
        window.file.document.mark_saved(window.file.document.pathway)
    window.close()


def _settle() -> None:
    """Let everything happen that waits to happen, also what follows the board a moment later."""
    from PySide6.QtCore import QCoreApplication, QEvent

    end = monotonic() + _PATIENCE
    while True:
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if not _follows_soon() or monotonic() > end:
            return


def _follows_soon() -> bool:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    return any(
        timer.isActive() and timer.isSingleShot() and timer.interval() <= _SOON
        for window in QApplication.topLevelWidgets()
        for timer in window.findChildren(QTimer)
    )


if __name__ == "__main__":
    main()
