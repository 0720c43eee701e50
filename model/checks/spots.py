"""Where on the board things are, by which findings are put into order."""

from model.ids import Id
from model.pathway import Pathway
from model.records import RECORD_KINDS, Handover, PathwayInfo, Stage

Spot = tuple[object, ...]
"""Where on the board something is."""


class Spots:
    """Where on the board things are: the pathway, its stages with what leaves them, the rest.

    A stage is placed by what `Pathway.stages` sorts it by: where one is moved, the others stay.
    """

    def __init__(self, pathway: Pathway) -> None:
        self._phases = {phase.id: place for place, phase in enumerate(pathway.phases)}
        self._actors = {actor.id: place for place, actor in enumerate(pathway.actors)}
        self._known: dict[Id | None, Spot] = {}

    def forget(self, about: Id | None) -> None:
        self._known.pop(about, None)

    def of(self, about: Id | None, pathway: Pathway) -> Spot:
        if about not in self._known:
            self._known[about] = self._find(about, pathway)
        return self._known[about]

    def _find(self, about: Id | None, pathway: Pathway) -> Spot:
        match pathway.get(about or ""):
            case None | PathwayInfo():
                return (0,)
            case Stage() as stage:
                return 1, *self._of_stage(stage), 0
            case Handover(source=source):
                left = pathway.find(Stage, source)
                return 1, *(() if left is None else self._of_stage(left)), 1
            case record:
                return 2, RECORD_KINDS.index(type(record)), getattr(record, "order", "")

    def _of_stage(self, stage: Stage) -> Spot:
        return (
            self._phases.get(stage.phase or "", len(self._phases)),
            stage.column,
            self._actors.get(stage.actor or "", len(self._actors)),
            stage.order,
            stage.id,
        )
