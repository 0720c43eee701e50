"""Opening hours missing: when somebody answers, and what to do at other times.

Asked of the channels in which one reaches people at certain hours. One that is open round the
clock needs no text for other times.
"""

import re
from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.review import Review
from model.checks.wording import title
from model.codes import ChannelKind, Severity
from model.messages import N_, _
from model.records import Channel

STAFFED = frozenset(
    {
        ChannelKind.PHONE,
        ChannelKind.ON_SITE,
        ChannelKind.MOBILE_UNIT,
        ChannelKind.REMOTE,
        ChannelKind.CHAT,
    }
)
_ALWAYS = re.compile(
    r"ympäri vuorokauden|vuorokauden ympäri|aina auki|24/7|24 ?h\b|dygnet runt|alltid öppe[nt]|"
    r"round the clock|always open",
    re.IGNORECASE,
)


def check(channel: Channel, review: Review) -> Iterator[Said]:
    del review
    if channel.kind not in STAFFED:
        return
    if not channel.hours:
        message = _("“{title}” has no opening hours.").format(title=title(channel))
        yield Said(about=channel.id, message=message, field="hours")
    if not channel.out_of_hours and not is_always_open(channel):
        message = _("“{title}” does not tell what to do outside its opening hours.")
        yield Said(
            about=channel.id, message=message.format(title=title(channel)), field="out_of_hours"
        )


def is_always_open(channel: Channel) -> bool:
    """Whether the opening hours say that somebody always answers."""
    return any(_ALWAYS.search(words) for words in channel.hours.values())


RULE = Rule(
    id="ACC-04",
    severity=Severity.WARNING,
    severities={"workshop": Severity.OFF},
    title=N_("Opening hours missing"),
    finds=N_(
        "A channel in which one reaches people, without its opening hours or without what to do "
        "at other times."
    ),
    why=N_("Who calls when nobody answers thinks that there is no help."),
    put_right=N_("Write the opening hours and where to turn outside them."),
    source="PTV (service hours of a channel)",
    each=Channel,
    check=check,
)
