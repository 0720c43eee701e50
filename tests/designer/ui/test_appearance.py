"""The look is chosen, remembered, and changed under open windows without losing anything."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QColor, QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsPathItem, QMenu
from pytestqt.qtbot import QtBot

from designer.ui import theme
from designer.ui.appearance import Choice, theme_of_system
from designer.ui.canvas import Direction
from designer.ui.canvas.editor import NameEditor
from designer.ui.main_window import MainWindow
from designer.ui.program import Program
from designer.ui.settings import Settings
from designer.ui.signs import coloured_icon, icon, sector_icon, severity_icon
from designer.ui.themes import CONTRAST, DARK, LIGHT
from model.codes import Sector, Severity
from model.edits import name_of
from tests.designer.ui.conftest import type_more
from tests.sparing import one_in

THEMES = {Choice.LIGHT: LIGHT, Choice.DARK: DARK, Choice.CONTRAST: CONTRAST}


@pytest.fixture(autouse=True)
def light_again(program: Program) -> Iterator[None]:
    yield
    program.appearance.choose(Choice.LIGHT)


def entries(menu: QMenu) -> dict[Choice, QAction]:
    return {entry.data(): entry for entry in menu.actions()}


def look_menu(window: MainWindow) -> QMenu:
    return next(
        menu
        for menu in window.menuBar().findChildren(QMenu)
        if menu.title().replace("&", "") == "Look"
    )


def colour_at(window: MainWindow, x: int, y: int) -> str:
    return window.board.viewport().grab().toImage().pixelColor(x, y).name()


@pytest.mark.parametrize("choice", one_in(3, THEMES))
def test_the_menu_shows_all_in_another_look(window: MainWindow, choice: Choice) -> None:
    menu = look_menu(window)
    entries(menu)[choice].trigger()
    assert theme.in_force() is THEMES[choice]
    assert window.program.settings.look(tuple(Choice)) == choice
    board = THEMES[choice].board
    assert colour_at(window, 2, window.board.viewport().height() - 2) == board.paper
    card = window.board.board.cards["s0"].box
    at = window.board.camera.to_view(card.centre).toPoint()
    shown = window.board.viewport().grab().toImage()
    assert board.card in {shown.pixelColor(at.x() + x, at.y() + 8).name() for x in range(-30, 30)}
    assert window.palette().window().color() == QColor(THEMES[choice].colours.ground)
    menu.aboutToShow.emit()
    assert [data for data, entry in entries(menu).items() if entry.isChecked()] == [choice]


def test_a_new_look_loses_nothing(window: MainWindow) -> None:
    board = window.board
    board.select(("s0",))
    board.move_selected(Direction.RIGHT)
    undo = window.workspace.file.document.next_undo
    assert undo is not None
    board.zoom_to(1.7)
    board.rename_selected()
    editor = board.findChild(NameEditor)
    assert editor is not None
    type_more(editor, "Uusi nimi")
    QApplication.processEvents()
    place = board.camera.to_view(board.board.cards["s0"].box.centre)
    before = (board, window.workspace, editor)

    window.program.appearance.choose(Choice.DARK)
    QApplication.processEvents()

    assert (window.board, window.workspace, board.findChild(NameEditor)) == before
    assert editor.toPlainText() == "Uusi nimi"
    assert editor.hasFocus()
    assert editor.palette().text().color() == QColor(DARK.board.ink)
    assert board.selection.ids == ("s0",)
    assert board.camera.zoom == pytest.approx(1.7)
    assert board.camera.to_view(board.board.cards["s0"].box.centre) == place
    assert window.workspace.file.document.next_undo is undo
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert name_of(window.board.pathway["s0"], "fi") == "Uusi nimi"


def test_the_mark_of_the_empty_cell_takes_the_new_colour(window: MainWindow) -> None:
    pathway = window.board.pathway
    window.board.enter_cell((pathway.actors[0].id, pathway.phases[1].id, 0))
    for choice, worn in THEMES.items():
        window.program.appearance.choose(choice)
        dashed = [
            item.pen().color().name()
            for item in window.board.board_scene.items()
            if isinstance(item, QGraphicsPathItem) and item.pen().style() is Qt.PenStyle.DashLine
        ]
        assert dashed == [worn.board.accent]


def test_the_look_is_that_of_the_day_before(settings: Settings, qtbot: QtBot) -> None:
    del qtbot
    settings.remember_look(Choice.CONTRAST)
    Program(settings)
    assert theme.in_force() is CONTRAST


def test_the_system_s_look_is_followed_only_when_asked(program: Program) -> None:
    gc.collect()  # the programs of other tests follow the system, too
    hints = QApplication.styleHints()
    assert program.appearance.choice is Choice.SYSTEM
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.in_force() is DARK
    hints.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert theme.in_force() is CONTRAST
    hints.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.NoPreference)
    assert theme.in_force() is LIGHT
    program.appearance.choose(Choice.LIGHT)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    hints.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert theme.in_force() is LIGHT


def test_the_system_s_contrast_goes_before_its_scheme() -> None:
    usual, high = Qt.ContrastPreference.NoPreference, Qt.ContrastPreference.HighContrast
    assert theme_of_system(Qt.ColorScheme.Unknown, usual) is LIGHT
    assert theme_of_system(Qt.ColorScheme.Light, usual) is LIGHT
    assert theme_of_system(Qt.ColorScheme.Dark, usual) is DARK
    assert theme_of_system(Qt.ColorScheme.Light, high) is CONTRAST


def test_signs_take_the_colours_in_force_and_the_screen_s_sharpness(program: Program) -> None:
    signs: list[tuple[QIcon, Callable[[], str]]] = [
        (icon("square-plus"), lambda: theme.colours().ink),
        (icon("square-plus", "accent"), lambda: theme.colours().accent),
        (sector_icon(Sector.SOCIAL), lambda: theme.look().sectors[Sector.SOCIAL].strong),
        (severity_icon(Severity.ERROR), lambda: theme.look().severities[Severity.ERROR].strong),
    ]
    for choice in (Choice.LIGHT, Choice.DARK, Choice.CONTRAST):
        program.appearance.choose(choice)
        for sign, colour in signs:
            for ratio in (1.0, 1.25, 1.5, 2.0):
                pixmap = sign.pixmap(QSize(16, 16), ratio)
                assert pixmap.size() == QSize(16, 16) * ratio
                image = pixmap.toImage()
                spots = [
                    image.pixelColor(x, y)
                    for x in range(image.width())
                    for y in range(image.height())
                ]
                assert {spot.name() for spot in spots if spot.alpha() == 255} == {colour()}
                assert any(spot.alpha() == 0 for spot in spots)


def test_a_sign_that_qt_alters_is_still_drawn() -> None:
    altered = coloured_icon("square-plus", lambda: "#ff0000")
    altered.setIsMask(True)
    assert not altered.pixmap(16, 16).isNull()


def test_what_is_kept_in_the_file_is_checked(tmp_path: Path) -> None:
    file = tmp_path / "settings.ini"
    file.write_text("[General]\nlook=neon\n", encoding="utf-8")
    assert Settings(file).look(tuple(Choice)) == Choice.SYSTEM
