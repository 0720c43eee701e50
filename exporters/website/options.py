"""What a county chooses for its site as a whole: address, name, look."""

import re
from collections.abc import Mapping
from typing import Final
from urllib.parse import urlsplit

from msgspec import Struct
from msgspec.structs import replace

from exporters.exporter import ExportError
from exporters.website.links import in_ascii, safe_address
from exporters.website.logo import harmless_logo
from exporters.website.public import in_chosen
from model.messages import _
from model.text import Text, quoted

LARGEST_THEME: Final = 512 * 1024  # bytes

# What asks others for something, wherever it stands: what seems a comment may be none. An address
# may be a picture's own data, a place in the file, or a plain path on the site; a backslash could
# write all of it in another way.
_ASKS_OTHERS: Final = re.compile(
    r"""@import|\\|image-set\(|\bsrc\(
    |url\((?!\s*(?P<quote>["']?)(?:data:image/|\#|(?!//)[\w./?=&%~-]*(?P=quote)\s*\)))""",
    re.IGNORECASE | re.VERBOSE,
)


class SiteOptions(Struct, frozen=True, kw_only=True):
    """A site as a whole; everything has a sensible value of its own.

    `base_address` is where the folder will lie, such as "https://palveluketjut.example.fi/";
    without it everything that formats want absolute is left out (canonical addresses, hreflang,
    sitemap, feed). `title` names the site per language. `theme_css` replaces the site's
    theme.css, `logo` is a PNG or SVG file's content. `is_preview` marks every page as a draft
    and keeps search engines off. `earlier` holds the files of the last publication by name, from
    which the changes are told (data/*.json) and unchanged pages are taken over (all others).
    """

    base_address: str = ""
    title: Text = {}
    theme_css: bytes = b""
    logo: bytes = b""
    is_preview: bool = False
    earlier: Mapping[str, bytes] = {}


def checked(site: SiteOptions) -> SiteOptions:
    """Return the options as they are used. Raises ExportError for what no site can have."""
    if site.theme_css:
        _refuse_theme(site.theme_css)
    return replace(
        site,
        base_address=_base(site.base_address),
        title=in_chosen(site.title, tuple(site.title)),
        logo=harmless_logo(site.logo) if site.logo else b"",
    )


def _base(address: str) -> str:
    if not address.strip():
        return ""
    safe = safe_address(address)
    parts = urlsplit(safe or "")
    if safe is None or parts.scheme not in {"http", "https"} or parts.query or parts.fragment:
        raise ExportError(
            _(
                "“{address}” cannot be the site’s address: it must begin with https:// and name "
                "the folder where the site will lie."
            ).format(address=quoted(address))
        )
    return f"{in_ascii(safe).rstrip('/')}/"


def _refuse_theme(theme: bytes) -> None:
    try:
        written = theme.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ExportError(_("The theme is not a CSS file in UTF-8.")) from error
    if len(theme) > LARGEST_THEME:
        raise ExportError(_("The theme is too large: choose a CSS file of at most 512 kilobytes."))
    if _ASKS_OTHERS.search(written):
        raise ExportError(
            _(
                "The theme asks for files from elsewhere (@import, url) or has a backslash: a site "
                "asks nobody else, so take them out."
            )
        )
