"""Menus whose entries are made when somebody looks equal menus that are made at once."""

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLabel, QMenu, QWidgetAction

from designer.ui.actions import ACTIONS, MENUS, Action, Menu, When
from designer.ui.appearance import NAMES
from designer.ui.labels import as_tooltip
from designer.ui.main_window import MainWindow
from designer.ui.menu_letters import with_own_letters
from designer.ui.menus import OWN_NAMES
from designer.ui.notes.menu import several
from exporters.exporter import Group, in_groups
from exporters.formats import EXPORTERS
from model.codes import NoteKind
from model.messages import LANGUAGES, _
from samples import SAMPLES, TEMPLATES


class Shown(NamedTuple):
    """An entry as somebody sees it; `below` is what the menu shows that it opens."""

    words: str
    tip: str = ""
    key: str = ""
    usable: bool = True
    ticked: bool | None = None
    below: "tuple[Shown, ...]" = ()


NOTES = (OPEN_NOTES := "&Open notes", "&All notes", "&No notes")
NOT_NOW = {"recover", "delete_recoverable"}
"""What is out of sight while there is nothing to recover."""
LINE = Shown("—")
TITLES = {
    "new": "&New",
    "recent": "Open &recent",
    "export": "&Export",
    "notes": "&Notes on the board",
    "look": "L&ook",
    "language": "&Language of the program",
}


def looked_at(menu: QMenu) -> list[Shown]:
    menu.aboutToShow.emit()
    return [_shown(entry) for entry in menu.actions()]


def _shown(entry: QAction) -> Shown:
    if entry.isSeparator():
        return LINE
    if isinstance(entry, QWidgetAction):
        heading = entry.defaultWidget()
        assert isinstance(heading, QLabel)
        return Shown(heading.text(), usable=entry.isEnabled())
    below = entry.menu()
    if isinstance(below, QMenu):
        return Shown(entry.text(), usable=entry.isEnabled(), below=tuple(looked_at(below)))
    return Shown(
        entry.text(),
        entry.toolTip(),
        entry.shortcut().toString(),
        entry.isEnabled(),
        entry.isChecked() if entry.isCheckable() else None,
    )


def at_once(window: MainWindow) -> dict[str, tuple[Shown, ...]]:
    """Return the entries of each menu of menus, made at once from the lists of what there is."""
    has_file = window.file is not None
    chosen = window.program.settings.language
    look = window.program.appearance.choice
    recent = window.program.settings.recent_files
    return {
        "new": (
            *(_plain(_(sample.title)) for sample in TEMPLATES),
            LINE,
            Shown(_("Copies of samples"), usable=False),
            *(_plain(_(sample.title)) for sample in SAMPLES),
        ),
        "export": (_action(_named("publish"), has_file=has_file), *_formats(has_file=has_file)),
        "language": tuple(
            _plain(OWN_NAMES[code])._replace(ticked=code == chosen) for code in LANGUAGES
        ),
        "look": tuple(
            _marked(_(name))._replace(ticked=choice == look) for choice, name in NAMES.items()
        ),
        "recent": tuple(_plain(str(path)) for path in recent)
        or (_marked(_("(none)"))._replace(usable=False),),
        "notes": (
            *(
                _marked(_(words))._replace(ticked=has_file and words == OPEN_NOTES)
                for words in NOTES
            ),
            LINE,
            *(_marked(several(kind))._replace(ticked=has_file) for kind in NoteKind),
        ),
    }


def _formats(*, has_file: bool) -> Iterator[Shown]:
    for group, exporters in in_groups(EXPORTERS):
        words = (_(exporter.title) + "…" for exporter in exporters)
        entries = tuple(_plain(each)._replace(usable=has_file) for each in words)
        yield LINE
        if group is Group.OTHER_TOOLS:
            yield Shown(_(group.value), below=entries)
        else:
            yield from (Shown(_(group.value), usable=False), *entries)


def _plain(words: str) -> Shown:
    return _marked(words.replace("&", "&&"))


def _marked(words: str) -> Shown:
    """Return an entry whose letter is marked in its words."""
    return Shown(words, QAction(words).toolTip())


def _named(name: str) -> Action:
    return next(action for action in ACTIONS if action.name == name)


def _action(action: Action, *, has_file: bool) -> Shown:
    key = QKeySequence(action.shortcut or action.board_key)
    keys = key.toString(QKeySequence.SequenceFormat.NativeText)
    words = _(action.title)
    return Shown(
        f"{words}\t{keys}" if action.board_key else words,
        as_tooltip(words.replace("&", "") + (f" ({keys})" if keys else "")),
        QKeySequence(action.shortcut).toString(),
        action.name not in NOT_NOW
        and (action.when is When.ALWAYS or (has_file and action.when is When.PATHWAY)),
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("opened", ["start", "window"])
def test_menus_equals_plain_menus(
    language: str, opened: str, request: pytest.FixtureRequest
) -> None:
    window: MainWindow = request.getfixturevalue(opened)
    window.program.speak(language)
    bar = window.menuBar().actions()
    assert [entry.text() for entry in bar] == with_own_letters([_(plan.title) for plan in MENUS])
    for plan, entry in zip(MENUS, bar, strict=True):
        menu = entry.menu()
        assert isinstance(menu, QMenu)
        wanted = _at_once(plan, window)
        assert looked_at(menu) == wanted
        assert looked_at(menu) == wanted, "a second look shows another"


def _at_once(plan: Menu, window: MainWindow) -> list[Shown]:
    """Return the entries of a menu of the bar, each with a letter of its own."""
    has_file, below = window.file is not None, at_once(window)
    entries: list[Shown] = []
    for entry in plan.entries:
        if not entry:
            entries.append(LINE)
        elif entry.startswith("> "):
            name = entry.removeprefix("> ")
            usable = has_file or name != "notes"
            entries.append(Shown(_(TITLES[name]), usable=usable, below=below[name]))
        else:
            entries.append(_action(_named(entry), has_file=has_file))
    letters = iter(with_own_letters([each.words for each in entries if each is not LINE]))
    return [each if each is LINE else each._replace(words=next(letters)) for each in entries]
