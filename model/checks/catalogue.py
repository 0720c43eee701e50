"""Every rule that is asked, in the order of the rule catalogue."""

from model.checks import stage_without_actor
from model.checks.finding import Rule

CHECKS: tuple[Rule, ...] = (stage_without_actor.RULE,)
