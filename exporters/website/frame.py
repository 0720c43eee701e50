"""What stands around every page of a site: its head, its header and its footer."""

from collections.abc import Mapping
from typing import Any

from exporters.website.options import SiteOptions
from model.messages import _
from model.records import PathwayInfo

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; base-uri 'none'; form-action 'none'"
)


def list_title() -> str:
    return _("Care and service pathways")


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
        "site": site,
        "county": info.county,
        "accessibility_statement": info.accessibility_statement,
        "list_title": list_title(),
        "policy": POLICY,
    }


def absolute(site: SiteOptions, name: str) -> str:
    """Return the full address of a file of the site; "" when nobody said where it will lie."""
    return f"{site.base_address.rstrip('/')}/{name}" if site.base_address else ""
