"""Pasted lists: what is read of them, and what they become."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.change import Add, Change
from model.clip import as_text
from model.document import Document
from model.edits import name_of
from model.entry import LONGEST_NAME, Entry, Listed, ListedKind, NewName, enter_list, read_list
from model.entry.listed import LONGEST_TEXT, MOST_LINES
from model.entry.names import one_line
from model.integrity import broken_links
from model.pathway import Cell, Pathway
from model.records import Handover, Stage
from tests.pathways import At, any_words, build, random_pathways, words

EMPTY = build()
BOARD = build(
    phases=["Tunnistaminen", "Hoito"],
    actors=["Asiakas", "Lääkäri", "Hoitaja"],
    stages=[At("Oire", 0, 0), At("Arvio", 1, 0, 1)],
    arrows=[(0, 1)],
)


def read(text: str, pathway: Pathway = EMPTY) -> tuple[Listed, ...]:
    return read_list(pathway, text, "fi")


def stages(text: str, pathway: Pathway = EMPTY) -> list[Entry]:
    return [item.entry for item in read(text, pathway) if item.kind is ListedKind.STAGE]


def titles(text: str, pathway: Pathway = EMPTY) -> list[str]:
    return [entry.title for entry in stages(text, pathway)]


def entered(
    text: str, pathway: Pathway = EMPTY, after: str | None = None, cell: Cell | None = None
) -> Pathway:
    change = enter_list(pathway, read(text, pathway), "fi", after=after, cell=cell)
    return change.applied_to(pathway)[0]


def joined(text: str, pathway: Pathway = EMPTY, after: str | None = None) -> set[tuple[str, str]]:
    board = entered(text, pathway, after)
    return {(_title(board, arrow.source), _title(board, arrow.target)) for arrow in board.handovers}


def _title(pathway: Pathway, id: str) -> str:
    stage = pathway.find(Stage, id)
    assert stage is not None
    return stage.title["fi"]


def cells(pathway: Pathway) -> dict[str, tuple[str, str, int]]:
    def name(id: str | None) -> str:
        record = pathway.get(id or "")
        return next(iter(getattr(record, "name", getattr(record, "title", {})).values()), "")

    return {
        stage.title["fi"]: (name(stage.actor), name(stage.phase), stage.column)
        for stage in pathway.stages
    }


@pytest.mark.parametrize(
    "text",
    [
        "Yksi\nKaksi\nKolme",
        "Yksi\r\nKaksi\r\n\r\nKolme\r\n",
        "Yksi\rKaksi\rKolme",
        "• Yksi\n• Kaksi\n• Kolme",
        "•\tYksi\n•\tKaksi\n•\tKolme",
        "- Yksi\n- Kaksi\n- Kolme",
        "–\u00a0Yksi\n–\u00a0Kaksi\n–\u00a0Kolme",
        "* Yksi\n* Kaksi\n* Kolme",
        "\uf0b7\tYksi\n\uf0b7\tKaksi\n\uf0b7\tKolme",
        "1. Yksi\n2. Kaksi\n3. Kolme",
        "1) Yksi\n2) Kaksi\n3) Kolme",
        "1.\tYksi\n2.\tKaksi\n3.\tKolme",
        "1\tYksi\n2\tKaksi\n3\tKolme",
        "a) Yksi\nb) Kaksi\nc) Kolme",
        "i) Yksi\nii) Kaksi\niii) Kolme",
        "4. Yksi\n5. Kaksi\n6. Kolme",
        "   Yksi\n   Kaksi\n   Kolme",
        "\ufeffYksi\n\u200bKaksi\nKolme\x00",
    ],
)
def test_bullets_numbers_and_line_ends_are_no_part_of_the_titles(text: str) -> None:
    assert titles(text) == ["Yksi", "Kaksi", "Kolme"]
    assert joined(text) == {("Yksi", "Kaksi"), ("Kaksi", "Kolme")}


@pytest.mark.parametrize(
    "line",
    ["3 kk kontrolli", "24. joulukuuta", "2.5 mg annos", "12:30 soitto", "-5 astetta", "A. Virta"],
)
def test_a_number_that_counts_no_lines_belongs_to_the_title(line: str) -> None:
    assert titles(f"Alku\n{line}\nLoppu")[1] == line


def test_deeper_lines_are_branches_and_the_next_outer_line_goes_on_from_their_ends() -> None:
    text = "Arvio\n  Kotiin\n    Soitto\n  Osastolle\nSeuranta"
    assert joined(text) == {
        ("Arvio", "Kotiin"),
        ("Arvio", "Osastolle"),
        ("Kotiin", "Soitto"),
        ("Soitto", "Seuranta"),
        ("Osastolle", "Seuranta"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Arvio\n\tKotiin\n\tOsastolle\nSeuranta",
        "1. Arvio\n1.1 Kotiin\n1.2 Osastolle\n2. Seuranta",
        "1 Arvio\n1.1 Kotiin\n1.2 Osastolle\n2 Seuranta",
        "• Arvio\no Kotiin\no Osastolle\n• Seuranta",
        "•\tArvio\no\tKotiin\no\tOsastolle\n•\tSeuranta",
        "1. Arvio\na) Kotiin\nb) Osastolle\n2. Seuranta",
        "Arvio\n- Kotiin\n- Osastolle\nSeuranta",
    ],
)
def test_how_deep_a_line_is_may_be_said_in_many_ways(text: str) -> None:
    assert joined(text) == {
        ("Arvio", "Kotiin"),
        ("Arvio", "Osastolle"),
        ("Kotiin", "Seuranta"),
        ("Osastolle", "Seuranta"),
    }


def test_branches_stand_in_one_cell_and_what_follows_comes_after_the_longest() -> None:
    found = cells(entered("A\n  B\n    B2\n  C\nD"))
    assert found == {
        "A": ("", "", 0),
        "B": ("", "", 1),
        "C": ("", "", 1),
        "B2": ("", "", 2),
        "D": ("", "", 3),
    }


def test_lines_of_an_actor_and_of_a_phase_hold_for_those_below() -> None:
    text = "# Hoito\nLääkäri:\n- Käynti\n- Resepti\nKela:\n- Päätös\n# Seuranta\n- Soitto"
    board = entered(text, BOARD)
    assert cells(board) == {
        **cells(BOARD),
        "Käynti": ("Lääkäri", "Hoito", 0),
        "Resepti": ("Lääkäri", "Hoito", 1),
        "Päätös": ("Kela", "Hoito", 2),
        # The phase is the outer heading here, so that a new one ends the actor before.
        "Soitto": ("Kela", "Seuranta", 0),
    }
    assert [item.kind for item in read(text, BOARD)][:2] == [ListedKind.PHASE, ListedKind.ACTOR]
    assert stages(text, BOARD)[3].actor is None


def test_lines_indented_under_an_actor_end_with_the_indentation() -> None:
    found = stages("Kela:\n  Päätös\n  Maksu\nSoitto")
    assert [entry.actor for entry in found] == [NewName("Kela"), NewName("Kela"), None]


def test_marks_are_read_in_lists_and_new_names_are_one_and_the_same() -> None:
    board = entered("Käynti @Kela\nKela: Päätös\nMaksu @kela #Jatko\nSoitto #jatko @Lää", BOARD)
    assert [actor.name["fi"] for actor in board.actors] == ["Asiakas", "Lääkäri", "Hoitaja", "Kela"]
    assert [phase.title["fi"] for phase in board.phases] == ["Tunnistaminen", "Hoito", "Jatko"]
    assert cells(board)["Soitto"] == ("Lääkäri", "Jatko", 1)


def test_arrows_lead_to_stages_of_the_list_before_and_behind() -> None:
    text = "Arvio\nHoito → Loppu\n  → Arvio\nSeuranta\n-> hoito\nLoppu"
    assert joined(text) == {
        ("Arvio", "Hoito"),
        ("Hoito", "Loppu"),
        ("Hoito", "Arvio"),
        ("Hoito", "Seuranta"),
        ("Seuranta", "Hoito"),
        ("Seuranta", "Loppu"),
    }


def test_a_branch_that_leads_away_is_no_end_to_go_on_from() -> None:
    assert joined("A\n  B\n    → A\n  C\nD") == {
        ("A", "B"),
        ("A", "C"),
        ("B", "A"),
        ("C", "D"),
    }


def test_the_lists_own_stage_is_meant_before_that_of_the_board() -> None:
    board = entered("Arvio\nHoito\n→ Arvio", BOARD)
    back = [arrow for arrow in board.handovers if arrow not in BOARD.handovers][-1]
    assert back.target != "s1"


def test_a_list_goes_on_from_the_current_stage() -> None:
    assert joined("Hoito\nLoppu", BOARD, after="s1") >= {("Arvio", "Hoito"), ("Hoito", "Loppu")}
    board = entered("Hoito\nLoppu", BOARD, after="s1")
    assert cells(board)["Hoito"] == ("Lääkäri", "Tunnistaminen", 2)


TABLE = "Vaihe\tToimija\tPäävaihe\r\nKäynti\tLääkäri\tHoito\r\nPäätös\tKela\tJatko\r\n"


def test_a_table_with_headings() -> None:
    assert stages(TABLE, BOARD) == [
        Entry("Käynti", "a1", "p1"),
        Entry("Päätös", NewName("Kela"), NewName("Jatko")),
    ]
    assert read(TABLE, BOARD)[0].left_out == "These are the headings of the columns."


@pytest.mark.parametrize(
    "heading",
    ["Huvudfas\tAktör\tSteg", "Phase\tActor\tStage", "PÄÄVAIHE\tVastuutaho\tvaihe"],
)
def test_headings_say_which_column_is_which(heading: str) -> None:
    assert stages(f"{heading}\nHoito\tLääkäri\tKäynti", BOARD) == [Entry("Käynti", "a1", "p1")]


def test_without_headings_known_names_say_which_column_is_which() -> None:
    assert stages("Hoito\tlääkäri\tKäynti\nHoito\tKela\tMaksu", BOARD) == [
        Entry("Käynti", "a1", "p1"),
        Entry("Maksu", NewName("Kela"), "p1"),
    ]
    assert stages("1\tKäynti\tLääkäri\n2\tMaksu\tKela", EMPTY) == [
        Entry("Käynti", NewName("Lääkäri")),
        Entry("Maksu", NewName("Kela")),
    ]


def test_cells_that_were_joined_hold_for_the_rows_below() -> None:
    text = "Päävaihe\tVaihe\tToimija\nHoito\tKäynti\tLääkäri\n\tMaksu\t"
    assert stages(text, BOARD) == [Entry("Käynti", "a1", "p1"), Entry("Maksu", None, "p1")]


def test_cells_in_quotes_may_hold_line_breaks_and_quotes() -> None:
    assert stages('"Käynti\r\nja ""arvio"""\tLääkäri\r\nMaksu\tKela', BOARD)[0] == Entry(
        'Käynti ja "arvio"', "a1"
    )
    assert titles('Käynti "1"\tLääkäri\n"Maksu\tKela', BOARD) == ['Käynti "1"', '"Maksu']


def test_what_is_left_out_is_told() -> None:
    reasons = [item.left_out for item in read("Arvio\n-----\n\nHoito\n•")]
    assert reasons == [
        "",
        "There are no words on this line.",
        "",
        "There are no words on this line.",
    ]
    table = read("Vaihe\tToimija\tHuomioita\nKäynti\tKela\tx\n\tKela\ty")
    assert table[0].left_out == "These columns are not entered: Huomioita."
    assert table[2].left_out == "The stage has no name on this row."
    long = read("x" * (LONGEST_NAME + 1))
    assert long[0].left_out == f"Only the first {LONGEST_NAME} letters become the name."
    for text in ("@" + "x" * 501, "# " + "x" * 501, "Käynti @" + "x" * 501):
        assert read(text)[-1].left_out == long[0].left_out
    assert read("Käynti\t" + "x" * 501 + "\nKäynti\tKela")[0].left_out == long[0].left_out
    assert read("Vaihe @Kela" + " " * 600)[0].left_out == ""
    many = read("Vaihe\n" * (MOST_LINES + 3))
    assert len(many) == MOST_LINES + 1
    assert many[-1].left_out == "A list is read up to line 2000; 3 more lines were left out."
    endless = read("x " * LONGEST_TEXT)
    assert endless[-1].left_out.startswith("The text is too long for a list")


def test_lines_are_counted_as_in_the_text() -> None:
    assert [item.line for item in read("Yksi\n\n\nKaksi")] == [1, 4]
    assert [item.line for item in read("A\tB\n\nC\tD")] == [1, 3]


def test_it_is_one_undo_step_whose_first_operation_adds_the_first_stage() -> None:
    document = Document(BOARD)
    listed = read("# Jatko\nKela:\n- Maksu\n- Loppu", BOARD)
    change = enter_list(BOARD, listed, "fi", after="s1", cell=None)
    assert change.label == "Add 2 stages"
    first = change.ops[0]
    assert isinstance(first, Add)
    assert isinstance(first.record, Stage)
    assert first.record.title == {"fi": "Maksu"}
    document.do(change)
    document.undo()
    assert document.pathway == BOARD


def test_an_empty_list_changes_nothing() -> None:
    for text in ("", "\n \n", "---\n***"):
        assert enter_list(BOARD, read(text, BOARD), "fi", after=None, cell=None) == Change("")


def test_a_list_of_actors_adds_them() -> None:
    board = entered("@Kela\n@Kunta\n#Jatko")
    assert [actor.name["fi"] for actor in board.actors] == ["Kela", "Kunta"]
    assert [phase.title["fi"] for phase in board.phases] == ["Jatko"]


@given(random_pathways(max_stages=12), st.sampled_from(("fi", "sv")))
def test_a_table_that_was_copied_can_be_pasted(pathway: Pathway, language: str) -> None:
    text = as_text(pathway, [stage.id for stage in pathway.stages], language)
    listed = [item for item in read_list(pathway, text, language) if item.entry.title]
    names = [one_line(name_of(stage, language)) for stage in pathway.stages]
    assert [item.entry.title for item in listed] == [
        name for name in names if re.search(r"\w", name)
    ]


LINES = st.lists(
    st.one_of(
        words,
        any_words,
        st.sampled_from(
            [
                "# Hoito",
                "Lääkäri:",
                "@Kela",
                "  - arvio",
                "\ttuki",
                "1. hoito",
                "1.1 tuki",
                "→ arvio",
            ]
        ),
        st.tuples(st.sampled_from(["", "  ", "    ", "\t", "- "]), words).map("".join),
        st.lists(words, min_size=2, max_size=4).map("\t".join),
    ),
    max_size=12,
).map("\n".join)


@given(random_pathways(max_stages=10, max_actors=4, max_phases=3), LINES, st.integers(0, 20))
def test_any_list_becomes_a_whole_pathway(pathway: Pathway, text: str, number: int) -> None:
    listed = read_list(pathway, text, "fi")
    ids = [stage.id for stage in pathway.stages]
    after = ids[number] if number < len(ids) else None
    change = enter_list(pathway, listed, "fi", after=after, cell=None)
    following, done = change.applied_to(pathway)
    assert done == change
    assert not list(broken_links(following))
    asked = [item for item in listed if item.kind is ListedKind.STAGE]
    assert len(following.stages) == len(pathway.stages) + len(asked)
    assert (
        all(place < at for at, item in enumerate(listed) for place in item.follows) or "→" in text
    )
    cells_taken = [
        (stage.actor, stage.phase, stage.column)
        for stage in following.stages
        if stage.id not in pathway and not any(item.level for item in listed)
    ]
    assert len(set(cells_taken)) == len(cells_taken)
    assert not {*cells_taken} & {(each.actor, each.phase, each.column) for each in pathway.stages}
    pairs = [(arrow.source, arrow.target) for arrow in following.of(Handover)]
    new = [pair for pair in pairs if not {*pair} <= set(ids)]
    assert len(set(new)) == len(new)
