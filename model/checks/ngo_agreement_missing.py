"""NGO that answers for a stage without an agreement."""

from collections import defaultdict
from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.reads import READING_ORDER, reading
from model.checks.review import Review
from model.checks.wording import listed, title
from model.codes import Sector, Severity
from model.ids import Id
from model.messages import N_, _
from model.records import Actor


def check(review: Review) -> Iterator[Said]:
    answers_for = defaultdict[Id | None, list[Id]](list)
    for stage in review.pathway.stages:
        answers_for[stage.actor].append(stage.id)
    for actor in review.pathway.actors:
        stages = answers_for.get(actor.id)
        if actor.sector is Sector.NGO and stages and actor.agreement is None:
            message = _("“{title}” answers for {stages}, but on what agreement is not said.")
            words = message.format(title=title(actor), stages=listed(review.pathway, stages))
            yield Said(about=actor.id, message=words, also=tuple(stages), field="agreement")


RULE = Rule(
    id="NGO-03",
    severity=Severity.WARNING,
    severities={"workshop": Severity.OFF},
    title=N_("NGO agreement missing"),
    finds=N_("An NGO that answers for a stage without an agreement, a grant or the like."),
    why=N_("What rests on goodwill alone ends with the year’s money, and the pathway has a gap."),
    put_right=N_("Choose on what the NGO’s part rests: contract, grant, cooperation, voluntary."),
    source="Kainuu programme (contractual NGO activity)",
    reads=reading(READING_ORDER, {Actor: {"sector", "agreement"}}),
    check=check,
)
