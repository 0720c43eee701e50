"""The forms of the co-design itself: who took part, workshops, notes, stories, tasks, decisions."""

from collections.abc import Sequence

from designer.ui.inspector.fields import (
    actors,
    all_of,
    area,
    choice,
    day,
    line,
    maybe_choice,
    maybe_record,
    number,
    plain,
    plain_area,
    ticked_records,
    ticks,
    yes,
    yes_no,
)
from designer.ui.inspector.form import FormOf, Row, Section
from designer.ui.inspector.moment import MomentField
from designer.ui.inspector.parts import several, story_steps
from designer.ui.inspector.shared import PRIVATE, TITLE_LENGTH
from model.codes import GroupKind, HeardBy, NoteKind, Sector, WorkshopKind
from model.messages import N_
from model.parts import AgendaItem
from model.pathway import Pathway
from model.records import (
    AnyRecord,
    Goal,
    Metric,
    Milestone,
    Note,
    ParticipantGroup,
    Phase,
    Story,
    Task,
    Waiver,
    Workshop,
)

MOST_MEMBERS = 1_000_000


def _subjects(pathway: Pathway) -> Sequence[AnyRecord]:
    """Return what notes, tasks and accepted findings can be about, the pathway first."""
    return [
        pathway.info,
        *pathway.stages,
        *pathway.handovers,
        *pathway.phases,
        *pathway.actors,
        *pathway.channels,
        *pathway.of(Goal),
        *pathway.of(Metric),
    ]


GROUP = FormOf(
    ParticipantGroup,
    (
        Section(
            N_("Basics"),
            (
                Row("title", N_("Name of the group"), line(limit=TITLE_LENGTH)),
                Row("kind", N_("Kind of group"), choice(GroupKind)),
                Row("profession", N_("Profession or role"), line()),
                Row("organisation", N_("Organisation"), line()),
                Row("sector", N_("Sector"), maybe_choice(Sector)),
                Row("members", N_("How many people"), number(most=MOST_MEMBERS)),
                Row("heard_by", N_("How they were heard"), ticks(HeardBy)),
                Row("quotes_allowed", N_("May their words be quoted"), yes_no()),
                Row("persons", N_("Names"), plain_area(), PRIVATE),
            ),
        ),
    ),
)

WORKSHOP = FormOf(
    Workshop,
    (
        Section(
            N_("Basics"),
            (
                Row("title", N_("Name of the workshop"), line(limit=TITLE_LENGTH)),
                Row("kind", N_("What it is for"), maybe_choice(WorkshopKind)),
                Row("on", N_("Date"), day()),
                Row("place", N_("Place"), line()),
                Row("goal", N_("What it aims at"), area()),
                Row("agenda", N_("Agenda"), several(AgendaItem(), add=N_("Add a topic"))),
                Row(
                    "groups",
                    N_("Who takes part"),
                    ticked_records(
                        all_of(ParticipantGroup), N_("The pathway has no participant groups yet.")
                    ),
                ),
                Row("result", N_("What came of it"), area()),
            ),
        ),
    ),
)

NOTE = FormOf(
    Note,
    (
        Section(
            N_("Basics"),
            (
                Row("text", N_("Text"), area()),
                Row("kind", N_("Kind of note"), choice(NoteKind)),
                Row("about", N_("About"), maybe_record(_subjects)),
                Row("answer", N_("Answer"), area()),
                Row("done", N_("Settled"), yes(N_("The note has been dealt with"))),
                Row("votes", N_("Votes"), number(most=MOST_MEMBERS)),
            ),
        ),
        Section(
            N_("Where it comes from"),
            (
                Row("workshop", N_("Workshop"), maybe_record(all_of(Workshop))),
                Row("said_by", N_("Said by"), maybe_record(all_of(ParticipantGroup))),
                Row("actor", N_("Lane on the board"), maybe_record(actors)),
                Row("phase", N_("Column on the board"), maybe_record(all_of(Phase))),
            ),
        ),
    ),
    open=2,
)

STORY = FormOf(
    Story,
    (
        Section(
            N_("Basics"),
            (
                Row("title", N_("Name of the story"), line(limit=TITLE_LENGTH)),
                Row("persona", N_("Who the customer is"), area()),
                Row("steps", N_("Steps"), story_steps()),
            ),
        ),
    ),
)

TASK = FormOf(
    Task,
    (
        Section(
            N_("Basics"),
            (
                Row("title", N_("Task"), line(limit=TITLE_LENGTH)),
                Row("responsible", N_("Responsible"), line()),
                Row("due", N_("By what day"), day()),
                Row("done", N_("State"), yes(N_("Done"))),
                Row("about", N_("About"), maybe_record(_subjects)),
                Row("workshop", N_("Workshop"), maybe_record(all_of(Workshop))),
                Row("rule", N_("Answers the finding of rule"), plain()),
            ),
        ),
    ),
)

WAIVER = FormOf(
    Waiver,
    (
        Section(
            N_("Basics"),
            (
                Row("reason", N_("Why it is accepted"), area()),
                Row("role", N_("Accepted by (role)"), line()),
                Row("on", N_("Accepted on"), day()),
                Row("review_on", N_("Shown again from"), day()),
                Row("rule", N_("Rule"), plain()),
                Row("about", N_("About"), maybe_record(_subjects)),
            ),
        ),
    ),
)

MILESTONE = FormOf(
    Milestone,
    (
        Section(
            N_("Basics"),
            (
                Row("title", N_("Name of the milestone"), line(limit=TITLE_LENGTH)),
                Row("at", N_("Kept on"), MomentField),
            ),
        ),
    ),
)
