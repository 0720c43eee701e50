"""Parts of a board: nothing moves, nothing that leads out is lost, no words on one another."""

from collections.abc import Iterator
from io import BytesIO
from itertools import combinations, pairwise
from typing import Any

import pytest
from lxml import etree
from msgspec.structs import replace
from pypdf import PdfReader

from benchmarks.synthetic import synthetic
from exporters.diagram.pdf import PDF
from exporters.diagram.picture import MarkKind, Picture, Stub
from exporters.diagram.pictured import pictured
from exporters.diagram.stubs import WIDTH
from exporters.diagram.svg import document
from exporters.diagram.words import picture_description
from exporters.exporter import ExportError
from exporters.part import WHOLE, OneLane, OnePhase, OneStory, Part, Since, SomeStages
from model.file import read
from model.ids import Id
from model.layout import board, font_measure
from model.layout.geometry import Point, Rect, TextStyle
from model.messages import speaking
from model.parts import StoryStep
from model.pathway import Pathway
from model.records import Goal, Handover, Stage, Story
from samples import SAMPLES
from tests.exporters.diagram.drawn import HOSTILE_TEXTS, OPTIONS, SMALL, hostile, made_by
from tests.sparing import one_in


def drawn(pathway: Pathway, part: Part) -> Picture:
    with speaking("en"):
        return pictured(pathway, "fi", part)


def parts(pathway: Pathway) -> Iterator[Part]:
    yield from (OnePhase(phase.id) for phase in pathway.phases)
    yield from (OneLane(actor.id) for actor in pathway.actors)
    yield from (OneStory(story.id) for story in pathway.of(Story))
    stages = [stage.id for stage in pathway.stages]
    yield from (SomeStages(frozenset(stages[start::5])) for start in range(3))


BOARDS = [
    *((sample.name, read(sample.path)) for sample in SAMPLES),
    *((f"synthetic {stages}", synthetic(stages)) for stages in (12, 60)),
]
CASES = one_in(4, [pytest.param(*each, id=each[0]) for each in BOARDS])


@pytest.mark.parametrize(("_name", "pathway"), CASES)
def test_cards_stay_where_they_are_to_each_other(_name: str, pathway: Pathway) -> None:
    whole = board(pathway, font_measure(), "fi")
    for part in parts(pathway):
        picture = drawn(pathway, part)
        shown = {**picture.board.cards, **{ghost.id: ghost for ghost in picture.ghosts}}
        by = {
            (
                round(card.box.x - whole.cards[id].box.x, 6),
                round(card.box.y - whole.cards[id].box.y, 6),
            )
            for id, card in shown.items()
        }
        assert len(by) <= 1


@pytest.mark.parametrize(("_name", "pathway"), CASES)
def test_no_way_in_or_out_is_lost(_name: str, pathway: Pathway) -> None:
    for part in parts(pathway):
        picture = drawn(pathway, part)
        shown = picture.board.cards.keys()
        around = shown | {ghost.id for ghost in picture.ghosts}
        stubs = {stub.arrow: stub.stage for stub in picture.stubs}
        wanted = {
            arrow.id: {arrow.source, arrow.target} - shown
            for arrow in pathway.handovers
            if arrow.source in shown or arrow.target in shown
        }
        assert picture.board.arrows.keys() == wanted.keys()
        for id, outside in wanted.items():
            named = {stubs[id]} if id in stubs else set()
            assert outside <= around | named
            assert not (named and outside & {ghost.id for ghost in picture.ghosts} - named)


@pytest.mark.parametrize(("_name", "pathway"), CASES)
def test_words_of_stubs_lie_free(_name: str, pathway: Pathway) -> None:
    for part in parts(pathway):
        picture = drawn(pathway, part)
        shown = picture.board
        chips = [stub.chip.box for stub in picture.stubs]
        for one, other in combinations(chips, 2):
            assert not one.meets(other), part
        for chip in chips:
            assert chip.x >= 0
            assert chip.y >= 0
            assert chip.right <= shown.width
            assert chip.bottom <= shown.height
            assert not any(chip.meets(card.box) for card in shown.cards.values()), part
            assert not any(chip.meets(phase.header) for phase in shown.phases), part
            assert not any(chip.meets(lane.header) for lane in shown.lanes), part
        for stub in picture.stubs:
            check_sign(pathway, picture, stub)
            for id, arrow in shown.arrows.items():
                assert id == stub.arrow or not crosses(arrow.points, stub.chip.box), part


def crosses(points: tuple[Point, ...], box: Rect) -> bool:
    """Whether a right-angled line runs through a box."""
    return any(
        Rect(min(a.x, b.x), min(a.y, b.y), abs(a.x - b.x) or 0.01, abs(a.y - b.y) or 0.01).meets(
            box
        )
        for a, b in pairwise(points)
    )


def test_a_lane_has_its_header_and_those_of_the_phases_it_lies_in() -> None:
    picture = drawn(SMALL, OneLane("a1"))
    assert [lane.id for lane in picture.board.lanes] == ["a1"]
    assert [phase.id for phase in picture.board.phases] == ["p0", "p1"]
    assert set(picture.board.cards) == {"s1", "s2", "s3"}
    whole = board(SMALL, font_measure(), "fi")
    assert picture.board.height < whole.height
    (lane,) = picture.board.lanes
    assert lane.strip.right == pytest.approx(picture.board.width - 10)


def test_stubs_name_the_stage_outside_in_the_direction_that_customers_go() -> None:
    picture = drawn(SMALL, OneLane("a1"))
    said = {stub.arrow: " ".join(line.text for line in stub.chip.lines) for stub in picture.stubs}
    assert said == {"h0": "↓ Yhteydenotto päivällä", "h3": "↑ Tuki päättyy"}
    svg = document(SMALL, "fi", part=OneLane("a1")).decode()
    assert "↑ Tuki päättyy" in svg


def check_sign(pathway: Pathway, picture: Picture, stub: Stub) -> None:
    """Check that the sign lies along the arrow, beside it, and not on a line of its own."""
    lines = [line.text for line in stub.chip.lines]
    points = picture.board.arrows[stub.arrow].points
    handover = pathway.find(Handover, stub.arrow)
    outwards = handover is not None and handover.target == stub.stage
    start, end = points[-2:] if outwards else points[:2]
    sign = way_on_paper(start, end)
    at_the_left = stub.chip.box.right <= (end if outwards else start).x
    said = lines[-1] if at_the_left and sign in "←→" else lines[0]
    assert sign in (said[0], said[-1]), lines
    assert not set(lines) & set("←→↑↓"), lines
    assert all(font_measure().width(line, TextStyle.HANDOVER_LABEL) <= WIDTH for line in lines)


def way_on_paper(start: Point, end: Point) -> str:
    if abs(end.x - start.x) > abs(end.y - start.y):
        return "→" if end.x > start.x else "←"
    return "↓" if end.y > start.y else "↑"


def test_a_condition_that_stands_outside_is_told_with_the_name() -> None:
    picture = drawn(SMALL, OnePhase("p1"))
    said = {stub.arrow: " ".join(line.text for line in stub.chip.lines) for stub in picture.stubs}
    assert said["h1"] == "Tarvitaanko hoitoa? (Hoidon tarve yli 3 kk) →"  # leads in at the left


def test_what_is_not_there_is_refused_with_a_sentence() -> None:
    for part in (OnePhase("none"), OneLane("none"), SomeStages(frozenset()), OneStory("none")):
        with pytest.raises(ExportError, match="nothing to draw"):
            drawn(SMALL, part)


def test_a_phase_without_stages_is_drawn_with_every_lane() -> None:
    bare = SMALL.replacing(dict.fromkeys(("s2", "s3", "s4", "h1", "h2", "h3")))
    picture = drawn(bare, OnePhase("p1"))
    assert picture.board.cards == {}
    assert [phase.id for phase in picture.board.phases] == ["p1"]
    assert len(picture.board.lanes) == 2


def kinds(picture: Picture) -> dict[Id, MarkKind]:
    return {mark.id: mark.kind for mark in picture.marks}


def test_changes_are_marked_by_kind_sign_and_word() -> None:
    stage = Stage(id="old", order="a1", actor="a0", phase="p0", title={"fi": "Vanha vaihe"})
    arrow = Handover(id="old_arrow", source="s0", target="old")
    renamed = replace(SMALL.stages[0], title={"fi": "Ennen"})
    moved = replace(SMALL.stages[1], column=5)
    before = SMALL.replacing(
        {"old": stage, "old_arrow": arrow, renamed.id: renamed, moved.id: moved, "h3": None}
    )
    goal = Goal(id="goal", order="a0", title={"fi": "Tavoite"})
    picture = drawn(SMALL.replacing({"goal": goal}), Since(before, "Työpaja 2"))
    assert kinds(picture) == {
        "h3": MarkKind.ADDED,
        "old": MarkKind.REMOVED,
        "old_arrow": MarkKind.REMOVED,
        renamed.id: MarkKind.CHANGED,
        moved.id: MarkKind.MOVED,
    }
    words = {mark.id: [line.text for line in mark.tag.lines] for mark in picture.marks}
    assert words["old"] == ["removed"]
    assert words[renamed.id] == ["changed"]
    assert all(mark.tag.sign for mark in picture.marks)
    assert [line.text for tag in picture.legend for line in tag.lines] == [
        "added: 1",
        "removed: 2",
        "edited: 1",
        "moved: 1",
    ]
    said = " ".join(line.text for line in picture.caption)
    assert said == ("Changes since “Työpaja 2”. Changes that the board does not show: 1")
    assert picture.caption[-1].baseline < picture.board.height
    assert all(tag.box.bottom < picture.board.height for tag in picture.legend)


def test_without_changes_a_sentence_says_so_and_nothing_is_counted() -> None:
    picture = drawn(SMALL, Since(SMALL, "Eilen"))
    assert picture.marks == ()
    assert picture.legend == ()
    assert [line.text for line in picture.caption] == ["No changes since “Eilen”"]


def with_more_before() -> Pathway:
    """Return SMALL as it might have been: with a phase, a lane, a linked stage and an arrow."""
    return SMALL.replacing(
        {
            "p_old": replace(SMALL.phases[0], id="p_old", order="a00", title={"fi": "Muinainen"}),
            "a_old": replace(
                SMALL.actors[0], id="a_old", order="a00", name={"fi": "Lääninhallitus"}
            ),
            "old": replace(SMALL.stages[2], id="old", actor="a_old", phase="p_old"),
            "old_arrow": Handover(id="old_arrow", source="old", target="s0"),
            "s1": replace(SMALL.stages[1], title={"fi": "Ennen"}),
            "p1": replace(SMALL.phases[1], title={"fi": "Hoiva"}),
        }
    )


def test_phases_are_numbered_as_they_are_now() -> None:
    picture = drawn(SMALL, Since(with_more_before(), "Työpaja 2"))
    titles = [line.text for phase in picture.board.phases for line in phase.title]
    assert sorted(titles) == ["1 Alku", "2 Hoito", "Muinainen"]


def test_a_description_counts_what_there_is_now() -> None:
    picture = drawn(SMALL, Since(with_more_before(), "Työpaja 2"))
    with speaking("en"):
        said = picture_description(picture, "fi")
    assert "5 stages and 4 handovers" in said
    assert "removed: 4" in said


def test_tags_of_lanes_and_phases_lie_on_their_headers_with_their_words() -> None:
    picture = drawn(SMALL, Since(with_more_before(), "Työpaja 2"))
    marks = {mark.id: mark for mark in picture.marks}
    headers = {lane.id: lane.header for lane in picture.board.lanes}
    headers |= {phase.id: phase.header for phase in picture.board.phases}
    for id, mark in marks.items():
        if id in headers:
            assert mark.tag.lines
            assert headers[id].x <= mark.tag.box.x
            assert mark.tag.box.right <= headers[id].right
            assert not any(mark.tag.box.meets(card.box) for card in picture.board.cards.values())
    assert {"p_old", "a_old", "p1"} <= marks.keys()


def test_marks_are_told_to_those_who_do_not_see_them() -> None:
    part = Since(with_more_before(), "Työpaja 2")
    with speaking("en"):
        root = etree.fromstring(document(SMALL, "fi", part=part))
    said = {str(each.get("aria-label")) for each in root.iter()}
    said |= {str(each.text) for each in root.iterfind(".//{*}a/{*}title")}
    for begin in (
        "Hoito & kuntoutus; poistettu; Lääninhallitus",
        "Hoito & kuntoutus → Yhteydenotto päivällä: poistettu",
        "Tarvitaanko hoitoa?; muut",
        "Lääninhallitus; ",
        "Muinainen; poistettu",
        "Hoito; muut",
    ):
        assert any(each.startswith(begin) for each in said), begin
    assert root.get("role") == "group"  # the parts of an image are not told


def test_the_steps_of_a_walk_are_told_with_the_stages() -> None:
    steps = tuple(StoryStep(stage=id) for id in ("s1", "s4", "s1"))
    told = SMALL.replacing({"walk": Story(id="walk", order="a0", steps=steps)})
    with speaking("en"):
        root = etree.fromstring(document(told, "en", part=OneStory("walk")))
    said = [str(each.get("aria-label")).partition(";")[2] for each in root.iter()]
    assert any(each.startswith(" steps 1, 3;") for each in said)
    assert any(each.startswith(" step 2;") for each in said)


def test_what_was_removed_links_nowhere_in_a_pdf_and_says_so() -> None:
    before = with_more_before()
    options = replace(OPTIONS, part=Since(before, "Työpaja 2"))
    reader = PdfReader(BytesIO(made_by(PDF.build, options=options)))
    annotations: list[Any] = [each.get_object() for each in reader.pages[0].annotations or []]
    addresses = [str(each["/A"]["/URI"]) for each in annotations]
    assert sorted(addresses) == [
        "https://hoito.example/ohje?a=1&b=2",
        "https://neuvonta.example/yhteys",
    ]
    titles = [item.title for item in flat(reader.outline)]
    assert "Muinainen (poistettu)" in titles
    assert "Hoito & kuntoutus (poistettu)" in titles
    assert "Hoito & kuntoutus" in titles


def test_a_story_without_steps_on_the_board_says_so() -> None:
    told = SMALL.replacing({"walk": Story(id="walk", order="a0", title={"fi": "Matti"})})
    with pytest.raises(ExportError, match="“Matti” has no steps"):
        drawn(told, OneStory("walk"))


def test_a_walk_has_numbers_and_says_whose_it_is() -> None:
    steps = tuple(StoryStep(stage=id) for id in ("s0", "s1", "s2", "s1", None))
    story = Story(id="walk", order="a0", title={"fi": "Matti, 43"}, steps=steps)
    picture = drawn(SMALL.replacing({"walk": story}), OneStory("walk"))
    numbers = {mark.id: mark.tag.lines[0].text for mark in picture.marks}
    assert numbers == {"s0": "1", "s1": "2, 4", "s2": "3"}
    said = " ".join(line.text for line in picture.caption)
    assert "Matti, 43" in said
    assert said.endswith("Steps whose stage has been removed: 1")


def test_the_whole_board_is_as_the_layout_makes_it() -> None:
    assert drawn(SMALL, WHOLE).board == board(SMALL, font_measure(), "fi")


def test_hostile_texts_stay_text_in_every_part() -> None:
    pathway = hostile()
    steps = tuple(StoryStep(stage=stage.id) for stage in pathway.stages[:3])
    story = Story(id="walk", order="a0", title={"fi": "; ".join(HOSTILE_TEXTS)}, steps=steps)
    pathway = pathway.replacing({"walk": story})
    before = pathway.replacing({"s1": None, "h1": None})
    for part in (
        OneLane("a0"),
        SomeStages(frozenset({"s1"})),
        OneStory("walk"),
        Since(before, "; ".join(HOSTILE_TEXTS)),
    ):
        root = etree.fromstring(document(pathway, "fi", part=part))
        names = {etree.QName(element).localname for element in root.iter()}
        assert names.isdisjoint({"script", "b", "TABLE", "a", "foreignObject"})
        assert not root.xpath("//@*[starts-with(name(), 'on')] | //@style")


def test_a_part_as_pdf_has_the_bookmarks_of_its_stages_and_says_what_it_is() -> None:
    reader = PdfReader(BytesIO(made_by(PDF.build, options=replace(OPTIONS, part=OneLane("a0")))))
    titles = [item.title for item in flat(reader.outline)]
    assert titles == ["Alku", "Yhteydenotto päivällä", "Hoito", "Tuki päättyy"]
    assert reader.metadata is not None
    assert reader.metadata.title == "Tyypin 2 diabetes – Asiakas"


def flat(items: Any) -> Iterator[Any]:
    for item in items:
        yield from flat(item) if isinstance(item, list) else (item,)
