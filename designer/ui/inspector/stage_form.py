"""The form of a stage."""

from collections.abc import Sequence

from designer.ui.inspector.channel_form import add_channel
from designer.ui.inspector.fields import (
    actors,
    all_of,
    area,
    choice,
    codes,
    line,
    maybe_choice,
    maybe_record,
    number,
    plain,
    related,
    span,
    texts,
    ticked_records,
    yes,
    yes_no,
)
from designer.ui.inspector.fields.counter import ptv
from designer.ui.inspector.form import FormOf, Related, Row, Section
from designer.ui.inspector.parts import (
    fee,
    links,
    omasote_uses,
    participants,
    related_artifacts,
    several,
    subpathway,
    time_targets,
)
from designer.ui.inspector.shared import NOTES, PRIVATE, PTV_NAME, PTV_TOLD, TITLE_LENGTH
from model.codes import Confirmation, ProviderKind, StageKind
from model.codes.ptv import limits
from model.messages import N_
from model.parts import FormUse, StageConfirmation
from model.pathway import Pathway
from model.records import LAST_CARD, AnyRecord, Channel, Handover, Phase, Stage


def _ways_out(pathway: Pathway, stage: AnyRecord) -> Sequence[Handover]:
    return pathway.leaving(stage.id)


def _ways_in(pathway: Pathway, stage: AnyRecord) -> Sequence[Handover]:
    return pathway.arriving(stage.id)


def _channels_used(pathway: Pathway, stage: AnyRecord) -> Sequence[Channel]:
    used = stage.channels if isinstance(stage, Stage) else ()
    return [channel for channel in pathway.channels if channel.id in used]


STAGE = FormOf(
    Stage,
    (
        Section(
            N_("Basics"),
            (
                Row("title", N_("Name"), line(limit=PTV_NAME)),
                Row("actor", N_("Actor (answers for the stage)"), maybe_record(actors)),
                Row("phase", N_("Phase"), maybe_record(all_of(Phase))),
                Row("kind", N_("Kind of stage"), maybe_choice(StageKind)),
                Row(
                    "what_happens",
                    N_("What happens"),
                    area(
                        limit=PTV_TOLD,
                        hint=N_("In the customer’s words: what is done, by whom, where"),
                    ),
                ),
                Row(
                    "what_you_can_do",
                    N_("What you can do yourself"),
                    area(
                        limit=ptv(limits.USER_INSTRUCTION),
                        hint=N_("How to prepare, what to bring, what helps at home"),
                    ),
                ),
                Row("more_info", N_("Where to get more information"), area()),
                Row("start", N_("Way in"), yes(N_("Customers can come in here"))),
                Row("needs_referral", N_("Coming in needs a referral"), yes_no()),
                Row("public", N_("Publishing"), yes(N_("Shown on the website"))),
            ),
        ),
        Section(
            N_("Channels"),
            (
                Row(
                    "channels",
                    N_("Used in this stage"),
                    ticked_records(all_of(Channel), N_("The pathway has no channels yet.")),
                ),
                Related(
                    N_("Details of these channels"),
                    related(_channels_used, add_channel, add=N_("Add a channel")),
                ),
                Row("links", N_("Links"), links()),
                Row("next_contact", N_("Who makes the next contact"), line()),
            ),
        ),
        Section(
            N_("Time and fee"),
            (
                Row("time_targets", N_("Time targets"), time_targets()),
                Row("duration", N_("How long the stage lasts"), span()),
                Row("fee", N_("Fee"), fee(ptv(limits.CHARGE_INFO))),
                Row("provider", N_("How the service is produced"), maybe_choice(ProviderKind)),
            ),
        ),
        Section(
            N_("Ways in and onward"),
            (
                Related(N_("Leads to"), related(_ways_out)),
                Related(N_("Comes from"), related(_ways_in)),
                Row("outcomes", N_("Outcomes of the decision"), texts(N_("Add an outcome"))),
                Row("ends_when", N_("The need has ended when"), area()),
                Row("end_decided_by", N_("Who decides that it has ended"), line()),
                Row("way_back", N_("How to come back"), area()),
                Row("subpathway", N_("Stands for, or continues in, a pathway"), subpathway()),
            ),
        ),
        Section(
            N_("For professionals"),
            (
                Row("professional_title", N_("Professional name"), line(limit=TITLE_LENGTH)),
                Row("professional_text", N_("Professional instructions"), area()),
                Row("participants", N_("Other actors that take part"), participants()),
                Row("entry_criteria", N_("Criteria for coming in"), area()),
                Row("exit_criteria", N_("Criteria for moving on"), area()),
                Row("forms", N_("Forms and measures"), several(FormUse(), add=N_("Add a form"))),
                Row(
                    "related_artifacts",
                    N_("Guidelines, laws and methods"),
                    related_artifacts(),
                ),
                Row("recording", N_("What is recorded and where"), area(), PRIVATE),
            ),
        ),
        Section(N_("Omasote"), (Row("omasote", N_("Functions in use"), omasote_uses()),)),
        Section(
            N_("How sure we are"),
            (
                Row("confirmation", N_("State of the stage"), choice(Confirmation)),
                Row(
                    "confirmations",
                    N_("What each profession says"),
                    several(StageConfirmation(), add=N_("Add a profession")),
                ),
            ),
        ),
        NOTES,
        Section(
            N_("Other"),
            (
                Row("column", N_("Column within the phase (0 is the first)"), number(most=999)),
                Row("topics", N_("What is assessed (key words)"), codes()),
                Row(
                    "uses_earlier_assessment",
                    N_("Uses an earlier assessment"),
                    yes_no(),
                ),
                Row("visit_group", N_("Same visit as (a common mark)"), plain()),
                Row("card_number", N_("Number of its paper card"), number(most=LAST_CARD)),
                Row("failure_demand", N_("Needless contacts that arise here"), area(), PRIVATE),
                Row("ptv_service", N_("PTV service (id)"), plain()),
            ),
        ),
    ),
)
