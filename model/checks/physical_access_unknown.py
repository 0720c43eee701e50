"""Physical access unknown."""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.review import Review
from model.checks.wording import title
from model.codes import ChannelKind, Severity
from model.messages import N_, _
from model.records import Channel

VISITED = frozenset({ChannelKind.ON_SITE, ChannelKind.MOBILE_UNIT})


def check(channel: Channel, review: Review) -> Iterator[Said]:
    del review
    if channel.kind in VISITED and not channel.accessibility:
        message = _("“{title}” does not tell how one gets in with a wheelchair or a walking aid.")
        yield Said(
            about=channel.id, message=message.format(title=title(channel)), field="accessibility"
        )


RULE = Rule(
    id="ACC-09",
    severity=Severity.INFO,
    severities={"workshop": Severity.OFF},
    title=N_("Physical access unknown"),
    finds=N_("A place that customers visit, without anything said of its accessibility."),
    why=N_("Who moves with an aid must know beforehand whether they get in."),
    put_right=N_("Write of the entrance, lift, toilet and parking, and of guide dogs."),
    source="PTV (accessibility of a service location)",
    each=Channel,
    check=check,
)
