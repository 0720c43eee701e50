"""Title missing or repeated."""

from collections import defaultdict
from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.reads import READING_ORDER, reading
from model.checks.review import Review
from model.checks.wording import plain
from model.codes import Severity
from model.ids import Id
from model.messages import N_, _, ngettext
from model.records import Stage


def check(review: Review) -> Iterator[Said]:
    called: defaultdict[tuple[str, str], list[Id]] = defaultdict(list)
    for stage in review.pathway.stages:
        if not stage.title:
            yield Said(about=stage.id, message=_("A stage has no title."), field="title")
        for language, words in stage.title.items():
            called[language, plain(words)].append(stage.id)
    told: set[tuple[Id, ...]] = set()
    for (language, _words), ids in called.items():
        if len(ids) > 1 and tuple(ids) not in told:
            told.add(tuple(ids))
            yield _repeated(review, ids, language)


def _repeated(review: Review, ids: list[Id], language: str) -> Said:
    first = review.pathway.find(Stage, ids[0])
    message = ngettext(
        "{count} stage has the title “{title}”.",
        "{count} stages have the title “{title}”.",
        len(ids),
    ).format(count=len(ids), title=first.title[language] if first else "")
    return Said(about=ids[0], message=message, also=tuple(ids[1:]), field="title")


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
