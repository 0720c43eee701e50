"""What a change will do, in words, before it is done."""

from designer.ui.canvas.capture.drafts import drafted_stage
from designer.ui.canvas.descriptions import actor_name, called, phase_name
from model.change import Add, Change
from model.ids import Id
from model.messages import _
from model.pathway import Pathway
from model.records import Actor, Handover, Phase, Stage


def forecast(pathway: Pathway, change: Change, language: str) -> str:
    """Say what a change that adds things will add; '' when it is none."""
    following, done = change.applied_to(pathway)
    added = [following[op.id] for op in done.ops if isinstance(op, Add)]
    parts: list[str] = []
    stage = drafted_stage(done)
    if stage is not None:
        parts.append(_stage(following, stage, language))
    for record in added:
        match record:
            case Handover():
                parts.append(_handover(following, record, stage, language))
            case Actor():
                parts.append(_("new actor {name}").format(name=called(record, language)))
            case Phase():
                parts.append(_("new phase {name}").format(name=called(record, language)))
    said = "; ".join(parts)
    return said[:1].upper() + said[1:]


def _stage(pathway: Pathway, stage: Stage, language: str) -> str:
    said = _("new stage: actor {actor}, phase {phase}")
    if stage.card_number:
        said = _("new stage, card {number}: actor {actor}, phase {phase}")
    return said.format(
        number=stage.card_number,
        actor=actor_name(pathway, stage.actor, language),
        phase=phase_name(pathway, stage.phase, language),
    )


def _handover(pathway: Pathway, arrow: Handover, stage: Stage | None, language: str) -> str:
    def title(id: Id) -> str:
        return called(pathway[id], language)

    if stage is not None and arrow.target == stage.id:
        return _("follows “{title}”").format(title=title(arrow.source))
    if stage is not None and arrow.source == stage.id:
        return _("leads to “{title}”").format(title=title(arrow.target))
    return _("handover “{source}” → “{target}”").format(
        source=title(arrow.source), target=title(arrow.target)
    )
