"""Texts come from the compiled catalogues as Python's own reader of them gives them."""

from gettext import GNUTranslations
from pathlib import Path

import pytest

from model.catalogue import Catalogue, read_catalogue

LOCALE = Path(__file__).parents[2] / "designer" / "locale"
LANGUAGES = ("fi", "sv")
CONTEXT = "\x04"


def path_of(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "ketjupaja.mo"


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_text_equals_plain_gettext(language: str) -> None:
    with path_of(language).open("rb") as file:
        plain = GNUTranslations(file)
    ours = read_catalogue(path_of(language))
    ids = _ids(path_of(language))
    assert len(ids) > 3000
    for id in ids:
        context, parted, words = id.rpartition(CONTEXT)
        one, _zero, many = words.partition("\0")
        if parted:
            assert ours.in_context(context, one) == plain.pgettext(context, one)
            continue
        assert ours.text(one) == plain.gettext(one)
        if many:
            for count in (0, 1, 2, 5, 21):
                assert ours.counted(one, many, count) == plain.ngettext(one, many, count)


def test_what_is_not_translated_stays() -> None:
    for catalogue in (read_catalogue(path_of("fi")), Catalogue([], [])):
        assert catalogue.text("no such text") == "no such text"
        assert catalogue.counted("one", "many", 1) == "one"
        assert [catalogue.counted("one", "many", count) for count in (0, 2)] == ["many"] * 2
        assert catalogue.in_context("somewhere", "Save") == "Save"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_languages_tell_one_from_many(language: str) -> None:
    assert "plural=(n != 1)" in read_catalogue(path_of(language)).text("")


def test_a_catalogue_compiled_on_another_machine_is_read(tmp_path: Path) -> None:
    words = [(b"", b"Language: xx"), (b"Save", b"Tallenna"), (b"a\0b", b"yksi\0monta")]
    tables: tuple[list[int], list[int]] = ([], [])
    at, strings = 28 + 16 * len(words), b""
    for pair in words:
        for table, string in zip(tables, pair, strict=True):
            table += [len(string), at + len(strings)]
            strings += string + b"\0"
    numbers = [0x950412DE, 0, len(words), 28, 28 + 8 * len(words), 0, 0, *tables[0], *tables[1]]
    path = tmp_path / "big.mo"
    path.write_bytes(b"".join(number.to_bytes(4, "big") for number in numbers) + strings)
    catalogue = read_catalogue(path)
    assert catalogue.text("Save") == "Tallenna"
    assert catalogue.counted("a", "b", 3) == "monta"


def _ids(path: Path) -> list[str]:
    data = path.read_bytes()
    count, at = (int.from_bytes(data[place : place + 4], "little") for place in (8, 12))
    table = [
        [int.from_bytes(data[place : place + 4], "little") for place in (here, here + 4)]
        for here in range(at, at + 8 * count, 8)
    ]
    return [data[place : place + length].decode() for length, place in table]
