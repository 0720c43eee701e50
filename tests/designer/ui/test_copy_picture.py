"""The board on the clipboard as a picture."""

import pytest
from lxml import etree
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from designer.ui.copy_picture import MOST_PIXELS, SVG_TYPE, PictureThread, drawn, part_selected
from designer.ui.main_window import MainWindow
from exporters.part import WHOLE, OneLane, OnePhase, Part, SomeStages
from tests.designer.ui.conftest import two_stages
from tests.pathways import At, build


def copied(window: MainWindow, qtbot: QtBot) -> tuple[QImage, str]:
    QTest.keyClick(
        window,
        Qt.Key.Key_C,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    qtbot.waitUntil(lambda: not window.board.findChildren(PictureThread), timeout=20_000)
    data = QApplication.clipboard().mimeData()
    svg = bytes(data.data(SVG_TYPE).data())
    return QImage(data.imageData()), " ".join(map(str, etree.fromstring(svg).itertext()))


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
    image = drawn(vast, "fi", WHOLE).image
    assert MOST_PIXELS * 0.9 < image.width() * image.height() <= MOST_PIXELS * 1.001
