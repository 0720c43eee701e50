"""What of the pathway is shown to the room, and how one goes on from there. Pure, no Qt."""

from collections.abc import Iterable
from enum import Enum, auto

from designer.ui.presentation.tour import tour
from model.ids import Id
from model.pathway import Pathway
from model.records import Actor, Handover, Phase, Stage

LONGEST_WAY = 200
"""How many steps back are remembered."""


class Focus(Enum):
    """What is bright; the rest stands back."""

    WHOLE = auto()
    STAGE = auto()
    PHASE = auto()
    LANE = auto()


class Showing:
    """One stage is at hand (None before the first), and one thing is in focus.

    `phase` and `lane` are what is in focus by these; None is what has no phase, no actor.
    """

    def __init__(self, pathway: Pathway) -> None:
        self.pathway = pathway
        self.order = tour(pathway)
        self.at: Id | None = None
        self.focus = Focus.WHOLE
        self.phase: Id | None = None
        self.lane: Id | None = None
        self._near = Focus.STAGE
        self._way: list[Id] = []

    @property
    def number(self) -> int:
        """Return which stage of the tour this is, counted from 1; 0 before the first."""
        return self.order.index(self.at) + 1 if self.at is not None else 0

    @property
    def stage(self) -> Stage | None:
        return self.pathway.find(Stage, self.at)

    def begin(self, selected: Iterable[Id]) -> None:
        """Show what is selected in the editor, else the whole board."""
        for id in selected:
            match self.pathway.get(id):
                case Stage():
                    self.go_to(id)
                case Handover(source=source):
                    self.go_to(source)
                case Phase():
                    self._focus_phase(id)
                case Actor():
                    self._focus_lane(id)

    def follow(self, pathway: Pathway) -> None:
        """Go on with the pathway as it is now; where a stage has gone, with one next to it."""
        place = max(0, self.number - 1)
        self.pathway, self.order = pathway, tour(pathway)
        if self.at is not None and self.at not in self.order:
            self.at = self.order[min(place, len(self.order) - 1)] if self.order else None
        self._way = [id for id in self._way if id in self.order]
        if self.phase not in self.phases:
            self.phase = self.stage.phase if self.stage else None
        if self.lane not in self.lanes:
            self.lane = self.stage.actor if self.stage else None

    @property
    def phases(self) -> tuple[Id | None, ...]:
        """Return what can be in focus by phase, in order."""
        nowhere = any(stage.phase is None for stage in self.pathway.stages)
        return (*(phase.id for phase in self.pathway.phases), *((None,) if nowhere else ()))

    @property
    def lanes(self) -> tuple[Id | None, ...]:
        nobody = any(stage.actor is None for stage in self.pathway.stages)
        return (*(actor.id for actor in self.pathway.actors), *((None,) if nobody else ()))

    # Steps

    def forward(self) -> bool:
        """Show the next stage of the tour; False at its end."""
        return self._step_to(self.number)

    def back(self) -> bool:
        """Show what was shown before, else the stage before in the tour; False at its start."""
        if self._way:
            self._show(self._way.pop())
            return True
        return self._step_to(self.number - 2, back=True)

    def first(self) -> None:
        self._step_to(0)

    def last(self) -> None:
        self._step_to(len(self.order) - 1)

    def take(self, branch: int) -> bool:
        """Follow a way onward by its number, counted from 1; False when there is none such."""
        ways = self.pathway.leaving(self.at) if self.at is not None else ()
        if not 1 <= branch <= len(ways):
            return False
        self.go_to(ways[branch - 1].target)
        return True

    def go_to(self, stage: Id) -> None:
        if self.at is not None and self.at != stage:
            self._way = [*self._way, self.at][-LONGEST_WAY:]
        self._show(stage)

    def _step_to(self, place: int, *, back: bool = False) -> bool:
        if not 0 <= place < len(self.order):
            return False
        if back:
            self._show(self.order[place])
        else:
            self.go_to(self.order[place])
        return True

    def _show(self, stage: Id) -> None:
        self.at = stage
        if self.focus is Focus.WHOLE:
            self.focus = self._near
        if (record := self.stage) is not None:
            self.phase, self.lane = record.phase, record.actor

    # Focus

    def show_whole(self) -> None:
        """Show the whole board; asked again, go back to what was near."""
        if self.focus is Focus.WHOLE and self.at is not None:
            self.focus = self._near
        else:
            self.focus = Focus.WHOLE

    def show_stage(self) -> None:
        if self.at is None:
            self.first()
        self._look(Focus.STAGE)

    def show_phase(self, step: int) -> None:
        """Show the phase at hand; asked again, the next (1) or the one before (-1)."""
        if self.phases:
            here = self._stepped(self.phases, self.phase, Focus.PHASE, step)
            self._focus_phase(here)

    def show_lane(self, step: int) -> None:
        """Show the lane at hand; asked again, the next (1) or the one before (-1)."""
        if self.lanes:
            here = self._stepped(self.lanes, self.lane, Focus.LANE, step)
            self._focus_lane(here)

    def _stepped(
        self, all: tuple[Id | None, ...], here: Id | None, focus: Focus, step: int
    ) -> Id | None:
        if here not in all:
            return all[0]
        moved = step if self.focus is focus else 0
        return all[(all.index(here) + moved) % len(all)]

    def _focus_phase(self, phase: Id | None) -> None:
        stage = self.stage
        if stage is None or stage.phase != phase:
            self._go_among([other.id for other in self.pathway.stages if other.phase == phase])
        self.phase = phase
        self._look(Focus.PHASE)

    def _focus_lane(self, lane: Id | None) -> None:
        stage = self.stage
        if stage is None or stage.actor != lane:
            self._go_among([other.id for other in self.pathway.stages if other.actor == lane])
        self.lane = lane
        self._look(Focus.LANE)

    def _go_among(self, stages: list[Id]) -> None:
        first = next((id for id in self.order if id in stages), None)
        if first is not None:
            self.go_to(first)

    def _look(self, focus: Focus) -> None:
        self.focus = self._near = focus

    # What is bright

    @property
    def bright(self) -> frozenset[Id]:
        """Return the stages that do not stand back."""
        stages = self.pathway.stages
        match self.focus:
            case Focus.WHOLE:
                return frozenset(stage.id for stage in stages)
            case Focus.PHASE:
                return frozenset(stage.id for stage in stages if stage.phase == self.phase)
            case Focus.LANE:
                return frozenset(stage.id for stage in stages if stage.actor == self.lane)
            case Focus.STAGE:
                here = self.at or ""
                onward = (arrow.target for arrow in self.pathway.leaving(here))
                return frozenset((here, *onward))

    @property
    def bright_arrows(self) -> frozenset[Id]:
        """Return the handovers that do not stand back: those among what is bright."""
        if self.focus is Focus.STAGE:
            here = self.at or ""
            ways = (*self.pathway.leaving(here), *self.pathway.arriving(here))
            return frozenset(arrow.id for arrow in ways)
        bright = self.bright
        return frozenset(
            arrow.id
            for arrow in self.pathway.handovers
            if arrow.source in bright or arrow.target in bright
        )
