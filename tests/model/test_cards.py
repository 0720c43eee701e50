"""Paper cards: numbers that stay, and stages found again by them."""

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


def test_beyond_the_last_number_there_is_none() -> None:
    full = CARDS.replacing(
        {
            "s0": replace(CARDS["s0"], card_number=LAST_CARD),
            "s1": replace(CARDS["s1"], card_number=0),
        }
    )
    assert not number_cards(full)


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
