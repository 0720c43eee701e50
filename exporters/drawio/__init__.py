"""draw.io (diagrams.net): the board as a drawing that can be edited there."""

from collections.abc import Iterator

from exporters.exporter import Exporter, Group, Options, Progress
from exporters.not_public import not_public
from model.messages import N_
from model.pathway import Pathway


def build(pathway: Pathway, options: Options, progress: Progress) -> Iterator[tuple[str, bytes]]:
    from exporters.drawio.drawing import document

    progress(0)
    yield "pathway.drawio", document(pathway, options.languages_for(pathway)[0])
    progress(1)


DRAWIO = Exporter(
    "drawio", N_("draw.io drawing"), ".drawio", build, not_public, group=Group.OTHER_TOOLS
)
