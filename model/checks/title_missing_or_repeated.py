"""Title missing or repeated."""

from collections.abc import Iterator
from functools import lru_cache

from model.checks.facts import Fact
from model.checks.finding import Rule, Said
from model.checks.reads import READING_ORDER, reading
from model.checks.review import Review
from model.checks.wording import plain
from model.codes import Severity
from model.ids import Id
from model.messages import N_, _, ngettext
from model.pathway import Pathway
from model.records import Stage


def check(review: Review) -> Iterator[Said]:
    titles = review.known(TITLES)
    for id in titles.of(UNTITLED):
        yield Said(about=id, message=_("A stage has no title."), field="title")
    # Stages that have the same titles in several languages are told once, in the language that
    # comes first where they do.
    alike: dict[tuple[Id, ...], list[str]] = {}
    messages: dict[int, str] = {}
    for (language, _words), ids in titles.by_value.items():
        if len(ids) > 1 and language:
            alike.setdefault(tuple(review.in_order(ids)), []).append(language)
    for stages, languages in alike.items():
        first = review.pathway.find(Stage, stages[0])
        written = first.title if first is not None else {}
        told = next(language for language in written if language in languages)
        count = len(stages)
        message = messages[count] = messages.get(count) or ngettext(
            "{count} stage has the title “{title}”.",
            "{count} stages have the title “{title}”.",
            count,
        )
        yield _repeated(stages, written[told], message)


UNTITLED = "", ""


def _titles(stage: Stage, _pathway: Pathway) -> list[tuple[str, str]]:
    """Return a stage's titles as they are compared, each after its language."""
    return [(language, plain(words)) for language, words in stage.title.items()] or [UNTITLED]


TITLES = Fact(Stage, _titles)


@lru_cache(maxsize=1 << 12)
def _repeated(stages: tuple[Id, ...], title: str, message: str) -> Said:
    words = message.format(count=len(stages), title=title)
    return Said(about=stages[0], message=words, also=stages[1:], field="title")


RULE = Rule(
    id="STR-09",
    severity=Severity.ERROR,
    title=N_("Title missing or repeated"),
    finds=N_("A stage without a title, or several stages with the same one."),
    why=N_("In texts, tables and links a stage is known by its title alone."),
    put_right=N_("Give each stage a short title of its own, in the customer’s words."),
    source="JHS 152 (naming)",
    reads=reading(READING_ORDER, {Stage: {"title"}}),
    check=check,
)
