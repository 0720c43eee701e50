"""Digital step without help: strong identification is needed, and no help for it is named.

Omasote's functions need strong identification, too: a stage that uses them names help in one of
its channels.
"""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.review import Review
from model.checks.wording import listed, title
from model.codes import Severity
from model.messages import N_, _
from model.records import AnyRecord, Channel, PathwayInfo, Record, Stage


def check(record: AnyRecord, review: Review) -> Iterator[Said]:
    match record:
        case PathwayInfo():
            yield from _unknown(review)
        case Channel(authentication=True, support=support) if not support:
            message = _(
                "“{title}” needs strong identification, but no help is named for those who cannot "
                "use it themselves."
            )
            yield Said(
                about=record.id, message=message.format(title=title(record)), field="support"
            )
        case Stage(public=True, omasote=uses) if uses and not _names_help(record, review):
            message = _(
                "“{title}” uses Omasote, which needs strong identification, but none of its "
                "channels names help for that."
            )
            yield Said(
                about=record.id, message=message.format(title=title(record)), field="channels"
            )


def _unknown(review: Review) -> Iterator[Said]:
    """Say once of which digital channels it is not known whether they ask for it."""
    channels = tuple(
        channel.id
        for channel in review.pathway.channels
        if channel.digital and channel.authentication is None and not channel.support
    )
    if channels:
        message = _("It is not said whether these need strong identification: {channels}.").format(
            channels=listed(review.pathway, channels)
        )
        yield Said(
            about=None, message=message, also=channels, evaluated=False, field="authentication"
        )


def _names_help(stage: Stage, review: Review) -> bool:
    channels = (review.pathway.find(Channel, id) for id in stage.channels)
    return any(channel.support for channel in channels if channel is not None)


RULE = Rule(
    id="ACC-02",
    severity=Severity.WARNING,
    severities={"workshop": Severity.OFF},
    title=N_("Digital step without help"),
    finds=N_(
        "A channel with strong identification, or a stage that uses Omasote, for which no digital "
        "support and no acting for another (Suomi.fi e-Authorizations) is named."
    ),
    why=N_("Those without bank codes, and those whom a close one helps, stop at the log-in."),
    put_right=N_("Write where one gets digital support and how another may act for the customer."),
    source="Kainuu programme (digital support, acting for another); Suomi.fi e-Authorizations",
    each=Record,
    reads={Channel: {"order", "digital", "authentication", "support", "name"}},
    check=check,
)
