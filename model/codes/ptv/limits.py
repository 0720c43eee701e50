"""How long a text may be, and how many codes PTV takes: for rules, forms and the export alike.

From the validators of PTV's open interface v11 (github.com/vrk-kpa/ptv-releases). Lengths are in
characters as PTV counts them, which is UTF-16 code units: a letter outside the basic plane (an
emoji) counts as two.
"""

from collections.abc import Mapping

from model.messages import N_

NAME = 100
SUMMARY = 150
DESCRIPTION = 2500
USER_INSTRUCTION = 2500
PROCESSING_TIME = 500
CHARGE_INFO = 500
"""What is said about a fee, of a service or where a service and a channel meet."""
CONNECTION = 500
"""What is said of a channel just for one service."""
KEYWORD = 150
PHONE_CHARGE = 150
PHONE_INFO = 150
PRODUCER_INFO = 150
WEB_ADDRESS = 500

MOST_CODES: Mapping[str, int] = {"service_classes": 4, "ontology_terms": 10}
"""By the fields of `model.parts.PtvDescription`."""

KINDS: Mapping[str, str] = {
    "service_classes": N_("service classes"),
    "ontology_terms": N_("KOKO terms"),
    "target_groups": N_("target groups"),
    "life_events": N_("life events"),
    "industrial_classes": N_("industrial classes"),
}
"""What the codes of a field are called."""

CITIZENS, COMPANIES = "KR1", "KR2"
GROUP_NEEDED: Mapping[str, str] = {"life_events": CITIZENS, "industrial_classes": COMPANIES}
"""Codes that PTV takes only together with a target group under this one."""


def counted(words: str) -> int:
    """Return how many characters PTV counts."""
    return len(words.encode("utf-16-le", "surrogatepass")) // 2


def has_group(groups: tuple[str, ...], needed: str) -> bool:
    """Whether one of the target groups is `needed` ("KR1") or under it; addresses will do."""
    bare = [group.rsplit("/", 1)[-1] for group in groups]
    return any(group == needed or group.startswith(f"{needed}.") for group in bare)
