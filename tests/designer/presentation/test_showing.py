"""What is shown, and how one goes on from there."""

import pytest

from designer.ui.presentation.showing import Focus, Showing
from model import edits
from model.document import Document
from model.pathway import Pathway
from tests.pathways import At, build


def branching() -> Pathway:
    """Return s0 → s1 → s3 and s0 → s2 → s3, over three lanes; the last lane and phase are empty."""
    return build(
        phases=("Arvio", "Hoito", "Loppu"),
        actors=("Asiakas", "Sote-keskus", "Järjestö"),
        stages=(
            At("Yhteydenotto", 0, 0),
            At("Arvio", 1, 0, 1),
            At("Omahoito", 0, 1),
            At("Seuranta", 1, 1, 1),
        ),
        arrows=((0, 1, "tarve"), (0, 2), (1, 3), (2, 3)),
    )


@pytest.fixture
def showing() -> Showing:
    return Showing(branching())


def test_it_begins_with_the_whole_board_and_goes_on_to_the_first_stage(showing: Showing) -> None:
    showing.begin(())
    assert (showing.at, showing.focus, showing.number) == (None, Focus.WHOLE, 0)
    assert showing.forward()
    assert (showing.at, showing.focus, showing.number) == ("s0", Focus.STAGE, 1)


def test_it_begins_with_what_is_selected(showing: Showing) -> None:
    showing.begin(("s2",))
    assert (showing.at, showing.focus) == ("s2", Focus.STAGE)
    showing.begin(("p1",))
    assert (showing.phase, showing.focus) == ("p1", Focus.PHASE)
    showing.begin(("a1",))
    assert (showing.at, showing.lane, showing.focus) == ("s1", "a1", Focus.LANE)
    showing.begin(("h0",))
    assert showing.at == "s0"


def test_forward_goes_to_the_end_and_stays_there(showing: Showing) -> None:
    steps = [(showing.forward(), showing.at) for _step in range(5)]
    assert steps == [(True, "s0"), (True, "s1"), (True, "s2"), (True, "s3"), (False, "s3")]


def test_a_digit_takes_a_branch_and_back_goes_where_one_came_from(showing: Showing) -> None:
    showing.forward()
    assert showing.take(2)
    assert showing.at == "s2"
    assert showing.back()
    assert showing.at == "s0"
    assert not showing.take(3)
    assert not showing.take(0)
    assert showing.at == "s0"


def test_back_from_where_one_began_goes_by_the_tour(showing: Showing) -> None:
    showing.begin(("s3",))
    assert showing.back()
    assert showing.at == "s2"
    showing.first()
    showing.begin(("s0",))


def test_back_ends_at_the_first_stage(showing: Showing) -> None:
    showing.forward()
    assert not showing.back()
    assert showing.at == "s0"


def test_phases_come_one_after_the_other_and_round_again(showing: Showing) -> None:
    showing.begin(("s0",))
    seen = []
    for _press in range(4):
        showing.show_phase(1)
        seen.append((showing.phase, showing.at))
    assert seen == [("p0", "s0"), ("p1", "s2"), ("p2", "s2"), ("p0", "s0")]
    showing.show_phase(-1)
    assert showing.phase == "p2"


def test_a_step_within_the_phases_takes_the_focus_along(showing: Showing) -> None:
    showing.begin(("s1",))
    showing.show_phase(1)
    showing.forward()
    assert (showing.at, showing.phase, showing.focus) == ("s2", "p1", Focus.PHASE)


def test_lanes_come_one_after_the_other(showing: Showing) -> None:
    showing.begin(("s0",))
    seen = []
    for _press in range(3):
        showing.show_lane(1)
        seen.append((showing.lane, showing.at))
    assert seen == [("a0", "s0"), ("a1", "s1"), ("a2", "s1")]


def test_the_whole_board_and_back_to_what_was_near(showing: Showing) -> None:
    showing.begin(("s1",))
    showing.show_lane(1)
    showing.show_whole()
    assert showing.focus is Focus.WHOLE
    showing.show_whole()
    assert (showing.focus, showing.at) == (Focus.LANE, "s1")


def test_what_is_bright(showing: Showing) -> None:
    showing.begin(("s0",))
    assert showing.bright == {"s0", "s1", "s2"}
    assert showing.bright_arrows == {"h0", "h1"}
    showing.show_phase(1)
    assert showing.bright == {"s0", "s1"}
    showing.show_lane(1)
    assert showing.bright == {"s0", "s2"}
    showing.show_whole()
    assert len(showing.bright) == 4


def test_when_the_stage_goes_the_one_in_its_place_is_shown(showing: Showing) -> None:
    showing.begin(("s1",))
    document = Document(showing.pathway)
    document.do(edits.remove(document.pathway, ("s1",)))
    showing.follow(document.pathway)
    assert showing.at == "s2"
    assert showing.number == 2


def test_when_all_has_gone_nothing_is_at_hand(showing: Showing) -> None:
    showing.begin(("s1",))
    showing.show_phase(1)
    showing.follow(build())
    assert (showing.at, showing.phase, showing.number) == (None, None, 0)
    assert not showing.forward()
    assert not showing.back()
    showing.show_phase(1)
    showing.show_lane(1)
    showing.show_stage()
    assert showing.bright == {""}
