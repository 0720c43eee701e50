"""A county's own look: theme and logo, and what is not let in with them."""

import pytest

from exporters.exporter import ExportError
from exporters.website.library import SiteOptions
from exporters.website.logo import harmless_logo
from tests.exporters.website.dom import attributes, found, parsed
from tests.exporters.website.libraries import library, pathway

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">%s</svg>'


def test_a_theme_takes_the_place_of_the_programs_own() -> None:
    theme = b":root { --brand: #06376b; }"
    files = library(pathway("a", "Uni"), site=SiteOptions(theme_css=theme))
    assert files["theme.css"] == theme
    assert b"--brand" in library(pathway("a", "Uni"))["theme.css"]


@pytest.mark.parametrize(
    "theme",
    [
        b"@import 'https://fonts.example/x.css';",
        b"a { background: url(https://evil.example/x) }",
        b"a { background: url( '//evil.example/x' ) }",
        b"a { background: u\\72l(x) }",
        b"a { background: image-set('https://evil.example/x' 1x) }",
        b"a { background: -webkit-image-set('//evil.example/x' 1x) }",
        b"a { background: src('https://evil.example/x') }",
        b"a { content: '/*'; background: url(https://evil.example/x); content: '*/' }",
        b'a { content: "/*\n; } a { background: url(//evil.example/x) } /**/',
        b"a { background: url('/\t/evil.example/x') }",
        b"a { background: url('ht\ttps://evil.example/x') }",
        b"a { background: url('\x01//evil.example/x') }",
        b"a { background: url(data:text/css,x) }",
        b"\xff",
        b"a{}" * 200_000,
    ],
)
def test_a_theme_that_asks_others_is_refused(theme: bytes) -> None:
    with pytest.raises(ExportError, match="theme"):
        library(pathway("a", "Uni"), site=SiteOptions(theme_css=theme))


def test_a_theme_may_hold_pictures_and_say_where_it_is_from() -> None:
    theme = b"/* https://www.example.fi */ :root { --x: url(data:image/png;base64,aa//); "
    theme += b"--y: url('a/b.png'); --z: url( \"/c.png?v=1\" ); --w: url(#d) }"
    files = library(pathway("a", "Uni"), site=SiteOptions(theme_css=theme))
    assert files["theme.css"] == theme


def test_the_programs_own_theme_may_be_copied() -> None:
    own = library(pathway("a", "Uni"))["theme.css"]
    assert library(pathway("a", "Uni"), site=SiteOptions(theme_css=own))["theme.css"] == own


@pytest.mark.parametrize(("logo", "name"), [(PNG, "logo.png"), (SVG % b"<g/>", "logo.svg")])
def test_a_logo_is_an_image_on_every_page(logo: bytes, name: str) -> None:
    county = {"fi": "Esimerkin hyvinvointialue"}
    files = library(pathway("a", "Uni", county=county), site=SiteOptions(logo=logo))
    assert name in files
    for page in ("index.html", "fi/index.html", "fi/uni.html"):
        [image] = found(parsed(files[page]), "//header//img")
        assert attributes(image)["src"].endswith(name)
        assert attributes(image)["alt"] == county["fi"]


@pytest.mark.parametrize(
    "inside",
    [
        b"<script>alert(1)</script>",
        b"<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'>x</body></foreignObject>",
        b"<g onload='alert(1)'/>",
        b"<a xmlns:xlink='http://www.w3.org/1999/xlink' xlink:href='javascript:alert(1)'><g/></a>",
        b"<use href='https://evil.example/x.svg#a'/>",
        b"<image href='https://evil.example/x.png'/>",
        b"<style>@import url(https://evil.example)</style>",
        b"<style>g{fill:u\\72l(https://evil.example)}</style>",
        b"<style>g{fill:image-set('https://evil.example/a' 1x)}</style>",
        b"<style>@imp<g>x</g>ort 'https://evil.example/a'</style>",
        b"<rect style='fill:url(https://evil.example/a)'/>",
        b"<rect fill='url(//evil.example/a)'/>",
        b"<animate attributeName='href' to='javascript:alert(1)'/>",
        b"<set attributeName='onload' to='alert(1)'/>",
        b"<h:iframe xmlns:h='http://www.w3.org/1999/xhtml' src='https://evil.example'/>",
    ],
)
def test_only_what_draws_is_kept_of_a_logo(inside: bytes) -> None:
    made = harmless_logo(SVG % (inside + b"<path d='M0 0h9'/>"))
    for word in (b"script", b"alert", b"evil", b"onload", b"iframe", b"foreign", b"import"):
        assert word not in made
    assert b"M0 0h9" in made


def test_what_a_logo_draws_with_stays() -> None:
    inside = (
        b"<defs><linearGradient id='a'><stop offset='0'/></linearGradient></defs>"
        b"<style>.b{fill:url(#a)}</style><rect class='b' fill='url(#a)'/><use href='#a'/>"
    )
    made = harmless_logo(SVG % inside)
    for kept in (b"linearGradient", b".b{fill:url(#a)}", b'fill="url(#a)"', b'href="#a"'):
        assert kept in made


@pytest.mark.parametrize(
    "logo",
    [
        b"GIF89a",
        b"<svg",
        b"<html><svg/></html>",
        b'<!DOCTYPE svg [<!ENTITY a "aaaaaaaa">]><svg>&a;',
        PNG + b"\0" * 3_000_000,
    ],
)
def test_other_files_are_no_logo(logo: bytes) -> None:
    with pytest.raises(ExportError, match="logo"):
        library(pathway("a", "Uni"), site=SiteOptions(logo=logo))


def test_an_entity_of_a_logo_is_left_out() -> None:
    entity = b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    made = harmless_logo(entity + SVG % b"<text>x&a;</text>")
    assert b"root:" not in made
    assert b"ENTITY" not in made
