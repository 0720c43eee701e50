"""A form that a receiver needs before anybody has filled it in.

What a receiver needs is written in free words, and only what these name of the pathway's forms
and measures can be looked up: a form is named where its title stands in the words, an ending
after it notwithstanding.
"""

from collections.abc import Iterable, Iterator, Mapping

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

Forms = Mapping[str, Mapping[str, list[Id]]]
"""By language and title the stages where a form is filled in, in reading order."""


def check(review: Review) -> Iterator[Said]:
    pathway = review.pathway
    forms = _forms(pathway)
    if not forms:
        return
    filled = [stage.id for stage in pathway.stages if stage.forms]
    bits = {id: 1 << place for place, id in enumerate(filled)}
    before = review.behind(filled)
    beginnings = {language: _beginnings(titles) for language, titles in forms.items()}
    for arrow in pathway.handovers:
        for language, needed in arrow.information_needed.items():
            for form in _named_in(plain(needed), beginnings.get(language, {})):
                stages = forms[language][form]
                if not any(before[arrow.source] & bits[stage] for stage in stages):
                    yield _found(arrow, form, stages, pathway)


def _forms(pathway: Pathway) -> Forms:
    forms: dict[str, dict[str, list[Id]]] = {}
    for stage in pathway.stages:
        for form in stage.forms:
            for language, words in form.title.items():
                if len(plain(words)) >= SHORTEST:
                    titles = forms.setdefault(language, {})
                    titles.setdefault(plain(words), []).append(stage.id)
    return forms


Beginnings = Mapping[str, Mapping[int, Mapping[str, int]]]
"""Titles, each with its place among all, by their first letters and by how long they are."""


def _beginnings(titles: Iterable[str]) -> Beginnings:
    found: dict[str, dict[int, dict[str, int]]] = {}
    for place, title in enumerate(titles):
        found.setdefault(title[:SHORTEST], {}).setdefault(len(title), {})[title] = place
    return found


def _named_in(needed: str, beginnings: Beginnings) -> list[str]:
    """Return the titles that stand in some words, in their own order.

    Few words hold even the beginning of one; where they do, its length tells what may be there.
    """
    named: dict[str, int] = {}
    for begins, by_length in beginnings.items():
        start = needed.find(begins)
        while start >= 0:
            for length, titles in by_length.items():
                written = needed[start : start + length]
                if written in titles:
                    named[written] = titles[written]
            start = needed.find(begins, start + 1)
    return sorted(named, key=named.__getitem__)


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
