"""The signs on a card, and that exports draw and tell them."""

from exporters.diagram.words import stage_in_words
from model.codes import ChannelKind, StageKind
from model.edits import update
from model.layout import board, font_measure
from model.layout.geometry import CardSign
from model.parts import PathwayLink
from model.records import Channel, Stage
from tests.pathways import At, build

PATHWAY = build(
    Channel(id="c0", order="a0", kind=ChannelKind.PHONE, digital=False),
    phases=("Arvio",),
    actors=("Asiakas",),
    stages=(At("Arvio", kind=StageKind.NEED_ASSESSMENT),),
)


def test_a_stage_that_stands_for_a_pathway_carries_its_sign_after_its_kind() -> None:
    link = PathwayLink(file="arvio.ketju")
    change = update(PATHWAY, "s0", channels=("c0",), subpathway=link)
    pathway, _done = change.applied_to(PATHWAY)
    signs = [symbol.sign for symbol in board(pathway, font_measure()).cards["s0"].symbols]
    assert signs == [StageKind.NEED_ASSESSMENT, CardSign.SUBPATHWAY, ChannelKind.PHONE]
    stage = pathway.find(Stage, "s0")
    assert stage is not None
    assert "stands for a pathway of its own" in stage_in_words(pathway, stage, "fi")


def test_other_stages_do_not() -> None:
    signs = [symbol.sign for symbol in board(PATHWAY, font_measure()).cards["s0"].symbols]
    assert signs == [StageKind.NEED_ASSESSMENT]
