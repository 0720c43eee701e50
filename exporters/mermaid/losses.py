"""What of a pathway a Mermaid text does not hold, or Mermaid does not draw, in words."""

from collections.abc import Iterator, Sequence

from exporters.exporter import Options
from exporters.mermaid import BY_PHASE, SWIMLANES
from exporters.mermaid.writing import drawn_arrows, text
from exporters.not_public import not_public
from model.messages import _, ngettext
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
    if options.form == SWIMLANES.name:
        yield from _not_in_swimlanes(pathway)
    yield from not_public(pathway, options)
    letters = len(text(pathway, options.languages_for(pathway)[0], options.form))
    if letters > MOST_LETTERS or len(pathway.handovers) > MOST_ARROWS:
        yield _(
            "Mermaid draws at most {letters} letters and {arrows} arrows unless the page allows "
            "more; this pathway is larger."
        ).format(letters=MOST_LETTERS, arrows=MOST_ARROWS)


def _not_in_swimlanes(pathway: Pathway) -> Iterator[str]:
    loops = len(pathway.handovers) - len(drawn_arrows(pathway, SWIMLANES.name))
    if loops:
        yield ngettext(
            "Mermaid’s swimlanes do not stand a handover from a stage to itself; {count} is left "
            "out.",
            "Mermaid’s swimlanes do not stand handovers from a stage to itself; {count} are left "
            "out.",
            loops,
        ).format(count=loops)
    if {actor.id for actor in pathway.actors} - {stage.actor for stage in pathway.stages}:
        yield _("Actors without stages are not in the swimlanes.")
