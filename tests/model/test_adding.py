"""Wherever and however something is added: no stage that is there moves to another cell."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model import edits
from model.arrange import branch, insert_between, put_between, stage_towards
from model.change import Change
from model.clip import clip_of, duplicate, paste
from model.entry import enter, enter_list, read_entry, read_list, sketch
from model.pathway import Cell, Pathway
from model.records import LAST_COLUMN
from tests.pathways import At, build, random_pathways, words
from tests.sparing import one_in

TITLE = {"fi": "Uusi"}


class Where:
    """A stage, a handover and a cell of a pathway, and what is written."""

    def __init__(self, pathway: Pathway, data: st.DataObject) -> None:
        def one_of(ids: list[str]) -> str:
            return data.draw(st.sampled_from([*ids, "gone"]))

        self.stage = one_of([stage.id for stage in pathway.stages])
        self.handover = one_of([arrow.id for arrow in pathway.handovers])
        self.cell: Cell = (
            data.draw(st.sampled_from([None, *(actor.id for actor in pathway.actors)])),
            data.draw(st.sampled_from([None, *(phase.id for phase in pathway.phases)])),
            data.draw(st.integers(0, 5) | st.just(LAST_COLUMN)),
        )
        self.words = data.draw(
            st.lists(
                st.one_of(
                    words, st.sampled_from(["@arvio", "#hoito", "→ tuki", "\n", "\n  ", "\t"])
                ),
                max_size=6,
            ).map(" ".join)
        )
        self.chosen = data.draw(st.lists(st.sampled_from([*pathway, "gone"]), max_size=5))


Way = Callable[[Pathway, Where], Change]

WAYS: dict[str, Way] = {
    "edits.add_phase": lambda p, _at: edits.add_phase(p, place=0, title=TITLE),
    "edits.add_actor": lambda p, _at: edits.add_actor(p, place=0, name=TITLE),
    "edits.add_stage": lambda p, at: edits.add_stage(
        p, actor=at.cell[0], phase=at.cell[1], column=at.cell[2], title=TITLE
    ),
    "edits.add_stage_after": lambda p, at: edits.add_stage_after(p, at.stage, title=TITLE),
    "entry.enter": lambda p, at: enter(
        p, read_entry(p, at.words, "fi"), "fi", after=at.stage, cell=None
    ),
    "entry.enter in a cell": lambda p, at: enter(
        p, read_entry(p, at.words, "fi"), "fi", after=at.stage, cell=at.cell
    ),
    "entry.sketch": lambda p, at: sketch(
        p, read_entry(p, at.words, "fi"), "fi", after=None, cell=at.cell
    ),
    "entry.enter_list": lambda p, at: enter_list(
        p, read_list(p, at.words, "fi"), "fi", after=at.stage, cell=None
    ),
    "entry.enter_list in a cell": lambda p, at: enter_list(
        p, read_list(p, at.words, "fi"), "fi", after=None, cell=at.cell
    ),
    "arrange.branch": lambda p, at: branch(p, at.stage, TITLE),
    "arrange.stage_towards": lambda p, at: stage_towards(p, at.stage, at.cell, TITLE),
    "arrange.insert_between": lambda p, at: insert_between(p, at.handover, TITLE),
    "arrange.put_between": lambda p, at: put_between(p, at.handover, at.stage),
    "clip.paste": lambda p, at: paste(p, clip_of(p, at.chosen), None),
    "clip.paste in a cell": lambda p, at: paste(p, clip_of(p, at.chosen), at.cell),
    "clip.duplicate": lambda p, at: duplicate(p, at.chosen),
}


def cells(pathway: Pathway) -> dict[str, Cell]:
    return {stage.id: (stage.actor, stage.phase, stage.column) for stage in pathway.stages}


def stacks(pathway: Pathway, ids: dict[str, Cell]) -> dict[Cell, list[str]]:
    """Return who of those stands above whom in each cell."""
    found: dict[Cell, list[str]] = {}
    for stage in pathway.stages:
        if stage.id in ids:
            found.setdefault((stage.actor, stage.phase, stage.column), []).append(stage.id)
    return found


@pytest.mark.parametrize("way", one_in(3, WAYS))
@given(pathway=random_pathways(max_stages=8, max_actors=4, max_phases=3), data=st.data())
def test_no_stage_moves_to_another_cell(way: str, pathway: Pathway, data: st.DataObject) -> None:
    change = WAYS[way](pathway, Where(pathway, data))
    following, done = change.applied_to(pathway)
    assert done == change
    before = cells(pathway)
    assert before.items() <= cells(following).items()
    assert stacks(following, before) == stacks(pathway, before)


def test_what_is_added_takes_no_cell_of_another_one() -> None:
    """Only branches stand with their siblings."""
    full = build(actors=["A"], phases=["P"], stages=[At(str(n), column=n) for n in range(5)])
    for way in set(WAYS) - {"edits.add_phase", "edits.add_actor", "arrange.branch"}:
        at = Where.__new__(Where)
        at.stage, at.handover, at.cell = "s0", "gone", ("a0", "p0", 0)
        at.words, at.chosen = "Uusi", ["s0", "s1"]
        following = WAYS[way](full, at).applied_to(full)[0]
        assert max(map(len, stacks(following, cells(following)).values())) == 1, way
