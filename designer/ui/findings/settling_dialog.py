"""The dialogs in which a finding is settled: a few fields, one button, nothing typed is lost."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from designer.ui.inspector.fields import Around
from designer.ui.inspector.fields.boxes import Area
from designer.ui.inspector.fields.words import DateField
from designer.ui.labels import plain_label
from model.messages import _

WIDTH = 520  # pixels


class SettlingDialog(QDialog):
    """Fields under each other; Ctrl+Enter goes on from any of them, Esc leaves."""

    def __init__(self, parent: QWidget, title: str, about: str, go: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(WIDTH)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(18, 16, 18, 14)
        self._column.setSpacing(4)
        heading = plain_label(about, "strong")
        heading.setWordWrap(True)
        self._column.addWidget(heading)
        self.fault_shown = plain_label("", "fault")
        self.fault_shown.setWordWrap(True)
        self.buttons = QDialogButtonBox()
        self.go = QPushButton(go)
        self.cancel = QPushButton(_("Cancel"))
        self.buttons.addButton(self.go, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(self.cancel, QDialogButtonBox.ButtonRole.RejectRole)
        self.go.setDefault(True)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.accept)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show):
            # Qt's own least height knows nothing of lines that wrap.
            self.setMinimumHeight(self._column.totalHeightForWidth(self.width()))
        return done

    def add_note(self, words: str) -> None:
        """Add a remark that is to be read before one writes."""
        note = plain_label(words, "muted")
        note.setWordWrap(True)
        self._column.addWidget(note)

    def add_field(self, name: str, field: QWidget) -> None:
        """Add a field under its name."""
        label = plain_label(name, "label")
        label.setBuddy(field)
        field.setAccessibleName(name)
        self._column.addSpacing(8)
        self._column.addWidget(label)
        self._column.addWidget(field)

    def close_form(self) -> None:
        """Put what stands below the fields."""
        self._column.addSpacing(4)
        self._column.addWidget(self.fault_shown)
        self._column.addSpacing(8)
        self._column.addWidget(self.buttons)

    def show_fault(self, words: str, field: QWidget) -> None:
        """Say what is missing, and put the cursor there."""
        self.fault_shown.setText(words)
        field.setAccessibleDescription(words)
        field.setFocus(Qt.FocusReason.OtherFocusReason)


def in_which_language(name: str, around: Around) -> str:
    """Return a field's name with the language that one writes in, where there are several."""
    several = len(around.pathway.info.languages) > 1
    return f"{name} ({around.language.upper()})" if several else name


class RoleBox(QComboBox):
    """A role: typed, or one of those that the pathway knows."""

    def __init__(self, roles: Sequence[str], chosen: str) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.addItems(list(roles))
        self.setEditText(chosen)

    @property
    def words(self) -> str:
        return self.currentText().strip()


class DayBox(DateField):
    """A day, typed or picked; `day` is the one that stands there, None for none."""

    def __init__(self, day: date | None, around: Around) -> None:
        super().__init__()
        self.day = day
        self.present(day, around)
        self.edited.connect(self._take)

    def _take(self, day: date | None) -> None:
        self.day = day


class ReasonBox(Area):
    """Several lines; Enter begins a new one."""

    def __init__(self, words: str, hint: str = "") -> None:
        super().__init__()
        self.put(words)
        self.setPlaceholderText(hint)
