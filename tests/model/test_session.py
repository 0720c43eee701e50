"""A play of the user: long random sessions of verbs, undo, redo, save and load."""

import itertools
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from msgspec.structs import replace

from model import edits, file
from model.change import Change
from model.codes import ChannelKind, Flow, HandoverKind, StageKind
from model.document import Changed, Document
from model.ids import ids_from, new_id
from model.integrity import broken_links
from model.layout import board, font_measure
from model.order import last_order
from model.pathway import Pathway
from model.records import Channel, Handover, PathwayInfo, Stage
from model.text import read_span

WORDS = st.text("aäöABC “”–-\n", min_size=0, max_size=30)
PICK = st.integers(0, 10_000)


def picked(things: Any, number: int) -> Any:
    return things[number % len(things)] if things else None


class Session(RuleBasedStateMachine):
    @initialize()
    def begin(self) -> None:
        counter = itertools.count()
        self.ids = ids_from(lambda: f"r{next(counter):05}")
        self.ids.__enter__()
        self.start = Pathway([PathwayInfo(id=new_id(), title={"fi": "Ketju"})])
        self.document = Document(self.start)
        self.heard = self.start
        self.document.watchers.append(self.hear)
        self.done = 0

    def hear(self, notice: Changed) -> None:
        """Follow by the changes alone, as a canvas, a journal or another laptop does."""
        self.heard, applied = notice.change.applied_to(self.heard)
        assert applied == notice.change

    def do(self, change: Change) -> None:
        if self.document.do(change):
            self.done += 1

    @property
    def pathway(self) -> Pathway:
        return self.document.pathway

    @rule(place=st.integers(0, 8), words=WORDS)
    def add_phase(self, place: int, words: str) -> None:
        place = min(place, len(self.pathway.phases))
        self.do(edits.add_phase(self.pathway, place=place, title={"fi": words} if words else {}))

    @rule(place=st.integers(0, 8), words=WORDS)
    def add_actor(self, place: int, words: str) -> None:
        place = min(place, len(self.pathway.actors))
        self.do(edits.add_actor(self.pathway, place=place, name={"fi": words} if words else {}))

    @rule(actor=PICK, phase=PICK, column=st.integers(0, 4), words=WORDS)
    def add_stage(self, actor: int, phase: int, column: int, words: str) -> None:
        lane = picked(self.pathway.actors, actor)
        part = picked(self.pathway.phases, phase)
        before = {stage.id: cell(stage) for stage in self.pathway.stages}
        self.do(
            edits.add_stage(
                self.pathway,
                actor=lane and lane.id,
                phase=part and part.id,
                column=column,
                title={"fi": words},
            )
        )
        assert before.items() <= {stage.id: cell(stage) for stage in self.pathway.stages}.items()

    @rule(number=PICK, words=WORDS)
    def add_stage_after(self, number: int, words: str) -> None:
        if stage := picked(self.pathway.stages, number):
            self.do(edits.add_stage_after(self.pathway, stage.id, title={"fi": words}))

    @rule(start=PICK, end=PICK, flow=st.sampled_from(Flow))
    def connect(self, start: int, end: int, flow: Flow) -> None:
        stages = self.pathway.stages
        if stages:
            change = edits.connect(self.pathway, picked(stages, start).id, picked(stages, end).id)
            self.do(change)
            if change:
                self.do(edits.update(self.pathway, change.ops[0].id, flow=flow))

    @rule(number=PICK, start=PICK, end=PICK)
    def reconnect(self, number: int, start: int, end: int) -> None:
        if arrow := picked(self.pathway.handovers, number):
            ends = [picked(self.pathway.stages, place).id for place in (start, end)]
            self.do(edits.reconnect(self.pathway, arrow.id, source=ends[0], target=ends[1]))

    @rule(number=PICK, actor=PICK, phase=PICK, column=st.integers(0, 4))
    def move_stage(self, number: int, actor: int, phase: int, column: int) -> None:
        if stage := picked(self.pathway.stages, number):
            lane, part = (
                picked(self.pathway.actors, actor),
                picked(self.pathway.phases, phase),
            )
            self.do(
                edits.move_stage(
                    self.pathway,
                    stage.id,
                    actor=lane and lane.id,
                    phase=part and part.id,
                    column=column,
                )
            )

    @rule(number=PICK, place=st.integers(-1, 9))
    def move_to_place(self, number: int, place: int) -> None:
        if record := picked((*self.pathway.phases, *self.pathway.actors), number):
            self.do(edits.move_to_place(self.pathway, record.id, place))

    @rule(number=PICK, language=st.sampled_from(["fi", "sv", "en"]), words=WORDS)
    def rename(self, number: int, language: str, words: str) -> None:
        named = (*self.pathway.stages, *self.pathway.actors, *self.pathway.phases)
        if record := picked(named, number):
            self.do(edits.rename(self.pathway, record.id, language, words))

    @rule(
        number=PICK, kind=st.sampled_from(StageKind), typed=st.sampled_from(["6 kk", "heti", "?"])
    )
    def edit_stage(self, number: int, kind: StageKind, typed: str) -> None:
        if stage := picked(self.pathway.stages, number):
            self.do(
                edits.replace_record(
                    self.pathway, replace(stage, kind=kind, duration=read_span(typed))
                )
            )

    @rule(number=PICK, actor=PICK, kind=st.sampled_from(HandoverKind))
    def edit_handover(self, number: int, actor: int, kind: HandoverKind) -> None:
        if arrow := picked(self.pathway.handovers, number):
            lane, stage = (
                picked(self.pathway.actors, actor),
                picked(self.pathway.stages, actor),
            )
            self.do(
                edits.update(
                    self.pathway,
                    arrow.id,
                    kind=kind,
                    sender=lane and lane.id,
                    responsible_after=lane and lane.id,
                    if_not_accepted=stage.id,
                )
            )

    @rule(number=PICK, kind=st.sampled_from(ChannelKind))
    def give_channel(self, number: int, kind: ChannelKind) -> None:
        channel = Channel(
            id=new_id(), order=last_order(self.pathway.channels), kind=kind, digital=False
        )
        self.do(edits.add(self.pathway, channel))
        if stage := picked(self.pathway.stages, number):
            self.do(edits.update(self.pathway, stage.id, channels=(*stage.channels, channel.id)))

    @rule(numbers=st.lists(PICK, min_size=1, max_size=3))
    def remove(self, numbers: list[int]) -> None:
        everything = sorted(self.pathway)
        self.do(edits.remove(self.pathway, [picked(everything, number) for number in numbers]))

    @rule()
    def undo(self) -> None:
        self.done -= bool(self.document.undo())

    @rule()
    def redo(self) -> None:
        self.done += bool(self.document.redo())

    @rule()
    def save_and_load(self) -> None:
        data = file.dumps(self.pathway)
        loaded = file.loads(data)
        assert loaded == self.pathway
        assert file.dumps(loaded) == data
        assert board(loaded, font_measure()) == board(self.pathway, font_measure())

    @rule()
    def undo_all_and_redo_all(self) -> None:
        end, steps = self.pathway, 0
        while self.document.undo():
            steps += 1
        assert self.pathway == self.start
        assert steps == self.done
        for _step in range(steps):
            self.document.redo()
        assert self.pathway == end

    @invariant()
    def nothing_dangles(self) -> None:
        if hasattr(self, "document"):
            assert not list(broken_links(self.pathway))
            assert len(self.pathway.of(PathwayInfo)) == 1
            assert all(type(arrow) is Handover for arrow in self.pathway.handovers)

    @invariant()
    def followers_agree(self) -> None:
        if hasattr(self, "document"):
            assert self.heard == self.pathway

    def teardown(self) -> None:
        if hasattr(self, "document"):
            while self.document.undo():
                pass
            assert self.pathway == self.start
            self.ids.__exit__(None, None, None)


def cell(stage: Stage) -> tuple[str | None, str | None, int]:
    return stage.actor, stage.phase, stage.column


class LongSession(Session):
    """The same play, a thousand steps at a time."""


TestSession = Session.TestCase
TestSession.settings = settings(stateful_step_count=50, max_examples=60, deadline=None)
TestLongSession = LongSession.TestCase
TestLongSession.settings = settings(stateful_step_count=1000, max_examples=3, deadline=None)
