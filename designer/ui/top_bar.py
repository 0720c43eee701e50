"""The bar above the board: whose work this is, what to add, its languages, the way out."""

from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton

from designer.ui.labels import as_tooltip, plain_label
from designer.ui.languages import LanguageSwitch
from designer.ui.signs import icon
from model.messages import _
from model.pathway import Pathway
from model.text import in_language

TITLE_ROOM: Final = 110
"""Pixels that the title keeps beside the tools: so that their signs fit into 1280 at 150 %, also
where letters are some pixels wider than here."""


class Room(Enum):
    """How much room there is for the tools: for their words, their signs, or one menu of them."""

    WORDS = auto()
    SIGNS = auto()
    MENU = auto()


class TopBar(QFrame):
    """Shows its tools as largely as leaves room for the title.

    `language_chosen` asks for the texts of the pathway in another language.
    """

    language_chosen = Signal(str)

    def __init__(
        self,
        icon_tools: list[QAction],
        word_tools: list[QAction],
        exports: QMenu,
        settings: QMenu,
    ) -> None:
        super().__init__()
        self.setObjectName("bar")
        self._title = ShortenedLabel()
        self.languages = LanguageSwitch(_("Language of the board"))
        self.languages.chosen.connect(self.language_chosen)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 12, 6)
        row.setSpacing(6)
        row.addWidget(plain_label("Ketjupaja", "brand"))
        row.addSpacing(10)
        row.addWidget(self._title, 1)
        for tool in icon_tools:
            row.addWidget(_tool_button(tool, Qt.ToolButtonStyle.ToolButtonIconOnly))
        row.addSpacing(10)
        self._tools = [
            _tool_button(tool, Qt.ToolButtonStyle.ToolButtonTextBesideIcon) for tool in word_tools
        ]
        self._more = _more_button(word_tools)
        self.room = Room.WORDS
        for button in (*self._tools, self._more):
            row.addWidget(button)
        self._more.hide()
        row.addSpacing(10)
        row.addWidget(self.languages)
        row.addSpacing(10)
        row.addWidget(_menu_button(_("Export"), exports, "primary"))
        row.addWidget(_settings_button(settings))

    def present(self, pathway: Pathway, language: str) -> None:
        self._title.put(in_language(pathway.info.title, language) or _("Pathway without a name"))
        self.languages.present(pathway, language)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Return what is needed with all tools in one menu: the window may become that narrow."""
        least = super().minimumSizeHint()
        spacing = self._row.spacing()
        shown = [button for button in self._tools if not button.isHidden()]
        least -= QSize(sum(button.sizeHint().width() + spacing for button in shown), 0)
        if self._more.isHidden():
            least += QSize(self._more.sizeHint().width() + spacing, 0)
        return least

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        for room in Room:
            self._take(room)
            self._row.invalidate()  # while the bar is not shown, its parts come and go unnoticed
            if self._row.sizeHint().width() + TITLE_ROOM <= self.width():
                break
        self._row.activate()

    def _take(self, room: Room) -> None:
        self.room = room
        style = Qt.ToolButtonStyle
        for button in self._tools:
            button.setToolButtonStyle(
                style.ToolButtonTextBesideIcon if room is Room.WORDS else style.ToolButtonIconOnly
            )
            button.setVisible(room is not Room.MENU)
        self._more.setVisible(room is Room.MENU)


class ShortenedLabel(QLabel):
    """One line that is shortened to the room it has; its tooltip holds all of it."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def put(self, words: str) -> None:
        self._words = " ".join(words.split())
        self.setAccessibleName(self._words)
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        whole = self.fontMetrics().horizontalAdvance(self._words) + 2  # its width is rounded
        return QSize(whole, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(
            self._words, Qt.TextElideMode.ElideRight, self.width()
        )
        self.setText(shown)
        self.setToolTip("" if shown == self._words else as_tooltip(self._words))


def _tool_button(action: QAction, style: Qt.ToolButtonStyle) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setProperty("quiet", True)  # noqa: FBT003 - Qt's property for the style sheet
    button.setToolButtonStyle(style)
    button.setAccessibleName(action.iconText().strip())
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _menu_button(words: str, menu: QMenu, name: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName(name)
    button.setText(f"{words} ▾")
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button


def _more_button(tools: list[QAction]) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon("menu"))
    button.setToolTip(_("Tools"))
    button.setAccessibleName(_("Tools"))
    menu = QMenu(button)
    menu.addActions(tools)
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setProperty("quiet", True)  # noqa: FBT003 - Qt's property for the style sheet
    return button


def _settings_button(menu: QMenu) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon("settings", "ink"))
    button.setToolTip(_("Settings"))
    button.setAccessibleName(_("Settings"))
    button.setMenu(menu)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setProperty("quiet", True)  # noqa: FBT003 - Qt's property for the style sheet
    return button
