"""What the rows and cells of plain tables do to a pathway."""

import pytest
from msgspec.structs import replace

from exporters.excel.labels import LONGEST
from exporters.table.beyond import MOST_NEXT
from exporters.table.lanes import MOST_NEW
from exporters.table.proposing import proposed
from exporters.table.reading import read_table
from model import file
from model.codes import NoteKind, Participation
from model.parts import StageParticipant
from model.records import Handover, Metric, Note, Task
from tests.exporters.excel.small_board import board, with_records
from tests.exporters.table.plain_pages import faults, page, read


class TestBroughtInTwice:
    def test_a_table_brought_in_twice_changes_nothing_the_second_time(self) -> None:
        rows = [
            ("Vaihe", "Toimija", "Seuraava", "Määräaika", "Muut toimijat", "Huom"),
            ("Uusi", "Lääkäri", "Arvio", "3 vrk", "Hoitaja; Asiakas", "Kysy tästä"),
            ("Arvio", None, "Uusi", "2 kk", "Lääkäri", None),
        ]
        once = read(*rows, new_actors=True).filled_in
        assert once != board()
        assert read(*rows, now=once, new_actors=True).filled_in == once
        assert file.loads(file.dumps(once)) == once


class TestWhatTablesSayOfAStage:
    def test_a_blank_cell_leaves_what_is_there(self) -> None:
        assert read(("Vaihe", "Toimija", "Päävaihe"), ("Arvio", None, None)).filled_in == board()

    def test_new_lanes_and_phases_come_to_be_when_the_mapping_says_so(self) -> None:
        read_in = read(
            ("Vaihe", "Toimija", "Päävaihe"),
            ("Uusi", "Lääkäri", "Lopuksi"),
            ("Toinen", "lääkäri", "Lopuksi"),
            new_actors=True,
            new_phases=True,
        )
        [lane] = [a for a in read_in.filled_in.actors if a.id not in board()]
        [phase] = [p for p in read_in.filled_in.phases if p.id not in board()]
        assert (lane.name, phase.title) == ({"fi": "Lääkäri"}, {"fi": "Lopuksi"})
        assert read_in.filled_in.actors[-1] == lane
        new = [s for s in read_in.filled_in.stages if s.id not in board()]
        assert {(s.actor, s.phase) for s in new} == {(lane.id, phase.id)}
        assert sorted(s.column for s in new) == [0, 1]

    def test_a_new_lane_nearly_called_as_another_is_told(self) -> None:
        read_in = read(("Vaihe", "Toimija"), ("Uusi", "Hoitajat"), new_actors=True)
        assert [remark.where for remark in read_in.remarks] == ["Taul1!B2"]
        assert "Hoitaja”" in read_in.remarks[0].words

    def test_a_column_of_other_things_makes_no_hundreds_of_lanes(self) -> None:
        rows = [(f"Vaihe {n}", f"Aivan oma asiansa {n}") for n in range(MOST_NEW + 2)]
        told = faults(("Vaihe", "Toimija"), *rows, new_actors=True)
        assert sorted(told) == [f"Taul1!B{MOST_NEW + 2}", f"Taul1!B{MOST_NEW + 3}"]

    def test_what_is_left_of_the_names_holds_for_the_rows_below(self) -> None:
        after = read(
            ("Päävaihe", "Vaihe", "Toimija"), ("Alku", "A", "Hoitaja"), (None, "B", None)
        ).filled_in
        assert [(s.phase, s.actor) for s in after.stages if s.id not in board()] == [
            ("p1", "a2"),
            ("p1", None),
        ]

    def test_sums_and_notes_are_known_by_more_than_their_first_word(self) -> None:
        after = read(
            ("Vaihe", "Kuvaus", "Lisätiedot"),
            ("Yhteensä", "Kootaan tulokset", "12"),
            ("Lähde: käynti", None),
            ("Yhteensä", 12, "12"),
            (),
            ("Lähde: työpaja", None),
        )
        new = [stage.title["fi"] for stage in after.filled_in.stages if stage.id not in board()]
        assert sorted(new) == ["Lähde: käynti", "Yhteensä"]
        assert [remark.where for remark in after.remarks] == ["Taul1!A4", "Taul1!A6"]

    def test_what_was_changed_since_is_not_mixed_up_with_what_comes_new(
        self,
    ) -> None:
        rows = (("Vaihe", "Toimija", "Seuraava"), ("Arvio", "Lääkäri", "Yhteydenotto"))
        once = read(*rows, new_actors=True).filled_in
        [lane] = [each for each in once.actors if each.id not in board()]
        [arrow] = [each for each in once.of(Handover) if each.id not in board()]
        changed = with_records(once, replace(lane, name={"fi": "Muu"}), replace(arrow, target="s3"))
        again = read(*rows, now=changed, new_actors=True).filled_in
        assert again[lane.id] == changed[lane.id]
        assert again[arrow.id] == changed[arrow.id]
        assert [each.name["fi"] for each in again.actors][-2:] == ["Muu", "Lääkäri"]
        assert sorted(each.target for each in again.leaving("s2")) == ["s1", "s3", "s3"]

    def test_who_else_takes_part(self) -> None:
        after = read(("Vaihe", "Osallistujat"), ("Arvio", "Asiakas, Hoitaja")).filled_in
        part = StageParticipant(actor="a1", participation=Participation.TAKES_PART)
        assert after["s2"] == replace(board()["s2"], participants=(part,))

    def test_a_note_is_put_on_the_board_once(self) -> None:
        after = read(("Vaihe", "Kommentit"), ("Arvio", "Kuka soittaa?")).filled_in
        [note] = after.of(Note)
        assert (note.kind, note.about, note.text) == (
            NoteKind.IDEA,
            "s2",
            {"fi": "Kuka soittaa?"},
        )

    def test_the_one_time_limit_is_changed(self) -> None:
        after = read(("Vaihe", "Määräaika (pv)"), ("Yhteydenotto", 14)).filled_in
        [target] = after["s1"].time_targets  # type: ignore[union-attr]
        assert target.limit.typed == "14 pv"
        assert target.limit.most == 14

    @pytest.mark.parametrize(
        ("header", "typed", "kept", "most"),
        [
            ("Määräaika, arvio", "5", "5", None),
            ("Määräaika (tavoite)", "5", "5", None),
            ("Määräaika (vrk)", "2-4", "2-4 vrk", 4),
            ("Määräaika (vrk)", "2,5", "2,5 vrk", None),
            ("Määräaika (vrk)", "2 kk", "2 kk", 2),
            ("Määräaika (vrk)", "pian", "pian", None),
        ],
    )
    def test_the_unit_over_bare_numbers_measures_them_if_it_is_one(
        self, header: str, typed: str, kept: str, most: int | None
    ) -> None:
        after = read(("Vaihe", header), ("Arvio", typed)).filled_in
        [target] = after["s2"].time_targets  # type: ignore[union-attr]
        assert (target.limit.typed, target.limit.most) == (kept, most)

    def test_the_same_time_in_other_words_is_no_change(self) -> None:
        assert read(("Vaihe", "Määräaika"), ("Yhteydenotto", "7 päivää")).filled_in == board()

    def test_a_time_that_cannot_be_measured_is_kept_and_told(self) -> None:
        read_in = read(("Vaihe", "Määräaika"), ("Arvio", "pian"))
        assert read_in.filled_in["s2"].time_targets[0].limit.typed == "pian"  # type: ignore[union-attr]
        assert [remark.where for remark in read_in.remarks] == ["Taul1!B2"]

    def test_long_names_are_compared_in_full(self) -> None:
        long = "a" * LONGEST
        now = with_records(board(), replace(board()["s2"], title={"fi": long + "X"}))
        after = read(("Vaihe", "Kuvaus"), (long + "Y", "1"), (long + "Z", "2"), now=now).filled_in
        assert after["s2"] == now["s2"]
        new = [stage.title["fi"][-1] for stage in after.stages if stage.id not in now]
        assert sorted(new) == ["Y", "Z"]
        cut = read(("Vaihe", "Kuvaus"), (long, "1"), now=now).filled_in  # as our workbooks link
        assert cut["s2"].what_happens == {"fi": "1"}  # type: ignore[union-attr]

    def test_stages_called_alike_are_told_apart_by_their_actor_and_phase(self) -> None:
        twin = replace(board()["s2"], id="s9", order="a9", actor="a1", phase="p2")
        now = with_records(board(), twin)
        after = read(
            ("Vaihe", "Toimija", "Kuvaus"), ("Arvio", "Asiakas", "Uutta"), now=now
        ).filled_in
        assert after == with_records(now, replace(twin, what_happens={"fi": "Uutta"}))
        told = faults(("Vaihe", "Kuvaus"), ("Arvio", "Uutta"), now=now)
        assert set(told) == {"Taul1!A2"}

    def test_a_stage_does_not_lead_to_all_others(self) -> None:
        names = [f"Vaihe {n}" for n in range(MOST_NEXT + 2)]
        rows = [("Vaihe", "Seuraava"), *((name, None) for name in names[1:])]
        told = faults(*rows, (names[0], "\n".join(names[1:])))
        assert list(told) == [f"Taul1!B{MOST_NEXT + 3}"]


class TestOtherRows:
    def test_handovers_are_known_by_their_ends(self) -> None:
        after = read(
            ("Mistä", "Mihin", "Ehto"),
            ("Yhteydenotto", "Arvio", "Aina"),
            ("Arvio", "Yhteydenotto", "Jos ei tavoiteta"),
        ).filled_in
        assert after["h1"] == replace(board()["h1"], condition={"fi": "Aina"})
        [new] = [each for each in after.of(Handover) if each.id not in board()]
        assert (new.source, new.target, new.condition) == ("s2", "s1", {"fi": "Jos ei tavoiteta"})

    def test_tasks_and_metrics(self) -> None:
        after = read(
            ("Tehtävä", "Vastuuhenkilö", "Eräpäivä", "Koskee", "Valmis"),
            ("Sovi ajasta", "Hoitaja", "1.3.2027", "Arvio", "ei"),
        ).filled_in
        [task] = after.of(Task)
        assert (task.about, str(task.due), task.done) == ("s2", "2027-03-01", False)
        after = read(("Mittari", "Tavoitetaso"), ("Odotusaika", "7,5 %")).filled_in
        assert [(m.title, m.target) for m in after.of(Metric)] == [({"fi": "Odotusaika"}, "7,5 %")]

    def test_several_sheets_at_once_may_speak_of_one_another(self) -> None:
        pages = [
            page(("Toimija", "Rooli"), ("Lääkäri", "Arvioi"), title="Toimijat"),
            page(("Mistä", "Mihin"), ("Arvio", "Uusi"), title="Nuolet"),
            page(("Vaihe", "Toimija"), ("Uusi", "Lääkäri"), title="Vaiheet"),
        ]
        mappings = [proposed(each, board(), "fi").mapping for each in pages]
        after = read_table(pages, mappings, board()).filled_in
        [lane] = [each for each in after.actors if each.id not in board()]
        [stage] = [each for each in after.stages if each.id not in board()]
        assert stage.actor == lane.id
        assert [a.target for a in after.leaving("s2")] == ["s3", stage.id]

    def test_a_channel_needs_its_kind(self) -> None:
        told = faults(("Asiointikanava", "Aukioloajat"), ("Uusi", "8–16"))
        assert set(told) == {"Taul1!A1"}
