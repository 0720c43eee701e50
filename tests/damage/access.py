"""Damages to equal access."""

from collections.abc import Iterator

from model import edits
from model.change import Change
from model.pathway import Pathway
from model.records import PathwayInfo, Stage
from tests.damage.damage import Damage, changed, cleared


def _digital_only(pathway: Pathway) -> Iterator[Change]:
    digital = [channel.id for channel in pathway.channels if channel.digital]
    for stage in pathway.stages:
        if stage.public and digital:
            yield edits.update(pathway, stage.id, channels=tuple(digital))


DAMAGES = (
    Damage("ACC-01", "a stage has digital channels only", _digital_only),
    Damage("ACC-01", "a stage has no channel", cleared(Stage, "channels")),
    Damage("ACC-07", "no emergency text", cleared(PathwayInfo, "emergency")),
    Damage(
        "ACC-07",
        "the emergency text names no number",
        changed(PathwayInfo, lambda _info: {"emergency": {"fi": "Hätätilanteessa hae apua."}}),
    ),
)
