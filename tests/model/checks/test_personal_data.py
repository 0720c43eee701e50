"""Personal identity codes, and how to reach one named worker, in running text."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model import edits, file
from model.checks import PUBLISHING, check
from model.checks.personal_data import (
    emails_of_workers,
    has_identity_code,
    reaches_a_worker,
    without_identity_codes,
)

CONTROL = "0123456789ABCDEFHJKLMNPRSTUVWXY"
SAMPLES = Path(__file__).parents[3] / "samples"


def code(born: date, number: int, sign: str) -> str:
    day = f"{born:%d%m%y}"
    return f"{day}{sign}{number:03}{CONTROL[int(f'{day}{number:03}') % 31]}"


def signs(born: date) -> str:
    return {18: "+", 19: "-UVWXY", 20: "ABCDEF"}[born.year // 100]


@given(st.data())
def test_codes_of_all_centuries_are_found_and_taken_out(data: st.DataObject) -> None:
    born = data.draw(st.dates(date(1850, 1, 1), date(2030, 1, 1)))
    sign = data.draw(st.sampled_from(signs(born)))
    written = code(born, data.draw(st.integers(2, 999)), sign)
    assert has_identity_code(f"Asiakas ({written}) tulee.")
    assert has_identity_code(written.lower())
    assert without_identity_codes(f"Asiakas {written} tulee.") == "Asiakas tulee."
    assert without_identity_codes(f"Asiakas on {written}.") == "Asiakas on."


@given(st.data())
def test_a_code_with_another_control_character_is_none(data: st.DataObject) -> None:
    born = data.draw(st.dates(date(1900, 1, 1), date(1999, 12, 31)))
    right = code(born, data.draw(st.integers(2, 999)), "-")
    wrong = right[:-1] + data.draw(st.sampled_from(CONTROL.replace(right[-1], "")))
    assert not has_identity_code(wrong)
    assert without_identity_codes(f"Viite {wrong}.") == f"Viite {wrong}."


@pytest.mark.parametrize(
    "words",
    [
        code(date(1952, 10, 13), 308, "-").replace("-", "–"),
        "hetu:131052−308T",
        "131052-308t",
    ],
)
def test_codes_are_found_however_people_write_them(words: str) -> None:
    assert has_identity_code(words)


@pytest.mark.parametrize("words", ["321052-308T", "131352-308T", "0131052-308T", "131052-308TX"])
def test_days_that_do_not_exist_and_longer_numbers_are_no_codes(words: str) -> None:
    assert not has_identity_code(words)


@pytest.mark.parametrize(
    ("address", "personal"),
    [
        ("matti.virtanen@esimerkki.fi", True),
        ("m.virtanen@esimerkki.fi", True),
        ("maija-liisa.meikalainen@hyvinvointialue.fi", True),
        ("matti.vanhanen@esimerkki.fi", True),
        ("kirjaamo@esimerkki.fi", False),
        ("sote.palvelut@esimerkki.fi", False),
        ("terveysasema.kajaani@esimerkki.fi", False),
        ("kuhmon.neuvola@esimerkki.fi", False),
        ("helmi.palvelukoti@esimerkki.fi", False),
        ("etunimi.sukunimi@esimerkki.fi", False),
        ("kundtjanst.vasa@exempel.fi", False),
    ],
)
def test_addresses_of_offices_are_told_from_those_of_people(address: str, personal: bool) -> None:  # noqa: FBT001
    assert list(emails_of_workers(f"Kirjoita: {address}.")) == ([address] if personal else [])


@pytest.mark.parametrize(
    ("words", "personal"),
    [
        ("Diabeteshoitaja Maija Virtanen, puh. 040 123 4567", True),
        ("Soita 040 123 4567, Maija-Liisa K. Virtanen vastaa", True),
        ("Matti Meikäläinen, +358 40 123 4567", True),
        ("Kajaanin Terveysasema 040 123 4567", False),
        ("Anna palautetta numeroon 040 123 4567", False),
        ("Maija Virtanen ottaa vastaan 4.10.2026", False),
        ("Hätänumero 112", False),
    ],
)
def test_numbers_of_people_are_told_from_those_of_offices(words: str, personal: bool) -> None:  # noqa: FBT001
    assert reaches_a_worker(words) is personal


def test_a_finding_never_repeats_the_code() -> None:
    pathway = file.read(SAMPLES / "checks" / "complete.ketju")
    titled = edits.update(pathway, "hoito", title={"fi": "Hoito 131052-308T"})
    report = check(titled.applied_to(pathway)[0], PUBLISHING, date(2026, 6, 1))
    found = [finding for finding in report.findings if finding.rule == "PUB-08"]
    assert [finding.about for finding in found] == ["hoito"]
    assert "131052" not in found[0].message
