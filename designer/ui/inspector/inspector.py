"""The inspector: the form of what is selected, or of the pathway when nothing is."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from designer.ui.inspector.fields import Around, Field
from designer.ui.inspector.form import Form
from designer.ui.labels import plain_label
from designer.ui.languages import LanguageSwitch
from designer.ui.signs import icon
from model.change import Change
from model.describe.captions import caption, kind_of
from model.document import Changed, Document
from model.ids import Id
from model.messages import _, ngettext
from model.pathway import Pathway
from model.records import AnyRecord, Record, Stage

if TYPE_CHECKING:
    from designer.ui.inspector.many_form import ManyForm


class Inspector(QFrame):
    """Shows one record at a time; forms stay built, so that the next of a kind is there at once.

    A form with words that could not be read is set aside until its record is shown again. Of
    several stages there is a form for all of them at once.

    `opened` asks for another record to be shown (and selected on the board where it stands
    there); `language_chosen` asks for texts in another language, `asked` for an action by its name.
    """

    opened = Signal(str)
    asked = Signal(str)
    language_chosen = Signal(str)

    def __init__(self, document: Document, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._document = document
        self._language = language
        self._id = document.pathway.info.id
        self._selected: tuple[Id, ...] = ()
        self._forms: dict[type[Record], Form] = {}
        self._set_aside: dict[Id, Form] = {}
        self._many: ManyForm | None = None
        self._heading = plain_label("", "title")
        self.back = QPushButton(icon("arrow-left", "accent"), _("Pathway"))
        self.back.setProperty("link", True)  # noqa: FBT003 - Qt's property for the style sheet
        self.back.clicked.connect(lambda: self.opened.emit(self._document.pathway.info.id))
        self.among = plain_label("", "muted")
        self.among.setWordWrap(True)
        self.among.setContentsMargins(12, 0, 10, 4)
        self.languages = LanguageSwitch(_("Language of the texts"))
        self.languages.chosen.connect(self.language_chosen)
        self._scroll = QScrollArea(self)
        body = QWidget(self._scroll)
        body.setObjectName("paper")
        self._page = QVBoxLayout(body)
        self._page.setContentsMargins(12, 0, 10, 10)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(body)
        top = QHBoxLayout()
        top.setContentsMargins(12, 8, 10, 0)
        top.addWidget(self._heading)
        top.addStretch()
        top.addWidget(self.languages)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(4)
        column.addLayout(top)
        column.addWidget(self.back, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.among)
        column.addWidget(self._scroll, 1)
        self.setMinimumWidth(280)
        self.show_record(self._id)

    @property
    def record(self) -> Id:
        """The id of the record in the form."""
        return self._id

    @property
    def form(self) -> Form:
        """The form in view."""
        return self._forms[type(self._pathway[self._id])]

    def show_record(self, id: Id, field: str = "") -> None:
        """Show a record, down to a field of it; what was being typed before is kept."""
        self.show_selected((id,))
        if field:
            self._bring_field(field)

    def show_selected(self, ids: tuple[Id, ...]) -> None:
        """Show the one of these that was selected last, and say that it is one of several."""
        self.commit()
        self._selected = ids
        id = ids[-1] if ids else self._pathway.info.id
        if id != self._id:
            self._set_unread_aside()
        self._id = id if id in self._pathway else self._pathway.info.id
        self._present()
        self._scroll.verticalScrollBar().setValue(0)

    @property
    def many(self) -> "ManyForm | None":
        """The form of several stages at once, None while another is in view."""
        return self._many if len(self._stages_selected) > 1 else None

    def take_focus(self) -> None:
        """Put the cursor into the form."""
        (self.many or self.form).take_focus()

    def take_to_field(self, name: str) -> None:
        """Put the cursor into a field of the form; into the form when it has no such field."""
        field = self._bring_field(name)
        if field is None:
            self.take_focus()
        else:
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring_field(self, name: str) -> Field | None:
        """Unfold a field and scroll to it."""
        field = self.form.unfold_field(name)
        if field is not None:
            # What has just been unfolded is laid out only when Qt comes to it.
            QTimer.singleShot(0, self, partial(self._scroll_to, self._id, name))
        return field

    def _scroll_to(self, id: Id, name: str) -> None:
        field = self.form.built(name) if id == self._id else None
        if field is not None:
            self._scroll.ensureWidgetVisible(field)

    @property
    def unread(self) -> dict[Id, str]:
        """Words that could not be read, by the record that they were written about."""
        self.commit()
        forms = {self._id: self.form, **self._set_aside}
        return {
            id: form.unread[0].box.words
            for id, form in forms.items()
            if form.unread and id in self._pathway
        }

    def take_to_unread(self) -> None:
        """Show the first box whose words could not be read, and put the cursor into it."""
        for id in self.unread:
            self.opened.emit(id)
            self.form.unread[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return

    def set_language(self, language: str) -> None:
        self.commit()
        self._language = language
        self._present()

    def commit(self) -> None:
        """Turn what has been typed and not been told yet into changes."""
        if self._id in self._pathway and type(self._pathway[self._id]) in self._forms:
            self.form.commit()

    def follow(self, notice: Changed) -> None:
        """Show the record as it is now; go back to the pathway when it is gone."""
        if self._id not in notice.pathway:
            self._id = notice.pathway.info.id
        self._present()

    @property
    def _pathway(self) -> Pathway:
        return self._document.pathway

    def _present(self) -> None:
        record = self._pathway[self._id]
        form = self._form_of(record)
        form.present(self._id, Around(self._pathway, self._language))
        stages = self._stages_selected
        several = len(stages) > 1
        for other in self._forms.values():
            other.setVisible(other is form and not several)
        if several:
            self._present_many()
        elif self._many is not None:
            self._many.hide()
        self._heading.setText(
            ngettext("{count} stage", "{count} stages", len(stages)).format(count=len(stages))
            if several
            else kind_of(record)
        )
        self.back.setVisible(record is not self._pathway.info)
        self._tell_among(record)
        self.languages.present(self._pathway, self._language, record)

    @property
    def _stages_selected(self) -> list[Id]:
        return [id for id in self._selected if self._pathway.find(Stage, id) is not None]

    def _present_many(self) -> None:
        from designer.ui.inspector.many_form import ManyForm

        if self._many is None:
            self._many = ManyForm()
            self._many.changed.connect(self._do)
            self._many.left.connect(lambda: self.show_record(self._id))
            self._page.addWidget(self._many)
        self._many.present(self._selected, Around(self._pathway, self._language))
        self._many.show()

    def _tell_among(self, record: AnyRecord) -> None:
        selected = [self._pathway[id] for id in self._selected if id in self._pathway]
        several = _("{count} items selected. Shown here: “{title}”")
        title = caption(record, self._pathway, self._language)
        self.among.setText(several.format(count=len(selected), title=title))
        self.among.setVisible(len(selected) > 1 and self.many is None)

    def _set_unread_aside(self) -> None:
        if self._id in self._pathway and self.form.unread:
            form = self._forms.pop(type(self._pathway[self._id]))
            form.hide()
            self._set_aside[self._id] = form

    def _form_of(self, record: AnyRecord) -> Form:
        kind = type(record)
        if (kept := self._set_aside.pop(record.id, None)) is not None:
            if (other := self._forms.get(kind)) is not None:
                other.hide()
                other.deleteLater()
            self._forms[kind] = kept
        return self._forms.get(kind) or self._build(kind)

    def _build(self, kind: type[Record]) -> Form:
        from designer.ui.inspector.forms import FORMS

        form = Form(FORMS[kind], self._scroll.widget())
        form.changed.connect(self._do)
        form.opened.connect(self.opened)
        form.asked.connect(self.asked)
        self._forms[kind] = form
        self._page.addWidget(form)
        return form

    def _do(self, change: Change) -> None:
        self._document.do(change)
