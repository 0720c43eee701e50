"""Asking rules: each within its time, none keeps the others from being asked."""

import logging
import traceback
import weakref
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial

from model.checks.finding import Rule
from model.checks.guard import TookTooLongError, Watch
from model.checks.profiles import Profile
from model.checks.report import Answer, Answers, Failure, Renewed
from model.checks.review import Review
from model.codes import Severity
from model.ids import Id
from model.pathway import Pathway
from model.records import RECORD_KINDS, Record

_log = logging.getLogger(__name__)

_RECORDS = 1000
_PORTION = 200
"""Of how many records all rules are asked before they are asked of the next ones."""


class Asker:
    """Asks the rules of a profile of a pathway, and keeps what they say.

    A rule may take `rule_seconds` each time that it is asked, and as much for each thousand
    records when it is asked of more; the first time one about the whole counts as asked of all.
    One that takes longer is ended, told as a failure, and not asked again.
    """

    def __init__(
        self,
        pathway: Pathway,
        profile: Profile,
        today: date,
        rules: tuple[Rule, ...],
        rule_seconds: float,
    ) -> None:
        """Ask all rules of everything."""
        self.rules = tuple(rule for rule in rules if profile.severity(rule) is not Severity.OFF)
        self.review = Review(pathway, today, profile)
        self.answers: dict[str, dict[Id | None, Answer]] = {rule.id: {} for rule in self.rules}
        self.left_out: set[str] = set()
        self._renewed: dict[str, dict[Id | None, Answer | None]] = {}
        self._rule_seconds = rule_seconds
        self._watch = Watch(rule_seconds)
        weakref.finalize(self, self._watch.close)
        self.ask_all(self.rules, records=len(pathway))

    def take_renewed(self) -> Renewed:
        """Return what has been answered otherwise since the last time."""
        renewed, self._renewed = self._renewed, {}
        return renewed

    def ask_all(self, rules: Iterable[Rule], *, records: int) -> None:
        """Ask rules of everything.

        One about the whole is given time for so many `records`. All others are asked of some
        records before any is asked of the next ones: what several of them work out of the same
        texts is remembered until then, however long the pathway is.
        """
        found: dict[str, dict[Id | None, Answer]] = {rule.id: {} for rule in rules}

        def ask(rule: Rule, given: Iterable[Record] | None, records: int) -> None:
            if rule.id not in self.left_out:
                found[rule.id] |= self._answers_of(rule, given, records)

        singly: list[Rule] = []
        for rule in rules:
            if rule.each is None:
                ask(rule, None, records)
            else:
                singly.append(rule)
        for kind, some in _portions(self.review.pathway) if singly else ():
            for rule in singly:
                if issubclass(kind, rule.each or Record):
                    ask(rule, some, len(some))
        for id, answers in found.items():
            if id not in self.left_out:
                self._take(id, answers)

    def _take(self, rule: str, answers: Answers) -> None:
        """Keep all that a rule says now."""
        for id in self.answers[rule].keys() - answers.keys():
            self._note(rule, id, None)
        for id, answer in answers.items():
            self._note(rule, id, answer)

    def ask_of(self, rule: Rule, given: Sequence[Record]) -> None:
        """Ask a rule of some records."""
        answers = self._answers_of(rule, given, len(given))
        if rule.id not in self.left_out:
            for record in given:
                self._note(rule.id, record.id, answers.get(record.id))

    def let_go(self, rule: str, id: Id) -> None:
        """Forget what a rule said of a record that is no more."""
        self._note(rule, id, None)

    def _note(self, rule: str, id: Id | None, answer: Answer | None) -> None:
        """Keep what a rule says of a record now; None: nothing."""
        answers = self.answers[rule]
        if answer == answers.get(id):
            return
        if answer is None:
            del answers[id]
        else:
            answers[id] = answer
        self._renewed.setdefault(rule, {})[id] = answer

    def _answers_of(self, rule: Rule, given: Iterable[Record] | None, records: int) -> Answers:
        """Return what a rule says within its time, else leave it out from now on."""
        seconds = self._rule_seconds * max(1.0, records / _RECORDS)
        try:
            return self._watch.within(seconds, partial(_answers, rule, self.review, given))
        except TookTooLongError:
            _log.error("rule %s: ended after %.1f seconds", rule.id, seconds)
            self._leave_out(rule)
            return {}

    def _leave_out(self, rule: Rule) -> None:
        self.left_out.add(rule.id)
        for id in tuple(self.answers[rule.id]):
            self._note(rule.id, id, None)
        self._note(rule.id, None, Answer(failure=Failure.TOOK_TOO_LONG))


def _portions(pathway: Pathway) -> Iterator[tuple[type[Record], Sequence[Record]]]:
    """Yield all records, some of one kind at a time."""
    for kind in RECORD_KINDS:
        records = pathway.of(kind)
        for first in range(0, len(records), _PORTION):
            yield kind, records[first : first + _PORTION]


def _answers(rule: Rule, review: Review, given: Iterable[Record] | None) -> Answers:
    """Return what a rule says of records, or of the whole; nothing for those it is silent of."""
    answers: dict[Id | None, Answer] = {}
    check = rule.check
    for record in (None,) if given is None else given:
        try:
            said = tuple(check(review) if record is None else check(record, review))
        except Exception as error:  # noqa: BLE001 - a broken rule is told, and the others still run
            # Where it broke, but not the error's own words: these may quote what users wrote.
            where = "".join(traceback.format_tb(error.__traceback__))
            _log.error("rule %s: %s\n%s", rule.id, type(error).__name__, where)
            answers[None if record is None else record.id] = Answer(failure=Failure.BROKE)
        else:
            if said:
                answers[None if record is None else record.id] = Answer(said)
    return answers
