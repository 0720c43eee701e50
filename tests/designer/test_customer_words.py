"""What the customer hears on a walk: gaps are told where somebody must write something."""

from msgspec.structs import replace

from designer.ui.customer_walk.words import blocks
from model.codes import HandoverKind
from model.pathway import Pathway
from model.records import Handover, Stage
from model.story import Choice
from tests.pathways import At, build


def gaps_of_the_wait(pathway: Pathway, arrow: Handover) -> set[str]:
    stage = pathway["s1"]
    assert isinstance(stage, Stage)
    before = next(iter(blocks(pathway, stage, Choice(arrow, stage), "fi")))
    return {line.field for line in before.lines if line.is_gap and line.record == arrow.id}


def test_who_answers_during_a_wait_is_asked_of_every_handover_that_hands_over() -> None:
    said = {"responsible_during", "customer_told"}
    for other, kind, asked in (
        (0, None, False),
        (0, HandoverKind.REFERRAL, True),
        (1, None, True),
    ):
        pathway = build(
            actors=("Asema", "Sairaala"),
            phases=("Arvio",),
            stages=(At("Arvio"), At("Hoito", actor=other, column=1)),
            arrows=((0, 1),),
        )
        arrow = pathway["h0"]
        assert isinstance(arrow, Handover)
        gaps = gaps_of_the_wait(pathway, replace(arrow, kind=kind))
        assert gaps & said == (said if asked else set())
