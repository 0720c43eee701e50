"""Finnish word forms, asked of Voikko where the machine has it.

Voikko (https://voikko.puimula.org) is a native library with a Finnish dictionary, reached by the
package `libvoikko`. Neither comes with Ketjupaja: the dictionary is under the GPL. Whoever has
installed the three gets answers; where anything is missing there is none, and nothing is guessed.
"""

from collections.abc import Callable
from functools import cache, lru_cache
from importlib import import_module
from typing import Any

IsPassive = Callable[[str], bool]
"""Whether a Finnish word can be nothing but a verb in the passive ("ohjataan")."""

_KEPT_WORDS = 1 << 15
_PASSIVE = "4"
"""Voikko counts the passive as a fourth person."""


@cache
def finnish_passive() -> IsPassive | None:
    """Return who knows the passive, None when this machine has no Finnish morphology."""
    try:
        module = import_module("libvoikko")
    except ImportError:
        return None
    try:
        return passive_by(module.Voikko("fi"))
    except (OSError, module.VoikkoException):  # no native library, no dictionary
        return None


def passive_by(voikko: Any) -> IsPassive:
    """Ask a `libvoikko.Voikko`; a word that may be something else, too, is not passive."""

    @lru_cache(maxsize=_KEPT_WORDS)
    def is_passive(word: str) -> bool:
        readings = voikko.analyze(word)
        return bool(readings) and all(
            reading.get("PERSON") == _PASSIVE and reading.get("NEGATIVE") != "true"
            for reading in readings
        )

    return is_passive
