"""Where and how to publish: what, in which folder, at which address, in which languages."""

from pathlib import Path
from typing import Final

from msgspec.structs import replace
from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from designer.publishing.choices import Choices
from designer.ui.dialogs import name_labels
from designer.ui.inspector.fields import SPOKEN
from designer.ui.labels import plain_label
from designer.ui.settings import Settings
from model.messages import LANGUAGES, _

_CALM: Final = 500
"""Milliseconds after the last letter, until what was typed counts."""
ONE, FOLDER = "one", "folder"


class ChoicesForm(QWidget):
    """`changed` tells that something was chosen. Choices are remembered for the next time.

    What the organisation's file chooses is there to begin with, each time anew.
    """

    changed = Signal()

    def __init__(self, settings: Settings, organisation: Choices, home: Path | None) -> None:
        """`home` is the folder of the open pathway, None while it is stored nowhere."""
        super().__init__()
        self._settings = settings
        self._organisation = organisation
        self._home = home
        self.scope = QComboBox()
        self.scope.addItem(_("This pathway"), ONE)
        if home is not None:
            words = _("All pathways in the folder “{folder}”")
            self.scope.addItem(words.format(folder=home.name or home), FOLDER)
        self.folder = QLineEdit()
        self.folder.setPlaceholderText(_("The folder that is put on the web server"))
        self.browsing = QPushButton(_("Choose…"))
        self.browsing.setAccessibleName(_("Choose the folder…"))
        self.browsing.clicked.connect(self.ask_for_folder)
        self.address = QLineEdit()
        self.address.setPlaceholderText(_("for example https://palveluketjut.example.fi/"))
        self.own = QCheckBox(_("Each in its own"))
        self.languages = {code: QCheckBox(_(SPOKEN[code])) for code in LANGUAGES}
        self._begin()
        self._calm = QTimer(self)
        self._calm.setSingleShot(True)
        self._calm.setInterval(_CALM)
        self._calm.timeout.connect(self._take)
        self._lay_out()
        self._connect()

    @property
    def publishes_folder(self) -> Path | None:
        """The folder of which all pathways are published; None when only this one is."""
        return self._home if self.scope.currentData() == FOLDER else None

    @property
    def choices(self) -> Choices:
        folder = self.folder.text().strip()
        return replace(
            self._organisation,
            folder=Path(folder).expanduser() if folder else None,
            address=self.address.text().strip(),
            languages=self._chosen_languages(),
        )

    def ask_for_folder(self) -> None:
        begin = self.folder.text().strip() or str(self._home or Path.home())
        dialog = name_labels(QFileDialog(self, _("The folder of the site"), begin))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self._take_folder)
        dialog.open()

    def take_organisation(self, organisation: Choices) -> None:
        """Begin anew with what the organisation chooses now, where that is not what it was."""
        if organisation != self._organisation:
            self._organisation = organisation
            with QSignalBlocker(self.scope):
                self._begin()

    def _chosen_languages(self) -> tuple[str, ...]:
        if self.own.isChecked():
            return ()
        return tuple(code for code, box in self.languages.items() if box.isChecked())

    def _begin(self) -> None:
        ours, remembered = self._organisation, self._settings.publishing
        self.folder.setText(str(ours.folder) if ours.folder else remembered("folder"))
        self.address.setText(ours.address or remembered("address"))
        codes = ours.languages or tuple(
            code for code in remembered("languages").split(",") if code in LANGUAGES
        )
        self.own.setChecked(not codes)
        for code, box in self.languages.items():
            box.setChecked(code in codes)
            box.setEnabled(bool(codes))
        if remembered("scope") == FOLDER and self.scope.count() > 1:
            self.scope.setCurrentIndex(1)

    def _take_folder(self, folder: str) -> None:
        self.folder.setText(folder)
        self._take()

    def _take(self) -> None:
        self._calm.stop()
        for box in self.languages.values():
            box.setEnabled(not self.own.isChecked())
        if not self.own.isChecked() and not self._chosen_languages():
            self.languages[LANGUAGES[0]].setChecked(True)
        chosen = {
            "scope": self.scope.currentData(),
            "folder": self.folder.text().strip(),
            "address": self.address.text().strip(),
            "languages": ",".join(self._chosen_languages()),
        }
        for name, value in chosen.items():
            self._settings.remember_publishing(name, value)
        self.changed.emit()

    def _connect(self) -> None:
        self.scope.currentIndexChanged.connect(lambda _place: self._take())
        for line in (self.folder, self.address):
            line.textEdited.connect(lambda _words: self._calm.start())
            line.editingFinished.connect(self._take_typed)
        for box in (self.own, *self.languages.values()):
            box.clicked.connect(lambda _checked: self._take())

    def _take_typed(self) -> None:
        if self._calm.isActive():
            self._take()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        where = QHBoxLayout()
        where.setSpacing(6)
        where.addWidget(self.folder, 1)
        where.addWidget(self.browsing)
        spoken = QHBoxLayout()
        for box in (self.own, *self.languages.values()):
            spoken.addWidget(box)
        spoken.addStretch(1)
        names = (_("Publish"), _("Folder of the site"), _("Web address"), _("Languages"))
        fields = (self.scope, self.folder, self.address, self.own)
        for place, (name, field) in enumerate(zip(names, fields, strict=True)):
            label = plain_label(name, "label")
            label.setBuddy(field)
            if not field.accessibleName() and not isinstance(field, QCheckBox):
                field.setAccessibleName(name)
            grid.addWidget(label, place // 2, 2 * (place % 2))
        grid.addWidget(self.scope, 0, 1)
        grid.addLayout(where, 0, 3)
        grid.addWidget(self.address, 1, 1)
        grid.addLayout(spoken, 1, 3)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(3, 3)
