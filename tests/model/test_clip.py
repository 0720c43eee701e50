"""Copies: what is taken along, what stays behind, and where they go."""

from contextlib import suppress

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from model import file
from model.change import Add, Change
from model.clip import ClipError, as_text, clip_of, codec, decode, duplicate, encode, paste
from model.codes import ChannelKind, NoteKind
from model.document import Document
from model.integrity import broken_links
from model.parts import StageParticipant
from model.pathway import Cell, Pathway
from model.records import Actor, Channel, Handover, Note, Phase, Stage, Waiver
from tests.pathways import At, build, random_pathways


def here() -> Pathway:
    return build(
        Channel(id="c0", order="a0", kind=ChannelKind.PHONE, digital=False, name={"fi": "Linja"}),
        Note(id="n0", order="a0", kind=NoteKind.QUESTION, text={"fi": "Kuka?"}, about="s1"),
        Note(id="n1", order="a1", kind=NoteKind.RISK, text={"fi": "Viipyy"}, about="h0"),
        Note(id="n2", order="a2", kind=NoteKind.RISK, text={"fi": "Muu"}, about="s2"),
        Waiver(id="w0", rule="RES-01", about="s0"),
        Handover(id="h0", source="s0", target="s1", if_not_accepted="s2", sender="a2"),
        Stage(
            id="s0",
            order="a0",
            actor="a0",
            phase="p0",
            title={"fi": "Oire"},
            channels=("c0",),
            participants=(StageParticipant(actor="a1", task={"fi": "Mukana"}),),
        ),
        phases=["Tunnistaminen", "Hoito"],
        actors=["Asiakas", "Lääkäri", "Hoitaja"],
        stages=[At("Oire", 0, 0), At("Arvio", 1, 0, 1), At("Seuranta", 2, 1)],
        arrows=[(0, 1), (1, 2), (2, 0)],
    )


def after(pathway: Pathway, change: Change) -> Pathway:
    following, done = change.applied_to(pathway)
    assert done == change
    assert not list(broken_links(following))
    return following


def cells(pathway: Pathway) -> dict[str, Cell]:
    return {stage.id: (stage.actor, stage.phase, stage.column) for stage in pathway.stages}


def new_stages(before: Pathway, following: Pathway) -> list[Stage]:
    return [stage for stage in following.stages if stage.id not in before]


def new_of(kind: type, change: Change) -> list[object]:
    return [op.record for op in change.ops if isinstance(op, Add) and type(op.record) is kind]


def test_a_copy_takes_handovers_between_its_stages_and_notes_about_them_along() -> None:
    clip = clip_of(here(), ["s1", "s0"])
    assert [record.id for record in clip.copied] == ["s0", "s1", "h0", "n0", "n1"]
    assert [record.id for record in clip.around] == ["a0", "a1", "a2", "p0", "c0"]


def test_an_actor_is_copied_with_its_stages() -> None:
    assert [record.id for record in clip_of(here(), ["a1"]).copied] == ["s1", "n0", "a1"]
    assert not clip_of(here(), ["gone"])


def test_bytes_there_and_back() -> None:
    clip = clip_of(here(), ["s0", "s1", "a2"])
    assert decode(encode(clip)) == clip


def test_in_the_same_pathway_copies_keep_lanes_and_phases() -> None:
    before = here()
    change = paste(before, clip_of(before, ["s0", "s1"]), None)
    following = after(before, change)
    oire, arvio = new_stages(before, following)
    assert (oire.actor, oire.phase, oire.column) == ("a0", "p0", 1)
    assert (arvio.actor, arvio.phase, arvio.column) == ("a1", "p0", 2)
    assert oire.participants == before["s0"].participants  # type: ignore[union-attr]
    assert oire.channels == ("c0",)
    assert len(following.actors) == len(before.actors)
    assert change.ops[0] == Add(oire)


def test_links_inside_are_kept_and_those_that_lead_out_are_let_go() -> None:
    before = here()
    following = after(before, paste(before, clip_of(before, ["s0", "s1"]), None))
    oire, arvio = new_stages(before, following)
    (arrow,) = following.leaving(oire.id)
    assert arrow == replace(
        before.leaving("s0")[0], id=arrow.id, target=arvio.id, source=oire.id, if_not_accepted=None
    )
    assert not following.leaving(arvio.id)
    notes = [note for note in following.of(Note) if note.id not in before]
    assert [(note.text["fi"], note.about) for note in notes] == [
        ("Kuka?", arvio.id),
        ("Viipyy", arrow.id),
    ]


def test_the_first_stage_goes_to_the_cell_and_the_others_keep_their_distance() -> None:
    before = here()
    following = after(before, paste(before, clip_of(before, ["s0", "s1"]), ("a1", "p1", 4)))
    assert list(cells(following).items())[-2:] == [
        (new_stages(before, following)[0].id, ("a1", "p1", 4)),
        (new_stages(before, following)[1].id, ("a2", "p1", 5)),
    ]


def test_who_would_leave_the_board_stays_in_its_lane_and_phase() -> None:
    before = here()
    following = after(before, paste(before, clip_of(before, ["s0", "s2"]), ("a2", "p1", 2)))
    assert [cells(following)[stage.id] for stage in new_stages(before, following)] == [
        ("a2", "p1", 1),
        ("a2", "p1", 2),
    ]


def test_in_another_pathway_what_is_known_by_name_is_used_and_the_rest_comes_along() -> None:
    there = build(actors=["X", "Y", "lääkäri"], phases=["Hoito", "TUNNISTAMINEN"])
    there = Pathway(replace(record, id=f"t{record.id}") for record in there.values())
    change = paste(there, clip_of(here(), ["s0", "s1"]), None)
    following = after(there, change)
    assert [actor.name["fi"] for actor in following.actors] == [
        "X",
        "Y",
        "lääkäri",
        "Asiakas",
        "Hoitaja",
    ]
    assert len(following.phases) == 2
    oire, arvio = following.stages
    assert (arvio.actor, arvio.phase) == ("ta2", "tp1")
    assert oire.participants[0].actor == "ta2"
    assert [channel.name["fi"] for channel in following.channels] == ["Linja"]
    assert not set(new_ids(change)) & set(here())


def new_ids(change: Change) -> list[str]:
    return [op.id for op in change.ops]


def test_pasting_twice_brings_actors_along_once() -> None:
    there = build()
    clip = clip_of(here(), ["s0", "s1"])
    once = after(there, paste(there, clip, None))
    twice = after(once, paste(once, clip, None))
    assert len(twice.actors) == len(once.actors) == 3
    assert len(twice.stages) == 4


def test_a_duplicate_stands_beside_its_original() -> None:
    before = here()
    change = duplicate(before, ["s1"])
    (copy,) = new_stages(before, after(before, change))
    assert (copy.actor, copy.phase, copy.column) == ("a1", "p0", 2)
    assert copy.title == {"fi": "Arvio"}
    assert change.label == "Duplicate 2 things"
    assert duplicate(before, ["s0"]).label == "Duplicate “Oire”"


def test_a_lane_gets_a_twin_with_its_stages() -> None:
    before = here()
    following = after(before, duplicate(before, ["a0"]))
    assert [actor.name["fi"] for actor in following.actors] == [
        "Asiakas",
        "Asiakas",
        "Lääkäri",
        "Hoitaja",
    ]
    (copy,) = new_stages(before, following)
    assert (copy.actor, copy.column) == (following.actors[1].id, 0)


def test_copies_from_one_cell_share_the_new_one() -> None:
    before = build(actors=["A"], phases=["P"], stages=[At("Yksi"), At("Kaksi"), At("K", column=2)])
    following = after(before, duplicate(before, ["s0", "s1"]))
    assert [(stage.title["fi"], stage.column) for stage in following.stages] == [
        ("Yksi", 0),
        ("Kaksi", 0),
        ("Yksi", 1),
        ("Kaksi", 1),
        ("K", 2),
    ]


HOSTILE = "<script>alert(1)</script> =1+1 \u202e"


def test_hostile_texts_stay_texts() -> None:
    before = build(actors=["A"], phases=["P"], stages=[At(HOSTILE)])
    following = after(before, paste(before, decode(encode(clip_of(before, ["s0"]))), None))
    assert [stage.title["fi"] for stage in following.stages] == [HOSTILE, HOSTILE]


def _clip(**fields: object) -> bytes:
    whole = {"format": 1, "copied": [], "around": [], **fields}
    return msgspec.json.encode(whole)


STAGE = {"record": "stage", "id": "s0", "order": "a0"}


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The copy on the clipboard is damaged: copy it again."),
        (b"\xff\x00", "The copy on the clipboard is damaged: copy it again."),
        (b"[" * 100_000, "The copy on the clipboard is damaged: copy it again."),
        (b'{"format":' * 50_000, "The copy on the clipboard is damaged: copy it again."),
        (_clip(format=0), "The copy on the clipboard is damaged: copy it again."),
        (_clip(copied=[STAGE, STAGE]), "The copy on the clipboard is damaged: copy it again."),
        (
            _clip(copied=[{**STAGE, "order": "a0zz0"}]),
            "The copy on the clipboard is damaged: copy it again.",
        ),
        (
            _clip(copied=[{**STAGE, "id": "../x"}]),
            "The copy on the clipboard is damaged: copy it again.",
        ),
        (
            _clip(copied=[{**STAGE, "column": 1000}]),
            "The copy on the clipboard is damaged: copy it again.",
        ),
        (
            _clip(copied=[{"record": "pathway", "id": "x"}]),
            "The copy on the clipboard is damaged: copy it again.",
        ),
        (_clip(more=1), "The copy on the clipboard is damaged: copy it again."),
        (
            _clip(format=2, more=1),
            "The copy was made by a newer Ketjupaja: update the program to paste it.",
        ),
        (
            _clip(copied=[{**STAGE, "id": f"s{place}"} for place in range(codec.MOST_RECORDS + 1)]),
            "There is too much on the clipboard to be pasted: copy less at a time.",
        ),
    ],
)
def test_what_is_no_clip_is_refused_with_one_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(ClipError) as refusal:
        decode(data)
    assert str(refusal.value) == sentence


def test_too_many_bytes_are_refused_before_they_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codec, "LARGEST", 10)
    with pytest.raises(ClipError, match="too much"):
        decode(_clip())


@given(st.binary(max_size=200))
def test_any_bytes_are_a_clip_or_refused(data: bytes) -> None:
    with suppress(ClipError):
        decode(data)


def test_a_clip_with_links_that_lead_nowhere_or_astray_is_pasted_without_them() -> None:
    clip = decode(
        _clip(
            copied=[
                {**STAGE, "actor": "p9", "phase": "nowhere", "channels": ["c1", "s0"]},
                {"record": "handover", "id": "h0", "source": "s0", "target": "s2"},
                {"record": "handover", "id": "h1", "source": "s0", "target": "p9"},
            ],
            around=[{"record": "phase", "id": "p9", "order": "a0"}],
        )
    )
    before = here()
    (stage,) = new_stages(before, after(before, paste(before, clip, None)))
    assert (stage.actor, stage.phase, stage.channels) == (None, None, ())


def test_text_for_word_and_excel() -> None:
    pathway = build(
        actors=['"Lää" käri'],
        phases=["Hoito"],
        stages=[At("=1+1"), At("Kaksi\triviä\nyhdessä", None, 0, 1)],
    )
    assert as_text(pathway, ["s0", "s1"], "en") == (
        'Stage\tActor\tPhase\r\n =1+1\t"""Lää"" käri"\tHoito\r\nKaksi riviä yhdessä\t\tHoito'
    )
    assert as_text(build(actors=["Kela"]), ["a0"], "fi") == "Kela"
    assert as_text(pathway, [], "fi") == ""


def chosen(pathway: Pathway, numbers: list[int]) -> list[str]:
    ids = [stage.id for stage in pathway.stages]
    return [ids[number] for number in numbers if number < len(ids)]


NUMBERS = st.lists(st.integers(0, 15), max_size=8, unique=True)


@given(random_pathways(max_stages=15), random_pathways(max_stages=15), NUMBERS, st.data())
def test_over_the_clipboard_all_links_inside_the_selection_are_kept(
    source: Pathway, target: Pathway, numbers: list[int], data: st.DataObject
) -> None:
    ids = chosen(source, numbers)
    cell = data.draw(
        st.none()
        | st.tuples(
            st.sampled_from([None, *(actor.id for actor in target.actors)]),
            st.sampled_from([None, *(phase.id for phase in target.phases)]),
            st.integers(0, 5),
        )
    )
    change = paste(target, decode(encode(clip_of(source, ids))), cell)
    following = after(target, change)
    assert cells(target).items() <= cells(following).items()
    copied = [stage for stage in source.stages if stage.id in ids]
    copies = new_of(Stage, change)
    assert [_said(stage) for stage in copies] == [_said(stage) for stage in copied]  # type: ignore[arg-type]
    _assert_only_cell_mates_share(copied, copies, cells(target))
    to_copy = {
        stage.id: copy.id  # type: ignore[attr-defined]
        for stage, copy in zip(copied, copies, strict=True)
    }
    inside = [
        (to_copy[arrow.source], to_copy[arrow.target], arrow.flow, arrow.kind, arrow.condition)
        for arrow in source.handovers
        if {arrow.source, arrow.target} <= set(ids)
    ]
    assert inside == [
        (arrow.source, arrow.target, arrow.flow, arrow.kind, arrow.condition)  # type: ignore[attr-defined]
        for arrow in new_of(Handover, change)
    ]
    for stage, copy in zip(copied, copies, strict=True):
        assert isinstance(copy, Stage)
        assert len(copy.channels) == len(stage.channels)
        if cell is None:
            _assert_same_lane(source, stage, following, copy)
    document = Document(target)
    document.do(change)
    assert document.pathway == following
    document.undo()
    assert document.pathway == target


def _assert_only_cell_mates_share(
    originals: list[Stage], copies: list[object], taken: dict[str, Cell]
) -> None:
    went: dict[Cell, Cell] = {}
    for stage, copy in zip(originals, copies, strict=True):
        assert isinstance(copy, Stage)
        there = copy.actor, copy.phase, copy.column
        assert there not in taken.values()
        assert went.setdefault(there, _cell(stage)) == _cell(stage)


def _cell(stage: Stage) -> Cell:
    return stage.actor, stage.phase, stage.column


def _said(stage: Stage) -> tuple[object, ...]:
    return stage.title, stage.what_happens, stage.kind, stage.time_targets, stage.confirmation


def _assert_same_lane(source: Pathway, stage: Stage, target: Pathway, copy: Stage) -> None:
    lane, there = source.find(Actor, stage.actor), target.find(Actor, copy.actor)
    assert (lane is None) == (there is None)
    part, part_there = source.find(Phase, stage.phase), target.find(Phase, copy.phase)
    assert (part is None) == (part_there is None)


@given(random_pathways(max_stages=15), NUMBERS)
def test_into_itself_copies_say_the_same_and_the_file_can_be_opened_again(
    pathway: Pathway, numbers: list[int]
) -> None:
    change = duplicate(pathway, chosen(pathway, numbers))
    following = after(pathway, change)
    assert cells(pathway).items() <= cells(following).items()
    assert len(following.actors) == len(pathway.actors)
    assert len(following.channels) == len(pathway.channels)
    assert file.loads(file.dumps(following)) == following
