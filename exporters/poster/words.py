"""What is said of a poster before it is printed: how large it is, and from where it is read."""

from collections.abc import Iterator, Sequence

from exporters.exporter import Options
from exporters.poster.composition import READABLE, compose
from exporters.poster.larger import advice
from exporters.poster.paper import PosterChoice, poster_size
from model.cards import number_cards
from model.change import Set
from model.messages import _, ngettext, speaking, spoken_language
from model.pathway import Pathway

_LETTERS_PER_METRE = READABLE  # mm of height for each metre between the wall and the reader


def dimensions(choice: PosterChoice) -> str:
    """Say how large what is printed is."""
    width, height = (round(side / 10) for side in poster_size(choice))
    return _("The poster is {width} × {height} cm.").format(width=width, height=height)


def letters(height: float) -> str:
    """Say how high the smallest letters are (in mm), and from where they are read."""
    return _("The smallest letters are {height} mm high; they are read from {distance} cm.").format(
        height=_one_decimal(height), distance=round(height / _LETTERS_PER_METRE * 10) * 10
    )


def new_numbers(pathway: Pathway) -> str:
    """Say which numbers stages get by being printed, as blank cards on the wall may have them."""
    given = sorted(int(op.after) for op in number_cards(pathway).ops if isinstance(op, Set))
    if not given:
        return ""
    return ngettext(
        "A stage gets the number {numbers}. If a blank card with it is in use, take it off the "
        "wall.",
        "Stages get the numbers {numbers}. If blank cards with these are in use, take them off "
        "the wall.",
        len(given),
    ).format(numbers=", ".join(_runs(given)))


def _runs(numbers: Sequence[int]) -> Iterator[str]:
    """Yield numbers in rising order as they are read: 1–3, 7."""
    first = last = numbers[0]
    for number in (*numbers[1:], 0):
        if number == last + 1:
            last = number
            continue
        yield str(first) if first == last else f"{first}–{last}"
        first = last = number


def readability(pathway: Pathway, options: Options, choice: PosterChoice) -> str:
    """Say both of a poster without drawing it, in the language in force."""
    language = options.languages_for(pathway)[0]
    with speaking(language):
        made = compose(pathway, language, choice, options.made_at.date())
    said = (dimensions(choice), letters(made.smallest_letters), advice(made, choice))
    return " ".join(filter(None, said))


def _one_decimal(value: float) -> str:
    point = "." if spoken_language() == "en" else ","
    return f"{value:.1f}".replace(".", point)
