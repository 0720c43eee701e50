"""Damages to the arc from prevention to the end of the need."""

from collections.abc import Iterator

from model import edits
from model.change import Add, Change
from model.codes import PhaseKind, Sector, StageKind
from model.pathway import Pathway
from model.records import Handover, Stage
from tests.damage.damage import Damage, cleared_each

EARLY = {StageKind.PREVENTION, StageKind.SELF_CARE}
BEFORE_TREATMENT = {
    *EARLY,
    StageKind.CONTACT,
    StageKind.NEED_ASSESSMENT,
    StageKind.EXAMINATION,
    StageKind.DECISION,
    StageKind.GUIDANCE,
}
FOLLOWS = {StageKind.FOLLOW_UP, StageKind.TRANSITION}


def _no_early_stages(pathway: Pathway) -> Iterator[Change]:
    yield edits.together(
        "",
        [
            edits.update(pathway, stage.id, kind=StageKind.GUIDANCE)
            for stage in pathway.stages
            if stage.kind in EARLY
        ],
    )


def _nobody_notices(pathway: Pathway) -> Iterator[Change]:
    """Let the stages before the treatment speak of something else than risks and worries."""
    told = [
        edits.update(
            pathway,
            stage.id,
            title={"fi": f"Käynti {number}"},
            professional_title={},
            what_happens={"fi": "Hoitaja neuvoo sinua ja vastaa kysymyksiisi."},
        )
        for number, stage in enumerate(pathway.stages, start=1)
        if stage.kind in BEFORE_TREATMENT
    ]
    phases = [
        edits.update(pathway, phase.id, kind=PhaseKind.CONTACT)
        for phase in pathway.phases
        if phase.kind is PhaseKind.IDENTIFICATION
    ]
    yield edits.together("", [*told, *phases])


def _nothing_to_do_at_home(pathway: Pathway) -> Iterator[Change]:
    """Take the links of self-care, and make rehabilitation of what NGOs offer."""
    ngos = {actor.id for actor in pathway.actors if actor.sector is Sector.NGO}
    offers = [
        edits.update(pathway, stage.id, kind=StageKind.REHABILITATION)
        for stage in pathway.stages
        if stage.kind is StageKind.NGO_SUPPORT or stage.actor in ngos
    ]
    links = [
        edits.update(pathway, stage.id, links=(), forms=())
        for stage in pathway.stages
        if stage.kind is StageKind.SELF_CARE
    ]
    yield edits.together("", [*offers, *links])


def _back_into_the_middle(pathway: Pathway) -> Iterator[Change]:
    """Lead from an end back to where nobody can come in by themselves."""
    middle = next(stage for stage in pathway.stages if stage.kind is StageKind.FOLLOW_UP)
    starts = {stage.id for stage in pathway.stages if stage.start}
    for end in pathway.stages:
        leads_to = {arrow.target for arrow in pathway.leaving(end.id)}
        if end.kind is StageKind.END and not starts & leads_to:
            silent = edits.update(pathway, end.id, way_back={})
            back = Handover(
                id=f"{end.id}-back",
                source=end.id,
                target=middle.id,
                customer_told={"fi": "Kerromme, milloin tapaamme taas."},
                customer_told_by={"fi": "Hoitaja"},
            )
            yield Change("", (*silent.ops, Add(back)))


def _nothing_follows(pathway: Pathway) -> Iterator[Change]:
    yield edits.together(
        "",
        [
            edits.update(pathway, stage.id, kind=StageKind.GUIDANCE)
            for stage in pathway.stages
            if stage.kind in FOLLOWS
        ],
    )


DAMAGES = (
    Damage("PRE-01", "no stage of prevention or self-care", _no_early_stages),
    Damage("PRE-02", "no stage is about noticing early", _nobody_notices),
    Damage("PRE-03", "neither self-care nor peer support", _nothing_to_do_at_home),
    Damage(
        "PRE-04",
        "an end does not say what it means",
        cleared_each(
            Stage,
            "ends_when",
            "end_decided_by",
            "way_back",
            where=lambda stage: stage.kind is StageKind.END,
        ),
    ),
    Damage("PRE-05", "an end leads back into the middle only", _back_into_the_middle),
    Damage("PRE-06", "no follow-up after treatment", _nothing_follows),
)
