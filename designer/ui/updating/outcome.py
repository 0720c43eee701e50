"""What workbooks do that are taken in, all of it as one change. No Qt."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from designer.merging import OpenQuestion
from designer.ui.merging.words import counts_in_words, to_settle, what_came
from designer.updating import Taken, Updated, joined_in
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
    updated = joined_in(pathway, books, removing)
    after, _done = updated.change.applied_to(pathway)
    words = []
    now = pathway
    for book in books:
        each = joined_in(now, [book], removing)
        then, _done = each.change.applied_to(now)
        words.append(_in_words(now, then, each.questions))
        now = then
    came = what_came(pathway, after, updated.questions)
    return Outcome(pathway, after, updated, came, tuple(words))


def _in_words(before: Pathway, after: Pathway, questions: tuple[OpenQuestion, ...]) -> str:
    parts = counts_in_words(what_came(before, after, questions))
    if questions:
        parts.append(to_settle(len(questions)))
    return ", ".join(parts) or _("nothing new")
