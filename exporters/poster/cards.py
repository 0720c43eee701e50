"""Sheets of paper cards for the workshop's wall: A4, to be cut along the lines.

Cards of stages say what is known of them, blank ones go on with the numbers. Whatever stands on
the wall is typed in again by the numbers; see `model.entry`. Lengths in millimetres.
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from msgspec import Struct

from exporters.diagram import words
from exporters.diagram.look import LIGHT
from exporters.exporter import ExportError
from exporters.poster.lettering import LINE_HEIGHT, Face, Words, set_below
from exporters.poster.marks import Line
from exporters.poster.paper import Orientation, PaperSize, paper
from model.cards import free_cards, next_card, number_cards, stages_by_card
from model.layout.geometry import Point, Rect
from model.lengths import length_for
from model.messages import _
from model.pathway import Pathway
from model.records import LAST_CARD, Actor, Channel, Phase, Stage
from model.text import in_language

PAPER: Final = paper(PaperSize.A4, Orientation.PORTRAIT)
ACROSS: Final = 2
DOWN: Final = 4
A_SHEET: Final = ACROSS * DOWN
MOST_BLANK: Final = 200

_PADDING: Final = 5.0
_NUMBER: Final = Face(12.0, bold=True)
_TITLE: Final = Face(6.0, bold=True)
_TEXT: Final = Face(3.5)
_LABEL: Final = Face(2.8)
_FIRST_RULE: Final = 35.0  # from a card's upper edge to the line of its first detail
_RULE_GAP: Final = 9.6


class CardChoice(Struct, frozen=True, kw_only=True):
    """How many blank cards, and whether the stages that there are get cards, too.

    The blank ones are numbered from `first_blank` on, leaving out those of stages; 0 stands for
    the first free number.
    """

    stages: bool = True
    blank: int = 16
    first_blank: int = 0


class CardFace(NamedTuple):
    """What stands on a card; `details` are labels and what is known, '' where one writes."""

    number: int
    title: str
    details: tuple[tuple[str, str], ...]


class CardSheet(NamedTuple):
    """A sheet of at most `A_SHEET` cards; `cuts` go from edge to edge of the paper."""

    cuts: tuple[Line, ...]
    rules: tuple[Line, ...]
    words: tuple[Words, ...]


def card_faces(pathway: Pathway, language: str, choice: CardChoice) -> tuple[CardFace, ...]:
    """Return the cards in the language in force; stages without a number get theirs.

    The numbers are those that `model.cards.number_cards` gives.
    """
    numbered = _numbered(pathway)
    faces = [_of_stage(numbered, stage, language) for stage in _stages(numbered, choice)]
    faces.sort(key=lambda face: face.number)
    return (*faces, *map(_blank, _blank_numbers(pathway, choice)))


def check_cards(pathway: Pathway, choice: CardChoice) -> None:
    """Raise ExportError when there is no card to print, or the numbers do not suffice."""
    if choice.stages and len(pathway.stages) > LAST_CARD:
        raise ExportError(
            _(
                "Cards have numbers from 1 to {last}, and the pathway has more stages than that."
            ).format(last=LAST_CARD)
        )
    if not (0 <= choice.first_blank <= LAST_CARD and 0 <= choice.blank <= MOST_BLANK):
        raise ExportError(_impossible())
    free = next_card(_numbered(pathway))
    if choice.blank and free and choice.first_blank in _taken(pathway, choice):
        raise ExportError(
            _("Card {number} is on the board already. The next free number is {free}.").format(
                number=choice.first_blank, free=free
            )
        )
    if len(_blank_numbers(pathway, choice)) < choice.blank:
        raise ExportError(_impossible())
    if not choice.blank and not _stages(_numbered(pathway), choice):
        raise ExportError(_("There are no cards to print: choose blank ones."))


def _impossible() -> str:
    return _("Cards have numbers from 1 to {last}, and at most {most} blank ones are made.").format(
        last=LAST_CARD, most=MOST_BLANK
    )


def _numbered(pathway: Pathway) -> Pathway:
    return number_cards(pathway).applied_to(pathway)[0]


def _taken(pathway: Pathway, choice: CardChoice) -> Container[int]:
    """Return the numbers that stages have, or get by being printed."""
    return stages_by_card(_numbered(pathway) if choice.stages else pathway)


def _blank_numbers(pathway: Pathway, choice: CardChoice) -> tuple[int, ...]:
    """Return the numbers of the blank cards, without those of stages; fewer when none are left."""
    free: Iterable[int] = free_cards(_numbered(pathway))
    if choice.first_blank:
        taken = _taken(pathway, choice)
        later = range(choice.first_blank, LAST_CARD + 1)
        free = (number for number in later if number not in taken)
    return tuple(islice(free, choice.blank))


def _stages(numbered: Pathway, choice: CardChoice) -> tuple[Stage, ...]:
    every = numbered.stages if choice.stages else ()
    return tuple(stage for stage in every if stage.card_number)


def card_sheets(faces: Sequence[CardFace]) -> Iterator[CardSheet]:
    """Lay out the cards, row by row."""
    for start in range(0, len(faces), A_SHEET):
        yield _sheet(faces[start : start + A_SHEET])


def _labels() -> tuple[str, ...]:
    return (_("Actor"), _("Phase"), _("Channel"), _("Time"))


def _of_stage(pathway: Pathway, stage: Stage, language: str) -> CardFace:
    actor, phase = pathway.find(Actor, stage.actor), pathway.find(Phase, stage.phase)
    channels = [pathway.find(Channel, id) for id in stage.channels]
    typed_in = pathway.info.languages[0] if pathway.info.languages else language
    known = (
        in_language(actor.name, language) if actor else "",
        in_language(phase.title, language) if phase else "",
        ", ".join(in_language(channel.name, language) for channel in channels if channel),
        ", ".join(length_for(target.limit, language, typed_in) for target in stage.time_targets),
    )
    details = zip(_labels(), map(words.clean, known), strict=True)
    title = words.clean(in_language(stage.title, language))
    return CardFace(stage.card_number, title, tuple(details))


def _blank(number: int) -> CardFace:
    return CardFace(number, "", tuple((label, "") for label in _labels()))


def card_box(place: int) -> Rect:
    """Return where the card of that place on a sheet lies."""
    printed = PAPER.printed
    width, height = printed.width / ACROSS, printed.height / DOWN
    row, column = divmod(place, ACROSS)
    return Rect(printed.x + column * width, printed.y + row * height, width, height)


def _sheet(faces: Sequence[CardFace]) -> CardSheet:
    said: list[Words] = []
    rules: list[Line] = []
    for place, face in enumerate(faces):
        box = card_box(place)
        said += _words(face, box)
        rules += _rules(face, box)
    return CardSheet(tuple(_cuts()), tuple(rules), tuple(said))


def _cuts() -> Iterator[Line]:
    printed = PAPER.printed
    for column in range(ACROSS + 1):
        x = printed.x + column * printed.width / ACROSS
        yield Line(Point(x, 4), Point(x, PAPER.height - 4))
    for row in range(DOWN + 1):
        y = printed.y + row * printed.height / DOWN
        yield Line(Point(4, y), Point(PAPER.width - 4, y))


def _words(face: CardFace, box: Rect) -> Iterator[Words]:
    left, room = box.x + _PADDING, box.width - 2 * _PADDING
    number = str(face.number)
    yield Words(number, left, box.y + _PADDING + 0.8 * _NUMBER.size, _NUMBER, LIGHT.ink)
    beside = _NUMBER.width(number) + 4
    lines = _TITLE.wrapped(face.title, room - beside, most=3)
    yield from set_below(lines, left + beside, box.y + _PADDING - 1, _TITLE, LIGHT.ink)
    for place, (label, known) in enumerate(face.details):
        baseline = box.y + _FIRST_RULE + place * _RULE_GAP - 1.2
        yield Words(label, left, baseline, _LABEL, LIGHT.muted)
        start = left + _label_width()
        lines = _TEXT.wrapped(known, room - _label_width(), most=2) if known else ()
        first = baseline - len(lines) * _TEXT.size * LINE_HEIGHT + (LINE_HEIGHT - 1) * _TEXT.size
        yield from set_below(lines, start, first, _TEXT, LIGHT.ink)


def _rules(face: CardFace, box: Rect) -> Iterator[Line]:
    """Yield the lines to write on: below each detail, and below the name of a blank card."""
    left, right = box.x + _PADDING, box.right - _PADDING
    for place in range(len(face.details)):
        y = box.y + _FIRST_RULE + place * _RULE_GAP
        yield Line(Point(left + _label_width(), y), Point(right, y))
    if not face.title:
        start = left + _NUMBER.width(str(face.number)) + 4
        yield Line(Point(start, box.y + 14), Point(right, box.y + 14))
        yield Line(Point(left, box.y + 25), Point(right, box.y + 25))


def _label_width() -> float:
    return max(map(_LABEL.width, _labels())) + 2
