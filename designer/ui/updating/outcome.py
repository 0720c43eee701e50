"""What workbooks do that are taken in, all of it as one change. No Qt."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from designer.ui.merging.words import counts_in_words, to_settle, what_came
from designer.updating import Step, Taken, Updated, as_one, steps
from exporters.excel.read_back import Missing
from model.describe import Comparison
from model.messages import _
from model.pathway import Pathway


class Outcome(NamedTuple):
    """What bringing in does, all of it as `updated.change`; `per_book` says what each book does.

    `before` and `after` are the states around it, `came` how they differ in words.
    """

    before: Pathway
    after: Pathway
    updated: Updated
    came: Comparison
    per_book: tuple[str, ...]


def outcome(pathway: Pathway, books: Sequence[Taken], removing: Collection[Missing]) -> Outcome:
    """Work out what books do that were read for this pathway.

    Raises UnreadableBookError when the pathway cannot be without what is to go.
    """
    done = list(steps(pathway, books, removing))
    updated = as_one(pathway, books, done, removing)
    after = done[-1].after if done else pathway
    came = what_came(pathway, after, updated.questions)
    each = (_what_came(step) for step in done) if len(done) > 1 else [came]
    words = [_in_words(found, len(step.questions)) for step, found in zip(done, each, strict=False)]
    return Outcome(pathway, after, updated, came, tuple(words))


def _what_came(step: Step) -> Comparison:
    return what_came(step.before, step.after, step.questions)


def _in_words(came: Comparison, questions: int) -> str:
    parts = counts_in_words(came)
    if questions:
        parts.append(to_settle(questions))
    return ", ".join(parts) or _("nothing new")
