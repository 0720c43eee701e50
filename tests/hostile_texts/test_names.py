"""Names of files: safe on every system, unique, inside the folder, whatever a pathway is called."""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path, PureWindowsPath

import pytest
from msgspec.structs import replace

from designer.cli import main
from designer.ui.filing import suggested_name
from exporters.exporter import ExportError, Options
from exporters.website import WEBSITE
from exporters.writing import export
from model.file import save
from model.pathway import Pathway
from tests.exporters.website.filled import MADE_AT
from tests.hostile_texts.names import TITLES
from tests.pathways import build
from tests.sparing import one_in

DEVICE = re.compile(r"(?i:con|prn|aux|nul|conin\$|conout\$|clock\$|(?:com|lpt)[0-9¹²³])(?:[. ].*)?")
UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f]')


def ascii_id(title: str) -> str:
    return ascii(title)[:40]


def titled(title: str, slug: str = "") -> Pathway:
    pathway = build()
    info = replace(
        pathway.info, title={"fi": title}, slug={"fi": slug} if slug else {}, languages=("fi",)
    )
    return pathway.replacing({info.id: info})


def assert_safe(name: str) -> None:
    """Look at one part of a path as Windows, macOS and Linux do."""
    assert name, "no name"
    assert not UNSAFE.search(name), name
    assert not DEVICE.fullmatch(name), name
    assert name[-1] not in ". ", name
    assert name[0] not in "-~ ", name
    assert len(name.encode()) <= 240, name
    assert unicodedata.is_normalized("NFC", name), name
    assert not any(unicodedata.category(each) in {"Cc", "Cf", "Cs", "Co", "Zl"} for each in name)
    assert PureWindowsPath(name).parts == (name,)


def test_there_are_many() -> None:
    assert len(set(TITLES)) >= 90


@pytest.mark.parametrize("title", one_in(4, TITLES), ids=ascii_id)
def test_pages_and_data_have_safe_and_unique_names(title: str) -> None:
    for pathway in (titled(title), titled("Uni", title)):
        names = list(built(pathway))
        for name in names:
            for part in name.split("/"):
                assert_safe(part)
            assert name.isascii()
        assert len({name.lower() for name in names}) == len(names)


def built(pathway: Pathway) -> Iterator[str]:
    options = Options(languages=("fi",), made_at=MADE_AT)
    for name, _data in WEBSITE.build(pathway, options, lambda _share: None):
        yield name


@pytest.mark.parametrize("title", TITLES[::10], ids=ascii_id)
def test_a_site_lies_inside_its_folder(title: str, tmp_path: Path) -> None:
    out = tmp_path / "sivusto"
    options = Options(languages=("fi",), made_at=MADE_AT)
    export(WEBSITE, titled(title), options, out, lambda _share: None)
    assert list(tmp_path.iterdir()) == [out]
    assert {path.name for path in out.iterdir()} <= {
        *("fi", "data", "fonts", "index.html", "icon.svg", "robots.txt", "_headers"),
        *("style.css", "library.css", "theme.css", "search.js", "site.js"),
        ".ketjupaja-website.json",
    }


@pytest.mark.parametrize("title", TITLES, ids=ascii_id)
def test_suggested_names_are_safe(title: str) -> None:
    assert_safe(suggested_name(titled(title)))
    assert suggested_name(titled(title)).endswith(".ketju")


@pytest.mark.parametrize("code", ["..", "../x", "fi/..", "FI", "con", "", "f", "fi\n", "😀", "zz"])
def test_languages_that_there_are_not_make_no_folder(code: str, tmp_path: Path) -> None:
    options = Options(languages=(code,), made_at=MADE_AT)
    with pytest.raises(ExportError):
        export(WEBSITE, titled("Uni"), options, tmp_path / "out", lambda _share: None)
    path = tmp_path / "uni.ketju"
    save(titled("Uni"), path)
    out = tmp_path / "muu"
    with pytest.raises(SystemExit) as end:
        main(["export", str(path), "--to", "website", "--out", str(out), "--lang", code])
    assert end.value.code
    assert list(tmp_path.iterdir()) == [path]
