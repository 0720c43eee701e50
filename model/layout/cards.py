"""What stands on a card, and how high that makes it."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from model.ids import Id
from model.layout.geometry import (
    Card,
    CardSign,
    Chip,
    NoteBox,
    Rect,
    Sign,
    Standing,
    Symbol,
    TextMeasure,
    TextStyle,
)
from model.layout.grid import Grid
from model.layout.kept import in_order, others
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

    def in_box(self, box: Rect) -> Standing:
        """Put the content into its card: the title from the top, signs and chip above the notes."""
        left, bottom = box.x + CARD_PADDING, box.bottom - self.notes_height - CARD_PADDING
        return Standing(
            title=set_lines(self.title, TextStyle.CARD_TITLE, left, box.y + CARD_PADDING),
            symbols=tuple(_symbols(self, left, bottom)),
            time=_chip(self, box, bottom) if self.chip else None,
        )

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
        self._stages: Mapping[Id, Stage] = {}
        self._contents: dict[Id, CardContent] = {}

    def of(
        self, pathway: Pathway, stages: Mapping[Id, Stage], grid: Grid, notes: Notes, language: str
    ) -> Mapping[Id, CardContent]:
        """Return what stands on each card that is not folded."""
        typed_in = pathway.info.languages[0] if pathway.info.languages else language
        said_with = (pathway.channels, typed_in, language, notes.on_records)
        if said_with != self._said_with:
            self._stages, self._contents = {}, {}
        shown = stages
        if grid.is_any_folded:
            slots = grid.slots
            shown = {id: each for id, each in stages.items() if not grid.is_folded(slots[id])}
        contents = {
            id: self._content(shown[id], pathway, notes.about(id), typed_in, language)
            for id in others(self._stages, shown)
        }
        self._contents = in_order(shown, self._contents, contents)
        self._said_with, self._stages = said_with, shown
        return self._contents

    def _content(
        self, stage: Stage, pathway: Pathway, about: Sequence[Note], typed_in: str, language: str
    ) -> CardContent:
        limits = [length_for(target.limit, language, typed_in) for target in stage.time_targets[:1]]
        title = in_language(stage.title, language)
        content = _content(title, _signs(stage, pathway), "".join(limits), self._measure)
        texts = note_texts(about, NOTE_WIDTH, self._measure, language)
        return _with_notes(content, texts) if texts else content


class Cards:
    """The cards of one board after another; one that is as it was is the same object."""

    def __init__(self) -> None:
        self._sectors: Mapping[Id, object] = {}
        self._made_of: tuple[Mapping[Id, Any], ...] = {}, {}, {}
        self._cards: dict[Id, Card] = {}

    def of(
        self,
        pathway: Pathway,
        stages: Mapping[Id, Stage],
        contents: Mapping[Id, CardContent],
        boxes: Mapping[Id, Rect],
    ) -> Mapping[Id, Card]:
        """Return the cards in the order of the stages; those without contents are folded."""
        sectors = {actor.id: actor.sector for actor in pathway.actors}
        made_of = stages, contents, boxes
        touched = {id for pair in zip(self._made_of, made_of, strict=True) for id in others(*pair)}
        if len(contents) < len(stages):
            touched.update(id for id in self._made_of[1] if id in stages and id not in contents)
        if sectors != self._sectors:
            touched.update(stages)
        self._sectors, self._made_of = sectors, made_of
        cards = {}
        for id in touched:
            stage, content, box = stages[id], contents.get(id), boxes[id]
            sector = sectors.get(stage.actor or "")
            face, folded = (Standing(), True) if content is None else (content, False)
            card = Card(id, box, sector, stage.kind, stage.confirmation, stage.start, face, folded)
            if card != self._cards.get(id):
                cards[id] = card
        self._cards = in_order(stages, self._cards, cards)
        return self._cards


def notes_on_card(content: CardContent, box: Rect) -> list[NoteBox]:
    """Put the notes at the bottom of the card."""
    top = box.bottom - content.notes_height
    return pile(content.notes, box.x + NOTE_INSET, top, NOTE_WIDTH)


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
