"""The forms of lanes and columns: actors and phases."""

from collections.abc import Sequence

from designer.ui.inspector.fields import (
    area,
    line,
    maybe_choice,
    plain,
    related,
    spoken_languages,
    yes,
)
from designer.ui.inspector.form import FormOf, Related, Row, Section
from designer.ui.inspector.parts import contacts
from designer.ui.inspector.shared import NOTES, PRIVATE, TITLE_LENGTH
from model.codes import AgreementKind, PhaseKind, Sector
from model.messages import N_
from model.pathway import Pathway
from model.records import Actor, AnyRecord, Phase, Stage


def _stages_of(pathway: Pathway, owner: AnyRecord) -> Sequence[Stage]:
    return [stage for stage in pathway.stages if owner.id in (stage.actor, stage.phase)]


ACTOR = FormOf(
    Actor,
    (
        Section(
            N_("Basics"),
            (
                Row("name", N_("Name"), line(limit=TITLE_LENGTH)),
                Row("sector", N_("Sector"), maybe_choice(Sector)),
                Row("organisation", N_("Organisation"), line()),
                Row("unit", N_("Unit"), line()),
                Row("role", N_("Role in the pathway, in one sentence"), area()),
            ),
        ),
        Section(
            N_("Contacts"),
            (
                Row("contacts", N_("For customers (published)"), contacts()),
                Row(
                    "professional_contacts",
                    N_("For professionals"),
                    contacts(),
                    PRIVATE,
                ),
                Row("languages", N_("Languages of service"), spoken_languages()),
            ),
        ),
        Section(
            N_("Agreement and registers"),
            (
                Row("agreement", N_("Takes part on the ground of"), maybe_choice(AgreementKind)),
                Row("agreement_note", N_("About the agreement"), area()),
                Row("active", N_("In use"), yes(N_("Takes part at present"))),
                Row("ptv_organisation", N_("PTV organisation (id)"), plain()),
            ),
        ),
        Section(N_("Stages"), (Related(N_("Stages of the actor"), related(_stages_of)),)),
        NOTES,
    ),
    open=2,
)

PHASE = FormOf(
    Phase,
    (
        Section(
            N_("Basics"),
            (
                Row("title", N_("Name"), line(limit=TITLE_LENGTH)),
                Row("kind", N_("Section of the arc"), maybe_choice(PhaseKind)),
                Row("description", N_("Description"), area()),
            ),
        ),
        Section(N_("Stages"), (Related(N_("Stages of the phase"), related(_stages_of)),)),
        NOTES,
    ),
)
