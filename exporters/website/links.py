"""Addresses: which web addresses may become links, phone links, and names of pages."""

import re
import unicodedata
from urllib.parse import urlsplit

_SCHEMES = {"http", "https", "mailto", "tel"}
# Browsers drop these inside an address before they read it, so "java\tscript:" would run.
_IGNORED = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029]")
_EMAIL = re.compile(r"[^\s@<>\"':,;/?&#]+@[^\s@<>\"':,;/?&#]+\.[^\s@<>\"':,;/?&#]+")
_PHONE = re.compile(r"\+?[\d\s()./-]{3,}")

_SLUG_LENGTH = 80
# Names that mean something else on a web server or are devices on Windows.
_TAKEN = re.compile(r"index|con|nul|aux|prn|(?:com|lpt)\d")


def safe_address(address: str) -> str | None:
    """Return the address if it may be a link, else None.

    Links are http, https, mailto and tel; a web address names its host. `www.` without a scheme
    is taken as https, as people write it.
    """
    address = address.strip()
    if _IGNORED.search(address):
        return None
    if address.lower().startswith("www."):
        address = f"https://{address}"
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in _SCHEMES or "\\" in address:
        return None
    needed = host if parts.scheme in {"http", "https"} else parts.path
    return parts.scheme + address[len(parts.scheme) :] if needed else None


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
