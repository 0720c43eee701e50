"""All that the menus offer, the settings and the files opened last, as entries of the palette."""

import re
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidgetAction

from designer.ui.languages import content_languages
from designer.ui.palette.entry import Entry, Kind
from designer.ui.signs import icon
from model.messages import _

if TYPE_CHECKING:
    from designer.ui.main_window import MainWindow

_NAMED_ELSEWHERE = "palette"


def commands(window: "MainWindow") -> Iterator[Entry]:
    """Yield every entry of the menus: what is in a menu is in the palette."""
    names = {action: name for name, action in window.actions_by_name.items()}
    for heading in window.menuBar().actions():
        menu = heading.menu()
        if isinstance(menu, QMenu):
            yield from _of_menu(menu, _plain(heading.text()), names)


def _of_menu(menu: QMenu, path: str, names: dict[QAction, str]) -> Iterator[Entry]:
    menu.aboutToShow.emit()  # some menus are made up, or ticked, when one looks at them
    for action in menu.actions():
        below = action.menu()
        if action.isSeparator() or isinstance(action, QWidgetAction):
            continue
        if isinstance(below, QMenu):
            if below.objectName() != "recent":  # these come as files
                yield from _of_menu(below, _plain(action.text()), names)
        elif names.get(action) != _NAMED_ELSEWHERE:
            yield _of_action(action, path, names.get(action, ""))


def _of_action(action: QAction, path: str, name: str) -> Entry:
    words, _tab, board_key = action.text().partition("\t")
    title = _plain(words)
    is_choice = action.isCheckable() and action.actionGroup() is not None
    keys = board_key or action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    sign = action.icon()
    if sign.isNull():
        sign = icon("settings" if is_choice else "chevron-right", "muted")
    entry = Entry.of(
        Kind.SETTING if is_choice else Kind.ACTION,
        f"{path}: {title}" if is_choice or not name else title,
        "" if is_choice or not name else path,
        sign,
        action.trigger,
    )
    return entry._replace(keys=keys, name=name or f"{path}: {title}", usable=action.isEnabled())


def settings(window: "MainWindow") -> Iterator[Entry]:
    """Yield the settings that have no menu: the profile of the checks, the board's language."""
    if window.file is None:
        return
    workspace = window.workspace
    for profile in workspace.profiles.known:
        yield Entry.of(
            Kind.SETTING,
            _("Profile of the checks: {name}").format(name=_(profile.title)),
            _(profile.use),
            icon("list-checks", "muted"),
            partial(workspace.findings.choose_profile, profile),
        )
    for code in content_languages(window.file.document.pathway):
        yield Entry.of(
            Kind.SETTING,
            _("Language of the board: {code}").format(code=code.upper()),
            "",
            icon("languages", "muted"),
            partial(workspace.choose_language, code),
        )


def recent_files(window: "MainWindow") -> Iterator[Entry]:
    here = window.file.path if window.file else None
    for path in window.program.settings.recent_files:
        if path != here:
            yield Entry.of(
                Kind.FILE,
                path.name,
                str(path.parent),
                icon("file", "muted"),
                partial(window.filing.open, path),
            )


def _plain(words: str) -> str:
    """Return the words of a menu without its marks of keys; "&&" stands for "&"."""
    return re.sub(r"&(.)", r"\1", words)
