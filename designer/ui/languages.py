"""The switch between the languages of the pathway's texts."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QToolButton, QWidget

from designer.ui.labels import as_tooltip
from model.messages import LANGUAGES, _
from model.pathway import Pathway
from model.records import AnyRecord


def content_languages(pathway: Pathway) -> tuple[str, ...]:
    """Return the languages that texts are written in: the usual three, then the pathway's own."""
    return tuple(dict.fromkeys((*LANGUAGES, *pathway.info.languages)))


class LanguageSwitch(QWidget):
    """One button per language; a dot marks those in which a text of the record is missing."""

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._name = name
        self.buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)

    def present(self, pathway: Pathway, language: str, record: AnyRecord | None = None) -> None:
        """Show which language is in force, and the gaps of `record` where one is given."""
        codes = content_languages(pathway)
        if tuple(self.buttons) != codes:
            self._build(codes)
        gaps = _gaps(record, pathway.info.languages) if record is not None else {}
        for code, button in self.buttons.items():
            missing = gaps.get(code, 0)
            button.setText(f"{code.upper()} •" if missing else code.upper())
            button.setToolTip(as_tooltip(self._explained(code, missing)))
            with QSignalBlocker(button):
                button.setChecked(code == language)

    def _explained(self, code: str, missing: int) -> str:
        words = f"{self._name}: {code.upper()}"
        if missing:
            words += ". " + _("Texts missing here: {count}").format(count=missing)
        return words

    def _build(self, codes: tuple[str, ...]) -> None:
        for button in self.buttons.values():
            button.deleteLater()
        self.buttons = {}
        for code in codes:
            button = QToolButton()
            button.setObjectName("segment")
            button.setProperty("first", code == codes[0])
            button.setCheckable(True)
            button.setAccessibleName(f"{self._name}: {code.upper()}")
            button.clicked.connect(lambda _checked, code=code: self.chosen.emit(code))
            self._group.addButton(button)
            self._row.addWidget(button)
            self.buttons[code] = button


def _gaps(record: AnyRecord, languages: tuple[str, ...]) -> dict[str, int]:
    """Count per language the texts of a record that others have and it lacks."""
    texts = [
        value
        for name in record.__struct_fields__
        if isinstance(value := getattr(record, name), Mapping) and value
    ]
    return {code: sum(code not in text for text in texts) for code in languages}
