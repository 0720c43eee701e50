"""From what rules said to a report: severities, waivers, order."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from msgspec import Struct

from model.checks.finding import Finding, NotEvaluated, Report, Rule, Said
from model.checks.profiles import Profile
from model.checks.reads import READING_ORDER, reading
from model.codes import Severity
from model.ids import Id
from model.messages import _
from model.pathway import Pathway
from model.records import RECORD_KINDS, Handover, PathwayInfo, Stage, Waiver

_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2, Severity.OFF: 3}

COMPOSED_BY = reading(
    READING_ORDER,
    {kind: {"order"} for kind in RECORD_KINDS if "order" in kind.__struct_fields__},
    {Handover: {"source"}, Waiver: {"rule", "about", "reason", "review_on"}},
)
"""What decides on a report besides the rules' answers: places on the board, and waivers."""


class Answer(Struct, frozen=True):
    """What a rule said when it was asked once; `failed` when it could not be run."""

    said: tuple[Said, ...] = ()
    failed: bool = False


Answers = Mapping[Id | None, Answer]
"""What a rule said of each record, of the pathway as a whole under None."""


def compose(
    answers: Mapping[str, Answers],
    rules: tuple[Rule, ...],
    pathway: Pathway,
    profile: Profile,
    today: date,
) -> Report:
    """Make the report of all that the `rules` said, by rule id, of a pathway."""
    place = _board_order(pathway, rules)
    waived = _waived(pathway, today)
    open_findings: list[Finding] = []
    accepted: list[Finding] = []
    unknown: list[NotEvaluated] = []
    for rule in rules:
        open_findings += _failures(rule, answers[rule.id], pathway)
        for said in (said for answer in answers[rule.id].values() for said in answer.said):
            about = None if said.about == pathway.info.id else said.about
            if said.evaluated:
                found = accepted if (rule.id, about) in waived else open_findings
                found.append(_finding(rule, said, about, profile))
            else:
                unknown.append(NotEvaluated(rule=rule.id, about=about, reason=said.message))

    def by_weight(finding: Finding) -> tuple[int, Place]:
        return _WEIGHT[finding.severity], place(finding)

    return Report(
        findings=tuple(sorted(open_findings, key=by_weight)),
        not_evaluated=tuple(sorted(unknown, key=place)),
        accepted=tuple(sorted(accepted, key=by_weight)),
    )


def _waived(pathway: Pathway, today: date) -> set[tuple[str, Id | None]]:
    """Return which rule's finding about which record is accepted, for a reason, until later."""
    return {
        (waiver.rule, None if waiver.about == pathway.info.id else waiver.about)
        for waiver in pathway.of(Waiver)
        if waiver.reason and (waiver.review_on is None or waiver.review_on > today)
    }


def _finding(rule: Rule, said: Said, about: Id | None, profile: Profile) -> Finding:
    heaviest = profile.severity(rule)
    return Finding(
        rule=rule.id,
        severity=max(heaviest, said.severity or heaviest, key=_WEIGHT.__getitem__),
        about=about,
        message=said.message,
        also=said.also,
        field=said.field,
    )


def _failures(rule: Rule, answers: Answers, pathway: Pathway) -> Iterator[Finding]:
    """Say once that a rule broke, with all records that it broke at. No waiver silences that."""
    failed = sorted(id or pathway.info.id for id, answer in answers.items() if answer.failed)
    if failed:
        yield Finding(
            rule=rule.id,
            severity=Severity.ERROR,
            about=None if pathway.info.id in failed else failed[0],
            message=_("The rule {rule} could not be run; report this to the makers.").format(
                rule=rule.id
            ),
            also=tuple(id for id in failed[1:] if id != pathway.info.id),
        )


Place = tuple[int, int, int, str, int, str, str]


def _board_order(
    pathway: Pathway, rules: tuple[Rule, ...]
) -> Callable[[Finding | NotEvaluated], Place]:
    """Order by where on the board: the pathway, its stages with what leaves them, the rest."""
    stages = {stage.id: place for place, stage in enumerate(pathway.stages)}
    numbers = {rule.id: number for number, rule in enumerate(rules)}

    def on_board(about: Id | None) -> tuple[int, int, int, str]:
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
        return *on_board(entry.about), numbers[entry.rule], entry.about or "", words

    return place
