"""The board on paper: as a poster on one sheet or several, and as cards for the wall."""

from collections.abc import Callable, Iterator, Sequence

from exporters.diagram.losses import of_picture
from exporters.edited import as_it_is_now, is_edited
from exporters.exporter import Exporter, Group, Options, Progress
from exporters.poster.cards import CardChoice
from exporters.poster.paper import Orientation, PaperSize, PosterChoice
from model.messages import N_
from model.pathway import Pathway

__all__ = [
    "POSTER",
    "CardChoice",
    "Orientation",
    "PageOf",
    "PaperSize",
    "PosterChoice",
    "as_cards",
    "as_poster",
    "build_cards",
    "build_poster",
    "no_page",
]


def build_poster(
    pathway: Pathway,
    options: Options,
    choice: PosterChoice,
    progress: Progress,
    address: str = "",
) -> bytes:
    """Return the poster's PDF in the first of the languages; a QR code leads to `address`.

    `address` is that of the published page (http or https); without it there is no code. Raises
    ExportError for a choice that no poster can be made by.
    """
    from exporters.diagram.paper_pdf import document
    from exporters.poster.sheets import poster_sheets

    progress(0)
    made = poster_sheets(pathway, options, choice, address)
    progress(0.2)
    pdf = document(made.sheets, made.about, lambda share: progress(0.2 + 0.6 * share))
    progress(1)
    return pdf


def build_cards(
    pathway: Pathway, options: Options, choice: CardChoice, progress: Progress
) -> bytes:
    """Return the PDF of sheets of paper cards to cut out, in the first of the languages.

    Stages without a number are given one by `model.cards.number_cards`: whoever keeps the pathway
    applies the same change, so that the numbers stay. Raises ExportError when no card can be made.
    """
    from exporters.diagram.paper_pdf import document
    from exporters.poster.sheets import sheets_of_cards

    progress(0)
    made = sheets_of_cards(pathway, options, choice)
    progress(0.2)
    pdf = document(made.sheets, made.about, lambda share: progress(0.2 + 0.6 * share))
    progress(1)
    return pdf


PageOf = Callable[[str], str]
"""Tells the address of the published page in a language, "" without one."""


def no_page(language: str) -> str:
    del language
    return ""


def as_poster(choice: PosterChoice, page_of: PageOf = no_page) -> Exporter:
    """Return the format of posters made as chosen, for whatever writes formats to the disk."""

    def build(
        pathway: Pathway, options: Options, progress: Progress
    ) -> Iterator[tuple[str, bytes]]:
        address = page_of(options.languages_for(pathway)[0])
        yield "poster.pdf", build_poster(pathway, options, choice, progress, address)

    def told(pathway: Pathway, options: Options) -> Sequence[str]:
        from exporters.poster.words import readability

        edited = (as_it_is_now(),) if is_edited(pathway) else ()
        return (*edited, *of_picture(pathway, options), readability(pathway, options, choice))

    return Exporter("poster", N_("Poster (PDF)"), ".pdf", build, told, group=Group.PICTURES)


def as_cards(choice: CardChoice) -> Exporter:
    """Return the format of paper cards made as chosen."""

    def build(
        pathway: Pathway, options: Options, progress: Progress
    ) -> Iterator[tuple[str, bytes]]:
        yield "cards.pdf", build_cards(pathway, options, choice, progress)

    return Exporter("cards", N_("Paper cards (PDF)"), ".pdf", build)


POSTER = as_poster(PosterChoice())
"""What the list of formats has: the poster on one sheet of A1."""
