"""What fits what is typed, and how well."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from designer.ui.palette.matching import Fit, Query, folded, searched


@pytest.mark.parametrize(
    ("typed", "title", "beside", "fit"),
    [
        ("arvio", "Arvio", "", Fit.SAME),
        ("hoidon", "Hoidon tarpeen arvio", "", Fit.BEGINNING),
        ("hoidon tar", "Hoidon tarpeen arvio", "", Fit.BEGINNING),
        ("arv hoi", "Hoidon tarpeen arvio", "", Fit.WORDS),
        ("aiti", "Äitiysneuvola", "", Fit.BEGINNING),
        ("ÄITI", "äitiysneuvola", "", Fit.BEGINNING),
        ("arvio sote", "Hoidon tarpeen arvio", "Sote-keskus · Arvio", Fit.BESIDE),
        ("keskus", "Soitto", "Sote-keskus", Fit.BESIDE),
        ("neuvola", "Äitiysneuvola", "", Fit.INSIDE),
        ("lv", "Lisää vaihe", "", Fit.LETTERS),
        ("tkh", "Terveydenhoitaja keskustelee", "", None),
        ("htarp", "Hoidon tarpeen arvio", "", Fit.LETTERS),
        ("oitko", "Hoidon tarpeen arvio", "", None),
        ("100 %", "100 %", "", Fit.SAME),
        ("cielg", "Čielggadus", "", Fit.BEGINNING),
        ("<b>", "<b>", "", Fit.SAME),
    ],
)
def test_fit(typed: str, title: str, beside: str, fit: Fit | None) -> None:
    assert Query(typed).fit(searched(title, beside)) is fit


@pytest.mark.parametrize("typed", ["", "  ", "…", "→"])
def test_what_has_no_letters_asks_for_nothing(typed: str) -> None:
    assert Query(typed).is_empty


def test_folding_knows_the_letters_of_the_north() -> None:
    assert folded("Čáhcesuolu Đ Ŋ Ŧ Ø Ł Å Ö") == "cahcesuolu d n t o l a o"


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_text_is_found_by_itself(title: str, beside: str) -> None:
    query = Query(title)
    assert query.is_empty or query.fit(searched(title, beside)) in (Fit.SAME, Fit.BEGINNING)


def test_no_title_makes_it_slow() -> None:
    query, hostile = Query("a" * 30 + "b"), searched("a a" * 10_000)
    begun = time.process_time()
    query.fit(hostile)
    assert time.process_time() - begun < 0.05
