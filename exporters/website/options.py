"""What a county chooses for its site as a whole: address, name, look."""

from collections.abc import Mapping

from msgspec import Struct

from model.text import Text


class SiteOptions(Struct, frozen=True, kw_only=True):
    """A site as a whole; everything has a sensible value of its own.

    `base_address` is where the folder will lie, such as "https://palveluketjut.example.fi/";
    without it everything that formats want absolute is left out (canonical addresses, hreflang,
    sitemap, feed). `title` names the site per language. `theme_css` replaces the site's
    theme.css, `logo` is a PNG or SVG file's content. `is_preview` marks every page as a draft
    and keeps search engines off. `earlier` holds the files of the last publication by name
    (data/*.json are enough), from which the changes are told.
    """

    base_address: str = ""
    title: Text = {}
    theme_css: bytes = b""
    logo: bytes = b""
    is_preview: bool = False
    earlier: Mapping[str, bytes] = {}
