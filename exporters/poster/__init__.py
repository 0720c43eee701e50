"""The board as a poster: on one large sheet, or on several small ones to be glued together."""

from collections.abc import Iterator

from exporters.exporter import Exporter, Group, Options, Progress
from exporters.poster.paper import Orientation, PaperSize, PosterChoice, checked
from model.messages import N_, speaking
from model.pathway import Pathway

__all__ = ["POSTER", "Orientation", "PaperSize", "PosterChoice", "build_poster"]


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
    from exporters.diagram import words
    from exporters.diagram.headless import prepare_painting
    from exporters.poster.composition import compose
    from exporters.poster.document import About, SheetOfPaper, document
    from exporters.poster.pages import Page, pages

    choice = checked(choice)
    language = options.languages_for(pathway)[0]
    progress(0)
    with speaking(language):
        poster = compose(pathway, language, choice, options.made_at.date(), address)
        every = tuple(pages(choice))
        subject = words.board_description(pathway, language)
    progress(0.2)
    prepare_painting()
    from PySide6.QtGui import QPainter

    from exporters.poster.paint import paint_page

    def sheet(page: Page) -> SheetOfPaper:
        def paint(painter: QPainter) -> None:
            with speaking(language):
                paint_page(painter, page, poster)

        return SheetOfPaper(page.name, page.paper, paint)

    about = About(poster.title, subject, language, options.made_at)
    made = document([*map(sheet, every)], about, lambda share: progress(0.2 + 0.6 * share))
    progress(1)
    return made


def build(pathway: Pathway, options: Options, progress: Progress) -> Iterator[tuple[str, bytes]]:
    yield "poster.pdf", build_poster(pathway, options, PosterChoice(), progress)


POSTER = Exporter("poster", N_("Poster (PDF)"), ".pdf", build, group=Group.PICTURES)
