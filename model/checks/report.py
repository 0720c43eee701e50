"""From what rules said to a report: severities, waivers, order."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import Enum, auto
from functools import cache

from msgspec import Struct

from model.checks.acceptances import acceptances, is_in_force
from model.checks.finding import Finding, NotEvaluated, Report, Rule, Said, SwitchedOff
from model.checks.profiles import Profile
from model.checks.reads import READING_ORDER, reading
from model.codes import Severity
from model.ids import Id
from model.messages import N_, _
from model.pathway import Pathway
from model.records import RECORD_KINDS, Handover, PathwayInfo, Stage, Waiver

_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2, Severity.OFF: 3}

COMPOSED_BY = reading(
    READING_ORDER,
    {kind: {"order"} for kind in RECORD_KINDS if "order" in kind.__struct_fields__},
    {Handover: {"source"}, Waiver: {"rule", "about", "reason", "review_on"}},
)
"""What decides on a report besides the rules' answers: places on the board, and waivers."""


class Failure(Enum):
    """Why a rule gave no answer."""

    BROKE = auto()
    TOOK_TOO_LONG = auto()


class Answer(Struct, frozen=True):
    """What a rule said when it was asked once, or how it failed."""

    said: tuple[Said, ...] = ()
    failure: Failure | None = None


_FAILURES = {
    Failure.BROKE: N_("The rule {rule} could not be run; report this to the makers."),
    Failure.TOOK_TOO_LONG: N_(
        "The rule {rule} took too long and is left out until the file is opened again; report "
        "this to the makers."
    ),
}

Answers = Mapping[Id | None, Answer]
"""What a rule said of each record, of the pathway as a whole under None."""


def compose(
    answers: Mapping[str, Answers],
    rules: tuple[Rule, ...],
    pathway: Pathway,
    profile: Profile,
    today: date,
) -> Report:
    """Make the report of what was answered, by rule id, of those of the `rules` that were asked."""
    place = _board_order(pathway, rules)
    waivers = acceptances(pathway, today)
    open_findings: list[Finding] = []
    accepted: list[Finding] = []
    unknown: list[NotEvaluated] = []
    asked = tuple(rule for rule in rules if rule.id in answers)
    for rule in asked:
        heaviest = profile.severity(rule)
        open_findings += _failures(rule, answers[rule.id], pathway)
        for said in (said for answer in answers[rule.id].values() for said in answer.said):
            about = None if said.about == pathway.info.id else said.about
            if said.evaluated:
                waiver = waivers.get((rule.id, about))
                in_force = waiver is not None and is_in_force(waiver, today)
                found = accepted if in_force else open_findings
                found.append(_finding(rule, said, about, heaviest, waiver))
            else:
                unknown.append(NotEvaluated(rule=rule.id, about=about, reason=said.message))

    def by_weight(finding: Finding) -> tuple[int, Place]:
        return _WEIGHT[finding.severity], place(finding)

    return Report(
        findings=tuple(sorted(open_findings, key=by_weight)),
        not_evaluated=tuple(sorted(unknown, key=place)),
        accepted=tuple(sorted(accepted, key=by_weight)),
        idle_waivers=tuple(_idle(answers, pathway)),
        switched_off=tuple(
            SwitchedOff(rule=rule.id, reason=profile.off[rule.id])
            for rule in rules
            if rule.id in profile.off
        ),
    )


def _idle(answers: Mapping[str, Answers], pathway: Pathway) -> Iterator[Id]:
    """Yield the acceptances whose rule was answered and says nothing about their record."""
    for waiver in pathway.of(Waiver):
        if waiver.rule not in answers:
            continue
        given = answers[waiver.rule].values()
        named = {said.about or pathway.info.id for answer in given for said in answer.said}
        failed = any(answer.failure for answer in given)
        if not failed and (waiver.about or pathway.info.id) not in named:
            yield waiver.id


def _finding(
    rule: Rule, said: Said, about: Id | None, heaviest: Severity, waiver: Waiver | None
) -> Finding:
    lighter = said.severity is not None and _WEIGHT[said.severity] > _WEIGHT[heaviest]
    return Finding(
        rule=rule.id,
        severity=said.severity if said.severity is not None and lighter else heaviest,
        about=about,
        message=said.message,
        also=said.also,
        field=said.field,
        waiver=None if waiver is None else waiver.id,
    )


def _failures(rule: Rule, answers: Answers, pathway: Pathway) -> Iterator[Finding]:
    """Say once how a rule failed, with all records that it failed at. No waiver silences that."""
    for failure, words in _FAILURES.items():
        failed = sorted(
            id or pathway.info.id for id, answer in answers.items() if answer.failure is failure
        )
        if failed:
            yield Finding(
                rule=rule.id,
                severity=Severity.ERROR,
                about=None if pathway.info.id in failed else failed[0],
                message=_(words).format(rule=rule.id),
                also=tuple(id for id in failed[1:] if id != pathway.info.id),
                failed=True,
            )


Spot = tuple[int, int, int, str]
Place = tuple[Spot, int, str, str]


def _board_order(
    pathway: Pathway, rules: tuple[Rule, ...]
) -> Callable[[Finding | NotEvaluated], Place]:
    """Order by where on the board: the pathway, its stages with what leaves them, the rest."""
    stages = {stage.id: place for place, stage in enumerate(pathway.stages)}
    numbers = {rule.id: number for number, rule in enumerate(rules)}

    @cache  # much is said of the same few
    def on_board(about: Id | None) -> Spot:
        match pathway.get(about or ""):
            case None | PathwayInfo():
                return 0, 0, 0, ""
            case Stage(id=id):
                return 1, stages[id], 0, ""
            case Handover(source=source):
                return 1, stages[source], 1, ""
            case record:
                return 2, RECORD_KINDS.index(type(record)), 0, getattr(record, "order", "")

    def place(entry: Finding | NotEvaluated) -> Place:
        words = entry.message if isinstance(entry, Finding) else entry.reason
        return on_board(entry.about), numbers[entry.rule], entry.about or "", words

    return place
