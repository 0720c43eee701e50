"""The benchmarks measure what they say: both boards are used alike, and really painted."""

from collections import defaultdict
from collections.abc import Iterator

import pytest
from lxml import etree
from PySide6.QtGui import QImage

from benchmarks import publishing
from benchmarks.acts import MOVES
from benchmarks.board_rows import ACTS, use
from benchmarks.boards import Ours
from benchmarks.floors import pictures
from benchmarks.floors.board import Floor
from benchmarks.floors.scene import THIN
from benchmarks.libraries import library
from benchmarks.synthetic import synthetic
from exporters.diagram.headless import prepare_painting
from model.layout import board, font_measure


@pytest.fixture
def ours() -> Iterator[Ours]:
    opened = Ours(synthetic(30))
    opened.open()
    opened.show_full_size()
    opened.grab()
    yield opened
    opened.close()


@pytest.fixture
def floor(ours: Ours) -> Iterator[Floor]:
    opened = Floor(ours, THIN)
    opened.open()
    opened.show_full_size()
    yield opened
    opened.close()


def test_ours_and_the_floor_show_the_same_part_of_the_same_board(ours: Ours, floor: Floor) -> None:
    ours.check()
    assert len(ours.view.board.cards) == 30
    assert floor.view.viewport().size() == ours.view.viewport().size()
    middle = floor.view.mapToScene(floor.view.viewport().rect()).boundingRect().center()
    assert (middle - ours.view.camera.visible().center()).manhattanLength() < 4
    assert floor.view.transform().m11() == ours.view.camera.zoom == 1


def test_fitted_both_show_the_board_at_the_same_zoom(ours: Ours) -> None:
    ours.fit()
    floor = Floor(ours, THIN)
    floor.open()
    floor.fit()
    assert floor.view.transform().m11() == ours.view.camera.zoom < 1
    floor.close()


def test_the_floor_has_all_labels_and_badges_of_ours(ours: Ours, floor: Floor) -> None:
    arrows, cards = ours.view.board.arrows.values(), ours.view.board.cards.values()
    labels = sum(arrow.label is not None for arrow in arrows)
    times = sum(card.time is not None for card in cards)
    on_board = {*ours.view.board.cards, *ours.view.board.arrows}
    assert len(floor.scene.chips) == labels + times > labels > 0
    assert len(floor.scene.badges) == len(on_board & ours.view.selection.marks.keys()) > 0


def test_a_board_without_its_badges_is_not_measured(ours: Ours) -> None:
    ours.view.set_findings({})
    with pytest.raises(AssertionError, match="badges"):
        ours.check()


def test_the_drop_moves_something_and_undo_takes_it_back(ours: Ours) -> None:
    ours.drag(0)
    ours.drag(MOVES)
    ours.drop()
    assert ours.seen.after != ours.seen.before
    ours.check()
    ours.undo()
    assert ours.view.board == ours.seen.before
    ours.check()


def test_an_edit_ends_with_its_findings_shown_and_the_rest_comes_to_an_end(ours: Ours) -> None:
    ours.drag(0)
    ours.drop()
    ours.connect()
    ours.check()
    rest = ours.rest()
    assert 0 <= rest.longest <= rest.together


def test_letters_are_written_into_the_floor(floor: Floor) -> None:
    floor.begin_name()
    floor.letter()
    floor.letter()
    assert floor.written == "aa"


def test_every_act_is_timed() -> None:
    seconds: defaultdict[str, list[float]] = defaultdict(list)
    board = Ours(synthetic(30))
    use(board, seconds)
    board.close()
    assert seconds.keys() == ACTS.keys()
    assert all(second >= 0 for times in seconds.values() for second in times)


@pytest.mark.every
def test_the_floor_of_publishing_writes_the_same_pages() -> None:
    """Publishing asserts that itself, and that publishing again changes nothing."""
    measured = publishing.rows(2)
    assert all(row.ours.least > 0 and row.ratio for row in measured)
    assert measured[2].ours.least < measured[0].ours.least


def test_a_library_holds_pathways_with_names_of_their_own() -> None:
    many = library(5)
    assert many == library(5)
    assert len({pathway.info.id for pathway in many}) == 5
    assert len({str(pathway.info.title) for pathway in many}) == 5


def test_bare_pictures_show_the_same_board() -> None:
    prepare_painting()
    laid = board(synthetic(12), font_measure(), "fi")
    lines = [line.text for line in pictures.lines(laid)]
    written = etree.fromstring(pictures.as_strings(laid))
    assert [each.text for each in written.iter("{*}text")] == lines
    assert len([*written.iter("{*}polyline")]) == len(laid.arrows)
    image = QImage.fromData(pictures.as_png(laid, 900))
    assert image.width() == 900
    scale = 900 / laid.width
    assert image.pixelColor(0, 0) != image.pixelColor(
        round(laid.phases[0].header.centre.x * scale), round(laid.phases[0].header.centre.y * scale)
    )
    for data in (pictures.as_pdf(laid, 0.75), pictures.by_svg_generator(laid)):
        assert len(data) > 10_000
