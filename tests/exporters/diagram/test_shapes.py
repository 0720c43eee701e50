"""What meaning does to form: the outlines and marks of cards."""

import pytest

from exporters.diagram import shapes
from exporters.diagram.look import LIGHT
from exporters.diagram.shapes import CardForm
from model.codes import StageKind
from model.layout import Shown, board, font_measure
from model.layout.geometry import Card
from model.records import Stage
from tests.pathways import build


def card(kind: StageKind, *folded: str) -> Card:
    stage = Stage(id="s0", order="a0", actor="a0", phase="p0", kind=kind, start=True)
    pathway = build(stage, phases=["A"], actors=["B"])
    return board(pathway, font_measure(), shown=Shown(frozenset(folded))).cards["s0"]


@pytest.mark.parametrize("kind", [StageKind.DECISION, StageKind.END, StageKind.EMERGENCY])
def test_a_folded_card_has_a_plain_border_and_no_marks_but_its_colour(kind: StageKind) -> None:
    whole, folded = card(kind), card(kind, "a0")
    assert shapes.form(whole) is not CardForm.ROUNDED
    assert shapes.form(folded) is CardForm.ROUNDED
    assert shapes.medallion(whole)
    assert shapes.way_in(whole)
    assert shapes.medallion(folded) is shapes.way_in(folded) is None
    assert shapes.card_colour(folded, LIGHT) == shapes.card_colour(whole, LIGHT)
