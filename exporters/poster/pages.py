"""The pages of a poster in the order in which they are printed."""

from collections.abc import Iterator
from typing import NamedTuple

from exporters.poster.marks import place_of
from exporters.poster.paper import Paper, PosterChoice, Tile, tiles
from exporters.poster.ruler import RulerPage, ruler_page
from model.messages import _


class Page(NamedTuple):
    """A sheet: the test page, or one that shows a part of the poster. `name` tells it by."""

    name: str
    paper: Paper
    choice: PosterChoice
    tile: Tile | None = None
    ruler: RulerPage | None = None


def pages(choice: PosterChoice) -> Iterator[Page]:
    """Yield the pages, named in the language in force."""
    if choice.ruler:
        yield Page(_("Test page"), choice.ruler_paper, choice, ruler=ruler_page(choice))
    for tile in tiles(choice):
        name = place_of(choice, tile) if choice.sheets > 1 else _("Poster")
        yield Page(name, choice.paper, choice, tile=tile)
