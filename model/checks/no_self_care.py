"""No self-care programme."""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.reads import READING_ORDER, reading
from model.checks.review import Review
from model.checks.wording import listed
from model.codes import Sector, Severity, StageKind
from model.messages import N_, _
from model.records import Actor, Stage

BY_AN_NGO = {
    StageKind.PREVENTION,
    StageKind.SELF_CARE,
    StageKind.GUIDANCE,
    StageKind.GROUP,
    StageKind.NGO_SUPPORT,
}


def check(review: Review) -> Iterator[Said]:
    ngos = {actor.id for actor in review.pathway.actors if actor.sector is Sector.NGO}
    stages = [stage for stage in review.pathway.stages if stage.public]
    if any(_is_offer(stage, ngos) for stage in stages):
        return
    unsorted = tuple(stage.id for stage in stages if stage.kind is None)
    if unsorted:
        message = _("It cannot be told whether self-care is offered: {stages} have no kind.")
        words = message.format(stages=listed(review.pathway, unsorted))
        yield Said(about=None, message=words, also=unsorted, evaluated=False)
    else:
        message = _("The pathway offers no self-care programme and no peer support.")
        yield Said(about=None, message=message)


def _is_offer(stage: Stage, ngos: set[str]) -> bool:
    """Whether customers find peer support here, or an address where self-care goes on."""
    if stage.kind is StageKind.NGO_SUPPORT or (stage.actor in ngos and stage.kind in BY_AN_NGO):
        return True
    addressed = any(link.url for link in stage.links) or any(form.url for form in stage.forms)
    return stage.kind is StageKind.SELF_CARE and addressed


RULE = Rule(
    id="PRE-03",
    severity=Severity.INFO,
    title=N_("No self-care programme"),
    finds=N_(
        "A pathway without peer support by an NGO and without a stage of self-care that links to "
        "a programme."
    ),
    why=N_("Much can be done at home and with peers at once, while waiting and after care."),
    put_right=N_(
        "Add the link of a self-care programme, such as one of Terveyskylä, to a stage of "
        "self-care, or a stage of an NGO’s peer support."
    ),
    source="Kainuu generic model, part 5 (self-care programmes); Terveyskylä",
    reads=reading(READING_ORDER, {Actor: {"sector"}, Stage: {"public", "kind", "links", "forms"}}),
    check=check,
)
