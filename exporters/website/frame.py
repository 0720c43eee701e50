"""What stands around every page of a site: its head, its header and its footer."""

from collections.abc import Mapping
from typing import Any

from exporters.website.logo import logo_name
from exporters.website.options import SiteOptions
from exporters.website.rendering import plain
from model.messages import _
from model.records import PathwayInfo

# Nobody but the site itself is asked. Its own scripts ask for nothing; tools that look at a site
# from within a page ask for its robots.txt.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
)

# What Open Graph calls the languages; Finland's, since the sites are.
_LOCALES = {"fi": "fi_FI", "sv": "sv_FI", "en": "en_GB"}


def list_title() -> str:
    return _("Care and service pathways")


def site_title(site: SiteOptions) -> str:
    """Return what the site is called, in the language in force."""
    return plain(site.title) or list_title()


def frame(
    language: str,
    name: str,
    alternates: Mapping[str, str],
    site: SiteOptions,
    info: PathwayInfo,
) -> dict[str, Any]:
    """Return what the layout needs for the page `name` ("fi/diabetes.html").

    `info` names the county. `alternates` are the names of the same page by language, this one
    among them. Names are relative to the site's root; the templates get them from the page.
    """
    root = "../" * name.count("/")
    return {
        "language": language,
        "root": root,
        "list_page": f"{root}{language}/index.html" if root else "index.html",
        "alternates": {code: f"{root}{other}" for code, other in alternates.items()},
        "canonical": absolute(site, alternates[language]),
        "absolute_alternates": {
            code: address
            for code, other in alternates.items()
            if (address := absolute(site, other))
        },
        "feed": f"{root}{feed_name(language)}" if site.base_address else "",
        "locales": {code: _LOCALES.get(code, code) for code in alternates},
        "logo": f"{root}{logo_name(site.logo)}" if site.logo else "",
        "is_preview": site.is_preview,
        "county": info.county,
        "summary": plain(info.summary),
        "accessibility_statement": info.accessibility_statement,
        "list_title": site_title(site),
        "policy": POLICY,
    }


def absolute(site: SiteOptions, name: str) -> str:
    """Return the full address of a file of the site; "" when nobody said where it will lie."""
    return f"{site.base_address}{name}" if site.base_address else ""


def feed_name(language: str) -> str:
    return f"{language}/feed.xml"
