"""What one can look at: each promise, the whole way, and the way between two chosen stages."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from designer.ui.times.lengths import Wording
from model.describe.captions import caption
from model.ids import Id
from model.messages import _
from model.pathway import Pathway
from model.records import Stage, TimePromise
from model.times import Timed, Times, Walk, of_promise, start_to_end

WHOLE = "whole"
BETWEEN = "between"


class Which(StrEnum):
    """Which of the walks is looked at."""

    LONGEST = "longest"
    SHORTEST = "shortest"

    def of(self, times: Times) -> Walk | None:
        return times.longest if self is Which.LONGEST else times.shortest

    def days(self, least: float, most: float) -> float:
        """Return what counts of a length: of the longest walk the most, of the other the least."""
        return most if self is Which.LONGEST else least


class Question(NamedTuple):
    """`key` is the id of the promise, WHOLE or BETWEEN; `detail` is said below the title."""

    key: str
    title: str
    detail: str
    promise: TimePromise | None = None


Pair = tuple[Id, Id] | None
"""The stages from and to which one asks, where two have been selected."""


def questions(pathway: Pathway, pair: Pair, language: str, wording: Wording) -> list[Question]:
    """Return what can be asked of a pathway, the promises first."""
    found = [
        Question(
            promise.id,
            caption(promise, pathway, language),
            _("Promised: {limit}").format(limit=wording.typed(promise.target.limit)),
            promise,
        )
        for promise in pathway.of(TimePromise)
    ]
    found.append(Question(WHOLE, _("From start to end"), _("All ways through the pathway")))
    between = _("Select two stages on the board")
    if pair is not None:
        start, end = (caption(pathway[id], pathway, language) for id in pair)
        between = _("{source} → {target}").format(source=start, target=end)
    return [*found, Question(BETWEEN, _("From one stage to another"), between)]


def times_of(question: Question, timed: Timed, pair: Pair) -> Times | None:
    """Return the times that answer a question, None where it does not say from where to where."""
    if question.promise is not None:
        return of_promise(timed, question.promise)
    if question.key == WHOLE:
        return start_to_end(timed)
    if pair is None:
        return None
    there = Times(timed, pair[:1], pair[1:])
    back = Times(timed, pair[1:], pair[:1])
    # Whoever selects two stages need not know which of them comes first.
    return back if there.longest is None and back.longest is not None else there


def pair_of(pathway: Pathway, ids: Sequence[Id], before: Pair) -> Pair:
    """Return the two stages that are selected, else those that were, as far as they are there."""
    if len(ids) == 2 and all(isinstance(pathway.get(id), Stage) for id in ids):  # noqa: PLR2004
        return ids[0], ids[1]
    kept = before is not None and all(isinstance(pathway.get(id), Stage) for id in before)
    return before if kept else None
