"""By what completeness is counted: the sections of a description, and who gives what is in it."""

from enum import StrEnum

from model.codes import Sector


class Section(StrEnum):
    """The parts of a pathway's description, in the order in which a coordinator reads them."""

    BASICS = "basics"
    ARC = "arc"
    CUSTOMER_TEXTS = "customer_texts"
    HANDOVERS = "handovers"
    TIMES = "times"
    CHANNELS = "channels"
    METRICS = "metrics"
    PARTICIPATION = "participation"
    LANGUAGES = "languages"
    PUBLISHING = "publishing"


class Role(StrEnum):
    """Who gives what no single sector can: the pathway's owner, those who plan or publish it.

    `UNSORTED` stands for actors of which no sector is said.
    """

    OWNER = "owner"
    WORKING_GROUP = "working_group"
    COMMUNICATIONS = "communications"
    UNSORTED = "unsorted"


Giver = Sector | Role

GIVERS: tuple[Giver, ...] = (
    Role.OWNER,
    Role.WORKING_GROUP,
    *(sector for sector in Sector if sector not in {Sector.CUSTOMER, Sector.CLOSE_ONE}),
    Role.COMMUNICATIONS,
    Role.UNSORTED,
)
"""Everyone who gives something, in the order of lists."""
