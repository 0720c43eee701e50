"""Walking as the customer in the window: by keys, with comments, kept as a story."""

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from designer.ui.customer_walk import walking
from designer.ui.customer_walk.panel import CustomerWalk
from designer.ui.main_window import MainWindow
from model import edits
from model.messages import _, speaking
from model.records import Stage, Story
from samples import SAMPLES
from tests.designer.ui.conftest import answer, question, type_into, type_more

T2D = next(sample.path for sample in SAMPLES if sample.path.stem == "t2d")


@pytest.fixture
def workshop(start: MainWindow) -> Iterator[MainWindow]:
    start.filing.open_copy(T2D)
    document = start.workspace.file.document
    document.do(edits.remove(document.pathway, [story.id for story in stories(start)]))
    document.mark_saved(document.pathway)
    yield start
    if start.file is not None and start.workspace.beside.walk is not None:
        start.workspace.beside.walk.walking = None  # nobody is there to be asked about it


def stories(window: MainWindow) -> tuple[Story, ...]:
    return window.workspace.file.document.pathway.of(Story)


def walk_of(window: MainWindow) -> CustomerWalk:
    walk = window.workspace.beside.walk
    assert walk is not None
    return walk


def press(window: MainWindow, *keys: str) -> None:
    """Press keys where the keyboard is."""
    for key in keys:
        QTest.keySequence(QApplication.focusWidget() or window, key)


def begin(window: MainWindow, *keys: str) -> CustomerWalk:
    window.board.setFocus()
    press(window, "Ctrl+Shift+K", *keys)
    return walk_of(window)


def titles(walk: CustomerWalk) -> list[str]:
    rows = range(walk.step.trail.count())
    return [walk.step.trail.item(row).text().split("\n")[0] for row in rows]


def shown_title(walk: CustomerWalk) -> str:
    return next(
        label.text()
        for label in walk.step.page.findChildren(QLabel)
        if label.property("voice") == "walk_title"
    )


def leads(walk: CustomerWalk) -> list[str]:
    return [button.way.lead for button in walk.step.ways.buttons]


def story_findings(window: MainWindow) -> list[str]:
    """Return what the checks say of stories once they have caught up."""
    window.workspace.findings.refresh()
    return [
        finding.message
        for finding in window.workspace.findings.report.findings
        if finding.rule == "CUS-14"
    ]


def test_one_walks_by_number_keys_and_back(workshop: MainWindow) -> None:
    walk = begin(workshop, "2", "1", "2")
    assert titles(walk) == [
        "1  Tee riskitesti itse",
        "2  Mitä testi kertoo?",
        "3  Yhteys terveysasemaan",
    ]
    assert shown_title(walk) == "Yhteys terveysasemaan"
    assert workshop.board.selection.ids == ("s07",)
    press(workshop, "Backspace")
    assert shown_title(walk) == "Mitä testi kertoo?"
    assert workshop.board.selection.ids == ("s05",)
    press(workshop, "Left")
    assert shown_title(walk) == "Tee riskitesti itse"
    assert len(titles(walk)) == 3, "what was walked is still there"
    press(workshop, "Right", "Right")
    assert shown_title(walk) == "Yhteys terveysasemaan"


def test_ways_are_in_the_customers_words_and_numbered_as_on_the_board(workshop: MainWindow) -> None:
    walk = begin(workshop, "2", "1")
    assert leads(walk) == ["Pieni riski", "Suurentunut riski", "Kiireellisiä oireita"]


def test_nothing_is_changed_by_walking(workshop: MainWindow) -> None:
    begin(workshop, "2", "1", "2", "Backspace")
    assert not workshop.workspace.file.document.is_modified


def test_a_comment_keeps_the_walk_as_a_story_in_one_step(workshop: MainWindow) -> None:
    document = workshop.workspace.file.document
    before = document.pathway
    walk = begin(workshop, "2", "1")
    type_into(walk.step.comment.box, "En ymmärrä pisteitä")
    press(workshop, "Ctrl+Return")
    (story,) = stories(workshop)
    assert [step.stage for step in story.steps] == ["s02", "s05"]
    assert story.steps[1].comment == {"fi": "En ymmärrä pisteitä"}
    document.undo()
    assert document.pathway == before
    assert walk.step.comment.box.words == ""
    document.redo()
    assert walk.step.comment.box.words == "En ymmärrä pisteitä"


def test_half_typed_words_are_kept_when_one_goes_on(workshop: MainWindow) -> None:
    walk = begin(workshop, "2", "1")
    walk.step.comment.setFocus()
    type_more(walk.step.comment.box, "Mitä nyt")
    walk.step.ways.buttons[1].click()
    assert stories(workshop)[0].steps[1].comment == {"fi": "Mitä nyt"}
    assert walk.step.comment.box.words == ""


def test_half_typed_words_are_kept_when_the_window_goes_on_to_something_else(
    workshop: MainWindow,
) -> None:
    walk = begin(workshop, "2", "1")
    walk.step.comment.setFocus()
    type_more(walk.step.comment.box, "Mitä nyt")
    workshop.finish_typing()
    assert stories(workshop)[0].steps[1].comment == {"fi": "Mitä nyt"}


def test_digits_typed_in_a_comment_are_words(workshop: MainWindow) -> None:
    walk = begin(workshop, "2", "1")
    walk.step.comment.setFocus()
    press(workshop, "1")
    assert walk.step.comment.box.words == "1"
    assert shown_title(walk) == "Mitä testi kertoo?"


def test_naming_the_customer_keeps_the_walk_and_writing_again_changes_it(
    workshop: MainWindow,
) -> None:
    walk = begin(workshop, "2", "1", "2")
    type_into(walk.step.name.box, "Maija, 78")
    press(workshop, "Return")
    type_into(walk.step.persona.box, "Asuu yksin")
    press(workshop, "Return")
    (story,) = stories(workshop)
    assert (story.title, story.persona) == ({"fi": "Maija, 78"}, {"fi": "Asuu yksin"})
    assert walk.step.keep.isHidden()


def test_a_change_that_cuts_the_story_is_found_and_undone(workshop: MainWindow) -> None:
    document = workshop.workspace.file.document
    walk = begin(workshop, "2", "1", "2", "1")
    type_into(walk.step.name.box, "Maija, 78")
    press(workshop, "Return")
    assert story_findings(workshop) == []
    document.do(edits.remove(document.pathway, ["s07"]))
    assert story_findings(workshop) == [
        "“Maija, 78”: step 3 no longer follows: “Contact the health centre” has been removed."
    ]
    walk.choose_beginning()
    state = [b.way.text for b in walk.beginning.ways.buttons if b.way.lead == "Maija, 78"]
    assert state == ["Step 3 no longer follows"]
    document.undo()
    assert story_findings(workshop) == []


def test_a_kept_story_is_opened_walked_on_and_its_steps_kept(workshop: MainWindow) -> None:
    walk = begin(workshop, "2", "1")
    type_into(walk.step.name.box, "Maija, 78")
    press(workshop, "Return")
    walk.choose_beginning()
    number = next(
        place
        for place, button in enumerate(walk.beginning.ways.buttons, 1)
        if button.way.lead == "Maija, 78"
    )
    press(workshop, str(number))
    assert shown_title(walk) == "Tee riskitesti itse"
    press(workshop, "Right", "2")
    assert not walk.step.keep.isHidden()
    walk.step.keep.click()
    assert [step.stage for step in stories(workshop)[0].steps] == ["s02", "s05", "s07"]
    workshop.workspace.file.document.undo()
    assert [step.stage for step in stories(workshop)[0].steps] == ["s02", "s05"]


def test_another_way_does_not_take_words_from_a_kept_story(workshop: MainWindow) -> None:
    walk = begin(workshop, "2", "1", "2")
    type_into(walk.step.comment.box, "Kukaan ei vastaa")
    press(workshop, "Ctrl+Return")
    (kept,) = stories(workshop)
    walk.back()
    press(workshop, "1")
    assert shown_title(walk) == "Omat keinot ja uusi testi"
    type_into(walk.step.comment.box, "Pärjään")
    press(workshop, "Ctrl+Return")
    assert kept in stories(workshop)
    assert len(stories(workshop)) == 2


def test_a_gap_is_said_and_leads_to_its_field(workshop: MainWindow) -> None:
    document = workshop.workspace.file.document
    document.do(edits.update(document.pathway, "s02", fee=None, what_happens={}))
    walk = begin(workshop, "2")
    gaps = [
        label.text()
        for label in walk.step.page.findChildren(QLabel)
        if label.property("voice") == "walk_gap"
    ]
    with speaking("fi"):
        assert gaps.count(_("Not written.")) > 1, "said in the language that one walks in"
    first = walk.step.page.findChildren(QPushButton)[0]
    first.click()
    inspector = workshop.workspace.inspector
    assert not inspector.isHidden()
    assert inspector.record == "s02"
    focused = QApplication.focusWidget()
    assert focused is not None
    assert inspector.form.fields["what_happens"].isAncestorOf(focused)


def test_a_text_written_meanwhile_is_shown_at_once(workshop: MainWindow) -> None:
    document = workshop.workspace.file.document
    walk = begin(workshop, "2")
    document.do(edits.write(document.pathway, "s02", "title", "fi", "Testaa riskisi"))
    assert shown_title(walk) == "Testaa riskisi"
    assert titles(walk) == ["1  Testaa riskisi"]


def test_a_loop_is_noticed(workshop: MainWindow) -> None:
    walk = begin(workshop, "5", "1")
    document = workshop.workspace.file.document
    document.do(edits.connect(document.pathway, "s08", "s07"))
    place = [b.way.text or b.way.lead for b in walk.step.ways.buttons].index(
        "Yhteys terveysasemaan"
    )
    walk.step.ways.buttons[place].click()
    notices = [
        label.text()
        for label in walk.step.page.findChildren(QLabel)
        if label.property("voice") == "walk_notice"
    ]
    assert notices == ["You have been here already: step 1."]


def test_the_way_ends_where_the_pathway_ends(workshop: MainWindow) -> None:
    pathway = workshop.workspace.file.document.pathway
    walk = begin(workshop)
    walk.walk(walking.begin(pathway, "s26"))
    assert leads(walk) == []
    assert walk.step.onward.text() == "The pathway ends here."


def test_the_walk_speaks_the_language_of_the_pathway_that_is_chosen(workshop: MainWindow) -> None:
    walk = begin(workshop, "2")
    workshop.workspace.choose_language("sv")
    stage = workshop.workspace.file.document.pathway.find(Stage, "s02")
    assert stage is not None
    assert shown_title(walk) == stage.title["sv"]


def test_the_walk_takes_the_inspectors_place_and_gives_it_back(workshop: MainWindow) -> None:
    assert not workshop.workspace.inspector.isHidden()
    walk = begin(workshop, "2")
    assert workshop.workspace.inspector.isHidden()
    press(workshop, "Ctrl+Shift+K")
    assert walk.isHidden()
    assert not workshop.workspace.inspector.isHidden()
    assert workshop.board.hasFocus()
    press(workshop, "Ctrl+Shift+K")
    assert shown_title(walk) == "Tee riskitesti itse", "one goes on where one was"


def test_the_walk_goes_on_when_the_window_is_built_anew(workshop: MainWindow) -> None:
    begin(workshop, "2", "1", "2")
    workshop.rebuild()
    assert len(titles(walk_of(workshop))) == 3


def test_leaving_asks_about_a_walk_that_is_not_kept(workshop: MainWindow) -> None:
    begin(workshop, "2", "1")
    workshop.close()
    assert "story" in question(workshop).text()
    answer(workshop, "Keep as a story")
    assert len(stories(workshop)) == 1
    assert "Save the changes" in question(workshop).text()
    answer(workshop, "Cancel")


def test_leaving_without_keeping_the_walk(workshop: MainWindow) -> None:
    begin(workshop, "2", "1")
    workshop.show_start_screen()
    answer(workshop, "Don’t keep")
    assert workshop.file is None


def test_a_first_step_alone_is_no_walk_to_keep(workshop: MainWindow) -> None:
    begin(workshop, "2")
    workshop.show_start_screen()
    assert workshop.file is None


def test_an_empty_pathway_has_nothing_to_walk(workshop: MainWindow) -> None:
    document = workshop.workspace.file.document
    document.do(edits.remove(document.pathway, [stage.id for stage in document.pathway.stages]))
    walk = begin(workshop)
    assert not walk.beginning.ways.buttons
    assert walk.beginning.nothing.isVisible()
