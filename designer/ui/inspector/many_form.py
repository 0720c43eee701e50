"""The form of many stages at once: what they have in common, and how that is set for all."""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from designer.ui.inspector.fields import (
    Around,
    Field,
    MakeField,
    all_of,
    choice,
    maybe_choice,
    maybe_record,
)
from designer.ui.inspector.fields.parts import name_for_readers
from designer.ui.inspector.fields.shares import Shares
from designer.ui.inspector.in_common import MIXED, common_value, drop_channel, use_channel
from designer.ui.labels import plain_label
from designer.ui.signs import icon
from model import arrange
from model.change import Change
from model.codes import Confirmation, StageKind
from model.describe.captions import caption
from model.ids import Id
from model.messages import N_, _, ngettext
from model.records import Actor, Phase, Stage

GAP: Final = 6  # pixels between two fields


class Choice(NamedTuple):
    """A field with one value for all: its name in the record, its label (a message id)."""

    name: str
    label: str
    make: MakeField


class Tick(NamedTuple):
    """A field that is on or off: its name, its label and the words beside the box."""

    name: str
    label: str
    words: str


CHOICES: Final = (
    Choice("actor", N_("Actor (answers for the stage)"), maybe_record(all_of(Actor))),
    Choice("phase", N_("Phase"), maybe_record(all_of(Phase))),
    Choice("kind", N_("Kind of stage"), maybe_choice(StageKind)),
    Choice("confirmation", N_("State of the stage"), choice(Confirmation)),
)
TICKS: Final = (
    Tick("start", N_("Way in"), N_("Customers can come in here")),
    Tick("public", N_("Publishing"), N_("Shown on the website")),
)


class ManyForm(QWidget):
    """Shows what the stages have in common; each thing set is one change of all of them.

    `changed` carries that change, `left` asks for the form of the stage selected last.
    """

    changed = Signal(Change)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._ids: tuple[Id, ...] = ()
        self._around: Around | None = None
        self.told = plain_label("", "muted")
        self.told.setWordWrap(True)
        self.last = QPushButton(icon("panel-right", "accent"), _("Show only the last one"))
        self.last.setProperty("link", True)  # noqa: FBT003 - Qt's property for the style sheet
        self.last.clicked.connect(self.left)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2, 0, 0, 8)
        self._column.setSpacing(3)
        self._column.addWidget(self.told)
        self._column.addWidget(self.last, alignment=Qt.AlignmentFlag.AlignLeft)
        self._column.addSpacing(GAP)
        self.fields: dict[str, Field] = {plan.name: self._choice(plan) for plan in CHOICES}
        self.ticks = {plan.name: self._tick(plan) for plan in TICKS}
        self.channels = Shares(_("The pathway has no channels yet."))
        self.channels.told.connect(self._set_channel)
        self._take_in(_("Channels"), self.channels)
        self._column.addStretch()

    def present(self, ids: Sequence[Id], around: Around) -> None:
        """Show the stages among `ids`."""
        found = (around.pathway.find(Stage, id) for id in ids)
        stages = [stage for stage in found if stage is not None]
        self._ids, self._around = tuple(stage.id for stage in stages), around
        self._tell(len(stages), len(ids) - len(stages))
        for name, field in self.fields.items():
            field.present(common_value(stages, name), around)
        for name, tick in self.ticks.items():
            tick.present({name: sum(getattr(stage, name) for stage in stages)}, len(stages))
        channels = around.pathway.channels
        self.channels.offer(
            {each.id: caption(each, around.pathway, around.language) for each in channels}
        )
        used = {each.id: sum(each.id in stage.channels for stage in stages) for each in channels}
        self.channels.present(used, len(stages))

    def take_focus(self) -> None:
        """Put the cursor into the first field."""
        self.fields[CHOICES[0].name].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _tell(self, stages: int, others: int) -> None:
        words = ngettext(
            "What you choose here is set for {count} stage.",
            "What you choose here is set for all {count} stages.",
            stages,
        ).format(count=stages)
        if others:
            rest = _("What else is selected stays as it is.")
            words = f"{words} {rest}"
        self.told.setText(words)

    def _choice(self, plan: Choice) -> Field:
        field = plan.make()
        name_for_readers(field, _(plan.label))
        field.edited.connect(lambda value: self._set(plan.name, value))
        self._take_in(_(plan.label), field).setBuddy(field)
        return field

    def _tick(self, plan: Tick) -> Shares:
        tick = Shares()
        tick.offer({plan.name: _(plan.words)})
        tick.told.connect(self._set)
        self._take_in(_(plan.label), tick)
        return tick

    def _take_in(self, words: str, field: QWidget) -> QLabel:
        label = plain_label(words, "label")
        self._column.addWidget(label)
        self._column.addWidget(field)
        self._column.addSpacing(GAP)
        return label

    def _set(self, field: str, value: Any) -> None:
        if self._around is not None and value is not MIXED:
            self.changed.emit(arrange.set_for_all(self._around.pathway, self._ids, field, value))

    def _set_channel(self, channel: Id, used: bool) -> None:  # noqa: FBT001 - Qt's signal
        if self._around is not None:
            verb = use_channel if used else drop_channel
            self.changed.emit(verb(self._around.pathway, self._ids, channel))
