"""How much of what a pathway must say is there, by section and by who gives it.

    completeness = measure(pathway, COORDINATION, date.today())
    completeness.total.percent

While a pathway is edited, `LiveCompleteness` says the same, asking only what an edit reached.

What must be there is a table (`REQUIREMENTS`), each line with the rule that finds it missing. Only
what the content model of care pathways marks as a must counts, so that nobody is asked to fill in
what is optional. It is a figure of presence, not of quality: what is there but wrong, too long or
out of date is told by findings alone. So are the law's limits (TIM-02 to TIM-07), which rules
compare rather than miss.
"""

from model.completeness.catalogue import REQUIREMENTS
from model.completeness.live import LiveCompleteness
from model.completeness.measure import Completeness, Count, Gap, State, measure
from model.completeness.parts import Giver, Role, Section
from model.completeness.requirement import Requirement
from model.completeness.words import (
    count_in_words,
    gap_in_words,
    name_of_giver,
    name_of_section,
    name_of_state,
    share_in_words,
)

__all__ = [
    "REQUIREMENTS",
    "Completeness",
    "Count",
    "Gap",
    "Giver",
    "LiveCompleteness",
    "Requirement",
    "Role",
    "Section",
    "State",
    "count_in_words",
    "gap_in_words",
    "measure",
    "name_of_giver",
    "name_of_section",
    "name_of_state",
    "share_in_words",
]
