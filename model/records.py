"""The record kinds: what a pathway is made of.

Every record is a frozen value with a permanent id; links are ids; order is a value in the
record. The definitions are at once the validation, the file format and its JSON Schema. Fields
and their grounds: the content model of care pathways (VSSHP, Kainuu's generic model, FHIR
PlanDefinition, ISO 13940, PTV); the rule that asks for a field names it in its explanation.

Fields marked *private* never leave in a public export.
"""

from datetime import date, datetime
from typing import Annotated

from msgspec import Meta

from model.codes import (
    AgreementKind,
    ChannelKind,
    Confirmation,
    ConsentBasis,
    Flow,
    GroupKind,
    HandoverKind,
    HeardBy,
    MeasurePoint,
    Medium,
    MetricKind,
    NoteKind,
    OutcomeKind,
    PathwayStatus,
    PathwayView,
    PhaseKind,
    ProviderKind,
    Sector,
    SelectionReason,
    StageKind,
    WorkshopKind,
)
from model.ids import Id
from model.order import Order
from model.parts import (
    AgendaItem,
    Approval,
    Contact,
    Count,
    DigitalEvaluation,
    Fee,
    FormUse,
    GlossaryTerm,
    Isbar,
    Link,
    Observation,
    OmasoteUse,
    Part,
    PathwayLink,
    PtvDescription,
    RelatedArtifact,
    Responsibility,
    RolloutAction,
    SectorNotNeeded,
    StageConfirmation,
    StageParticipant,
    StoryStep,
    TimeTarget,
    VulnerableGroupDecision,
)
from model.text import AgeRange, LanguageCode, Span, Text

LAST_COLUMN = 999
Column = Annotated[int, Meta(ge=0, le=LAST_COLUMN)]
LAST_CARD = 999
CardNumber = Annotated[int, Meta(ge=0, le=LAST_CARD)]


class Record(Part, frozen=True, kw_only=True, tag_field="record"):
    id: Id


class PathwayInfo(Record, frozen=True, kw_only=True, tag="pathway"):
    """What is said of the pathway as a whole; a file holds exactly one.

    `summary` is the one sentence of PTV and search results (at most 150 characters).
    `languages` are those that the county must publish in (kielilaki 32 §). `municipalities` are
    codes of the official list; none means the whole area.
    """

    title: Text = {}
    summary: Text = {}
    description: Text = {}
    slug: Text = {}
    themes: tuple[Text, ...] = ()
    view: PathwayView = PathwayView.TARGET
    target_group: Text = {}
    not_for: Text = {}
    ages: AgeRange | None = None
    segments: tuple[Text, ...] = ()
    area: Text = {}
    county: Text = {}
    municipalities: tuple[str, ...] = ()
    languages: tuple[LanguageCode, ...] = ("fi",)
    how_to_get_help: Text = {}
    emergency: Text = {}
    rights: tuple[Link, ...] = ()
    feedback: Link | None = None
    accessibility_statement: Link | None = None
    owner: Responsibility | None = None
    deputy: Responsibility | None = None
    sector_responsibles: tuple[Responsibility, ...] = ()
    coordinator: Id | None = None
    sectors_not_needed: tuple[SectorNotNeeded, ...] = ()
    vulnerable_groups: tuple[VulnerableGroupDecision, ...] = ()
    first_contact_starts_service: bool | None = None
    status: PathwayStatus = PathwayStatus.DRAFT
    approvals: tuple[Approval, ...] = ()
    version: str = ""
    change_note: Text = {}
    last_reviewed: date | None = None
    next_review: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    related_artifacts: tuple[RelatedArtifact, ...] = ()
    derived_from: Link | None = None
    selection_reasons: tuple[SelectionReason, ...] = ()
    selection_note: Text = {}
    rollout: tuple[RolloutAction, ...] = ()
    documents: tuple[Link, ...] = ()
    glossary: tuple[GlossaryTerm, ...] = ()
    ptv: PtvDescription | None = None


class Phase(Record, frozen=True, kw_only=True, tag="phase"):
    """A column of the board: one part of the arc. `order` is a fractional index."""

    order: Order
    title: Text = {}
    kind: PhaseKind | None = None
    description: Text = {}


class Actor(Record, frozen=True, kw_only=True, tag="actor"):
    """A lane of the board: someone who answers for stages (ISO 13940 healthcare actor).

    `professional_contacts` are private. `agreement` is on what ground an NGO or a private
    actor takes part.
    """

    order: Order
    name: Text = {}
    sector: Sector | None = None
    organisation: Text = {}
    unit: Text = {}
    role: Text = {}
    contacts: tuple[Contact, ...] = ()
    professional_contacts: tuple[Contact, ...] = ()
    agreement: AgreementKind | None = None
    agreement_note: Text = {}
    languages: tuple[LanguageCode, ...] = ()
    active: bool = True
    ptv_organisation: str = ""


class Stage(Record, frozen=True, kw_only=True, tag="stage"):
    """A card of the board, in the cell of its responsible actor and its phase.

    `column` counts from 0 inside the phase; `order` tells stages of one cell and column apart.
    `start` marks where customers come in; `needs_referral` tells whether they need a referral
    for that. `public` stages go to the website. `duration` is how long the stage itself takes,
    without the wait for it. `topics` are key words of what is assessed, the same words where the
    same thing is. Stages of one `visit_group` are dealt with in one visit. `subpathway` is the
    pathway that the stage stands for or continues in. `card_number` is that of its paper card in
    the workshops, 0 without one; see `model.cards`.
    """

    order: Order
    actor: Id | None = None
    phase: Id | None = None
    column: Column = 0
    kind: StageKind | None = None
    start: bool = False
    needs_referral: bool | None = None
    public: bool = True
    title: Text = {}
    what_happens: Text = {}
    what_you_can_do: Text = {}
    more_info: Text = {}
    links: tuple[Link, ...] = ()
    professional_title: Text = {}
    professional_text: Text = {}
    participants: tuple[StageParticipant, ...] = ()
    channels: tuple[Id, ...] = ()
    time_targets: tuple[TimeTarget, ...] = ()
    duration: Span | None = None
    next_contact: Text = {}
    fee: Fee | None = None
    provider: ProviderKind | None = None
    entry_criteria: Text = {}
    exit_criteria: Text = {}
    outcomes: tuple[Text, ...] = ()
    ends_when: Text = {}
    end_decided_by: Text = {}
    way_back: Text = {}
    forms: tuple[FormUse, ...] = ()
    omasote: tuple[OmasoteUse, ...] = ()
    related_artifacts: tuple[RelatedArtifact, ...] = ()
    topics: tuple[str, ...] = ()
    uses_earlier_assessment: bool | None = None
    visit_group: str = ""
    recording: Text = {}
    failure_demand: Text = {}
    confirmation: Confirmation = Confirmation.ASSUMED
    confirmations: tuple[StageConfirmation, ...] = ()
    subpathway: PathwayLink | None = None
    card_number: CardNumber = 0
    ptv_service: str = ""


class Channel(Record, frozen=True, kw_only=True, tag="channel"):
    """A way to deal with a service; shared by the stages that link to it (PTV channel).

    `authentication` tells whether strong electronic identification is needed, `support` what
    help there is to use it or to act for another, `alternative_to` which channels it stands in
    for. `municipalities` are codes of the official list; none means the pathway's whole area.
    """

    order: Order
    kind: ChannelKind
    digital: bool
    name: Text = {}
    description: Text = {}
    contacts: tuple[Contact, ...] = ()
    hours: Text = {}
    out_of_hours: Text = {}
    fee: Fee | None = None
    languages: tuple[LanguageCode, ...] = ()
    municipalities: tuple[str, ...] = ()
    authentication: bool | None = None
    support: Text = {}
    accessibility: Text = {}
    alternative_to: tuple[Id, ...] = ()
    service_owner: Text = {}
    checked: date | None = None
    evaluation: DigitalEvaluation | None = None
    ptv_channel: str = ""


class Handover(Record, frozen=True, kw_only=True, tag="handover"):
    """An arrow from stage to stage, and what passes along it.

    Without a `kind` it is only a way onward. `sender` and `receiver` are named when they are
    not the responsible actors of the two stages. `responsible_*` say who answers for the
    customer before, during the wait and after; `responsibility_moves` when that changes.
    `if_not_accepted` is the stage where a customer goes on whose referral is declined,
    `feedback_to` the stage that receives the feedback.
    """

    source: Id
    target: Id
    flow: Flow = Flow.ALTERNATIVE
    condition: Text = {}
    outcome: OutcomeKind | None = None
    kind: HandoverKind | None = None
    sender: Id | None = None
    receiver: Id | None = None
    trigger: Text = {}
    criteria: Text = {}
    information: Text = {}
    information_needed: Text = {}
    isbar: Isbar | None = None
    media: tuple[Medium, ...] = ()
    consent: ConsentBasis | None = None
    consent_note: Text = {}
    responsible_before: Id | None = None
    responsible_during: Id | None = None
    responsible_after: Id | None = None
    responsibility_moves: Text = {}
    waiting_contact: Text = {}
    send_within: TimeTarget | None = None
    accept_within: TimeTarget | None = None
    answer_within: TimeTarget | None = None
    see_within: TimeTarget | None = None
    acknowledgement: Text = {}
    if_not_accepted: Id | None = None
    if_not_accepted_text: Text = {}
    feedback_from: Id | None = None
    feedback_to: Id | None = None
    feedback_within: TimeTarget | None = None
    no_feedback_reason: Text = {}
    customer_told: Text = {}
    customer_told_by: Text = {}
    direct_access: bool | None = None
    follow_up_question: Text = {}
    model_referral: Link | None = None
    failure_demand: Text = {}


class Goal(Record, frozen=True, kw_only=True, tag="goal"):
    """What the pathway is for, and the need that it answers."""

    order: Order
    title: Text = {}
    need: Text = {}


class Metric(Record, frozen=True, kw_only=True, tag="metric"):
    """How one sees whether the goals are met (process, outcome or experience)."""

    order: Order
    kind: MetricKind | None = None
    title: Text = {}
    definition: Text = {}
    unit: Text = {}
    source: Text = {}
    baseline: str = ""
    target: str = ""
    interval: Span | None = None
    responsible: Text = {}
    points: tuple[MeasurePoint, ...] = ()
    goals: tuple[Id, ...] = ()
    observations: tuple[Observation, ...] = ()


class TimePromise(Record, frozen=True, kw_only=True, tag="time_promise"):
    """What the pathway as a whole promises: from one stage to another within a time."""

    order: Order
    title: Text = {}
    target: TimeTarget
    from_stage: Id | None = None
    to_stage: Id | None = None


class ParticipantGroup(Record, frozen=True, kw_only=True, tag="participant_group"):
    """Who was heard: roles, not names. `persons` is private."""

    order: Order
    kind: GroupKind
    title: Text = {}
    profession: Text = {}
    organisation: Text = {}
    sector: Sector | None = None
    members: Count = 0
    heard_by: tuple[HeardBy, ...] = ()
    quotes_allowed: bool | None = None
    persons: str = ""


class Workshop(Record, frozen=True, kw_only=True, tag="workshop"):
    """A meeting of the workgroup: what it was for and what came of it."""

    order: Order
    kind: WorkshopKind | None = None
    title: Text = {}
    on: date | None = None
    place: Text = {}
    goal: Text = {}
    result: Text = {}
    agenda: tuple[AgendaItem, ...] = ()
    groups: tuple[Id, ...] = ()


class Note(Record, frozen=True, kw_only=True, tag="note"):
    """A sticky note: about a record, a cell (`actor`, `phase`) or the pathway. Private.

    `clash` is what a merge could not decide and this note asks, as text of `model.merge`.
    """

    order: Order
    kind: NoteKind
    text: Text = {}
    about: Id | None = None
    actor: Id | None = None
    phase: Id | None = None
    workshop: Id | None = None
    said_by: Id | None = None
    votes: Count = 0
    done: bool = False
    answer: Text = {}
    clash: str = ""


class Story(Record, frozen=True, kw_only=True, tag="story"):
    """A walk through the pathway as one customer, kept as a test."""

    order: Order
    title: Text = {}
    persona: Text = {}
    steps: tuple[StoryStep, ...] = ()


class Task(Record, frozen=True, kw_only=True, tag="task"):
    """Who does what until the next meeting. `rule` names the finding that it answers."""

    order: Order
    title: Text = {}
    responsible: Text = {}
    due: date | None = None
    done: bool = False
    about: Id | None = None
    workshop: Id | None = None
    rule: str = ""


class Waiver(Record, frozen=True, kw_only=True, tag="waiver"):
    """A finding accepted as it is: of which rule, about which record, why, by which role.

    From `review_on` on the finding is shown again.
    """

    rule: str
    about: Id | None = None
    reason: Text = {}
    role: Text = {}
    on: date | None = None
    review_on: date | None = None


class Milestone(Record, frozen=True, kw_only=True, tag="milestone"):
    """A named state ("after workshop 2"). Private.

    `content` is the pathway's file as it was then, without milestones, packed by
    `model.milestones`.
    """

    order: Order
    title: Text = {}
    at: Annotated[datetime, Meta(tz=True)]
    content: str = ""


RECORD_KINDS: tuple[type[Record], ...] = (
    PathwayInfo,
    Phase,
    Actor,
    Stage,
    Channel,
    Handover,
    Goal,
    Metric,
    TimePromise,
    ParticipantGroup,
    Workshop,
    Note,
    Story,
    Task,
    Waiver,
    Milestone,
)

AnyRecord = (
    PathwayInfo
    | Phase
    | Actor
    | Stage
    | Channel
    | Handover
    | Goal
    | Metric
    | TimePromise
    | ParticipantGroup
    | Workshop
    | Note
    | Story
    | Task
    | Waiver
    | Milestone
)
"""Any record, as the union that decoders tell apart by its `record` tag."""
