"""The laws of merging, on random pathways and what two sides do to them."""

from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from model import edits, file
from model.change import Change
from model.document import Document
from model.ids import ids_from
from model.integrity import LINKS, broken_links
from model.merge import (
    ConflictKind,
    Side,
    change_between,
    keep_conflict,
    kept_conflict,
    merge,
    settle,
    without_base,
)
from model.merge.comparing import PLACE_FIELDS
from model.pathway import Pathway
from model.records import Actor, AnyRecord, Channel, Handover, Phase, Record, Stage
from tests.pathways import random_pathways, texts

small = random_pathways(max_actors=3, max_phases=2, max_stages=5)


@st.composite
def edited(draw: st.DrawFn, pathway: Pathway, side: str) -> Pathway:
    """Draw some edits by one side, made by verbs in an open document."""
    document = Document(pathway)
    numbers = count()
    with ids_from(lambda: f"{side}{next(numbers)}"):
        for _edit in range(draw(st.integers(0, 6))):
            document.do(draw(edits_of(document.pathway)))
    return document.pathway


@st.composite
def edits_of(draw: st.DrawFn, pathway: Pathway) -> Change:
    """Draw one edit, of the kinds that workgroups make."""
    one = draw(st.sampled_from(sorted(pathway)))
    record = pathway[one]
    stages = [stage.id for stage in pathway.stages]
    acts = [
        edits.remove(pathway, (one,)),
        edits.add_phase(pathway, place=draw(st.integers(0, 3)), title={"fi": "Uusi"}),
        edits.add_actor(pathway, place=draw(st.integers(0, 3)), name={"fi": "Uusi"}),
    ]
    if "title" in record.__struct_fields__:
        acts.append(edits.update(pathway, one, title=draw(texts)))
    if isinstance(record, Stage):
        acts += [
            edits.update(pathway, one, what_happens={"fi": draw(paragraphs)}),
            edits.update(pathway, one, channels=draw(members(pathway, Channel))),
            edits.move_stage(
                pathway,
                one,
                actor=draw(one_of(pathway, Actor)),
                phase=draw(one_of(pathway, Phase)),
                column=draw(st.integers(0, 3)),
            ),
        ]
    if stages:
        acts.append(
            edits.connect(pathway, draw(st.sampled_from(stages)), draw(st.sampled_from(stages)))
        )
    if isinstance(record, Handover):
        acts.append(edits.update(pathway, one, feedback_to=draw(one_of(pathway, Stage))))
    return draw(st.sampled_from(acts))


def links_of(record: AnyRecord, field: str = "") -> set[str]:
    return {
        id
        for link in LINKS.get(type(record), ())
        if field in ("", link.field)
        for id in link.ids(getattr(record, link.field))
    }


def with_all_that_leads_to(base: Pathway, ids: set[str]) -> set[str]:
    """Return records whose fate is to be settled, with those that hang on them."""
    while more := {id for id, record in base.items() if links_of(record) & ids} - ids:
        ids = ids | more
    return ids


def without_base_of(ours: Pathway, theirs: Pathway) -> tuple[Pathway, Pathway, Pathway]:
    base, led = without_base(ours, theirs)
    return base, ours, led


paragraphs = st.lists(
    st.sampled_from(("Saat ajan.", "Hoitaja soittaa.", "Täytä lomake.")), min_size=1, max_size=4
).map("\n\n".join)


def one_of(pathway: Pathway, kind: type[Record]) -> st.SearchStrategy[str | None]:
    return st.sampled_from([*(record.id for record in pathway.of(kind)), None])


@st.composite
def members(draw: st.DrawFn, pathway: Pathway, kind: type[Record]) -> tuple[str, ...]:
    ids = [record.id for record in pathway.of(kind)]
    return tuple(draw(st.lists(st.sampled_from(ids), unique=True)) if ids else ())


@st.composite
def three_states(draw: st.DrawFn) -> tuple[Pathway, Pathway, Pathway]:
    base = draw(small)
    return base, draw(edited(base, "o")), draw(edited(base, "t"))


@given(three_states())
def test_a_side_that_did_nothing_or_the_same_changes_nothing(
    states: tuple[Pathway, Pathway, Pathway],
) -> None:
    base, ours, theirs = states
    assert merge(base, ours, base) == (ours, ())
    assert merge(base, base, theirs) == (theirs, ())
    assert merge(base, ours, ours) == (ours, ())


@given(three_states())
def test_a_merge_is_a_whole_pathway_that_can_be_saved(
    states: tuple[Pathway, Pathway, Pathway],
) -> None:
    merged = merge(*states).pathway
    assert list(broken_links(merged)) == []
    assert file.loads(file.dumps(merged)) == merged


@given(three_states())
def test_what_one_side_alone_did_is_kept(states: tuple[Pathway, Pathway, Pathway]) -> None:
    base, ours, theirs = states
    merged, conflicts = merge(base, ours, theirs)
    unsettled = with_all_that_leads_to(base, {conflict.id for conflict in conflicts})
    for mine, other in ((ours, theirs), (theirs, ours)):
        for id in {*base, *mine} - unsettled:
            before, after, there = base.get(id), mine.get(id), other.get(id)
            if there != before:
                continue
            assert merged.get(id) == after


@given(three_states())
def test_fields_that_one_side_alone_changed_are_kept(
    states: tuple[Pathway, Pathway, Pathway],
) -> None:
    base, ours, theirs = states
    merged, conflicts = merge(base, ours, theirs)
    unsettled = {conflict.id for conflict in conflicts if not conflict.path}
    for id in {*base, *ours, *theirs}.intersection(merged):
        before, here, there = base.get(id), ours.get(id), theirs.get(id)
        if before is None or here is None or there is None:
            continue
        for field in set(before.__struct_fields__) - PLACE_FIELDS:
            if unsettled & links_of(before, field):  # what was kept is linked to again
                continue
            was, mine, other = (getattr(record, field) for record in (before, here, there))
            if was == mine:
                assert getattr(merged[id], field) == other
            elif was == other:
                assert getattr(merged[id], field) == mine


@given(three_states())
def test_every_true_conflict_is_told(states: tuple[Pathway, Pathway, Pathway]) -> None:
    base, ours, theirs = states
    conflicts = merge(base, ours, theirs).conflicts
    told = {(conflict.id, conflict.path[:1]) for conflict in conflicts}
    for id, before in base.items():
        here, there = ours.get(id), theirs.get(id)
        if (here is None) is not (there is None):
            left = here or there
            edited_there = any(
                getattr(before, field) != getattr(left, field)
                for field in set(before.__struct_fields__) - PLACE_FIELDS
            )
            assert not edited_there or (id, ()) in told
        if here is not None and there is not None:
            for field in ("actor", "phase", "feedback_to"):
                if field not in before.__struct_fields__:
                    continue
                was, mine, other = (getattr(record, field) for record in (before, here, there))
                assert len({was, mine, other}) < 3 or (id, (field,)) in told
    assert all(conflict.ours != conflict.theirs for conflict in conflicts)


@given(three_states(), st.data())
def test_conflicts_are_settled_one_by_one_each_undone_exactly(
    states: tuple[Pathway, Pathway, Pathway], data: st.DataObject
) -> None:
    base, ours, theirs = states
    merged, conflicts = merge(base, ours, theirs)
    document = Document(merged)
    for conflict in conflicts:
        before = document.pathway
        side = data.draw(st.sampled_from(conflict.sides))
        done = document.do(settle(before, conflict, side))
        assert list(broken_links(document.pathway)) == []
        if conflict.kind is ConflictKind.BOTH_CHANGED and side is Side.OURS:
            assert not done or conflict.id not in merged
        if done:
            after = document.pathway
            document.undo()
            assert document.pathway == before
            document.redo()
            assert document.pathway == after


@given(three_states())
def test_a_conflict_kept_as_text_is_settled_as_it_would_have_been(
    states: tuple[Pathway, Pathway, Pathway],
) -> None:
    base, ours, theirs = states
    for merged in (merge(base, ours, theirs), merge(*without_base_of(ours, theirs))):
        pathway = merged.pathway
        for conflict in merged.conflicts:
            if conflict.is_about_place:
                continue
            kept = kept_conflict(keep_conflict(conflict, pathway, "B.ketju"))
            assert kept is not None
            assert kept.name == "B.ketju"
            assert kept.is_about(pathway[conflict.id])
            assert kept.conflict.sides == conflict.sides
            for side in conflict.sides:
                assert settle(pathway, kept.conflict, side) == settle(pathway, conflict, side)


@given(three_states())
def test_a_change_between_two_states_leads_from_one_to_the_other_and_back(
    states: tuple[Pathway, Pathway, Pathway],
) -> None:
    _base, ours, theirs = states
    change = change_between(ours, theirs)
    assert change.applied_to(ours) == (theirs, change)
    assert change.inverse().applied_to(theirs)[0] == ours
    assert not change_between(ours, ours)


@given(three_states())
def test_without_a_common_past_nothing_of_either_side_is_lost(
    states: tuple[Pathway, Pathway, Pathway],
) -> None:
    _base, ours, theirs = states
    base, led = without_base(ours, theirs)
    merged, conflicts = merge(base, ours, led)
    assert set(merged) == {*ours, *theirs}
    unsettled = {conflict.id for conflict in conflicts}
    for id in set(ours) - unsettled:
        assert merged[id] == ours[id] or id in theirs
