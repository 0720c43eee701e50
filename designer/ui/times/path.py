"""A walk as the board shows it: waits on the arrows, what stages take and the sum at the cards."""

from designer.ui.canvas.time_places import TimeLabel
from designer.ui.canvas.times_path import TimedPath
from designer.ui.times.lengths import Wording
from designer.ui.times.questions import Which
from designer.ui.times.table import sum_words
from model.messages import _
from model.times import Part, Stop, Walk, stops


def timed_path(walk: Walk, which: Which, wording: Wording) -> TimedPath:
    """Return the walk with its labels."""
    labels: dict[str, TimeLabel] = {}
    for stop in stops(walk):
        if (label := _at_card(stop, which, wording)) is not None:
            labels[stop.stage] = label
        if stop.by is not None and stop.wait is not None:
            words = wording.of_wait_on_board(stop.wait)
            labels[stop.by] = TimeLabel(words, lacking=stop.wait.days is None)
    return TimedPath(walk.way, labels)


def _at_card(stop: Stop, which: Which, wording: Wording) -> TimeLabel | None:
    said: list[str] = []
    lacking = False
    if stop.by is None and stop.wait is not None:
        said.append(wording.of_wait_on_board(stop.wait))
        lacking = stop.wait.days is None
    if stop.doing is not None and _counts(stop.doing):
        said.append(wording.of_doing_on_board(stop.doing))
        lacking = lacking or stop.doing.days is None
    days = which.days(stop.until.least, stop.until.most)
    if days:
        said.append(_("sum {time}").format(time=sum_words(days, whole=stop.whole)))
    return TimeLabel(" · ".join(said), lacking) if said else None


def _counts(part: Part) -> bool:
    return part.days is None or part.days.most > 0
