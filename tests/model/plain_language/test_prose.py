"""Texts are read into paragraphs, sentences and words as people read them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.plain_language.prose import begins, divided, read, sentences

MOST = 4
WORDING = st.text(alphabet="aAä1. !?\n-–()”,:", max_size=60)


@pytest.mark.parametrize(
    "one",
    [
        "Ota mukaan esim. Kela-kortti ja lääkelista.",
        "Aika on 1.5.2025 klo 8.15.",
        "Tulet 15.5. 2025 kello 8.",
        "Käynti maksaa n. 20 euroa.",
        "Kerrot mm. Omista toiveistasi.",
        "Huom. Ota henkilökortti.",
        "Tapaat prof. A. Virtasen.",
        "1. Soita terveysasemalle.",
        "Odota hetki...",
    ],
)
def test_a_full_stop_inside_a_sentence_does_not_end_it(one: str) -> None:
    assert sentences(one, "fi") == [one]
    assert sentences(f"{one} Sitten odotat.", "fi") == [one, "Sitten odotat."]


@pytest.mark.parametrize(
    "two",
    [
        ("Soita 112.", "Odota apua!"),
        ("Ota kortti, lääkkeet jne.", "Tule ajoissa."),
        ("Mitä nyt?", "Soita."),
        ("Hän sanoi: ”Hei.”", "Vastasit."),
        ("Tulet 15.5.", "Ota kortti."),
        ("Soita meille (arkisin.)", "(Muulloin odota.)"),
        ("Aika on klo 8.", "Tule ajoissa."),
    ],
)
def test_a_sentence_ends_before_the_next_one(two: tuple[str, str]) -> None:
    assert sentences(" ".join(two), "fi") == list(two)


def test_abbreviations_are_those_of_the_language() -> None:
    swedish = "Ring t.ex. Kajana kl. 8–16."
    assert sentences(swedish, "sv") == [swedish]
    assert len(sentences(swedish, "fi")) > 1
    assert len(sentences("Mun. Niin.", "se")) == len(("Mun.", "Niin."))


def test_words_are_counted_without_dashes_between_them() -> None:
    assert read("Soita – me autamme. PTH:n lääkäri vastaa klo 8–16.", "fi").sentences == (3, 5)


def test_paragraphs_are_parted_by_blank_lines_and_lists_are_not_counted() -> None:
    wording = "Yksi. Kaksi.\nKolme.\n \nOta mukaan:\n- kortti. Se on uusi.\n2. lääkkeet"
    assert read(wording, "fi").paragraphs == (3, 1)


def test_a_sentence_is_known_by_its_first_words() -> None:
    assert (
        begins("Hoitaja soittaa sinulle, kun tulos on valmis.")
        == "Hoitaja soittaa sinulle, kun tulos"
    )
    assert begins("Soita.") == "Soita"


def test_a_long_paragraph_is_divided_evenly_and_nothing_else() -> None:
    wording = "Yksi. Kaksi. Kolme.\nNeljä. Viisi.\n- kortti\n- lasit\n\nLyhyt. Kappale."
    assert divided(wording, "fi", MOST) == (
        "Yksi. Kaksi. Kolme.\n\nNeljä. Viisi.\n- kortti\n- lasit\n\nLyhyt. Kappale."
    )


@given(wording=WORDING)
def test_dividing_changes_no_word_and_leaves_no_long_paragraph(wording: str) -> None:
    made = divided(wording, "fi", MOST)
    assert made.split() == wording.split()
    assert max(read(made, "fi").paragraphs, default=0) <= MOST


@given(wording=WORDING)
def test_every_word_is_in_a_sentence(wording: str) -> None:
    assert "".join(sentences(wording, "fi")).split() or not wording.strip()
    assert len(sentences(wording, "fi")) == len(read(wording, "fi").sentences)
