"""The pages as linked data: schema.org 30.0 in JSON-LD, for search engines and catalogues.

Types and properties that schema.org has superseded are not used. A list cannot say where ways
part, so that besides all stages in order each route between two partings is a list of its own.
Addresses are full where the site's address is known, and fragments of the page where it is not.
"""

import json
import re
from typing import NamedTuple

from exporters.website.customers_order import in_customers_order
from exporters.website.linked_services import Node, audience, filled, said, stage_node
from exporters.website.reading import is_health_care, updated
from exporters.website.routes import Route, name_of, routes
from model.codes import PathwayStatus
from model.messages import _, spoken_language
from model.pathway import Pathway
from model.records import PathwayInfo

# What could end the script element or begin markup in it.
_UNSAFE = re.compile("[<>&\u2028\u2029]")
_ASCENDING = "https://schema.org/ItemListOrderAscending"


class Place(NamedTuple):
    """Where a page lies: the pages above it, from the site's front page on, and itself.

    `address` is the page's full address, "" when nobody said where the site will lie; the
    addresses of `above` are then relative to the page.
    """

    address: str
    above: tuple[tuple[str, str], ...]
    name: str


def of_pathway(pathway: Pathway, place: Place) -> str:
    """Return the JSON-LD of a public pathway's page, safe inside a script element."""
    ways = tuple(routes(pathway))
    lists = [f"{place.address}#{name}" for name in ("stages", *_route_ids(ways))]
    page = {
        **_page(pathway, place),
        "audience": audience(pathway.info),
        "mainEntity": [{"@id": id} for id in lists],
    }
    return _script(
        filled(page),
        _breadcrumb(place),
        _stages(pathway, place),
        *(_route(pathway, way, id) for way, id in zip(ways, lists[1:], strict=True)),
    )


def of_professional_page(pathway: Pathway, place: Place) -> str:
    """Return the JSON-LD of the professional's page, safe inside a script element."""
    is_health = is_health_care(pathway)
    page = {
        **_page(pathway, place),
        "medicalAudience": "https://schema.org/Clinician" if is_health else None,
        "audience": None if is_health else {"@type": "Audience", "audienceType": place.name},
    }
    return _script(filled(page), _breadcrumb(place))


def _script(*graph: Node) -> str:
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _page(pathway: Pathway, place: Place) -> Node:
    info = pathway.info
    last_updated = updated(info)
    front, front_name = place.above[0]
    return {
        "@type": "MedicalWebPage" if is_health_care(pathway) else "WebPage",
        "@id": f"{place.address}#page",
        "url": place.address,
        "name": said(info.title),
        "description": said(info.summary),
        "inLanguage": spoken_language(),
        "dateModified": last_updated.isoformat() if last_updated else None,
        "lastReviewed": info.last_reviewed.isoformat() if info.last_reviewed else None,
        "reviewedBy": _reviewer(info),
        "isPartOf": {"@type": "CollectionPage", "name": front_name, "url": front},
        "breadcrumb": {"@id": f"{place.address}#breadcrumb"},
    }


def _reviewer(info: PathwayInfo) -> Node | None:
    """Return the organisation whose approval came last, or that owns the pathway."""
    approvals = [a for a in info.approvals if said(a.organisation)]
    if approvals and info.status in {PathwayStatus.APPROVED, PathwayStatus.PUBLISHED}:
        name = said(approvals[-1].organisation)
    else:
        name = said(info.owner.organisation) if info.owner else ""
    return {"@type": "Organization", "name": name} if name else None


def _breadcrumb(place: Place) -> Node:
    above = [
        {"@type": "ListItem", "position": position, "name": name, "item": address}
        for position, (address, name) in enumerate(place.above, start=1)
    ]
    here = {"@type": "ListItem", "position": len(above) + 1, "name": place.name}
    return {
        "@type": "BreadcrumbList",
        "@id": f"{place.address}#breadcrumb",
        "itemListElement": [*above, here],
    }


def _stages(pathway: Pathway, place: Place) -> Node:
    nodes = [stage_node(pathway, s, place.address) for s in in_customers_order(pathway)]
    return _list(f"{place.address}#stages", _("Stages"), nodes)


def _route(pathway: Pathway, route: Route, id: str) -> Node:
    page = id.partition("#")[0]
    nodes = [{"@id": f"{page}#stage-{stage.id}"} for stage in route.stages]
    return _list(id, name_of(pathway, route), nodes)


def _route_ids(ways: tuple[Route, ...]) -> list[str]:
    return [f"route-{way.arrow.id if way.arrow else way.stages[0].id}" for way in ways]


def _list(id: str, name: str, nodes: list[Node]) -> Node:
    return {
        "@type": "ItemList",
        "@id": id,
        "name": name,
        "itemListOrder": _ASCENDING,
        "numberOfItems": len(nodes),
        "itemListElement": [
            {"@type": "ListItem", "position": position, "item": node}
            for position, node in enumerate(nodes, start=1)
        ],
    }
