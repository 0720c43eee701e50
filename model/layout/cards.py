"""What stands on a card, and how high that makes it."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from model.codes import Sector
from model.ids import Id
from model.layout.geometry import (
    Card,
    CardSign,
    Chip,
    NoteBox,
    Rect,
    Sign,
    Symbol,
    TextMeasure,
    TextStyle,
)
from model.layout.grid import Grid
from model.layout.metrics import (
    CARD_PADDING,
    CARD_ROW_GAP,
    CARD_TITLE_GAP,
    CARD_TITLE_LINES,
    CARD_WIDTH,
    CHIP_PADDING_X,
    CHIP_PADDING_Y,
    FONTS,
    NOTE_FOOT,
    NOTE_INSET,
    SYMBOL_GAP,
    SYMBOL_SIZE,
)
from model.layout.notes import Notes, NoteText, note_texts, pile, pile_height
from model.layout.text import set_lines, widest, wrap
from model.lengths import length_for
from model.pathway import Pathway
from model.records import Channel, Note, Stage
from model.text import in_language

NOTE_WIDTH = CARD_WIDTH - 2 * NOTE_INSET
INNER_WIDTH = CARD_WIDTH - 2 * CARD_PADDING
SYMBOLS_IN_ROW = (INNER_WIDTH + SYMBOL_GAP) // (SYMBOL_SIZE + SYMBOL_GAP)
TITLE_LINE = FONTS[TextStyle.CARD_TITLE].line_height
CHIP_LINE = FONTS[TextStyle.CARD_CHIP].line_height
BOTTOM_HEIGHT = CHIP_LINE + 2 * CHIP_PADDING_Y
CARD_LEAST_HEIGHT = (
    2 * CARD_PADDING + CARD_TITLE_LINES * TITLE_LINE + CARD_TITLE_GAP + BOTTOM_HEIGHT
)


class CardContent(NamedTuple):
    """A card's texts broken into lines. `chip_beside` tells the chip shares the signs' row.

    `height` is the least one that holds everything but the notes, in pixels.
    """

    title: tuple[str, ...]
    signs: tuple[Sign, ...]
    chip: tuple[str, ...]
    chip_width: float
    chip_beside: bool
    height: float
    notes: tuple[NoteText, ...] = ()
    notes_height: float = 0

    @property
    def chip_height(self) -> float:
        return _chip_height(self.chip)

    @property
    def sign_rows_height(self) -> float:
        return _sign_rows_height(self.signs)


def _chip_height(chip: Sequence[str]) -> float:
    return len(chip) * CHIP_LINE + 2 * CHIP_PADDING_Y


def _sign_rows_height(signs: Sequence[Sign]) -> float:
    rows = -(-len(signs) // SYMBOLS_IN_ROW)
    return BOTTOM_HEIGHT + (rows - 1) * (SYMBOL_SIZE + CARD_ROW_GAP) if rows else 0


class Contents:
    """What stands on the cards of one board after another."""

    def __init__(self, measure: TextMeasure) -> None:
        self._measure = measure
        self._said_with: object = None
        self._contents: dict[Id, tuple[Stage, Sequence[Note], CardContent]] = {}

    def of(
        self, pathway: Pathway, grid: Grid, notes: Notes, language: str
    ) -> Mapping[Id, CardContent]:
        """Return what stands on each card that is not folded."""
        typed_in = pathway.info.languages[0] if pathway.info.languages else language
        said_with = (pathway.channels, typed_in, language)
        known = self._contents if said_with == self._said_with else {}
        self._said_with, self._contents = said_with, {}
        for stage in pathway.stages:
            if grid.is_folded(grid.slots[stage.id]):
                continue
            about = notes.about(stage.id)
            kept = known.get(stage.id)
            if kept is None or kept[0] is not stage or kept[1] != about:
                content = self._content(stage, pathway, typed_in, language)
                texts = note_texts(about, NOTE_WIDTH, self._measure, language)
                kept = stage, about, _with_notes(content, texts) if texts else content
            self._contents[stage.id] = kept
        return {id: content for id, (_stage, _about, content) in self._contents.items()}

    def _content(self, stage: Stage, pathway: Pathway, typed_in: str, language: str) -> CardContent:
        limits = [length_for(target.limit, language, typed_in) for target in stage.time_targets[:1]]
        title = in_language(stage.title, language)
        return _content(title, _signs(stage, pathway), "".join(limits), self._measure)


class Cards:
    """The cards of one board after another; one that is as it was is the same object."""

    def __init__(self) -> None:
        self._cards: dict[Id, tuple[tuple[object, ...], Card]] = {}

    def of(
        self, pathway: Pathway, contents: Mapping[Id, CardContent], boxes: Mapping[Id, Rect]
    ) -> Mapping[Id, Card]:
        """Return the cards in reading order; those without contents are folded."""
        sectors = {actor.id: actor.sector for actor in pathway.actors}
        cards = {}
        for stage in pathway.stages:
            content, box = contents.get(stage.id), boxes[stage.id]
            sector = sectors.get(stage.actor or "")
            made_of = (stage, content, box, sector)
            kept = self._cards.get(stage.id)
            if kept is None or kept[0] != made_of:
                card = place_card(content, stage, sector, box) if content else None
                kept = made_of, card or folded_card(stage, sector, box)
            cards[stage.id] = kept
        self._cards = cards
        return {id: card for id, (_made_of, card) in cards.items()}


def folded_card(stage: Stage, sector: Sector | None, box: Rect) -> Card:
    return Card(
        id=stage.id,
        box=box,
        sector=sector,
        kind=stage.kind,
        confirmation=stage.confirmation,
        start=stage.start,
        title=(),
        symbols=(),
        time=None,
        folded=True,
    )


def notes_on_card(content: CardContent, box: Rect) -> list[NoteBox]:
    """Put the notes at the bottom of the card."""
    top = box.bottom - content.notes_height
    return pile(content.notes, box.x + NOTE_INSET, top, NOTE_WIDTH)


def place_card(content: CardContent, stage: Stage, sector: Sector | None, box: Rect) -> Card:
    """Put the content into its box: the title from the top, signs and chip above the notes."""
    left, bottom = box.x + CARD_PADDING, box.bottom - content.notes_height - CARD_PADDING
    return Card(
        id=stage.id,
        box=box,
        sector=sector,
        kind=stage.kind,
        confirmation=stage.confirmation,
        start=stage.start,
        title=set_lines(content.title, TextStyle.CARD_TITLE, left, box.y + CARD_PADDING),
        symbols=tuple(_symbols(content, left, bottom)),
        time=_chip(content, box, bottom) if content.chip else None,
    )


@lru_cache(maxsize=10_000)
def _content(title: str, signs: tuple[Sign, ...], chip: str, measure: TextMeasure) -> CardContent:
    title_lines = wrap(title, TextStyle.CARD_TITLE, INNER_WIDTH, measure)
    lines = wrap(chip, TextStyle.CARD_CHIP, INNER_WIDTH - 2 * CHIP_PADDING_X, measure)
    chip_width = widest(lines, TextStyle.CARD_CHIP, measure) + 2 * CHIP_PADDING_X
    signs_width = len(signs) * (SYMBOL_SIZE + SYMBOL_GAP)
    chip_beside = len(lines) == 1 and signs_width + chip_width <= INNER_WIDTH
    below = _sign_rows_height(signs)
    if lines and not chip_beside:
        below = _chip_height(lines) + (CARD_ROW_GAP + below if below else 0)
    height = (
        2 * CARD_PADDING
        + max(len(title_lines), CARD_TITLE_LINES) * TITLE_LINE
        + CARD_TITLE_GAP
        + max(below, BOTTOM_HEIGHT)
    )
    return CardContent(title_lines, signs, lines, chip_width, chip_beside, height)


def _with_notes(content: CardContent, notes: tuple[NoteText, ...]) -> CardContent:
    return content._replace(notes=notes, notes_height=pile_height(notes) + NOTE_FOOT)


def _signs(stage: Stage, pathway: Pathway) -> tuple[Sign, ...]:
    """Return the signs of the stage's kind, its sub-pathway, its channels' kinds, each once."""
    channels = (pathway.find(Channel, id) for id in stage.channels)
    kinds = [channel.kind for channel in channels if channel]
    own: list[Sign] = [stage.kind] if stage.kind else []
    link = [CardSign.SUBPATHWAY] if stage.subpathway else []
    return tuple(dict.fromkeys([*own, *link, *kinds]))


def _symbols(content: CardContent, left: float, bottom: float) -> Iterator[Symbol]:
    """Yield the signs in rows, the last row beside the chip or at the bottom of the card."""
    inset = (BOTTOM_HEIGHT - SYMBOL_SIZE) / 2
    top = bottom - content.sign_rows_height + inset
    for place, sign in enumerate(content.signs):
        row, column = divmod(place, SYMBOLS_IN_ROW)
        yield Symbol(
            sign,
            Rect(
                left + column * (SYMBOL_SIZE + SYMBOL_GAP),
                top + row * (SYMBOL_SIZE + CARD_ROW_GAP),
                SYMBOL_SIZE,
                SYMBOL_SIZE,
            ),
        )


def _chip(content: CardContent, box: Rect, bottom: float) -> Chip:
    """Put the chip at the right beside the signs, else above them at the left."""
    left, top = box.x + CARD_PADDING, bottom - content.chip_height
    if content.chip_beside:
        left = box.right - CARD_PADDING - content.chip_width
    elif content.signs:
        top -= content.sign_rows_height + CARD_ROW_GAP
    return Chip(
        Rect(left, top, content.chip_width, content.chip_height),
        set_lines(content.chip, TextStyle.CARD_CHIP, left + CHIP_PADDING_X, top + CHIP_PADDING_Y),
    )
