"""The data files of a published pathway: from its public part to pathway-site/1."""

from collections.abc import Mapping
from hashlib import sha256

import msgspec
from msgspec.structs import replace

from exporters.website import data_parts as part
from exporters.website import schema
from exporters.website.customers_order import in_customers_order
from exporters.website.reading import Part, parts, self_care, updated
from model.codes import ContactKind
from model.parts import Contact
from model.pathway import Pathway
from model.records import (
    Actor,
    Channel,
    Goal,
    Handover,
    Metric,
    ParticipantGroup,
    PathwayInfo,
    Stage,
    TimePromise,
)

_encoder = msgspec.json.Encoder(order="deterministic")


def encoded(data: schema.Data) -> bytes:
    """Return the bytes of a data file; equal data give equal bytes."""
    return msgspec.json.format(_encoder.encode(data), indent=1) + b"\n"


def listed(
    pathway: Pathway, *, slugs: Mapping[str, str], pages: Mapping[str, str], file: tuple[str, bytes]
) -> schema.Listed:
    """Return a public pathway as the site's list shows it.

    `slugs` and `pages` are by language; `pages` and the name of the data `file` are relative to
    the site's root.
    """
    info = pathway.info
    fees = [stage.fee for stage in pathway.stages if stage.fee]
    name, content = file
    return schema.Listed(
        id=info.id,
        slug=slugs,
        title=info.title,
        url=dict(pages),
        data=name,
        revision=revision(content),
        summary=info.summary,
        themes=info.themes,
        municipalities=info.municipalities,
        target_groups=(info.target_group,) if info.target_group else (),
        age_range=part.ages(info.ages),
        sectors=tuple(sorted({actor.sector for actor in pathway.actors if actor.sector})),
        fees=tuple(sorted({fee.kind for fee in fees})),
        providers=tuple(sorted({s.provider for s in pathway.stages if s.provider})),
        updated=updated(info),
        next_review=info.next_review,
    )


def revision(content: bytes) -> str:
    """Return a short name of a file's content: other content has another."""
    return sha256(content).hexdigest()[:16]


def pathway_data(
    pathway: Pathway,
    *,
    slugs: Mapping[str, str],
    languages: tuple[str, ...],
    diagram_svg: Mapping[str, str],
    diagram_text: Mapping[str, tuple[str, ...]],
) -> schema.PathwayData:
    """Return the published data of a public pathway."""
    info = pathway.info
    return schema.PathwayData(
        schema="pathway-site/1",
        id=info.id,
        slug=slugs,
        title=info.title,
        languages=languages,
        status=info.status,
        stages=tuple(
            _stage(stage, order) for order, stage in enumerate(in_customers_order(pathway), start=1)
        ),
        sections=tuple(_section(each) for each in parts(pathway)),
        edges=tuple(map(_edge, pathway.handovers)),
        summary=info.summary,
        description=info.description,
        themes=info.themes,
        target_group=info.target_group,
        not_for=info.not_for,
        age_range=part.ages(info.ages),
        area=info.area,
        county=info.county,
        municipalities=info.municipalities,
        how_to_get_help=info.how_to_get_help,
        emergency=info.emergency,
        handovers=tuple(told for arrow in pathway.handovers if (told := _handover(arrow))),
        actors=tuple(map(_actor, pathway.actors)),
        channels=tuple(map(_channel, pathway.channels)),
        self_care=tuple(stage.id for stage in self_care(pathway)),
        legal_basis=tuple(map(part.basis, info.related_artifacts)),
        glossary=tuple(
            schema.Term(term=g.term, explanation=g.explanation, synonyms=g.synonyms)
            for g in info.glossary
        ),
        chain_info=_chain_info(pathway, info),
        rights=part.links(info.rights),
        feedback=part.link(info.feedback),
        accessibility_statement=part.link(info.accessibility_statement),
        diagram_svg=dict(diagram_svg),
        diagram_text=dict(diagram_text),
    )


def _section(group: Part) -> schema.Section:
    ids = tuple(stage.id for stage in group.stages)
    phase = group.phase
    if phase is None:
        return schema.Section(stage_ids=ids)
    return schema.Section(
        id=phase.id,
        sort_key=phase.order,
        key=phase.kind,
        title=phase.title,
        description=phase.description,
        stage_ids=ids,
    )


def _stage(stage: Stage, order: int) -> schema.PublicStage:
    professional = _professional(stage)
    return schema.PublicStage(
        id=stage.id,
        order=order,
        sort_key=stage.order,
        column=stage.column,
        type=stage.kind,
        start=stage.start,
        title=stage.title,
        what_happens=stage.what_happens,
        what_you_can_do=stage.what_you_can_do,
        more_info=stage.more_info,
        links=part.links(stage.links),
        responsible=stage.actor,
        actors=tuple(
            schema.Participant(actor=p.actor, participation=p.participation, task=p.task)
            for p in stage.participants
        ),
        channels=stage.channels,
        time_targets=tuple(map(part.time, stage.time_targets)),
        duration=part.span(stage.duration),
        next_contact=stage.next_contact,
        fee=part.charge(stage.fee),
        provider=stage.provider,
        ends_when=stage.ends_when,
        end_decided_by=stage.end_decided_by,
        way_back=stage.way_back,
        professional=professional if professional != schema.ProfessionalStage() else None,
    )


def _professional(stage: Stage) -> schema.ProfessionalStage:
    return schema.ProfessionalStage(
        title=stage.professional_title,
        text=stage.professional_text,
        entry_criteria=stage.entry_criteria,
        exit_criteria=stage.exit_criteria,
        outcomes=stage.outcomes,
        forms=tuple(map(part.form, stage.forms)),
        omasote=tuple(use.function for use in stage.omasote),
        legal_basis=tuple(map(part.basis, stage.related_artifacts)),
    )


def _edge(arrow: Handover) -> schema.Edge:
    return schema.Edge(
        id=arrow.id,
        source=arrow.source,
        target=arrow.target,
        flow=arrow.flow,
        condition=arrow.condition,
        outcome=arrow.outcome,
        handover_id=arrow.id if _handover(arrow) else None,
    )


def _handover(arrow: Handover) -> schema.PublicHandover | None:
    """Return what passes along a way onward, None when it is only a way."""
    customer = schema.HandoverForCustomer(
        what_happens=arrow.customer_told,
        told_by=arrow.customer_told_by,
        while_waiting=arrow.waiting_contact,
        seen_within=part.time_if_any(arrow.see_within),
        direct_access=arrow.direct_access,
    )
    professional = _handover_details(arrow)
    bare = schema.PublicHandover(id=arrow.id, source=arrow.source, target=arrow.target)
    told = replace(
        bare,
        type=arrow.kind,
        sender=arrow.sender,
        receiver=arrow.receiver,
        public=customer if customer != schema.HandoverForCustomer() else None,
        professional=professional if professional != schema.HandoverForProfessionals() else None,
    )
    return told if told != bare else None


def _handover_details(arrow: Handover) -> schema.HandoverForProfessionals:
    return schema.HandoverForProfessionals(
        trigger=arrow.trigger,
        criteria=arrow.criteria,
        information=arrow.information,
        information_needed=arrow.information_needed,
        isbar=part.isbar(arrow.isbar),
        media=arrow.media,
        consent=arrow.consent,
        responsible_before=arrow.responsible_before,
        responsible_during=arrow.responsible_during,
        responsible_after=arrow.responsible_after,
        responsibility_moves=arrow.responsibility_moves,
        send_within=part.time_if_any(arrow.send_within),
        accept_within=part.time_if_any(arrow.accept_within),
        answer_within=part.time_if_any(arrow.answer_within),
        acknowledgement=arrow.acknowledgement,
        if_not_accepted=arrow.if_not_accepted,
        if_not_accepted_text=arrow.if_not_accepted_text,
        feedback_from=arrow.feedback_from,
        feedback_to=arrow.feedback_to,
        feedback_within=part.time_if_any(arrow.feedback_within),
        model_referral=part.link(arrow.model_referral),
    )


def _actor(actor: Actor) -> schema.PublicActor:
    return schema.PublicActor(
        id=actor.id,
        sort_key=actor.order,
        name=actor.name,
        sector=actor.sector,
        organisation=actor.organisation,
        unit=actor.unit,
        role=actor.role,
        contacts=tuple(map(part.contact, actor.contacts)),
        languages=actor.languages,
    )


def _channel(channel: Channel) -> schema.PublicChannel:
    web = _first(channel, ContactKind.WEB)
    phone = _first(channel, ContactKind.PHONE)
    address = _first(channel, ContactKind.VISITING_ADDRESS)
    return schema.PublicChannel(
        id=channel.id,
        sort_key=channel.order,
        type=channel.kind,
        digital=channel.digital,
        name=channel.name,
        description=channel.description,
        url=part.contact_link(web) if web else None,
        phone=phone.value if phone else "",
        address=address.text if address else {},
        contacts=tuple(map(part.contact, channel.contacts)),
        hours=channel.hours,
        out_of_hours=channel.out_of_hours,
        fee=part.charge(channel.fee),
        languages=channel.languages,
        areas=channel.municipalities,
        requires_authentication=channel.authentication,
        support=channel.support,
        accessibility=channel.accessibility,
        alternative_to=channel.alternative_to,
    )


def _first(channel: Channel, kind: ContactKind) -> Contact | None:
    return next((contact for contact in channel.contacts if contact.kind is kind), None)


def _chain_info(pathway: Pathway, info: PathwayInfo) -> schema.ChainInfo:
    return schema.ChainInfo(
        owner=part.role(info.owner),
        responsibles=tuple(role for each in info.sector_responsibles if (role := part.role(each))),
        goals=tuple(
            schema.PublicGoal(id=goal.id, sort_key=goal.order, title=goal.title, need=goal.need)
            for goal in pathway.of(Goal)
        ),
        metrics=tuple(
            schema.PublicMetric(
                id=metric.id,
                sort_key=metric.order,
                kind=metric.kind,
                title=metric.title,
                definition=metric.definition,
                unit=metric.unit,
                target=metric.target,
            )
            for metric in pathway.of(Metric)
        ),
        promises=tuple(
            schema.Promise(
                id=promise.id,
                sort_key=promise.order,
                title=promise.title,
                within=part.time(promise.target),
                source=promise.from_stage,
                target=promise.to_stage,
            )
            for promise in pathway.of(TimePromise)
        ),
        group=tuple(
            schema.Group(
                id=group.id,
                sort_key=group.order,
                kind=group.kind,
                title=group.title,
                profession=group.profession,
                organisation=group.organisation,
                sector=group.sector,
            )
            for group in pathway.of(ParticipantGroup)
        ),
        approved=tuple(
            schema.Approved(
                role=approval.role,
                organisation=approval.organisation,
                on=approval.on,
                version=approval.version,
            )
            for approval in info.approvals
        ),
        last_reviewed=info.last_reviewed,
        next_review=info.next_review,
        valid_from=info.valid_from,
        valid_to=info.valid_to,
        version=info.version,
    )
