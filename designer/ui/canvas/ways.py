"""Walking along the handovers: onward, back the way one came, and by a branch's number."""

from typing import TYPE_CHECKING, Final

from model.ids import Id
from model.messages import _, ngettext
from model.pathway import Pathway
from model.records import Handover, Stage

if TYPE_CHECKING:
    from designer.ui.canvas.view import BoardView

LONGEST_WAY: Final = 100
"""How many steps back are remembered."""


def branches(pathway: Pathway, stage: Id) -> tuple[Handover, ...]:
    """Return the ways out of a stage in the order of their numbers, the first being 1."""
    return pathway.leaving(stage)


class Ways:
    """Remembers which way was taken out of each stage, and by which ways one came here."""

    def __init__(self, view: "BoardView") -> None:
        self._view = view
        self._taken: dict[Id, Id] = {}
        self._come_by: list[Id] = []

    def onward(self) -> bool:
        """Follow the way taken last from the focused stage, else its first; False without one."""
        stage = self._stage()
        if stage is None:
            return False
        ways = [way for way in branches(self._view.pathway, stage.id) if way.target != stage.id]
        taken = [way for way in ways if way.id == self._taken.get(stage.id)]
        for way in (*taken, *ways):
            return self._follow(way)
        return False

    def take(self, number: int) -> None:
        """Follow the branch with that number, and say so when there is none such."""
        stage = self._stage()
        if stage is None:
            self._view.say(_("Select a stage first: the digits choose between its ways onward."))
            return
        ways = branches(self._view.pathway, stage.id)
        if number <= len(ways):
            self._follow(ways[number - 1])
            return
        self._view.say(
            ngettext(
                "From here there is only {count} way onward.",
                "From here there are only {count} ways onward.",
                len(ways),
            ).format(count=len(ways))
            if ways
            else _("Nothing follows this stage.")
        )

    def back(self) -> bool:
        """Go back by the way one came, else by the first that leads here; False without one."""
        stage = self._stage()
        if stage is None:
            return False
        arriving = self._view.pathway.arriving(stage.id)
        come_by = self._come_by.pop() if self._come_by else None
        ways = [way for way in arriving if way.source != stage.id]
        known = [way for way in ways if way.id == come_by]
        if not known:
            self._come_by.clear()  # one has jumped since: the way back is another
        for way in (*known, *ways):
            self._taken[way.source] = way.id
            self._view.select_and_show(way.source)
            return True
        return False

    def _follow(self, way: Handover) -> bool:
        here = self._view.pathway.find(Handover, self._come_by[-1]) if self._come_by else None
        if here is not None and here.target != way.source:
            self._come_by.clear()
        self._come_by = [*self._come_by, way.id][-LONGEST_WAY:]
        self._taken[way.source] = way.id
        self._view.select_and_show(way.target)
        return True

    def _stage(self) -> Stage | None:
        return self._view.pathway.find(Stage, self._view.selection.focused)
