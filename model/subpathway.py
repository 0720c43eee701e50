"""A stage that stands for a pathway of its own: the link to it, and how a new one begins."""

from model.change import Change
from model.edits import name_of, update
from model.ids import Id, new_id
from model.messages import _
from model.parts import PathwayLink
from model.pathway import Pathway
from model.records import Actor, PathwayInfo, Phase, Stage


def link_subpathway(pathway: Pathway, stage: Id, *, place: str, leads_to: Pathway) -> Change:
    """Let a stage stand for the pathway whose file lies at `place` (see `model.linked_file`)."""
    record = pathway.find(Stage, stage)
    if record is None:
        return Change("")
    info = leads_to.info
    link = PathwayLink(title=info.title, file=place, pathway=info.id)
    label = _("Link “{stage}” to the pathway “{pathway}”").format(
        stage=name_of(record) or _("(no name)"), pathway=name_of(info) or _("(no name)")
    )
    return Change(label, update(pathway, stage, subpathway=link).ops)


def pathway_of_stage(pathway: Pathway, stage: Stage) -> Pathway:
    """Return a new pathway named by a stage, with its phase and the actors that take part in it.

    These keep their ids, so that stages copied from one to the other find their lanes.
    """
    info = pathway.info
    fresh = PathwayInfo(
        id=new_id(),
        title=stage.title,
        target_group=info.target_group,
        languages=info.languages,
        county=info.county,
        area=info.area,
        municipalities=info.municipalities,
        emergency=info.emergency,
    )
    owners = [stage.actor, *(each.actor for each in stage.participants)]
    actors = [pathway.find(Actor, id) for id in dict.fromkeys(owners)]
    phase = pathway.find(Phase, stage.phase)
    kept = [record for record in (phase, *actors) if record is not None]
    return Pathway([fresh, *kept])
