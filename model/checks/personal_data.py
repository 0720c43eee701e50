"""Personal data in running text: identity codes, and how to reach one named worker."""

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from functools import cache

from model.codes.first_names import first_names

# Day, month, year, century, individual number, control character (Population Information Act
# 661/2009, 11 §; since 2023 further signs for the centuries). People also write other dashes, wide
# and small letters, a space beside the dash; what comes from elsewhere has unseen characters in it.
UNSEEN = "\xad\u200b-\u200f\u2060\ufeff"
"""What is not seen between signs, as a set of a pattern has it."""
_UNSEEN = f"[{UNSEEN}]*"


@cache
def _identity_codes() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])((?:\d{_UNSEEN}){{6}})"
        rf"([A-FU-Y\uff21-\uff26\uff35-\uff39]|\s?[-+\u2010-\u2014\u2212\uff0b\uff0d]\s?){_UNSEEN}"
        rf"((?:\d{_UNSEEN}){{3}})"
        r"([0-9A-FHJ-NPR-Y\uff10-\uff19\uff21-\uff39])(?!\w)",
        re.IGNORECASE,
    )


_CONTROL_CHARACTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_1800S, _2000S = "+", "ABCDEF"

_EMAIL = re.compile(r"([\w.+-]+)@([\w-]+(?:\.[\w-]+)+)")
_PART_OF_A_NAME = re.compile(r"[^\W\d_]+")
_LEAST_PARTS = 2
_SHORT = 2
_SURELY = 5
"""How many letters of a word of offices outweigh a first name: helmi.palvelukoti is an office."""
# What names of offices and services are made of, in Finnish, Swedish and English. "firstname" and
# the like tell how addresses are formed and name nobody.


@cache
def _parts_of_offices() -> re.Pattern[str]:
    return re.compile(
        r"kirjaamo|palvelu|asia|info|neuvo|terve|sosiaal|sote|hyvinvoin|posti|tuki|tuen|varaus|"
        r"toimi|asema|keskus|hoito|hoita|hammas|suun|laborat|poli|sairaal|kuntou|mielen|päih|paih|"
        r"perhe|lapsi|laste|nuori|nuort|vanh|ikä|ika|muisti|viesti|hallin|talou|henkil|rekry|tieto|"
        r"saavut|palaut|potilas|asiamies|vastaava|yhdist|järjest|jarjest|liitto|ry|kunta|kaupunki|"
        r"etunimi|sukunimi|registr|service|tjänst|tjanst|kund|hälso|halso|vård|vard|social|välf|valf|"
        r"tids|bokning|stöd|stod|mottag|klinik|sjuk|rådgiv|radgiv|rehab|för?nam|fornamn|efternamn|"
        r"respons|feedback|contact|office|support|health|care|client|customer|help|desk|team|"
        r"first|last|surname|noreply|no-reply|admin|hr|it",
        re.IGNORECASE,
    )


_PERSON = re.compile(
    r"\b([A-ZÅÄÖ][\w-]+)(?=\s+(?:[A-ZÅÄÖ]\.?\s+)?[A-ZÅÄÖ][a-zåäöéü]+(?:-[A-ZÅÄÖ]\w+)?)"
)
_NEAR = 60
_PHONE = re.compile(r"(?:\+358|\b0)[\d\s()-]{5,}\d")


def has_identity_code(words: str) -> bool:
    return any(map(_is_identity_code, _identity_codes().finditer(words)))


def without_identity_codes(words: str, instead: str = "") -> str:
    """Return the words without personal identity codes, and the spaces around these put right."""
    taken = _identity_codes().sub(
        lambda found: instead if _is_identity_code(found) else found[0], words
    )
    return words if taken == words else re.sub(r"[ \t]+([.,;:!?)]|$)|[ \t]{2,}", _closed_up, taken)


def _closed_up(found: re.Match[str]) -> str:
    return found[1] if found[1] is not None else " "


def _is_identity_code(found: re.Match[str]) -> bool:
    """Whether the day exists and the control character is that of the number."""
    day, century, number, control = map(_as_in_registers, found.groups())
    remainder = int(day + number) % len(_CONTROL_CHARACTERS)
    if _CONTROL_CHARACTERS[remainder] != control:
        return False
    first = 2000 if century in _2000S else 1800 if century == _1800S else 1900
    try:
        date(first + int(day[4:]), int(day[2:4]), int(day[:2]))
    except ValueError:
        return False
    return True


def _as_in_registers(part: str) -> str:
    return re.sub(rf"\s|{_UNSEEN}", "", unicodedata.normalize("NFKC", part)).upper()


def emails_of_workers(words: str) -> Iterator[str]:
    """Yield e-mail addresses that are made of a person's names: matti.virtanen@county.fi."""
    for found in _EMAIL.finditer(words):
        parts = re.split(r"[._-]+", found[1].casefold())
        if len(parts) >= _LEAST_PARTS and all(map(_PART_OF_A_NAME.fullmatch, parts)):
            least = _SURELY if first_names().intersection(parts) else 1
            if not any(_of_an_office(part, least) for part in parts):
                yield found[0]


def _of_an_office(part: str, least: int) -> bool:
    """Whether a part begins with a word of offices, of some length; short words are all of it."""
    found = _parts_of_offices().match(part)
    if found is None or len(found[0]) < least:
        return False
    return len(found[0]) > _SHORT or found[0] == part


def reaches_a_worker(words: str, number: str = "") -> bool:
    """Whether a phone number stands beside a person's first and last name.

    `number` is one that stands beside the words, as a contact has it.
    """
    phones = list(_PHONE.finditer(words))
    if not number and not phones:
        return False
    people = [found for found in _PERSON.finditer(words) if _is_first_name(found[1])]
    if number:
        return bool(people)
    return any(
        -_NEAR <= phone.start() - person.end() <= _NEAR
        or -_NEAR <= person.start() - phone.end() <= _NEAR
        for person in people
        for phone in phones
    )


def _is_first_name(name: str) -> bool:
    return name.casefold().split("-")[0] in first_names()
