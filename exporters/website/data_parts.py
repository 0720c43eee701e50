"""The small parts of the published data: links, contacts, times, fees, roles."""

from exporters.website import schema
from exporters.website.links import email_address, phone_address, safe_address
from model.codes import ContactKind
from model.parts import (
    Contact,
    Fee,
    FormUse,
    Isbar,
    Link,
    RelatedArtifact,
    Responsibility,
    TimeTarget,
)
from model.text import AgeRange, Span, Text


def addresses(url: Text) -> dict[str, str]:
    """Return the addresses of a link by language, without those that may not be links."""
    return {code: safe for code, words in url.items() if (safe := safe_address(words))}


def typed(url: Text) -> Text:
    """Return what was written as addresses where that is not what `addresses` gives."""
    return {code: words for code, words in url.items() if safe_address(words) != words}


def contact_link(contact: Contact) -> str | None:
    """Return the link by which a contact is reached, None when it is only words."""
    match contact.kind:
        case ContactKind.PHONE:
            return phone_address(contact.value)
        case ContactKind.EMAIL:
            return email_address(contact.value)
        case ContactKind.WEB:
            return safe_address(contact.value)
        case _:
            return None


def ages(limits: AgeRange | None) -> schema.Ages | None:
    return schema.Ages(youngest=limits.youngest, oldest=limits.oldest) if limits else None


def charge(fee: Fee | None) -> schema.Charge | None:
    return schema.Charge(kind=fee.kind, note=fee.note) if fee else None


def basis(artifact: RelatedArtifact) -> schema.Basis:
    return schema.Basis(
        kind=artifact.kind,
        title=artifact.title,
        url=addresses(artifact.url),
        typed=typed(artifact.url),
        checked=artifact.checked,
    )


def contact(reached: Contact) -> schema.ContactPoint:
    return schema.ContactPoint(
        kind=reached.kind, value=reached.value, text=reached.text, link=contact_link(reached)
    )


def form(use: FormUse) -> schema.Form:
    return schema.Form(
        title=use.title, url=addresses(use.url), typed=typed(use.url), points=use.points
    )


def isbar(told: Isbar | None) -> schema.IsbarInformation | None:
    if told is None:
        return None
    return schema.IsbarInformation(
        identify=told.identify,
        situation=told.situation,
        background=told.background,
        assessment=told.assessment,
        recommendation=told.recommendation,
        not_needed=told.not_needed,
    )


def link(named: Link | None) -> schema.NamedLink | None:
    if named is None:
        return None
    return schema.NamedLink(title=named.title, url=addresses(named.url), typed=typed(named.url))


def links(named: tuple[Link, ...]) -> tuple[schema.NamedLink, ...]:
    return tuple(found for each in named if (found := link(each)))


def role(responsible: Responsibility | None) -> schema.Role | None:
    if responsible is None:
        return None
    return schema.Role(
        role=responsible.role,
        organisation=responsible.organisation,
        sector=responsible.sector,
    )


def time(target: TimeTarget) -> schema.Time:
    limit = target.limit
    return schema.Time(
        typed=limit.typed,
        value=limit.most,
        least=_least(limit),
        unit=limit.unit,
        duration=limit.iso,
        starts=target.starts,
        ends=target.ends,
        basis=target.basis,
        legal_ref=target.law,
        ages=ages(target.ages),
        source=target.source,
    )


def time_if_any(target: TimeTarget | None) -> schema.Time | None:
    return time(target) if target else None


def span(length: Span | None) -> schema.Time | None:
    return time(TimeTarget(limit=length)) if length else None


def _least(limit: Span) -> int | None:
    return limit.least if limit.least != limit.most else None
