"""The pathway as a value: what it answers does not depend on the order of its table."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from model.pathway import Pathway
from model.records import RECORD_KINDS, AnyRecord, Metric, Phase, Stage
from tests.pathways import At, build, random_pathways

BOARD = build(
    phases=["Alku", "Loppu"],
    actors=["Ylin", "Alin"],
    stages=[
        At("f", actor=None, phase=None),
        At("e", actor=0, phase=1),
        At("d", actor=0, phase=0, column=1),
        At("b", actor=1, phase=0),
        At("c", actor=1, phase=0),
        At("a", actor=0, phase=0),
    ],
    arrows=[(1, 5), (5, 1), (5, 2)],
)
SHUFFLED = Pathway(sorted(BOARD.values(), key=lambda record: record.id[::-1]))


def test_stages_are_read_by_phase_column_lane_and_order() -> None:
    for pathway in (BOARD, SHUFFLED):
        assert "".join(stage.title["fi"] for stage in pathway.stages) == "abcdef"


def test_handovers_are_read_as_their_stages() -> None:
    for pathway in (BOARD, SHUFFLED):
        assert [arrow.id for arrow in pathway.handovers] == ["h2", "h1", "h0"]
        assert [arrow.id for arrow in pathway.leaving("s5")] == ["h2", "h1"]
        assert [arrow.id for arrow in pathway.arriving("s5")] == ["h0"]


def test_a_phase_is_as_wide_as_its_last_stage_needs() -> None:
    assert BOARD.columns == {"p0": 2, "p1": 1, None: 1}


def test_the_next_pathway_leaves_this_one_as_it_was() -> None:
    stages = BOARD.of(Stage)
    following = BOARD.replacing({"s0": None, "p0": replace(BOARD.phases[0], order="z" + "0" * 26)})
    assert "s0" not in following
    assert [phase.id for phase in following.of(Phase)] == ["p1", "p0"]
    assert (BOARD.of(Stage), BOARD.phases[0].id) == (stages, "p0")
    assert following != BOARD


def test_taking_out_what_is_not_there_changes_nothing() -> None:
    assert BOARD.stages
    following = BOARD.replacing({"gone": None})
    assert following == BOARD
    assert (following.stages, following.handovers) == (BOARD.stages, BOARD.handovers)


def test_a_record_is_found_by_kind() -> None:
    assert BOARD.find(Stage, "s0") is BOARD["s0"]
    assert BOARD.find(Stage, "p0") is None
    assert BOARD.find(Stage, "gone") is None
    assert BOARD.find(Stage, None) is None


@given(st.data(), random_pathways(max_actors=3, max_phases=3, max_stages=8))
def test_what_is_kept_sorted_through_edits_is_as_if_sorted_anew(
    data: st.DataObject, pathway: Pathway
) -> None:
    donor = data.draw(random_pathways(max_actors=3, max_phases=3, max_stages=8))
    for _step in range(4):
        answers(pathway)
        ids = st.sampled_from(sorted({*pathway, *donor}))
        changed: dict[str, AnyRecord | None] = {}
        for id in data.draw(st.lists(ids, max_size=3, unique=True)):
            now = pathway.get(id)
            edited = [donor.get(id), None]
            if isinstance(now, Stage):
                edited += [replace(now, title={"fi": "Uusi"}), replace(now, column=now.column + 1)]
            if id != pathway.info.id and (now is not None or id in donor):
                changed[id] = data.draw(st.sampled_from(edited))
        changed = {id: after for id, after in changed.items() if after or id in pathway}
        pathway = pathway.replacing(changed)
        assert answers(pathway) == answers(Pathway(pathway.values()))


class _Asking(str):
    """An id that asks a pathway while records are sorted by it, as other threads may."""

    __slots__ = ("pathway",)
    pathway: Pathway

    def __lt__(self, other: str) -> bool:
        self.pathway.of(Metric)
        return super().__lt__(other)


def test_a_pathway_may_be_asked_elsewhere_while_it_is_edited() -> None:
    pathway = Pathway(BOARD.values())
    first = pathway.phases[0]
    id = _Asking("between")
    id.pathway = pathway
    following = pathway.replacing({id: replace(first, id=id)})
    assert following.phases == Pathway(following.values()).phases


def answers(pathway: Pathway) -> list[object]:
    """Ask all that is sorted, so that it is kept for the next pathway."""
    ids = sorted(pathway)
    return [
        *(pathway.of(kind) for kind in RECORD_KINDS),
        pathway.stages,
        pathway.handovers,
        pathway.columns,
        *(pathway.leaving(id) for id in ids),
        *(pathway.arriving(id) for id in ids),
    ]
