"""Times: several limits, ends and grounds in one line, words kept as typed."""

import pytest

from exporters.outline.source import OutlineError, Word
from exporters.outline.times import read_ages, time_targets
from model.codes import TimeBasis
from model.parts import TimeTarget
from model.text import AgeRange, TimeUnit


def times(words: str, language: str = "fi") -> tuple[TimeTarget, ...]:
    return time_targets(Word(1, words), language)


def test_limit_events_and_basis() -> None:
    (target,) = times("14 vrk | arvio → tulos | tavoite")
    assert (target.limit.typed, target.limit.most, target.limit.unit) == (
        "14 vrk",
        14,
        TimeUnit.DAY,
    )
    assert (target.starts, target.ends) == ({"fi": "arvio"}, {"fi": "tulos"})
    assert (target.basis, target.law, target.source) == (TimeBasis.COUNTY_GOAL, "", {})


def test_each_limit_takes_its_end_and_its_ground() -> None:
    targets = times("3 vk / 3 kk / 6 kk | lähete → arvio/tutkimus/hoito | TL-06…08")
    assert [(t.limit.typed, t.ends["fi"], t.law) for t in targets] == [
        ("3 vk", "arvio", "TL-06"),
        ("3 kk", "tutkimus", "TL-07"),
        ("6 kk", "hoito", "TL-08"),
    ]
    assert {t.starts["fi"] for t in targets} == {"lähete"}
    assert {t.basis for t in targets} == {TimeBasis.LAW}


def test_ages_are_read_and_otherwise_is_the_rest() -> None:
    older, younger = times("≤3 kk (23+) tai ≤14 vrk (alle 23) | arvio → käynti | TL-02/TL-03")
    assert (older.ages, older.law) == (AgeRange(youngest=23), "TL-02")
    assert (younger.ages, younger.law) == (AgeRange(oldest=22), "TL-03")
    younger, others = times("28 vrk alle 23-v., muutoin ≤3 kk | tarve → hoito | TL-11/TL-02")
    assert (younger.ages, younger.limit.most) == (AgeRange(oldest=22), 28)
    assert (others.ages, others.limit.most) == (AgeRange(youngest=23), 3)


def test_grounds_of_two_kinds() -> None:
    law, goal = times("7 arkipäivää rajatuille, muuten 14 vrk | yhteys → arvio | TL-12/tavoite")
    assert (law.basis, law.law) == (TimeBasis.LAW, "TL-12")
    assert (goal.basis, goal.law) == (TimeBasis.COUNTY_GOAL, "")


def test_a_limit_may_name_its_own_ground() -> None:
    law, goal = times("alku 7 arkipäivää, muuten 14 vrk tavoite | yhteys → aloitus | TL-12")
    assert (law.basis, law.limit.unit) == (TimeBasis.LAW, TimeUnit.WORKING_DAY)
    assert (goal.basis, goal.law) == (TimeBasis.COUNTY_GOAL, "")


def test_a_county_goal_of_the_list_is_not_law() -> None:
    (target,) = times("6 kk | kartoitus → päätös | TL-S2")
    assert (target.basis, target.law) == (TimeBasis.COUNTY_GOAL, "TL-S2")


@pytest.mark.parametrize(
    ("basis", "read", "source"),
    [
        ("suunnitelma", TimeBasis.CARE_PLAN, {}),
        ("sopimus", TimeBasis.AGREEMENT, {}),
        ("ohje", TimeBasis.PATHWAY_GOAL, {"fi": "ohje"}),
        ("sovittu tavoite", TimeBasis.PATHWAY_GOAL, {"fi": "sovittu tavoite"}),
        ("tavoite 7 vrk", TimeBasis.COUNTY_GOAL, {"fi": "tavoite 7 vrk"}),
        ("johtaja lupasi", None, {"fi": "johtaja lupasi"}),
    ],
)
def test_words_of_a_basis(basis: str, read: TimeBasis | None, source: dict[str, str]) -> None:
    (target,) = times(f"14 vrk | a → b | {basis}")
    assert (target.basis, target.source) == (read, source)


def test_several_grounds_of_one_limit_keep_their_words() -> None:
    (target,) = times("14 vrk | a → b | TL-12/tavoite")
    assert (target.basis, target.law) == (TimeBasis.LAW, "TL-12")
    assert target.source == {"fi": "TL-12/tavoite"}


@pytest.mark.parametrize(
    ("words", "least", "most", "unit"),
    [
        ("vastaus 7 vrk", 7, 7, TimeUnit.DAY),
        ("uusi testi 1-3 v", 1, 3, TimeUnit.YEAR),
        ("aloitus 6 vk", 6, 6, TimeUnit.WEEK),
        ("≤ 3 kk", 3, 3, TimeUnit.MONTH),
        ("heti", 0, 0, TimeUnit.MINUTE),
        ("alle 23-v. 14 vrk", 14, 14, TimeUnit.DAY),
        ("käynnillä", None, None, None),
        ("käynnillä tai 3 vrk", 3, 3, TimeUnit.DAY),
    ],
)
def test_the_first_length_counts_and_the_words_stay(
    words: str, least: int | None, most: int | None, unit: TimeUnit | None
) -> None:
    (target,) = times(words)
    limit = target.limit
    assert (limit.typed, limit.least, limit.most, limit.unit) == (words, least, most, unit)


def test_a_swedish_week() -> None:
    (target,) = times("svar inom 2 v | remiss → svar | mål", "sv")
    assert (target.limit.unit, target.basis) == (TimeUnit.WEEK, TimeBasis.COUNTY_GOAL)
    assert target.starts == {"sv": "remiss"}


@pytest.mark.parametrize(
    ("words", "ages"),
    [
        ("all", None),
        ("16-25", AgeRange(youngest=16, oldest=25)),
        (">=18", AgeRange(youngest=18)),
        ("18+", AgeRange(youngest=18)),
        (">17", AgeRange(youngest=18)),
        ("<23", AgeRange(oldest=22)),
        ("<=22", AgeRange(oldest=22)),
    ],
)
def test_ages(words: str, ages: AgeRange | None) -> None:
    assert read_ages(Word(1, words)) == ages


def test_nobody_is_younger_than_nothing() -> None:
    with pytest.raises(OutlineError):
        read_ages(Word(1, "<0"))
