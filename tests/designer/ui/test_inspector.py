"""The inspector: typing is preview, leaving a field is one edit, and no word is lost."""

from datetime import date
from typing import TypeVar, cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from designer.ui.inspector.fields.choices import ChoiceField, TickField
from designer.ui.inspector.fields.field import Field
from designer.ui.inspector.fields.lists import ListField
from designer.ui.inspector.fields.parts import FoldedPart, OptionalPart, PartField
from designer.ui.inspector.fields.records import OwnedRecordsField, RecordsField
from designer.ui.inspector.fields.words import DateField, WordsField
from designer.ui.inspector.inspector import Inspector
from model import edits
from model.codes import Confirmation, FeeKind, StageKind
from model.document import Document
from model.parts import Fee, StageParticipant, TimeTarget
from model.records import Channel, Goal, Stage
from model.text import AgeRange, read_span
from tests.designer.ui.conftest import two_stages, type_into, type_more

F = TypeVar("F", bound=Field)


@pytest.fixture
def document() -> Document:
    return Document(two_stages())


@pytest.fixture
def inspector(document: Document, qtbot: QtBot) -> Inspector:
    made = Inspector(document, "fi")
    document.watchers.append(made.follow)
    qtbot.addWidget(made)
    made.resize(380, 900)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.show_record("s0")
    made.form.unfold_all()
    return made


def field(inspector: Inspector, name: str, kind: type[F]) -> F:
    found = inspector.form.fields[name]
    assert isinstance(found, kind)
    return found


def words(inspector: Inspector, name: str) -> WordsField:
    return field(inspector, name, WordsField)


def stage(document: Document) -> Stage:
    return cast("Stage", document.pathway["s0"])


def test_typing_is_preview_and_leaving_the_field_is_one_edit(
    inspector: Inspector, document: Document
) -> None:
    before = document.pathway
    type_into(words(inspector, "title").box, "Soita meille")
    assert document.pathway is before
    words(inspector, "what_happens").box.setFocus()
    assert stage(document).title == {"fi": "Soita meille"}
    assert document.undo().label == "Edit “Yhteydenotto”"
    assert document.pathway == before
    assert document.next_undo is None
    assert words(inspector, "title").box.words == "Yhteydenotto"


def test_esc_restores_what_stood_there(inspector: Inspector, document: Document) -> None:
    box = words(inspector, "title").box
    type_into(box, "Jotain muuta")
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert box.words == "Yhteydenotto"
    inspector.commit()
    assert document.next_undo is None


@pytest.mark.parametrize("name", ["title", "what_happens"])
def test_control_enter_keeps_the_words_and_the_cursor(
    inspector: Inspector, document: Document, name: str
) -> None:
    box = words(inspector, name).box
    type_into(box, "Hei")
    QTest.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert getattr(stage(document), name) == {"fi": "Hei"}
    assert box.hasFocus()


def test_enter_ends_a_line_but_not_an_area(inspector: Inspector, document: Document) -> None:
    type_into(words(inspector, "title").box, "Eka")
    QTest.keyClick(words(inspector, "title").box, Qt.Key.Key_Return)
    type_into(words(inspector, "what_happens").box, "Eka")
    QTest.keyClick(words(inspector, "what_happens").box, Qt.Key.Key_Return)
    type_more(words(inspector, "what_happens").box, "Toka")
    inspector.commit()
    assert stage(document).title == {"fi": "Eka"}
    assert stage(document).what_happens == {"fi": "Eka\nToka"}


def test_words_go_to_the_record_they_were_typed_for(
    inspector: Inspector, document: Document
) -> None:
    type_into(words(inspector, "title").box, "Ensimmäinen")
    inspector.show_record("s1")
    assert stage(document).title == {"fi": "Ensimmäinen"}
    assert words(inspector, "title").box.words == "Hoidon tarpeen arvio"


def test_changing_the_language_keeps_words_and_shows_the_other_language_as_a_hint(
    inspector: Inspector, document: Document
) -> None:
    type_into(words(inspector, "title").box, "Soita")
    inspector.set_language("sv")
    title = words(inspector, "title")
    assert title.box.words == ""
    assert title.box.placeholderText() == "FI: Soita"
    type_into(title.box, "Ring")
    inspector.commit()
    assert stage(document).title == {"fi": "Soita", "sv": "Ring"}


def test_changes_from_elsewhere_spare_what_is_being_typed(
    inspector: Inspector, document: Document
) -> None:
    type_into(words(inspector, "title").box, "Kesken")
    document.merge(edits.write(document.pathway, "s0", "title", "sv", "Kontakt"))
    document.merge(edits.write(document.pathway, "s0", "what_happens", "fi", "Muualta"))
    assert words(inspector, "title").box.words == "Kesken"
    assert words(inspector, "what_happens").box.words == "Muualta"
    inspector.commit()
    assert stage(document).title == {"fi": "Kesken", "sv": "Kontakt"}


def test_a_record_that_goes_away_gives_place_to_the_pathway(
    inspector: Inspector, document: Document
) -> None:
    document.do(edits.remove(document.pathway, ("s0",)))
    assert inspector.record == document.pathway.info.id


def test_undo_key_is_the_typings_while_one_types_and_the_pathways_otherwise(
    inspector: Inspector, qtbot: QtBot
) -> None:
    undone: list[str] = []
    undo = QAction(inspector)
    undo.setShortcut("Ctrl+Z")
    undo.triggered.connect(lambda: undone.append("undo"))
    inspector.addAction(undo)
    box = words(inspector, "title").box
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    QTest.keySequence(box, "Ctrl+Z")
    assert len(undone) == 1
    QTest.keyClicks(box, "x")
    QTest.keySequence(box, "Ctrl+Z")
    assert len(undone) == 1
    assert box.words == "Yhteydenotto"


def test_choices_and_ticks_are_edits_at_once(inspector: Inspector, document: Document) -> None:
    field(inspector, "kind", ChoiceField).choose(StageKind.CONTACT)
    field(inspector, "actor", ChoiceField).choose(None)
    field(inspector, "confirmation", ChoiceField).choose(Confirmation.CONFIRMED)
    assert stage(document).kind is StageKind.CONTACT
    assert stage(document).actor is None
    assert stage(document).confirmation is Confirmation.CONFIRMED


def test_the_wheel_over_a_choice_changes_nothing(inspector: Inspector, document: Document) -> None:
    box = field(inspector, "kind", ChoiceField).box
    box.setFocus()
    QTest.wheelEvent(
        inspector.window().windowHandle(),
        box.mapTo(inspector, box.rect().center()),
        QPoint(0, -240),
    )
    assert document.next_undo is None


def test_a_text_that_no_file_could_hold_stays_in_its_box(
    inspector: Inspector, document: Document
) -> None:
    inspector.show_record(document.pathway.info.id)
    inspector.form.unfold_all()
    title = field(inspector, "title", WordsField)
    before = document.pathway.info.title
    title.box.put("a" * 100_001)
    inspector.commit()
    assert title.fault.startswith("A text has at most 100000 characters")
    assert document.pathway.info.title == before


def test_a_day_is_read_as_it_is_written_in_finland(
    inspector: Inspector, document: Document
) -> None:
    inspector.show_record(document.pathway.info.id)
    inspector.form.unfold_all()
    day = field(inspector, "next_review", DateField)
    type_into(day.box, "ensi viikolla")
    inspector.commit()
    assert day.fault == "Write the day like this: 31.12.2026."
    assert day.box.words == "ensi viikolla"
    assert document.pathway.info.next_review is None
    type_into(day.box, "1.2.2027")
    inspector.commit()
    assert day.fault == ""
    assert document.pathway.info.next_review == date(2027, 2, 1)


def test_words_that_cannot_be_read_are_there_when_one_comes_back(
    inspector: Inspector, document: Document
) -> None:
    info = document.pathway.info.id
    inspector.show_record(info)
    inspector.form.unfold_all()
    type_into(field(inspector, "next_review", DateField).box, "ensi viikolla")
    inspector.show_record("s0")
    assert inspector.unread == {info: "ensi viikolla"}
    document.do(edits.rename(document.pathway, info, "fi", "Uusi nimi"))
    inspector.show_record(info)
    day = field(inspector, "next_review", DateField)
    assert (day.box.words, day.fault) == ("ensi viikolla", "Write the day like this: 31.12.2026.")
    assert words(inspector, "title").box.words == "Uusi nimi"
    type_into(day.box, "1.2.2027")
    inspector.show_record("s0")
    assert inspector.unread == {}
    assert document.pathway.info.next_review == date(2027, 2, 1)


def test_words_about_one_record_are_not_shown_for_another(inspector: Inspector) -> None:
    inspector.form.unfold_all()
    type_into(field(inspector, "column", WordsField).box, "mones")
    inspector.show_record("s1")
    inspector.form.unfold_all()
    assert field(inspector, "column", WordsField).box.words == "1"
    assert field(inspector, "column", WordsField).fault == ""
    inspector.show_record("s0")
    assert field(inspector, "column", WordsField).box.words == "mones"
    QTest.keyClick(field(inspector, "column", WordsField).box, Qt.Key.Key_Escape)
    assert inspector.unread == {}


def test_a_span_keeps_what_was_typed(inspector: Inspector, document: Document) -> None:
    type_into(words(inspector, "duration").box, "3-12 kk")
    inspector.commit()
    assert stage(document).duration == read_span("3-12 kk")


def test_a_draft_in_a_list_is_stored_from_the_first_word_on(
    inspector: Inspector, document: Document
) -> None:
    targets = field(inspector, "time_targets", ListField)
    targets.add()
    assert len(targets.items) == 1
    assert document.next_undo is None
    part = targets.items[0].field
    assert isinstance(part, FoldedPart)
    assert isinstance(part.inner, PartField)
    limit = part.inner.fields["limit"]
    assert isinstance(limit, WordsField)
    type_into(limit.box, "7 vrk")
    inspector.commit()
    assert stage(document).time_targets == (TimeTarget(limit=read_span("7 vrk")),)
    assert part.heading.words == "7 vrk"


def test_items_of_a_list_are_moved_and_removed(inspector: Inspector, document: Document) -> None:
    outcomes = ({"fi": "A"}, {"fi": "B"}, {"fi": "C"})
    document.do(edits.update(document.pathway, "s0", outcomes=outcomes))
    listed = field(inspector, "outcomes", ListField)
    listed.items[0].down.click()
    assert stage(document).outcomes == ({"fi": "B"}, {"fi": "A"}, {"fi": "C"})
    listed.items[1].gone.click()
    assert stage(document).outcomes == ({"fi": "B"}, {"fi": "C"})


def test_removing_an_item_keeps_words_typed_in_another(
    inspector: Inspector, document: Document
) -> None:
    document.do(edits.update(document.pathway, "s0", outcomes=({"fi": "A"}, {"fi": "B"})))
    listed = field(inspector, "outcomes", ListField)
    second = listed.items[1].field
    assert isinstance(second, WordsField)
    type_into(second.box, "Uusi")
    listed.items[0].gone.click()
    assert stage(document).outcomes == ({"fi": "Uusi"},)


def test_an_emptied_item_can_be_removed_without_taking_another(
    inspector: Inspector, document: Document
) -> None:
    document.do(edits.update(document.pathway, "s0", outcomes=({"fi": "A"}, {"fi": "B"})))
    listed = field(inspector, "outcomes", ListField)
    first = listed.items[0].field
    assert isinstance(first, WordsField)
    first.box.setFocus()
    first.box.clear()
    listed.items[0].gone.click()
    assert stage(document).outcomes == ({"fi": "B"},)


def test_a_participant_begins_as_the_first_actor_who_is_not_one_yet(
    inspector: Inspector, document: Document
) -> None:
    participants = field(inspector, "participants", ListField)
    participants.add()
    participants.add()
    participants.add()
    assert stage(document).participants == (
        StageParticipant(actor="a0"),
        StageParticipant(actor="a1"),
    )


def test_an_optional_part_is_missing_again_when_it_is_emptied(
    inspector: Inspector, document: Document
) -> None:
    inspector.show_record(document.pathway.info.id)
    inspector.form.unfold_all()
    ages = field(inspector, "ages", OptionalPart)
    ages.begin()
    assert isinstance(ages.inner, PartField)
    youngest = ages.inner.fields["youngest"]
    assert isinstance(youngest, WordsField)
    type_into(youngest.box, "18")
    inspector.commit()
    assert document.pathway.info.ages == AgeRange(youngest=18)
    youngest.box.clear()
    inspector.commit()
    assert document.pathway.info.ages is None


def test_words_about_a_fee_without_its_kind_are_kept(
    inspector: Inspector, document: Document
) -> None:
    fee = field(inspector, "fee", OptionalPart)
    fee.begin()
    assert isinstance(fee.inner, PartField)
    note = fee.inner.fields["note"]
    assert isinstance(note, WordsField)
    type_into(note.box, "kymmenen euroa")
    inspector.commit()
    assert stage(document).fee == Fee(kind=FeeKind.OTHER, note={"fi": "kymmenen euroa"})


def test_a_goal_added_in_the_pathways_form_opens(inspector: Inspector, document: Document) -> None:
    inspector.show_record(document.pathway.info.id)
    inspector.form.unfold_all()
    opened: list[str] = []
    inspector.opened.connect(opened.append)
    goals = _listing(inspector, "Add a goal")
    goals.button.click()
    goal = document.pathway.of(Goal)[0]
    assert opened == [goal.id]
    inspector.show_record(goal.id)
    type_into(words(inspector, "title").box, "Apu ajoissa")
    inspector.back.click()
    inspector.show_record(document.pathway.info.id)
    assert document.pathway.of(Goal)[0].title == {"fi": "Apu ajoissa"}
    assert [row.name.words for row in goals.rows] == ["Apu ajoissa"]


def test_a_channel_added_in_a_stages_form_is_used_by_it(
    inspector: Inspector, document: Document
) -> None:
    _listing(inspector, "Add a channel").button.click()
    channel = document.pathway.of(Channel)[0]
    assert stage(document).channels == (channel.id,)
    assert document.next_undo is not None
    ticks = field(inspector, "channels", TickField)
    assert [box.isChecked() for box in ticks.boxes] == [True]
    ticks.boxes[0].click()
    assert stage(document).channels == ()
    document.undo()
    document.undo()
    assert document.pathway == two_stages()


def test_a_records_list_can_be_reordered_and_shortened(
    inspector: Inspector, document: Document
) -> None:
    inspector.show_record(document.pathway.info.id)
    inspector.form.unfold_all()
    actors = next(
        listing
        for listing in inspector.findChildren(OwnedRecordsField)
        if [row.name.words for row in listing.rows] == ["Asiakas", "Sote-keskus"]
    )
    actors.rows[0].buttons[1].click()
    assert [actor.id for actor in document.pathway.actors] == ["a1", "a0"]
    actors.rows[1].buttons[2].click()
    assert [actor.id for actor in document.pathway.actors] == ["a1"]


def test_texts_missing_in_a_language_are_marked(inspector: Inspector, document: Document) -> None:
    document.do(edits.update(document.pathway, document.pathway.info.id, languages=("fi", "sv")))
    assert inspector.languages.buttons["sv"].text() == "SV •"
    document.do(edits.write(document.pathway, "s0", "title", "sv", "Kontakt"))
    assert inspector.languages.buttons["sv"].text() == "SV"


def test_names_that_look_like_markup_are_shown_as_typed(
    inspector: Inspector, document: Document
) -> None:
    hostile = "<img src='file:///x'><b>& nimi"
    document.do(edits.rename(document.pathway, "a0", "fi", hostile))
    inspector.show_record(document.pathway.info.id)
    inspector.form.unfold_all()
    row = next(
        row
        for listing in inspector.findChildren(RecordsField)
        for row in listing.rows
        if row.name.words == hostile
    )
    assert "&lt;img" in row.name.toolTip() or row.name.text() == hostile.replace("&", "&&")


def _listing(inspector: Inspector, add: str) -> RecordsField:
    return next(
        listing
        for listing in inspector.findChildren(RecordsField)
        if listing.button.text() == add and listing.isVisibleTo(inspector)
    )
