"""One typed line: what is a mark in it, and what is no more than a word."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from model.entry import LONGEST_NAME, Entry, NewName, read_entry
from model.pathway import Pathway
from model.records import Actor
from tests.pathways import At, any_words, build, random_pathways, words

DOCTOR, NURSE = "a1", "a2"
FINDING, CARE = "p0", "p1"
SYMPTOM, ASSESSMENT, FOLLOW_UP = "s0", "s1", "s2"


@pytest.fixture
def pathway() -> Pathway:
    return build(
        phases=["Tunnistaminen", "Hoito"],
        actors=["Asiakas", "Lääkäri", "Hoitaja", "Hoitokoti"],
        stages=[At("Oire", 0, 0), At("Arvio", 1, 0, 1), At("Seuranta", 2, 1)],
    )


@pytest.mark.parametrize(
    ("line", "entry"),
    [
        ("Soitto", Entry("Soitto")),
        ("  Soitto \t huomenna ", Entry("Soitto huomenna")),
        ("Lääkäri: Soitto", Entry("Soitto", actor=DOCTOR)),
        ("lää: Soitto", Entry("Soitto", actor=DOCTOR)),
        ("Lääkäri:Soitto", Entry("Soitto", actor=DOCTOR)),
        ("Soitto @lää", Entry("Soitto", actor=DOCTOR)),
        ("Soitto @Hoi", Entry("Soitto", actor=NURSE)),
        ("Soitto #hoi", Entry("Soitto", phase=CARE)),
        ("Soitto @Lääkäri #Hoito", Entry("Soitto", actor=DOCTOR, phase=CARE)),
        ("#Hoito @Lääkäri Soitto", Entry("Soitto", actor=DOCTOR, phase=CARE)),
        ("@Lääkäri Soitto kotiin", Entry("Soitto kotiin", actor=DOCTOR)),
        ("Lääkäri: Soitto #Hoito", Entry("Soitto", actor=DOCTOR, phase=CARE)),
        ("Soitto @Uusi taho", Entry("Soitto", actor=NewName("Uusi taho"))),
        ("Soitto #Uusi osa", Entry("Soitto", phase=NewName("Uusi osa"))),
        ('Soitto @"Lää" heti', Entry("Soitto heti", actor=NewName("Lää"))),
        ("Soitto @”lääkäri”", Entry("Soitto", actor=DOCTOR)),
        ("@Kela", Entry(actor=NewName("Kela"))),
        ("#Jatko", Entry(phase=NewName("Jatko"))),
        ("# Jatko", Entry(phase=NewName("Jatko"))),
        ("→ arvio", Entry(target=ASSESSMENT)),
        ("-> ARV", Entry(target=ASSESSMENT)),
        ("→ Ohjaus", Entry("Ohjaus")),
        ("→ Ohjaus @Lääkäri", Entry("Ohjaus", actor=DOCTOR)),
        ("Oire → Seuranta", Entry(source=SYMPTOM, target=FOLLOW_UP)),
        ("oire -> seur", Entry(source=SYMPTOM, target=FOLLOW_UP)),
        ("Oire → Ohjaus @lää", Entry("Ohjaus", actor=DOCTOR, source=SYMPTOM)),
        ("Ohjaus → Arvio", Entry("Ohjaus", target=ASSESSMENT)),
        ("Lääkäri: Ohjaus → Oire", Entry("Ohjaus", actor=DOCTOR, target=SYMPTOM)),
    ],
)
def test_what_a_line_says(pathway: Pathway, line: str, entry: Entry) -> None:
    assert read_entry(pathway, line, "fi") == entry


@pytest.mark.parametrize(
    "line",
    [
        "Huom: soita",
        "Hoit: kahdelle sopiva alku",
        "A: ensimmäinen vaihtoehto",
        "klo 12:30 soitto",
        "a@b.fi kysyy",
        "Laita @ merkki",
        "Ohje #3",
        "# ",
        "@",
        "C# ja x@y",
        "Kysymys → vastaus",
        "A → B → C",
        "→",
        "Arvio →",
        "Lääkäri → ",
        'Sano "Oire → Arvio"',
        'Lomake "x @lää"',
        "https://example.fi/#alku",
        "2–3 kk",
    ],
)
def test_what_is_not_understood_stays_in_the_title(pathway: Pathway, line: str) -> None:
    assert read_entry(pathway, line, "fi") == Entry(line.strip())


def test_a_whole_name_comes_before_the_beginning_of_a_longer_one() -> None:
    pathway = build(actors=["Hoitajavastaava", "Hoitaja"], stages=[At("Arviointi"), At("Arvio")])
    assert read_entry(pathway, "Soitto @hoitaja", "fi").actor == "a1"
    assert read_entry(pathway, "→ arvio", "fi").target == "s1"


def test_of_stages_with_one_name_the_lane_that_is_named_tells_which() -> None:
    pathway = build(
        phases=["P"], actors=["Lääkäri", "Hoitaja"], stages=[At("Käynti", 0), At("Käynti", 1)]
    )
    assert read_entry(pathway, "→ Käynti @Hoitaja", "fi") == Entry(target="s1")
    assert read_entry(pathway, "→ Käynti @Uusi", "fi") == Entry("Käynti", actor=NewName("Uusi"))


def test_names_are_found_in_the_language_shown_and_then_in_any() -> None:
    pathway = build(actors=["Lääkäri", "Läkare"])
    doctor = replace(pathway["a0"], name={"fi": "Lääkäri", "sv": "Läkare"})
    pathway = pathway.replacing({"a0": doctor})
    assert read_entry(pathway, "Samtal @läk", "sv").actor == "a0"
    assert read_entry(pathway, "Soitto @läkare", "fi").actor == "a1"
    without_other = pathway.replacing({"a1": None})
    assert read_entry(without_other, "Soitto @läkare", "fi").actor == "a0"
    assert isinstance(doctor, Actor)


def test_names_are_cut_at_the_longest_that_an_editor_takes(pathway: Pathway) -> None:
    assert len(read_entry(pathway, "x" * 600, "fi").title) == LONGEST_NAME
    assert read_entry(pathway, "@" + "y" * 600, "fi").actor == NewName("y" * LONGEST_NAME)


@given(
    random_pathways(max_stages=8, max_actors=4, max_phases=3),
    st.lists(
        st.one_of(
            words,
            any_words,
            st.sampled_from(["@", "#", "→", "->", ":", '"', "@arvio", "#hoito", "tuki:", "\u00a0"]),
        ),
        max_size=6,
    ).map(" ".join),
)
def test_no_word_is_lost(pathway: Pathway, line: str) -> None:
    entry = read_entry(pathway, line, "fi")
    told = [entry.title]
    told += [name.words for name in entry if isinstance(name, NewName)]
    found = [name for name in entry if name in pathway]
    if not found and len(line) < LONGEST_NAME:
        # What was understood has lost its marks; all else is there.
        assert _letters(" ".join(told)) == _letters(line)


def _letters(line: str) -> list[str]:
    return sorted(re.findall(r"\w", line))


@given(random_pathways(max_stages=8), st.text(max_size=80))
def test_any_line_can_be_read(pathway: Pathway, line: str) -> None:
    entry = read_entry(pathway, line, "fi")
    assert entry.title == " ".join(entry.title.split())
    assert len(entry.title) <= LONGEST_NAME
