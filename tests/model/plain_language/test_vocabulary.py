"""Words on lists are found in every form, and only they."""

import json
from pathlib import Path

import pytest

import model.plain_language
from model.plain_language.numbers import numbers
from model.plain_language.readability import counted, lix
from model.plain_language.vocabulary import ListName, explains, found, vocabulary

FOLDER = Path(model.plain_language.__file__).parent
LONG_WORDS = 2


def words(name: ListName, wording: str, language: str = "fi") -> list[str]:
    return [word.listed.word for word in found(name, wording, language)]


@pytest.mark.parametrize(
    ("wording", "word"),
    [
        ("Lääkäri lukee epikriisin.", "epikriisi"),
        ("EPIKRIISI", "epikriisi"),
        ("(Anamneesissa kysytään unesta)", "anamneesi"),
        ("PTH ohjaa.", "PTH"),
        ("Lähete PTH:sta.", "PTH"),
        ("Tapaat PTH-lääkärin.", "PTH"),
        ("Tapaat PTH/ESH:n lääkärin", "PTH"),
        ("Palvelut ovat matalan kynnyksen paikoissa.", "matalan kynnyksen"),
        ("Unettomuuden CBT-I auttaa", "CBT-I"),
        ("Hyte-hoitaja soittaa.", "hyte"),
    ],
)
def test_a_word_of_professionals_is_found(wording: str, word: str) -> None:
    assert word in words("professional", wording)


@pytest.mark.parametrize(
    "wording",
    ["Psykiatrian poliklinikka", "Apteekki", "Terapeutti soittaa", "Kynnys on matala", "tpth", ""],
)
def test_a_word_that_begins_otherwise_is_not(wording: str) -> None:
    assert words("professional", wording) == []


def test_lists_are_per_language() -> None:
    assert words("professional", "Läkaren läser anamnesen.", "sv") == ["anamnes"]
    assert words("professional", "Läkaren läser anamnesen.", "fi") == []
    assert words("professional", "anamnesis", "se") == []


def test_praise_is_told_from_the_same_words_meant_otherwise() -> None:
    praise = words("marketing", "Alueen paras ja ainutlaatuinen palvelu")
    assert sorted(praise) == ["ainutlaatuinen", "alueen paras"]
    assert words("marketing", "Johtava lääkäri: sinun on parasta soittaa.") == []
    assert words("marketing", "Den bästa vården", "sv") == ["bästa vården"]


@pytest.mark.parametrize("name", ["professional", "marketing"])
def test_each_listed_word_is_found_as_it_is_written(name: ListName) -> None:
    lists = json.loads((FOLDER / f"{name}.json").read_bytes())
    for language, entries in lists.items():
        missed = [
            entry["word"]
            for entry in entries
            if entry["word"] not in words(name, f"Se on {entry['word']}.", language)
        ]
        assert missed == []


def test_a_text_can_explain_a_word_itself() -> None:
    assert explains("PTH (perusterveydenhuolto) ohjaa", "PTH")
    assert explains("perusterveydenhuolto (PTH) ohjaa", "PTH")
    assert explains("PTH:n (perusterveydenhuollon) lääkäri", "PTH")
    assert not explains("PTH ohjaa (jos ehtii)", "PTH")
    assert not explains("PTH ohjaa", "PTH")


def test_long_words_have_more_than_six_letters_whatever_closes_them() -> None:
    used = vocabulary("Sairas potilas, lääkäri: hoitaja.", "fi")
    assert (used.words, used.long_words) == (4, 3)


def test_lix_is_words_a_sentence_plus_per_cent_of_long_words() -> None:
    texts = [counted("Sinä soitat meille. Hoitaja vastaa.", "fi"), counted("Tule asemalle.", "fi")]
    assert lix(texts) == pytest.approx(7 / 3 + 100 * LONG_WORDS / 7)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("klo 8.15", "kl. 8.15"),
        ("012 345 6705", "+358 12 345 6705"),
        ("116 117", "116117"),
        ("1.5.2025", "5.1.2025"),
        ("10 000 euroa", "10,000 euro"),
        ("3–12 kk", "12–3 mån"),
    ],
)
def test_numbers_are_the_same_however_they_are_written(one: str, other: str) -> None:
    assert numbers(one, "fi") == numbers(other, "sv") != frozenset()


def test_english_hours_are_not_compared() -> None:
    assert numbers("8 a.m. to 4 p.m.", "en") == frozenset()
    assert numbers("8–16", "en") == frozenset({8, 16})
