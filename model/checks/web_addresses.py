"""The web addresses that readers are led to, and what is wrong with the form of one.

Whether an address answers is asked on demand only, in `model.checks.links_answer`.
"""

import ipaddress
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from msgspec.structs import replace

from model.checks.public_texts import rewritten, texts_at
from model.codes import ContactKind
from model.messages import _
from model.parts import Contact
from model.records import Actor, AnyRecord, Channel, Handover, PathwayInfo, Record, Stage

ADDRESSES: Mapping[type[Record], tuple[str, ...]] = {
    PathwayInfo: (
        "rights.url",
        "feedback.url",
        "accessibility_statement.url",
        "related_artifacts.url",
    ),
    Stage: ("links.url", "forms.url", "related_artifacts.url"),
    Handover: ("model_referral.url",),
}
"""Per kind the paths of fields that hold web addresses, besides contacts."""

_INTERNAL_NAMES = {"intra", "intranet", "localhost"}
_INTERNAL_ENDINGS = {"local", "lan", "internal", "intern", "corp", "home", "localdomain"}
_ADDRESS_OF_A_MACHINE = re.compile(r"[\d.]+|.*:.*")
_BARE = re.compile(r"(?:[a-z0-9åäö-]+\.)+[a-zåäö]{2,}(?:[/?#]\S*)?", re.IGNORECASE)


class Address(NamedTuple):
    field: str
    written: str


def addresses(record: AnyRecord) -> Iterator[Address]:
    """Yield the web addresses of a record in all languages."""
    for field, text in texts_at(record, ADDRESSES.get(type(record), ())):
        for written in text.values():
            yield Address(field, written)
    if isinstance(record, Actor | Channel):
        for contact in record.contacts:
            if contact.kind is ContactKind.WEB and contact.value:
                yield Address("contacts", contact.value)


def with_addresses(record: AnyRecord, change: Callable[[str], str]) -> dict[str, Any]:
    """Return the fields of a record that hold addresses, with each of them changed."""
    fields = rewritten(record, ADDRESSES.get(type(record), ()), change)
    if isinstance(record, Actor | Channel):
        fields["contacts"] = tuple(_changed(contact, change) for contact in record.contacts)
    return fields


def _changed(contact: Contact, change: Callable[[str], str]) -> Contact:
    if contact.kind is not ContactKind.WEB or not contact.value:
        return contact
    return replace(contact, value=change(contact.value))


def fault(written: str) -> str | None:
    """Return what is wrong with the form of an address, None when readers can follow it."""
    if any(sign.isspace() or not sign.isprintable() for sign in written):
        return _("it holds a space")
    try:
        parts = urlsplit(written)
        host = parts.hostname or ""
    except ValueError:
        return _("it is not written as an address")
    if parts.scheme in {"mailto", "tel"}:
        return None if parts.path else _("it is not written as an address")
    if parts.scheme not in {"http", "https"} or "\\" in written:
        return _("it does not begin with https://")
    return _fault_of_host(host)


def _fault_of_host(host: str) -> str | None:
    labels = host.rstrip(".").split(".")
    if _is_inside(host, labels):
        return _("it leads to the organisation’s own network")
    if len(labels) == 1 or not all(labels) or not labels[-1][-1].isalpha():
        return _("it names no website")
    return None


def _is_inside(host: str, labels: list[str]) -> bool:
    if _ADDRESS_OF_A_MACHINE.fullmatch(host):
        try:
            return ipaddress.ip_address(host).is_private
        except ValueError:
            return False
    return not _INTERNAL_NAMES.isdisjoint(labels) or labels[-1] in _INTERNAL_ENDINGS


def mended(written: str) -> str | None:
    """Return an address without spaces around it and with https:// before it; else None.

    None when that does not make it one that readers can follow.
    """
    bare = written.strip()
    whole = f"https://{bare}" if _BARE.fullmatch(bare) else bare
    return whole if fault(whole) is None else None
