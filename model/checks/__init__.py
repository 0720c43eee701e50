"""The rules, and how they are asked.

    report = check(pathway, COORDINATION, date.today())

While a pathway is edited, `LiveChecks` keeps the report up to date; its `difference` is what the
last edit changed in it, all else are the same objects as before. A new rule is one module,
one line in `model.checks.catalogue`, two small pathways in `samples/checks/<module>`, of which
the rule finds something in the one and nothing in the other.
"""

from datetime import date

from model.checks.acceptances import acceptance_in_words
from model.checks.asking import Asker
from model.checks.catalogue import CHECKS
from model.checks.finding import Finding, NotEvaluated, Report, Rule, Said, SwitchedOff
from model.checks.live import LiveChecks
from model.checks.profiles import (
    COORDINATION,
    ORGANISATION,
    PROFILES,
    PUBLISHING,
    WORKSHOP,
    Profile,
    find_profile,
    profile_for,
)
from model.checks.report import Composer, Difference
from model.pathway import Pathway

__all__ = [
    "CHECKS",
    "COORDINATION",
    "ORGANISATION",
    "PROFILES",
    "PUBLISHING",
    "WORKSHOP",
    "Difference",
    "Finding",
    "LiveChecks",
    "NotEvaluated",
    "Profile",
    "Report",
    "Rule",
    "Said",
    "SwitchedOff",
    "acceptance_in_words",
    "check",
    "find_profile",
    "profile_for",
]

PATIENT_SECONDS = 60.0


def check(
    pathway: Pathway,
    profile: Profile,
    today: date,
    rules: tuple[Rule, ...] = CHECKS,
    *,
    rule_seconds: float = PATIENT_SECONDS,
) -> Report:
    """Ask rules of a pathway; texts are in the language in force.

    Nobody is kept from typing meanwhile, so that a rule may take longer than in `LiveChecks`.
    """
    asker = Asker(pathway, profile, today, rules, rule_seconds)
    return Composer(rules, profile, today).begin(asker.answers, pathway)
