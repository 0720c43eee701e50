"""What is painted from what was kept is what painting from nothing gives, pixel by pixel."""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import product
from math import ceil
from random import Random
from typing import TypeVar

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from designer.ui import theme
from designer.ui.canvas import BoardView, drawing
from designer.ui.canvas.drawing import Drawing
from designer.ui.canvas.items import BoardItem
from designer.ui.themes import CONTRAST, DARK, LIGHT
from exporters.diagram.look import Look
from exporters.diagram.paint import (
    PLAIN,
    State,
    paint_arrow,
    paint_card,
    paint_card_far,
    paint_label,
    paint_lane_strip,
)
from model import edits
from model.codes import Severity
from model.document import Document
from model.layout import board, font_measure
from model.layout.geometry import Arrow, Board
from tests.pathways import crowded

ZOOMS = (0.2, 0.34, 0.5, 0.77, 1.0, 1.9)
LOOKS = (LIGHT, DARK, CONTRAST)
STATES = (
    PLAIN,
    PLAIN,
    State(selected=True, focused=True),
    State(hovered=True),
    State(target=True),
    State(dimmed=True, selected=True),
)
Paint = Callable[[QPainter], None]
Part = TypeVar("Part")


@pytest.fixture(autouse=True)
def _light(qapp: QApplication) -> Iterator[None]:
    yield
    theme.wear(qapp, LIGHT)  # here other looks are put in force behind the windows' back


def dice_of(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - nothing secret


def painted(draw: Paint, zoom: float, ratio: float, over: QRectF) -> QImage:
    image = QImage(360, 240, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(theme.look().paper))
    painter = QPainter(image)
    painter.scale(zoom, zoom)
    painter.translate(round(150 / zoom) - over.center().x(), round(90 / zoom) - over.center().y())
    draw(painter)
    painter.end()
    return image


def plainly(by: Callable[[QPainter, Part, Look, State], None], part: Part, state: State) -> Paint:
    return lambda painter: by(painter, part, theme.look(), state)


def keeping(by: Callable[[QPainter, Part, Look, State], None], part: Part, state: State) -> Paint:
    drawing = Drawing()
    return lambda painter: drawing.paint(painter, by, part, state)


def keeping_arrow(arrow: Arrow, state: State) -> Paint:
    drawing = Drawing()
    return lambda painter: drawing.paint_arrow(painter, arrow, state)


def parts(shown: Board, dice: Random) -> Iterator[tuple[Paint, Paint, QRectF]]:
    """Yield how each part of a board is painted plainly, and from what is kept; and where."""
    for card in shown.cards.values():
        state, over = dice.choice(STATES), QRectF(*card.box)
        for by in (paint_card, paint_card_far):
            yield plainly(by, card, state), keeping(by, card, state), over
    for arrow in shown.arrows.values():
        state, over = dice.choice(STATES), QRectF(*arrow.points[-1], 0, 0)
        yield plainly(paint_arrow, arrow, state), keeping_arrow(arrow, state), over
        if (label := arrow.label) is not None:
            plain, kept = (how(paint_label, label, state) for how in (plainly, keeping))
            yield plain, kept, QRectF(*label.box)
    for lane in shown.lanes:
        plain, kept = (how(paint_lane_strip, lane, PLAIN) for how in (plainly, keeping))
        yield plain, kept, QRectF(*lane.strip)


def test_parts_painted_from_what_is_kept_equals_plain() -> None:
    for seed in range(50):
        dice = dice_of(seed)
        shown = board(crowded(seed, stages=6 + seed % 5), font_measure(), "fi")
        every = list(parts(shown, dice))
        theme._in_force = dice.choice(LOOKS)
        for plain, kept, over in dice.sample(every, 10):
            for _ in range(2):  # made, and painted again
                zoom, ratio = dice.choice(ZOOMS), dice.choice((1.0, 1.5))
                assert painted(kept, zoom, ratio, over) == painted(plain, zoom, ratio, over)


def seen(view: BoardView) -> QImage:
    image = QImage(view.viewport().size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    view.render(painter, QRectF(image.rect()), view.viewport().rect())
    painter.end()
    return image


def forget_all(view: BoardView) -> None:
    for item in view.board_scene.items():
        if isinstance(item, BoardItem):
            item._drawing.forget()


def edited(view: BoardView, dice: Random) -> None:
    """Do to a board one of the things after which parts of it look otherwise."""
    pathway = view.document.pathway
    stage, other = dice.choice(pathway.stages), dice.choice(pathway.stages)
    arrow = dice.choice(pathway.handovers)
    match dice.randrange(8):
        case 0:
            view.document.do(edits.rename(pathway, stage.id, "fi", dice.choice(("Uusi nimi", "Å"))))
        case 1:
            view.document.do(edits.remove(pathway, (arrow.id,)))
        case 2:
            view.document.do(edits.connect(pathway, stage.id, other.id))
        case 3:
            view.select(dice.choice(((stage.id,), (arrow.id, stage.id), ())))
        case 4:
            view.selection.dim((stage.id, arrow.id))
        case 5:
            severity = dice.choice((Severity.ERROR, Severity.WARNING, Severity.INFO))
            view.set_findings(dict.fromkeys((stage.id, other.id, arrow.id), (severity, 3)))
        case 6:
            theme._in_force = dice.choice(LOOKS)
            view.viewport().update()
        case _:
            view.zoom_to(dice.choice(ZOOMS))


def test_a_board_painted_from_what_is_kept_equals_plain_after_edits() -> None:
    for seed in range(0, 50, 5):
        dice = dice_of(seed)
        view = BoardView(Document(crowded(seed, stages=14)), "fi")
        view.resize(500, 360)
        view.show()
        for _ in range(8):
            edited(view, dice)
            kept = seen(view)
            forget_all(view)
            assert seen(view) == kept
        view.close()
        view.deleteLater()
        theme._in_force = LIGHT


def test_the_ground_reaches_every_pixel_of_the_screen(qtbot: QtBot) -> None:
    """At 150 % a view may end within a pixel; Qt leaves what the scene does not paint as it was."""
    view = BoardView(Document(crowded(3, stages=30)), "fi")
    qtbot.addWidget(view)
    view.show()
    unlikely = QColor("magenta")
    for size in product((401, 402), (301, 302)):
        view.resize(*size)
        view.zoom_to(0.3)
        viewport = view.viewport()
        image = QImage(
            ceil(viewport.width() * 1.5), ceil(viewport.height() * 1.5), QImage.Format.Format_RGB32
        )
        image.setDevicePixelRatio(1.5)
        image.fill(unlikely)
        viewport.render(image)
        right, low = image.width() - 1, image.height() - 1
        ends = [(right, y) for y in range(low)] + [(x, low) for x in range(right)]
        assert all(image.pixelColor(*end) != unlikely for end in ends)


def test_only_so_many_parts_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "MOST_KEPT", 3)
    drawing._latest.clear()
    shown = board(crowded(1, stages=8), font_measure(), "fi")
    made = []
    for arrow in shown.arrows.values():
        made.append(Drawing())
        painted(partial(paint_one, made[-1], arrow), 1, 1, QRectF(*arrow.points[0], 0, 0))
    assert [each.is_empty for each in made] == [True] * (len(made) - 3) + [False] * 3


def test_what_is_kept_goes_with_its_part() -> None:
    drawing._latest.clear()
    arrow = next(iter(board(crowded(1, stages=8), font_measure(), "fi").arrows.values()))
    shown, gone = Drawing(), Drawing()
    for each in (shown, gone):
        painted(partial(paint_one, each, arrow), 1, 1, QRectF(*arrow.points[0], 0, 0))
    del gone, each
    assert list(drawing._latest) == [shown]


def paint_one(drawing: Drawing, arrow: Arrow, painter: QPainter) -> None:
    drawing.paint_arrow(painter, arrow, PLAIN)


def test_a_part_that_changes_again_and_again_is_painted_and_kept_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(drawing, "MOST_KEPT", 3)
    drawing._latest.clear()
    shown = board(crowded(1, stages=8), font_measure(), "fi")
    arrow, card = next(iter(shown.arrows.values())), next(iter(shown.cards.values()))
    beside, line, box = Drawing(), Drawing(), Drawing()
    painted(partial(paint_one, beside, arrow), 1, 1, QRectF(*card.box))
    for _ in range(9):
        for changed in (line, box):
            changed.forget()
        painted(partial(paint_one, line, arrow), 1, 1, QRectF(*card.box))
        painted(partial(box.paint, by=paint_card, part=card), 1, 1, QRectF(*card.box))
        assert not any(each.is_empty for each in (beside, line, box))


def test_what_a_finding_repaints_equals_plain(qtbot: QtBot) -> None:
    """Badges beside one that comes or goes grow or shrink: no edge of them stays behind."""
    for seed in (2, 8):
        view = BoardView(Document(crowded(seed, stages=10 + seed)), "fi")
        qtbot.addWidget(view)
        view.resize(900, 700)
        view.show()
        view.zoom_to(0.34)  # where badges are large
        every = dict.fromkeys((*view.board.cards, *view.board.arrows), (Severity.WARNING, 12))
        view.set_findings(every)
        on_screen(view)
        for id in view.board.arrows:
            for marks in ({each: every[each] for each in every if each != id}, every):
                view.set_findings(marks)
                followed = on_screen(view)
                view.viewport().update()
                assert on_screen(view) == followed


def on_screen(view: BoardView) -> QImage:
    """Return what the window shows by now, painted in whichever parts."""
    QApplication.processEvents()
    return view.screen().grabWindow(view.winId()).toImage()
