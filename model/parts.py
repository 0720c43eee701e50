"""Parts of records: pieces that have no life of their own and lie inside their record.

Fields marked *private* never leave in a public export.
"""

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

from model.codes import (
    Confirmation,
    ContactKind,
    FeeKind,
    IsbarPart,
    MeasurePoint,
    OmasoteFunction,
    Participation,
    RelatedArtifactKind,
    Sector,
    TimeBasis,
    VulnerableGroup,
)
from model.ids import Id
from model.text import AgeRange, Span, Text

Count = Annotated[int, Meta(ge=0, le=1_000_000)]


class Part(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A piece of a record that has no life of its own."""


class Link(Part, frozen=True, kw_only=True):
    """A web address (http, https) with the words that name it; both may differ by language."""

    title: Text = {}
    url: Text = {}


class PathwayLink(Part, frozen=True, kw_only=True):
    """Another pathway, which has a file of its own.

    `pathway` is the id of its record of the kind "pathway", which stays when the file is renamed;
    `file` says where that file was found last, as a path from this one's folder with forward
    slashes (private); `title` names it where the file is not at hand.
    """

    title: Text = {}
    file: str = ""
    pathway: str = ""


class Contact(Part, frozen=True, kw_only=True):
    """One way to reach an actor or a channel.

    `value` is the number, e-mail or web address itself; `text` says an address or what the
    reader must know (hours of answering, which entrance).
    """

    kind: ContactKind
    value: str = ""
    text: Text = {}


class Fee(Part, frozen=True, kw_only=True):
    kind: FeeKind
    note: Text = {}


class RelatedArtifact(Part, frozen=True, kw_only=True):
    """What the content rests on (FHIR relatedArtifact); `checked` is when it was last read."""

    kind: RelatedArtifactKind
    title: Text = {}
    url: Text = {}
    checked: date | None = None


class TimeTarget(Part, frozen=True, kw_only=True):
    """How long something may take: from one named event to another.

    `law` is an id of `model.codes.time_limits`; `ages` limits the target to an age group.
    """

    limit: Span
    starts: Text = {}
    ends: Text = {}
    basis: TimeBasis | None = None
    law: str = ""
    ages: AgeRange | None = None
    source: Text = {}


class Responsibility(Part, frozen=True, kw_only=True):
    """Who answers for something: a role in an organisation; `person` is private."""

    role: Text = {}
    organisation: Text = {}
    sector: Sector | None = None
    person: str = ""


class Approval(Part, frozen=True, kw_only=True):
    """One approval (FHIR approvalDate): by which role, when, of which version.

    `milestone` keeps the content that was approved; without one nobody can tell. It stays in the
    file: no export names it.
    """

    role: Text = {}
    organisation: Text = {}
    on: date | None = None
    version: str = ""
    milestone: Id | None = None


class SectorNotNeeded(Part, frozen=True, kw_only=True):
    """A written reason why a sector has no part in the pathway."""

    sector: Sector
    reason: Text = {}


class VulnerableGroupDecision(Part, frozen=True, kw_only=True):
    group: VulnerableGroup
    decision: Text = {}


class RolloutAction(Part, frozen=True, kw_only=True):
    """One step of taking the pathway into use: to whom, by what, where, when, by whom."""

    audience: Text = {}
    medium: Text = {}
    unit: Text = {}
    on: date | None = None
    responsible: Text = {}


class GlossaryTerm(Part, frozen=True, kw_only=True):
    """An official term or abbreviation, what it means, and what people here also call it."""

    term: Text = {}
    explanation: Text = {}
    synonyms: Text = {}


class PtvDescription(Part, frozen=True, kw_only=True):
    """How the Finnish Service Catalogue (PTV) knows the pathway; ids and codes of PTV's lists."""

    service_collection: str = ""
    service_classes: tuple[str, ...] = ()
    ontology_terms: tuple[str, ...] = ()
    target_groups: tuple[str, ...] = ()
    life_events: tuple[str, ...] = ()
    industrial_classes: tuple[str, ...] = ()


class StageParticipant(Part, frozen=True, kw_only=True):
    actor: Id
    participation: Participation = Participation.TAKES_PART
    task: Text = {}


class FormUse(Part, frozen=True, kw_only=True):
    """A form or measure used at a stage, and at which points of the pathway."""

    title: Text = {}
    url: Text = {}
    points: tuple[MeasurePoint, ...] = ()


class OmasoteUse(Part, frozen=True, kw_only=True):
    """One of Omasote's functions in a stage: what sets it off, who answers and how fast."""

    function: OmasoteFunction
    trigger: Text = {}
    answered_by: Id | None = None
    answered_within: Span | None = None


class StageConfirmation(Part, frozen=True, kw_only=True):
    """What one profession says of a stage."""

    profession: Text = {}
    state: Confirmation = Confirmation.ASSUMED
    on: date | None = None


class DigitalEvaluation(Part, frozen=True, kw_only=True):
    """Whether a digital service has been evaluated (Digi-HTA)."""

    evaluated: bool = False
    on: date | None = None


class Isbar(Part, frozen=True, kw_only=True):
    """What a handover tells, by the ISBAR checklist; parts may be marked not needed."""

    identify: Text = {}
    situation: Text = {}
    background: Text = {}
    assessment: Text = {}
    recommendation: Text = {}
    not_needed: tuple[IsbarPart, ...] = ()


class Observation(Part, frozen=True, kw_only=True):
    """A measured value over a period."""

    value: str
    starts: date | None = None
    ends: date | None = None


class AgendaItem(Part, frozen=True, kw_only=True):
    title: Text = {}
    minutes: Count = 0


class StoryStep(Part, frozen=True, kw_only=True):
    """One step of a walk: the stage, and the handover by which it was left.

    `title` and `condition` are what the stage and the way on were called when the walk was kept:
    they tell of a stage that is gone since (`stage` is then None), and of a way that now says
    something else.
    """

    stage: Id | None = None
    leaves_by: Id | None = None
    title: Text = {}
    condition: Text = {}
    comment: Text = {}
