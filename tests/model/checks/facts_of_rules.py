"""All facts that rules ask for, by their names."""

import sys

from model.checks import CHECKS
from model.checks.facts import Fact

FACTS: dict[str, Fact[object]] = {
    f"{rule.id} {name} {number}": fact
    for rule in CHECKS
    for name, each in vars(sys.modules[rule.check.__module__]).items()
    for number, fact in enumerate(each if isinstance(each, list) else [each])
    if isinstance(fact, Fact)
}
