"""A presentation on two screens of different scales: run in a process of its own, which has them.

Writes to stdout, as JSON, where the presentation was and how large its titles were painted.
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from designer.ui.actions.presenting import present
from designer.ui.app import make_application
from designer.ui.open_file import OpenFile
from designer.ui.presentation import Presentation
from designer.ui.program import Program
from designer.ui.settings import Settings
from model.layout.geometry import TextStyle
from model.layout.metrics import FONTS
from samples import SAMPLES


def main(settings: Path) -> None:
    application = make_application()
    program = Program(Settings(settings))
    window = program.open_window()
    window.show_file(OpenFile.at(SAMPLES[0].path))
    window.setScreen(application.screens()[0])
    window.setGeometry(application.screens()[0].availableGeometry())
    present(window)
    presentation = window.board.findChild(Presentation)
    assert presentation is not None
    states = []
    stage = window.board.pathway.stages[3].id
    window.board.select((stage,))
    for key in (Qt.Key.Key_S, Qt.Key.Key_M, Qt.Key.Key_M):
        QTest.keyClick(presentation, key)
        for _round in range(3):
            QCoreApplication.processEvents()
        presentation.wall.jump()
        ratio = presentation.devicePixelRatioF()
        states.append(
            {
                "screen": presentation.screen().name(),
                "fills": presentation.geometry() == presentation.screen().geometry(),
                "ratio": ratio,
                "title": presentation.wall.camera.zoom
                * FONTS[TextStyle.CARD_TITLE].size_px
                * ratio,
                "dots": presentation.grab().toImage().height(),
                "follows": presentation.follows_editor,
                "at": presentation.showing.at == stage,
            }
        )
    QTest.keyClick(presentation, Qt.Key.Key_Space)
    shown = presentation.showing.at
    QTest.keyClick(presentation, Qt.Key.Key_Escape)
    json.dump({"states": states, "selected": window.board.selection.ids == (shown,)}, sys.stdout)
    window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
