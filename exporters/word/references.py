"""How a document refers to stages: by number and title, as a link to the stage's heading.

The numbers are those of the website's pages.
"""

from collections.abc import Iterable

from exporters.website import reading
from exporters.word.pieces import Line, Piece, line
from exporters.word.wording import titled
from model.ids import Id
from model.pathway import Pathway
from model.records import Stage


class References:
    def __init__(self, pathway: Pathway) -> None:
        self.pathway = pathway
        self.parts = reading.parts(pathway)
        self._numbers = {
            stage.id: f"{part.number}.{place}"
            for part in self.parts
            for place, stage in enumerate(part.stages, start=1)
        }
        self._places = {id: place for place, id in enumerate(self._numbers)}

    def in_order(self, stages: Iterable[Stage]) -> list[Stage]:
        """Return stages in the order of their numbers."""
        return sorted(stages, key=lambda stage: self._places[stage.id])

    def named(self, stage: Stage) -> Line:
        """Return what a stage is called: “2.3 Hoidon tarpeen arviointi”."""
        return line(f"{self._numbers[stage.id]} ", *titled(stage.title))

    def number(self, stage: Stage) -> Line:
        """Return a link to a stage that says only its number."""
        return (Piece(self._numbers[stage.id], link=f"#{self.bookmark(stage)}"),)

    def bookmark(self, stage: Stage) -> str:
        """Return the name of the bookmark at a stage's heading; ids are too long for Word's."""
        return f"stage_{self._numbers[stage.id].replace('.', '_')}"

    def stage(self, id: Id | None) -> Line:
        """Return a link to a stage; nothing when there is no such stage."""
        stage = self.pathway.find(Stage, id)
        if stage is None:
            return ()
        link = f"#{self.bookmark(stage)}"
        return tuple(piece._replace(link=link) for piece in self.named(stage))
