"""The board's geometry, on random pathways: nothing lies on anything that it may not."""

from hypothesis import HealthCheck, given, settings

from model.layout import board, font_measure
from model.pathway import Pathway
from tests.model.layout.faults import faults
from tests.pathways import random_pathways

MEASURE = font_measure()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(random_pathways())
def test_nothing_lies_on_anything(pathway: Pathway) -> None:
    assert faults(board(pathway, MEASURE), MEASURE) == []
