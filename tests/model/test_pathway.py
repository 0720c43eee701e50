"""The pathway as a value: what it answers does not depend on the order of its table."""

from msgspec.structs import replace

from model.pathway import Pathway
from model.records import Phase, Stage
from tests.pathways import At, build

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


def test_a_record_is_found_by_kind() -> None:
    assert BOARD.find(Stage, "s0") is BOARD["s0"]
    assert BOARD.find(Stage, "p0") is None
    assert BOARD.find(Stage, "gone") is None
    assert BOARD.find(Stage, None) is None
