"""The form of a channel."""

from collections.abc import Sequence

from designer.ui.inspector.fields import (
    all_of,
    area,
    choice,
    day,
    line,
    plain,
    related,
    spoken_languages,
    ticked_records,
    yes,
    yes_no,
)
from designer.ui.inspector.fields.counter import ptv, ptv_phones
from designer.ui.inspector.form import FormOf, Related, Row, Section
from designer.ui.inspector.municipalities import municipality_names
from designer.ui.inspector.parts import contacts, fee, one
from designer.ui.inspector.shared import PTV_NAME, PTV_TOLD
from model.change import Change
from model.codes import ChannelKind
from model.codes.ptv import limits
from model.edits import add, together, update
from model.ids import new_id
from model.messages import N_, _
from model.order import last_order
from model.parts import DigitalEvaluation
from model.pathway import Pathway
from model.records import AnyRecord, Channel, Stage


def add_channel(pathway: Pathway, owner: AnyRecord) -> Change:
    """Add a channel; a stage in whose form that is done uses it from then on."""
    channel = Channel(
        id=new_id(), order=last_order(pathway.channels), kind=ChannelKind.PHONE, digital=False
    )
    changes = [add(pathway, channel)]
    if isinstance(owner, Stage):
        changes.append(update(pathway, owner.id, channels=(*owner.channels, channel.id)))
    return together(_("Add a channel"), changes)


def _stages_with(pathway: Pathway, channel: AnyRecord) -> Sequence[Stage]:
    return [stage for stage in pathway.stages if channel.id in stage.channels]


CHANNEL = FormOf(
    Channel,
    (
        Section(
            N_("Basics"),
            (
                Row("name", N_("Name"), line(limit=PTV_NAME)),
                Row("kind", N_("Kind of channel"), choice(ChannelKind)),
                Row("digital", N_("Digital"), yes(N_("Needs a device and a network"))),
                Row("description", N_("Description"), area(limit=PTV_TOLD)),
                Row("contacts", N_("Contacts"), contacts(ptv_phones(limits.PHONE_INFO))),
                Row("hours", N_("Opening hours"), area()),
                Row("out_of_hours", N_("What to do at other times"), area()),
            ),
        ),
        Section(
            N_("Language, area and fee"),
            (
                Row("languages", N_("Languages of service"), spoken_languages()),
                Row("municipalities", N_("Municipalities"), municipality_names()),
                Row("fee", N_("Fee"), fee(ptv_phones(limits.PHONE_CHARGE))),
            ),
        ),
        Section(
            N_("Access"),
            (
                Row("authentication", N_("Needs strong electronic identification"), yes_no()),
                Row(
                    "support",
                    N_("Help to use it, acting for another"),
                    area(limit=ptv(limits.CONNECTION)),
                ),
                Row("accessibility", N_("Accessibility"), area()),
                Row(
                    "alternative_to",
                    N_("Stands in for"),
                    ticked_records(all_of(Channel), N_("There is no other channel.")),
                ),
            ),
        ),
        Section(
            N_("Upkeep"),
            (
                Row("service_owner", N_("Owner of the service"), line()),
                Row("checked", N_("Details checked on"), day()),
                Row("evaluation", N_("Evaluation"), one(DigitalEvaluation())),
                Row("ptv_channel", N_("PTV channel (id)"), plain()),
            ),
        ),
        Section(N_("Stages"), (Related(N_("Stages that use it"), related(_stages_with)),)),
    ),
    open=1,
)
