"""Paper cards: the number by which a stage is told on the wall and found again when it is typed.

A stage keeps its number whatever becomes of the board; a card on the wall cannot be renumbered.
See docs/decisions/0027-paper-cards.md.
"""

from collections.abc import Iterator

from model.change import Change, Set
from model.ids import Id
from model.messages import ngettext
from model.pathway import Pathway
from model.records import LAST_CARD


def stages_by_card(pathway: Pathway) -> dict[int, Id]:
    """Return the stage of each card; of two with one number the first in reading order."""
    found: dict[int, Id] = {}
    for stage in pathway.stages:
        if stage.card_number:
            found.setdefault(stage.card_number, stage.id)
    return found


def free_cards(pathway: Pathway) -> Iterator[int]:
    """Yield the numbers that no stage has: first those after all of them, then the lowest ones."""
    taken = stages_by_card(pathway)
    highest = max(taken, default=0)
    yield from range(highest + 1, LAST_CARD + 1)
    yield from (number for number in range(1, highest) if number not in taken)


def next_card(pathway: Pathway) -> int:
    """Return the number that the next new card gets, 0 when none is left."""
    return next(free_cards(pathway), 0)


def number_cards(pathway: Pathway) -> Change:
    """Give a number to each stage without one, in reading order, from the free ones.

    Of two stages with one number, as laptops that worked apart can give, the later one gets
    another. Of more than `LAST_CARD` stages the last ones stay as they are.
    """
    free = free_cards(pathway)
    kept = stages_by_card(pathway)
    without = (stage for stage in pathway.stages if kept.get(stage.card_number) != stage.id)
    ops = [
        Set(stage.id, "card_number", stage.card_number, number)
        for stage, number in zip(without, free, strict=False)
    ]
    label = ngettext(
        "Number {count} stage for paper cards", "Number {count} stages for paper cards", len(ops)
    )
    return Change(label.format(count=len(ops)), tuple(ops))
