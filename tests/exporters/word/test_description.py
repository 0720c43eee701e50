"""The pathway description: what it tells, where, and that nothing public is lost."""

from datetime import date

from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace

from exporters.exporter import Options
from exporters.website import reading
from exporters.website.public import printable
from exporters.word import WORD
from exporters.word.following import _brief
from exporters.word.losses import of_the_description
from model.approval import Approver, approve
from model.checks.private_texts import PRIVATE_TEXTS
from model.codes import HandoverKind, PathwayStatus
from model.file import read
from model.messages import _, speaking
from model.parts import Approval, Responsibility
from model.pathway import Pathway
from model.records import Actor, Channel, Handover, Note, PathwayInfo, Stage, Workshop
from model.text import read_span
from samples import SAMPLES
from tests.exporters.diagram.drawn import SMALL
from tests.exporters.word.reading import (
    TODAY,
    Heading,
    below,
    empty_chapters,
    headings,
    lines,
    made,
    opened,
    paragraphs,
    parts,
    style_of,
    tables,
    without_skips,
    words_of,
)
from tests.hostile_texts.filling import marked, squashed
from tests.pathways import At, build, random_pathways

T2D = read(SAMPLES[0].path)


def lost(pathway: Pathway, *others: str) -> list[str]:
    with speaking("fi"):
        options = Options(languages=("fi", *others), made_at=TODAY)
        return list(of_the_description(pathway, options))


def _written(*records: PathwayInfo | Stage | Handover | Actor | Channel | Note) -> bytes:
    return made(WORD, build(*records, phases=("Alku",), actors=("Sote-keskus",)), "fi")


def test_each_phase_and_stage_has_its_heading_once(without_qt: str) -> None:
    assert without_qt
    found = headings(made(WORD, T2D, "fi"))
    numbers = reading.numbers(T2D)
    stages = [Heading(3, f"{numbers[stage.id]} {stage.title['fi']}") for stage in T2D.stages]
    assert sorted(each for each in found if each.level == 3) == sorted(stages)
    phases = [
        f"{part.number} {part.phase.title['fi']}" for part in reading.parts(T2D) if part.phase
    ]
    assert [each.words for each in found if each.level == 2][: len(phases)] == phases


def test_a_stage_tells_who_what_when_and_what_comes_next(without_qt: str) -> None:
    assert without_qt
    told = below(made(WORD, T2D, "fi"), "2.2 Riski huomataan muulla käynnillä")
    assert told[0] == "Vastuutaho: Neuvola, suunhoito ja muut vastaanotot"
    assert "Asiakas: Päättää, haluaako tehdä testin." in told
    stage = T2D["s04"]
    assert isinstance(stage, Stage)
    assert f"Mitä asiakkaalle tapahtuu: {stage.what_happens['fi']}" in told
    assert f"Ammattilaisille: {stage.professional_text['fi']}" in told
    assert (
        "Määräajat: Heti (ketjun tavoite); Riski tulee puheeksi käynnillä – Saat testin mukaasi"
        in told
    )
    assert "Mitä seuraavaksi: → 2.4 Mitä testi kertoo? (palveluun ohjaus)" in told


def test_actors_tell_the_stages_that_they_answer_for_and_take_part_in(without_qt: str) -> None:
    assert without_qt
    (table,) = [each for each in tables(made(WORD, T2D, "fi")) if "Rooli ketjussa" in each[0]]
    (row,) = [row for row in table if row[0].startswith("Diabeteshoitaja\n")]
    assert row[2].startswith("5.5 Ensitieto ja omamittaus\n5.6 Hoitosuunnitelma")
    assert row[3] == "5.4, 5.8, 6.1, 6.4, 7.1"
    (row,) = [row for row in table if row[0].startswith("Terveysaseman hoitaja ja lääkäri\n")]
    assert row[3] == "3.1, 4.3, 5.6, 5.9"


def test_handovers_are_told_in_a_table(without_qt: str) -> None:
    assert without_qt
    (table,) = [each for each in tables(made(WORD, T2D, "fi")) if "Jos ei hyväksytä" in each[0]]
    arrows = [arrow for arrow in T2D.handovers if arrow.kind]
    assert len(table) == 1 + len(arrows)
    referral = next(arrow for arrow in arrows if arrow.kind is HandoverKind.REFERRAL)
    (row,) = [row for row in table if referral.information["fi"] in row]
    assert row[2] == "Lähete"
    assert referral.if_not_accepted_text["fi"] in row[5]


def test_the_pages_of_the_board_and_of_wide_tables_lie_across() -> None:
    data = made(WORD, SMALL, "fi")
    sections = list(parts(data)["word/document.xml"].iter(qn("w:sectPr")))
    turned = [each.find(qn("w:pgSz")).get(qn("w:orient")) for each in sections]
    assert turned == [None, "landscape", None]
    assert all(each.find(qn("w:headerReference")) is not None for each in sections)
    assert len(opened(data).inline_shapes) == 3  # the board and its two phases


def test_a_wide_phase_lies_across_with_its_heading() -> None:
    stages = [At(f"Vaihe {column}", 0, 0, column) for column in range(7)]
    more = [At("Arvio", 0, 1), At("Hoito", 0, 1, 1)]
    pathway = build(phases=("Pitkä", "Lyhyt"), actors=("Sote",), stages=[*stages, *more])
    data = made(WORD, pathway, "fi")
    ended = [each for each in paragraphs(data) if list(each.iter(qn("w:sectPr")))]
    assert not [words_of(each) for each in ended if style_of(each).startswith("Heading")]
    turned = [
        each.find(qn("w:pgSz")).get(qn("w:orient"))
        for each in parts(data)["word/document.xml"].iter(qn("w:sectPr"))
    ]
    assert turned == [None, "landscape", None]  # the board and the long phase, then the rest


def test_the_words_of_a_wide_phase_are_not_alone_on_a_page_across() -> None:
    stages = [At(f"Vaihe {column}", 0, 0, column) for column in range(7)]
    pathway = build(
        phases=("Pitkä", "Lyhyt"), actors=("Sote",), stages=[*stages, At("Arvio", 0, 1)]
    )
    phase = replace(pathway.phases[0], description={"fi": "Ensin soitetaan."})
    data = made(WORD, pathway.replacing({phase.id: phase}), "fi")
    told = [each for each in paragraphs(data) if style_of(each)[:3] != "TOC"]
    place = next(at for at, each in enumerate(told) if words_of(each) == "Ensin soitetaan.")
    assert style_of(told[place - 1]) == "Caption"
    assert list(told[place - 1].iter(qn("w:sectPr")))  # there the page across ends
    assert words_of(told[place + 1]) == "1.1 Vaihe 0"


def test_the_last_line_is_never_alone_on_a_page(without_qt: str) -> None:
    assert without_qt
    *_others, before, last = paragraphs(made(WORD, T2D, "fi"))
    assert words_of(last).startswith("Tehty Ketjupajalla")
    assert list(before.iter(qn("w:keepNext")))
    info = PathwayInfo(id="info", title={"fi": "Uni"}, status=PathwayStatus.APPROVED)
    across = build(info, stages=(At("Soitto"), At("Arvio", column=1)), arrows=((0, 1),))
    arrow = replace(across.handovers[0], kind=HandoverKind.REFERRAL)
    data = made(WORD, across.replacing({arrow.id: arrow}), "fi")
    (*_others, section) = parts(data)["word/document.xml"].iter(qn("w:sectPr"))
    assert section.find(qn("w:pgSz")).get(qn("w:orient")) == "landscape"


def test_without_qt_the_document_says_that_the_picture_is_left_out(without_qt: str) -> None:
    data = made(WORD, SMALL, "fi")
    assert below(data, "Ketju kuvana") == [f"Kuva on jätetty pois. {without_qt}"]
    assert not opened(data).inline_shapes
    assert f"Kuva on jätetty pois. {without_qt}" in lost(SMALL)


def test_the_first_table_tells_which_document_it_is() -> None:
    info = PathwayInfo(
        id="info",
        title={"fi": "Uni"},
        status=PathwayStatus.APPROVED,
        version="1.2",
        owner=Responsibility(
            role={"fi": "Ylilääkäri"}, organisation={"fi": "Alue"}, person="Matti Salainen"
        ),
        approvals=(Approval(role={"fi": "Johtoryhmä"}, on=date(2026, 3, 2), version="1.2"),),
        next_review=date(2027, 3, 2),
    )
    data = _written(info)
    facts = dict(tables(data)[0][1:])
    assert facts["Tila"] == "Hyväksytty"
    assert facts["Omistaja"] == "Ylilääkäri, Alue"
    assert facts["Hyväksytty"] == "Johtoryhmä, 2.3.2026, versio 1.2"
    assert facts["Seuraava tarkistus"] == "2.3.2027"
    assert not any("Salainen" in line for line in lines(data))
    headers = [root for name, root in parts(data).items() if "header" in name]
    assert ["".join(root.itertext()).strip() for root in headers] == [
        "Uni · Hyväksytty, versio 1.2"
    ]


def test_only_a_draft_lists_what_is_open() -> None:
    draft = PathwayInfo(id="info", title={"fi": "Uni"}, status=PathwayStatus.IN_REVIEW)
    title = "Liite: mikä on vielä auki"
    assert title in {each.words for each in headings(_written(draft))}
    approved = replace(draft, status=PathwayStatus.APPROVED)
    assert title not in {each.words for each in headings(_written(approved))}


def test_what_was_edited_since_the_approval_says_so() -> None:
    by = Approver({"fi": "Johtoryhmä"}, {"fi": "Alue"}, TODAY.date())
    pathway = build(title="Uni", stages=(At("Arvio"),), phases=("Alku",), actors=("Sote",))
    approved, _done = approve(pathway, by, TODAY).applied_to(pathway)
    told = "Ketjua on muokattu hyväksynnän jälkeen"
    assert not any(told in line for line in (*lines(made(WORD, approved)), *lost(approved)))
    edited = approved.replacing({"s0": replace(pathway.stages[0], title={"fi": "Muu"})})
    data = made(WORD, edited)
    assert lines(data)[2].startswith(told)
    (header,) = [root for name, root in parts(data).items() if "header" in name]
    assert words_of(header) == "Uni · Hyväksytty · Muokattu hyväksynnän jälkeen"
    assert any(told in sentence for sentence in lost(edited))


def test_notes_stay_in_the_file_and_that_is_told() -> None:
    note = Note(id="n", order="a0", kind="idea", text={"fi": "Salaisuus"})  # type: ignore[arg-type]
    pathway = build(note, stages=(At("Arvio"),), phases=("Alku",), actors=("Sote",))
    assert not any("Salaisuus" in line for line in lines(made(WORD, pathway, "fi")))
    told = lost(pathway, "sv")
    assert any(sentence.startswith("Muistilaput ja tehtävät") for sentence in told)
    assert "Asiakirja on yhdellä kielellä; tee toinen näille kielille: ruotsi." in told


def _public_words(pathway: Pathway) -> list[str]:
    """Return all texts of a random pathway as a reader of Finnish gets them."""
    texts = [
        pathway.info.title,
        *(
            phase.title
            for phase in pathway.phases
            if any(s.phase == phase.id for s in pathway.stages)
        ),
        *(actor.name for actor in pathway.actors),
        *(channel.name for channel in pathway.channels),
        *(text for stage in pathway.stages for text in (stage.title, stage.what_happens)),
        *(arrow.condition for arrow in pathway.handovers),
    ]
    return [squashed(printable(text.get("fi", ""))) for text in texts]


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(random_pathways(max_stages=10, max_actors=6, max_phases=4))
def test_no_public_text_is_lost(without_qt: str, pathway: Pathway) -> None:
    assert without_qt
    data = made(WORD, pathway, "fi")
    opened(data)
    found = headings(data)
    assert without_skips(found)
    assert empty_chapters(data) == []
    assert sum(each.level == 3 for each in found) == len(pathway.stages)
    told = squashed("\n".join(lines(data)))
    assert [words for words in _public_words(pathway) if words not in told] == []


def test_what_is_written_for_the_workgroup_alone_stays_out(without_qt: str) -> None:
    assert without_qt
    pathway = marked().pathway
    data = "\n".join(lines(made(WORD, pathway)))
    inside = {
        words
        for kind, fields in PRIVATE_TEXTS.items()
        for record in pathway.of(kind)
        for field in fields
        for words in getattr(record, field).values()
    }
    inside |= {workshop.result["fi"] for workshop in pathway.of(Workshop)}
    assert len(inside) > len(PRIVATE_TEXTS)
    assert [words for words in inside if words in data] == []
    with speaking("fi"):
        told = _(
            "What is written for the workgroup alone is not in the description, such as what "
            "workshops led to, notes on changes and on what is recorded where."
        )
    assert told in lost(pathway)
    assert told not in lost(build(stages=(At("Arvio"),)))


def test_workshops_held_are_told_in_their_order(without_qt: str) -> None:
    assert without_qt
    days = {"Kolmas": (2026, 5, 1), "Eka": (2026, 3, 1), "Tuleva": (2027, 1, 8)}
    workshops = [
        Workshop(id=title, order=f"a{place}", title={"fi": title}, on=date(*day))
        for place, (title, day) in enumerate(days.items())
    ]
    data = made(WORD, build(*workshops, stages=(At("Arvio"),)))
    (table,) = [each for each in tables(data) if each[0][1] == "Työpaja"]
    assert [row[1] for row in table[1:]] == ["Eka", "Kolmas"]


def _times(*lengths: str) -> list[str]:
    """Return what is told of the times of stages in a row that last so long, '' not known."""
    stages = [At(f"Vaihe {place}", column=place) for place, _length in enumerate(lengths)]
    arrows = [(place, place + 1) for place in range(len(lengths) - 1)]
    pathway = build(phases=("Alku",), actors=("Sote",), stages=stages, arrows=arrows)
    lasting = {
        stage.id: replace(
            stage,
            start=place == 0,
            visit_group="käynti",  # nothing is waited for
            duration=read_span(length) if length else None,
        )
        for place, (stage, length) in enumerate(zip(pathway.stages, lengths, strict=True))
    }
    data = made(WORD, pathway.replacing(lasting))
    has_times = "Ajat" in {each.words for each in headings(data)}
    return below(data, "Ajat") if has_times else []


def test_a_sum_says_whether_it_holds_all_parts(without_qt: str) -> None:
    assert without_qt
    with speaking("fi"):
        whole, known = _("In sum {length} at most."), _("The known parts in sum: {length} at most.")
        days, months = _brief(7), _brief(426)
        row = _("{days} + what is not known").format(days=2)
    assert whole.format(length=days) in _times("2 pv", "5 pv")
    assert whole.format(length=months) in _times("1 pv", "425 pv")
    assert known.format(length=days) in "\n".join(_times("2 pv", "", "5 pv"))
    assert row in _times("2 pv", "", "5 pv")
    assert _times("", "") == []


def test_lengths_are_said_in_units_that_one_can_grasp() -> None:
    with speaking("en"):
        said = [_brief(days) for days in (1, 90, 91, 426, 1400)]
    assert said == ["1 day", "90 days", "about 3 months", "about 14 months", "about 4 years"]
