"""The form of the pathway as a whole: what is shown when nothing is selected."""

from designer.ui.inspector.channel_form import add_channel
from designer.ui.inspector.fields import (
    actors,
    area,
    choice,
    day,
    line,
    maybe_record,
    owned,
    plain,
    spoken_languages,
    texts,
    ticks,
    yes_no,
)
from designer.ui.inspector.fields.counter import ptv
from designer.ui.inspector.form import FormOf, Related, Row, Section
from designer.ui.inspector.municipalities import municipality_names
from designer.ui.inspector.parts import links, one, related_artifacts, several
from designer.ui.inspector.shared import PTV_DESCRIPTION, PTV_NAME
from model.change import Add, Change
from model.codes import (
    GroupKind,
    NoteKind,
    PathwayStatus,
    PathwayView,
    Sector,
    SelectionReason,
    VulnerableGroup,
)
from model.codes.ptv import limits
from model.ids import new_id
from model.messages import N_, _
from model.order import last_order
from model.parts import (
    Approval,
    GlossaryTerm,
    Link,
    PtvDescription,
    Responsibility,
    RolloutAction,
    SectorNotNeeded,
    TimeTarget,
    VulnerableGroupDecision,
)
from model.pathway import Pathway
from model.records import (
    Actor,
    AnyRecord,
    Channel,
    Goal,
    Metric,
    Milestone,
    Note,
    ParticipantGroup,
    PathwayInfo,
    Phase,
    Story,
    Task,
    TimePromise,
    Waiver,
    Workshop,
)
from model.text import AgeRange, Span


def _add_goal(pathway: Pathway, _owner: AnyRecord) -> Change:
    goal = Goal(id=new_id(), order=last_order(pathway.of(Goal)))
    return Change(_("Add a goal"), (Add(goal),))


def _add_metric(pathway: Pathway, _owner: AnyRecord) -> Change:
    metric = Metric(id=new_id(), order=last_order(pathway.of(Metric)))
    return Change(_("Add a metric"), (Add(metric),))


def _add_promise(pathway: Pathway, _owner: AnyRecord) -> Change:
    promise = TimePromise(
        id=new_id(),
        order=last_order(pathway.of(TimePromise)),
        target=TimeTarget(limit=Span(typed="")),
    )
    return Change(_("Add a time promise"), (Add(promise),))


def _add_group(pathway: Pathway, _owner: AnyRecord) -> Change:
    group = ParticipantGroup(
        id=new_id(), order=last_order(pathway.of(ParticipantGroup)), kind=GroupKind.WORKING_GROUP
    )
    return Change(_("Add a participant group"), (Add(group),))


def _add_workshop(pathway: Pathway, _owner: AnyRecord) -> Change:
    workshop = Workshop(id=new_id(), order=last_order(pathway.of(Workshop)))
    return Change(_("Add a workshop"), (Add(workshop),))


def _add_note(pathway: Pathway, _owner: AnyRecord) -> Change:
    note = Note(id=new_id(), order=last_order(pathway.of(Note)), kind=NoteKind.QUESTION)
    return Change(_("Add a note"), (Add(note),))


def _add_story(pathway: Pathway, _owner: AnyRecord) -> Change:
    story = Story(id=new_id(), order=last_order(pathway.of(Story)))
    return Change(_("Add a story"), (Add(story),))


def _add_task(pathway: Pathway, _owner: AnyRecord) -> Change:
    task = Task(id=new_id(), order=last_order(pathway.of(Task)))
    return Change(_("Add a task"), (Add(task),))


PATHWAY = FormOf(
    PathwayInfo,
    (
        Section(
            N_("Basics"),
            (
                Row("title", N_("Name of the pathway"), line(limit=PTV_NAME)),
                Row(
                    "summary",
                    N_("Summary in one sentence"),
                    area(
                        limit=ptv(limits.SUMMARY),
                        hint=N_("Shown in search results: for whom and for what"),
                    ),
                ),
                Row("description", N_("Description"), area(limit=PTV_DESCRIPTION)),
                Row("target_group", N_("For whom"), area()),
                Row("not_for", N_("Not for"), area()),
                Row("ages", N_("Ages"), one(AgeRange())),
                Row("county", N_("Wellbeing services county"), line()),
                Row("area", N_("Area"), line()),
                Row("municipalities", N_("Municipalities"), municipality_names()),
                Row("languages", N_("Languages to publish in"), spoken_languages()),
            ),
        ),
        Section(
            N_("Help and rights"),
            (
                Row("how_to_get_help", N_("How to get help"), area()),
                Row(
                    "emergency",
                    N_("In an emergency"),
                    area(hint=N_("112, the emergency clinic, the crisis line")),
                ),
                Row("rights", N_("Rights of the customer"), links()),
                Row("feedback", N_("Feedback"), one(Link())),
                Row("accessibility_statement", N_("Accessibility statement"), one(Link())),
                Row(
                    "first_contact_starts_service",
                    N_("Does the service begin at the first contact"),
                    yes_no(),
                ),
            ),
        ),
        Section(
            N_("Responsible people"),
            (
                Row("owner", N_("Owner"), one(Responsibility())),
                Row("deputy", N_("Deputy of the owner"), one(Responsibility())),
                Row(
                    "sector_responsibles",
                    N_("Responsible by sector"),
                    several(Responsibility(), add=N_("Add a responsible role")),
                ),
                Row("coordinator", N_("Coordinates the customer’s services"), maybe_record(actors)),
            ),
        ),
        Section(
            N_("Goals and metrics"),
            (
                Related(N_("Goals"), owned(Goal, _add_goal, add=N_("Add a goal")), "goal"),
                Related(
                    N_("Metrics"), owned(Metric, _add_metric, add=N_("Add a metric")), "metric"
                ),
                Related(
                    N_("Time promises"),
                    owned(TimePromise, _add_promise, add=N_("Add a time promise")),
                ),
            ),
        ),
        Section(
            N_("Actors, phases and channels"),
            (
                Related(N_("Actors"), owned(Actor)),
                Related(N_("Phases"), owned(Phase)),
                Related(N_("Channels"), owned(Channel, add_channel, add=N_("Add a channel"))),
            ),
        ),
        Section(
            N_("Status and approval"),
            (
                Row("status", N_("Status"), choice(PathwayStatus)),
                Row("view", N_("The board shows"), choice(PathwayView)),
                Row("version", N_("Version"), plain()),
                Row("change_note", N_("What has changed"), area()),
                Row("approvals", N_("Approvals"), several(Approval(), add=N_("Add an approval"))),
                Row("last_reviewed", N_("Last reviewed on"), day()),
                Row("next_review", N_("Next review on"), day()),
                Row("valid_from", N_("Valid from"), day()),
                Row("valid_to", N_("Valid to"), day()),
            ),
        ),
        Section(
            N_("Co-design"),
            (
                Related(
                    N_("Participant groups"),
                    owned(ParticipantGroup, _add_group, add=N_("Add a participant group")),
                    "participant_group",
                ),
                Related(
                    N_("Workshops"),
                    owned(Workshop, _add_workshop, add=N_("Add a workshop")),
                    "workshop",
                ),
                Related(N_("Notes"), owned(Note, _add_note, add=N_("Add a note"))),
                Related(N_("Stories"), owned(Story, _add_story, add=N_("Add a story"))),
                Related(N_("Tasks"), owned(Task, _add_task, add=N_("Add a task"))),
                Related(N_("Accepted findings"), owned(Waiver)),
                Related(N_("Milestones"), owned(Milestone)),
            ),
        ),
        Section(
            N_("Grounds and sources"),
            (
                Row("related_artifacts", N_("Guidelines, laws and methods"), related_artifacts()),
                Row("derived_from", N_("Made after"), one(Link())),
                Row("selection_reasons", N_("Why it was taken up"), ticks(SelectionReason)),
                Row("selection_note", N_("About the reasons"), area()),
                Row(
                    "sectors_not_needed",
                    N_("Sectors that have no part"),
                    several(SectorNotNeeded(sector=Sector.NGO), add=N_("Add a sector")),
                ),
                Row(
                    "vulnerable_groups",
                    N_("Groups that need special care"),
                    several(
                        VulnerableGroupDecision(group=VulnerableGroup.INTERPRETER),
                        add=N_("Add a group"),
                    ),
                ),
            ),
        ),
        Section(
            N_("Publishing"),
            (
                Row("slug", N_("Web address part"), line(hint=N_("small letters and hyphens"))),
                Row("themes", N_("Themes"), texts(N_("Add a theme"), limit=ptv(limits.KEYWORD))),
                Row("segments", N_("Customer segments"), texts(N_("Add a segment"))),
                Row("glossary", N_("Glossary"), several(GlossaryTerm(), add=N_("Add a term"))),
                Row("documents", N_("Documents"), links()),
                Row(
                    "rollout",
                    N_("Taking into use"),
                    several(RolloutAction(), add=N_("Add an action")),
                ),
                Row("ptv", N_("Service Catalogue (PTV)"), one(PtvDescription())),
            ),
        ),
    ),
)
