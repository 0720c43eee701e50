"""The routes of a pathway: stretches that a customer goes without a choice."""

from collections.abc import Iterator
from typing import NamedTuple

from exporters.website.customers_order import in_customers_order
from model.ids import Id
from model.messages import spoken_language
from model.pathway import Pathway
from model.records import Handover, Stage
from model.text import Text, in_language


class Route(NamedTuple):
    """Stages that follow each other; `arrow` leads into the first, None where customers begin."""

    arrow: Handover | None
    stages: tuple[Stage, ...]


def routes(pathway: Pathway) -> Iterator[Route]:
    """Yield the ways in, and of every stage where ways part each way from it.

    A route ends where ways part, at an end, or where it would go round; together the routes hold
    every stage that can be reached, and they grow with the pathway, not with the walks through it.
    """
    ordered = in_customers_order(pathway)
    for stage in ordered:
        if stage.start or not pathway.arriving(stage.id):
            yield Route(None, _stretch(pathway, stage.id))
    for stage in ordered:
        onward = pathway.leaving(stage.id)
        if len(onward) > 1:
            for arrow in onward:
                yield Route(arrow, _stretch(pathway, arrow.target))


def name_of(pathway: Pathway, route: Route) -> str:
    """Return what a route is called: the choice that leads into it, or where it begins."""
    first = _said(route.stages[0].title)
    if route.arrow is None:
        return first
    parting = pathway.find(Stage, route.arrow.source)
    choice = _said(route.arrow.condition) or first
    return f"{_said(parting.title)}: {choice}" if parting else choice


def _stretch(pathway: Pathway, begin: Id) -> tuple[Stage, ...]:
    stretch: dict[Id, Stage] = {}
    stage = pathway.find(Stage, begin)
    while stage is not None and stage.id not in stretch:
        stretch[stage.id] = stage
        onward = pathway.leaving(stage.id)
        stage = pathway.find(Stage, onward[0].target) if len(onward) == 1 else None
    return tuple(stretch.values())


def _said(text: Text) -> str:
    return in_language(text, spoken_language())
