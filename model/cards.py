"""Paper cards: the number by which a stage is told on the wall and found again when it is typed.

A stage keeps its number whatever becomes of the board; a card on the wall cannot be renumbered.
See docs/decisions/0027-paper-cards.md.
"""

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


def next_card(pathway: Pathway) -> int:
    """Return the first number after all that stages have."""
    return 1 + max((stage.card_number for stage in pathway.stages), default=0)


def number_cards(pathway: Pathway) -> Change:
    """Give a number to each stage without one, in reading order, after those that there are.

    Of two stages with one number, as laptops that worked apart can give, the later one gets
    another. Beyond `LAST_CARD` stages stay without.
    """
    kept, following = stages_by_card(pathway), next_card(pathway)
    ops: list[Set] = []
    for stage in pathway.stages:
        if kept.get(stage.card_number) == stage.id or following > LAST_CARD:
            continue
        ops.append(Set(stage.id, "card_number", stage.card_number, following))
        following += 1
    label = ngettext(
        "Number {count} stage for paper cards", "Number {count} stages for paper cards", len(ops)
    )
    return Change(label.format(count=len(ops)), tuple(ops))
