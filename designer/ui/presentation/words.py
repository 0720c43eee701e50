"""What the caption says of the stage at hand. Pure, no Qt."""

from typing import NamedTuple

from designer.ui.canvas.descriptions import actor_name, called, phase_name
from designer.ui.presentation.showing import Focus, Showing
from model.messages import _, ngettext
from model.records import Actor, Handover, Phase
from model.text import in_language


class Caption(NamedTuple):
    """`where` is small above the `title`; `following` and the `details` stand below it."""

    where: str
    title: str
    following: str
    details: str


def caption(showing: Showing, language: str, *, private: bool) -> Caption:
    """Say where one is and what follows; what is `private` only when that is told."""
    stage = showing.stage
    if stage is None:
        return _of_pathway(showing, language)
    pathway = showing.pathway
    where = (
        f"{showing.number}/{len(showing.order)}",
        phase_name(pathway, stage.phase, language),
        actor_name(pathway, stage.actor, language),
    )
    details = [in_language(stage.what_happens, language)]
    if private and (words := in_language(stage.professional_text, language)):
        details.append(_("For professionals: {text}").format(text=words))
    return Caption(
        "  ·  ".join(where),
        called(stage, language),
        _following(showing, language),
        "\n".join(filter(None, details)) or _("Nothing is written of what happens here."),
    )


def _of_pathway(showing: Showing, language: str) -> Caption:
    pathway = showing.pathway
    stages, actors = len(pathway.stages), len(pathway.actors)
    counts = (
        ngettext("{count} stage", "{count} stages", stages).format(count=stages),
        ngettext("{count} actor", "{count} actors", actors).format(count=actors),
    )
    title = in_language(pathway.info.title, language) or _("Pathway without a name")
    focused = pathway.get((showing.phase if showing.focus is Focus.PHASE else showing.lane) or "")
    if showing.focus in {Focus.PHASE, Focus.LANE} and isinstance(focused, Phase | Actor):
        return Caption(title, called(focused, language), "", "")
    return Caption(
        "  ·  ".join(counts),
        title,
        _("Space goes on, F1 shows the keys"),
        in_language(pathway.info.summary, language),
    )


def _following(showing: Showing, language: str) -> str:
    ways = showing.pathway.leaving(showing.at or "")
    if not ways:
        return _("The pathway does not go on from here.")
    if len(ways) == 1:
        return _("Next: {following}").format(following=_way(showing, ways[0], language))
    numbered = (f"{place}\u00a0{_way(showing, way, language)}" for place, way in enumerate(ways, 1))
    return _("Next: {following}").format(following="   ".join(numbered))


def _way(showing: Showing, way: Handover, language: str) -> str:
    target = called(showing.pathway[way.target], language)
    condition = in_language(way.condition, language)
    return f"{target} ({condition})" if condition else target
