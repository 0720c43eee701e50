"""Damages to who owns the pathway, what it is for, and how it is measured."""

from model.records import PathwayInfo
from tests.damage.damage import Damage, cleared, cleared_each

DAMAGES = (
    Damage("OWN-01", "the pathway has no owner", cleared(PathwayInfo, "owner")),
    Damage("OWN-01", "nobody answers in the sectors", cleared(PathwayInfo, "sector_responsibles")),
    Damage(
        "PUB-03",
        "a review date is missing",
        cleared_each(PathwayInfo, "last_reviewed", "next_review"),
    ),
)
