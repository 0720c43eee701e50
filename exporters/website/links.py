"""Addresses: which web addresses may become links, phone links, and names of pages."""

import re
import unicodedata
from urllib.parse import quote, urlsplit, urlunsplit

_SCHEMES = {"http", "https", "mailto", "tel"}
# Browsers drop these inside an address before they read it, so "java\tscript:" would run; or
# nobody sees them, so that an address leads elsewhere than it seems to.
_UNSEEN = re.compile(
    "[\x00-\x20\x7f-\xa0\xad\u061c\u115f\u1160\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f"
    "\u3000\u3164\ud800-\udfff\ufeff\uffa0\ufff0-\uffff\U000e0000-\U000e0fff]"
)
_DOTS = re.compile("[\u3002\uff0e\uff61]")  # what browsers read as the dot between labels
_EMAIL = re.compile(r"[^\s@<>\"':,;/?&#]+@[^\s@<>\"':,;/?&#]+\.[^\s@<>\"':,;/?&#]+")
_PHONE = re.compile(r"\+?[\d\s()./-]{3,}")

_SLUG_LENGTH = 80
# Names of the site's own files, and of devices on Windows.
_TAKEN = re.compile(r"index|changes|build|con|nul|aux|prn|(?:com|lpt)\d")


def safe_address(address: str) -> str | None:
    """Return the address if it may be a link, else None.

    Links are http, https, mailto and tel; a web address names its host and nothing before it
    (`https://kanta.fi@example.org` leads to example.org), a phone link is only a number (`*21*`
    would divert calls). `www.` without a scheme is taken as https, as people write it.
    """
    address = address.strip()
    if _UNSEEN.search(address):
        return None
    if address.lower().startswith("www."):
        address = f"https://{address}"
    try:
        parts = urlsplit(address)
        host, user = parts.hostname, parts.username
    except ValueError:
        return None
    if parts.scheme not in _SCHEMES or "\\" in address:
        return None
    safe = parts.scheme + address[len(parts.scheme) :]
    match parts.scheme:
        case "tel":
            return phone_address(safe)
        case "mailto":
            return safe if parts.path else None
        case _:
            return safe if host and user is None else None


def in_ascii(address: str) -> str:
    """Return a safe web address as it goes over the wire: RFC 3986 with names in Punycode.

    Shows look-alike letters of a name, and is what formats take that know ASCII only.
    """
    parts = urlsplit(address)
    keep = "%/:=&?~+!$,;'@()*[]"
    name, colon, port = parts.netloc.partition(":")
    if parts.netloc.startswith("["):
        name, colon, port = parts.netloc, "", ""
    return urlunsplit(
        (
            parts.scheme,
            _host_in_ascii(name) + colon + quote(port, safe=""),
            *(quote(part, safe=keep) for part in parts[2:]),
        )
    )


def _host_in_ascii(host: str) -> str:
    plain = unicodedata.normalize("NFKC", _DOTS.sub(".", host)).lower()
    return ".".join(
        label if label.isascii() else f"xn--{label.encode('punycode').decode()}"
        for label in plain.split(".")
    )


def email_address(address: str) -> str | None:
    """Return the `mailto:` link of an e-mail address, None when it is none."""
    address = address.strip().removeprefix("mailto:")
    return f"mailto:{address}" if _EMAIL.fullmatch(address) else None


def phone_address(number: str) -> str | None:
    """Return the `tel:` link of a phone number, None when the text is not only a number.

    "+358 (0)40" and "+358 40" are the same number: the zero in brackets is not dialled.
    """
    number = number.strip().removeprefix("tel:")
    if not _PHONE.fullmatch(number):
        return None
    digits = re.sub(r"\D", "", number.replace("(0)", "") if number.startswith("+") else number)
    if not digits:
        return None
    return f"tel:+{digits}" if number.startswith("+") else f"tel:{digits}"


def slug(*wishes: str) -> str:
    """Return a name for a page: of the first wish that leaves letters a-z or digits.

    At least one wish must (an id does).
    """
    for wish in wishes:
        bare = unicodedata.normalize("NFKD", wish.casefold())
        bare = "".join(char for char in bare if not unicodedata.combining(char))
        name = re.sub(r"[^a-z0-9]+", "-", bare).strip("-")[:_SLUG_LENGTH].rstrip("-")
        if name:
            return f"{name}-1" if _TAKEN.fullmatch(name) else name
    raise ValueError(wishes)
