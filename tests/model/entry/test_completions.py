"""What may stand at the cursor, and that what is offered is read as what it names."""

import re
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from model.edits import name_of, rename
from model.entry import CompletionKind, completions, read_entry
from model.entry.completions import MOST
from model.entry.names import one_line
from model.pathway import Pathway
from tests.pathways import WORDS, At, build, crowded, random_pathways

PATHWAY = build(
    phases=["Tunnistaminen", "Hoito"],
    actors=["Asiakas", "Lääkäri", "Oma lääkäri", "Hoitaja"],
    stages=[At("Oire", 0, 0), At("Arvio", 1, 0, 1), At("Lääkärin arvio", 2, 1)],
)


def offered(line: str) -> list[str]:
    """Return the lines that come of the offers; `|` is the cursor."""
    cursor = line.index("|")
    typed = line.replace("|", "")
    return [
        typed[: each.start] + each.words + typed[each.end :]
        for each in completions(PATHWAY, typed, cursor, "fi")
    ]


def test_actors_at_the_beginning() -> None:
    assert offered("Lää|") == ["Lääkäri: ", "Oma lääkäri: "]
    assert offered("|") == []
    assert offered("Zzz|") == []


def test_actors_phases_and_stages_behind_their_marks() -> None:
    assert offered("Soitto @lää|") == ["Soitto @Lääkäri", "Soitto @Oma lääkäri"]
    assert offered("Soitto #|") == ["Soitto #Tunnistaminen", "Soitto #Hoito"]
    assert offered("→ ar|") == ["→ Arvio", "→ Lääkärin arvio"]
    assert offered("->ar|") == ["->Arvio", "->Lääkärin arvio"]
    assert offered("Oire → Arv|") == ["Oire → Arvio", "Oire → Lääkärin arvio"]
    assert offered("→ Arvio @H|") == ["→ Arvio @Hoitaja"]


def test_only_the_word_at_the_cursor_is_replaced() -> None:
    assert offered("Soitto @Ho| #Hoito") == ["Soitto @Hoitaja #Hoito"]
    assert offered("Soitto @Ho|zz") == []
    assert offered("Soitto @Ho|it nyt") == ["Soitto @Hoitaja nyt"]


def test_nothing_is_offered_for_a_whole_name() -> None:
    assert offered("Soitto @lääkäri|") == []
    assert offered("Lääkäri: Soi|") == []


def test_at_most_so_many_that_a_glance_takes_them_in() -> None:
    many = build(actors=[f"Toimija {place}" for place in range(30)])
    assert len(completions(many, "@", 1, "fi")) == 8


@given(random_pathways(max_stages=6), st.sampled_from("@#→"), st.integers(0, 3))
def test_what_is_offered_is_read_as_what_it_names(
    pathway: Pathway, mark: str, letters: int
) -> None:
    names = [name_of(actor) for actor in pathway.actors]
    names += [name_of(phase) for phase in pathway.phases]
    names += [name_of(stage) for stage in pathway.stages]
    for name in names:
        typed = f"{mark}{' '.join(name.split())[:letters]}"
        for each in completions(pathway, typed, len(typed), "fi"):
            line = typed[: each.start] + each.words
            entry = read_entry(pathway, f"Soitto {line}" if mark != "→" else line, "fi")
            meant = {
                CompletionKind.ACTOR: entry.actor,
                CompletionKind.PHASE: entry.phase,
                CompletionKind.STAGE: entry.target,
            }[each.kind]
            assert meant in pathway
            assert name_of(pathway[str(meant)]).casefold() == name_of(pathway[each.id]).casefold()


def plain_near(names: list[str], key: str) -> list[str]:
    """Return the names as `completions` offers them, each read and looked at anew."""
    names = [one_line(name) for name in names]
    if any(name.casefold() == key for name in names):
        return []
    begin = [name for name in names if name and name.casefold().startswith(key)]
    within = [
        name
        for name in names
        if name not in begin
        and any(part.startswith(key) for part in re.split(r"\W+", name.casefold()) if part)
    ]
    return (begin + within)[:MOST]


def test_what_is_offered_equals_plain_after_renaming() -> None:
    for seed in range(50):
        pathway, dice = crowded(seed, stages=12), Random(seed)  # noqa: S311 - nothing secret
        for _ in range(6):
            stage = dice.choice(pathway.stages)
            title = " ".join(dice.choices(WORDS, k=2))
            if dice.random() < 0.5:
                pathway = rename(pathway, stage.id, "fi", title).applied_to(pathway)[0]
            typed = dice.choice(name_of(stage, "fi").split() or ["a"])[: dice.randint(1, 4)]
            names = [name_of(each, "fi") for each in pathway.stages]
            found = completions(pathway, f"→{typed}", len(typed) + 1, "fi")
            wanted = plain_near(names, typed.casefold())
            assert [name_of(pathway[each.id], "fi") for each in found] == wanted
