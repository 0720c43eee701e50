"""A program of its own: opens a board on one screen, moves it to another, tells what it sees.

`python -m tests.designer.ui.two_screens`, with two screens given by the offscreen platform.
Prints one JSON object: what was seen on the first screen, on the second, and back on the first.
"""

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QToolButton, QWidget

from designer.ui.app import make_application
from designer.ui.canvas.editor import NameEditor
from designer.ui.main_window import MainWindow
from designer.ui.open_file import OpenFile
from designer.ui.program import Program
from designer.ui.settings import Settings
from designer.ui.theme import colours, look
from model.layout.geometry import Rect
from samples import SAMPLES

STAGE = 1
TOUCHED, WHOLE = 0.1, 0.9
"""Shares of ink in a pixel."""
SIZE = QSize(1500, 900)


def main() -> None:
    make_application()
    with tempfile.TemporaryDirectory() as folder:
        program = Program(Settings(Path(folder) / "settings.ini"))
        window = program.open_window()
        window.showNormal()
        sample = next(sample for sample in SAMPLES if sample.name == "t2d")
        window.show_file(OpenFile.at(sample.path))
        screens = QGuiApplication.screens()
        window.move(screens[0].geometry().topLeft() + QPoint(20, 20))
        window.resize(SIZE)
        settle()
        window.board.zoom_to(1.0)
        window.board.select_and_show(window.board.pathway.stages[STAGE].id)
        window.board.rename_selected()
        settle()
        seen = [seen_now(window)]
        for screen in (screens[1], screens[0]):
            window.setScreen(screen)
            window.move(screen.geometry().topLeft() + QPoint(20, 20))
            settle()
            window.resize(SIZE)  # as window systems do that keep a window's size to the eye
            settle()
            seen.append(seen_now(window))
    json.dump(seen, sys.stdout)


def settle() -> None:
    for _round in range(10):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def seen_now(window: MainWindow) -> dict[str, Any]:
    board = window.board
    card = board.board.cards[board.pathway.stages[STAGE].id].box
    editor = board.findChild(NameEditor)
    picture = board.viewport().grab().toImage()
    tool = next(
        button
        for button in window.findChildren(QToolButton)
        if button.defaultAction() is window.actions_by_name["add_stage"]
    )
    return {
        "screen": window.screen().name(),
        "ratio": window.devicePixelRatio(),
        "window": [window.width(), window.height()],
        "pixels": [picture.width(), picture.height()],
        "viewport": [board.viewport().width(), board.viewport().height()],
        "editor": corners(on(editor, board.viewport())) if editor else None,
        "name": corners(to_view(window, card)),
        "minimap": corners(on(board.minimap, board.viewport())),
        "minimap_shown": board.minimap.isVisible(),
        "headers_end": board.lane_headers.geometry().right(),
        "viewport_left": board.viewport().x(),
        "edge": edge_width(picture, to_view(window, other_card(window))),
        "sign": sharpness(window.grab(on(tool, window)).toImage()),
    }


def other_card(window: MainWindow) -> Rect:
    """Return a card that is neither selected nor beside the one that is, whole in sight."""
    board = window.board
    sight = QRect(QPoint(0, 0), board.viewport().size()).adjusted(12, 12, -12, -12)
    chosen = board.pathway.stages[STAGE].id
    return next(
        card.box
        for id, card in board.board.cards.items()
        if id != chosen and sight.contains(to_view(window, card.box))
    )


def to_view(window: MainWindow, box: Rect) -> QRect:
    camera = window.board.camera
    left, top = camera.to_view(type(box.centre)(box.x, box.y)).toPoint().toTuple()
    return QRect(left, top, round(box.width * camera.zoom), round(box.height * camera.zoom))


def on(widget: QWidget, below: QWidget) -> QRect:
    at = below.mapFromGlobal(widget.mapToGlobal(QPoint(0, 0)))
    return QRect(at, widget.size())


def corners(box: QRect) -> list[int]:
    return [box.left(), box.top(), box.right(), box.bottom()]


def edge_width(picture: QImage, card: QRect) -> int:
    """Return how many pixels are neither card nor lane where a card's left border is crossed."""
    ratio = picture.devicePixelRatio()
    row = round((card.top() + 14) * ratio)
    start, end = round((card.left() - 4) * ratio), round((card.left() + 6) * ratio)
    colours = [picture.pixelColor(x, row).name() for x in range(start, end)]
    lane = colours[0]
    return sum(colour not in (lane, look().card) for colour in colours)


def sharpness(picture: QImage) -> float:
    """Return the share of a sign's pixels that are wholly in its colour; the sign is at the left.

    A sign that was made for another screen and enlarged has hardly any.
    """
    paper, ink = (QColor(colour).lightness() for colour in (colours().paper, colours().ink))
    share = [
        (paper - picture.pixelColor(x, y).lightness()) / (paper - ink)
        for x in range(picture.width() // 4)
        for y in range(picture.height())
    ]
    touched = [value for value in share if value > TOUCHED]
    return sum(value > WHOLE for value in touched) / len(touched)


if __name__ == "__main__":
    main()
