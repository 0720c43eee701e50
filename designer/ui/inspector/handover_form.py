"""The form of a handover."""

from designer.ui.inspector.fields import (
    actors,
    area,
    choice,
    line,
    maybe_choice,
    maybe_record,
    record,
    stages,
    ticks,
    yes_no,
)
from designer.ui.inspector.form import FormOf, Row, Section
from designer.ui.inspector.parts import one, time_target
from designer.ui.inspector.shared import NOTES, PRIVATE
from model.codes import ConsentBasis, Flow, HandoverKind, Medium, OutcomeKind
from model.messages import N_
from model.parts import Isbar, Link
from model.records import Handover

HANDOVER = FormOf(
    Handover,
    (
        Section(
            N_("Basics"),
            (
                Row("source", N_("From stage"), record(stages)),
                Row("target", N_("To stage"), record(stages)),
                Row("kind", N_("Kind of handover"), maybe_choice(HandoverKind)),
                Row("flow", N_("How the ways out relate"), choice(Flow)),
                Row(
                    "condition",
                    N_("When this way is taken"),
                    line(hint=N_("for example the risk is high")),
                ),
                Row("outcome", N_("What the way means"), maybe_choice(OutcomeKind)),
                Row("sender", N_("Sender"), maybe_record(actors, N_("(the actor of the stage)"))),
                Row(
                    "receiver", N_("Receiver"), maybe_record(actors, N_("(the actor of the stage)"))
                ),
                Row("trigger", N_("What sets it off"), area()),
                Row("criteria", N_("Criteria"), area()),
            ),
        ),
        Section(
            N_("Information that travels"),
            (
                Row("information", N_("What is told"), area()),
                Row("information_needed", N_("What the receiver needs"), area()),
                Row("media", N_("By what means"), ticks(Medium)),
                Row("consent", N_("Ground for passing it on"), maybe_choice(ConsentBasis)),
                Row("consent_note", N_("About the ground"), line()),
                Row("isbar", N_("ISBAR checklist"), one(Isbar())),
                Row("model_referral", N_("Model referral"), one(Link())),
            ),
        ),
        Section(
            N_("Responsibility"),
            (
                Row("responsible_before", N_("Responsible before"), maybe_record(actors)),
                Row("responsible_during", N_("Responsible during the wait"), maybe_record(actors)),
                Row("responsible_after", N_("Responsible after"), maybe_record(actors)),
                Row("responsibility_moves", N_("When the responsibility moves"), area()),
                Row("waiting_contact", N_("Whom to contact while waiting"), area()),
            ),
        ),
        Section(
            N_("Time limits"),
            (
                Row("send_within", N_("Sent within"), time_target()),
                Row("accept_within", N_("Handled within"), time_target()),
                Row("answer_within", N_("Answered within"), time_target()),
                Row("see_within", N_("Customer seen within"), time_target()),
            ),
        ),
        Section(
            N_("Acknowledgement and feedback"),
            (
                Row("acknowledgement", N_("How it is acknowledged"), area()),
                Row(
                    "if_not_accepted",
                    N_("If it is not accepted, the customer goes on at"),
                    maybe_record(stages),
                ),
                Row("if_not_accepted_text", N_("What is done then"), area()),
                Row("feedback_from", N_("Feedback is written by"), maybe_record(actors)),
                Row("feedback_to", N_("Feedback goes to"), maybe_record(stages)),
                Row("feedback_within", N_("Feedback within"), time_target()),
                Row("no_feedback_reason", N_("Why no feedback is needed"), area()),
            ),
        ),
        Section(
            N_("Customer"),
            (
                Row("customer_told", N_("What the customer is told"), area()),
                Row("customer_told_by", N_("Who tells it"), line()),
                Row("direct_access", N_("Can the customer come without this handover"), yes_no()),
                Row("follow_up_question", N_("What is asked afterwards"), area()),
                Row("failure_demand", N_("Needless contacts that arise here"), area(), PRIVATE),
            ),
        ),
        NOTES,
    ),
    begin="condition",
)
