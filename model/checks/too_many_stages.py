"""Too many stages for one page."""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.reads import STARTS
from model.checks.review import Review
from model.checks.wording import title
from model.codes import Severity
from model.messages import N_, _

MOST_STAGES = 30
LONGEST_ROUTE = 15


def check(review: Review) -> Iterator[Said]:
    count, most = len(review.ways), review.threshold(RULE, "most_stages")
    if count > most:
        message = _("The pathway has {count} stages; more than {most} are hard to read on a page.")
        yield Said(about=None, message=message.format(count=count, most=most))
    route = review.longest_route
    most = review.threshold(RULE, "longest_route")
    if len(route) > most:
        message = _(
            "The route from “{start}” to “{end}” has {count} stages; more than {most} are hard to "
            "follow."
        )
        first, last = (title(review.pathway[id]) for id in (route[0], route[-1]))
        words = message.format(start=first, end=last, count=len(route), most=most)
        yield Said(about=None, message=words, also=route)


RULE = Rule(
    id="STR-12",
    severity=Severity.INFO,
    severities={"workshop": Severity.OFF},
    title=N_("Too many stages for one page"),
    finds=N_("A pathway of more than 30 stages, or a route of more than 15."),
    why=N_("A large picture is read by nobody; errors in it go unnoticed."),
    put_right=N_("Divide the pathway into several that link to one another, or join stages."),
    source="Arter, process mapping (about 20 symbols on a page); 7PMG guideline 7",
    reads=STARTS,
    thresholds={"most_stages": MOST_STAGES, "longest_route": LONGEST_ROUTE},
    check=check,
)
