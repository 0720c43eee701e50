"""Personal data in public texts is found before publishing, however it is written.

Identity codes are made up: of individual numbers 900-999, which are given to nobody (Digital and
Population Data Services Agency: temporary codes), or of days and numbers put together here.
"""

import pytest

from model.checks.personal_data import has_identity_code, without_identity_codes
from model.checks.personal_data_in_public import _told
from tests.hostile_texts.filling import filled_by, marked
from tests.hostile_texts.kept import is_public
from tests.sparing import one_in

CODES = (
    *("010150-900L", "131052-9090", "010100+900B", "311299+9011"),
    *("010160U9018", "010160V9018", "010160W9018", "010160X9018", "010160Y9018"),
    *("010101A900N", "010101B900N", "010101C900N", "010101D900N", "010101E900N", "010101F900N"),
)
"""Day, month, year, sign of the century, number; the last character is put right below."""

SIGNS = "0123456789ABCDEFHJKLMNPRSTUVWXY"


def right(code: str) -> str:
    """Return the code with the control character of its number (661/2009, 11 §)."""
    return code[:-1] + SIGNS[int(code[:6] + code[7:10]) % 31]


VALID = tuple(map(right, CODES))

SPELLINGS = (
    *VALID,
    *(code.lower() for code in VALID[-3:]),
    VALID[0].replace("-", "\u2010"),
    VALID[0].replace("-", "\u2011"),
    VALID[0].replace("-", "–"),
    VALID[0].replace("-", "—"),
    VALID[0].replace("-", "\u2212"),
    f"hetu:{VALID[0]}",
    f"({VALID[0]})",
    f"“{VALID[0]}”",
    f"Asiakas {VALID[0]}.",
    f"{VALID[0]}, {VALID[1]}",
    f"a\n{VALID[0]}\nb",
    f"HETU={VALID[0]};",
    f"x/{VALID[0]}/y",
    f"{VALID[0]}\u00a0ja",
    f"\u200b{VALID[0]}\u200b",
    VALID[0].replace("-", " - "),
    VALID[0].replace("-", " -"),
    VALID[0][:3] + "\u200b" + VALID[0][3:],
    VALID[0].replace("-", "-\u00ad"),
    "".join(chr(ord(sign) + 0xFEE0) for sign in VALID[0]),
)

NEAR_MISSES = (
    *(code[:-1] + SIGNS[(SIGNS.index(code[-1]) + 1) % 31] for code in VALID[:8]),
    right("320150-900L"),
    right("011350-900L"),
    right("290201A900L"),
    right("000150-900L"),
    "0" + VALID[0],
    VALID[0] + "1",
    VALID[0] + "X",
    VALID[0].replace("-", "/"),
    VALID[0].replace("-", "G"),
    VALID[0].replace("-", ""),
    "2026-11-22",
    "010150-1234567",
    "Y-tunnus 1234567-1",
    "ISBN 978-952-000-123-4",
    "1.2.840.113549.1.9.16",
    "040 123 4567",
)


def test_there_are_40_spellings_and_more() -> None:
    assert len(set(SPELLINGS)) + len(set(NEAR_MISSES)) >= 40


@pytest.mark.parametrize("words", SPELLINGS, ids=ascii)
def test_identity_codes_are_found(words: str) -> None:
    assert has_identity_code(words)


@pytest.mark.parametrize("words", SPELLINGS, ids=ascii)
def test_the_fix_takes_them_out(words: str) -> None:
    assert not has_identity_code(without_identity_codes(words))


@pytest.mark.parametrize("words", NEAR_MISSES, ids=ascii)
def test_what_is_no_identity_code_is_none(words: str) -> None:
    assert not has_identity_code(words)


PLACES = [
    place for place in marked().texts if is_public(place) and not place.startswith("Stage.omasote.")
]
"""Of a function of Omasote only its name is published."""


@pytest.mark.parametrize("place", one_in(3, PLACES))
@pytest.mark.parametrize("words", [f"Asiakas {VALID[0]} tulee", "maija.virtanen@esimerkki.fi"])
def test_every_field_that_is_published_is_looked_through(place: str, words: str) -> None:
    pathway = filled_by(lambda each: words if each == place else "sana").pathway
    assert any(_told(record) for record in pathway.values())
