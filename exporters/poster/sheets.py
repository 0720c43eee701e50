"""What is printed, sheet by sheet: for the PDF, the printer and the preview alike."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from exporters.diagram import words
from exporters.diagram.headless import prepare_painting
from exporters.diagram.paper_pdf import About, SheetOfPaper
from exporters.edited import as_it_is_now, is_edited
from exporters.exporter import Options
from exporters.poster.cards import (
    A_SHEET,
    PAPER,
    CardChoice,
    CardSheet,
    card_faces,
    card_sheets,
    check_cards,
)
from exporters.poster.composition import Poster, compose
from exporters.poster.larger import advice
from exporters.poster.pages import Page, pages
from exporters.poster.paper import PosterChoice, checked
from model.messages import _, ngettext, speaking
from model.pathway import Pathway

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

Paint = Callable[["QPainter"], None]


class Printed(NamedTuple):
    """The sheets; `aside` is how many of them lie side by side, after `first` ones in front.

    `smallest_letters` is how high capitals of the smallest text are, in millimetres, and
    `address` where the QR code leads. `advice` and `warning` are sentences, "" without any.
    """

    sheets: tuple[SheetOfPaper, ...]
    about: About
    aside: int
    first: int
    smallest_letters: float = 0.0
    address: str = ""
    advice: str = ""
    warning: str = ""


def poster_sheets(
    pathway: Pathway, options: Options, choice: PosterChoice, address: str = ""
) -> Printed:
    """Lay out a poster; raises ExportError for a choice that no poster can be made by."""
    choice = checked(choice)
    language = options.languages_for(pathway)[0]
    with speaking(language):
        poster = compose(pathway, language, choice, options.made_at.date(), address)
        every = tuple(pages(choice))
        subject = words.board_description(pathway, language)
    prepare_painting()
    return Printed(
        tuple(
            SheetOfPaper(page.name, page.paper, _painting(page, poster, language)) for page in every
        ),
        About(poster.title, subject, language, options.made_at),
        choice.across,
        int(choice.ruler),
        poster.smallest_letters,
        address,
        advice(poster, choice),
        as_it_is_now() if is_edited(pathway) else "",
    )


def sheets_of_cards(pathway: Pathway, options: Options, choice: CardChoice) -> Printed:
    """Lay out paper cards; raises ExportError when no card can be made."""
    check_cards(pathway, choice)
    language = options.languages_for(pathway)[0]
    with speaking(language):
        faces = card_faces(pathway, language, choice)
        title = _("Cards: {title}").format(title=words.board_title(pathway, language))
        counted = ngettext("{count} card", "{count} cards", len(faces)).format(count=len(faces))
        sheets = tuple(card_sheets(faces))
        names = [
            _("Cards {first}–{last}").format(first=some[0].number, last=some[-1].number)
            for some in (faces[at : at + A_SHEET] for at in range(0, len(faces), A_SHEET))
        ]
    prepare_painting()
    return Printed(
        tuple(
            SheetOfPaper(name, PAPER, _painting_cards(sheet))
            for name, sheet in zip(names, sheets, strict=True)
        ),
        About(title, counted, language, options.made_at),
        4,
        0,
    )


def _painting(page: Page, poster: Poster, language: str) -> Paint:
    def paint(painter: "QPainter") -> None:
        from exporters.diagram.paint_poster import paint_page

        with speaking(language):
            paint_page(painter, page, poster)

    return paint


def _painting_cards(sheet: CardSheet) -> Paint:
    def paint(painter: "QPainter") -> None:
        from exporters.diagram.paint_poster import paint_card_sheet

        paint_card_sheet(painter, sheet)

    return paint
