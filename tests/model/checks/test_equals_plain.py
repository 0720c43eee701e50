"""Following edits against checking anew, on seeded boards: findings, their order, what changed."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from random import Random

from benchmarks.synthetic import synthetic
from model import edits
from model.change import Change
from model.checks import CHECKS, COORDINATION, LiveChecks, check
from model.checks.live import Links
from model.checks.reads import edit_between
from model.checks.review import Review
from model.checks.shelf import T, Turnover
from model.codes import Flow, HandoverKind, Sector, StageKind
from model.integrity import loose_ends
from model.pathway import Pathway
from model.records import Stage, Waiver
from tests.model.checks.boards import tangled
from tests.model.checks.facts_of_rules import FACTS

TODAY = date(2026, 6, 1)
PATHWAYS = 50
EDITS = 6
MOVED, MOVES = 16, 8
OF_WAYS = ("STR", "HAN", "PRE", "CUS", "NGO")


def boards() -> Iterator[tuple[Random, Pathway]]:
    for seed in range(PATHWAYS):
        chance = Random(seed)  # noqa: S311 - nothing here is secret
        yield chance, synthetic(chance.choice((3, 8)), seed=seed)


def edited(chance: Random, pathway: Pathway) -> Change:
    """Return an edit of a field, a place, a handover, an order or a waiver, or a removal."""
    stage, other = chance.choice(pathway.stages), chance.choice(pathway.stages)
    actor, phase = chance.choice(pathway.actors), chance.choice(pathway.phases)
    title = chance.choice(("Arvio", "Hoito", "Tuki"))
    rule = chance.choice(("STR-05", "CUS-02", "ACC-05"))

    def update(id: str, **fields: object) -> Callable[[], Change]:
        return lambda: edits.update(pathway, id, **fields)

    acts: list[Callable[[], Change]] = [
        update(stage.id, title={"fi": title}),
        update(other.id, title={"fi": title}),
        update(stage.id, actor=chance.choice((None, actor.id))),
        update(stage.id, column=chance.randrange(3), phase=phase.id),
        update(stage.id, column=chance.randrange(3), order=f"a{chance.randrange(1, 10)}"),
        update(stage.id, kind=chance.choice((None, *StageKind))),
        update(stage.id, start=not stage.start, public=not stage.public),
        update(stage.id, what_happens={"fi": "Sinulle soitetaan. VAS 7."}),
        update(actor.id, name={"fi": title}),
        update(actor.id, order=f"a{chance.randrange(1, 10)}"),
        update(phase.id, order=f"a{chance.randrange(1, 10)}"),
        update(actor.id, sector=chance.choice((None, *Sector))),
        lambda: edits.remove(pathway, [chance.choice(list(pathway))]),
    ]
    if "w" in pathway:
        acts.append(update("w", rule=rule, about=stage.id))
    else:
        waiver = Waiver(id="w", rule=rule, about=stage.id, reason={"fi": "Sovittu"})
        acts.append(lambda: edits.add(pathway, waiver))
    for arrow in chance.sample(pathway.handovers, min(1, len(pathway.handovers))):
        acts += [
            update(arrow.id, source=stage.id, target=other.id),
            update(arrow.id, source=arrow.target, target=arrow.source),
            update(arrow.id, target=other.id, if_not_accepted=stage.id),
            update(arrow.id, flow=chance.choice(list(Flow))),
            update(arrow.id, kind=chance.choice((None, *HandoverKind))),
        ]
    return chance.choice(acts)()


def steps(chance: Random, pathway: Pathway) -> Iterator[tuple[Pathway, Change]]:
    """Yield the pathway after each edit, with what was done."""
    for _edit in range(EDITS):
        pathway, done = edited(chance, pathway).applied_to(pathway)
        pathway, tidied = loose_ends(pathway, done).applied_to(pathway)
        if not pathway.stages:
            return
        yield pathway, done + tidied


def assert_turned_over(before: tuple[T, ...], after: tuple[T, ...], said: Turnover[T]) -> None:
    """Assert that what did not turn over are the very same objects, in the same order."""
    gone, new = (Counter(map(id, found)) for found in said)
    assert Counter(map(id, before)) - gone == Counter(map(id, after)) - new
    kept = [id(each) for each in before if id(each) not in gone]
    assert kept == [id(each) for each in after if id(each) not in new]


def test_following_edits_on_seeded_boards_equals_plain_checking() -> None:
    for chance, pathway in boards():
        live = LiveChecks(pathway, COORDINATION, TODAY)
        for number, (after, done) in enumerate(steps(chance, pathway)):
            before, report = live.report, live.follow(after, done.touched)
            if number % 2:  # what is stale stays so
                assert report == check(after, COORDINATION, TODAY)
            assert_turned_over(before.findings, report.findings, live.difference.findings)
            assert_turned_over(before.accepted, report.accepted, live.difference.accepted)
            assert_turned_over(
                before.not_evaluated, report.not_evaluated, live.difference.not_evaluated
            )


def moved(chance: Random, pathway: Pathway) -> Change:
    """Return a move of a stage, of a phase or of an actor."""
    stage = chance.choice(pathway.stages)
    actor, phase = chance.choice(pathway.actors), chance.choice(pathway.phases)
    order = f"a{chance.randrange(1, 10)}"
    acts: tuple[Callable[[], Change], ...] = (
        lambda: edits.update(pathway, stage.id, column=chance.randrange(4), order=order),
        lambda: edits.update(pathway, stage.id, phase=phase.id),
        lambda: edits.update(pathway, stage.id, actor=actor.id),
        lambda: edits.update(pathway, phase.id, order=order),
        lambda: edits.update(pathway, actor.id, order=order),
    )
    return chance.choice(acts)()


def test_following_moves_equals_plain_checking() -> None:
    """Where many ways leave the same stage, a move elsewhere turns the order of what is said."""
    rules = tuple(rule for rule in CHECKS if rule.id[:3] in OF_WAYS)
    for seed in range(MOVED):
        chance, pathway = Random(seed), tangled(seed)  # noqa: S311 - nothing here is secret
        live = LiveChecks(pathway, COORDINATION, TODAY, rules)
        for _move in range(MOVES):
            pathway, done = moved(chance, pathway).applied_to(pathway)
            report = live.follow(pathway, done.touched)
            assert report == LiveChecks(pathway, COORDINATION, TODAY, rules).report


def test_facts_kept_while_editing_equals_plain_finding() -> None:
    assert FACTS
    for chance, pathway in boards():
        before, review, links = pathway, Review(pathway, TODAY), Links(pathway)
        for fact in FACTS.values():
            review.known(fact)
        for after, done in steps(chance, pathway):
            reached = links.around(done.touched)
            links.follow(after, done.touched)
            reached |= links.around(done.touched)
            review = review.after(after, edit_between(before, after, done.touched), reached)
            plain = Review(after, TODAY)
            before = after
            for name, fact in FACTS.items():
                assert review.known(fact).by_value == plain.known(fact).by_value, name


def joined_otherwise(chance: Random, pathway: Pathway) -> Change:
    """Return an edit of what the graph is made from: an end, a way, a new one, one less, a move."""
    arrow, stage = chance.choice(pathway.handovers), chance.choice(pathway.stages).id
    other, new = chance.choice(pathway.stages).id, f"x{chance.randrange(100)}"
    acts: tuple[Callable[[], Change], ...] = (
        lambda: edits.update(pathway, arrow.id, source=stage),
        lambda: edits.update(pathway, arrow.id, target=stage),
        lambda: edits.update(pathway, arrow.id, if_not_accepted=chance.choice((None, stage))),
        lambda: edits.add(pathway, Stage(id=new, order="a5")),
        lambda: edits.update(pathway, arrow.id, flow=Flow.PARALLEL),
        lambda: edits.update(pathway, stage, kind=chance.choice((None, StageKind.END))),
        lambda: edits.update(pathway, stage, start=chance.choice((False, True))),
        lambda: edits.connect(pathway, stage, other),
        lambda: edits.remove(pathway, [chance.choice((stage, arrow.id))]),
        lambda: moved(chance, pathway),
    )
    return chance.choice(acts)()


def test_ways_kept_while_editing_equals_plain_ways() -> None:
    stuck = 0
    for seed in range(PATHWAYS):
        chance, pathway = Random(seed), synthetic(12, seed=seed)  # noqa: S311 - nothing is secret
        review, links = Review(pathway, TODAY), Links(pathway)
        for _edit in range(EDITS):
            graph_of(review)
            after, done = joined_otherwise(chance, pathway).applied_to(pathway)
            after, tidied = loose_ends(after, done).applied_to(after)
            touched = (done + tidied).touched
            reached = links.around(touched)
            links.follow(after, touched)
            reached |= links.around(touched)
            review = review.after(after, edit_between(pathway, after, touched), reached)
            stuck += len(review.waiting.stuck)
            assert graph_of(review) == graph_of(Review(after, TODAY))
            assert_each_after_what_it_leads_to(review)
            pathway = after
    assert stuck > PATHWAYS / 2


def graph_of(review: Review) -> tuple[object, ...]:
    """Return what is known of the graph, in its order but for that of the components."""
    components, waiting = {frozenset(each) for each in review.components}, review.waiting.stuck
    in_order = map(tuple, (review.ways.items(), review.ways_back.items(), review.places.items()))
    walked = [(stuck.stage, [each.id for each in stuck.awaited], stuck.walk) for stuck in waiting]
    asked = review.loops, review.parts, review.starts, review.ends, review.longest_route
    return components, *in_order, *asked, walked


def assert_each_after_what_it_leads_to(review: Review) -> None:
    told: set[str] = set()
    for component in review.components:
        told.update(component)
        assert told.issuperset(target for stage in component for target in review.ways[stage])


def test_links_kept_while_editing_equals_plain_links() -> None:
    for chance, pathway in boards():
        links = Links(pathway)
        for after, done in steps(chance, pathway):
            links.follow(after, done.touched)
            plain = Links(after)
            assert all(links.around([id]) == plain.around([id]) for id in after)
