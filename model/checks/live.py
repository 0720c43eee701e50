"""Checks that follow a pathway while it is edited, asking again only what an edit reached."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date

from model.checks.asking import Asker
from model.checks.catalogue import CHECKS
from model.checks.facts import let_go
from model.checks.finding import Report, Rule
from model.checks.profiles import Profile
from model.checks.reads import Edit, Reads, edit_between
from model.checks.report import Answer, Answers, Composer, Difference, Renewed
from model.ids import Id
from model.links import links_of
from model.pathway import Pathway
from model.records import RECORD_KINDS, Handover, Record, Stage

RULE_SECONDS = 1.0
"""How long a rule may take while somebody waits for it, at least."""
_NONE: AbstractSet[Id] = frozenset()
_NO_RULES: AbstractSet[str] = frozenset()


class LiveChecks:
    """The rules' answers about a pathway, kept up to date.

    An edit of a record reaches that record, those that link to it and those that it links to,
    before the edit and after; rules with `each` are asked of these again, and of those of which
    they said something that names what has got another name. Any rule is asked all again when a
    field that it reads was changed, and one about the whole when something that it names got
    another name. Messages are in the language in force when a rule is asked: make new checks when
    that changes, and when a new day begins.

    How long a rule may take: see `Asker`. One that takes longer is told as a finding.
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
        asker = self._asker = Asker(pathway, profile, today, rules, rule_seconds)
        self._readers = _readers((rule.id, rule.reads) for rule in asker.rules)
        self._readers_along = _readers((rule.id, rule.along) for rule in asker.rules)
        self._of_kind = {kind: _asked_of(kind, asker.rules) for kind in RECORD_KINDS}
        self._pathway = pathway
        self._links = Links(pathway)
        self._names = Names()
        self._given: dict[tuple[int, type[Record]], tuple[AbstractSet[Id], list[Record]]] = {}
        self._names.follow(asker.take_renewed())
        self._composer = Composer(rules, profile, today)
        self.report = self._composer.begin(asker.answers, pathway)

    @property
    def difference(self) -> Difference:
        """What the last `follow` changed in the report: all else in it is the same object."""
        return self._composer.difference

    def follow(self, pathway: Pathway, touched: Iterable[Id]) -> Report:
        """Take the next pathway, which differs in the records `touched`; return its report.

        It is the same object when nothing in it is different.
        """
        before, touched = self._pathway, frozenset(touched)
        reached = self._links.around(touched)
        self._pathway = pathway
        self._links.follow(pathway, touched)
        reached |= self._links.around(touched)
        edit = edit_between(before, pathway, touched)
        asker = self._asker
        asker.review = asker.review.after(pathway, edit, reached)
        wholly, partly = self._reached_by(edit, reached)
        for id in touched:
            gone = before.get(id)
            if gone is not None and type(pathway.get(id)) is not type(gone):
                for rule in self._of_kind[type(gone)]:
                    asker.let_go(rule, id)
        asker.ask_all(wholly, records=1)
        for each, ids in partly:
            asker.ask_of(each, self._records(ids, each.each or Record))
        self._given.clear()
        renewed = asker.take_renewed()
        self._names.follow(renewed)
        self.report = self._composer.follow(renewed, pathway, edit, touched)
        return self.report

    def _reached_by(
        self, edit: Edit, reached: AbstractSet[Id]
    ) -> tuple[list[Rule], list[tuple[Rule, AbstractSet[Id]]]]:
        """Return which rules an edit makes be asked all again, and which ones of what."""
        wholly = _reading(self._readers, edit)
        partly: dict[str, AbstractSet[Id]] = {}
        for kind in {type(record) for id in reached if (record := self._pathway.get(id))}:
            partly |= dict.fromkeys(self._of_kind[kind], reached)
        if along := _reading(self._readers_along, edit):
            partly |= dict.fromkeys(along, self._around_ways(reached))
        called = self._called_otherwise(edit)
        for id, of in self._names.in_records(called).items():
            partly[id] = partly.get(id, _NONE) | of
        wholly.update(self._names.in_wholes(called, self._asker.answers))
        partly = {id: of for id, of in partly.items() if id not in wholly}
        asked = [rule for rule in self._asker.rules if rule.id not in self._asker.left_out]
        return (
            [rule for rule in asked if rule.id in wholly],
            [(rule, partly[rule.id]) for rule in asked if rule.id in partly],
        )

    def _records(self, ids: AbstractSet[Id], kind: type[Record]) -> Sequence[Record]:
        """Return the records of a kind among some; most rules are asked of the same ones."""
        key = id(ids), kind
        if key not in self._given:
            found = (self._pathway.get(each) for each in ids)
            self._given[key] = ids, [record for record in found if isinstance(record, kind)]
        return self._given[key][1]

    def _around_ways(self, reached: AbstractSet[Id]) -> AbstractSet[Id]:
        """Return what is two links farther away, over stages and handovers."""
        for _link in range(2):
            ways = [id for id in reached if isinstance(self._pathway.get(id), Stage | Handover)]
            reached = reached | self._links.around(ways)
        return reached

    def _called_otherwise(self, edit: Edit) -> AbstractSet[Id]:
        """Return what has got another name: a handover is named by its stages."""
        if not edit.renamed:
            return _NONE
        around = self._links.around(edit.renamed)
        arrows = {id for id in around if isinstance(self._pathway.get(id), Handover)}
        return edit.renamed | arrows


Readers = Mapping[tuple[type[Record], str], AbstractSet[str]]
"""Which rules read each field."""


def _readers(rules: Iterable[tuple[str, Reads]]) -> Readers:
    readers: defaultdict[tuple[type[Record], str], set[str]] = defaultdict(set)
    for id, reads in rules:
        for kind, fields in reads.items():
            for field in fields:
                readers[kind, field].add(id)
    return dict(readers)


def _reading(readers: Readers, edit: Edit) -> set[str]:
    """Return the rules that read something that an edit changed."""
    found: set[str] = set()
    for kind, fields in edit.fields.items():
        for field in fields:
            found |= readers.get((kind, field), _NO_RULES)
    return found


def _asked_of(kind: type[Record], rules: Iterable[Rule]) -> list[str]:
    return [rule.id for rule in rules if rule.each is not None and issubclass(kind, rule.each)]


def _named_by(answer: Answer | None) -> Iterator[Id]:
    """Yield the ids of all that the words may name."""
    for said in answer.said if answer is not None else ():
        if said.about is not None:
            yield said.about
        yield from said.also


class Names:
    """Which answers name what besides the record that they are of."""

    def __init__(self) -> None:
        self._naming: defaultdict[Id, set[tuple[str, Id]]] = defaultdict(set)
        self._of_answers: dict[tuple[str, Id], AbstractSet[Id]] = {}
        self._of_wholes: dict[str, tuple[Answer, AbstractSet[Id]]] = {}

    def follow(self, renewed: Renewed) -> None:
        """Take in what is answered otherwise."""
        for rule, answers in renewed.items():
            for of, answer in answers.items():
                if of is not None:
                    self._take((rule, of), {id for id in _named_by(answer) if id != of})

    def _take(self, answer: tuple[str, Id], named: AbstractSet[Id]) -> None:
        for id in self._of_answers.pop(answer, _NONE):
            let_go(self._naming, id, answer)
        if named:
            self._of_answers[answer] = named
            for id in named:
                self._naming[id].add(answer)

    def in_records(self, called: AbstractSet[Id]) -> Mapping[str, AbstractSet[Id]]:
        """Return which rules name any of those in what they say of which records."""
        found: defaultdict[str, set[Id]] = defaultdict(set)
        for id in called:
            for rule, of in self._naming.get(id, ()):
                found[rule].add(of)
        return found

    def in_wholes(self, called: AbstractSet[Id], answers: Mapping[str, Answers]) -> Iterator[str]:
        """Yield the rules that name any of those in what they say of the whole."""
        for rule, given in answers.items() if called else ():
            whole = given.get(None)
            if whole is not None and not called.isdisjoint(self._named(rule, whole)):
                yield rule

    def _named(self, rule: str, answer: Answer) -> AbstractSet[Id]:
        known = self._of_wholes.get(rule)
        if known is None or known[0] is not answer:
            known = self._of_wholes[rule] = answer, frozenset(_named_by(answer))
        return known[1]


class Links:
    """Who links to whom, in both directions."""

    def __init__(self, pathway: Pathway) -> None:
        self._to: dict[Id, frozenset[Id]] = {}
        self._from: defaultdict[Id, set[Id]] = defaultdict(set)
        for id, record in pathway.items():
            linked = frozenset([to for _link, to in links_of(record)])
            if linked:
                self._to[id] = linked
                for other in linked:
                    self._from[other].add(id)

    def follow(self, pathway: Pathway, touched: Iterable[Id]) -> None:
        for id in touched:
            record = pathway.get(id)
            linked = frozenset([to for _link, to in links_of(record)] if record is not None else ())
            known = self._to.pop(id, frozenset())
            for other in known - linked:
                let_go(self._from, other, id)
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
