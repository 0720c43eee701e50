"""A site of static files for a library of pathways.

    index.html                  the front page in the first language
    fi/index.html               the front page: search and filters
    fi/rajaus/kunta-205.html    what one choice of a filter finds
    fi/diabetes.html            a pathway's page
    fi/ammattilaisille/...      the same for professionals
    fi/feed.xml                 what has changed (with a base address)
    data/index.json             pathway-site/1: the list
    data/diabetes.json          pathway-site/1: a pathway
    data/changes.json           pathway-site/1: what publications changed
    theme.css, logo.svg         a county's own look
    style.css, library.css, site.js, search.js, icon.svg, fonts/
    sitemap.xml (with a base address), robots.txt
    _headers                    headers, as web hosts of static files read them

No requests to anyone else; addresses are relative, so the folder can lie anywhere. The same
content gives the same bytes: no clock and no chance is asked.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from msgspec.structs import replace

from exporters.exporter import ExportError, Options, Progress
from exporters.website.links import slug
from exporters.website.options import SiteOptions, checked
from exporters.website.pages import Published
from exporters.website.public import public_part
from exporters.website.site import site_files
from exporters.website.words import language_name
from model.messages import LANGUAGES, _
from model.pathway import Pathway
from model.text import in_language

__all__ = ["SiteOptions", "build"]


def build(
    pathways: Sequence[Pathway], options: Options, site: SiteOptions, progress: Progress
) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a site that holds `pathways`, at least one.

    Every pathway gets pages in `options.languages`, or without them in its own. What is not
    public is left out here; whether a pathway may go out at all is for the caller to ask.
    Raises ExportError for a language in which the site has no words of its own, and for two
    pathways that would lie at one address or are the same pathway twice.
    """
    if not pathways:
        raise ExportError(_("A website needs at least one pathway."))
    site = checked(site)
    library = [_published(pathway, options, site) for pathway in pathways]
    _refuse_unspoken(dict.fromkeys(chain.from_iterable(each.slugs for each in library)))
    _refuse_same_pathway(library)
    _refuse_same_address(library)
    yield from site_files(library, progress)


def _published(pathway: Pathway, options: Options, site: SiteOptions) -> Published:
    public = as_published(pathway, options.languages_for(pathway))
    return Published(public, public.info.slug, site)


def as_published(pathway: Pathway, languages: Sequence[str]) -> Pathway:
    """Return the public part of a pathway; it says its languages and its addresses itself.

    It is what `read_back.pathway_of` finds in the data of a publication.
    """
    public = public_part(pathway, languages)
    slugs = {code: _slug(public, code) for code in languages}
    info = replace(public.info, slug=slugs, languages=tuple(languages))
    return public.replacing({info.id: info})


def _slug(pathway: Pathway, language: str) -> str:
    info = pathway.info
    wishes = (info.slug.get(language, ""), in_language(info.title, language), info.id)
    return slug(*wishes)


def _refuse_unspoken(languages: Sequence[str] | dict[str, None]) -> None:
    for language in languages:
        if language not in LANGUAGES:
            raise ExportError(
                _(
                    "The website can be made in {possible}, not in “{language}”: leave that "
                    "language out."
                ).format(possible=", ".join(map(language_name, LANGUAGES)), language=language)
            )


def _refuse_same_pathway(library: Sequence[Published]) -> None:
    seen: dict[str, Published] = {}
    for published in library:
        info = published.pathway.info
        if other := seen.get(info.id):
            raise ExportError(
                _(
                    "“{one}” and “{other}” are the same pathway (one is a copy of the other): "
                    "leave one of them out."
                ).format(one=_title(other), other=_title(published))
            )
        seen[info.id] = published


def _refuse_same_address(library: Sequence[Published]) -> None:
    seen: dict[str, Published] = {}
    for published in library:
        for address in (*map(published.page, published.slugs), published.data_file):
            if other := seen.get(address):
                raise ExportError(
                    _(
                        "“{one}” and “{other}” would both get the address “{address}”: give one "
                        "of them another short name for its web address."
                    ).format(one=_title(other), other=_title(published), address=address)
                )
            seen[address] = published


def _title(published: Published) -> str:
    info = published.pathway.info
    return in_language(info.title, next(iter(published.slugs))) or info.id
