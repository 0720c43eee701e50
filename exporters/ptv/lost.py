"""What of a pathway has no place in PTV, in words.

A field that is public either goes to PTV or is named here as lost; a test keeps the two together.
"""

from collections.abc import Iterator, Mapping

from exporters.ptv.channels import SCHEMA_OF, USED_CONTACTS
from exporters.website.public import PUBLIC_FIELDS
from model.codes.names import name_of_code
from model.describe.fields import name_of_field
from model.messages import _, ngettext
from model.pathway import Pathway
from model.records import (
    AnyRecord,
    Channel,
    Goal,
    Metric,
    PathwayInfo,
    Record,
    Stage,
    TimePromise,
)

# Fields that go to PTV, or that only say where a record stands or how it is drawn.
CARRIED: Mapping[type[Record], frozenset[str]] = {
    PathwayInfo: frozenset(
        {
            "title",
            "summary",
            "description",
            "themes",
            "municipalities",
            "languages",
            "slug",
            "status",
        }
    ),
    Stage: frozenset(
        {
            "order",
            "actor",
            "phase",
            "column",
            "kind",
            "start",
            "public",
            "title",
            "what_happens",
            "what_you_can_do",
            "channels",
            "time_targets",
            "fee",
            "provider",
        }
    ),
    Channel: frozenset(
        {
            "order",
            "kind",
            "digital",
            "name",
            "description",
            "contacts",
            "fee",
            "languages",
            "municipalities",
            "authentication",
            "support",
        }
    ),
}
_EMPTY: tuple[object, ...] = (None, "", (), {}, False)
# Limits of a handover, for counting them.
_LIMITS = ("send_within", "accept_within", "answer_within", "see_within", "feedback_within")


def lost_of_pathway(pathway: Pathway) -> Iterator[str]:
    """Yield what the pathway as a whole loses, a sentence each."""
    if pathway.stages:
        yield _("The order of the stages and their phases: a service collection has no order.")
    arrows = pathway.handovers
    if arrows:
        conditions = sum(bool(arrow.condition) for arrow in arrows)
        times = sum(getattr(arrow, name) is not None for arrow in arrows for name in _LIMITS)
        yield ngettext(
            "{count} handover, with its conditions ({conditions}) and time limits ({times}).",
            "{count} handovers, with their conditions ({conditions}) and time limits ({times}).",
            len(arrows),
        ).format(count=len(arrows), conditions=conditions, times=times)
    counts = {
        _("goals"): len(pathway.of(Goal)),
        _("metrics"): len(pathway.of(Metric)),
        _("time promises"): len(pathway.of(TimePromise)),
    }
    if any(counts.values()):
        found = ", ".join(f"{name} ({count})" for name, count in counts.items() if count)
        yield _("Of the whole: {parts}.").format(parts=found)
    if fields := lost_fields(pathway.info):
        yield _("What is said of the whole: {fields}.").format(fields=", ".join(fields))


def lost_of_channel(channel: Channel) -> list[str]:
    """Return what a written channel loses: fields, and contacts of kinds that it cannot hold."""
    used = USED_CONTACTS[SCHEMA_OF[channel.kind]]
    kinds = dict.fromkeys(contact.kind for contact in channel.contacts if contact.kind not in used)
    return [*(name_of_code(kind) for kind in kinds), *lost_fields(channel)]


def lost_fields(record: AnyRecord) -> list[str]:
    """Return what people call the filled fields that PTV has no place for."""
    kind = type(record)
    return [
        _quoted(name_of_field(record, name))
        for name in PUBLIC_FIELDS[kind]
        if name not in CARRIED[kind] and getattr(record, name) not in _EMPTY
    ]


def _quoted(field: str) -> str:
    return _("“{field}”").format(field=field)
