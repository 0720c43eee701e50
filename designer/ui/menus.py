"""Builds a window's actions and menus from the list of actions."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidgetAction

from designer.ui.actions import ACTIONS, MENUS
from designer.ui.appearance import NAMES, Choice
from designer.ui.labels import as_tooltip, plain_label
from designer.ui.menu_letters import give_letters
from designer.ui.notes.menu import NotesMenu
from designer.ui.signs import icon
from exporters.exporter import Exporter, Group, in_groups
from model.messages import LANGUAGES, _
from samples import SAMPLES, TEMPLATES

if TYPE_CHECKING:
    from designer.ui.main_window import MainWindow

# Each language in its own name, so that whoever came to a wrong one finds the way back.
OWN_NAMES = {"fi": "Suomi", "sv": "Svenska", "en": "English"}


def literally(words: str) -> str:
    """Return words as a menu shows them: "&" would mark a key, a tab would part the line."""
    return words.replace("&", "&&").replace("\t", " ")


def make_actions(window: "MainWindow") -> dict[str, QAction]:
    """Make the actions of the window, in place of those it had."""
    for old in window.actions_by_name.values():
        window.removeAction(old)
        old.deleteLater()
    made: dict[str, QAction] = {}
    for action in ACTIONS:
        words = _(action.title)
        # A key that the board itself listens to is only shown: it means other things elsewhere.
        shown = f"{words}\t{_keys(action.board_key)}" if action.board_key else words
        item = QAction(shown, window)
        if action.icon:
            item.setIcon(icon(action.icon))
        if action.short:
            item.setIconText(f" {_(action.short)}")  # Qt leaves no room beside the sign
        if action.shortcut:
            item.setShortcut(QKeySequence(action.shortcut))
        key = _keys(action.shortcut or action.board_key)
        tip = words.replace("&", "") + (f" ({key})" if key else "")
        item.setToolTip(as_tooltip(tip))
        item.triggered.connect(lambda _checked, action=action: action.does(window))
        window.addAction(item)
        made[action.name] = item
    return made


class Submenus:
    """The menus whose entries depend on what there is: files, templates, formats, languages."""

    def __init__(self, window: "MainWindow", parent: QMenuBar) -> None:
        self._window = window
        self.new = QMenu(_("&New"), parent)
        for sample in TEMPLATES:
            self._add(self.new, _(sample.title), self._copying(sample.path))
        self.new.addSeparator()
        _add_heading(self.new, _("Copies of samples"))
        for sample in SAMPLES:
            self._add(self.new, _(sample.title), self._copying(sample.path))
        self.recent = QMenu(_("Open &recent"), parent)
        self.recent.setObjectName("recent")
        self.recent.aboutToShow.connect(self._list_recent)
        self.export = QMenu(_("&Export"), parent)
        self.export.aboutToShow.connect(self._list_formats)
        self.language = QMenu(_("&Language of the program"), parent)
        group = QActionGroup(self.language)
        for code in LANGUAGES:
            entry = self._add(self.language, OWN_NAMES[code], self._speaking(code))
            entry.setCheckable(True)
            entry.setChecked(code == window.program.settings.language)
            group.addAction(entry)
        self.notes = NotesMenu(window, parent)
        self.look = QMenu(_("L&ook"), parent)
        looks = QActionGroup(self.look)
        for choice, name in NAMES.items():
            entry = self.look.addAction(_(name))
            entry.triggered.connect(self._wearing(choice))
            entry.setCheckable(True)
            entry.setData(choice)
            looks.addAction(entry)
        self.look.aboutToShow.connect(self._tick_look)
        self.settings = QMenu(parent)
        self.settings.addMenu(self.look)
        self.settings.addMenu(self.language)

    def _list_formats(self) -> None:
        from exporters.formats import EXPORTERS

        if not self.export.isEmpty():
            return
        self.export.addAction(self._window.actions_by_name["publish"])
        for section, exporters in in_groups(EXPORTERS):
            self.export.addSeparator()
            menu = self._section(section)
            for exporter in exporters:
                words = _(exporter.title) + "…"
                entry = self._add(menu, words, self._exporting(exporter))
                entry.setEnabled(self._window.file is not None)

    def _section(self, section: Group) -> QMenu:
        """Return the menu for a group of formats; what few need does not lengthen the others'."""
        if section is Group.OTHER_TOOLS:
            return self.export.addMenu(_(section.value))
        _add_heading(self.export, _(section.value))
        return self.export

    def _add(self, menu: QMenu, words: str, does: Callable[[], object]) -> QAction:
        entry = menu.addAction(literally(words))
        entry.triggered.connect(lambda _checked: does())
        return entry

    def _copying(self, path: Path) -> Callable[[], object]:
        return lambda: self._window.filing.open_copy(path)

    def _opening(self, path: Path) -> Callable[[], object]:
        return lambda: self._window.filing.open(path)

    def _exporting(self, exporter: Exporter) -> Callable[[], object]:
        return lambda: self._window.export(exporter)

    def _speaking(self, code: str) -> Callable[[], object]:
        return lambda: self._window.program.speak_later(code)

    def _wearing(self, choice: Choice) -> Callable[[], object]:
        return lambda: self._window.program.appearance.choose(choice)

    def _tick_look(self) -> None:
        for entry in self.look.actions():
            entry.setChecked(entry.data() == self._window.program.appearance.choice)

    def _list_recent(self) -> None:
        self.recent.clear()
        for path in self._window.program.settings.recent_files:
            self._add(self.recent, str(path), self._opening(path))
        if self.recent.isEmpty():
            self.recent.addAction(_("(none)")).setEnabled(False)


def _add_heading(menu: QMenu, words: str) -> None:
    """Say what the entries below are; the style sheet would leave out Qt's own headings."""
    label = plain_label(words, "label")
    label.setContentsMargins(10, 4, 10, 2)
    heading = QWidgetAction(menu)
    heading.setDefaultWidget(label)
    heading.setEnabled(False)
    menu.addAction(heading)


def fill_menu_bar(bar: QMenuBar, actions: dict[str, QAction], submenus: Submenus) -> None:
    for plan in MENUS:
        menu = bar.addMenu(_(plan.title))
        for entry in plan.entries:
            if not entry:
                menu.addSeparator()
            elif entry.startswith("> "):
                menu.addMenu(getattr(submenus, entry.removeprefix("> ")))
            else:
                menu.addAction(actions[entry])
        give_letters(menu)
    give_letters(bar)


def _keys(sequence: str) -> str:
    return QKeySequence(sequence).toString(QKeySequence.SequenceFormat.NativeText)
