"""Every rule belongs to a group that has a name."""

from model.checks import CHECKS
from model.checks.groups import GROUPS, group_of


def test_every_rule_is_of_a_named_group_and_every_group_has_rules() -> None:
    assert list(dict.fromkeys(group_of(rule.id) for rule in CHECKS)) == list(GROUPS)
    assert len(set(GROUPS.values())) == len(GROUPS)
