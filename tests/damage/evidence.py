"""Writes docs/checks-evidence.md: whatever is damaged in a complete pathway, its rule finds it.

`python -m tests.damage.evidence`, after a rule, a damage or a complete sample has changed.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

from model import file
from model.change import Change
from model.checks import CHECKS, PUBLISHING, Finding, LiveChecks, check
from model.checks.live import Links
from model.document import Changed, Document
from model.ids import Id
from model.messages import speaking
from model.pathway import Pathway
from tests.damage import DAMAGES
from tests.damage.damage import CHECK_SAMPLES, Damage
from tests.voikko import recorded

PAGE: Final = Path(__file__).parents[2] / "docs" / "checks-evidence.md"
DAY: Final = date(2026, 11, 22)
PATIENCE: Final = 600.0
"""Seconds for a rule: a busy machine must not change the page."""
SAMPLES: Final = {
    "t2d": CHECK_SAMPLES.parent / "t2d.ketju",
    "monipalvelu": CHECK_SAMPLES.parent / "monipalvelu.ketju",
    "checks/complete": CHECK_SAMPLES / "complete.ketju",
}
"""The complete pathways, as the page calls them."""


class Watched:
    """A complete pathway that is damaged and put right again, with what one rule says of it.

    What the other rules say does not change that, so that they need not be asked.
    """

    def __init__(self, pathway: Pathway, rule: str) -> None:
        self._document = Document(pathway)
        rules = tuple(each for each in CHECKS if each.id == rule)
        self._live = LiveChecks(pathway, PUBLISHING, DAY, rules, rule_seconds=PATIENCE)
        self._known = frozenset(self._said())
        self._links = Links(pathway)
        self._document.watchers.append(self._hear)

    def _hear(self, notice: Changed) -> None:
        self._live.follow(notice.pathway, notice.change.touched)

    def _said(self) -> Iterator[Finding]:
        yield from (*self._live.report.findings, *self._live.report.accepted)

    def finds(self, damage: Change) -> bool:
        """Whether the rule now says what it did not, of what was damaged or lies near."""
        done = self._document.do(damage)
        if not done:
            raise ValueError(f"{damage} changes nothing")
        near = self._near(done.touched)
        found = any(
            not near.isdisjoint((finding.about, *finding.also))
            for finding in self._said()
            if finding not in self._known
        )
        self._document.undo()
        return found

    def _near(self, touched: Sequence[Id] | frozenset[Id]) -> set[Id | None]:
        """Return what was damaged, what it links to or is linked from, and the pathway itself."""
        return {None, *self._links.around(self._links.around(touched))}


class Outcome(NamedTuple):
    """What became of one kind of damage to one sample: how many were made, which not found."""

    made: int
    missed: tuple[str, ...]

    @property
    def found(self) -> int:
        return self.made - len(self.missed)


def outcome(damage: Damage, pathway: Pathway) -> Outcome:
    """Do a kind of damage to a pathway in each way in which it applies."""
    ways = list(damage.ways(pathway))
    watched = Watched(pathway, damage.rule)
    missed = (", ".join(sorted(way.touched)) for way in ways if not watched.finds(way))
    return Outcome(len(ways), tuple(missed))


HEAD: Final = """\
# Löytääkö tarkistus sen, mikä puuttuu

Täydellisistä esimerkeistä otetaan pois tai rikotaan yksi asia kerrallaan, ja katsotaan, kertooko
siitä juuri se sääntö, jonka pitää. Vahinkoja on {kinds} lajia, ja niitä tehtiin {made}: sääntö
löysi niistä {found}. Ehjissä esimerkeissä oli {false} havaintoa; pitää olla 0. Sivun kirjoittaa
ohjelma, ja taulukko on englanniksi.

# Does checking find what is missing

Written by `python -m tests.damage.evidence`; `make test` compares what is counted here and tries
some of the damages, others in each run; `make test-all` writes the page anew and compares it.

**Method.** The rules are asked of three complete pathways, in the profile *{profile}*, on
{day}, with the recorded answers of Voikko, so that the page is the same on a machine without
it. Then one thing is damaged, what the rule says is followed as in the window, and the damage is
taken back. A damage counts as found when the rule that is meant for it says something that it did
not say of the undamaged pathway, about the damaged record, one that is at most two links away, or
the pathway as a whole. What a waiver accepts counts as said. Other rules may find the damage too;
that is not counted. A damage is made in every way in which it applies, such as to each stage; where
it applies to nothing, the cell is empty. To what each applies stands beside it in `tests/damage`:
a stage that is not published needs no text for customers, say.

| | {samples} | together |
|---|{rulers}---:|
| found / made | {found_made} | **{found} / {made}** |
| false findings: what the rules say of it undamaged | {false_findings} | **{false}** |

There are {kinds} kinds of damage for {rules} of {all_rules} rules.
"""


def page(results: dict[str, list[Outcome]], false: dict[str, int]) -> str:
    """Return the page; `false` counts the findings in each sample as it is."""
    columns = list(results.values())
    sums = [(sum(o.found for o in column), sum(o.made for o in column)) for column in columns]
    head = HEAD.format(
        kinds=len(DAMAGES),
        rules=len({damage.rule for damage in DAMAGES}),
        all_rules=len(CHECKS),
        profile=PUBLISHING.title,
        day=DAY.isoformat(),
        samples=" | ".join(results),
        rulers="---:|" * len(results),
        found_made=" | ".join(f"{found} / {made}" for found, made in sums),
        found=sum(found for found, _made in sums),
        made=sum(made for _found, made in sums),
        false_findings=" | ".join(str(false[name]) for name in results),
        false=sum(false.values()),
    )
    return "\n".join([head, *_misses(results), *_table(results), ""])


def _misses(results: dict[str, list[Outcome]]) -> Iterator[str]:
    yield "## Not found\n"
    missed = [
        f"- {damage.rule}, {damage.words}: {record} of {name}"
        for name, column in results.items()
        for damage, outcome in zip(DAMAGES, column, strict=True)
        for record in outcome.missed
    ]
    yield from missed or ["Nothing."]
    yield ""


def _table(results: dict[str, list[Outcome]]) -> Iterator[str]:
    titles = {rule.id: rule.title for rule in CHECKS}
    yield "## Each kind of damage\n"
    yield f"| Rule | What it is for | Damage | {' | '.join(results)} |"
    yield f"|---|---|---|{'---:|' * len(results)}"
    for damage, *row in zip(DAMAGES, *results.values(), strict=True):
        yield f"| {damage.rule} | {titles[damage.rule]} | {damage.words} | {cells(row)} |"


def cells(row: Sequence[Outcome]) -> str:
    return " | ".join(f"{each.found} / {each.made}" if each.made else "" for each in row)


def written_anew() -> str:
    """Return the page as it has to be."""
    with recorded(), speaking("en"):
        pathways = {name: file.read(path) for name, path in SAMPLES.items()}
        false = {
            name: len(check(pathway, PUBLISHING, DAY).findings)
            for name, pathway in pathways.items()
        }
        results = {
            name: [outcome(damage, pathway) for damage in DAMAGES]
            for name, pathway in pathways.items()
        }
    return page(results, false)


if __name__ == "__main__":
    PAGE.write_text(written_anew(), encoding="utf-8")
