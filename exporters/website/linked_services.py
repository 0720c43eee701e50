"""Stages as schema.org's services, and channels as service channels."""

from typing import Any

from exporters.website.data_parts import contact_link
from model.codes import ContactKind, Sector
from model.codes.names import name_of_code
from model.messages import spoken_language
from model.parts import TimeTarget
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
_OWN_STEPS = {Sector.CUSTOMER, Sector.CLOSE_ONE}


def stage_node(pathway: Pathway, stage: Stage, page: str) -> Node:
    """Return a stage: a service, or a step where the customer or someone close answers for it.

    `page` is the full address of the page that it stands on, "" when nobody said it.
    """
    actor = pathway.find(Actor, stage.actor)
    if actor and actor.sector in _OWN_STEPS:
        return filled(
            {
                "@type": "HowToStep",
                **_identity(stage, page),
                "text": said(stage.what_you_can_do) or said(stage.what_happens),
            }
        )
    return _service(pathway, stage, actor, page)


def _service(pathway: Pathway, stage: Stage, actor: Actor | None, page: str) -> Node:
    provider = _provider(actor)
    is_public = provider is not None and provider["@type"] == "GovernmentOrganization"
    channels = [pathway.find(Channel, id) for id in stage.channels]
    return filled(
        {
            "@type": "GovernmentService" if is_public else "Service",
            **_identity(stage, page),
            "description": said(stage.what_happens),
            "serviceType": name_of_code(stage.kind) if stage.kind else None,
            "provider": provider,
            "serviceOperator": _operator(actor) if is_public else None,
            "areaServed": _area(pathway.info),
            "audience": audience(pathway.info),
            "availableChannel": [_channel(channel, stage) for channel in channels if channel],
            "isRelatedTo": [
                {"@id": f"{page}#stage-{target.id}"}
                for arrow in pathway.leaving(stage.id)
                if (target := pathway.find(Stage, arrow.target)) and _is_service(pathway, target)
            ],
        }
    )


def _is_service(pathway: Pathway, stage: Stage) -> bool:
    actor = pathway.find(Actor, stage.actor)
    return actor is None or actor.sector not in _OWN_STEPS


def _identity(stage: Stage, page: str) -> Node:
    address = f"{page}#stage-{stage.id}"
    return {"@id": address, "url": address if page else None, "name": said(stage.title)}


def _provider(actor: Actor | None) -> Node | None:
    if actor is None:
        return None
    kind = _PROVIDERS.get(actor.sector, "Organization") if actor.sector else "Organization"
    name = said(actor.organisation) or said(actor.name)
    return {"@type": kind, "name": name} if name else None


def _operator(actor: Actor | None) -> Node | None:
    """Return the unit that runs the service inside the organisation that provides it."""
    name = (said(actor.unit) or said(actor.name)) if actor else ""
    return {"@type": "GovernmentOrganization", "name": name} if name else None


def _area(info: PathwayInfo) -> Node | None:
    name = said(info.area) or said(info.county)
    return {"@type": "AdministrativeArea", "name": name} if name else None


def audience(info: PathwayInfo) -> Node | None:
    node = filled(
        {
            "audienceType": said(info.target_group),
            "suggestedMinAge": info.ages.youngest if info.ages else None,
            "suggestedMaxAge": info.ages.oldest if info.ages else None,
        }
    )
    return {"@type": "PeopleAudience", **node} if node else None


def _channel(channel: Channel, stage: Stage) -> Node:
    phone = _first(channel, ContactKind.PHONE)
    place = _first(channel, ContactKind.VISITING_ADDRESS)
    return filled(
        {
            "@type": "ServiceChannel",
            "name": said(channel.name),
            "serviceUrl": next(
                (contact_link(c) for c in channel.contacts if c.kind is ContactKind.WEB), None
            ),
            "servicePhone": {"@type": "ContactPoint", "telephone": phone} if phone else None,
            "serviceLocation": {"@type": "Place", "address": place} if place else None,
            "availableLanguage": list(channel.languages),
            "processingTime": _longest(stage.time_targets),
        }
    )


def _longest(targets: tuple[TimeTarget, ...]) -> str | None:
    """Return the longest of the times as an ISO 8601 duration: what holds for everyone."""
    known = [(days[1], iso) for t in targets if (days := t.limit.days()) and (iso := t.limit.iso)]
    return max(known)[1] if known else None


def _first(channel: Channel, kind: ContactKind) -> str:
    return next((c.value or said(c.text) for c in channel.contacts if c.kind is kind), "")


def filled(node: Node) -> Node:
    return {name: value for name, value in node.items() if value not in (None, "", [])}


def said(text: Text) -> str:
    return in_language(text, spoken_language())
