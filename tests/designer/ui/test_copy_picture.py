"""The board on the clipboard as a picture."""

from threading import Event
from typing import Any

import pytest
from lxml import etree
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from designer.ui import copy_picture
from designer.ui.copy_picture import MOST_PIXELS, SVG_TYPE, copying, drawn, part_selected
from designer.ui.main_window import MainWindow
from exporters.diagram import png
from exporters.diagram.picture import Picture
from exporters.part import WHOLE, OneLane, OnePhase, Part, Pixels, SomeStages
from tests.designer.ui.conftest import two_stages
from tests.pathways import At, build


def copied(window: MainWindow, qtbot: QtBot) -> tuple[QImage, str]:
    QTest.keyClick(
        window,
        Qt.Key.Key_C,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    drawn_all(qtbot)
    data = QApplication.clipboard().mimeData()
    svg = bytes(data.data(SVG_TYPE).data())
    return QImage(data.imageData()), " ".join(map(str, etree.fromstring(svg).itertext()))


def drawn_all(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not copying(), timeout=20_000)


def test_what_is_asked_for_last_is_copied_also_when_it_is_drawn_sooner(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    only, whole_may_go_on = copied_of(window, qtbot, ["s0"]), Event()
    as_it_is = png.drawn

    def slow(picture: Picture, scale: float, pixels: Pixels) -> QImage:
        if len(picture.board.cards) > 1:
            whole_may_go_on.wait(20)
        return as_it_is(picture, scale, pixels)

    monkeypatch.setattr(png, "drawn", slow)
    window.board.select([])
    copy_picture.copy_as_picture(window.board)
    window.board.select(["s0"])
    newest = copy_picture.copy_as_picture(window.board)
    assert newest.wait(20_000)
    whole_may_go_on.set()
    drawn_all(qtbot)
    assert QApplication.clipboard().image().size() == only.size()


def copied_of(window: MainWindow, qtbot: QtBot, ids: list[str]) -> QImage:
    window.board.select(ids)
    return copied(window, qtbot)[0]


def test_a_fault_is_told_and_leaves_the_clipboard(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fault(*_asked: Any) -> QImage:
        raise ZeroDivisionError

    QApplication.clipboard().setText("before")
    monkeypatch.setattr(png, "drawn", fault)
    copy_picture.copy_as_picture(window.board)
    drawn_all(qtbot)
    assert window.board.accessibleDescription().startswith("The picture could not be made")
    assert QApplication.clipboard().text() == "before"


def test_what_is_selected_is_copied_as_pixels_and_as_svg(window: MainWindow, qtbot: QtBot) -> None:
    whole, text = copied(window, qtbot)
    assert "Yhteydenotto" in text
    assert "tarpeen" in text
    said = window.board.accessibleDescription()
    assert said == (
        f"Copied as a picture: the whole board, {whole.width()} × {whole.height()} pixels."
    )
    window.board.select(["s0"])
    part, text = copied(window, qtbot)
    assert 0 < part.width() < whole.width()
    assert "Yhteydenotto; " in text
    assert "Hoidon tarpeen arvio; " not in text
    assert QApplication.clipboard().mimeData().text() == ""


@pytest.mark.parametrize(
    ("ids", "part"),
    [
        ((), WHOLE),
        (("h0",), WHOLE),
        (("a1",), OneLane("a1")),
        (("p0",), OnePhase("p0")),
        (("s1", "h0"), SomeStages(frozenset({"s1"}))),
        (("a0", "p0"), SomeStages(frozenset({"s0", "s1"}))),
    ],
)
def test_a_lane_or_a_phase_alone_is_that_part(ids: tuple[str, ...], part: Part) -> None:
    assert part_selected(two_stages(), ids) == part


def test_a_large_board_is_copied_as_fine_as_others_can_hold() -> None:
    vast = build(
        phases=[f"Osa {number}" for number in range(40)],
        actors=[f"Toimija {number}" for number in range(20)],
        stages=[At(f"Vaihe {n}", n % 20, n % 40) for n in range(60)],
    )
    image = drawn(vast, "fi", WHOLE, lambda _share: None).image
    assert MOST_PIXELS * 0.9 < image.width() * image.height() <= MOST_PIXELS * 1.001
