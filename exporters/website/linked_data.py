"""The page as linked data: schema.org 30.0 in JSON-LD, for search engines and catalogues.

Types and properties that schema.org has superseded are not used. A list of stages cannot say
where ways part; the data files do.
"""

import json
import re
from typing import Any

from exporters.website.data_parts import contact_link
from exporters.website.reading import is_health_care, updated
from model.codes import ContactKind, Sector
from model.messages import _, spoken_language
from model.pathway import Pathway
from model.records import Actor, Channel, PathwayInfo, Stage
from model.text import Text, in_language

Node = dict[str, Any]

_PROVIDERS = {
    Sector.PRIMARY: "GovernmentOrganization",
    Sector.SPECIALIST: "GovernmentOrganization",
    Sector.SOCIAL: "GovernmentOrganization",
    Sector.MUNICIPALITY: "GovernmentOrganization",
    Sector.NATIONAL_DIGITAL: "GovernmentOrganization",
    Sector.NGO: "NGO",
    Sector.PHARMACY: "Pharmacy",
}
_NOT_PROVIDERS = {Sector.CUSTOMER, Sector.CLOSE_ONE}

# What could end the script element or begin markup in it.
_UNSAFE = re.compile("[<>&\u2028\u2029]")


def of_pathway(pathway: Pathway, *, list_title: str, list_page: str) -> str:
    """Return the JSON-LD of a public pathway's page, safe inside a script element."""
    graph = [
        _page(pathway, list_title, list_page),
        _breadcrumb(pathway.info, list_title, list_page),
        _stages(pathway),
    ]
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _page(pathway: Pathway, list_title: str, list_page: str) -> Node:
    info = pathway.info
    last_updated = updated(info)
    return _filled(
        {
            "@type": "MedicalWebPage" if is_health_care(pathway) else "WebPage",
            "@id": "#page",
            "name": _said(info.title),
            "description": _said(info.summary),
            "inLanguage": spoken_language(),
            "dateModified": last_updated.isoformat() if last_updated else None,
            "lastReviewed": info.last_reviewed.isoformat() if info.last_reviewed else None,
            "reviewedBy": _organisation(info),
            "audience": _audience(info),
            "isPartOf": {"@type": "CollectionPage", "name": list_title, "url": list_page},
            "breadcrumb": {"@id": "#breadcrumb"},
            "mainEntity": {"@id": "#stages"},
        }
    )


def _organisation(info: PathwayInfo) -> Node | None:
    name = _said(info.owner.organisation) if info.owner else ""
    return {"@type": "Organization", "name": name} if name else None


def _audience(info: PathwayInfo) -> Node | None:
    node = _filled(
        {
            "audienceType": _said(info.target_group),
            "suggestedMinAge": info.ages.youngest if info.ages else None,
            "suggestedMaxAge": info.ages.oldest if info.ages else None,
        }
    )
    return {"@type": "PeopleAudience", **node} if node else None


def _breadcrumb(info: PathwayInfo, list_title: str, list_page: str) -> Node:
    return {
        "@type": "BreadcrumbList",
        "@id": "#breadcrumb",
        "itemListElement": [
            {"@type": "ListItem", "position": 1, "name": list_title, "item": list_page},
            {"@type": "ListItem", "position": 2, "name": _said(info.title)},
        ],
    }


def _stages(pathway: Pathway) -> Node:
    return {
        "@type": "ItemList",
        "@id": "#stages",
        "name": _("Stages"),
        "itemListOrder": "https://schema.org/ItemListOrderAscending",
        "numberOfItems": len(pathway.stages),
        "itemListElement": [
            {"@type": "ListItem", "position": position, "item": _service(pathway, stage)}
            for position, stage in enumerate(pathway.stages, start=1)
        ],
    }


def _service(pathway: Pathway, stage: Stage) -> Node:
    provider = _provider(pathway.find(Actor, stage.actor))
    is_public_service = provider is not None and provider["@type"] == "GovernmentOrganization"
    channels = [pathway.find(Channel, id) for id in stage.channels]
    return _filled(
        {
            "@type": "GovernmentService" if is_public_service else "Service",
            "@id": f"#stage-{stage.id}",
            "url": f"#stage-{stage.id}",
            "name": _said(stage.title),
            "description": _said(stage.what_happens),
            "provider": provider,
            "areaServed": _area(pathway.info),
            "availableChannel": [_channel(channel, stage) for channel in channels if channel],
        }
    )


def _provider(actor: Actor | None) -> Node | None:
    if actor is None or actor.sector in _NOT_PROVIDERS:
        return None
    kind = _PROVIDERS.get(actor.sector, "Organization") if actor.sector else "Organization"
    name = _said(actor.organisation) or _said(actor.name)
    return {"@type": kind, "name": name} if name else None


def _area(info: PathwayInfo) -> Node | None:
    name = _said(info.area) or _said(info.county)
    return {"@type": "AdministrativeArea", "name": name} if name else None


def _channel(channel: Channel, stage: Stage) -> Node:
    phone = _first_value(channel, ContactKind.PHONE)
    durations = [target.limit.iso for target in stage.time_targets if target.limit.iso]
    places = [c for c in channel.contacts if c.kind is ContactKind.VISITING_ADDRESS]
    place = _said(places[0].text) or places[0].value if places else ""
    return _filled(
        {
            "@type": "ServiceChannel",
            "name": _said(channel.name),
            "serviceUrl": next(
                (contact_link(c) for c in channel.contacts if c.kind is ContactKind.WEB), None
            ),
            "servicePhone": {"@type": "ContactPoint", "telephone": phone} if phone else None,
            "serviceLocation": {"@type": "Place", "address": place} if place else None,
            "availableLanguage": list(channel.languages),
            "processingTime": durations[0] if durations else None,
        }
    )


def _first_value(channel: Channel, kind: ContactKind) -> str:
    return next((contact.value for contact in channel.contacts if contact.kind is kind), "")


def _filled(node: Node) -> Node:
    return {name: value for name, value in node.items() if value not in (None, "", [])}


def _said(text: Text) -> str:
    return in_language(text, spoken_language())
