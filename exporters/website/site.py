"""The files of a site, from the public parts of its pathways."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec
from msgspec.structs import replace

from exporters.exporter import Progress
from exporters.leaflet import leaflet
from exporters.website import data, reading, schema
from exporters.website.changes import CHANGES, changes_file
from exporters.website.feed import feed, robots, sitemap
from exporters.website.fonts import font_files
from exporters.website.frame import POLICY, absolute, feed_name
from exporters.website.front import about, front_pages
from exporters.website.kept import BUILD, Build, Made, digest, source_of, taken_over
from exporters.website.logo import logo_name
from exporters.website.options import SiteOptions
from exporters.website.pages import Published, draw, pathway_page, professional_page
from model.codes import PathwayStatus
from model.messages import LANGUAGES, _, speaking

HERE = Path(__file__).parent

# A meta element cannot forbid framing; a header can.
HEADERS = f"""/*
  Content-Security-Policy: {POLICY}; frame-ancestors 'none'
  X-Content-Type-Options: nosniff
  X-Frame-Options: DENY
  Referrer-Policy: strict-origin-when-cross-origin
"""


_LOOK = ("style.css", "library.css", "site.js", "search.js", "icon.svg")


def site_files(library: Sequence[Published], progress: Progress) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a site by name; every address in it is its own.

    All of `library` have the same `site`. A pathway's files are taken over from the site's last
    publication where they would be the same.
    """
    site = library[0].site
    languages = languages_of(library)
    data_files: dict[str, bytes] = {}
    made: dict[str, Made] = {}
    for number, published in enumerate(library):
        progress(number / (len(library) + 1))
        source = source_of(published)
        content = taken_over(published, source, site.earlier) or dict(pathway_files(published))
        data_files[published.data_file] = content[published.data_file]
        digests = {name: digest(each) for name, each in sorted(content.items())}
        made[published.pathway.info.id] = Made(source, digests)
        yield from content.items()
    progress(len(library) / (len(library) + 1))
    yield "data/index.json", _index_data(library, languages, data_files)
    told = changes_file(library, languages, data_files, site.earlier)
    yield CHANGES, data.encoded(told)
    yield BUILD, msgspec.json.encode(Build(dict(sorted(made.items()))))
    for language in languages:
        with speaking(language):  # yielded outside: whoever takes them speaks another language
            pages = [*front_pages(library, languages)]
            if site.base_address:
                pages.append(
                    (feed_name(language), feed(told.changes, library, about(library).county))
                )
        yield from pages
    if site.base_address:
        yield "sitemap.xml", sitemap(library, site, languages)
    yield "robots.txt", robots(site)
    yield "_headers", _headers(site)
    yield from _look(site)
    progress(1.0)


def languages_of(library: Sequence[Published]) -> tuple[str, ...]:
    """Return the languages of a site, the leading one first.

    Their order is that of the pathways where all have the same, else the program's: it does not
    depend on which pathway comes first.
    """
    orders = {tuple(published.slugs) for published in library}
    if len(orders) == 1:
        return orders.pop()
    return tuple(code for code in LANGUAGES if any(code in order for order in orders))


def pathway_files(published: Published) -> Iterator[tuple[str, bytes]]:
    """Yield the pages, the leaflets and the data of a pathway."""
    drawings = {}
    languages = tuple(published.slugs)
    for language in languages:
        leaflet_name = published.leaflet(language)
        with speaking(language):
            drawings[language] = draw(published.pathway, language)
            page = pathway_page(
                published, language, languages, drawings[language], leaflet=leaflet_name
            )
            details = professional_page(published, language, languages)
            notice = _("Draft – not published") if published.site.is_preview else ""
        address = absolute(published.site, published.page(language))
        yield published.page(language), page
        yield published.professional_page(language), details
        yield leaflet_name, leaflet(published.pathway, language, address, notice)
    yield published.data_file, pathway_file(published, drawings)


def _look(site: SiteOptions) -> Iterator[tuple[str, bytes]]:
    for name in _LOOK:
        yield name, (HERE / name).read_bytes()
    yield "theme.css", site.theme_css or (HERE / "theme.css").read_bytes()
    if site.logo:
        yield logo_name(site.logo), site.logo
    yield from font_files()


def _headers(site: SiteOptions) -> bytes:
    return f"{HEADERS}  X-Robots-Tag: noindex\n".encode() if site.is_preview else HEADERS.encode()


def pathway_file(published: Published, drawings: Mapping[str, str]) -> bytes:
    """Return a pathway's data file; `drawings` are its board as SVG by language."""
    in_words = {}
    for language in published.slugs:
        with speaking(language):
            in_words[language] = reading.twin(published.pathway)
    content = data.pathway_data(
        published.pathway,
        slugs=published.slugs,
        languages=tuple(published.slugs),
        diagram_svg=drawings,
        diagram_text=in_words,
    )
    # Whoever takes a preview's data for published ones sees what they are.
    is_preview = published.site.is_preview
    return data.encoded(replace(content, status=PathwayStatus.DRAFT) if is_preview else content)


def _index_data(
    library: Sequence[Published], languages: tuple[str, ...], data_files: Mapping[str, bytes]
) -> bytes:
    site = library[0].site
    entries = tuple(
        data.listed(
            published.pathway,
            slugs=published.slugs,
            pages={code: published.page(code) for code in published.slugs},
            file=(published.data_file, data_files[published.data_file]),
        )
        for published in library
    )
    return data.encoded(
        schema.IndexData(
            schema="pathway-site/1",
            languages=languages,
            pathways=entries,
            title=site.title,
            county=about(library).county,
            base_address=site.base_address,
            updated=max((entry.updated for entry in entries if entry.updated), default=None),
        )
    )
