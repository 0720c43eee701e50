"""A site of static files: per language a list and a page per pathway, and the data files.

    index.html               the list in the first language
    fi/index.html            the list
    fi/diabetes.html         a pathway's page
    data/index.json          pathway-site/1: the list
    data/diabetes.json       pathway-site/1: a pathway
    style.css, icon.svg      the look
    _headers                 headers, as web hosts of static files read them

No scripts, no requests to anyone else; addresses are relative, so the folder can lie anywhere.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from exporters.exporter import ExportError, Options, Progress
from exporters.website import data, reading
from exporters.website.links import slug
from exporters.website.pages import POLICY, Published, draw, frame, pathway_page
from exporters.website.public import public_part
from exporters.website.rendering import plain, templates
from exporters.website.words import language_name
from model.messages import LANGUAGES, _, speaking
from model.pathway import Pathway
from model.text import in_language

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


def build(pathway: Pathway, options: Options, progress: Progress) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a site that holds one pathway.

    Raises ExportError for a language in which the site has no words of its own.
    """
    languages = options.languages_for(pathway)
    _refuse_unspoken(languages)
    public = public_part(pathway, languages)
    published = Published(public, {code: _slug(public, code) for code in languages})
    yield from _site((published,), languages, options.made_at, progress)


def _refuse_unspoken(languages: Sequence[str]) -> None:
    for language in languages:
        if language not in LANGUAGES:
            raise ExportError(
                _(
                    "The website can be made in {possible}, not in “{language}”: leave that "
                    "language out."
                ).format(possible=", ".join(map(language_name, LANGUAGES)), language=language)
            )


def _slug(pathway: Pathway, language: str) -> str:
    info = pathway.info
    wishes = (info.slug.get(language, ""), in_language(info.title, language), info.id)
    return slug(*wishes)


def _site(
    pathways: Sequence[Published],
    languages: tuple[str, ...],
    made_at: datetime,
    progress: Progress,
) -> Iterator[tuple[str, bytes]]:
    steps = len(pathways) * (len(languages) + 1)
    done = 0
    for published in pathways:
        drawings = {}
        for language in languages:
            progress(done / steps)
            done += 1
            with speaking(language):
                drawings[language] = draw(published.pathway, language)
                page = pathway_page(published, language, languages, drawings[language])
            yield published.page(language), page
        progress(done / steps)
        done += 1
        yield published.data_file, _pathway_data(published, languages, drawings)
    for language in languages:
        with speaking(language):
            yield f"{language}/index.html", _list(pathways, language, languages, folder=language)
    with speaking(languages[0]):
        yield "index.html", _list(pathways, languages[0], languages, folder="")
    yield "data/index.json", _index_data(pathways, languages, made_at)
    for name in ("style.css", "icon.svg"):
        yield name, (Path(__file__).parent / name).read_bytes()
    yield "_headers", HEADERS.encode()
    progress(1.0)


def _list(
    pathways: Sequence[Published], language: str, languages: Sequence[str], *, folder: str
) -> bytes:
    """Return the list page in the language in force, as it stands in `folder`."""
    root = "../" if folder else ""
    entries = sorted(
        (
            Entry(
                published.pathway.info,
                f"{root}{published.page(language)}",
                reading.updated(published.pathway.info),
            )
            for published in pathways
        ),
        key=lambda entry: (plain(entry.info.title).casefold(), entry.address),
    )
    alternates = {code: f"{root}{code}/index.html" for code in languages}
    template = templates().get_template("list.html")
    return template.render(
        **frame(language, root, "index.html", alternates, pathways[0].pathway),
        entries=entries,
    ).encode()


def _pathway_data(
    published: Published, languages: tuple[str, ...], drawings: Mapping[str, str]
) -> bytes:
    in_words = {}
    for language in languages:
        with speaking(language):
            in_words[language] = reading.twin(published.pathway)
    return data.encoded(
        data.pathway_data(
            published.pathway,
            slugs=published.slugs,
            languages=languages,
            diagram_svg=drawings,
            diagram_text=in_words,
        )
    )


def _index_data(
    pathways: Sequence[Published], languages: tuple[str, ...], made_at: datetime
) -> bytes:
    entries = tuple(
        data.listed(
            published.pathway,
            slugs=published.slugs,
            pages={code: published.page(code) for code in languages},
            file=published.data_file,
        )
        for published in pathways
    )
    return data.encoded(
        data.index(
            entries,
            county=pathways[0].pathway.info.county,
            languages=languages,
            made_at=made_at,
        )
    )
