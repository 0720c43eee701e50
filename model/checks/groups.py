"""The groups of rules, as a coordinator calls them: what a rule's id begins with."""

from collections.abc import Mapping
from typing import Final

from model.messages import N_

GROUPS: Final[Mapping[str, str]] = {
    "STR": N_("Structure"),
    "RES": N_("Responsibilities"),
    "HAN": N_("Handovers"),
    "TIM": N_("Times"),
    "ACC": N_("Access to services"),
    "LAN": N_("Languages"),
    "CUS": N_("Texts for the customer"),
    "PRE": N_("From prevention to follow-up"),
    "NGO": N_("NGOs"),
    "OWN": N_("Ownership and goals"),
    "PUB": N_("Publishing"),
}
"""The titles (message ids) of the groups, in the order of the rule catalogue."""


def group_of(rule: str) -> str:
    """Return the group that a rule belongs to, by its id."""
    return rule.partition("-")[0]
