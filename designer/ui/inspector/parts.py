"""The fields of every part of a record, by hand: the rows that parts of one kind share."""

from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from designer.ui.inspector.fields import (
    Around,
    MakeField,
    PartRow,
    actors,
    area,
    choice,
    day,
    handovers,
    limit,
    line,
    maybe_choice,
    maybe_record,
    needed_part,
    number,
    part,
    parts,
    plain,
    record,
    span,
    stages,
    ticks,
    yes,
)
from designer.ui.inspector.fields.address import AddressField
from designer.ui.inspector.fields.counter import Limit
from designer.ui.inspector.fields.subpathway import SubpathwayField
from designer.ui.inspector.laws import law
from designer.ui.inspector.ptv import PTV
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
from model.messages import N_
from model.parts import (
    AgendaItem,
    Approval,
    Contact,
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
from model.text import AgeRange, Span

OLDEST = 120

LINK = (
    PartRow("title", N_("Words of the link"), line()),
    PartRow("url", N_("Web address"), AddressField),
)
PATHWAY_LINK = (
    PartRow("title", N_("Name of the pathway"), line()),
    PartRow("file", N_("File"), plain(hint=N_("for example unettomuus.ketju"))),
    PartRow("pathway", N_("Id of the pathway"), plain()),
)


def _contact(limit: Limit | None = None) -> tuple[PartRow, ...]:
    hint = N_("hours, entrance, address")
    return (
        PartRow("kind", N_("Kind of contact"), choice(ContactKind)),
        PartRow("value", N_("Number or address"), plain(hint=N_("for example 08 123 4567"))),
        PartRow("text", N_("What to know about it"), line(limit=limit, hint=hint)),
    )


def _fee(limit: Limit | None = None) -> tuple[PartRow, ...]:
    return (
        PartRow("kind", N_("Kind of fee"), maybe_choice(FeeKind)),
        PartRow("note", N_("About the fee"), line(limit=limit)),
    )


AGES = (
    PartRow("youngest", N_("From age"), number(most=OLDEST, when_empty=None)),
    PartRow("oldest", N_("To age"), number(most=OLDEST, when_empty=None)),
)
RELATED_ARTIFACT = (
    PartRow("kind", N_("Kind of source"), choice(RelatedArtifactKind)),
    PartRow("title", N_("Name of the source"), line()),
    PartRow("url", N_("Web address"), AddressField),
    PartRow("checked", N_("Last read on"), day()),
)
TIME_TARGET = (
    PartRow("limit", N_("At most"), limit()),
    PartRow("starts", N_("Counted from"), line(hint=N_("for example first contact"))),
    PartRow("ends", N_("Counted to"), line(hint=N_("for example first appointment"))),
    PartRow("basis", N_("Based on"), maybe_choice(TimeBasis)),
    PartRow("law", N_("Legal time limit"), law),
    PartRow("ages", N_("Only for ages"), part(AGES, AgeRange())),
    PartRow("source", N_("Source of the target"), line()),
)
RESPONSIBILITY = (
    PartRow("role", N_("Role"), line(hint=N_("for example service manager"))),
    PartRow("organisation", N_("Organisation"), line()),
    PartRow("sector", N_("Sector"), maybe_choice(Sector)),
    PartRow("person", N_("Person (never published)"), plain()),
)
APPROVAL = (
    PartRow("role", N_("Approved by (role)"), line()),
    PartRow("organisation", N_("Organisation"), line()),
    PartRow("on", N_("Date"), day()),
    PartRow("version", N_("Version"), plain()),
)
SECTOR_NOT_NEEDED = (
    PartRow("sector", N_("Sector"), choice(Sector)),
    PartRow("reason", N_("Why it has no part"), area()),
)
VULNERABLE_GROUP = (
    PartRow("group", N_("Group"), choice(VulnerableGroup)),
    PartRow("decision", N_("How they get the service"), area()),
)
ROLLOUT_ACTION = (
    PartRow("audience", N_("To whom"), line()),
    PartRow("medium", N_("By what means"), line()),
    PartRow("unit", N_("Unit"), line()),
    PartRow("on", N_("Date"), day()),
    PartRow("responsible", N_("Responsible"), line()),
)
GLOSSARY_TERM = (
    PartRow("term", N_("Term"), line()),
    PartRow("explanation", N_("Explanation"), area()),
    PartRow("synonyms", N_("Also called"), line()),
)
STAGE_PARTICIPANT = (
    PartRow("actor", N_("Actor"), record(actors)),
    PartRow("participation", N_("How it takes part"), choice(Participation)),
    PartRow("task", N_("Task"), line()),
)
FORM_USE = (
    PartRow("title", N_("Form or measure"), line()),
    PartRow("url", N_("Web address"), AddressField),
    PartRow("points", N_("Used at"), ticks(MeasurePoint)),
)
OMASOTE_USE = (
    PartRow("function", N_("Function"), choice(OmasoteFunction)),
    PartRow("trigger", N_("What sets it off"), line()),
    PartRow("answered_by", N_("Answered by"), maybe_record(actors)),
    PartRow("answered_within", N_("Answered within"), span()),
)
STAGE_CONFIRMATION = (
    PartRow("profession", N_("Profession"), line()),
    PartRow("state", N_("What it says"), choice(Confirmation)),
    PartRow("on", N_("Date"), day()),
)
DIGITAL_EVALUATION = (
    PartRow("evaluated", N_("Evaluation"), yes(N_("The service has been evaluated (Digi-HTA)"))),
    PartRow("on", N_("Date"), day()),
)
ISBAR = (
    PartRow("identify", N_("Identify: who sends, about whom"), area()),
    PartRow("situation", N_("Situation: why now"), area()),
    PartRow("background", N_("Background: diagnoses, medication, service plan"), area()),
    PartRow("assessment", N_("Assessment: risk and functioning"), area()),
    PartRow("recommendation", N_("Recommendation: what is asked, by when"), area()),
    PartRow("not_needed", N_("Parts that are not needed here"), ticks(IsbarPart)),
)
OBSERVATION = (
    PartRow("value", N_("Value"), plain()),
    PartRow("starts", N_("Period begins"), day()),
    PartRow("ends", N_("Period ends"), day()),
)
AGENDA_ITEM = (
    PartRow("title", N_("Topic"), line()),
    PartRow("minutes", N_("Minutes"), number(most=1_000)),
)
STORY_STEP = (
    PartRow("stage", N_("Stage"), maybe_record(stages)),
    PartRow("leaves_by", N_("Goes on by"), maybe_record(handovers)),
    PartRow("title", N_("What the stage was called then"), line()),
    PartRow("condition", N_("For whom the way was then"), line()),
    PartRow("comment", N_("What the customer says"), area()),
)

ROWS: dict[type[Struct], tuple[PartRow, ...]] = {
    Link: LINK,
    PathwayLink: PATHWAY_LINK,
    Contact: _contact(),
    Fee: _fee(),
    AgeRange: AGES,
    RelatedArtifact: RELATED_ARTIFACT,
    TimeTarget: TIME_TARGET,
    Responsibility: RESPONSIBILITY,
    Approval: APPROVAL,
    SectorNotNeeded: SECTOR_NOT_NEEDED,
    VulnerableGroupDecision: VULNERABLE_GROUP,
    RolloutAction: ROLLOUT_ACTION,
    GlossaryTerm: GLOSSARY_TERM,
    PtvDescription: PTV,
    StageParticipant: STAGE_PARTICIPANT,
    FormUse: FORM_USE,
    OmasoteUse: OMASOTE_USE,
    StageConfirmation: STAGE_CONFIRMATION,
    DigitalEvaluation: DIGITAL_EVALUATION,
    Isbar: ISBAR,
    Observation: OBSERVATION,
    AgendaItem: AGENDA_ITEM,
    StoryStep: STORY_STEP,
}

_LINKED_NOWHERE = ""


def one(blank: Part | AgeRange) -> MakeField:
    """Make a part that may be missing."""
    return part(ROWS[type(blank)], blank)


def subpathway() -> MakeField:
    """Make the link to the pathway that a stage stands for."""
    link = one(PathwayLink())
    return lambda: SubpathwayField(link())


def needed(blank: Part) -> MakeField:
    """Make a part that is always there."""
    return needed_part(ROWS[type(blank)], blank)


def several(blank: Part, *, add: str) -> MakeField:
    """Make a list of parts that each begin blank."""
    return parts(ROWS[type(blank)], blank, add=add)


def fee(limit: Limit) -> MakeField:
    """Make what a service costs; words about it without a kind make it an “other” fee."""
    unknown = Fee(kind=None)  # type: ignore[arg-type] # shown only, never stored

    def stored(value: Fee) -> Fee | None:
        if value == unknown:
            return None
        return value if value.kind else replace(value, kind=FeeKind.OTHER)

    return part(_fee(limit), unknown, stored)


def time_target() -> MakeField:
    return one(TimeTarget(limit=Span(typed="")))


def time_targets() -> MakeField:
    return several(TimeTarget(limit=Span(typed="")), add=N_("Add a time target"))


def contacts(limit: Limit | None = None) -> MakeField:
    return parts(_contact(limit), Contact(kind=ContactKind.PHONE), add=N_("Add a contact"))


def links() -> MakeField:
    return several(Link(), add=N_("Add a link"))


def related_artifacts() -> MakeField:
    return several(RelatedArtifact(kind=RelatedArtifactKind.GUIDELINE), add=N_("Add a source"))


def participants() -> MakeField:
    """Make a list of actors that take part; a new one begins as the first that does not yet."""

    def new(around: Around, values: tuple[Any, ...]) -> StageParticipant | None:
        taken = {value.actor for value in values}
        free = (actor.id for actor in around.pathway.actors if actor.id not in taken)
        actor = next(free, None)
        return None if actor is None else StageParticipant(actor=actor)

    return parts(
        STAGE_PARTICIPANT,
        StageParticipant(actor=_LINKED_NOWHERE),
        add=N_("Add a participant"),
        new=new,
    )


def omasote_uses() -> MakeField:
    """Make a list of Omasote's functions; a new one begins as the first that is not used yet."""

    def new(_around: Around, values: tuple[Any, ...]) -> OmasoteUse:
        used = {value.function for value in values}
        free = (function for function in OmasoteFunction if function not in used)
        return OmasoteUse(function=next(free, OmasoteFunction.FORMS))

    return parts(OMASOTE_USE, None, add=N_("Add an Omasote function"), new=new)


def story_steps() -> MakeField:
    """Make a list of the stages of a walk; a new step begins where the last one leads."""

    def new(around: Around, values: tuple[Any, ...]) -> StoryStep | None:
        if not values:
            following = [stage.id for stage in around.pathway.stages]
        else:
            last = values[-1].stage or ""
            following = [arrow.target for arrow in around.pathway.leaving(last)]
            following += [stage.id for stage in around.pathway.stages]
        return StoryStep(stage=following[0]) if following else None

    return parts(STORY_STEP, StoryStep(), add=N_("Add a step"), new=new)
