"""The published data of a pathway: pathway-site/1.

These definitions are the schema; `exporters.website.schema_document` writes it as JSON Schema with
what is said of every field.

`data/index.json` lists the pathways of a site, `data/<name>.json` holds one, `data/changes.json`
tells what publications changed. A text is a map from language to words; an empty field is left
out. Ids are permanent. Everything in the data is public; nothing in it is safe as HTML before it
is escaped.
"""

from datetime import date
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from model.codes import (
    ChannelKind,
    ConsentBasis,
    ContactKind,
    FeeKind,
    Flow,
    GroupKind,
    HandoverKind,
    IsbarPart,
    MeasurePoint,
    Medium,
    MetricKind,
    OmasoteFunction,
    OutcomeKind,
    Participation,
    PathwayStatus,
    PhaseKind,
    ProviderKind,
    RelatedArtifactKind,
    Sector,
    StageKind,
    TimeBasis,
)
from model.ids import Id
from model.text import LanguageCode, Text, TimeUnit

Address = Annotated[
    str,
    Meta(description="http, https, mailto or tel; nothing else", pattern="^(https?|mailto|tel):"),
]
Duration = Annotated[str, Meta(description="ISO 8601 duration", pattern=r"^P")]
Svg = Annotated[str, Meta(description="a whole SVG element; no scripts, no outside addresses")]
Revision = Annotated[
    str, Meta(description="changes whenever the file's bytes do", pattern="^[0-9a-f]{16}$")
]


class Data(
    Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    rename="camel",
):
    """A part of the published data."""


class Ages(Data, frozen=True, kw_only=True):
    """Ages in full years, both ends included."""

    youngest: int | None = None
    oldest: int | None = None


class NamedLink(Data, frozen=True, kw_only=True):
    """A link, by language. `typed` is what was written where that is not the `url` itself."""

    title: Text = {}
    url: dict[LanguageCode, Address] = {}
    typed: Text = {}


class ContactPoint(Data, frozen=True, kw_only=True):
    """A way to reach someone: the number or address itself, and words about it."""

    kind: ContactKind
    value: str = ""
    text: Text = {}
    link: Address | None = None


class Charge(Data, frozen=True, kw_only=True):
    """What it costs the customer."""

    kind: FeeKind
    note: Text = {}


class Basis(Data, frozen=True, kw_only=True):
    """A law, guideline or method that the content rests on."""

    kind: RelatedArtifactKind
    title: Text = {}
    url: dict[LanguageCode, Address] = {}
    typed: Text = {}
    checked: date | None = None


class Time(Data, frozen=True, kw_only=True):
    """How long something may take, from one event to another.

    `value` is the longest time in `unit`, `least` the shortest where a range is meant; without
    a unit only `typed` says it. `legalRef` is the id of a legal time limit.
    """

    typed: str
    value: int | None = None
    least: int | None = None
    unit: TimeUnit | None = None
    duration: Duration | None = None
    starts: Text = field(name="from", default_factory=dict)
    ends: Text = field(name="to", default_factory=dict)
    basis: TimeBasis | None = None
    legal_ref: str = ""
    ages: Ages | None = None
    source: Text = {}


class Role(Data, frozen=True, kw_only=True):
    """Who answers for something: a role in an organisation, never a person."""

    role: Text = {}
    organisation: Text = {}
    sector: Sector | None = None


class Section(Data, frozen=True, kw_only=True):
    """One part of the arc, with its stages in the customer's order."""

    id: Id | None = None
    sort_key: str = ""
    key: PhaseKind | None = None
    title: Text = {}
    description: Text = {}
    stage_ids: tuple[Id, ...] = ()


class Participant(Data, frozen=True, kw_only=True):
    """An actor that has a part in a stage that another answers for."""

    actor: Id
    participation: Participation
    task: Text = {}


class Form(Data, frozen=True, kw_only=True):
    """A form or measure, and when in the pathway it is used."""

    title: Text = {}
    url: dict[LanguageCode, Address] = {}
    typed: Text = {}
    points: tuple[MeasurePoint, ...] = ()


class ProfessionalStage(Data, frozen=True, kw_only=True):
    """What a stage says to professionals."""

    title: Text = {}
    text: Text = {}
    entry_criteria: Text = {}
    exit_criteria: Text = {}
    outcomes: tuple[Text, ...] = ()
    forms: tuple[Form, ...] = ()
    omasote: tuple[OmasoteFunction, ...] = ()
    legal_basis: tuple[Basis, ...] = ()


class PublicStage(Data, frozen=True, kw_only=True):
    """One stage. `order` counts from 1 through the whole pathway; `start` is a way in."""

    id: Id
    order: Annotated[int, Meta(ge=1)]
    sort_key: str = ""
    column: int = 0
    type: StageKind | None = None
    start: bool = False
    title: Text = {}
    what_happens: Text = {}
    what_you_can_do: Text = {}
    more_info: Text = {}
    links: tuple[NamedLink, ...] = ()
    responsible: Id | None = None
    actors: tuple[Participant, ...] = ()
    channels: tuple[Id, ...] = ()
    time_targets: tuple[Time, ...] = ()
    duration: Time | None = None
    next_contact: Text = {}
    fee: Charge | None = None
    provider: ProviderKind | None = None
    ends_when: Text = {}
    end_decided_by: Text = {}
    way_back: Text = {}
    professional: ProfessionalStage | None = None


class Edge(Data, frozen=True, kw_only=True):
    """A way onward between two stages. `handoverId` leads to what passes along it."""

    id: Id
    source: Id = field(name="from")
    target: Id = field(name="to")
    flow: Flow
    condition: Text = {}
    outcome: OutcomeKind | None = None
    handover_id: Id | None = None


class HandoverForCustomer(Data, frozen=True, kw_only=True):
    """What a handover means to the customer."""

    what_happens: Text = {}
    told_by: Text = {}
    while_waiting: Text = {}
    seen_within: Time | None = None
    direct_access: bool | None = None


class IsbarInformation(Data, frozen=True, kw_only=True):
    """What is told by the ISBAR checklist; parts may be marked not needed."""

    identify: Text = {}
    situation: Text = {}
    background: Text = {}
    assessment: Text = {}
    recommendation: Text = {}
    not_needed: tuple[IsbarPart, ...] = ()


class HandoverForProfessionals(Data, frozen=True, kw_only=True):
    """What passes along a handover, who answers for the customer when, and by when."""

    trigger: Text = {}
    criteria: Text = {}
    information: Text = {}
    information_needed: Text = {}
    isbar: IsbarInformation | None = None
    media: tuple[Medium, ...] = ()
    consent: ConsentBasis | None = None
    responsible_before: Id | None = None
    responsible_during: Id | None = None
    responsible_after: Id | None = None
    responsibility_moves: Text = {}
    send_within: Time | None = None
    accept_within: Time | None = None
    answer_within: Time | None = None
    acknowledgement: Text = {}
    if_not_accepted: Id | None = None
    if_not_accepted_text: Text = {}
    feedback_from: Id | None = None
    feedback_to: Id | None = None
    feedback_within: Time | None = None
    model_referral: NamedLink | None = None


class PublicHandover(Data, frozen=True, kw_only=True):
    """What passes from one stage to another, when it is more than a way onward."""

    id: Id
    type: HandoverKind | None = None
    source: Id = field(name="from")
    target: Id = field(name="to")
    sender: Id | None = None
    receiver: Id | None = None
    public: HandoverForCustomer | None = None
    professional: HandoverForProfessionals | None = None


class PublicActor(Data, frozen=True, kw_only=True):
    """Someone who answers for stages or takes part in them."""

    id: Id
    sort_key: str = ""
    name: Text = {}
    sector: Sector | None = None
    organisation: Text = {}
    unit: Text = {}
    role: Text = {}
    contacts: tuple[ContactPoint, ...] = ()
    languages: tuple[LanguageCode, ...] = ()


class PublicChannel(Data, frozen=True, kw_only=True):
    """A way to deal with services.

    `url`, `phone` and `address` are the first of their kind among `contacts`. `areas` are codes
    of municipalities; none means the whole area. `alternativeTo` are channels that this one can
    stand in for.
    """

    id: Id
    sort_key: str = ""
    type: ChannelKind
    digital: bool
    name: Text = {}
    description: Text = {}
    url: Address | None = None
    phone: str = ""
    address: Text = {}
    contacts: tuple[ContactPoint, ...] = ()
    hours: Text = {}
    out_of_hours: Text = {}
    fee: Charge | None = None
    languages: tuple[LanguageCode, ...] = ()
    areas: tuple[str, ...] = ()
    requires_authentication: bool | None = None
    support: Text = {}
    accessibility: Text = {}
    alternative_to: tuple[Id, ...] = ()


class PublicGoal(Data, frozen=True, kw_only=True):
    """What the pathway is for, and the need that it answers."""

    id: Id
    sort_key: str = ""
    title: Text = {}
    need: Text = {}


class PublicMetric(Data, frozen=True, kw_only=True):
    """How one sees whether the goals are met."""

    id: Id
    sort_key: str = ""
    kind: MetricKind | None = None
    title: Text = {}
    definition: Text = {}
    unit: Text = {}
    target: str = ""


class Promise(Data, frozen=True, kw_only=True):
    """What the pathway as a whole promises: from one stage to another within a time."""

    id: Id
    sort_key: str = ""
    title: Text = {}
    within: Time
    source: Id | None = field(name="from", default=None)
    target: Id | None = field(name="to", default=None)


class Group(Data, frozen=True, kw_only=True):
    """Who made the pathway: roles, never names."""

    id: Id
    sort_key: str = ""
    kind: GroupKind
    title: Text = {}
    profession: Text = {}
    organisation: Text = {}
    sector: Sector | None = None


class Approved(Data, frozen=True, kw_only=True):
    """One approval: by which role, when, of which version."""

    role: Text = {}
    organisation: Text = {}
    on: date | None = None
    version: str = ""


class ChainInfo(Data, frozen=True, kw_only=True):
    """Who answers for the pathway, what it aims at, and how fresh it is."""

    owner: Role | None = None
    responsibles: tuple[Role, ...] = ()
    goals: tuple[PublicGoal, ...] = ()
    metrics: tuple[PublicMetric, ...] = ()
    promises: tuple[Promise, ...] = ()
    group: tuple[Group, ...] = ()
    approved: tuple[Approved, ...] = ()
    last_reviewed: date | None = None
    next_review: date | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    version: str = ""


class Term(Data, frozen=True, kw_only=True):
    """A term or abbreviation and what it means."""

    term: Text = {}
    explanation: Text = {}
    synonyms: Text = {}


class PathwayData(Data, frozen=True, kw_only=True):
    """One pathway: `data/<name>.json`.

    Stages hold what a customer meets, edges the ways between them. `diagramSvg` is the board
    drawn per language, `diagramText` the same stages and ways onward in words.
    """

    schema: Literal["pathway-site/1"]
    id: Id
    slug: Text
    title: Text
    languages: tuple[LanguageCode, ...]
    status: PathwayStatus
    stages: tuple[PublicStage, ...]
    sections: tuple[Section, ...]
    edges: tuple[Edge, ...]
    summary: Text = {}
    description: Text = {}
    themes: tuple[Text, ...] = ()
    target_group: Text = {}
    not_for: Text = {}
    age_range: Ages | None = None
    area: Text = {}
    county: Text = {}
    municipalities: tuple[str, ...] = ()
    how_to_get_help: Text = {}
    emergency: Text = {}
    handovers: tuple[PublicHandover, ...] = ()
    actors: tuple[PublicActor, ...] = ()
    channels: tuple[PublicChannel, ...] = ()
    self_care: tuple[Id, ...] = ()
    legal_basis: tuple[Basis, ...] = ()
    glossary: tuple[Term, ...] = ()
    chain_info: ChainInfo = ChainInfo()
    rights: tuple[NamedLink, ...] = ()
    feedback: NamedLink | None = None
    accessibility_statement: NamedLink | None = None
    diagram_svg: dict[LanguageCode, Svg] = {}
    diagram_text: dict[LanguageCode, tuple[str, ...]] = {}


class Listed(Data, frozen=True, kw_only=True):
    """A pathway in the list, with what a reader may filter by.

    `url` is its page per language and `data` its data, both relative to the site's root.
    `updated` is when it was last approved or reviewed.
    """

    id: Id
    slug: Text
    title: Text
    url: dict[LanguageCode, str]
    data: str
    revision: Revision
    summary: Text = {}
    themes: tuple[Text, ...] = ()
    municipalities: tuple[str, ...] = ()
    target_groups: tuple[Text, ...] = ()
    age_range: Ages | None = None
    sectors: tuple[Sector, ...] = ()
    fees: tuple[FeeKind, ...] = ()
    providers: tuple[ProviderKind, ...] = ()
    updated: date | None = None
    next_review: date | None = None


class IndexData(Data, frozen=True, kw_only=True):
    """The list of a site's pathways: `data/index.json`."""

    schema: Literal["pathway-site/1"]
    languages: tuple[LanguageCode, ...]
    pathways: tuple[Listed, ...]
    title: Text = {}
    county: Text = {}
    base_address: str = ""
    changes: str = "data/changes.json"
    updated: date | None = None


class PathwayChange(Data, frozen=True, kw_only=True):
    """One pathway that a publication brought, changed or took away.

    `words` tell by language what changed, a sentence each; `on` is when the content was approved
    or reviewed. `url` and `data` are gone from the site when `what` is "removed".
    """

    id: Id
    what: Literal["new", "changed", "removed"]
    title: Text
    revision: Revision
    url: dict[LanguageCode, str] = {}
    data: str = ""
    on: date | None = None
    words: dict[LanguageCode, tuple[str, ...]] = {}


class ChangesData(Data, frozen=True, kw_only=True):
    """What publications changed, the newest first: `data/changes.json`."""

    schema: Literal["pathway-site/1"]
    languages: tuple[LanguageCode, ...]
    changes: tuple[PathwayChange, ...] = ()
