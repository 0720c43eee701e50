"""Where a long word may be cut, for Finnish and Swedish compounds, without a dictionary."""

import re
from collections.abc import Iterator

FEWEST_LETTERS = 3  # of a word before and after a hyphen
_FEWEST_OF_PART = 5  # a compound is cut between its parts when the first is not shorter

_VOWELS = frozenset("aeiouyåäöáâõéèüæø")

# Beginnings of words that are often the latter part of a compound in care and services.
_LATTER_PARTS = (
    # Finnish
    *("arvio", "asema", "asiakas", "asumis", "avustaj", "hoidon", "hoidoll", "hoita", "hoito"),
    *("huollo", "huolto", "ilmoitu", "johtaj", "järjest", "kartoitu", "keskuk", "keskus"),
    *("konsultaa", "koordin", "korvau", "kuntoutu", "kysely", "käynni", "käynti", "lomak"),
    *("lähettee", "lääkär", "lääkit", "mittau", "neuvoj", "neuvol", "neuvont", "ohjau", "ohjaaj"),
    *("ohjelma", "osasto", "palaut", "palvelu", "päivystys", "päätök", "päätös", "ryhmä"),
    *(
        "sairaal",
        "sairaan",
        "sairau",
        "selvit",
        "seurann",
        "seurant",
        "sopimuk",
        "sopimus",
        "sosiaal",
    ),
    *("suunnitel", "suunnittel", "tapaami", "tarkastu", "tarpee", "terapia", "terapeut"),
    *("tervey", "tiimi", "toimija", "toimin", "tukih", "tukit", "tutkimu", "työryhm", "työnteki"),
    *("valmennu", "vammai", "vastaanot", "verkosto", "yhdisty", "yhteist", "yksikk", "yksikö"),
    # Swedish
    *("bedömning", "behandling", "besök", "central", "enhet", "grupp", "handledning", "mottagning"),
    *("plan", "rådgivning", "samtal", "service", "sjukvård", "stöd", "tjänst", "uppföljning"),
    *("utredning", "vård"),
)
_AFTER_SIGN = re.compile(r"(?<=\w)[-/](?=\w)")
_LATTER_PART = re.compile(f"(?=({'|'.join(_LATTER_PARTS)}))")


def between_parts(word: str) -> list[int]:
    """Return where parts of a word begin, in order: after a hyphen or slash, or in a compound."""
    last = len(word) - FEWEST_LETTERS
    inside = {
        found.start()
        for found in _LATTER_PART.finditer(word.lower())
        if _FEWEST_OF_PART <= found.start() <= last and word[found.start() - 1].isalpha()
    }
    return sorted(inside.union(found.end() for found in _AFTER_SIGN.finditer(word)))


def between_syllables(word: str) -> Iterator[int]:
    """Yield where Finnish syllables begin.

    A Finnish syllable begins with the one consonant that stands before a vowel (Kielitoimiston
    ohjepankki: tavutus). Other languages are cut readably, if not always by their rules.
    """
    letters = word.lower()
    for place in range(FEWEST_LETTERS, len(word) - FEWEST_LETTERS + 1):
        if (
            letters[place].isalpha()
            and letters[place] not in _VOWELS
            and letters[place + 1] in _VOWELS
            and letters[place - 1].isalpha()
        ):
            yield place
