"""Digital only, or no channel at all: every public stage needs a way to deal with it."""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.review import Review
from model.checks.wording import listed, title
from model.codes import Severity
from model.messages import N_, _
from model.records import Channel, Stage


def check(stage: Stage, review: Review) -> Iterator[Said]:
    if not stage.public:
        return
    channels = [found for id in stage.channels if (found := review.pathway.find(Channel, id))]
    if not channels:
        message = _("“{title}” has no channel: how does the customer deal with it?")
        yield Said(about=stage.id, message=message.format(title=title(stage)))
    elif all(channel.digital for channel in channels):
        message = _("“{title}” can be dealt with only digitally: {channels}.").format(
            title=title(stage), channels=listed(review.pathway, stage.channels)
        )
        yield Said(about=stage.id, message=message, also=stage.channels)


RULE = Rule(
    id="ACC-01",
    severity=Severity.ERROR,
    severities={"workshop": Severity.WARNING},
    title=N_("Digital only or no channel"),
    finds=N_(
        "A public stage that can be dealt with only by digital channels, or for which no channel "
        "is named."
    ),
    why=N_("Those who cannot use a digital service are left without help."),
    put_right=N_("Add a phone, on-site, home visit or paper channel to the stage."),
    source="Kainuu model (never make digital the only option); THL STePS 2016",
    each=Stage,
    check=check,
)
