"""How the board's parts were painted last, so that painting them again is nearly Qt's work alone.

Kept with the item that shows the part, and forgotten when the part or how it stands out changes.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeVar
from weakref import WeakKeyDictionary

from PySide6.QtGui import QPainter

from designer.ui.canvas.badges import Badge, Mark, badge, paint_badge
from designer.ui.theme import look
from exporters.diagram.kept import (
    Calls,
    KeptArrow,
    kept,
    kept_arrow,
    paint_kept,
    paint_kept_arrow,
)
from exporters.diagram.look import Look
from exporters.diagram.paint import PLAIN, State
from model.layout.geometry import Arrow

if TYPE_CHECKING:
    from model.codes import Severity

Part = TypeVar("Part")

MOST_KEPT: Final = 4096
"""Of how many parts the painting is kept: more than can be told apart on any screen."""


class Drawing:
    """What is kept of one part, until it is forgotten or many others have been painted since."""

    __slots__ = ("__weakref__", "_arrow", "_badge", "_badge_of", "_by", "_calls", "_look")

    def __init__(self) -> None:
        self._calls: Calls | None = None
        self._look: Look | None = None
        self._by: object = None
        self._arrow: KeptArrow | None = None
        self._badge: Badge | None = None
        self._badge_of: tuple[tuple[float, float], Severity, float] | None = None

    def paint(
        self,
        painter: QPainter,
        by: Callable[[QPainter, Part, Look, State], None],
        part: Part,
        state: State = PLAIN,
    ) -> None:
        """Draw what `by` does, in the look in force."""
        shows = look()
        if self._calls is None or self._look is not shows or self._by is not by:
            self._calls = kept(lambda recorder: by(recorder, part, shows, state))
            self._look, self._by = shows, by
            _remember(self)
        paint_kept(painter, self._calls)

    def paint_arrow(self, painter: QPainter, arrow: Arrow, state: State) -> None:
        if self._arrow is None:
            self._arrow = kept_arrow(arrow)
            _remember(self)
        paint_kept_arrow(painter, self._arrow, arrow, look(), state)

    def paint_badge(
        self, painter: QPainter, at: tuple[float, float], mark: Mark, radius: float, zoom: float
    ) -> None:
        """Draw a badge after the part itself."""
        severity, _count = mark
        if self._badge_of != (at, severity, radius):
            self._badge_of = at, severity, radius
            self._badge = badge(at, severity, radius)
        if self._badge is not None:
            paint_badge(painter, self._badge, mark, zoom)

    @property
    def is_empty(self) -> bool:
        return self._calls is None and self._arrow is None

    def forget(self) -> None:
        self._calls = self._arrow = self._badge = self._badge_of = None


_latest: WeakKeyDictionary[Drawing, None] = WeakKeyDictionary()
"""Of what the painting is kept, each once, what was made longest ago first; goes with its items."""


def _remember(drawing: Drawing) -> None:
    _latest.pop(drawing, None)
    _latest[drawing] = None
    if len(_latest) > MOST_KEPT:
        oldest = next(iter(_latest))
        del _latest[oldest]
        oldest.forget()
