"""What of the last publication can be taken over, so that only what changed is made anew.

`data/build.json` of a site says what each pathway's files were made from, and their digests. They
are taken over when they would be made from the same again: the same public content, languages and
options of the site, by the same program to the last byte. A file that somebody has touched since
does not have its digest any more and is made anew, with all of its pathway.
"""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from hashlib import sha256
from importlib import metadata
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from exporters.website.options import SiteOptions
from exporters.website.pages import Published
from model import file
from model.messages import catalogue_of

BUILD: Final = "data/build.json"
_PACKAGES: Final = ("exporters", "model")
_LIBRARIES: Final = ("jinja2", "markupsafe", "msgspec", "lxml", "typst", "segno", "fonttools")

Files = Mapping[str, bytes]


class Made(Struct, frozen=True, forbid_unknown_fields=True):
    """What a pathway's files were made from, and their digests by name."""

    source: str
    files: dict[str, str]


class Build(Struct, frozen=True, forbid_unknown_fields=True):
    """What a site was made from, by the ids of its pathways."""

    pathways: dict[str, Made]


def taken_over(published: Published, source: str, earlier: Files) -> Files | None:
    """Return a pathway's files as they lie in the last publication; None to make them anew."""
    made = _build(earlier).pathways.get(published.pathway.info.id)
    if made is None or made.source != source or made.files.keys() != _names(published):
        return None
    found = {name: earlier[name] for name in made.files if name in earlier}
    if {name: digest(content) for name, content in found.items()} != made.files:
        return None
    return found


def _names(published: Published) -> set[str]:
    """Return the names of a pathway's files."""
    pages = (published.page, published.professional_page, published.leaflet)
    return {published.data_file, *(name(code) for name in pages for code in published.slugs)}


def _build(earlier: Files) -> Build:
    """Return what the last publication says; nothing when it cannot be read: all is made anew."""
    try:
        return _decoded(earlier[BUILD])
    except (KeyError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return Build({})


@lru_cache(maxsize=1)
def _decoded(content: bytes) -> Build:
    return msgspec.json.decode(content, type=Build)


def digest(content: bytes) -> str:
    return sha256(content).hexdigest()


def source_of(published: Published) -> str:
    """Return a digest of all that a pathway's files are made from."""
    parts = (
        program().encode(),
        file.dumps(published.pathway),
        repr(sorted(published.slugs.items())).encode(),
        _options(published.site),
        *(_words(language) for language in published.slugs),
    )
    return digest(b"\0".join(digest(part).encode() for part in parts))


def _options(site: SiteOptions) -> bytes:
    """Return what pages show of the options; how theme and logo look is in files of their own."""
    shown = (site.base_address, sorted(site.title.items()), site.is_preview, digest(site.logo))
    return repr(shown).encode()


def _words(language: str) -> bytes:
    catalogue = catalogue_of(language)
    return _digest_of(catalogue).encode() if catalogue else b""


@cache
def _digest_of(path: Path) -> str:
    return digest(path.read_bytes())


@cache
def program() -> str:
    """Return a digest of the program: modules, templates, drawings, and what it stands on."""
    sums = sha256()
    for package in _PACKAGES:
        for name, content in _contents(files(package), package):
            sums.update(f"{name}\0{digest(content)}\0".encode())
    for library in _LIBRARIES:
        sums.update(f"{library}\0{metadata.version(library)}\0".encode())
    return sums.hexdigest()


def _contents(folder: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    for child in sorted(folder.iterdir(), key=lambda each: each.name):
        path = f"{name}/{child.name}"
        if child.is_dir():
            if child.name != "__pycache__":
                yield from _contents(child, path)
        else:
            yield path, child.read_bytes()
