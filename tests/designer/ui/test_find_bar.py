"""Find as you type, by keys in a real window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from designer.ui.find_bar import FindBar
from designer.ui.main_window import MainWindow
from designer.ui.searching import Match, Searchable
from exporters.diagram.paint import State
from model import edits
from model.codes import NoteKind, Sector
from model.file import save
from model.pathway import Pathway
from model.records import Note, Stage
from tests.pathways import At, build

Key = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def searched() -> Pathway:
    return build(
        Stage(
            id="s1",
            order="a5",
            actor="a1",
            phase="p1",
            title={"fi": "Arvio", "sv": "Bedömning"},
            what_happens={"fi": "Lääkäri arvioi,  \n tarvitaanko magneettikuvaus vai riittääkö "
                          "röntgen, ja kertoo tuloksesta puhelimessa viikon kuluessa käynnistä."},
        ),
        Note(id="n0", order="a0", kind=NoteKind.RISK, text={"fi": "Röntgen ruuhkassa"}, about="s1"),
        phases=("Yhteys", "Röntgenvaihe"),
        actors=(("Asiakas", Sector.CUSTOMER), "Röntgen"),
        stages=(At("Soitto", 0, 0), At("", 1, 1), At("<b>Röntgen</b>", 1, 1, 1)),
        arrows=((0, 1, "jos röntgen puuttuu"), (1, 2)),
    )  # fmt: skip


@pytest.fixture
def window(start: MainWindow, tmp_path: Path) -> MainWindow:
    path = tmp_path / "searched.ketju"
    save(searched(), path)
    start.filing.open(path)
    return start


def opened(window: MainWindow) -> FindBar:
    QTest.keyClick(QApplication.focusWidget() or window, Key.Key_F, CONTROL)
    bar = window.workspace.find_bar
    assert bar.isVisible()
    assert bar.field.hasFocus()
    return bar


def ids(matches: list[Match]) -> list[str]:
    return [match.id for match in matches]


def test_everything_that_is_read_is_searched_in_reading_order() -> None:
    found = Searchable(searched(), "fi").matches("rontgen")
    assert ids(found) == ["h0", "s1", "s2", "a1", "p1", "n0"]
    assert ids(Searchable(searched(), "fi").matches("ASIAKAS")) == ["a0"]


def test_where_it_stands_is_told_when_it_is_not_the_name() -> None:
    found = {match.id: match.excerpt for match in Searchable(searched(), "fi").matches("röntgen")}
    assert found["s1"].startswith("…")
    assert "vai riittääkö röntgen, ja kertoo" in found["s1"]
    assert found["s1"].endswith("…")
    assert found["s2"] == ""
    assert found["h0"] == "jos röntgen puuttuu"


def test_the_language_shown_is_searched() -> None:
    assert ids(Searchable(searched(), "sv").matches("bedom")) == ["s1"]
    assert ids(Searchable(searched(), "fi").matches("bedom")) == []


def test_a_paper_card_is_found_by_its_number() -> None:
    wall, _done = edits.update(searched(), "s1", card_number=12).applied_to(searched())
    assert Searchable(wall, "fi").matches("card 12") == [Match("s1", "card 12")]
    assert not Searchable(searched(), "fi").matches("card 12")


def test_typing_goes_to_the_first_match_and_the_rest_stands_back(window: MainWindow) -> None:
    bar = opened(window)
    QTest.keyClicks(bar.field, "rontgen")
    assert bar.count.text() == "1 / 6"
    assert window.board.selection.ids == ("h0",)
    dimmed = {id for id in ("s0", "s1", "s2", "h0", "h1") if state(window, id).dimmed}
    assert dimmed == {"s0", "h1"}
    assert window.board.board_scene.cards["s0"].state.dimmed


def state(window: MainWindow, id: str) -> State:
    return window.board.selection.state_of(id)


def test_enter_and_f3_go_on_and_round(window: MainWindow) -> None:
    bar = opened(window)
    QTest.keyClicks(bar.field, "rontgen")
    walked = []
    for key, modifier in (
        (Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Key.Key_F3, Qt.KeyboardModifier.NoModifier),
        (Key.Key_Return, SHIFT),
        (Key.Key_F3, SHIFT),
        (Key.Key_F3, SHIFT),
    ):
        QTest.keyClick(bar.field, key, modifier)
        walked.append(window.board.selection.ids[-1])
    assert walked == ["s1", "s2", "s1", "h0", "n0"]
    assert bar.count.text() == "6 / 6"


def test_esc_closes_and_leaves_what_was_found_selected(window: MainWindow) -> None:
    bar = opened(window)
    QTest.keyClicks(bar.field, "arvio")
    QTest.keyClick(bar.field, Key.Key_Escape)
    assert bar.isHidden()
    assert window.board.hasFocus()
    assert window.board.selection.ids == ("s1",)
    assert not window.board.board_scene.cards["s0"].state.dimmed


def test_f3_goes_on_from_the_board_with_the_bar_closed(window: MainWindow) -> None:
    bar = opened(window)
    QTest.keyClicks(bar.field, "rontgen")
    QTest.keyClick(bar.field, Key.Key_Escape)
    QTest.keyClick(window.board, Key.Key_F3)
    assert window.board.selection.ids == ("s1",)
    assert window.board.hasFocus()


def test_f3_without_words_asks_for_them(window: MainWindow) -> None:
    QTest.keyClick(window.board, Key.Key_F3)
    assert window.workspace.find_bar.field.hasFocus()


def test_nothing_found_is_said_and_nothing_stands_back(window: MainWindow) -> None:
    window.board.select(("s0",))
    bar = opened(window)
    QTest.keyClicks(bar.field, "zzz")
    assert bar.count.text() == "No matches"
    assert window.board.selection.ids == ("s0",)
    assert not window.board.board_scene.cards["s1"].state.dimmed
    QTest.keyClick(bar.field, Key.Key_Return)
    assert window.board.selection.ids == ("s0",)


def test_one_searches_on_from_where_one_is(window: MainWindow) -> None:
    window.board.select(("s2",))
    bar = opened(window)
    QTest.keyClicks(bar.field, "rontgen")
    assert window.board.selection.ids == ("s2",)
    assert bar.count.text() == "3 / 6"


def test_the_search_follows_the_pathway_and_the_language(window: MainWindow) -> None:
    bar = opened(window)
    QTest.keyClicks(bar.field, "rontgen")
    document = window.workspace.file.document
    document.do(edits.rename(document.pathway, "s0", "fi", "Röntgenaika"))
    assert bar.count.text() == "2 / 7"
    document.do(edits.remove(document.pathway, ["h0"]))
    assert bar.count.text() == "– / 6"
    window.workspace.choose_language("sv")
    bar.field.selectAll()
    QTest.keyClicks(bar.field, "bedom")
    assert window.board.selection.ids == ("s1",)


def test_opening_again_offers_the_words_to_be_typed_over(window: MainWindow) -> None:
    bar = opened(window)
    QTest.keyClicks(bar.field, "arvio")
    QTest.keyClick(bar.field, Key.Key_Escape)
    bar = opened(window)
    assert bar.field.selectedText() == "arvio"
    QTest.keyClicks(bar.field, "soitto")
    assert window.board.selection.ids == ("s0",)


def test_a_note_that_is_not_drawn_brings_what_it_is_about_into_sight(window: MainWindow) -> None:
    window.board.zoom_to(4)
    bar = opened(window)
    QTest.keyClicks(bar.field, "ruuhkassa")
    assert window.board.selection.ids == ("n0",)
    card = QRectF(*window.board.board.cards["s1"].box)
    assert window.board.camera.visible().intersects(card)
