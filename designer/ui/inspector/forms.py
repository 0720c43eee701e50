"""All forms, by the kind of record that they show."""

from designer.ui.inspector.actor_and_phase_forms import ACTOR, PHASE
from designer.ui.inspector.channel_form import CHANNEL
from designer.ui.inspector.codesign_forms import (
    GROUP,
    MILESTONE,
    NOTE,
    STORY,
    TASK,
    WAIVER,
    WORKSHOP,
)
from designer.ui.inspector.form import FormOf
from designer.ui.inspector.goal_forms import GOAL, METRIC, TIME_PROMISE
from designer.ui.inspector.handover_form import HANDOVER
from designer.ui.inspector.pathway_form import PATHWAY
from designer.ui.inspector.stage_form import STAGE
from model.records import Record

FORMS: dict[type[Record], FormOf] = {
    form.kind: form
    for form in (
        PATHWAY,
        PHASE,
        ACTOR,
        STAGE,
        CHANNEL,
        HANDOVER,
        GOAL,
        METRIC,
        TIME_PROMISE,
        GROUP,
        WORKSHOP,
        NOTE,
        STORY,
        TASK,
        WAIVER,
        MILESTONE,
    )
}
