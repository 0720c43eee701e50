"""There and back: what nobody touched changes nothing, what somebody wrote changes just that."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import Phase as Phase_
from hypothesis import strategies as st
from msgspec.structs import replace
from openpyxl import Workbook

from exporters.excel.read_back import FaultyWorkbookError, WorkbookError, read_back, without_missing
from model import file
from model.codes import (
    HandoverKind,
    NoteKind,
    OmasoteFunction,
    Participation,
    Sector,
    StageKind,
)
from model.codes.names import name_of_code
from model.merge import merge
from model.parts import Responsibility, StageParticipant, TimeTarget
from model.pathway import Pathway
from model.records import (
    Actor,
    AnyRecord,
    Channel,
    Handover,
    Note,
    PathwayInfo,
    Phase,
    Stage,
    Task,
    TimePromise,
)
from model.text import AgeRange, read_span
from samples import SAMPLES, TEMPLATES
from tests.exporters.excel.books import (
    add_row,
    book_bytes,
    column_of,
    edited,
    opened,
    row_of,
    saved,
    sheet_of,
    write,
)
from tests.exporters.excel.small_board import board, board_bytes, with_records
from tests.pathways import any_words, random_pathways, words

FEW = settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=True,
    phases=(Phase_.generate,),
)
MANY = settings(FEW, max_examples=60)
SMALL = random_pathways(max_actors=4, max_phases=3, max_stages=7, max_columns=2)


def filled_in(edit: Callable[[Workbook], object]) -> Pathway:
    """Return the board as people have filled it in."""
    read = read_back(edited(board_bytes(), edit), board())
    assert read.base == board()
    assert read.missing == ()
    return read.filled_in


def added_to(pathway: Pathway, kind: type[Any]) -> list[Any]:
    return [record for record in pathway.of(kind) if record.id not in board()]


def cell_of(refused: FaultyWorkbookError) -> list[str]:
    return [fault.where for fault in refused.faults]


# Nothing touched


@given(SMALL)
@FEW
def test_what_nobody_touched_changes_nothing(pathway: Pathway) -> None:
    read = read_back(book_bytes(pathway, "fi", "sv"), pathway)
    assert (read.base, read.filled_in) == (pathway, pathway)
    assert (read.missing, read.remarks) == ((), ())


@pytest.mark.every
@given(random_pathways(max_stages=20))
@MANY
def test_what_nobody_touched_changes_nothing_many_times(pathway: Pathway) -> None:
    data = saved(opened(book_bytes(pathway, "sv", "fi")))
    read = read_back(data, pathway)
    assert (read.filled_in, read.missing, read.remarks) == (pathway, (), ())


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_samples_come_back_as_they_were_in_each_language(language: str) -> None:
    pathway = file.read(SAMPLES[1].path)
    read = read_back(book_bytes(pathway, language), pathway)
    assert (read.filled_in, read.missing, read.remarks) == (pathway, (), ())


@pytest.mark.every
@pytest.mark.parametrize("sample", [*SAMPLES, *TEMPLATES], ids=lambda sample: sample.name)
def test_each_sample_comes_back_as_it_was(sample: Any) -> None:
    pathway = file.read(sample.path)
    read = read_back(book_bytes(pathway, "fi", "sv", "en"), pathway)
    assert (read.filled_in, read.missing, read.remarks) == (pathway, (), ())


# Random edits: each is a sheet, a row, a header, what is written, and the record it makes

Written = tuple[str, str, str, object, AnyRecord]

TYPED = st.one_of(
    words,
    any_words.map(str.strip).filter(bool),
    st.sampled_from(["=1+1", "+358 40 123", "@x", "-2", "rivi\ntoinen rivi", "  välejä  ", "2026"]),
)


@st.composite
def edits_of(draw: st.DrawFn, pathway: Pathway) -> list[Written]:
    """Draw up to five edits of different records."""
    records = [
        record
        for record in pathway.values()
        if isinstance(record, Stage | Actor | Phase | Handover | PathwayInfo)
    ]
    chosen = draw(st.lists(st.sampled_from(records), max_size=5, unique_by=lambda each: each.id))
    return [draw(_edit_of(pathway, record)) for record in chosen]


def _edit_of(pathway: Pathway, record: Any) -> st.SearchStrategy[Written]:
    match record:
        case Stage():
            return st.one_of(*_stage_edits(pathway, record))
        case Actor():
            named = TYPED.map(lambda typed: ("actors", "name", typed, _with(record, "name", typed)))
            sector = st.sampled_from(Sector).map(
                lambda sector: (
                    "actors",
                    "sector",
                    name_of_code(sector),
                    replace(record, sector=sector),
                )
            )
            return (named | sector).map(lambda each: _of(record, *each))
        case Phase():
            return TYPED.map(
                lambda typed: _of(record, "phases", "title", typed, _with(record, "title", typed))
            )
        case Handover():
            return st.sampled_from(HandoverKind).map(
                lambda kind: _of(
                    record,
                    "handovers",
                    "kind",
                    name_of_code(kind).upper(),
                    replace(record, kind=kind),
                )
            )
    return st.dates(date(2020, 1, 1), date(2040, 1, 1)).map(
        lambda day: (
            "info",
            "next_review",
            "2",
            f"{day:%d.%m.%Y}",
            replace(record, next_review=day),
        )
    )


def _of(record: Any, key: str, column: str, cell: object, after: AnyRecord) -> Written:
    return key, record.id, column, cell, after


def _stage_edits(pathway: Pathway, stage: Stage) -> Iterator[st.SearchStrategy[Written]]:
    def written(column: str, cell: object, **fields: Any) -> Written:
        return "stages", stage.id, column, cell, replace(stage, **fields)

    for field in ("title", "what_happens"):
        yield TYPED.map(
            lambda typed, field=field: (  # type: ignore[misc]
                "stages",
                stage.id,
                field,
                typed,
                _with(stage, field, typed),
            )
        )
    yield st.sampled_from(StageKind).map(
        lambda kind: written("kind", name_of_code(kind), kind=kind)
    )
    yield st.just(written("phase", None, phase=None))
    if pathway.actors:
        yield st.sampled_from(pathway.actors).map(
            lambda actor: written("actor", f"[{actor.id}]", actor=actor.id)
        )
    yield st.booleans().map(
        lambda public: written("public", "KYLLÄ " if public else "ei", public=public)
    )


def _with(record: Any, field: str, typed: str) -> Any:
    return replace(record, **{field: {**getattr(record, field), "fi": typed.strip()}})


@given(st.data())
@FEW
def test_random_edits_change_exactly_what_was_written(data: st.DataObject) -> None:
    _random_edits(data, SMALL)


@pytest.mark.every
@given(st.data())
@MANY
def test_random_edits_change_exactly_what_was_written_many_times(data: st.DataObject) -> None:
    _random_edits(data, random_pathways(max_stages=15))


def _random_edits(data: st.DataObject, pathways: st.SearchStrategy[Pathway]) -> None:
    pathway = data.draw(pathways)
    edits = data.draw(edits_of(pathway))
    book = opened(book_bytes(pathway))
    for key, id, column, cell, _after in edits:
        write(book, key, id, column, cell)
    read = read_back(saved(book), pathway)
    expected = with_records(pathway, *(after for *_where, after in edits))
    assert read.filled_in == expected
    assert merge(read.base, pathway, read.filled_in).pathway == expected


# New rows


def test_a_new_row_becomes_a_stage_in_its_lane_and_phase() -> None:
    row = {"title": " Soitto ", "phase": "alku", "actor": "Skötare", "start": "x"}
    after = filled_in(lambda book: add_row(book, "stages", row))
    [stage] = added_to(after, Stage)
    assert (stage.title, stage.actor, stage.phase) == ({"fi": "Soitto"}, "a2", "p1")
    assert (stage.column, stage.start, stage.public) == (0, True, True)
    assert after.replacing({stage.id: None}) == board()


def test_new_rows_may_speak_of_one_another() -> None:
    def edit(book: Workbook) -> None:
        add_row(book, "actors", {"name": "Lääkäri", "sector": "specialised health care"})
        add_row(book, "phases", {"title": "Seuranta"})
        add_row(book, "channels", {"name": "Chatti", "kind": "chat", "digital": True})
        stage = {"title": "Kontrolli", "phase": "Seuranta", "actor": "lääkäri"}
        add_row(book, "stages", {**stage, "channels": "Chatti"})
        add_row(book, "handovers", {"source": "Hoito", "target": "Kontrolli"})
        add_row(book, "tasks", {"title": "Kysy ajat", "about": "Kontrolli", "due": "1.2.2027"})
        add_row(book, "times", {"where": "Kontrolli", "limit": "3 kk", "oldest": 23})
        add_row(book, "omasote", {"where": "Kontrolli", "function": "forms"})

    after = filled_in(edit)
    [actor], [phase], [channel] = (added_to(after, each) for each in (Actor, Phase, Channel))
    [stage], [arrow], [task] = (added_to(after, each) for each in (Stage, Handover, Task))
    assert (stage.actor, stage.phase, stage.channels) == (actor.id, phase.id, (channel.id,))
    assert (actor.sector, channel.digital) == (Sector.SPECIALIST, True)
    assert (arrow.source, arrow.target) == ("s3", stage.id)
    assert (task.about, task.due) == (stage.id, date(2027, 2, 1))
    assert stage.time_targets == (TimeTarget(limit=read_span("3 kk"), ages=AgeRange(oldest=23)),)
    assert [use.function for use in stage.omasote] == [OmasoteFunction.FORMS]
    assert after.actors[-1] == actor
    assert after.phases[-1] == phase


def test_new_stages_of_one_lane_lie_beside_one_another() -> None:
    def edit(book: Workbook) -> None:
        for name in ("A", "B"):
            add_row(book, "stages", {"title": name, "phase": "Alku", "actor": "Asiakas"})

    stages = added_to(filled_in(edit), Stage)
    assert sorted(stage.column for stage in stages) == [1, 2]


# Sheets of parts


def test_the_matrix_moves_responsibility_and_participants() -> None:
    def edit(book: Workbook) -> None:
        write(book, "matrix", "s2", "2", "vastaa")
        write(book, "matrix", "s2", "3", "saa tiedon, osallistuu")

    after = filled_in(edit)
    parts = (
        StageParticipant(actor="a2", participation=Participation.INFORMED),
        StageParticipant(actor="a2", participation=Participation.TAKES_PART),
    )
    stage = board()["s2"]
    assert after == with_records(board(), replace(stage, actor="a1", participants=parts))


def test_a_time_is_changed_where_it_stands() -> None:
    after = filled_in(lambda book: write(book, "times", "s1.time_targets.0", "limit", "3–14 vrk"))
    changed = (TimeTarget(limit=read_span("3–14 vrk")),)
    assert after == with_records(board(), replace(board()["s1"], time_targets=changed))


def test_a_translation_stands_beside_its_text() -> None:
    after = filled_in(lambda book: write(book, "texts", "s2.title", "text.sv", "Bedömning"))
    title = {"fi": "Arvio", "sv": "Bedömning"}
    assert after == with_records(board(), replace(board()["s2"], title=title))


# Rows that are gone


def test_a_row_that_is_gone_is_told_and_stays() -> None:
    def edit(book: Workbook) -> None:
        sheet_of(book, "stages").delete_rows(row_of(book, "stages", "s3"))
        sheet_of(book, "times").delete_rows(2)

    read = read_back(edited(board_bytes(), edit), board())
    assert read.filled_in == board()
    assert [(each.record, each.path) for each in read.missing] == [
        ("s3", ()),
        ("s1", ("time_targets", 0)),
    ]
    after = without_missing(read).filled_in
    assert set(board()) - set(after) == {"s3", "h2"}
    assert after["s1"] == replace(board()["s1"], time_targets=())


def test_a_promise_goes_with_its_time() -> None:
    time = TimeTarget(limit=read_span("3 kk"))
    now = with_records(
        board(), TimePromise(id="t1", order="a0", title={"fi": "Ajoissa"}, target=time)
    )

    def edit(book: Workbook) -> None:
        sheet_of(book, "times").delete_rows(row_of(book, "times", "t1.target"))

    read = read_back(edited(book_bytes(now), edit), now)
    assert without_missing(read).filled_in == board()


def test_an_emptied_row_counts_as_gone() -> None:
    def edit(book: Workbook) -> None:
        row = row_of(book, "handovers", "h2")
        for column in range(1, column_of(book, "handovers", "id")):
            sheet_of(book, "handovers").cell(row, column).value = None

    read = read_back(edited(board_bytes(), edit), board())
    assert [each.record for each in read.missing] == ["h2"]
    assert read.filled_in == board()


def test_a_row_whose_name_has_no_column_any_more_is_not_gone() -> None:
    def edit(book: Workbook) -> None:
        sheet = sheet_of(book, "handovers")
        kept = {column_of(book, "handovers", key) for key in ("condition", "id")}
        write(book, "handovers", "h2", "condition", None)
        for column in set(range(1, sheet.max_column + 1)) - kept:
            for row in range(1, sheet.max_row + 1):
                sheet.cell(row, column).value = None

    assert filled_in(edit) == with_records(board(), replace(board()["h2"], condition={}))


def test_a_sheet_that_is_gone_says_nothing() -> None:
    data = edited(board_bytes(), lambda book: book.remove(sheet_of(book, "stages")))
    read = read_back(data, board())
    assert (read.filled_in, read.missing) == (board(), ())


# Older versions


def test_what_others_have_done_since_stays() -> None:
    now = with_records(
        board(),
        replace(board()["s1"], title={"fi": "Soitto"}),
        Stage(id="s9", order="a9", title={"fi": "Uusi"}),
        Note(id="n1", order="a0", kind=NoteKind.QUESTION, text={"fi": "Kuka?"}, about="s9"),
    ).replacing({"h2": None})
    data = edited(board_bytes(), lambda book: write(book, "stages", "s2", "title", "Tutkimus"))
    read = read_back(data, now)
    merged = merge(read.base, now, read.filled_in)
    assert merged.conflicts == ()
    assert merged.pathway == with_records(now, replace(now["s2"], title={"fi": "Tutkimus"}))


def test_what_both_sides_wrote_is_a_conflict() -> None:
    now = with_records(board(), replace(board()["s2"], title={"fi": "Tutkimus"}))
    data = edited(board_bytes(), lambda book: write(book, "stages", "s2", "title", "Kartoitus"))
    read = read_back(data, now)
    [conflict] = merge(read.base, now, read.filled_in).conflicts
    assert (conflict.id, conflict.path) == ("s2", ("title", "fi"))


def test_what_the_workbook_does_not_show_is_left_alone() -> None:
    note = Note(id="n1", order="a0", kind=NoteKind.QUESTION, text={"fi": "Kuka?"}, about="s2")
    owner = Responsibility(role={"fi": "Ylilääkäri"}, person="Maija")
    now = with_records(board(), note, replace(board().info, owner=owner))
    data = edited(
        book_bytes(now, "fi", "sv"),
        lambda book: write(book, "info", "owner.role", "2", "Palvelupäällikkö"),
    )
    assert b"Maija" not in data
    merged = merge((read := read_back(data, now)).base, now, read.filled_in)
    changed = replace(owner, role={"fi": "Palvelupäällikkö"})
    assert merged.pathway == with_records(now, replace(now.info, owner=changed))
    assert merged.conflicts == ()


def test_a_book_of_another_pathway_is_refused() -> None:
    other = Pathway([PathwayInfo(id="other", title={"fi": "Muu"})])
    with pytest.raises(WorkbookError, match="Uni"):
        read_back(board_bytes(), other)


def test_a_book_that_lost_what_it_carries_is_compared_with_the_pathway_as_it_is() -> None:
    def edit(book: Workbook) -> None:
        del book["ketjupaja"]
        write(book, "stages", "s2", "title", "Tutkimus")

    read = read_back(edited(board_bytes(), edit), board())
    assert read.filled_in == with_records(
        board(),
        replace(board()["s2"], title={"fi": "Tutkimus"}),
    )
    assert len(read.remarks) == 1
