"""Stages as services of PTV.

Where to get more information stays behind: it is mostly contacts, and PTV wants those in channels
and nowhere else.
"""

from exporters.ptv import source as ptv_source
from exporters.ptv.classes import Classes
from exporters.ptv.outcome import Entry, InPtv, LeftOut, Outcome
from exporters.ptv.schema import Body
from exporters.ptv.source import Source
from exporters.ptv.texts import (
    Extra,
    Versions,
    Wanted,
    descriptions,
    extras,
    localized,
    versions,
)
from exporters.website.words import capital, within
from model.codes import FeeKind, ProviderKind, Sector, StageKind
from model.codes.names import name_of_code
from model.codes.ptv import limits
from model.messages import LANGUAGES, _, speaking
from model.parts import Fee, TimeTarget
from model.records import Actor, Stage
from model.text import in_language

NOT_SERVICES = frozenset(
    {
        StageKind.SELF_CARE,
        StageKind.DECISION,
        StageKind.TRANSITION,
        StageKind.END,
        StageKind.WAIT,
    }
)
"""Kinds of stages in which nothing is provided that one could look up as a service."""
_NO_PROVIDERS = frozenset({Sector.CUSTOMER, Sector.CLOSE_ONE})
_PRIVATE = frozenset(
    {Sector.NGO, Sector.PRIVATE, Sector.PHARMACY, Sector.OCCUPATIONAL_HEALTH, Sector.PARISH}
)
_BOUGHT = frozenset({ProviderKind.BOUGHT, ProviderKind.VOUCHER})
_CHARGES = {FeeKind.FREE: "FreeOfCharge", FeeKind.CLIENT_FEE: "Chargeable"}


def service_of(stage: Stage, source: Source, classes: Classes) -> Outcome:
    """Make a service of a stage, or say why there is none."""
    if guid := source.guid(stage.id):
        return InPtv(stage.id, guid)
    if source.is_malformed(stage.id):
        return LeftOut(stage.id, (_("what stands as its id in PTV cannot be one: correct it"),))
    actor = source.pathway.find(Actor, stage.actor)
    if no_service := _no_service(stage, actor):
        return LeftOut(stage.id, (no_service,))
    assert actor is not None  # noqa: S101 - else there is no service
    wanted = Wanted(stage.title, {}, stage.what_happens, _("What happens"))
    made = versions(wanted, source.languages)
    reasons = list(made.notes) if not made.made else []
    organisation = source.guid(actor.id)
    if not organisation:
        reasons.append(_organisation_missing(actor))
    areas = ptv_source.areas(source.pathway.info.municipalities)
    if not areas:
        reasons.append(_("the pathway names no municipalities, and PTV asks where it is offered"))
    if reasons:
        return LeftOut(stage.id, tuple(reasons))
    more, notes = _more_texts(stage, made)
    body: Body = {
        "sourceId": source.source_id(stage.id),
        "type": "Service",
        "fundingType": _funding(stage, actor),
        "serviceNames": localized(made.made, "name", type="Name"),
        **_charge(stage.fee),
        "areaType": "LimitedType",
        "areas": areas,
        "serviceDescriptions": [*descriptions(made.made), *more],
        "languages": list(actor.languages or made.languages),
        **classes.body,
        **_keywords(source, made),
        **_producers(stage, actor, organisation, made),
        "publishingStatus": "Draft",
        "mainResponsibleOrganization": organisation,
    }
    return Entry(
        stage.id,
        "Service",
        body["sourceId"],
        body,
        (*made.notes, *notes),
    )


def _no_service(stage: Stage, actor: Actor | None) -> str:
    """Return why PTV has no place for a stage, '' when it is a service."""
    if actor is None:
        return _("it has no actor that answers for it")
    if actor.sector in _NO_PROVIDERS:
        return _("what the customer or someone close does is no service")
    if stage.kind in NOT_SERVICES:
        return _("a stage of the kind “{kind}” is no service in PTV").format(
            kind=name_of_code(stage.kind)
        )
    return ""


def _organisation_missing(actor: Actor) -> str:
    name = in_language(actor.name, "") or in_language(actor.organisation, "") or actor.id
    return _("the actor “{actor}” has no id of its organisation in PTV").format(actor=name)


def _more_texts(stage: Stage, made: Versions) -> tuple[list[Body], tuple[str, ...]]:
    times = {
        language: told
        for language in made.languages
        if language in LANGUAGES and (told := _times(stage.time_targets, language))
    }
    fee = stage.fee.note if stage.fee else {}
    wanted = (
        Extra(
            "UserInstruction",
            stage.what_you_can_do,
            limits.USER_INSTRUCTION,
            _("What you can do yourself"),
        ),
        Extra("ProcessingTime", times, limits.PROCESSING_TIME, _("Time targets")),
        Extra("ChargeTypeAdditionalInfo", fee, limits.CHARGE_INFO, _("About the fee")),
    )
    return extras(wanted, made.languages)


def _times(targets: tuple[TimeTarget, ...], language: str) -> str:
    """Return the time targets in words, a line each."""
    with speaking(language):
        lines = []
        for target in targets:
            ends = " – ".join(
                words for text in (target.starts, target.ends) if (words := text.get(language))
            )
            limit = capital(within(target))
            lines.append(f"{limit}: {ends}." if ends else f"{limit}.")
    return "\n".join(lines)


def _funding(stage: Stage, actor: Actor) -> str:
    """Return who pays, as far as the pathway tells: what a county buys it funds."""
    private = actor.sector in _PRIVATE and stage.provider not in _BOUGHT
    return "MarketFunded" if private else "PubliclyFunded"


def _charge(fee: Fee | None) -> Body:
    charge = _CHARGES.get(fee.kind) if fee else None
    voucher = fee is not None and fee.kind is FeeKind.VOUCHER
    return {
        **({"serviceChargeType": charge} if charge else {}),
        **({"serviceVouchersInUse": True} if voucher else {}),
    }


def _keywords(source: Source, made: Versions) -> Body:
    """Return the pathway's themes; those too long are told once, in `theme_notes`."""
    items = [
        {"language": language, "value": theme[language]}
        for language in made.languages
        for theme in source.pathway.info.themes
        if language in theme and limits.counted(theme[language]) <= limits.KEYWORD
    ]
    return {"keywords": items} if items else {}


def _producers(stage: Stage, actor: Actor, organisation: str, made: Versions) -> Body:
    """Return who produces the service; of what is bought PTV is told by whose name it goes."""
    if stage.provider in (None, ProviderKind.OWN):
        producer: Body = {"provisionType": "SelfProducedServices", "organizations": [organisation]}
        return {"serviceProducers": [producer]}
    bought = stage.provider is ProviderKind.BOUGHT
    names = [
        {"language": language, "value": name}
        for language in made.languages
        if (name := (actor.name.get(language) or actor.organisation.get(language) or "").strip())
        and limits.counted(name) <= limits.PRODUCER_INFO
    ]
    return {
        "serviceProducers": [
            {
                "provisionType": "ProcuredServices" if bought else "Other",
                **({"additionalInformation": names} if names else {}),
            }
        ],
        **({"serviceVouchersInUse": True} if stage.provider is ProviderKind.VOUCHER else {}),
    }
