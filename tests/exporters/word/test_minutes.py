"""The minutes of workshops: what belongs to each, and that nothing else gets in."""

from datetime import UTC, date, datetime

import pytest
from docx.oxml.ns import qn
from msgspec.structs import replace

from exporters.exporter import Options
from exporters.word import MINUTES
from exporters.word.losses import of_the_minutes
from model import milestones
from model.codes import GroupKind, NoteKind
from model.messages import _, speaking
from model.parts import AgendaItem, Responsibility
from model.pathway import Pathway
from model.records import (
    Actor,
    AnyRecord,
    Milestone,
    Note,
    ParticipantGroup,
    PathwayInfo,
    Stage,
    Task,
    Workshop,
)
from tests.exporters.word.reading import (
    TODAY,
    below,
    headings,
    lines,
    made,
    paragraphs,
    parts,
    tables,
    words_of,
)
from tests.pathways import At, build

FIRST = Workshop(
    id="w1",
    order="a0",
    title={"fi": "Työpaja 1"},
    on=date(2026, 3, 12),
    place={"fi": "Kirjasto"},
    goal={"fi": "Yhteinen kuva"},
    result={"fi": "Löysimme ongelmat."},
    agenda=(AgendaItem(title={"fi": "Tervetuloa"}, minutes=15),),
    groups=("g1",),
)
SECOND = Workshop(id="w2", order="a1", title={"fi": "Työpaja 2"}, on=date(2026, 4, 16))
GROUP = ParticipantGroup(
    id="g1",
    order="a0",
    kind=GroupKind.DEVELOPER_CUSTOMERS,
    title={"fi": "Kehittäjäasiakkaat"},
    members=6,
    persons="Maija Salainen",
)


def board(*more: AnyRecord) -> Pathway:
    return build(
        *more,
        phases=("Alku",),
        actors=("Asiakas", "Sote-keskus"),
        stages=(At("Yhteydenotto"), At("Hoidon arvio", 1, 0, 1)),
        arrows=((0, 1),),
    )


def note(id: str, words: str, kind: NoteKind = NoteKind.IDEA, **more: object) -> Note:
    return Note(id=id, order=f"a{id}", kind=kind, text={"fi": words}, **more)  # type: ignore[arg-type]


def lost(pathway: Pathway) -> list[str]:
    with speaking("fi"):
        return list(of_the_minutes(pathway, Options(languages=("fi",), made_at=TODAY)))


def test_the_latest_workshop_comes_first_and_the_earlier_ones_begin_a_page() -> None:
    data = made(MINUTES, board(FIRST, SECOND, GROUP))
    workshops = [each for each in headings(data) if each.level == 1]
    assert [each.words for each in workshops] == ["Työpaja 2", "Työpaja 1"]
    new_pages = [
        words_of(each) for each in paragraphs(data) if list(each.iter(qn("w:pageBreakBefore")))
    ]
    assert new_pages == ["Työpaja 1"]


def test_a_workshop_tells_when_where_who_and_what_about() -> None:
    told = below(made(MINUTES, board(FIRST, SECOND, GROUP)), "Työpaja 1")
    assert told[:3] == ["Päivä: 12.3.2026", "Paikka: Kirjasto", "Mihin pyritään: Yhteinen kuva"]
    assert {"Kehittäjäasiakkaat", "6", "Tervetuloa", "15", "Löysimme ongelmat."} <= set(told)
    assert told[-1].startswith("Tehty Ketjupajalla")
    assert told[-2] == "16.4.2026, Työpaja 2"


def test_only_the_notes_of_a_workshop_are_in_its_minutes() -> None:
    pathway = board(
        FIRST,
        SECOND,
        note("1", "Ensimmäisessä", workshop="w1", about="s1", votes=4),
        note("2", "Toisessa", workshop="w2", clash="ristiriidan teksti"),
        note("3", "Ei missään"),
    )
    data = made(MINUTES, pathway)
    assert "Ensimmäisessä" in below(data, "Työpaja 1")
    assert "Ensimmäisessä" not in below(data, "Työpaja 2")
    assert "Toisessa" in below(data, "Työpaja 2")
    all_of_it = "\n".join(lines(data))
    assert "Ei missään" not in all_of_it
    assert "ristiriidan" not in all_of_it
    (row,) = [row for table in tables(data) for row in table if "Ensimmäisessä" in row]
    assert row == ["1.2 Hoidon arvio", "Idea", "Ensimmäisessä", "4", "–"]
    assert "1 muistilappu ei kuulu mihinkään työpajaan, eikä se ole muistiossa." in lost(pathway)


def test_decisions_stand_apart_from_the_discussion() -> None:
    decided = note("1", "Soitetaan aina", NoteKind.DECISION, workshop="w1", about="s1", votes=2)
    data = made(MINUTES, board(FIRST, decided))
    assert below(data, "Päätökset") == [
        "Löysimme ongelmat.",
        "Soitetaan aina (1.2 Hoidon arvio, 2 ääntä)",
    ]
    assert "Keskustelu" not in {each.words for each in headings(data)}


@pytest.mark.parametrize("allowed", [False, None])
def test_words_that_nobody_is_known_to_let_quote_are_not(*, allowed: bool | None) -> None:
    group = replace(GROUP, quotes_allowed=allowed)
    words = note("1", "En jaksa enää", NoteKind.CUSTOMER_WORDS, workshop="w1", said_by="g1")
    data = made(MINUTES, board(FIRST, group, words))
    assert not any("jaksa" in line for line in lines(data))
    (told,) = below(data, "Keskustelu")
    assert told.startswith("1 ")
    allows = replace(GROUP, quotes_allowed=True)
    assert "En jaksa enää" in below(made(MINUTES, board(FIRST, allows, words)), "Keskustelu")


def test_words_of_no_group_are_not_quoted() -> None:
    words = note("1", "En jaksa enää", NoteKind.CUSTOMER_WORDS, workshop="w1")
    data = made(MINUTES, board(FIRST, replace(GROUP, quotes_allowed=True), words))
    assert not any("jaksa" in line for line in lines(data))


def test_tasks_tell_who_and_by_when() -> None:
    task = Task(
        id="t",
        order="a0",
        title={"fi": "Sovi aika"},
        responsible={"fi": "Hoitaja"},
        due=date(2026, 5, 1),
        about="s1",
        workshop="w1",
    )
    other = replace(task, id="t2", title={"fi": "Muu tehtävä"}, workshop=None)
    (table,) = [
        each for each in tables(made(MINUTES, board(FIRST, task, other))) if each[0][0] == "Tehtävä"
    ]
    assert table[1:] == [["Sovi aika", "1.2 Hoidon arvio", "Hoitaja", "1.5.2026", "Kesken"]]


def test_a_workshop_still_to_come_is_only_the_next_meeting() -> None:
    coming = replace(SECOND, on=date(2027, 1, 8))
    data = made(MINUTES, board(FIRST, coming))
    assert [each.words for each in headings(data) if each.level == 1] == ["Työpaja 1"]
    assert "8.1.2027, Työpaja 2" in below(data, "Seuraava tapaaminen")


def test_a_task_that_prepares_a_workshop_does_not_hold_it() -> None:
    coming = replace(SECOND, on=date(2027, 1, 8))
    prepares = Task(id="t", order="a0", title={"fi": "Varaa tila"}, workshop="w2")
    data = made(MINUTES, board(FIRST, coming, prepares))
    assert [each.words for each in headings(data) if each.level == 1] == ["Työpaja 1"]
    said = note("1", "Aikaistettu", workshop="w2")
    data = made(MINUTES, board(FIRST, coming, prepares, said))
    assert "Varaa tila" in below(data, "Työpaja 2")


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\ufffe", "\uffff", "\x85"])
def test_no_character_of_a_name_stops_the_minutes(character: str) -> None:
    actor = Actor(id="a9", order="a9", name={"fi": f"Koti{character}hoito"})
    data = made(MINUTES, board(FIRST, actor, note("1", "Kiire", workshop="w1", about="a9")))
    assert any(each.startswith("Toimija: Koti") for each in below(data, "Keskustelu"))


def kept(pathway: Pathway, title: str, on: datetime) -> Milestone:
    return milestones.milestone_of(pathway, title, {"fi": title}, on)


def test_what_changed_since_the_state_before_is_told() -> None:
    before = kept(board(), "Ennen", datetime(2026, 3, 1, tzinfo=UTC))
    after = kept(
        board(Stage(id="s9", order="a9", actor="a1", phase="p0", column=2, title={"fi": "Uusi"})),
        "Jälkeen",
        datetime(2026, 3, 12, 15, tzinfo=UTC),
    )
    both = made(MINUTES, board(FIRST, SECOND, before, after))
    second, first = below(both, "Työpaja 2"), below(both, "Työpaja 1")
    assert "Verrattu: ”Jälkeen” (12.3.2026) ja ketju sellaisena kuin se on nyt." in second
    assert "Verrattu: ”Ennen” (1.3.2026) ja ”Jälkeen” (12.3.2026)." in first
    assert "Uusi: Lisätty vaihe ”Uusi”" in first


COMPARED = "Verrattu: "
NOW = "ketju sellaisena kuin se on nyt"


def compared(pathway: Pathway, workshop: str) -> str:
    """Return which states the minutes compare, '' for none."""
    told = below(made(MINUTES, pathway), workshop)
    return next((line for line in told if line.startswith(COMPARED)), "")[len(COMPARED) : -1]


def test_a_workshop_that_is_only_planned_takes_nothing_from_the_last_one_held() -> None:
    before = kept(board(), "Ennen", datetime(2026, 3, 1, tzinfo=UTC))
    planned = replace(SECOND, on=date(2027, 1, 8))
    pathway = board(FIRST, planned, before)
    assert compared(pathway, "Työpaja 1") == f"”Ennen” (1.3.2026) ja {NOW}"
    assert not any("Työpaja 1" in each for each in lost(pathway))


def test_changes_of_an_earlier_workshop_are_told_as_such() -> None:
    before = kept(board(), "Ennen", datetime(2026, 3, 1, tzinfo=UTC))
    pathway = board(FIRST, SECOND, before)
    assert compared(pathway, "Työpaja 2") == f"”Ennen” (1.3.2026) ja {NOW}"
    with speaking("fi"):
        since = _(
            "No milestone was kept between this workshop and the one before it: these are all "
            "changes since {day}."
        ).format(day="1.3.2026")
    assert since in below(made(MINUTES, pathway), "Työpaja 2")
    between = kept(board(), "Välissä", datetime(2026, 3, 20, tzinfo=UTC))
    assert since not in below(made(MINUTES, board(FIRST, SECOND, before, between)), "Työpaja 2")


MORNING, EVENING = datetime(2026, 3, 12, 6, tzinfo=UTC), datetime(2026, 3, 12, 15, tzinfo=UTC)


def test_a_state_of_the_morning_is_not_what_came_of_the_workshop() -> None:
    before = kept(board(), "Ennen", datetime(2026, 3, 1, tzinfo=UTC))
    morning, evening = kept(board(), "Aamu", MORNING), kept(board(), "Ilta", EVENING)
    week = kept(board(), "Viikko", datetime(2026, 3, 19, tzinfo=UTC))
    first = "Työpaja 1"
    assert compared(board(FIRST, morning), first) == f"”Aamu” (12.3.2026) ja {NOW}"
    assert compared(board(FIRST, before, morning), first) == f"”Ennen” (1.3.2026) ja {NOW}"
    assert compared(board(FIRST, before, morning, week, SECOND), first) == (
        "”Ennen” (1.3.2026) ja ”Viikko” (19.3.2026)"
    )
    assert compared(board(FIRST, before, morning, evening, week), first) == (
        "”Aamu” (12.3.2026) ja ”Ilta” (12.3.2026)"
    )


def test_a_state_that_holds_what_was_said_is_the_one_after() -> None:
    said = note("1", "Kiire", workshop="w1")
    before = kept(board(), "Ennen", datetime(2026, 3, 1, tzinfo=UTC))
    evening = kept(board(FIRST, GROUP, said), "Ilta", EVENING)
    pathway = board(FIRST, said, before, evening)
    assert compared(pathway, "Työpaja 1") == "”Ennen” (1.3.2026) ja ”Ilta” (12.3.2026)"
    alone = board(FIRST, said, evening)
    assert compared(alone, "Työpaja 1") == ""
    assert any(each.endswith(": Työpaja 1.") for each in lost(alone))


def test_each_change_of_a_stage_is_told_by_itself() -> None:
    old = Stage(id="s0", order="a0", actor="a0", phase="p0", title={"fi": "Soitto"})
    before = kept(board(old), "Ennen", datetime(2026, 3, 1, tzinfo=UTC))
    new = replace(old, title={"fi": "Yhteydenotto"}, actor="a1")
    told = below(made(MINUTES, board(FIRST, before, new)), "Mitä ketjussa muuttui")
    assert told[1] == "Yhteydenotto:"
    assert told[2:] == [
        "Vastuu siirtyi: Asiakas → Sote-keskus",
        "Nimi: ”Soitto” → ”Yhteydenotto”",
    ]


def test_what_changed_names_no_person_and_no_note() -> None:
    before = kept(board(), "Ennen", datetime(2026, 3, 1, tzinfo=UTC))
    info = PathwayInfo(
        id="info",
        title={"fi": "Uusi nimi"},
        owner=Responsibility(role={"fi": "Johtaja"}, person="Matti Salainen"),
    )
    pathway = board(FIRST, GROUP, before, info, note("1", "Kuiskattu"))
    told = "\n".join(lines(made(MINUTES, pathway)))
    assert "Uusi nimi" in told
    assert "Johtaja" in told
    assert "Salainen" not in told
    assert "Kuiskattu" not in told


def test_a_damaged_state_is_told_in_a_sentence() -> None:
    before = replace(kept(board(), "Ennen", datetime(2026, 3, 1, tzinfo=UTC)), content="rikki")
    (told,) = below(made(MINUTES, board(FIRST, before)), "Mitä ketjussa muuttui")
    with speaking("fi"):
        damaged = _("What the milestone keeps is damaged; the pathway itself is not touched.")
    assert told == damaged


def test_each_page_says_that_it_is_for_the_workgroup() -> None:
    data = made(MINUTES, board(FIRST))
    headers = [root for name, root in parts(data).items() if "header" in name]
    assert headers
    assert all("ei julkaista" in words_of(header) for header in headers)


def test_without_workshops_there_is_a_sentence() -> None:
    assert "Työpajoja ei ole vielä kirjattu." in lines(made(MINUTES, board()))
    assert lost(board()) == ["Työpajoja ei ole vielä kirjattu."]
