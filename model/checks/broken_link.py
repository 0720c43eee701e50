"""Broken link: an address that no reader can follow, by its form.

Whether addresses answer is not asked while drawing; see `model.checks.links_answer`.
"""

from collections.abc import Iterator
from typing import NamedTuple

from model import edits
from model.change import Change
from model.checks.finding import Finding, Fix, Rule, Said
from model.checks.public_texts import is_published
from model.checks.review import Review
from model.checks.web_addresses import addresses, fault, mended, with_addresses
from model.checks.wording import named, words
from model.codes import Severity
from model.messages import N_, _
from model.parts import Link
from model.pathway import Pathway
from model.records import AnyRecord, Handover, PathwayInfo, Record, Stage


def check(record: AnyRecord, review: Review) -> Iterator[Said]:
    if not is_published(record, review.pathway):
        return
    faults = [*_followed_nowhere(record), *_without_address(record)]
    if faults:
        message = _("At “{title}” a link cannot be followed. {reasons}.").format(
            title=named(record, review.pathway),
            reasons="; ".join(
                _("“{address}”: {reason}").format(address=fault.link, reason=fault.reason)
                for fault in faults
            ),
        )
        yield Said(about=record.id, message=message, field=faults[0].field)


class Fault(NamedTuple):
    """What is wrong with a link, which is told by its address or its words."""

    field: str
    link: str
    reason: str


def _followed_nowhere(record: AnyRecord) -> Iterator[Fault]:
    for field, written in dict.fromkeys(addresses(record)):
        reason = fault(written)
        if reason is not None:
            yield Fault(field, written.strip(), reason)


def _without_address(record: AnyRecord) -> Iterator[Fault]:
    """Find links without an address; what an artifact or a form rests on may be paper."""
    for field, link in _links(record):
        if link.title and not link.url:
            yield Fault(field, words(link.title), _("it has no address"))


def _links(record: AnyRecord) -> Iterator[tuple[str, Link]]:
    match record:
        case PathwayInfo():
            yield from (("rights", link) for link in record.rights)
        case Stage():
            yield from (("links", link) for link in record.links)
        case Handover(model_referral=Link() as link):
            yield "model_referral", link


def _write_it_whole(finding: Finding, pathway: Pathway) -> Change:
    """Put https:// before addresses and take the spaces off, where that is all they lack."""
    record = pathway.get(finding.about or pathway.info.id)
    if record is None or any(_without_address(record)):
        return Change("")
    broken = [address.written for address in addresses(record) if fault(address.written)]
    if not broken or any(mended(written) is None for written in broken):
        return Change("")
    whole = with_addresses(record, lambda written: mended(written) or written)
    return edits.update(pathway, record.id, **whole)


RULE = Rule(
    id="PUB-05",
    severity=Severity.WARNING,
    severities={"workshop": Severity.OFF},
    title=N_("Broken link"),
    finds=N_(
        "A link without an address, or an address that readers cannot follow: without https://, "
        "with a space, without a website’s name, or in the organisation’s own network. Whether "
        "an address answers is asked only when that is wanted."
    ),
    why=N_("A link that leads nowhere ends the customer’s way, and nobody inside notices."),
    put_right=N_(
        "Copy the address from the browser’s address line, where it begins with https://."
    ),
    source="Ketjupaja’s own rule (quality of websites)",
    each=Record,
    check=check,
    fixes=(
        Fix(title=N_("Write the address with https:// and without spaces"), change=_write_it_whole),
    ),
)
