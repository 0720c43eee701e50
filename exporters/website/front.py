"""The front page of a site per language, and a page for each choice of a filter.

The pages hold the whole list and work without scripts; with them, search.js filters the list as
one types, by what stands in the `data-` attributes of its entries.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from markupsafe import Markup
from msgspec.json import encode

from exporters.website.facets import Choice, Facet, Values, facets, fits, in_order, page_of, values
from exporters.website.frame import frame, site_title
from exporters.website.pages import Published
from exporters.website.reading import updated
from exporters.website.rendering import plain, templates
from model.messages import spoken_language
from model.pathway import Pathway
from model.records import Actor, PathwayInfo
from model.text import Text

T = TypeVar("T")


class Entry(NamedTuple):
    """A pathway in the list; `language` is that of its page when not the list's own."""

    title: Text
    summary: Text
    target_group: Text
    name: str
    language: str
    updated: date | None
    values: Values
    words: str


MANY = 30
"""From how many pathways on the list has an index of letters."""


class Letter(NamedTuple):
    """A letter that titles begin with, and the anchor of the first of them."""

    letter: str
    anchor: str


class Chosen(NamedTuple):
    """The choice that a page of its own lists."""

    facet: Facet
    choice: Choice


def front_pages(
    library: Sequence[Published], languages: Sequence[str]
) -> Iterator[tuple[str, bytes]]:
    """Yield the lists in the language in force: all pathways, and those of each choice."""
    language = spoken_language()
    entries = _entries(library, language)
    filters = facets([published.pathway for published in library])
    front = _List(library, about(library), languages, entries, filters, {})
    name = f"{language}/index.html"
    alternates = {code: f"{code}/index.html" for code in languages}
    yield name, front.page(name, alternates, None)
    if language == languages[0]:
        yield "index.html", front.page("index.html", alternates, None)
    for facet in filters:
        for choice in facet.choices:
            alternates = {code: page_of(code, facet.name, choice.key) for code in languages}
            yield (
                alternates[language],
                front.page(alternates[language], alternates, Chosen(facet, choice)),
            )


class _List(NamedTuple):
    """All that the lists in one language share; `told` are its entries as drawn, by the root."""

    library: Sequence[Published]
    about: PathwayInfo
    languages: Sequence[str]
    entries: Sequence[Entry]
    filters: Sequence[Facet]
    told: dict[str, Mapping[str, Markup]]

    def page(self, name: str, alternates: dict[str, str], chosen: Chosen | None) -> bytes:
        """Return the page `name`; `alternates` are its names by language."""
        site = self.library[0].site
        root = "../" * name.count("/")
        shown = [entry for entry in self.entries if _is_shown(entry, chosen)]
        around = frame(spoken_language(), name, alternates, site, self.about)
        if name == "index.html":
            # The same as the front page in the first language, under the shorter address.
            around["canonical"] = frame(
                spoken_language(),
                alternates[spoken_language()],
                alternates,
                site,
                PathwayInfo(id="x"),
            )["canonical"]
        if root not in self.told:
            self.told[root] = _drawn("told", self.entries, root)
        template = templates().get_template("list.html")
        return template.render(
            **around,
            entries=shown,
            told=self.told[root],
            sought={} if chosen else _drawn("sought", self.entries),
            letters=_letters(shown),
            filters=self.filters,
            chosen=chosen,
            heading=site_title(site),
            page_of=lambda facet, key: f"{root}{page_of(spoken_language(), facet, key)}",
        ).encode()


def _drawn(macro: str, entries: Sequence[Entry], *more: str) -> Mapping[str, Markup]:
    """Return what a macro of entry.html makes of each entry, by its name."""
    draw = getattr(templates().get_template("entry.html").module, macro)
    return {entry.name: draw(entry, *more) for entry in entries}


def _letters(entries: Sequence[Entry]) -> Mapping[str, Letter]:
    """Return the letters by the name of the first entry of each; none for a short list."""
    if len(entries) < MANY:
        return {}
    first: dict[str, str] = {}
    for entry in entries:
        first.setdefault(plain(entry.title)[:1].upper() or "–", entry.name)
    return {
        name: Letter(letter, f"letter-{number}")
        for number, (letter, name) in enumerate(first.items(), start=1)
    }


def _is_shown(entry: Entry, chosen: Chosen | None) -> bool:
    return chosen is None or fits(entry.values, chosen.facet.name, chosen.choice.key)


def about(library: Sequence[Published]) -> PathwayInfo:
    """Return what the library as a whole says: the county, and its accessibility statement.

    It is what most of the pathways say, whichever of them comes first.
    """
    infos = [published.pathway.info for published in library]
    return PathwayInfo(
        id="library",
        county=_most_said([info.county for info in infos]) or {},
        accessibility_statement=_most_said([info.accessibility_statement for info in infos]),
    )


def _most_said(values: Sequence[T | None]) -> T | None:
    """Return the value that stands there most often, of several the first by its words."""
    said = {encode(value, order="deterministic"): value for value in values if value}
    times = Counter(encode(value, order="deterministic") for value in values if value)
    return said[min(times, key=lambda words: (-times[words], words))] if said else None


def _entries(library: Sequence[Published], language: str) -> list[Entry]:
    return sorted(
        (_entry(published, language) for published in library),
        key=lambda entry: (in_order(plain(entry.title)), entry.name),
    )


def _entry(published: Published, language: str) -> Entry:
    pathway = published.pathway
    info = pathway.info
    own = language if language in published.slugs else next(iter(published.slugs))
    return Entry(
        title=info.title,
        summary=info.summary,
        target_group=info.target_group,
        name=published.page(own),
        language="" if own == language else own,
        updated=updated(info),
        values=values(pathway),
        words=_words(pathway),
    )


def _words(pathway: Pathway) -> str:
    """Return the words by which a pathway is found, folded, each once."""
    info = pathway.info
    texts = (
        info.title,
        info.summary,
        info.target_group,
        *info.themes,
        *(text for term in info.glossary for text in (term.term, term.synonyms)),
        *(stage.title for stage in pathway.stages),
        *(actor.name for actor in pathway.of(Actor)),
    )
    return " ".join(dict.fromkeys(folded(" ".join(map(plain, texts))).split()))


def folded(words: str) -> str:
    """Return words as they are searched for: small letters without marks, no punctuation.

    search.js folds what is typed in the same way.
    """
    bare = unicodedata.normalize("NFKD", words)
    bare = "".join(sign for sign in bare if not unicodedata.combining(sign)).lower()
    return re.sub(r"[^\w]+|_", " ", bare).strip()
