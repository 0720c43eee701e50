"""From what rules said to a report: severities, waivers, order."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import Enum, auto
from typing import Any, NamedTuple

from msgspec import Struct

from model.checks.acceptances import acceptances, accepted_record, is_in_force
from model.checks.facts import let_go
from model.checks.finding import Finding, NotEvaluated, Report, Rule, Said, SwitchedOff
from model.checks.profiles import Profile
from model.checks.reads import AXES, READING_ORDER, Edit, Reads, reading
from model.checks.shelf import Entry, Key, Shelf, Turnover
from model.checks.spots import Spots
from model.codes import Severity
from model.ids import Id
from model.messages import N_, _
from model.pathway import Pathway
from model.records import RECORD_KINDS, Handover, Waiver

_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2, Severity.OFF: 3}

_WAIVED: Reads = {Waiver: {"rule", "about", "reason", "review_on"}}
_PLACED = reading(
    READING_ORDER,
    {kind: {"order"} for kind in RECORD_KINDS if "order" in kind.__struct_fields__},
    {Handover: {"source"}},
)


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
Renewed = Mapping[str, Mapping[Id | None, Answer | None]]
"""By rule id what it says otherwise now, and of what; None: nothing any more."""


class Difference(NamedTuple):
    """In what a report differs from the one before: all else that is told is the same object."""

    findings: Turnover[Finding] = Turnover()
    not_evaluated: Turnover[NotEvaluated] = Turnover()
    accepted: Turnover[Finding] = Turnover()


class Composer:
    """Makes reports of a pathway while it is edited.

    What a rule says again is told again as the very same object, unless a waiver of it was
    changed. `difference` is what the last report changed.
    """

    def __init__(self, rules: tuple[Rule, ...], profile: Profile, today: date) -> None:
        self._rules = {rule.id: (number, rule) for number, rule in enumerate(rules)}
        self._profile = profile
        self._today = today
        self._found: Shelf[Finding] = Shelf()
        self._accepted: Shelf[Finding] = Shelf()
        self._unknown: Shelf[NotEvaluated] = Shelf()
        self._told: dict[Key, list[Entry[Any]]] = {}
        self._about: defaultdict[Id | None, set[Entry[Any]]] = defaultdict(set)
        self._failed: defaultdict[str, dict[Id | None, Failure]] = defaultdict(dict)
        self._waivers: dict[tuple[str, Id | None], Waiver] = {}
        self._asked: set[str] = set()
        self._switched_off = tuple(
            SwitchedOff(rule=rule.id, reason=profile.off[rule.id])
            for rule in rules
            if rule.id in profile.off
        )
        self.difference = Difference()
        self.report = Report(findings=(), not_evaluated=(), switched_off=self._switched_off)

    def begin(self, answers: Mapping[str, Answers], pathway: Pathway) -> Report:
        """Make the first report, of what was answered by those rules that were asked."""
        self._asked = set(answers)
        self._pathway, self._spots = pathway, Spots(pathway)
        self._waivers = acceptances(pathway, self._today)
        return self._report(answers)

    def follow(
        self, renewed: Renewed, pathway: Pathway, edit: Edit, touched: Iterable[Id]
    ) -> Report:
        """Make the next report: what is answered otherwise, after an edit of some records."""
        self._pathway = pathway
        if edit.reaches(AXES):
            self._spots = Spots(pathway)
            self._place_anew(tuple(self._about))
        elif edit.reaches(_PLACED):
            self._place_anew(_moved(pathway, touched))
        if edit.reaches(_WAIVED):
            self._take_waivers()
        return self._report(renewed)

    def _report(self, renewed: Renewed) -> Report:
        for id, answers in renewed.items():
            for key, answer in answers.items():
                if answer is None or not answer.said:
                    self._forget((id, key))
                else:
                    self._tell((id, key), answer.said)
            self._take_failures(id, answers)
        self.difference = Difference(
            self._found.renew(), self._unknown.renew(), self._accepted.renew()
        )
        idle = tuple(self._idle())
        if self.difference != Difference() or idle != self.report.idle_waivers:
            self.report = Report(
                findings=self._found.told,
                not_evaluated=self._unknown.told,
                accepted=self._accepted.told,
                idle_waivers=idle,
                switched_off=self._switched_off,
            )
        return self.report

    def _tell(self, key: Key, said: Iterable[Said]) -> None:
        """Tell an answer; what was told of it before and is said again is left as it is."""
        before = {entry.said: entry for entry in self._told.pop(key, ())}
        now = self._told[key] = []
        alike: dict[tuple[Id | None, str], int] = {}
        for one in said:
            words = one.about, one.message
            nth = alike[words] = alike.get(words, -1) + 1
            known = before.pop((one, nth), None) if before else None
            now.append(known or self._put_in(key, one, nth))
        for entry in before.values():
            self._take_out(entry)

    def _put_in(self, key: Key, said: Said, nth: int) -> Entry[Any]:
        number, rule = self._rules[key[0]]
        about = None if said.about == self._pathway.info.id else said.about
        where = self._spots.of(about, self._pathway), number, about or "", said.message, nth
        entry: Entry[Any]
        if said.evaluated:
            waiver = self._waivers.get((rule.id, about))
            in_force = waiver is not None and is_in_force(waiver, self._today)
            finding = _finding(rule, said, about, self._profile.severity(rule), waiver)
            place = _WEIGHT[finding.severity], *where
            shelf = self._accepted if in_force else self._found
            entry = Entry(key, (said, nth), finding, place, shelf)
        else:
            missing = NotEvaluated(rule=rule.id, about=about, reason=said.message)
            entry = Entry(key, (said, nth), missing, (0, *where), self._unknown)
        self._about[about].add(entry)
        entry.shelf.put_in(entry)
        return entry

    def _take_out(self, entry: Entry[Any]) -> None:
        about = entry.told.about
        let_go(self._about, about, entry)
        if about not in self._about:
            self._spots.forget(about)
        entry.shelf.take_out(entry)

    def _forget(self, key: Key) -> None:
        for entry in self._told.pop(key, ()):
            self._take_out(entry)

    def _take_failures(self, id: str, answers: Mapping[Id | None, Answer | None]) -> None:
        """Tell anew how a rule failed, if any of these answers has to do with that."""
        failed = self._failed[id]
        before = dict(failed)
        for key, answer in answers.items():
            failed.pop(key, None)
            if answer is not None and answer.failure is not None:
                failed[key] = answer.failure
        if failed == before:
            return
        at: Key = id, Failure
        self._forget(at)
        number, rule = self._rules[id]
        told = self._told[at] = []
        for finding in _failures(rule, failed, self._pathway):
            about = finding.about
            where = self._spots.of(about, self._pathway), number, about or "", finding.message, 0
            place = _WEIGHT[finding.severity], *where
            entry = Entry(at, (finding, 0), finding, place, self._found)
            told.append(entry)
            self._about[about].add(entry)
            self._found.put_in(entry)

    def _place_anew(self, ids: Iterable[Id | None]) -> None:
        moved: dict[Entry[Any], Entry[Any]] = {}
        for id in ids:
            self._spots.forget(id)
            for entry in tuple(self._about.get(id, ())):
                spot = self._spots.of(id, self._pathway)
                if entry.place[1] != spot:
                    place = entry.place[0], spot, *entry.place[2:]
                    there = Entry(entry.key, entry.said, entry.told, place, entry.shelf)
                    moved[entry] = there
                    self._take_out(entry)
                    self._about[id].add(there)
                    there.shelf.put_in(there)
        for key in {entry.key for entry in moved}:
            self._told[key] = [moved.get(entry, entry) for entry in self._told[key]]

    def _take_waivers(self) -> None:
        """Tell anew of what the waivers were changed."""
        before, self._waivers = self._waivers, acceptances(self._pathway, self._today)
        for at in before.keys() | self._waivers.keys():
            if before.get(at) is not self._waivers.get(at):
                rule, about = at
                for key in {e.key for e in self._about.get(about, ()) if e.key[0] == rule}:
                    told = (entry.said[0] for entry in self._told[key])
                    said = [each for each in told if isinstance(each, Said)]
                    if said:
                        self._forget(key)
                        self._tell(key, said)

    def _idle(self) -> Iterator[Id]:
        """Yield the acceptances whose rule was answered and says nothing about their record."""
        for waiver in self._pathway.of(Waiver):
            if waiver.rule in self._asked and not self._failed.get(waiver.rule):
                about = accepted_record(waiver, self._pathway) or None
                if all(entry.key[0] != waiver.rule for entry in self._about.get(about, ())):
                    yield waiver.id


def _moved(pathway: Pathway, touched: Iterable[Id]) -> Iterator[Id]:
    """Yield what may lie elsewhere: handovers lie where the stages are that they leave."""
    for id in touched:
        yield id
        for arrow in pathway.leaving(id):
            yield arrow.id


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


def _failures(
    rule: Rule, failures: Mapping[Id | None, Failure], pathway: Pathway
) -> Iterator[Finding]:
    """Say once how a rule failed, with all records that it failed at. No waiver silences that."""
    for failure, words in _FAILURES.items():
        failed = sorted(id or pathway.info.id for id, how in failures.items() if how is failure)
        if failed:
            yield Finding(
                rule=rule.id,
                severity=Severity.ERROR,
                about=None if pathway.info.id in failed else failed[0],
                message=_(words).format(rule=rule.id),
                also=tuple(id for id in failed[1:] if id != pathway.info.id),
                failed=True,
            )
