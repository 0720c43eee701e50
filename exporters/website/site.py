"""The files of a site, from the public parts of its pathways."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from exporters.exporter import Progress
from exporters.website import data, reading, schema
from exporters.website.fonts import font_files
from exporters.website.frame import POLICY, frame
from exporters.website.pages import Published, draw, pathway_page, professional_page
from exporters.website.rendering import plain, templates
from model.messages import speaking
from model.text import Text

# A meta element cannot forbid framing; a header can.
HEADERS = f"""/*
  Content-Security-Policy: {POLICY}; frame-ancestors 'none'
  X-Content-Type-Options: nosniff
  X-Frame-Options: DENY
  Referrer-Policy: strict-origin-when-cross-origin
"""


class Entry(NamedTuple):
    """A pathway in the list of a language."""

    info: Any
    address: str
    updated: Any


def site_files(library: Sequence[Published], progress: Progress) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a site by name; every address in it is its own."""
    languages = tuple(dict.fromkeys(code for published in library for code in published.slugs))
    steps = sum(len(published.slugs) + 1 for published in library)
    done = 0
    data_files = {}
    for published in library:
        drawings = {}
        for language in published.slugs:
            progress(done / steps)
            done += 1
            with speaking(language):
                drawings[language] = draw(published.pathway, language)
                page = pathway_page(published, language, tuple(published.slugs), drawings[language])
                details = professional_page(published, language, tuple(published.slugs))
            yield published.page(language), page
            yield published.professional_page(language), details
        progress(done / steps)
        done += 1
        data_files[published.data_file] = pathway_file(published, drawings)
        yield published.data_file, data_files[published.data_file]
    for language in languages:
        with speaking(language):
            yield f"{language}/index.html", _list(library, language, languages, folder=language)
    with speaking(languages[0]):
        yield "index.html", _list(library, languages[0], languages, folder="")
    yield "data/index.json", _index_data(library, languages, data_files)
    for name in ("style.css", "icon.svg"):
        yield name, (Path(__file__).parent / name).read_bytes()
    own_theme = Path(__file__).parent / "theme.css"
    yield "theme.css", library[0].site.theme_css or own_theme.read_bytes()
    yield from font_files()
    yield "_headers", HEADERS.encode()
    progress(1.0)


def _list(
    library: Sequence[Published], language: str, languages: Sequence[str], *, folder: str
) -> bytes:
    """Return the front page in the language in force, as it stands in `folder`."""
    root = "../" if folder else ""
    entries = sorted(
        (
            Entry(
                published.pathway.info,
                f"{root}{published.page(language)}",
                reading.updated(published.pathway.info),
            )
            for published in library
            if language in published.slugs
        ),
        key=lambda entry: (plain(entry.info.title).casefold(), entry.address),
    )
    template = templates().get_template("list.html")
    info = library[0].pathway.info
    around = frame(
        language,
        f"{folder}/index.html" if folder else "index.html",
        {code: f"{code}/index.html" for code in languages},
        library[0].site,
        info,
    )
    return template.render(**around, entries=entries).encode()


def pathway_file(published: Published, drawings: Mapping[str, str]) -> bytes:
    """Return a pathway's data file; `drawings` are its board as SVG by language."""
    in_words = {}
    for language in published.slugs:
        with speaking(language):
            in_words[language] = reading.twin(published.pathway)
    return data.encoded(
        data.pathway_data(
            published.pathway,
            slugs=published.slugs,
            languages=tuple(published.slugs),
            diagram_svg=drawings,
            diagram_text=in_words,
        )
    )


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
            county=county(library),
            base_address=site.base_address,
            updated=max((entry.updated for entry in entries if entry.updated), default=None),
        )
    )


def county(library: Sequence[Published]) -> Text:
    """Return the county of the first pathway that names one."""
    return next((p.pathway.info.county for p in library if p.pathway.info.county), {})
