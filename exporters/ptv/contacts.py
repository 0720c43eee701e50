"""Contacts as PTV wants them: phone numbers, street addresses and web addresses, taken apart."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from exporters.ptv.schema import Body
from exporters.ptv.texts import too_long
from exporters.website.links import email_address, in_ascii, phone_address, safe_address
from model.codes import ContactKind, FeeKind
from model.codes.ptv import limits, municipalities
from model.messages import _
from model.parts import Contact, Fee
from model.text import Text, quoted

# Numbers that are dialled without the country's code: 112, 116117, 0800, 0600 and their kind.
_SERVICE_NUMBER = re.compile(r"112|116\d{3}|118\d{1,3}|0[67]00\d+|0800\d+|0[123]00\d+")
_FINLAND = "+358"
_ADDRESS = re.compile(
    r"(?P<street>[^,\d]*[^,\d\s])\s*(?P<number>\d[^,]{0,20})?\s*,\s*(?P<code>\d{5})\s+(?P<town>[^,]+)"
)
_EMAIL_LENGTH = 100


class Read(NamedTuple):
    """Contacts in PTV's form, and sentences about those that could not be read."""

    items: list[Body]
    notes: tuple[str, ...]


def phones(contacts: Iterable[Contact], fee: Fee | None, languages: Sequence[str]) -> Read:
    """Return phone numbers as PTV's items, one per language."""
    items: list[Body] = []
    notes: list[str] = []
    for contact in contacts:
        if contact.kind is not ContactKind.PHONE:
            continue
        number = _number(contact.value)
        if number is None:
            message = _(
                "“{number}” was left out: write a Finnish phone number, such as 08 123 4567 or "
                "+358 8 123 4567"
            )
            notes.append(message.format(number=quoted(contact.value)))
            continue
        for language in languages:
            charge, about_charge = _charge(fee, language)
            info = contact.text.get(language, "").strip()
            notes += about_charge
            fits = 0 < limits.counted(info) <= limits.PHONE_INFO
            more = {"additionalInformation": info} if fits else {}
            items.append({"type": "Phone", **number, **charge, **more, "language": language})
        notes += _long_infos(contact.text, languages)
    return Read(items, tuple(dict.fromkeys(notes)))


def _number(typed: str) -> Body | None:
    address = phone_address(typed)
    if address is None:
        return None
    number = address.removeprefix("tel:")
    if _SERVICE_NUMBER.fullmatch(number):
        return {"number": number, "isFinnishServiceNumber": True}
    if number.startswith(_FINLAND):
        local = number.removeprefix(_FINLAND).removeprefix("0")
    elif number.startswith("0") and not number.startswith("00"):
        local = number.removeprefix("0")
    else:
        return None
    if not local:
        return None
    return {"number": local, "prefixNumber": _FINLAND, "isFinnishServiceNumber": False}


def _charge(fee: Fee | None, language: str) -> tuple[Body, list[str]]:
    """Return what a call costs, and a sentence when the words about it are too long."""
    if fee is None:
        return {}, []
    note = fee.note.get(language, "").strip()
    count = limits.counted(note)
    notes = []
    if count > limits.PHONE_CHARGE:
        notes = [too_long(_("About the fee"), language, count, limits.PHONE_CHARGE)]
        note = ""
    if note:
        return {"serviceChargeType": "Other", "chargeDescription": note}, notes
    kinds = {FeeKind.FREE: "FreeOfCharge", FeeKind.CLIENT_FEE: "Chargeable"}
    kind = kinds.get(fee.kind)
    return ({"serviceChargeType": kind} if kind else {}), notes


def addresses(contacts: Iterable[Contact], area: Sequence[str], languages: Sequence[str]) -> Read:
    """Return visiting addresses as PTV's street addresses.

    The municipality is the town of the address, or that of the channel when it has just one.
    """
    items: list[Body] = []
    notes: list[str] = []
    for contact in contacts:
        if contact.kind is not ContactKind.VISITING_ADDRESS:
            continue
        parts = _ADDRESS.fullmatch(contact.value.strip())
        if parts is None:
            message = _(
                "the address “{address}” could not be read: write it like this: Esimerkkikatu 1, "
                "45100 Kouvola"
            )
            notes.append(message.format(address=quoted(contact.value)))
            continue
        code = _municipality(parts["town"], area)
        if not code:
            message = _(
                "the municipality of the address “{address}” is not known: choose one "
                "municipality for the channel"
            )
            notes.append(message.format(address=quoted(contact.value)))
            continue
        items.append(_street_address(parts, code, contact.text, languages))
        notes += _long_infos(contact.text, languages)
    return Read(items, tuple(notes))


def _long_infos(text: Text, languages: Sequence[str]) -> list[str]:
    counts = {language: limits.counted(text.get(language, "").strip()) for language in languages}
    return [
        too_long(_("What to know about it"), language, count, limits.PHONE_INFO)
        for language, count in counts.items()
        if count > limits.PHONE_INFO
    ]


def _municipality(town: str, area: Sequence[str]) -> str:
    known = municipalities()
    for code, entry in known.items():
        if town.strip().casefold() in {entry.fi.casefold(), entry.sv.casefold()}:
            return code
    return area[0] if len(area) == 1 and area[0] in known else ""


def _street_address(
    parts: re.Match[str], municipality: str, text: Text, languages: Sequence[str]
) -> Body:
    number = (parts["number"] or "").strip()
    info = [
        {"language": language, "value": words}
        for language in languages
        if (words := text.get(language, "").strip()) and limits.counted(words) <= limits.PHONE_INFO
    ]
    return {
        "type": "Location",
        "subType": "Single",
        "country": "FI",
        "streetAddress": {
            "municipality": municipality,
            "street": [
                {"language": language, "value": parts["street"].strip()} for language in languages
            ],
            **({"streetNumber": number} if number else {}),
            "postalCode": parts["code"],
            **({"additionalInformation": info} if info else {}),
        },
    }


def web_addresses(contacts: Iterable[Contact]) -> Read:
    """Return the web addresses that may be published, once each; http and https only."""
    found: dict[str, None] = {}
    notes: list[str] = []
    for contact in contacts:
        if contact.kind is not ContactKind.WEB:
            continue
        address = safe_address(contact.value)
        if address is None or not address.startswith(("http://", "https://")):
            message = _("“{address}” was left out: it is no web address")
            notes.append(message.format(address=quoted(contact.value)))
            continue
        address = in_ascii(address)
        if limits.counted(address) > limits.WEB_ADDRESS:
            message = _("“{address}” was left out: PTV takes {most} characters")
            notes.append(message.format(address=quoted(address), most=limits.WEB_ADDRESS))
            continue
        found[address] = None
    return Read([{"value": address} for address in found], tuple(notes))


def emails(contacts: Iterable[Contact], languages: Sequence[str]) -> Read:
    """Return e-mail addresses as PTV's items, one per language."""
    items: list[Body] = []
    notes: list[str] = []
    for contact in contacts:
        if contact.kind is not ContactKind.EMAIL:
            continue
        address = (email_address(contact.value) or "").removeprefix("mailto:")
        if not address or limits.counted(address) > _EMAIL_LENGTH:
            message = _("“{address}” was left out: PTV takes no such e-mail address")
            notes.append(message.format(address=quoted(contact.value)))
            continue
        items += [{"language": language, "value": address} for language in languages]
    return Read(items, tuple(notes))
