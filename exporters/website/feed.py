"""For readers' programs and search engines: a feed of changes (Atom, RFC 4287) and a sitemap.

Both need full addresses, so that they are made only for a site that has said where it lies.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Final, cast

from lxml import etree

from exporters.website import schema
from exporters.website.frame import absolute, feed_name, site_title
from exporters.website.options import SiteOptions
from exporters.website.pages import Published
from exporters.website.public import printable
from exporters.website.reading import updated
from exporters.website.rendering import plain
from model.messages import _, spoken_language
from model.text import Text

MOST_ENTRIES: Final = 50

_ATOM: Final = "http://www.w3.org/2005/Atom"
_XML: Final = "http://www.w3.org/XML/1998/namespace"
_SITEMAP: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML: Final = "http://www.w3.org/1999/xhtml"


def feed(
    changes: Sequence[schema.PathwayChange], library: Sequence[Published], county: Text
) -> bytes:
    """Return the feed in the language in force; changes without a date cannot stand in it.

    `changes` are all that are kept, newest first.
    """
    language = spoken_language()
    site = library[0].site
    pages = {published.page(code) for published in library for code in published.slugs}
    dated = [(change.on, change) for change in changes if change.on]
    newest = max((on for on, _change in dated), default=date(1970, 1, 1))
    root = etree.Element(f"{{{_ATOM}}}feed", nsmap=cast("dict[str, str]", {None: _ATOM}))
    root.set(f"{{{_XML}}}lang", language)
    _put(root, "id", absolute(site, feed_name(language)))
    _put(root, "title", _("{site}: what has changed").format(site=site_title(site)))
    _put(root, "updated", _moment(newest))
    _link(root, "self", absolute(site, feed_name(language)))
    _link(root, "alternate", absolute(site, f"{language}/index.html"))
    author = etree.SubElement(root, f"{{{_ATOM}}}author")
    _put(author, "name", plain(county) or site_title(site))
    for id, (on, change) in [*zip(_ids(dated, site), dated, strict=True)][:MOST_ENTRIES]:
        entry = etree.SubElement(root, f"{{{_ATOM}}}entry")
        _put(entry, "id", id)
        _tell(entry, change, on)
        _link(entry, "alternate", absolute(site, _page(change, pages)))
    return _xml(root)


def _ids(dated: Sequence[tuple[date, schema.PathwayChange]], site: SiteOptions) -> list[str]:
    """Return an id for each change, which stays when newer ones come before it.

    What is published again after a withdrawal changes as it did before: it is told apart by its
    number among the same, counted from the oldest.
    """
    names = [
        printable(f"{site.base_address}#{change.what}-{change.id}-{change.revision}-{on}")
        for on, change in dated
    ]
    left = Counter(names)
    ids = []
    for name in names:
        ids.append(f"{name}-{left[name]}" if left[name] > 1 else name)
        left[name] -= 1
    return ids


def _tell(entry: etree._Element, change: schema.PathwayChange, on: date) -> None:
    title = plain(change.title) or _("Untitled")
    _put(entry, "title", _TITLES[change.what]().format(title=title))
    _put(entry, "updated", _moment(on))
    words = change.words.get(spoken_language()) or next(iter(change.words.values()), ())
    said = "\n".join(words) or _TITLES[change.what]().format(title=title)
    _put(entry, "summary", said)


def _page(change: schema.PathwayChange, pages: Collection[str]) -> str:
    """Return the page that a change tells of; the list when it is not on the site any more."""
    addresses = (change.url.get(spoken_language(), ""), *change.url.values())
    return next(
        (address for address in addresses if address in pages), f"{spoken_language()}/index.html"
    )


_TITLES: Final = {
    "new": lambda: _("New: {title}"),
    "changed": lambda: _("Changed: {title}"),
    "removed": lambda: _("No longer on the site: {title}"),
}


def sitemap(library: Sequence[Published], site: SiteOptions, languages: Sequence[str]) -> bytes:
    """Return the sitemap of pages by language, with when their content was last approved."""
    root = etree.Element(
        f"{{{_SITEMAP}}}urlset", nsmap=cast("dict[str, str]", {None: _SITEMAP, "xhtml": _XHTML})
    )
    fronts = {code: f"{code}/index.html" for code in languages}
    dates = [on for each in library if (on := updated(each.pathway.info))]
    _pages(root, site, fronts, max(dates, default=None))
    for published in library:
        for names in _names(published):
            _pages(root, site, names, updated(published.pathway.info))
    return _xml(root)


def _names(published: Published) -> Iterator[dict[str, str]]:
    yield {code: published.page(code) for code in published.slugs}
    yield {code: published.professional_page(code) for code in published.slugs}


def _pages(root: etree._Element, site: SiteOptions, names: dict[str, str], on: date | None) -> None:
    addresses = {code: absolute(site, name) for code, name in names.items()}
    for address in addresses.values():
        page = etree.SubElement(root, f"{{{_SITEMAP}}}url")
        etree.SubElement(page, f"{{{_SITEMAP}}}loc").text = address
        if on:
            etree.SubElement(page, f"{{{_SITEMAP}}}lastmod").text = on.isoformat()
        for code, other in addresses.items():
            link = etree.SubElement(page, f"{{{_XHTML}}}link")
            link.set("rel", "alternate")
            link.set("hreflang", code)
            link.set("href", other)


def robots(site: SiteOptions) -> bytes:
    """Return robots.txt, which counts only in the root of a host."""
    if site.is_preview:
        return b"User-agent: *\nDisallow: /\n"
    lines = ["User-agent: *", "Allow: /"]
    if site.base_address:
        lines.append(f"Sitemap: {absolute(site, 'sitemap.xml')}")
    return ("\n".join(lines) + "\n").encode()


def _put(parent: etree._Element, name: str, words: str) -> None:
    etree.SubElement(parent, f"{{{_ATOM}}}{name}").text = printable(words)


def _link(parent: etree._Element, relation: str, address: str) -> None:
    link = etree.SubElement(parent, f"{{{_ATOM}}}link")
    link.set("rel", relation)
    link.set("href", address)


def _moment(on: date) -> str:
    return f"{on.isoformat()}T00:00:00Z"


def _xml(root: etree._Element) -> bytes:
    etree.indent(root, " ")
    return etree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"
