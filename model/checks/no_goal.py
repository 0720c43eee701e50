"""No goals."""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.review import Review
from model.codes import Severity
from model.messages import N_, _
from model.records import Goal


def check(review: Review) -> Iterator[Said]:
    if not any(goal.title for goal in review.pathway.of(Goal)):
        yield Said(about=None, message=_("The pathway has no goal."))


RULE = Rule(
    id="OWN-02",
    severity=Severity.ERROR,
    severities={"workshop": Severity.OFF},
    title=N_("No goals"),
    finds=N_("A pathway for which no goal is written."),
    why=N_("Without a goal nobody can say what the pathway is for, nor whether it works."),
    put_right=N_("Write at least one goal, and the need of the customers that it answers."),
    source="Kainuu model (each pathway has goals); European Pathway Association (explicit goals)",
    reads={Goal: {"order", "title"}},
    check=check,
)
