"""The question where the stages of a removed actor or phase go: one dialog, whatever is removed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from designer.ui.inspector.fields.boxes import Choice
from designer.ui.labels import plain_label
from model import edits
from model.arrange import Stages, remove_with_stages
from model.change import Change
from model.describe.captions import caption
from model.ids import Id
from model.messages import _, ngettext
from model.pathway import Pathway
from model.records import Actor, AnyRecord, Handover, Phase, Stage

INDENT: Final = 24  # pixels: the list stands below the words of its button

Owner = type[Actor] | type[Phase]
Destination = Id | Stages | None
"""Another actor or phase, along with theirs, or nowhere: they stay without one."""


def stages_left(pathway: Pathway, ids: Iterable[Id], kind: Owner) -> list[Stage]:
    """Return the stages that stay when the actors (or phases) among `ids` go."""
    going = frozenset(ids)
    owners = {id for id in going if isinstance(pathway.get(id), kind)}
    return [
        stage
        for stage in pathway.stages
        if stage.id not in going and (stage.actor if kind is Actor else stage.phase) in owners
    ]


def removed(pathway: Pathway, ids: Sequence[Id], to: Mapping[Owner, Destination]) -> Change:
    """Remove all of `ids` as one act; the stages of actors and of phases go where `to` says."""
    following, changes = pathway, []
    for id in ids:
        record = following.get(id)
        if isinstance(record, Actor | Phase):
            change = remove_with_stages(following, id, to.get(type(record)))
        else:
            change = edits.remove(following, (id,))
        following, done = change.applied_to(following)
        changes.append(done)
    return edits.together(edits.remove(pathway, ids).label, changes)


class RemovingDialog(QDialog):
    """Asks what becomes of the stages; `answered` hears where those of each kind of owner go.

    By default they stay without an actor or phase. Nothing is lost by that and nothing wrong is
    said: moved to a neighbour, they would name somebody as answerable who is not. The checks
    remind of them until they have a place again.
    """

    def __init__(
        self,
        parent: QWidget,
        pathway: Pathway,
        ids: Sequence[Id],
        language: str,
        answered: Callable[[dict[Owner, Destination]], object],
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Remove"))
        self.setMinimumWidth(460)
        self._answered = answered
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(4)
        self.questions: dict[Owner, WhereTo] = {}
        for kind in (Actor, Phase):
            if stages_left(pathway, ids, kind):
                self.questions[kind] = WhereTo(pathway, ids, kind, language)
                column.addWidget(self.questions[kind])
                column.addSpacing(10)
        buttons = QDialogButtonBox()
        self.go = QPushButton(_("Remove"))
        self.cancel = QPushButton(_("Cancel"))
        buttons.addButton(self.go, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.cancel, QDialogButtonBox.ButtonRole.RejectRole)
        self.go.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
        next(iter(self.questions.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        super().accept()
        self._answered({kind: question.answer for kind, question in self.questions.items()})


class WhereTo(QWidget):
    """Three ways for the stages of the actors, or of the phases, that are removed."""

    def __init__(self, pathway: Pathway, ids: Sequence[Id], kind: Owner, language: str) -> None:
        super().__init__()
        going = [record for id in ids if isinstance(record := pathway.get(id), kind)]
        others = [record for record in pathway.of(kind) if record not in going]
        stages = stages_left(pathway, ids, kind)
        self._others = [record.id for record in others]
        self.stay = QRadioButton(
            _("They stay, without an actor until they are given one")
            if kind is Actor
            else _("They stay, without a phase until they are given one")
        )
        self.move_on = QRadioButton(_("They move to:"))
        self.place = Choice()
        self.place.addItems([caption(record, pathway, language) for record in others])
        self.place.setAccessibleName(_("Where the stages move to"))
        self.place.activated.connect(lambda: self.move_on.setChecked(True))
        self.place.setCurrentIndex(_nearest(pathway.of(kind), going, others))
        self.go_too = QRadioButton(_words_of_removal(pathway, stages))
        self.stay.setChecked(True)
        for widget in (self.move_on, self.place):
            widget.setEnabled(bool(others))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        heading = plain_label(_question(going, len(stages), pathway, language), "strong")
        heading.setWordWrap(True)
        column.addWidget(heading)
        # As wide as the others: the arrow keys go to the button whose middle lies straight below.
        chosen = QHBoxLayout()
        chosen.setContentsMargins(INDENT, 0, 0, 0)
        chosen.addWidget(self.place)
        column.addWidget(self.stay)
        column.addWidget(self.move_on)
        column.addLayout(chosen)
        column.addWidget(self.go_too)
        self.setFocusProxy(self.stay)
        for button in (self.stay, self.move_on, self.go_too):
            button.setAccessibleDescription(heading.text())

    @property
    def answer(self) -> Destination:
        """Where the stages go: to the actor or phase of that id, None: nowhere, or along."""
        if self.go_too.isChecked():
            return Stages.GO_TOO
        return self._others[self.place.currentIndex()] if self.move_on.isChecked() else None


def _question(going: Sequence[AnyRecord], stages: int, pathway: Pathway, language: str) -> str:
    if len(going) == 1:
        return ngettext(
            "“{name}” has {count} stage. Where does it go when “{name}” is removed?",
            "“{name}” has {count} stages. Where do they go when “{name}” is removed?",
            stages,
        ).format(name=caption(going[0], pathway, language), count=stages)
    words = (
        _("{owners} actors are removed. Where do their {count} stages go?")
        if isinstance(going[0], Actor)
        else _("{owners} phases are removed. Where do their {count} stages go?")
    )
    return words.format(owners=len(going), count=stages)


def _words_of_removal(pathway: Pathway, stages: Sequence[Stage]) -> str:
    ids = {stage.id for stage in stages}
    joined = sum(bool(ids & {arrow.source, arrow.target}) for arrow in pathway.of(Handover))
    return _("They are removed too: {stages}, {handovers}").format(
        stages=ngettext("{count} stage", "{count} stages", len(ids)).format(count=len(ids)),
        handovers=ngettext("{count} handover", "{count} handovers", joined).format(count=joined),
    )


def _nearest(
    every: Sequence[AnyRecord], going: Sequence[AnyRecord], others: Sequence[AnyRecord]
) -> int:
    """Return the place among `others` of the one before what goes, else of the first."""
    place = min(every.index(record) for record in going)
    return max(0, sum(record in others for record in every[:place]) - 1)
