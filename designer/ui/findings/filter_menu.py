"""The button behind which one chooses what findings to see, and how many choices are set."""

from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from designer.ui.findings.filters import Filter
from designer.ui.findings.lines import FindingLine
from designer.ui.findings.whereabouts import Whereabouts, actors_along, phases_along
from designer.ui.signs import icon
from model.checks.groups import GROUPS, group_of
from model.messages import _, ngettext
from model.pathway import Pathway


class Seen(NamedTuple):
    """What there is to choose from: the lines of the groups that are shown, and where they are."""

    lines: tuple[FindingLine, ...]
    where: Whereabouts
    pathway: Pathway


class FilterButton(QToolButton):
    """`changed` carries the filter as chosen, `follows` whether to follow the board's selection.

    `asked_all` asks for everything to be shown again.
    """

    changed = Signal(object)
    follows = Signal(bool)
    asked_all = Signal()

    def __init__(self, see: Callable[[], Seen]) -> None:
        super().__init__()
        self._see = see
        self._filter = Filter()
        self._follows = False
        self.setIcon(icon("filter"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.choices = QMenu(self)
        self.choices.aboutToShow.connect(self._fill)
        self.setMenu(self.choices)
        self.is_short = False
        self.present(self._filter, follows=False)

    @property
    def count(self) -> int:
        """How many choices are set."""
        chosen = self._filter
        parts = (chosen.kind, chosen.actor, chosen.phase, chosen.role, self._follows)
        return sum(map(bool, parts))

    def present(self, chosen: Filter, *, follows: bool) -> None:
        """Show what is set."""
        self._filter, self._follows = chosen, follows
        said = ngettext("{count} choice is set", "{count} choices are set", self.count)
        said = said.format(count=self.count) if self.count else ""
        name, tip = _("Filter"), _("Choose what findings to show")
        self.setAccessibleName(f"{name}, {said}" if said else name)
        self.setToolTip(f"{tip} ({said})" if said else tip)
        self._mark()
        self.shorten(short=self.is_short)

    def _mark(self) -> None:
        """Stand out while anything is set."""
        if self.property("set") is not bool(self.count):
            self.setProperty("set", bool(self.count))
            self.style().polish(self)

    @property
    def word_width(self) -> int:
        """How many pixels more the button takes with its word."""
        metrics = self.fontMetrics()
        return metrics.horizontalAdvance(self._words(short=False)) - metrics.horizontalAdvance(
            self._words(short=True)
        )

    def shorten(self, *, short: bool) -> None:
        """Leave the word out, or say it."""
        self.is_short = short
        self.setText(self._words(short=short))

    def _words(self, *, short: bool) -> str:
        if short:
            return f" {self.count} ▾" if self.count else " ▾"
        name = _("Filter")
        return f" {name} ({self.count}) ▾" if self.count else f" {name} ▾"

    def _fill(self) -> None:
        menu = self.choices
        menu.clear()
        seen = self._see()
        kinds = Counter(group_of(line.rule) for line in seen.lines)
        around = Counter(id for line in seen.lines for id in seen.where.around(line))
        roles = Counter(role for line in seen.lines for role in seen.where.roles(line))
        self._offer(
            "kind",
            _("Group of rules"),
            [(kind, _(title), kinds[kind]) for kind, title in GROUPS.items() if kinds[kind]],
        )
        for part, words, named in (
            ("actor", _("Actor"), actors_along(seen.pathway, around)),
            ("phase", _("Phase"), phases_along(seen.pathway, around)),
        ):
            self._offer(part, words, [(id, name, around[id]) for id, name in named])
        self._offer(
            "role", _("Who puts it right"),
            [(role, role, count) for role, count in sorted(roles.items())],
        )  # fmt: skip
        menu.addSeparator()
        follow = menu.addAction(_("&Only what is selected on the board"))
        follow.setCheckable(True)
        follow.setChecked(self._follows)
        follow.toggled.connect(self.follows)
        menu.addSeparator()
        menu.addAction(_("&Show all findings")).triggered.connect(self.asked_all)

    def _offer(self, part: str, words: str, values: Iterable[tuple[str, str, int]]) -> None:
        """Offer the values of one part of the filter, each with how many lines it has."""
        chosen = getattr(self._filter, part)
        offered = list(values)
        name = next((name for value, name, _count in offered if value == chosen), chosen)
        title = f"{words}: {name}" if chosen else words
        menu = self.choices.addMenu(_literally(title))
        menu.setProperty("part", part)
        group = QActionGroup(menu)
        for value, entry in (
            ("", _("All")),
            *((value, f"{name}  ({count})") for value, name, count in offered),
        ):
            action = menu.addAction(_literally(entry))
            action.setCheckable(True)
            action.setChecked(value == chosen)
            action.triggered.connect(partial(self._choose, part, value))
            group.addAction(action)

    def _choose(self, part: str, value: str, *_checked: bool) -> None:
        parts: dict[str, Any] = {part: value}
        self.changed.emit(self._filter._replace(**parts))


def _literally(words: str) -> str:
    return words.replace("&", "&&").replace("\t", " ")
