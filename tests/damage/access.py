"""Damages to equal access."""

from collections.abc import Iterator

from msgspec.structs import replace

from model import edits
from model.change import Change
from model.checks.opening_hours_missing import STAFFED
from model.checks.parties import PRIVATE_PEOPLE, sector_of
from model.checks.physical_access_unknown import VISITED
from model.codes import FeeKind, OmasoteFunction, StageKind
from model.parts import Fee, OmasoteUse
from model.pathway import Pathway
from model.records import Channel, PathwayInfo, Stage
from tests.damage.damage import Damage, changed, cleared

FREE_OF_TELLING = {StageKind.SELF_CARE, StageKind.WAIT, StageKind.DECISION, StageKind.END}
KAJAANI, SOTKAMO = "205", "765"


def _digital_only(pathway: Pathway) -> Iterator[Change]:
    digital = [channel.id for channel in pathway.channels if channel.digital]
    for stage in pathway.stages:
        if stage.public and digital:
            yield edits.update(pathway, stage.id, channels=tuple(digital))


def _omasote_without_help(pathway: Pathway) -> Iterator[Change]:
    use = OmasoteUse(function=OmasoteFunction.MESSAGING)
    for stage in pathway.stages:
        channels = [pathway.find(Channel, id) for id in stage.channels]
        without = tuple(each.id for each in channels if each is not None and not each.support)
        if stage.public and without:
            yield edits.update(pathway, stage.id, omasote=(use,), channels=without)


def _services(pathway: Pathway) -> Iterator[Stage]:
    for stage in pathway.stages:
        is_private = sector_of(stage.actor, pathway) in PRIVATE_PEOPLE
        if stage.public and stage.kind not in FREE_OF_TELLING and not is_private:
            yield stage


def _no_fee(pathway: Pathway) -> Iterator[Change]:
    for stage in _services(pathway):
        yield edits.update(pathway, stage.id, fee=None)


def _another_fee(pathway: Pathway) -> Iterator[Change]:
    for stage in _services(pathway):
        yield edits.update(pathway, stage.id, fee=Fee(kind=FeeKind.OTHER))


def _only_in_the_town(pathway: Pathway) -> Iterator[Change]:
    """Let the area be two municipalities, and a stage's channels serve one of them."""
    area = edits.update(pathway, pathway.info.id, municipalities=(KAJAANI, SOTKAMO))
    for stage in pathway.stages:
        channels = [pathway.find(Channel, id) for id in stage.channels]
        reaching = [channel.id for channel in channels if channel and not channel.digital]
        if stage.public and reaching:
            limits = [edits.update(pathway, id, municipalities=(KAJAANI,)) for id in reaching]
            yield edits.together("", [area, *limits])


def _undecided(info: PathwayInfo) -> dict[str, object]:
    return {"vulnerable_groups": tuple(replace(g, decision={}) for g in info.vulnerable_groups)}


def _closes(channel: Channel) -> bool:
    hours = channel.hours.get("fi", "")
    return channel.kind in STAFFED and "ympäri vuorokauden" not in hours


DAMAGES = (
    Damage("ACC-01", "a stage has digital channels only", _digital_only),
    Damage("ACC-01", "a stage has no channel", cleared(Stage, "channels")),
    Damage(
        "ACC-02",
        "a channel with strong identification names no help",
        cleared(Channel, "support", where=lambda channel: channel.authentication),
    ),
    Damage("ACC-02", "a stage uses Omasote without a channel that helps", _omasote_without_help),
    Damage(
        "ACC-03",
        "a start does not say whether it needs a referral",
        cleared(Stage, "needs_referral", where=lambda stage: stage.start and stage.public),
    ),
    Damage(
        "ACC-04",
        "a channel has no hours",
        cleared(Channel, "hours", where=lambda channel: channel.kind in STAFFED),
    ),
    Damage(
        "ACC-04",
        "a channel does not tell what to do outside its hours",
        cleared(Channel, "out_of_hours", where=_closes),
    ),
    Damage("ACC-05", "a service does not tell what it costs", _no_fee),
    Damage("ACC-05", "a service has an unexplained fee", _another_fee),
    Damage("ACC-06", "the channels of a stage serve one municipality of two", _only_in_the_town),
    Damage("ACC-07", "no emergency text", cleared(PathwayInfo, "emergency")),
    Damage(
        "ACC-07",
        "the emergency text names no number",
        changed(PathwayInfo, lambda _info: {"emergency": {"fi": "Hätätilanteessa hae apua."}}),
    ),
    Damage(
        "ACC-08", "no vulnerable group is considered", cleared(PathwayInfo, "vulnerable_groups")
    ),
    Damage("ACC-08", "nothing is decided on a group", changed(PathwayInfo, _undecided)),
    Damage(
        "ACC-09",
        "a place does not tell how one gets in",
        cleared(Channel, "accessibility", where=lambda channel: channel.kind in VISITED),
    ),
)
