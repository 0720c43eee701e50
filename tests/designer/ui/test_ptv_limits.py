"""Limits of the Service Catalogue (PTV) while typing, and codes of its lists."""

from collections.abc import Iterator
from typing import Final, NamedTuple

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from designer.ui.inspector.fields.field import Field
from designer.ui.inspector.fields.listed_codes import ListedCodesField
from designer.ui.inspector.fields.lists import ListField
from designer.ui.inspector.fields.parts import FoldedPart, OptionalPart, PartField
from designer.ui.inspector.fields.words import WordsField
from designer.ui.inspector.inspector import Inspector
from model.codes import ChannelKind, ContactKind, FeeKind
from model.codes.ptv import limits
from model.document import Document
from model.messages import speaking
from model.parts import Contact, Fee, PtvDescription
from model.records import Channel, PathwayInfo, Stage
from tests.designer.ui.conftest import two_stages, type_into

CHANNEL: Final = Channel(
    id="c0",
    order="a0",
    kind=ChannelKind.PHONE,
    digital=False,
    contacts=(Contact(kind=ContactKind.PHONE, value="112"),),
    fee=Fee(kind=FeeKind.FREE),
)


class Counted(NamedTuple):
    """A field that counts: in whose form, by which names, up to how many characters."""

    record: str
    path: tuple[str, ...]
    most: int


COUNTED: Final = {
    "name of the pathway": Counted("info", ("title",), limits.NAME),
    "summary": Counted("info", ("summary",), limits.SUMMARY),
    "description of the pathway": Counted("info", ("description",), limits.DESCRIPTION),
    "keyword": Counted("info", ("themes",), limits.KEYWORD),
    "name of a service": Counted("s0", ("title",), limits.NAME),
    "description of a service": Counted("s0", ("what_happens",), limits.DESCRIPTION),
    "user instruction": Counted("s0", ("what_you_can_do",), limits.USER_INSTRUCTION),
    "what a service costs": Counted("s0", ("fee", "note"), limits.CHARGE_INFO),
    "name of a channel": Counted("c0", ("name",), limits.NAME),
    "description of a channel": Counted("c0", ("description",), limits.DESCRIPTION),
    "about a channel for one service": Counted("c0", ("support",), limits.CONNECTION),
    "what a call costs": Counted("c0", ("fee", "note"), limits.PHONE_CHARGE),
    "about a number": Counted("c0", ("contacts", "text"), limits.PHONE_INFO),
}


@pytest.fixture
def document() -> Document:
    pathway = two_stages()
    info = pathway.info
    stage = pathway["s0"]
    assert isinstance(stage, Stage)
    paid = replace(stage, fee=CHANNEL.fee)
    changed = replace(info, themes=({"fi": "Uni"},), ptv=PtvDescription(target_groups=("KR2",)))
    return Document(pathway.replacing({info.id: changed, CHANNEL.id: CHANNEL, stage.id: paid}))


@pytest.fixture
def inspector(document: Document, qtbot: QtBot) -> Iterator[Inspector]:
    with speaking("en"):
        made = Inspector(document, "fi")
        document.watchers.append(made.follow)
        qtbot.addWidget(made)
        made.resize(380, 900)
        with qtbot.waitActive(made):
            made.show()
            made.activateWindow()
        yield made


def shown(inspector: Inspector, record: str, path: tuple[str, ...]) -> Field:
    """Unfold a field of a record's form, also one inside a part or a list."""
    inspector.show_record(record)
    inspector.form.unfold_all()
    field = inspector.form.fields[path[0]]
    for name in path[1:]:
        if isinstance(field, ListField):
            first = field.items[0].field
            assert isinstance(first, FoldedPart)
            first.begin()
            field = first
        assert isinstance(field, FoldedPart | OptionalPart)
        assert isinstance(field.inner, PartField)
        field = field.inner.fields[name]
    if isinstance(field, ListField):
        field = field.items[0].field
    return field


@pytest.mark.parametrize("counted", COUNTED.values(), ids=COUNTED)
def test_a_limit_is_told_near_it_and_beyond_it(inspector: Inspector, counted: Counted) -> None:
    field = shown(inspector, counted.record, counted.path)
    assert isinstance(field, WordsField)
    assert field.counter is not None
    sentence = "Alku. "
    field.box.put(sentence)
    assert field.counter.isHidden()
    field.box.put(sentence + "A" * (counted.most - len(sentence)))
    assert field.counter.words.text() == f"{counted.most}/{counted.most}"
    assert [field.counter.warns] == [False]
    field.box.put(sentence + "A" * (counted.most - len(sentence) + 1))
    assert [field.counter.warns] == [True]
    told = field.counter.words.text()
    assert told.startswith(f"{counted.most + 1}/{counted.most} · 1 character too many")
    assert "PTV" in told
    assert field.box.accessibleDescription() == told
    field.box.put("Alku.")
    assert [field.counter.warns] == [False]
    assert field.counter.isHidden()
    assert field.box.accessibleDescription() == ""


def test_an_emoji_counts_as_ptv_counts_it(inspector: Inspector) -> None:
    field = shown(inspector, "s0", ("title",))
    assert isinstance(field, WordsField)
    assert field.counter is not None
    field.box.put("😀" * 51)
    assert field.counter.words.text().startswith("102/100")


@pytest.mark.parametrize(("record", "name"), [("s0", "what_happens"), ("c0", "description")])
def test_a_first_sentence_that_is_no_summary_is_told(
    inspector: Inspector, record: str, name: str
) -> None:
    field = shown(inspector, record, (name,))
    assert isinstance(field, WordsField)
    assert field.counter is not None
    fits = "A" * (limits.SUMMARY - 1) + "."
    field.box.put(f"{fits} Ja lisää.")
    assert [field.counter.warns] == [False]
    field.box.put(f"A{fits} Ja lisää.")
    assert [field.counter.warns] == [True]
    assert field.counter.words.text().startswith("151/150 · the first sentence is too long")


def codes(inspector: Inspector, name: str) -> ListedCodesField:
    field = shown(inspector, "info", ("ptv", name))
    assert isinstance(field, ListedCodesField)
    return field


def chosen(document: Document, name: str) -> tuple[str, ...]:
    info = document.pathway.info
    assert isinstance(info, PathwayInfo)
    assert info.ptv is not None
    value: tuple[str, ...] = getattr(info.ptv, name)
    return value


@pytest.mark.parametrize(
    "typed",
    [
        "P5.1",
        "p5.1",
        " P5.1 ",
        "perusterveydenhuolto",
        "P5.1 Perusterveydenhuolto",
        "Primärvård",
        "http://uri.suomi.fi/codelist/ptv/ptvserclass2/code/P5.1",
    ],
)
def test_codes_are_found_by_code_name_and_address(
    inspector: Inspector, document: Document, typed: str
) -> None:
    field = codes(inspector, "service_classes")
    type_into(field.box, typed)
    QTest.keyClick(field.box, Qt.Key.Key_Return)
    assert field.fault == ""
    assert chosen(document, "service_classes") == ("P5.1",)
    assert [row.words.text() for row in field.rows] == ["P5.1 Primary health care"]
    assert field.box.words == ""


def test_codes_that_the_list_lacks_are_refused(inspector: Inspector, document: Document) -> None:
    field = codes(inspector, "target_groups")
    type_into(field.box, "KR9")
    QTest.keyClick(field.box, Qt.Key.Key_Return)
    assert field.fault == (
        "“KR9” is not in PTV’s list of target groups: choose one that is offered."
    )
    assert field.box.accessibleDescription() == field.fault
    assert chosen(document, "target_groups") == ("KR2",)
    assert inspector.form.unread == (field,)
    QTest.keyClick(field.box, Qt.Key.Key_Escape)
    assert field.fault == ""


def test_of_service_classes_four_fit(inspector: Inspector, document: Document) -> None:
    field = codes(inspector, "service_classes")
    for code in ("P5.1", "P5.2", "P5.3", "P5.4"):
        type_into(field.box, code)
        QTest.keyClick(field.box, Qt.Key.Key_Return)
        assert field.fault == ""
    type_into(field.box, "P5.5")
    QTest.keyClick(field.box, Qt.Key.Key_Return)
    assert field.fault == "PTV takes 4 service classes: take one away first."
    field.restore()
    QTest.mouseClick(field.rows[0].button, Qt.MouseButton.LeftButton)
    assert chosen(document, "service_classes") == ("P5.2", "P5.3", "P5.4")
    assert field.box.hasFocus()


def test_what_is_chosen_in_the_list_is_taken(
    inspector: Inspector, document: Document, qtbot: QtBot
) -> None:
    field = codes(inspector, "service_classes")
    type_into(field.box, "primary health")
    offered = [
        str(field.completer.completionModel().index(row, 0).data())
        for row in range(field.completer.completionModel().rowCount())
    ]
    assert offered[0].startswith("P5.1 ")
    popup = field.completer.popup()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: field.box.words == "")
    assert chosen(document, "service_classes") == ("P5.1",)
    assert field.fault == ""


def test_life_events_ask_for_a_target_group_of_citizens(
    inspector: Inspector,
) -> None:
    events = codes(inspector, "life_events")
    type_into(events.box, "KE11")
    QTest.keyClick(events.box, Qt.Key.Key_Return)
    assert "only with a target group of citizens (KR1)" in events.warning
    groups = codes(inspector, "target_groups")
    type_into(groups.box, "KR1.1")
    QTest.keyClick(groups.box, Qt.Key.Key_Return)
    assert codes(inspector, "life_events").warning == ""


@pytest.mark.parametrize(
    ("name", "typed", "fault"),
    [
        ("ontology_terms", "p1, diabetes", "“diabetes” is no KOKO term"),
        ("ontology_terms", ", ".join(f"p{n}" for n in range(11)), "PTV takes 10 KOKO terms"),
        ("industrial_classes", "hoito", "“hoito” is no code of an industry"),
    ],
)
def test_terms_that_cannot_be_are_refused(
    inspector: Inspector, document: Document, name: str, typed: str, fault: str
) -> None:
    field = shown(inspector, "info", ("ptv", name))
    assert isinstance(field, WordsField)
    field.box.put(typed)
    field.commit()
    assert field.fault.startswith(fault)
    assert chosen(document, name) == ()


def test_ten_terms_fit(inspector: Inspector, document: Document) -> None:
    field = shown(inspector, "info", ("ptv", "ontology_terms"))
    assert isinstance(field, WordsField)
    field.box.put(", ".join(f"p{n}" for n in range(10)))
    field.commit()
    assert field.fault == ""
    assert len(chosen(document, "ontology_terms")) == limits.MOST_CODES["ontology_terms"]


def test_industrial_classes_ask_for_a_target_group_of_companies(
    inspector: Inspector, document: Document
) -> None:
    field = shown(inspector, "info", ("ptv", "industrial_classes"))
    assert isinstance(field, WordsField)
    field.box.put("86")
    field.commit()
    assert chosen(document, "industrial_classes") == ("86",)
    groups = codes(inspector, "target_groups")
    groups.remove("KR2")
    type_into(groups.box, "KR1")
    QTest.keyClick(groups.box, Qt.Key.Key_Return)
    field.box.put("86, 87")
    field.commit()
    assert "only with a target group of companies (KR2)" in field.fault
