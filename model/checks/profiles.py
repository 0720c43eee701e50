"""How heavy each rule weighs in which situation."""

from collections.abc import Mapping

from msgspec import Struct

from model.checks.finding import Rule
from model.codes import PathwayStatus, Severity
from model.messages import N_


class Profile(Struct, frozen=True, kw_only=True):
    """A situation in which the rules are asked; `title` and `use` are message ids.

    An organisation's own profile has its name as the title, in its own words, and says on which
    of the others it is `based_on`. By rule id: `severities` are what weighs otherwise than the
    rule itself says, `off` the reasons for which a rule is not asked, `thresholds` the numbers
    set otherwise. `languages` are asked for besides those that a pathway names itself.
    """

    name: str
    title: str
    use: str
    based_on: str = ""
    severities: Mapping[str, Severity] = {}
    off: Mapping[str, str] = {}
    thresholds: Mapping[str, Mapping[str, int]] = {}
    languages: tuple[str, ...] = ()

    def severity(self, rule: Rule) -> Severity:
        if rule.id in self.off:
            return Severity.OFF
        own = rule.severities.get(self.based_on or self.name, rule.severity)
        return self.severities.get(rule.id, own)

    def threshold(self, rule: Rule, name: str) -> int:
        """Return a number of the rule as it is in force."""
        return self.thresholds.get(rule.id, {}).get(name, rule.thresholds[name])


# A workshop sees gaps in the structure and in responsibilities while it draws. What is written
# later is hinted at, and what nobody writes in a workshop is not asked at all.
WORKSHOP = Profile(
    name="workshop",
    title=N_("Workshop"),
    use=N_("While drawing together: shows gaps in the structure and in responsibilities."),
)
COORDINATION = Profile(
    name="coordination",
    title=N_("Coordination"),
    use=N_("Between workshops: everything that is still to be done, as the rules weigh it."),
)
PUBLISHING = Profile(
    name="publishing",
    title=N_("Publishing"),
    use=N_("Before publishing: an error stops it, a warning is put right or given a reason."),
)

ORGANISATION = "organisation"
"""Name of the profile that an organisation writes itself."""

PROFILES: tuple[Profile, ...] = (WORKSHOP, COORDINATION, PUBLISHING)


def profile_for(status: PathwayStatus) -> Profile:
    """Return what a pathway of that status has to meet: a draft is still in the workshop."""
    match status:
        case PathwayStatus.DRAFT:
            return WORKSHOP
        case PathwayStatus.IN_REVIEW:
            return COORDINATION
        case PathwayStatus.APPROVED | PathwayStatus.PUBLISHED | PathwayStatus.ARCHIVED:
            return PUBLISHING


def find_profile(name: str) -> Profile | None:
    """Return the profile of that name, None when there is none such."""
    return next((profile for profile in PROFILES if profile.name == name), None)
