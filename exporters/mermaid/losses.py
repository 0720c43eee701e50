"""What of a pathway a Mermaid text does not hold, or Mermaid does not draw, in words."""

from collections.abc import Iterator, Sequence

from exporters.exporter import Options
from exporters.mermaid import BY_PHASE
from exporters.mermaid.writing import text
from model.messages import _
from model.pathway import Pathway

MOST_LETTERS = 50_000
MOST_ARROWS = 500
"""What Mermaid draws unless the page that it stands in allows more (maxTextSize, maxEdges)."""


def losses(pathway: Pathway, options: Options) -> Sequence[str]:
    return tuple(_losses(pathway, options))


def _losses(pathway: Pathway, options: Options) -> Iterator[str]:
    if options.form == BY_PHASE.name:
        yield _("Actors are not in this form: choose stages grouped by actor to have them.")
    else:
        yield _("Phases are not in this form: choose stages grouped by phase to have them.")
    yield _(
        "Mermaid holds the titles and kinds of stages and the conditions of handovers, not their "
        "other details."
    )
    if any(arrow.condition and arrow.kind for arrow in pathway.handovers):
        yield _("Where a handover has a condition, its kind is left out.")
    letters = len(text(pathway, options.languages_for(pathway)[0], options.form))
    if letters > MOST_LETTERS or len(pathway.handovers) > MOST_ARROWS:
        yield _(
            "Mermaid draws at most {letters} letters and {arrows} arrows unless the page allows "
            "more; this pathway is larger."
        ).format(letters=MOST_LETTERS, arrows=MOST_ARROWS)
