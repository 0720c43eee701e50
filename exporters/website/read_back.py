"""From the published data of a pathway back to a pathway: its public part as it was published.

The folder that was published is the record of what was published; comparing with it needs no
other store. Everything here comes from outside: it is decoded by its schema, and what does not
fit is refused in one sentence.
"""

from collections.abc import Iterator

import msgspec

from exporters.website import read_back_parts as part
from exporters.website import schema
from model.codes import Confirmation
from model.ids import Id
from model.messages import _
from model.parts import Approval, GlossaryTerm, OmasoteUse, StageParticipant
from model.pathway import Pathway
from model.records import (
    Actor,
    AnyRecord,
    Channel,
    Goal,
    Handover,
    Metric,
    ParticipantGroup,
    PathwayInfo,
    Phase,
    Stage,
    TimePromise,
)

LARGEST = 64 * 2**20
"""Bytes of a data file that is read; the largest sample's has one in sixty of that."""


class UnreadableDataError(Exception):
    """Bytes that are not a pathway's published data; one sentence for the user."""


def decoded(content: bytes, name: str) -> schema.PathwayData:
    """Return the published data in a file's bytes; `name` is for the error's words.

    Raises UnreadableDataError.
    """
    if len(content) > LARGEST:
        raise UnreadableDataError(
            _("“{file}” is too large to be the published data of a pathway.").format(file=name)
        )
    try:
        return msgspec.json.decode(content, type=schema.PathwayData)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise UnreadableDataError(
            _("“{file}” is not the published data of a pathway (pathway-site/1).").format(file=name)
        ) from error


def pathway_of(data: schema.PathwayData) -> Pathway:
    """Return the public part that the data were made from.

    Its `slug` and `languages` are those it was published with. Raises UnreadableDataError for
    data that no pathway gives, such as a stage in two sections.
    """
    stages = {stage.id for stage in data.stages}
    if not all({edge.source, edge.target} <= stages for edge in data.edges):
        raise UnreadableDataError(
            _("The published data of “{pathway}” lead to a stage that they do not have.").format(
                pathway=data.id
            )
        )
    records = tuple(_records(data))
    if len({record.id for record in records}) < len(records):
        raise UnreadableDataError(
            _("The published data of “{pathway}” use one id twice.").format(pathway=data.id)
        )
    try:
        # Once more through the file format's own validation: types are not checked when records
        # are made, and a sort key is any text in the data.
        return Pathway(msgspec.convert(msgspec.to_builtins(records), type=tuple[AnyRecord, ...]))
    except msgspec.ValidationError as error:
        raise UnreadableDataError(
            _("The published data of “{pathway}” cannot be read back ({reason}).").format(
                pathway=data.id, reason=error
            )
        ) from error


def _records(data: schema.PathwayData) -> Iterator[AnyRecord]:
    yield _info(data)
    phases = {id: section.id for section in data.sections for id in section.stage_ids}
    for section in data.sections:
        if section.id is not None:
            yield Phase(
                id=section.id,
                order=section.sort_key,
                title=section.title,
                kind=section.key,
                description=section.description,
            )
    yield from (_stage(stage, phases.get(stage.id)) for stage in data.stages)
    told = {handover.id: handover for handover in data.handovers}
    yield from (_handover(edge, told.get(edge.id)) for edge in data.edges)
    yield from map(_actor, data.actors)
    yield from map(_channel, data.channels)
    yield from _aims(data.chain_info)


def _info(data: schema.PathwayData) -> PathwayInfo:
    chain = data.chain_info
    return PathwayInfo(
        id=data.id,
        title=data.title,
        summary=data.summary,
        description=data.description,
        slug=data.slug,
        themes=data.themes,
        target_group=data.target_group,
        not_for=data.not_for,
        ages=part.ages(data.age_range),
        area=data.area,
        county=data.county,
        municipalities=data.municipalities,
        languages=data.languages,
        how_to_get_help=data.how_to_get_help,
        emergency=data.emergency,
        rights=part.links(data.rights),
        feedback=part.link(data.feedback),
        accessibility_statement=part.link(data.accessibility_statement),
        owner=part.responsibility(chain.owner) if chain.owner else None,
        sector_responsibles=tuple(map(part.responsibility, chain.responsibles)),
        status=data.status,
        approvals=tuple(
            Approval(
                role=approval.role,
                organisation=approval.organisation,
                on=approval.on,
                version=approval.version,
            )
            for approval in chain.approved
        ),
        version=chain.version,
        last_reviewed=chain.last_reviewed,
        next_review=chain.next_review,
        valid_from=chain.valid_from,
        valid_to=chain.valid_to,
        related_artifacts=tuple(map(part.artifact, data.legal_basis)),
        glossary=tuple(
            GlossaryTerm(term=term.term, explanation=term.explanation, synonyms=term.synonyms)
            for term in data.glossary
        ),
    )


def _stage(stage: schema.PublicStage, phase: Id | None) -> Stage:
    professional = stage.professional or schema.ProfessionalStage()
    return Stage(
        id=stage.id,
        order=stage.sort_key,
        actor=stage.responsible,
        phase=phase,
        column=stage.column,
        kind=stage.type,
        start=stage.start,
        public=True,
        title=stage.title,
        what_happens=stage.what_happens,
        what_you_can_do=stage.what_you_can_do,
        more_info=stage.more_info,
        links=part.links(stage.links),
        professional_title=professional.title,
        professional_text=professional.text,
        participants=tuple(
            StageParticipant(actor=each.actor, participation=each.participation, task=each.task)
            for each in stage.actors
        ),
        channels=stage.channels,
        time_targets=tuple(map(part.target, stage.time_targets)),
        duration=part.span(stage.duration) if stage.duration else None,
        next_contact=stage.next_contact,
        fee=part.fee(stage.fee),
        provider=stage.provider,
        entry_criteria=professional.entry_criteria,
        exit_criteria=professional.exit_criteria,
        outcomes=professional.outcomes,
        ends_when=stage.ends_when,
        end_decided_by=stage.end_decided_by,
        way_back=stage.way_back,
        forms=tuple(map(part.form, professional.forms)),
        omasote=tuple(OmasoteUse(function=function) for function in professional.omasote),
        related_artifacts=tuple(map(part.artifact, professional.legal_basis)),
        confirmation=Confirmation.CONFIRMED,
    )


def _handover(edge: schema.Edge, told: schema.PublicHandover | None) -> Handover:
    told = told or schema.PublicHandover(id=edge.id, source=edge.source, target=edge.target)
    customer = told.public or schema.HandoverForCustomer()
    professional = told.professional or schema.HandoverForProfessionals()
    return Handover(
        id=edge.id,
        source=edge.source,
        target=edge.target,
        flow=edge.flow,
        condition=edge.condition,
        outcome=edge.outcome,
        kind=told.type,
        sender=told.sender,
        receiver=told.receiver,
        trigger=professional.trigger,
        criteria=professional.criteria,
        information=professional.information,
        information_needed=professional.information_needed,
        isbar=part.isbar(professional.isbar),
        media=professional.media,
        consent=professional.consent,
        responsible_before=professional.responsible_before,
        responsible_during=professional.responsible_during,
        responsible_after=professional.responsible_after,
        responsibility_moves=professional.responsibility_moves,
        waiting_contact=customer.while_waiting,
        send_within=part.target_if_any(professional.send_within),
        accept_within=part.target_if_any(professional.accept_within),
        answer_within=part.target_if_any(professional.answer_within),
        see_within=part.target_if_any(customer.seen_within),
        acknowledgement=professional.acknowledgement,
        if_not_accepted=professional.if_not_accepted,
        if_not_accepted_text=professional.if_not_accepted_text,
        feedback_from=professional.feedback_from,
        feedback_to=professional.feedback_to,
        feedback_within=part.target_if_any(professional.feedback_within),
        customer_told=customer.what_happens,
        customer_told_by=customer.told_by,
        direct_access=customer.direct_access,
        model_referral=part.link(professional.model_referral),
    )


def _actor(actor: schema.PublicActor) -> Actor:
    return Actor(
        id=actor.id,
        order=actor.sort_key,
        name=actor.name,
        sector=actor.sector,
        organisation=actor.organisation,
        unit=actor.unit,
        role=actor.role,
        contacts=tuple(map(part.contact, actor.contacts)),
        languages=actor.languages,
    )


def _channel(channel: schema.PublicChannel) -> Channel:
    return Channel(
        id=channel.id,
        order=channel.sort_key,
        kind=channel.type,
        digital=channel.digital,
        name=channel.name,
        description=channel.description,
        contacts=tuple(map(part.contact, channel.contacts)),
        hours=channel.hours,
        out_of_hours=channel.out_of_hours,
        fee=part.fee(channel.fee),
        languages=channel.languages,
        municipalities=channel.areas,
        authentication=channel.requires_authentication,
        support=channel.support,
        accessibility=channel.accessibility,
        alternative_to=channel.alternative_to,
    )


def _aims(chain: schema.ChainInfo) -> Iterator[AnyRecord]:
    for goal in chain.goals:
        yield Goal(id=goal.id, order=goal.sort_key, title=goal.title, need=goal.need)
    for metric in chain.metrics:
        yield Metric(
            id=metric.id,
            order=metric.sort_key,
            kind=metric.kind,
            title=metric.title,
            definition=metric.definition,
            unit=metric.unit,
            target=metric.target,
        )
    for promise in chain.promises:
        yield TimePromise(
            id=promise.id,
            order=promise.sort_key,
            title=promise.title,
            target=part.target(promise.within),
            from_stage=promise.source,
            to_stage=promise.target,
        )
    for group in chain.group:
        yield ParticipantGroup(
            id=group.id,
            order=group.sort_key,
            kind=group.kind,
            title=group.title,
            profession=group.profession,
            organisation=group.organisation,
            sector=group.sector,
        )
