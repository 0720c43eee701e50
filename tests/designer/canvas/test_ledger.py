"""The keystroke ledger: a whole pathway typed by keys alone, every key counted.

What is counted is every key press besides those that write each name of the board once. So the
letters by which something that exists is named again count, as does every sign of the typed line.
Simply counted, a key pressed with others held is one; strictly, each held key is one more (Finnish
keyboard: @ is AltGr+2, # is Shift+3, > is Shift+<).
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from model import edits
from model.pathway import Pathway
from tests.designer.canvas.conftest import shown
from tests.pathways import build

# The offscreen platform says so of every window with a layout.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

PAGE: Final = Path(__file__).parents[3] / "docs" / "capture.md"
MOST: Final = 74  # two for each of the 12 stages, 5 actors, 6 phases and 14 handovers

Modifier = Qt.KeyboardModifier
KEYS: Final = {
    "Enter": (Qt.Key.Key_Return, Modifier.NoModifier),
    "Vaihto+Enter": (Qt.Key.Key_Return, Modifier.ShiftModifier),
    "Ctrl+Enter": (Qt.Key.Key_Return, Modifier.ControlModifier),
    "Vaihto+↑": (Qt.Key.Key_Up, Modifier.ShiftModifier),
    "Q": (Qt.Key.Key_Q, Modifier.NoModifier),
    "N": (Qt.Key.Key_N, Modifier.NoModifier),
    "B": (Qt.Key.Key_B, Modifier.NoModifier),
    "Esc": (Qt.Key.Key_Escape, Modifier.NoModifier),
}
HELD: Final = {"@": Modifier.GroupSwitchModifier, "#": Modifier.ShiftModifier,
               ">": Modifier.ShiftModifier}  # fmt: skip
OTHER_KEYS: Final = {"@": Qt.Key.Key_At, "#": Qt.Key.Key_NumberSign, ">": Qt.Key.Key_Greater}


class Line(NamedTuple):
    """Keys pressed on the board, the words typed after them, and the key that ends the line."""

    keys: tuple[str, ...]
    words: str
    end: str


class Count(NamedTuple):
    simple: int = 0
    strict: int = 0

    def __add__(self, other: "Count") -> "Count":  # type: ignore[override] # sums, not a longer tuple
        return Count(self.simple + other.simple, self.strict + other.strict)

    def __sub__(self, other: "Count") -> "Count":
        return Count(self.simple - other.simple, self.strict - other.strict)


class Made(NamedTuple):
    """What a line brought to the board, and what it cost besides the names."""

    line: Line
    elements: int
    cost: Count


QUICK_ADD: Final = (
    Line(("Q",), "Huoli muistista @Asiakas ja läheiset #Tunnistaminen", "Enter"),
    Line((), "Soitto terveysasemalle #Yhteydenotto", "Enter"),
    Line((), "Hoidon tarpeen arvio @Terveysasema", "Enter"),
    Line((), "Muistitesti ja haastattelu #Arviointi", "Enter"),
    Line((), "Laboratoriokokeet", "Enter"),
    Line((), "Pään kuvaus @Muistipoliklinikka", "Vaihto+Enter"),
    Line((), "Diagnoosi #Tutkimus", "Ctrl+Enter"),
    Line((), "Hoitosuunnitelma #Hoito", "Enter"),
    Line((), "Lääkehoidon aloitus", "Enter"),
    Line((), "Arjen tuki @Kotihoito", "Vaihto+Enter"),
    Line((), "Seurantakäynti @t #Seuranta", "Ctrl+Enter"),
    Line((), "-> hoit", "Enter"),
    Line((), "Vertaistuki @Muistiyhdistys", "Enter"),
    Line(("Esc",), "", ""),
)
CARD_KEYS: Final = (
    Line(("N",), "Huoli muistista @Asiakas ja läheiset #Tunnistaminen", "Enter"),
    Line(("N",), "Soitto terveysasemalle #Yhteydenotto", "Enter"),
    Line(("N",), "Hoidon tarpeen arvio @Terveysasema", "Enter"),
    Line(("N",), "Muistitesti ja haastattelu #Arviointi", "Enter"),
    Line(("N",), "Laboratoriokokeet", "Enter"),
    Line(("B",), "Pään kuvaus @Muistipoliklinikka", "Enter"),
    Line(("Vaihto+↑", "N"), "Diagnoosi #Tutkimus", "Enter"),
    Line(("N",), "Hoitosuunnitelma #Hoito", "Enter"),
    Line(("N",), "Lääkehoidon aloitus", "Enter"),
    Line(("B",), "Arjen tuki @Kotihoito", "Enter"),
    Line(("Vaihto+↑", "N"), "Seurantakäynti @t #Seuranta", "Enter"),
    Line(("N",), "->hoit", "Enter"),
    Line(("N",), "Vertaistuki @Muistiyhdistys", "Enter"),
)

ACTORS: Final = [
    "Asiakas ja läheiset",
    "Terveysasema",
    "Muistipoliklinikka",
    "Kotihoito",
    "Muistiyhdistys",
]
PHASES: Final = [
    "Tunnistaminen",
    "Yhteydenotto",
    "Arviointi",
    "Tutkimus",
    "Hoito",
    "Seuranta",
]
STAGES: Final = {
    "Huoli muistista": ("Asiakas ja läheiset", "Tunnistaminen"),
    "Soitto terveysasemalle": ("Asiakas ja läheiset", "Yhteydenotto"),
    "Hoidon tarpeen arvio": ("Terveysasema", "Yhteydenotto"),
    "Muistitesti ja haastattelu": ("Terveysasema", "Arviointi"),
    "Laboratoriokokeet": ("Terveysasema", "Arviointi"),
    "Pään kuvaus": ("Muistipoliklinikka", "Arviointi"),
    "Diagnoosi": ("Muistipoliklinikka", "Tutkimus"),
    "Hoitosuunnitelma": ("Muistipoliklinikka", "Hoito"),
    "Lääkehoidon aloitus": ("Muistipoliklinikka", "Hoito"),
    "Arjen tuki": ("Kotihoito", "Hoito"),
    "Seurantakäynti": ("Terveysasema", "Seuranta"),
    "Vertaistuki": ("Muistiyhdistys", "Seuranta"),
}
HANDOVERS: Final = {
    ("Huoli muistista", "Soitto terveysasemalle"),
    ("Soitto terveysasemalle", "Hoidon tarpeen arvio"),
    ("Hoidon tarpeen arvio", "Muistitesti ja haastattelu"),
    ("Muistitesti ja haastattelu", "Laboratoriokokeet"),
    ("Muistitesti ja haastattelu", "Pään kuvaus"),
    ("Laboratoriokokeet", "Diagnoosi"),
    ("Pään kuvaus", "Diagnoosi"),
    ("Diagnoosi", "Hoitosuunnitelma"),
    ("Hoitosuunnitelma", "Lääkehoidon aloitus"),
    ("Hoitosuunnitelma", "Arjen tuki"),
    ("Lääkehoidon aloitus", "Seurantakäynti"),
    ("Arjen tuki", "Seurantakäynti"),
    ("Seurantakäynti", "Hoitosuunnitelma"),
    ("Seurantakäynti", "Vertaistuki"),
}


def press(key: str) -> Count:
    """Press a key where the keyboard is; each modifier held is a key too."""
    code, modifier = KEYS[key]
    QTest.keyClick(focused(), code, modifier)
    return Count(1, 1 + (modifier is not Modifier.NoModifier))


def type_words(words: str) -> Count:
    for letter in words:
        key = OTHER_KEYS.get(letter, Qt.Key.Key_unknown)
        held = HELD.get(letter, Modifier.NoModifier)
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(focused(), QKeyEvent(kind, key, held, letter))
    return keys_for(words)


def keys_for(words: str) -> Count:
    """Return the key presses that words take: capitals and some signs need a second key."""
    held = sum(letter.isupper() or letter in HELD for letter in words)
    return Count(len(words), len(words) + held)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def names(pathway: Pathway) -> list[str]:
    named = (pathway.actors, pathway.phases, pathway.stages)
    return [edits.name_of(record) for records in named for record in records]


def typed(qtbot: QtBot, lines: Sequence[Line]) -> tuple[Pathway, list[Made]]:
    """Type the lines onto an empty board; return what came of it and what each line cost."""
    hand = shown(qtbot, build())
    made: list[Made] = []
    for line in lines:
        before = hand.pathway
        cost = total(press(key) for key in line.keys) + type_words(line.words)
        if line.end:
            cost += press(line.end)
        new = sorted(set(names(hand.pathway)) - set(names(before)))
        made.append(Made(line, len(hand.pathway) - len(before), cost - total(map(keys_for, new))))
    return hand.pathway, made


def total(counts: Iterable[Count]) -> Count:
    return sum(counts, Count())


@pytest.mark.parametrize("lines", [QUICK_ADD, CARD_KEYS], ids=["quick add", "card keys"])
def test_a_whole_pathway_takes_two_keys_an_element(qtbot: QtBot, lines: Sequence[Line]) -> None:
    pathway, made = typed(qtbot, lines)
    assert_is_the_expected_board(pathway)
    elements = sum(each.elements for each in made)
    cost = total(each.cost for each in made)
    assert elements == 37
    assert cost.simple <= MOST
    assert cost.strict <= MOST


def assert_is_the_expected_board(pathway: Pathway) -> None:
    def name(id: str | None) -> str:
        return edits.name_of(pathway[id or ""])

    assert [edits.name_of(actor) for actor in pathway.actors] == ACTORS
    assert [edits.name_of(phase) for phase in pathway.phases] == PHASES
    cells = {edits.name_of(each): (name(each.actor), name(each.phase)) for each in pathway.stages}
    assert cells == STAGES
    assert {(name(each.source), name(each.target)) for each in pathway.handovers} == HANDOVERS
    assert (len(pathway.stages), len(pathway.handovers)) == (12, 14)


def test_the_page_shows_what_was_measured(qtbot: QtBot, request: pytest.FixtureRequest) -> None:
    tables = {
        "quick-add": table(typed(qtbot, QUICK_ADD)[1]),
        "card-keys": table(typed(qtbot, CARD_KEYS)[1]),
    }
    page = PAGE.read_text(encoding="utf-8")
    measured = page
    for name, rows in tables.items():
        begin, end = f"<!-- {name} -->\n", f"<!-- /{name} -->"
        head, rest = measured.split(begin)
        measured = head + begin + rows + rest[rest.index(end) :]
    if request.config.getoption("--renew-golden"):
        PAGE.write_text(measured, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == measured, (
        "docs/capture.md is out of date: run pytest --renew-golden"
    )


def table(made: Sequence[Made]) -> str:
    rows = ["| Näppäimet ja teksti | Syntyy | Painallukset | Tarkasti laskien |",
            "|---|---:|---:|---:|"]  # fmt: skip
    for each in made:
        keys = " ".join(f"**{key}**" for key in each.line.keys)
        words = f"`{each.line.words}`" if each.line.words else ""
        end = f"**{each.line.end}**" if each.line.end else ""
        shown_line = " ".join(filter(None, (keys, words, end)))
        cost = each.cost
        rows.append(f"| {shown_line} | {each.elements} | {cost.simple} | {cost.strict} |")
    cost = total(each.cost for each in made)
    elements = sum(each.elements for each in made)
    rows.append(f"| **Yhteensä** | **{elements}** | **{cost.simple}** | **{cost.strict}** |")
    return "\n".join(rows) + "\n"
