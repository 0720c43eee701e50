"""The presentation used by keys and mouse."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QVariantAnimation
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)
from pytestqt.qtbot import QtBot

from designer.ui.presentation import Presentation
from designer.ui.presentation.keys import KEYS
from designer.ui.presentation.showing import Focus
from model import edits
from model.codes import NoteKind
from model.document import Document
from model.records import Note, Stage
from tests.designer.presentation.conftest import Present, Presenter
from tests.designer.presentation.test_showing import branching
from tests.pathways import build

Key = Qt.Key


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Right, Key.Key_PageDown, Key.Key_Return])
def test_keys_and_presenter_remotes_go_forward(presenter: Presenter, key: Qt.Key) -> None:
    presenter.key(key, key)
    assert presenter.at == "s1"
    assert presenter.window.caption.title.text() == "Arvio"
    assert presenter.window.caption.where.text() == "2/4  ·  Arvio  ·  Sote-keskus"


@pytest.mark.parametrize("key", [Key.Key_Left, Key.Key_PageUp, Key.Key_Backspace])
def test_and_back(presenter: Presenter, key: Qt.Key) -> None:
    presenter.key(Key.Key_Space, Key.Key_Space, key)
    assert presenter.at == "s0"


def test_the_caption_numbers_what_follows_and_a_digit_goes_there(presenter: Presenter) -> None:
    presenter.key(Key.Key_Space)
    assert presenter.window.caption.following.text() == (
        "Next: 1\u00a0Arvio (tarve)   2\u00a0Omahoito"
    )
    presenter.key(Key.Key_2)
    assert presenter.at == "s2"
    assert presenter.window.caption.following.text() == "Next: Seuranta"
    presenter.key(Key.Key_5)
    assert presenter.at == "s2"
    assert presenter.window.said.isVisible()


def test_home_and_end(presenter: Presenter) -> None:
    presenter.key(Key.Key_End)
    assert presenter.at == "s3"
    assert presenter.window.caption.following.text() == "The pathway does not go on from here."
    presenter.key(Key.Key_Home)
    assert presenter.at == "s0"


def test_phases_lanes_stages_and_the_whole_board(presenter: Presenter) -> None:
    showing = presenter.window.showing
    presenter.key(Key.Key_Space, Key.Key_P)
    assert (showing.focus, showing.phase) == (Focus.PHASE, "p0")
    presenter.key(Key.Key_P)
    assert showing.phase == "p1"
    presenter.key(Key.Key_P, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert showing.phase == "p0"
    presenter.key(Key.Key_L)
    assert (showing.focus, showing.lane) == (Focus.LANE, "a0")
    seen = []
    for key in (Key.Key_W, Key.Key_S):
        presenter.key(key)
        seen.append(showing.focus)
    assert seen == [Focus.WHOLE, Focus.STAGE]


def test_the_stage_at_hand_glides_into_the_middle(presenter: Presenter) -> None:
    presenter.key(Key.Key_Space)
    presenter.arrive()
    before = presenter.window.wall.camera
    presenter.key(Key.Key_Space)
    wall = presenter.window.wall
    assert wall.glide.duration() <= 250
    assert wall.camera == before
    wall.glide.setCurrentTime(wall.glide.duration() // 2)
    assert before.x < wall.camera.x
    presenter.arrive()
    centre = wall.box_on_wall(wall.board.cards["s1"].box).center()
    assert (centre - wall.picture.center()).manhattanLength() < 2


class Calm(QProxyStyle):
    """A desktop on which people have switched motion off."""

    def styleHint(  # noqa: N802 - Qt's own
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803
    ) -> int:
        if hint is QStyle.StyleHint.SH_Widget_Animation_Duration:
            return 0
        return super().styleHint(hint, option, widget, returnData)


def test_nothing_glides_where_motion_is_not_wanted(presenter: Presenter) -> None:
    wall, style = presenter.window.wall, Calm()
    wall.setStyle(style)
    presenter.key(Key.Key_Space)
    assert wall.glide.state() is QVariantAnimation.State.Stopped
    centre = wall.box_on_wall(wall.board.cards["s0"].box).center()
    assert (centre - wall.picture.center()).manhattanLength() < 2
    wall.setStyle(QApplication.style())


def test_larger_and_smaller_but_never_too_small_to_read(presenter: Presenter) -> None:
    presenter.key(Key.Key_Space)
    presenter.arrive()
    usual = presenter.window.wall.camera.zoom
    presenter.key(Key.Key_Plus)
    presenter.arrive()
    assert presenter.window.wall.camera.zoom > usual
    presenter.key(Key.Key_Minus, Key.Key_Minus, Key.Key_Minus)
    presenter.arrive()
    assert presenter.window.wall.camera.zoom == usual


@pytest.mark.parametrize("key", [Key.Key_B, Key.Key_Period])
def test_a_black_screen_until_any_key(presenter: Presenter, key: Qt.Key) -> None:
    presenter.key(Key.Key_Space, key)
    picture = presenter.window.grab().toImage()
    assert {picture.pixelColor(x, y).name() for x in (5, 900) for y in (5, 500, 1070)} == {
        "#000000"
    }
    presenter.key(Key.Key_Space)
    assert not presenter.window.black.isVisible()
    assert presenter.at == "s0"


def test_the_pointer_shines_while_the_mouse_moves_and_goes_out(presenter: Presenter) -> None:
    window = presenter.window
    presenter.move(presenter.card("s1"))
    assert presenter.laser_is_at(presenter.card("s1"))
    assert window.cursor().shape() is Qt.CursorShape.BlankCursor
    assert window.laser.rest.interval() == 2000
    window.laser.rest.timeout.emit()
    assert not window.laser.isVisible()


def test_the_pointer_stays_while_ctrl_is_held(presenter: Presenter) -> None:
    laser = presenter.window.laser
    QTest.keyPress(presenter.window, Key.Key_Control)
    presenter.move(presenter.card("s1"))
    laser.rest.stop()
    laser.rest.timeout.emit()
    assert laser.isVisible()
    QTest.keyRelease(presenter.window, Key.Key_Control)
    assert not laser.isVisible()


def test_a_click_goes_to_a_card_and_beside_the_cards_forward(presenter: Presenter) -> None:
    QTest.mouseClick(presenter.window, Qt.MouseButton.LeftButton, pos=presenter.card("s3"))
    assert presenter.at == "s3"
    presenter.key(Key.Key_Home)
    presenter.arrive()
    corner = presenter.window.rect().bottomRight() / 2 * 1.0
    corner.setX(presenter.window.width() - 3)
    QTest.mouseClick(presenter.window, Qt.MouseButton.LeftButton, pos=corner)
    assert presenter.at == "s1"


def told() -> Document:
    """Return the branching pathway with texts for all and texts for some."""
    pathway = branching()
    stage = pathway.find(Stage, "s0")
    assert stage is not None
    texts = replace(
        stage,
        what_happens={"fi": "Soitat numeroon. <b>" + " ".join(["Kerrotaan lisää."] * 300)},
        professional_text={"fi": "Salainen"},
    )
    return Document(pathway.replacing({"s0": texts}))


def test_what_happens_is_told_when_asked_and_scrolled_where_it_is_long(present: Present) -> None:
    presenter = present(told().pathway)
    caption = presenter.window.caption
    presenter.key(Key.Key_Space)
    assert not caption.details.isVisible()
    presenter.key(Key.Key_D)
    assert caption.details.isVisible()
    assert caption.details.text().startswith("Soitat numeroon. <b>")
    assert caption.height() < presenter.window.height() / 2
    assert caption.can_scroll
    before = caption.details.mapTo(caption, caption.details.rect().topLeft()).y()
    presenter.key(Key.Key_Down)
    assert caption.details.mapTo(caption, caption.details.rect().topLeft()).y() < before
    presenter.key(Key.Key_D)
    assert not caption.details.isVisible()


def test_texts_for_professionals_are_private_until_asked_for(present: Present) -> None:
    presenter = present(told().pathway)
    presenter.key(Key.Key_Space, Key.Key_D)
    assert "Salainen" not in presenter.window.caption.details.text()
    presenter.key(Key.Key_N)
    assert "For professionals: Salainen" in presenter.window.caption.details.text()
    presenter.key(Key.Key_N)
    assert "Salainen" not in presenter.window.caption.details.text()


def test_notes_are_private_until_asked_for(present: Present) -> None:
    note = Note(id="n", order="a0", kind=NoteKind.QUESTION, text={"fi": "Miksi?"}, about="s0")
    done = replace(note, id="m", done=True)
    presenter = present(branching().replacing({"n": note, "m": done}))
    wall = presenter.window.wall
    presenter.key(Key.Key_Space)
    presenter.arrive()
    before = wall.grab().toImage()
    assert wall.board.notes == {}
    presenter.key(Key.Key_N)
    presenter.arrive()
    assert wall.board.notes.keys() == {"n"}
    assert wall.grab().toImage() != before


def test_every_change_is_followed(presenter: Presenter) -> None:
    presenter.key(Key.Key_Space)
    document = presenter.document
    document.do(edits.rename(document.pathway, "s0", "fi", "Uusi nimi"))
    assert presenter.window.caption.title.text() == "Uusi nimi"
    drawn = presenter.window.wall.board.cards["s0"].title
    assert [line.text for line in drawn] == ["Uusi nimi"]
    document.do(edits.remove(document.pathway, ("s0",)))
    assert presenter.at == "s1"
    document.undo()
    assert presenter.window.caption.where.text().startswith("2/4")


def test_the_editor_is_followed_only_when_asked(presenter: Presenter) -> None:
    presenter.window.select(("s3",))
    assert presenter.at is None
    presenter.key(Key.Key_E)
    presenter.window.select(("s3",))
    assert presenter.at == "s3"


def test_following_leaves_the_whole_board_in_sight_when_that_was_asked_for(
    presenter: Presenter,
) -> None:
    presenter.key(Key.Key_E, Key.Key_Space, Key.Key_W)
    presenter.window.select(("s3",))
    assert (presenter.at, presenter.window.showing.focus) == ("s3", Focus.WHOLE)


def test_the_keys_are_listed_and_esc_takes_the_list_away_first(presenter: Presenter) -> None:
    window = presenter.window
    presenter.key(Key.Key_F1)
    assert window.key_list.isVisible()
    assert window.rect().contains(window.key_list.geometry())
    presenter.key(Key.Key_Escape)
    assert not window.key_list.isVisible()
    assert window.isVisible()
    presenter.key(Key.Key_Question)
    assert window.key_list.isVisible()


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_F5])
def test_leaving_tells_where_one_ended(qtbot: QtBot, presenter: Presenter, key: Qt.Key) -> None:
    presenter.key(Key.Key_Space, Key.Key_Space)
    with qtbot.waitSignal(presenter.window.left) as left:
        presenter.key(key)
    assert left.args == ["s1"]
    assert not presenter.window.isVisible()


def test_no_key_means_two_things() -> None:
    keys = [key for entry in KEYS for key in entry.pressed]
    assert len(keys) == len(set(keys))


def test_an_empty_pathway_can_be_shown(present: Present) -> None:
    presenter = present(build())
    for entry in KEYS[:-1]:
        presenter.key(*entry.pressed)
    presenter.window.grab()
    assert presenter.at is None


def test_the_document_forgets_a_presentation_that_is_over() -> None:
    document = Document(branching())
    window = Presentation(document, "fi")
    window.show()
    assert len(document.watchers) == 1
    window.leave()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert document.watchers == []
