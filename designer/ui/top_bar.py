"""The bar above the board: whose work this is, what to add, its languages, the way out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton

from designer.ui.labels import as_tooltip, plain_label
from designer.ui.languages import LanguageSwitch
from designer.ui.signs import icon
from model.messages import _
from model.pathway import Pathway
from model.text import in_language


class TopBar(QFrame):
    """`language_chosen` asks for the texts of the pathway in another language."""

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
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 12, 6)
        row.setSpacing(6)
        row.addWidget(plain_label("Ketjupaja", "brand"))
        row.addSpacing(10)
        row.addWidget(self._title, 1)
        for tool in icon_tools:
            row.addWidget(_tool_button(tool, Qt.ToolButtonStyle.ToolButtonIconOnly))
        row.addSpacing(10)
        for tool in word_tools:
            row.addWidget(_tool_button(tool, Qt.ToolButtonStyle.ToolButtonTextBesideIcon))
        row.addSpacing(10)
        row.addWidget(self.languages)
        row.addSpacing(10)
        row.addWidget(_menu_button(_("Export"), exports, "primary"))
        row.addWidget(_settings_button(settings))

    def present(self, pathway: Pathway, language: str) -> None:
        self._title.put(in_language(pathway.info.title, language) or _("Pathway without a name"))
        self.languages.present(pathway, language)


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
        self._fit()

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
