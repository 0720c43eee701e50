"""Acts of law by the names that readers know, in the language in force."""

import re

from model.codes import time_limits
from model.messages import N_, _, spoken_language
from model.text import in_language

# As the code list of time limits names them, and as Finlex translates the names.
_ACTS = {
    "Terveydenhuoltolaki": N_("Health Care Act"),
    "Sosiaalihuoltolaki": N_("Social Welfare Act"),
}
_SECTION = re.compile(r"(?P<act>\w+)(?: \d+/\d{4})? (?P<section>\d+(?: [a-z])?) §")


def statute(limit: str) -> str:
    """Return the act and section of a legal time limit of that id; "" for an unknown id.

    A limit whose section is not known is called by its own name.
    """
    known = time_limits.find(limit)
    if known is None or not known.law:
        return ""
    found = _SECTION.match(known.basis)
    if found is None or found["act"] not in _ACTS:
        return in_language(known.name, spoken_language())
    act = _ACTS[found["act"]]
    return _("{act}, section {section}").format(act=_(act), section=found["section"])
