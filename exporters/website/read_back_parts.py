"""The small parts of published data read back: links, contacts, times, fees, roles."""

from exporters.website import schema
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


def _written(url: dict[str, str], typed: Text) -> Text:
    return dict(sorted({**url, **typed}.items()))


def ages(limits: schema.Ages | None) -> AgeRange | None:
    return AgeRange(youngest=limits.youngest, oldest=limits.oldest) if limits else None


def fee(charge: schema.Charge | None) -> Fee | None:
    return Fee(kind=charge.kind, note=charge.note) if charge else None


def artifact(basis: schema.Basis) -> RelatedArtifact:
    return RelatedArtifact(
        kind=basis.kind,
        title=basis.title,
        url=_written(basis.url, basis.typed),
        checked=basis.checked,
    )


def contact(point: schema.ContactPoint) -> Contact:
    return Contact(kind=point.kind, value=point.value, text=point.text)


def form(form: schema.Form) -> FormUse:
    return FormUse(title=form.title, url=_written(form.url, form.typed), points=form.points)


def isbar(told: schema.IsbarInformation | None) -> Isbar | None:
    if told is None:
        return None
    return Isbar(
        identify=told.identify,
        situation=told.situation,
        background=told.background,
        assessment=told.assessment,
        recommendation=told.recommendation,
        not_needed=told.not_needed,
    )


def link(named: schema.NamedLink | None) -> Link | None:
    return Link(title=named.title, url=_written(named.url, named.typed)) if named else None


def links(named: tuple[schema.NamedLink, ...]) -> tuple[Link, ...]:
    return tuple(found for each in named if (found := link(each)))


def responsibility(role: schema.Role) -> Responsibility:
    return Responsibility(role=role.role, organisation=role.organisation, sector=role.sector)


def span(time: schema.Time) -> Span:
    least = time.value if time.least is None else time.least
    return Span(typed=time.typed, least=least, most=time.value, unit=time.unit)


def target(time: schema.Time) -> TimeTarget:
    return TimeTarget(
        limit=span(time),
        starts=time.starts,
        ends=time.ends,
        basis=time.basis,
        law=time.legal_ref,
        ages=ages(time.ages),
        source=time.source,
    )


def target_if_any(time: schema.Time | None) -> TimeTarget | None:
    return target(time) if time else None
