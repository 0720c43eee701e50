"""What publishing a library costs, beside bare Jinja2 that writes the same pages.

The floor renders the very bytes of the pages: a loop over their tags and words, the words escaped
by Jinja2. It draws no board, sorts nothing and asks no pathway. All in one run.
"""

import html
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from jinja2 import Environment
from markupsafe import Markup, escape
from msgspec.structs import replace

from benchmarks import timing
from benchmarks.libraries import library
from benchmarks.table import Clock, Row
from benchmarks.timing import once
from exporters.exporter import Options
from exporters.website.front import front_pages
from exporters.website.library import SiteOptions, as_published, build
from exporters.website.pages import Published, draw, pathway_page, professional_page
from model.messages import bind_catalogues, speaking
from model.pathway import Pathway

LANGUAGES: Final = ("fi", "sv")
_SITE: Final = SiteOptions(base_address="https://ketjut.example.fi/")
_FLOOR: Final = "{% for tag, words in pieces %}{{ tag }}{{ words }}{% endfor %}"
_TAG: Final = re.compile(r"(<[^>]*>)")

Piece = tuple[Markup, str]


def rows(pathways: int) -> list[Row]:
    """Measure a library of that many pathways in two languages."""
    bind_catalogues(Path(__file__).parents[1] / "designer" / "locale")
    many = library(pathways)
    pages = {name: data.decode() for name, data in _pages(many).items()}
    floor = [_pieces(page) for page in pages.values()]
    template = Environment(autoescape=True).from_string(_FLOOR)
    if [template.render(pieces=pieces) for pieces in floor] != list(pages.values()):
        raise AssertionError("the floor writes other pages")

    first: dict[str, bytes] = {}
    changed = with_one_change(many)
    whole, again, unchanged, bare = timing.in_turns(
        lambda: first.update(built(many)),
        lambda: built(changed, first),
        lambda: built(many, first),
        lambda: [template.render(pieces=each) for each in floor],
        times=timing.FEWER,
        taking=once,
    )
    if built(many, first) != first:
        raise AssertionError("publishing again without changes wrote other bytes")

    def row(act: str, floor_act: str, taken: timing.Times, floor: timing.Times) -> Row:
        return Row(act, floor_act, pathways, taken, floor, clock=Clock.WALL)

    return [
        row("publish: all, with leaflets, data", "bare Jinja2, same pages", whole, bare),
        row("publish again, one pathway changed", "all of it", again, whole),
        row("publish again, nothing changed", "all of it", unchanged, whole),
    ]


def built(many: list[Pathway], earlier: Mapping[str, bytes] | None = None) -> dict[str, bytes]:
    options = Options(languages=LANGUAGES, made_at=datetime(2026, 1, 1, tzinfo=UTC))
    site = replace(_SITE, earlier=earlier or {})
    return dict(build(many, options, site, lambda _share: None))


def _pages(many: list[Pathway]) -> dict[str, bytes]:
    """Return every page of the site: those of pathways, and the lists."""
    public = [as_published(pathway, LANGUAGES) for pathway in many]
    shown = [Published(each, each.info.slug, _SITE) for each in public]
    made: dict[str, bytes] = {}
    for language in LANGUAGES:
        with speaking(language):
            for each in shown:
                drawing = draw(each.pathway, language)
                made[each.page(language)] = pathway_page(each, language, LANGUAGES, drawing)
                details = professional_page(each, language, LANGUAGES)
                made[each.professional_page(language)] = details
            made.update(front_pages(shown, LANGUAGES))
    return made


def with_one_change(many: list[Pathway]) -> list[Pathway]:
    first, *others = many
    stage = first.stages[0]
    changed = replace(stage, title={"fi": "Uusi nimi", "sv": "Nytt namn"})
    return [first.replacing({stage.id: changed}), *others]


def _pieces(page: str) -> list[Piece]:
    """Return a page as tags and the words after each; words that Jinja2 escapes as they stand."""
    parts = ["", *_TAG.split(page)]
    return [
        (Markup(tag), _words(words))  # noqa: S704 - a page of our own
        for tag, words in zip(parts[::2], parts[1::2], strict=True)
    ]


def _words(written: str) -> str:
    words = html.unescape(written)
    return words if str(escape(words)) == written else Markup(written)  # noqa: S704 - the same
