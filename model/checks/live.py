"""Checks that follow a pathway while it is edited, asking again only what an edit reached."""

import logging
import traceback
import weakref
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from functools import partial

from model.checks.catalogue import CHECKS
from model.checks.finding import Report, Rule
from model.checks.guard import TookTooLongError, Watch
from model.checks.profiles import Profile
from model.checks.reads import Edit, edit_between
from model.checks.report import COMPOSED_BY, Answer, Answers, Composer, Failure
from model.checks.review import Review
from model.codes import Severity
from model.ids import Id
from model.integrity import LINKS
from model.pathway import Pathway
from model.records import RECORD_KINDS, AnyRecord, Handover, Record

_log = logging.getLogger(__name__)

RULE_SECONDS = 1.0
"""How long a rule may take while somebody waits for it, at least."""
_RECORDS = 1000
_PORTION = 200
"""Of how many records all rules are asked before they are asked of the next ones."""

_NOTHING_SAID = Answer()
_NONE: frozenset[Id] = frozenset()


class LiveChecks:
    """The rules' answers about a pathway, kept up to date.

    An edit of a record reaches that record, those that link to it and those that it links to,
    before the edit and after; rules with `each` are asked of these again, and of those of which
    they said something that names what has got another name. Any rule is asked all again when a
    field that it reads was changed, and one about the whole when something that it names got
    another name. Messages are in the language in force when a rule is asked: make new checks when
    that changes, and when a new day begins.

    A rule may take `rule_seconds` each time that it is asked, and as much for each thousand
    records when it is asked of more; the first time one about the whole counts as asked of all.
    One that takes longer is ended, told as a finding, and not asked again by these checks.
    """

    def __init__(
        self,
        pathway: Pathway,
        profile: Profile,
        today: date,
        rules: tuple[Rule, ...] = CHECKS,
        *,
        rule_seconds: float = RULE_SECONDS,
    ) -> None:
        self._rule_seconds = rule_seconds
        self._rules = tuple(rule for rule in rules if profile.severity(rule) is not Severity.OFF)
        self._pathway = pathway
        self._links = Links(pathway)
        self._answers: dict[str, Answers] = {rule.id: {} for rule in self._rules}
        self._left_out: set[str] = set()
        self._review = Review(pathway, today, profile)
        self._watch = Watch(rule_seconds)
        weakref.finalize(self, self._watch.close)
        self._names: dict[str, tuple[Answers, AbstractSet[Id]]] = {}
        self._composer = Composer(rules, profile, today)
        self._ask_all(self._rules, records=len(pathway))
        self.report = self._composer.compose(self._answers, pathway)

    def follow(self, pathway: Pathway, touched: Iterable[Id]) -> Report:
        """Take the next pathway, which differs in the records `touched`; return its report."""
        before, touched = self._pathway, frozenset(touched)
        reached = self._links.around(touched)
        self._pathway = pathway
        self._links.follow(pathway, touched)
        reached |= self._links.around(touched)
        kinds = _kinds(before, reached) | _kinds(pathway, reached)
        edit = edit_between(before, pathway, touched)
        self._review = self._review.after(pathway, edit)
        called = self._called_otherwise(edit)
        all_again: list[Rule] = []
        some_again: list[tuple[Rule, AbstractSet[Id]]] = []
        for rule in self._rules:
            if rule.id in self._left_out:
                continue
            naming = self._naming(rule, called) if called else _NONE
            if edit.reaches(rule.reads) or (naming and rule.each is None):
                all_again.append(rule)
            elif naming:
                some_again.append((rule, reached.union(id for id in naming if id is not None)))
            elif rule.each is not None and any(issubclass(kind, rule.each) for kind in kinds):
                some_again.append((rule, reached))
        answered_anew = self._ask_all(all_again, records=1)
        for rule, ids in some_again:
            answered_anew |= self._ask_of(rule, ids)
        if edit.reaches(COMPOSED_BY):
            self._composer.place_anew()
        elif not answered_anew:
            return self.report
        self.report = self._composer.compose(self._answers, pathway)
        return self.report

    def _called_otherwise(self, edit: Edit) -> AbstractSet[Id]:
        """Return what has got another name: a handover is named by its stages."""
        if not edit.renamed:
            return _NONE
        around = self._links.around(edit.renamed)
        arrows = {id for id in around if isinstance(self._pathway.get(id), Handover)}
        return edit.renamed | arrows

    def _naming(self, rule: Rule, called: AbstractSet[Id]) -> AbstractSet[Id | None]:
        """Return of which records a rule has said something that names one of those."""
        answers = self._answers[rule.id]
        known = self._names.get(rule.id)
        if known is None or known[0] is not answers:
            named = frozenset(id for answer in answers.values() for id in _named_by(answer))
            known = self._names[rule.id] = answers, named
        if called.isdisjoint(known[1]):
            return _NONE
        return {id for id, answer in answers.items() if not called.isdisjoint(_named_by(answer))}

    def _ask_all(self, rules: Iterable[Rule], *, records: int) -> bool:
        """Ask rules of everything; return whether one says anything new.

        One about the whole is given time for so many `records`. All others are asked of some
        records before any is asked of the next ones: what several of them work out of the same
        texts is remembered until then, however long the pathway is.
        """
        found: dict[str, dict[Id | None, Answer]] = {rule.id: {} for rule in rules}

        def ask(rule: Rule, given: Iterable[Record] | None, records: int) -> None:
            if rule.id not in self._left_out:
                found[rule.id] |= self._answers_of(rule, given, records)

        for rule in rules:
            if rule.each is None:
                ask(rule, None, records)
        for kind, some in _portions(self._pathway):
            for rule in rules:
                if rule.each is not None and issubclass(kind, rule.each):
                    ask(rule, some, len(some))
        anew = [self._take(rule, found[rule.id]) for rule in rules]
        return any(anew)

    def _ask_of(self, rule: Rule, ids: AbstractSet[Id]) -> bool:
        """Ask a rule of some records; return whether it says anything new of them."""
        known = self._answers[rule.id]
        reached = (self._pathway.get(id) for id in ids)
        given = [record for record in reached if isinstance(record, rule.each or Record)]
        anew = self._answers_of(rule, given, len(ids))
        if rule.id in self._left_out:
            return self._take(rule, anew)
        if all(known.get(id) == anew.get(id) for id in ids):
            return False
        kept = {id: answer for id, answer in known.items() if id not in ids}
        return self._take(rule, {**kept, **anew})

    def _take(self, rule: Rule, answers: Answers) -> bool:
        if rule.id in self._left_out:
            answers = {None: Answer(failure=Failure.TOOK_TOO_LONG)}
        if answers == self._answers[rule.id]:
            return False
        self._answers[rule.id] = answers
        return True

    def _answers_of(self, rule: Rule, given: Iterable[Record] | None, records: int) -> Answers:
        """Return what a rule says within its time, else leave it out from now on."""
        seconds = self._rule_seconds * max(1.0, records / _RECORDS)
        try:
            return self._watch.within(seconds, partial(_answers, rule, self._review, given))
        except TookTooLongError:
            _log.error("rule %s: ended after %.1f seconds", rule.id, seconds)
            self._left_out.add(rule.id)
            return {}


def _kinds(pathway: Pathway, ids: Iterable[Id]) -> set[type[Record]]:
    return {type(pathway[id]) for id in ids if id in pathway}


def _portions(pathway: Pathway) -> Iterator[tuple[type[Record], Sequence[Record]]]:
    """Yield all records, some of one kind at a time."""
    for kind in RECORD_KINDS:
        records = pathway.of(kind)
        for first in range(0, len(records), _PORTION):
            yield kind, records[first : first + _PORTION]


def _answers(rule: Rule, review: Review, given: Iterable[Record] | None) -> Answers:
    """Return what a rule says of records, or of the whole; nothing for those it is silent of."""
    if given is None:
        return {None: _answer(rule, review)}
    answers: dict[Id | None, Answer] = {}
    for record in given:
        answer = _answer(rule, review, record)
        if answer is not _NOTHING_SAID:
            answers[record.id] = answer
    return answers


def _answer(rule: Rule, review: Review, *record: Record) -> Answer:
    try:
        said = tuple(rule.check(*record, review))
        return Answer(said) if said else _NOTHING_SAID
    except Exception as error:  # noqa: BLE001 - a broken rule is told, and the others still run
        # Where it broke, but not the error's own words: these may quote what users wrote.
        where = "".join(traceback.format_tb(error.__traceback__))
        _log.error("rule %s: %s\n%s", rule.id, type(error).__name__, where)
        return Answer(failure=Failure.BROKE)


def _named_by(answer: Answer) -> Iterator[Id]:
    """Yield the ids of all that the words may name."""
    for said in answer.said:
        if said.about is not None:
            yield said.about
        yield from said.also


class Links:
    """Who links to whom, in both directions."""

    def __init__(self, pathway: Pathway) -> None:
        self._to: dict[Id, frozenset[Id]] = {}
        self._from: defaultdict[Id, set[Id]] = defaultdict(set)
        self.follow(pathway, pathway)

    def follow(self, pathway: Pathway, touched: Iterable[Id]) -> None:
        for id in touched:
            record = pathway.get(id)
            linked = frozenset() if record is None else frozenset(_linked(record))
            known = self._to.pop(id, frozenset())
            for other in known - linked:
                self._from[other].discard(id)
            for other in linked - known:
                self._from[other].add(id)
            if linked:
                self._to[id] = linked

    def around(self, ids: Iterable[Id]) -> set[Id]:
        """Return the ids given, those that link to them and those that they link to."""
        found = set(ids)
        for id in tuple(found):
            found |= self._to.get(id, frozenset())
            found |= self._from.get(id, set())
        return found


def _linked(record: AnyRecord) -> Iterable[Id]:
    for link in LINKS.get(type(record), ()):
        yield from link.ids(getattr(record, link.field))
