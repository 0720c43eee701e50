"""A form that a receiver needs before anybody has filled it in.

What a receiver needs is written in free words, and only what these name of the pathway's forms
and measures can be looked up: a form is named where its title stands in the words, an ending
after it notwithstanding.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from model import graph
from model.checks.finding import Rule, Said
from model.checks.reads import WAYS, reading
from model.checks.review import Review
from model.checks.wording import listed, named, plain
from model.codes import Severity
from model.ids import Id
from model.messages import N_, _
from model.pathway import Pathway
from model.records import Handover, Stage

SHORTEST = 5
"""Titles of fewer letters could be part of other words."""

Forms = Mapping[tuple[str, str], list[Id]]
"""By language and title the stages where a form is filled in, in reading order."""


def check(review: Review) -> Iterator[Said]:
    pathway = review.pathway
    forms = _forms(pathway)
    for arrow in pathway.handovers:
        for language, needed in arrow.information_needed.items() if forms else ():
            for (in_language, form), stages in forms.items():
                if (
                    in_language == language
                    and form in plain(needed)
                    and arrow.source not in graph.reachable(review.ways, stages)
                ):
                    yield _found(arrow, form, stages, pathway)


def _forms(pathway: Pathway) -> Forms:
    forms = defaultdict[tuple[str, str], list[Id]](list)
    for stage in pathway.stages:
        for form in stage.forms:
            for language, words in form.title.items():
                if len(plain(words)) >= SHORTEST:
                    forms[language, plain(words)].append(stage.id)
    return forms


def _found(arrow: Handover, form: str, stages: list[Id], pathway: Pathway) -> Said:
    message = _("“{title}” needs “{form}”, which is filled in only later: in {stages}.").format(
        title=named(arrow, pathway), form=form, stages=listed(pathway, stages)
    )
    return Said(about=arrow.id, message=message, also=tuple(stages), field="information_needed")


RULE = Rule(
    id="STR-17",
    severity=Severity.WARNING,
    severities={"workshop": Severity.INFO},
    title=N_("A form is needed before it is filled in"),
    finds=N_(
        "A handover whose receiver needs a form or measure of the pathway that no stage before it "
        "fills in."
    ),
    why=N_("The receiver sends the customer back for it, or begins without it."),
    put_right=N_("Fill the form in at an earlier stage, or take it out of what is needed."),
    source="Ketjupaja’s own rule, after data-flow checks of process models (input never produced)",
    reads=reading(WAYS, {Stage: {"forms"}, Handover: {"information_needed"}}),
    check=check,
)
