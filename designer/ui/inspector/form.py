"""A form: one record's fields in sections that fold, the common ones first."""

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from designer.ui.inspector.fields import Around, Field, MakeField
from designer.ui.inspector.fields.listed_codes import ListedCodesField
from designer.ui.inspector.fields.parts import name_for_readers
from designer.ui.inspector.fields.words import WordsField
from designer.ui.inspector.language_marks import LanguageMarks
from designer.ui.labels import plain_label
from designer.ui.signs import icon
from model.change import Change
from model.edits import update
from model.ids import Id
from model.messages import _
from model.records import AnyRecord, Record


class Row(NamedTuple):
    """One field of a record: its name there, its label (a message id), its widget.

    `note` (a message id) says what the reader must know, such as who gets to see it.
    """

    name: str
    label: str
    make: MakeField
    note: str = ""


class Related(NamedTuple):
    """Other records that belong to the one in the form; their field is shown the record itself.

    `name` is that under which others lead here, '' where nobody does.
    """

    label: str
    make: MakeField
    name: str = ""


class Section(NamedTuple):
    """Rows under one heading (a message id)."""

    title: str
    rows: tuple[Row | Related, ...]


class FormOf(NamedTuple):
    """The form of a record kind; its first sections, `open` many, begin unfolded.

    `begin` is the field that whoever comes by keys or a double click writes in first; '': the
    first of all.
    """

    kind: type[Record]
    sections: tuple[Section, ...]
    open: int = 1
    begin: str = ""


class Form(QWidget):
    """Shows one record and turns what the user does into changes."""

    changed = Signal(Change)
    opened = Signal(str)
    asked = Signal(str)

    def __init__(self, plan: FormOf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id: Id = ""
        self._around: Around | None = None
        self._begin = plan.begin
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.sections = [FoldingSection(section, self) for section in plan.sections]
        for place, section in enumerate(self.sections):
            column.addWidget(section)
            section.edited.connect(self._edit)
            section.acted.connect(self.changed)
            section.opened.connect(self.opened)
            section.asked.connect(self.asked)
            section.unfolded.connect(self._present_section)
            if place < plan.open:
                section.unfold()
        column.addStretch()

    @property
    def fields(self) -> dict[str, Field]:
        """The fields built so far, by the names of the record's fields."""
        return {name: field for section in self.sections for name, field in section.fields.items()}

    def built(self, name: str) -> Field | None:
        """Return a field, or list of related records, of that name once it has been built."""
        return next(filter(None, (section.built(name) for section in self.sections)), None)

    @property
    def unread(self) -> tuple[WordsField | ListedCodesField, ...]:
        """The boxes whose words could not be read: nothing holds these words but the box."""
        words = (field for field in self.findChildren(WordsField) if field.fault)
        codes = (field for field in self.findChildren(ListedCodesField) if field.fault)
        return (*words, *codes)

    def take_focus(self) -> None:
        """Put the cursor into the field where writing begins."""
        fields = self.fields
        field = fields.get(self._begin) or next(iter(fields.values()))
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def unfold_field(self, name: str) -> Field | None:
        """Unfold the section of a field, and return that field; None when there is none such.

        Lists of related records have names as well.
        """
        for section in self.sections:
            if name and any(row.name == name for row in section.plan.rows):
                section.unfold()
        return self.built(name)

    def unfold_all(self) -> None:
        for section in self.sections:
            section.unfold()

    def present(self, id: Id, around: Around) -> None:
        """Show a record; another one than before gets nothing of what was being typed."""
        if id != self._id:
            self.commit()
            for section in self.sections:
                section.restore()
        self._id, self._around = id, around
        for section in self.sections:
            self._present_section(section)

    def commit(self) -> None:
        """Turn what has been typed and not been told yet into changes."""
        for section in self.sections:
            section.commit()

    def _present_section(self, section: "FoldingSection") -> None:
        if self._around is None or self._id not in self._around.pathway:
            return
        section.present(self._around.pathway[self._id], self._around)

    def _edit(self, name: str, value: object) -> None:
        if self._around is not None and self._id in self._around.pathway:
            self.changed.emit(update(self._around.pathway, self._id, **{name: value}))


class FoldingSection(QWidget):
    """A heading that folds; its fields are built when it is first unfolded."""

    edited = Signal(str, object)
    acted = Signal(Change)
    opened = Signal(str)
    asked = Signal(str)
    unfolded = Signal(object)

    def __init__(self, plan: Section, parent: QWidget) -> None:
        super().__init__(parent)
        self.plan = plan
        self.fields: dict[str, Field] = {}
        self._related: list[tuple[str, Field]] = []
        self._marks: dict[str, LanguageMarks] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.heading = QToolButton()
        self.heading.setText(_(plan.title))
        self.heading.setObjectName("heading")
        self.heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.heading.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.heading.setCheckable(True)
        self.heading.setIcon(icon("chevron-right"))
        self.heading.toggled.connect(self._fold)
        top = QHBoxLayout()
        top.setContentsMargins(0, 4, 0, 2)
        top.addWidget(self.heading)
        self._filled = plain_label("", "label")
        top.addStretch()
        top.addWidget(self._filled)
        column.addLayout(top)
        self._body = QWidget(self)
        self._rows = QVBoxLayout(self._body)
        self._rows.setContentsMargins(2, 0, 0, 8)
        self._rows.setSpacing(3)
        self._body.hide()
        column.addWidget(self._body)

    def unfold(self) -> None:
        self.heading.setChecked(True)

    def present(self, record: AnyRecord, around: Around) -> None:
        self._tell_filled(record)
        for name, field in self.fields.items():
            value = getattr(record, name)
            field.present(value, around)
            if name in self._marks:
                self._marks[name].present(value, around)
        for _name, field in self._related:
            field.present(record, around)

    def built(self, name: str) -> Field | None:
        """Return a field or list of that name, None when there is none such or none yet."""
        return {**dict(self._related), **self.fields}.get(name) if name else None

    def commit(self) -> None:
        for field in self._all_fields:
            field.commit()

    def restore(self) -> None:
        for field in self._all_fields:
            field.restore()

    @property
    def _all_fields(self) -> tuple[Field, ...]:
        return (*self.fields.values(), *(field for _name, field in self._related))

    def _tell_filled(self, record: AnyRecord) -> None:
        names = [row.name for row in self.plan.rows if isinstance(row, Row)]
        empty: tuple[object, ...] = (None, "", (), {})
        filled = sum(getattr(record, name) not in empty for name in names)
        self._filled.setText(
            "" if self.heading.isChecked() else _("{count} of {all} filled in").format(
                count=filled, all=len(names)
            ) if names else ""
        )  # fmt: skip

    def _fold(self, unfolded: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.heading.setIcon(icon("chevron-down" if unfolded else "chevron-right"))
        if unfolded and self._rows.isEmpty():
            self._build()
        self._body.setVisible(unfolded)
        if not unfolded:
            self.commit()
        self.unfolded.emit(self)

    def _build(self) -> None:
        for row in self.plan.rows:
            field = row.make()
            label = plain_label(_(row.label), "label")
            label.setBuddy(field)
            name_for_readers(field, _(row.label))
            line = QHBoxLayout()
            line.addWidget(label)
            line.addStretch()
            self._rows.addLayout(line)
            self._rows.addWidget(field)
            if isinstance(row, Row):
                if row.note:
                    self._rows.addWidget(_note(_(row.note)))
                self._take_in(row.name, field, line)
            else:
                self._related.append((row.name, field))
            self._rows.addSpacing(6)
            field.acted.connect(self.acted)
            field.opened.connect(self.opened)
            field.asked.connect(self.asked)

    def _take_in(self, name: str, field: Field, line: QHBoxLayout) -> None:
        self.fields[name] = field
        marks = LanguageMarks()
        line.addWidget(marks)
        self._marks[name] = marks
        field.edited.connect(lambda value: self.edited.emit(name, value))


def _note(words: str) -> QLabel:
    note = plain_label(words, "label")
    note.setWordWrap(True)
    return note
