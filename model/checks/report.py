"""From what rules said to a report: severities, waivers, order."""

from collections.abc import Callable, Container, Iterator, Mapping
from datetime import date
from enum import Enum, auto
from functools import cache
from operator import itemgetter
from typing import NamedTuple

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


Spot = tuple[int, int, int, str]
Place = tuple[int, int, int, int, str, int, str, str]
"""By how heavy, then where on the board, by which rule, about what, in which words."""


_Key = tuple[str, object]
"""Which answer is told: by rule and record; how rules failed is told of all records at once."""


class _Told(NamedTuple):
    """What is told, each with its place in the report and of which answer it is."""

    found: list[tuple[Place, Finding, _Key]]
    accepted: list[tuple[Place, Finding, _Key]]
    unknown: list[tuple[Place, NotEvaluated, _Key]]

    def without(self, gone: Container[_Key]) -> "_Told":
        return _Told(
            [entry for entry in self.found if entry[2] not in gone],
            [entry for entry in self.accepted if entry[2] not in gone],
            [entry for entry in self.unknown if entry[2] not in gone],
        )


class _Board(NamedTuple):
    """What decides on a report besides the rules' answers."""

    pathway: Pathway
    spot: Callable[[Id | None], Spot]
    waivers: Mapping[tuple[str, Id | None], Waiver]


class Composer:
    """Makes reports of a pathway while it is edited.

    What was told of an answer is told again as long as it is the very same one, and nothing else
    that decides on it has changed (`place_anew`).
    """

    def __init__(self, rules: tuple[Rule, ...], profile: Profile, today: date) -> None:
        self._rules = {rule.id: (number, rule) for number, rule in enumerate(rules)}
        self._profile = profile
        self._today = today
        self.place_anew()
        self._switched_off = tuple(
            SwitchedOff(rule=rule.id, reason=profile.off[rule.id])
            for rule in rules
            if rule.id in profile.off
        )

    def place_anew(self) -> None:
        """Take in that something of `COMPOSED_BY` was changed."""
        self._answers: dict[str, Answers] = {}
        self._told = _Told([], [], [])

    def compose(self, answers: Mapping[str, Answers], pathway: Pathway) -> Report:
        """Make the report of what was answered, by rule id, of those rules that were asked."""
        board = _Board(pathway, _board_order(pathway), acceptances(pathway, self._today))
        gone: set[_Key] = set()
        anew: list[tuple[str, Answers]] = []
        for id, given in answers.items():
            known = self._answers.get(id, {})
            if known is not given:
                gone.update((id, key) for key, one in known.items() if given.get(key) is not one)
                gone.add((id, Failure))
                new = {key: one for key, one in given.items() if known.get(key) is not one}
                anew.append((id, new))
        told = self._told.without(gone) if gone else self._told
        for id, given in anew:
            self._tell(told, id, given, board)
            self._tell_failures(told, id, answers[id], board)
        for entries in told:
            entries.sort(key=_BY_PLACE)  # fast, as most is in order
        self._told, self._answers = told, dict(answers)
        return Report(
            findings=tuple([finding for _place, finding, _key in told.found]),
            not_evaluated=tuple([missing for _place, missing, _key in told.unknown]),
            accepted=tuple([finding for _place, finding, _key in told.accepted]),
            idle_waivers=tuple(_idle(answers, pathway)),
            switched_off=self._switched_off,
        )

    def _tell(self, told: _Told, id: str, answers: Answers, board: _Board) -> None:
        number, rule = self._rules[id]
        heaviest = self._profile.severity(rule)
        for key, said in ((key, said) for key, answer in answers.items() for said in answer.said):
            about = None if said.about == board.pathway.info.id else said.about
            where = *board.spot(about), number, about or "", said.message
            if said.evaluated:
                waiver = board.waivers.get((id, about))
                in_force = waiver is not None and is_in_force(waiver, self._today)
                finding = _finding(rule, said, about, heaviest, waiver)
                entry = (_WEIGHT[finding.severity], *where), finding, (id, key)
                (told.accepted if in_force else told.found).append(entry)
            else:
                missing = NotEvaluated(rule=id, about=about, reason=said.message)
                told.unknown.append(((0, *where), missing, (id, key)))

    def _tell_failures(self, told: _Told, id: str, answers: Answers, board: _Board) -> None:
        number, rule = self._rules[id]
        for failed in _failures(rule, answers, board.pathway):
            where = *board.spot(failed.about), number, failed.about or "", failed.message
            told.found.append(((_WEIGHT[failed.severity], *where), failed, (id, Failure)))


_BY_PLACE = itemgetter(0)


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


def _board_order(pathway: Pathway) -> Callable[[Id | None], Spot]:
    """Order by where on the board: the pathway, its stages with what leaves them, the rest."""
    stages = {stage.id: place for place, stage in enumerate(pathway.stages)}

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

    return on_board
