"""Paper cards: numbers that stay, and stages found again by them."""

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from model.cards import next_card, number_cards, stages_by_card
from model.clip import duplicate
from model.document import Document
from model.entry import enter, enter_list, read_entry, read_list, why_nothing
from model.pathway import Pathway
from model.records import LAST_CARD, Stage
from tests.pathways import At, build, random_pathways

WALL = build(
    actors=("Asiakas", "Hoitaja"),
    phases=("Alku", "Hoito"),
    stages=(At("Soitto", 0, 0), At("Arvio", 1, 0, 1), At("3 kk kontrolli", 1, 1)),
)


def numbered(pathway: Pathway) -> Pathway:
    return number_cards(pathway).applied_to(pathway)[0]


CARDS = numbered(WALL)


def entered(pathway: Pathway, *lines: str) -> Pathway:
    document = Document(pathway)
    for line in lines:
        now = document.pathway
        document.do(enter(now, read_entry(now, line, "fi"), "fi", after=None, cell=None))
    return document.pathway


def refused(pathway: Pathway, line: str) -> str:
    entry = read_entry(pathway, line, "fi")
    assert not enter(pathway, entry, "fi", after=None, cell=None)
    return why_nothing(pathway, entry, after=None)


def ways(pathway: Pathway) -> set[tuple[int, int]]:
    numbers = {id: number for number, id in stages_by_card(pathway).items()}
    return {(numbers[arrow.source], numbers[arrow.target]) for arrow in pathway.handovers}


def test_stages_are_numbered_in_reading_order() -> None:
    assert [(stage.title["fi"], stage.card_number) for stage in CARDS.stages] == [
        ("Soitto", 1),
        ("Arvio", 2),
        ("3 kk kontrolli", 3),
    ]
    assert next_card(CARDS) == 4
    assert not number_cards(CARDS)


def test_numbers_stay_when_stages_come_and_go() -> None:
    first, second, _third = CARDS.stages
    moved = CARDS.replacing(
        {
            second.id: None,
            "new": Stage(id="new", order="a9", actor=first.actor, phase=first.phase),
        }
    )
    now = numbered(moved)
    assert {stage.id: stage.card_number for stage in now.stages} == {
        first.id: 1,
        "s2": 3,
        "new": 4,
    }


@settings(max_examples=8)  # to make them takes long
@given(random_pathways())
def test_each_stage_gets_a_number_of_its_own(pathway: Pathway) -> None:
    once = numbered(pathway)
    numbers = [stage.card_number for stage in once.stages]
    assert sorted(numbers) == list(range(1, len(numbers) + 1))
    assert not number_cards(once)


def test_of_two_stages_with_one_number_the_later_gets_another() -> None:
    twice = CARDS.replacing({"s1": replace(CARDS["s1"], card_number=1)})
    assert [stage.card_number for stage in numbered(twice).stages] == [1, 4, 3]


def test_at_the_last_number_the_lowest_free_ones_are_given() -> None:
    top = CARDS.replacing({"s0": replace(CARDS["s0"], card_number=LAST_CARD)})
    top = top.replacing({"s2": replace(CARDS["s2"], card_number=LAST_CARD)})
    assert next_card(top) == 1
    assert [stage.card_number for stage in numbered(top).stages] == [LAST_CARD, 2, 1]
    assert next_card(numbered(top)) == 3


def test_when_all_numbers_are_taken_the_rest_has_none() -> None:
    full = build(stages=[At(f"Vaihe {place}") for place in range(LAST_CARD + 1)])
    now = numbered(full)
    assert len(stages_by_card(now)) == LAST_CARD
    assert next_card(now) == 0


def test_a_copy_has_no_card() -> None:
    copies, _done = duplicate(CARDS, ["s0"]).applied_to(CARDS)
    assert sorted(stage.card_number for stage in copies.stages) == [0, 1, 2, 3]


def test_a_card_is_entered_by_its_number() -> None:
    now = entered(CARDS, "31: Hoitajan puhelu @Hoitaja #Hoito")
    stage = now.find(Stage, stages_by_card(now)[31])
    assert stage is not None
    assert stage.title == {"fi": "Hoitajan puhelu"}
    assert (stage.actor, stage.phase) == ("a1", "p1")
    assert next_card(now) == 32


def test_arrows_join_cards_by_their_numbers() -> None:
    now = entered(CARDS, "31: Puhelu", "1 -> 31", "31→2", "2 -> 40: Ryhmä", "41: Loppu -> 3")
    assert ways(now) == {(1, 31), (31, 2), (2, 40), (41, 3)}


def test_a_card_is_joined_only_by_arrows_of_its_own() -> None:
    """On the wall, a card says nothing of the one that was typed before it."""
    change = enter(CARDS, read_entry(CARDS, "31: Puhelu", "fi"), "fi", after="s0", cell=None)
    now, _done = change.applied_to(CARDS)
    stage = now.find(Stage, stages_by_card(now)[31])
    assert stage is not None
    assert not ways(now)
    assert (stage.actor, stage.phase, stage.column) == ("a0", "p0", 1)
    pasted = enter_list(CARDS, read_list(CARDS, "31: A\n32: B", "fi"), "fi", after="s0", cell=None)
    assert not ways(pasted.applied_to(CARDS)[0])


def test_a_card_that_is_there_is_not_entered_again() -> None:
    assert refused(CARDS, "2: Toinen") == "Card 2 is “Arvio” already."


def test_an_arrow_to_a_card_that_is_not_there_is_told() -> None:
    for line in ("1 -> 15", "15 -> 1", "-> 15"):
        assert "no card 15" in refused(CARDS, line)


def test_numbers_that_begin_names_stay_in_them() -> None:
    for line in ("3 kk kontrolli", "112 soitto", "1. käynti", "12:30 puhelu", "0: Alku"):
        now = entered(CARDS, line)
        (new,) = [stage for stage in now.stages if stage.id not in CARDS]
        assert (new.title["fi"], new.card_number) == (line, 0)


def test_without_cards_numbers_are_names() -> None:
    now = entered(WALL, "1 -> 2")
    assert "1 -> 2" in {stage.title["fi"] for stage in now.stages}


def test_an_actor_called_by_a_number_goes_first() -> None:
    ward = build(actors=("12",), phases=("Alku",), stages=())
    (stage,) = entered(ward, "12: Arvio").stages
    assert (stage.title["fi"], stage.card_number, stage.actor) == ("Arvio", 0, "a0")


def test_a_whole_wall_is_pasted() -> None:
    text = "31: Puhelu\n32: Ryhmä\n1 -> 32\n32 -> 31\n31: Toinen\n2: Kolmas\n1 -> 99"
    listed = read_list(CARDS, text, "fi")
    change = enter_list(CARDS, listed, "fi", after=None, cell=None)
    now, _done = change.applied_to(CARDS)
    assert ways(now) == {(1, 32), (32, 31)}
    assert [each.left_out for each in listed if each.left_out] == [
        "Card 31 is “Puhelu” already.",
        "Card 2 is “Arvio” already.",
        "There is no card 99 on the board yet. Enter it first: “99: name of the stage”.",
    ]


def test_two_cards_of_one_name_are_told_apart() -> None:
    text = "40 -> 41\n40: Arvio\n41: Arvio\n42: Loppu\n41 -> 42\n42 -> 2"
    for board in (CARDS, build()):
        listed = read_list(board, text, "fi")
        change = enter_list(board, listed, "fi", after=None, cell=None)
        now, _done = change.applied_to(board)
        to_known = {(42, 2)} if board is CARDS else set()
        assert ways(now) == {(40, 41), (41, 42), *to_known}
        assert stages_by_card(now).keys() >= {40, 41, 42}
        assert not board.stages or not any(each.left_out for each in listed)


def test_an_arrow_is_not_drawn_from_the_stage_that_the_list_follows() -> None:
    """Its card stands further down: what it leaves is known only then."""
    text = "40 -> 41\n42: Uusi\n40: Arvio\n41: Hoito\n40 -> 43: Ryhmä"
    change = enter_list(CARDS, read_list(CARDS, text, "fi"), "fi", after="s0", cell=None)
    assert ways(change.applied_to(CARDS)[0]) == {(40, 41), (40, 43)}


def test_a_card_of_the_list_is_entered_once() -> None:
    listed = read_list(CARDS, "40: Arvio\n40: Arvio", "fi")
    assert [each.left_out for each in listed] == ["", "Card 40 is “Arvio” already."]


@pytest.mark.parametrize(
    "line",
    [
        "1->3",
        "1-> 3",
        "1 ->3",
        "1 - > 3",
        "1 --> 3",
        "1 => 3",
        "1 –> 3",
        "1→3",
        "#1 -> #3",
        "kortti 1 -> kortti 3",
        "Kort 1 → kort 3",
        "001 -> 3",
    ],
)
def test_an_arrow_between_cards_is_read_however_it_is_typed(line: str) -> None:
    assert ways(entered(CARDS, line)) == {(1, 3)}
    pasted = enter_list(CARDS, read_list(CARDS, line, "fi"), "fi", after="s1", cell=None)
    assert ways(pasted.applied_to(CARDS)[0]) == {(1, 3)}


def test_the_other_end_of_an_arrow_may_be_a_new_card_however_it_is_typed() -> None:
    now = entered(CARDS, "1->40:Uusi", "41: Toinen->40")
    assert ways(now) == {(1, 40), (41, 40)}
    change = enter(CARDS, read_entry(CARDS, "->3", "fi"), "fi", after="s0", cell=None)
    assert ways(change.applied_to(CARDS)[0]) == {(1, 3)}


@pytest.mark.parametrize(
    "line", ["1 -> 2 -> 3", "1->2->3", "1 – 3", "1-3", "1 -> 2, 3", "1 -> 2 ja 3", "1, 2 -> 3"]
)
def test_numbers_of_cards_that_are_no_single_arrow_are_refused(line: str) -> None:
    assert "a line of its own" in refused(CARDS, line)
    (listed,) = read_list(CARDS, line, "fi")
    assert "a line of its own" in listed.left_out


def test_a_card_does_not_lead_to_itself() -> None:
    assert refused(CARDS, "2 -> 2") == "A stage cannot lead to itself."
    (listed,) = read_list(CARDS, "2 -> 2", "fi")
    assert listed.left_out == "A stage cannot lead to itself."


def test_a_card_needs_no_space_before_its_name() -> None:
    (new,) = (each for each in entered(CARDS, "31:Nimi").stages if each.id not in CARDS)
    assert (new.title["fi"], new.card_number) == ("Nimi", 31)
    for line in ("112:een soitto", "2:a besöket"):  # endings of words
        (new,) = (each for each in entered(CARDS, line).stages if each.id not in CARDS)
        assert (new.title["fi"], new.card_number) == (line, 0)
