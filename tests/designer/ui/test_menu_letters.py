"""Every entry of a menu is chosen by a letter of its own, in every language."""

from collections import Counter

import pytest
from PySide6.QtWidgets import QMenu, QMenuBar

from designer.ui.main_window import MainWindow
from designer.ui.menu_letters import letter_of, with_own_letters
from model.messages import LANGUAGES


def marked_twice(menu: QMenu | QMenuBar) -> list[str]:
    letters = Counter(letter_of(entry.text()) for entry in menu.actions())
    return [letter for letter, count in letters.items() if letter and count > 1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_entries_of_a_menu_share_a_letter(window: MainWindow, language: str) -> None:
    window.program.speak(language)
    bar = window.menuBar()
    menus = [entry.menu() for entry in bar.actions()]
    assert not marked_twice(bar)
    for menu in menus:
        assert isinstance(menu, QMenu)
        assert not marked_twice(menu), menu.title()
        assert any(letter_of(entry.text()) for entry in menu.actions())


@pytest.mark.parametrize(
    ("titles", "lettered"),
    [
        (["&Find", "&Fix"], ["&Find", "F&ix"]),
        (["&Find", "&Fix this"], ["&Find", "Fix &this"]),
        (["&Find", "&Fix this", "&Tidy"], ["&Find", "F&ix this", "&Tidy"]),
        (["&Fi\tCtrl+F", "&If\tI"], ["&Fi\tCtrl+F", "&If\tI"]),
        (["&Fi", "&If", "&Fi\tA"], ["&Fi", "&If", "Fi\tA"]),
        (["&A", "B && &a"], ["&A", "&B && a"]),
        (["&ä", "&Ä o"], ["&ä", "Ä &o"]),
        (["100 %", "A&&B", "&A"], ["100 %", "A&&B", "&A"]),
    ],
)
def test_the_later_of_two_gets_a_free_letter(titles: list[str], lettered: list[str]) -> None:
    assert with_own_letters(titles) == lettered
