"""What becomes of two workgroups' edits, case by case."""

from typing import Any

import pytest
from msgspec.structs import replace

from model import edits
from model.codes import ContactKind, FeeKind, NoteKind
from model.document import Document
from model.merge import Conflict, ConflictKind, Merged, Side, merge, settle, without_base
from model.merge.sequences import merged_members
from model.parts import Contact, Fee, Isbar
from model.pathway import Pathway
from model.records import Goal, Handover, Note, PathwayInfo, Phase, Stage, Task
from tests.pathways import At, build

BASE = build(
    Handover(id="h0", source="s0", target="s1", isbar=Isbar()),
    phases=("Arvio", "Hoito"),
    actors=("Asiakas", "Sote-keskus"),
    stages=(At("Yhteydenotto"), At("Arvio", 1, 0, 1), At("Hoito", 1, 1)),
    arrows=((0, 1), (1, 2)),
)


def having(pathway: Pathway, id: str, **fields: Any) -> Pathway:
    document = Document(pathway)
    document.do(edits.update(pathway, id, **fields))
    return document.pathway


def lacking(pathway: Pathway, *ids: str) -> Pathway:
    document = Document(pathway)
    document.do(edits.remove(pathway, ids))
    return document.pathway


def of_field(field: str, base: Any, ours: Any, theirs: Any, id: str = "s0") -> Merged:
    before = having(BASE, id, **{field: base})
    return merge(before, having(before, id, **{field: ours}), having(before, id, **{field: theirs}))


def only(merged: Merged) -> Conflict:
    (conflict,) = merged.conflicts
    return conflict


def test_each_language_is_a_text_of_its_own() -> None:
    merged = of_field("title", {"fi": "A"}, {"fi": "B"}, {"fi": "A", "sv": "C"})
    assert merged.pathway["s0"].title == {"fi": "B", "sv": "C"}  # type: ignore[union-attr]
    assert merged.conflicts == ()


def test_a_language_that_one_side_took_out_stays_out() -> None:
    merged = of_field("title", {"fi": "A", "sv": "B"}, {"fi": "A"}, {"fi": "C", "sv": "B"})
    assert merged.pathway["s0"].title == {"fi": "C"}  # type: ignore[union-attr]
    assert merged.conflicts == ()


def test_two_paragraphs_of_one_text_are_both_kept() -> None:
    merged = of_field(
        "what_happens",
        {"fi": "Yksi.\n\nKaksi.\n\nKolme."},
        {"fi": "Yksi!\n\nKaksi.\n\nKolme."},
        {"fi": "Yksi.\n\nKaksi.\n\nKolme!\n\nNeljä."},
    )
    words = "Yksi!\n\nKaksi.\n\nKolme!\n\nNeljä."
    assert merged.pathway["s0"].what_happens == {"fi": words}  # type: ignore[union-attr]
    assert merged.conflicts == ()


def test_what_both_write_after_the_last_paragraph_is_all_kept() -> None:
    merged = of_field(
        "what_happens", {"fi": "Yksi."}, {"fi": "Yksi.\nOmamme."}, {"fi": "Yksi.\nHeidän."}
    )
    words = "Yksi.\nOmamme.\nHeidän."
    assert merged.pathway["s0"].what_happens == {"fi": words}  # type: ignore[union-attr]
    assert merged.conflicts == ()


def test_a_text_of_which_each_took_out_its_part_is_gone() -> None:
    merged = of_field("what_happens", {"fi": "1\n \n2"}, {"fi": "1\n "}, {"fi": " \n2", "sv": "3"})
    assert merged.pathway["s0"].what_happens == {"sv": "3"}  # type: ignore[union-attr]
    assert merged.conflicts == ()


TWO_WORDINGS = of_field(
    "what_happens",
    {"fi": "Yksi.\n\nKaksi."},
    {"fi": "Yksi.\n\nOmamme."},
    {"fi": "Uusi.\n\nHeidän."},
)


def test_two_wordings_of_one_paragraph_are_a_conflict_that_holds_ours() -> None:
    stage = TWO_WORDINGS.pathway["s0"]
    assert isinstance(stage, Stage)
    assert stage.what_happens == {"fi": "Uusi.\n\nOmamme."}
    conflict = only(TWO_WORDINGS)
    assert conflict.kind is ConflictKind.BOTH_CHANGED
    assert conflict.path == ("what_happens", "fi")
    assert conflict.base == "Yksi.\n\nKaksi."
    assert (conflict.ours, conflict.theirs) == ("Uusi.\n\nOmamme.", "Uusi.\n\nHeidän.")


@pytest.mark.parametrize(
    ("side", "words"),
    [
        (Side.OURS, "Uusi.\n\nOmamme."),
        (Side.THEIRS, "Uusi.\n\nHeidän."),
        (Side.BOTH, "Uusi.\n\nOmamme.\n\nHeidän."),
    ],
)
def test_two_wordings_are_settled_by_taking_either_or_both(side: Side, words: str) -> None:
    conflict = only(TWO_WORDINGS)
    assert side in conflict.sides
    pathway, _done = settle(TWO_WORDINGS.pathway, conflict, side).applied_to(TWO_WORDINGS.pathway)
    stage = pathway["s0"]
    assert isinstance(stage, Stage)
    assert stage.what_happens == {"fi": words}


def test_a_value_that_is_no_text_is_settled_by_either() -> None:
    merged = of_field("actor", "a0", "a1", None)
    conflict = only(merged)
    assert conflict.sides == (Side.OURS, Side.THEIRS)
    assert merged.pathway["s0"].actor == "a1"  # type: ignore[union-attr]
    taken, _done = settle(merged.pathway, conflict, Side.THEIRS).applied_to(merged.pathway)
    assert taken["s0"].actor is None  # type: ignore[union-attr]


def test_a_part_is_merged_by_its_fields_and_settled_within() -> None:
    situation, request = {"fi": "Tilanne"}, {"fi": "Pyyntö"}
    ours, theirs = Isbar(situation=situation), Isbar(recommendation=request)
    merged = of_field("isbar", Isbar(), ours, theirs, "h0")
    both = Isbar(situation=situation, recommendation=request)
    assert merged.pathway["h0"].isbar == both  # type: ignore[union-attr]
    assert merged.conflicts == ()
    fees = [Fee(kind=FeeKind.FREE, note={"fi": words}) for words in ("Ei maksua", "Ilmainen")]
    base = Fee(kind=FeeKind.FREE, note={"fi": "0 €"})
    clashing = of_field("fee", base, fees[0], fees[1])
    assert only(clashing).path == ("fee", "note", "fi")
    taken, _done = settle(clashing.pathway, only(clashing), Side.THEIRS).applied_to(
        clashing.pathway
    )
    assert taken["s0"].fee == fees[1]  # type: ignore[union-attr]


def test_of_a_list_of_parts_each_is_merged_where_it_stands() -> None:
    phone, post = (
        Contact(kind=ContactKind.PHONE, value="1", text={"fi": "arkisin"}),
        Contact(kind=ContactKind.VISITING_ADDRESS, text={"fi": "Katu 1"}),
    )
    ours = (replace(phone, value="2"), post)
    theirs = (replace(phone, text={"fi": "aina"}), post, Contact(kind=ContactKind.EMAIL))
    merged = of_field("contacts", (phone, post), ours, theirs, "a0")
    assert merged.pathway["a0"].contacts == (  # type: ignore[union-attr]
        Contact(kind=ContactKind.PHONE, value="2", text={"fi": "aina"}),
        post,
        Contact(kind=ContactKind.EMAIL),
    )
    assert merged.conflicts == ()


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "result"),
    [
        ("abc", "ac", "abcd", "acd"),
        ("abc", "abc", "cab", "cab"),
        ("abc", "xabc", "ab", "xab"),
        ("abc", "abxc", "abyc", "abxyc"),
        ("abc", "", "abcd", "d"),
        ("abc", "bac", "acb", None),
    ],
)
def test_members_of_a_list(base: str, ours: str, theirs: str, result: str | None) -> None:
    members = merged_members(base, ours, theirs)
    assert members == (None if result is None else tuple(result))


def test_what_one_side_removed_and_the_other_edited_stays_and_is_asked_about() -> None:
    ours, theirs = lacking(BASE, "s2"), having(BASE, "s2", title={"fi": "Toinen"})
    merged = merge(BASE, ours, theirs)
    assert merged.pathway == theirs
    conflict = only(merged)
    assert (conflict.kind, conflict.id) == (ConflictKind.REMOVED_BY_US, "s2")
    assert not settle(merged.pathway, conflict, Side.THEIRS)
    document = Document(merged.pathway)
    document.do(settle(merged.pathway, conflict, Side.OURS))
    assert document.pathway == ours
    other_way = only(merge(BASE, theirs, ours))
    assert other_way.kind is ConflictKind.REMOVED_BY_THEM
    assert not settle(merged.pathway, other_way, Side.OURS)


def test_what_fell_with_a_record_comes_back_when_it_is_kept() -> None:
    note = Note(id="n0", order="a0", kind=NoteKind.IDEA, about="s2", text={"fi": "Idea"})
    base = BASE.replacing({"n0": note})
    theirs = having(base, "s2", title={"fi": "Toinen"})
    ours = Document(lacking(base, "s2"))
    ours.do(edits.update(ours.pathway, "n0", votes=2))
    merged = merge(base, ours.pathway, theirs)
    assert merged.pathway == having(theirs, "n0", votes=2)
    assert only(merged).id == "s2"
    document = Document(merged.pathway)
    document.do(settle(merged.pathway, only(merged), Side.OURS))
    assert document.pathway == ours.pathway


def test_what_one_side_removed_and_the_other_only_moved_is_gone() -> None:
    merged = merge(BASE, lacking(BASE, "s2"), having(BASE, "s2", column=3))
    assert "s2" not in merged.pathway
    assert merged.conflicts == ()


def test_what_one_side_removed_and_the_other_linked_to_comes_back() -> None:
    theirs = Document(BASE)
    theirs.do(edits.connect(BASE, "s2", "s0"))
    merged = merge(BASE, lacking(BASE, "s0"), theirs.pathway)
    conflict = only(merged)
    assert (conflict.kind, conflict.id) == (ConflictKind.STILL_USED, "s0")
    assert merged.pathway["s0"] == BASE["s0"]
    arrows = [(arrow.source, arrow.target) for arrow in merged.pathway.handovers]
    assert arrows == [("s0", "s1"), ("s1", "s2"), ("s2", "s0")]


def test_a_stage_in_another_phase_stands_in_the_column_that_was_chosen_there() -> None:
    merged = merge(BASE, having(BASE, "s1", phase="p1", column=0), having(BASE, "s1", column=3))
    stage = merged.pathway["s1"]
    assert isinstance(stage, Stage)
    assert (stage.phase, stage.column) == ("p1", 0)
    turned = merge(BASE, having(BASE, "s1", column=3), having(BASE, "s1", phase="p1", column=0))
    assert turned.pathway == merged.pathway


def test_two_places_on_the_board_are_a_conflict_about_the_place_only() -> None:
    conflict = only(of_field("column", 0, 1, 2))
    assert conflict.is_about_place
    assert not only(TWO_WORDINGS).is_about_place


def test_what_was_settled_for_a_record_that_is_gone_changes_nothing() -> None:
    conflict = only(TWO_WORDINGS)
    assert not settle(lacking(TWO_WORDINGS.pathway, "s0"), conflict, Side.THEIRS)


def test_files_without_a_common_past_take_our_identity_and_keep_all() -> None:
    group = Pathway(
        [
            PathwayInfo(id="other", title={"fi": "Ryhmä 2", "sv": "Grupp 2"}),
            Phase(id="x0", order="a0", title={"fi": "Seuranta"}),
            Stage(id="x1", order="a0", phase="x0", title={"fi": "Soitto"}),
        ]
    )
    base, led = without_base(BASE, group)
    merged = merge(base, BASE, led)
    assert set(merged.pathway) == {*BASE, "x0", "x1"}
    assert merged.pathway.info.title == {"fi": "Tyypin 2 diabetes", "sv": "Grupp 2"}
    assert only(merged).path == ("title", "fi")


def test_a_field_that_one_of_two_copies_left_empty_is_filled() -> None:
    ours, theirs = having(BASE, "s0", needs_referral=True), having(BASE, "s0", start=True)
    base, led = without_base(ours, theirs)
    merged = merge(base, ours, led)
    stage = merged.pathway["s0"]
    assert isinstance(stage, Stage)
    assert (stage.needs_referral, stage.start) == (True, True)
    assert merged.conflicts == ()


def test_what_is_of_another_kind_on_each_side_is_settled_as_a_whole() -> None:
    goal = Goal(id="x", order="a0", title={"fi": "Apu ajoissa"})
    task = Task(id="x", order="a0", title={"fi": "Sovi ajoista"})
    ours, theirs = (BASE.replacing({"x": record}) for record in (goal, task))
    merged = merge(BASE, ours, theirs)
    (conflict,) = merged.conflicts
    assert not settle(merged.pathway, conflict, Side.OURS)
    assert settle(merged.pathway, conflict, Side.THEIRS).applied_to(merged.pathway)[0] == theirs
