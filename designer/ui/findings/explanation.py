"""What a finding means, and what one can do about it without leaving the board."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from designer.ui.findings.act_rows import FixRow, OtherActs
from designer.ui.findings.lines import OPEN, RULES, FindingLine
from designer.ui.findings.settling import Act, Kind, Settling
from designer.ui.labels import plain_label
from model.messages import N_, _

_PARTS: Final = (
    ("finds", N_("What the rule looks for")),
    ("why", N_("Why it matters")),
    ("put_right", N_("How to put it right")),
    ("source", N_("Source")),
)


class Explanation(QScrollArea):
    """Of one finding, or of all that a rule has found."""

    def __init__(self, settling: Settling) -> None:
        super().__init__()
        self._settling = settling
        self._line: FindingLine | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._title = _wrapped("", "strong")
        self._message = _wrapped("")
        self._standing = _wrapped("", "muted")
        self.fixes: list[FixRow] = []
        self._fixes = QVBoxLayout()
        self._fixes.setSpacing(2)
        self.others = OtherActs()
        self._texts = {name: _wrapped("") for name, _heading in _PARTS}
        self._headings = {name: _wrapped(_(heading), "label") for name, heading in _PARTS}
        page = QWidget()
        page.setObjectName("paper")
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 4, 12, 10)
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addWidget(self._message)
        column.addWidget(self._standing)
        column.addLayout(self._fixes)
        column.addWidget(self.others)
        for name, _heading in _PARTS:
            column.addSpacing(6)
            column.addWidget(self._headings[name])
            column.addWidget(self._texts[name])
        column.addStretch()
        self.setWidget(page)
        self.show_line(None)

    @property
    def words(self) -> str:
        """All that is shown, for whoever reads it out."""
        labels = (self._title, self._message, self._standing, *self._texts.values())
        return "\n".join(label.text() for label in labels if label.text())

    @property
    def acts(self) -> tuple[Act, ...]:
        """What can be done about what is shown."""
        line = self._line
        if line is None:
            return ()
        if line.finding is not None:
            return self._settling.acts_for(line.finding)
        return self._settling.acts_for_rule(line.rule) if line.group in OPEN else ()

    def show_line(self, line: FindingLine | None) -> None:
        another = line != self._line
        self._line = line
        rule = RULES.get(line.rule) if line is not None else None
        self._title.setText(
            f"{line.title} ({line.rule})" if line is not None else _("Choose a finding")
        )
        self._message.setText(
            line.message
            if line is not None
            else _("Its reason and how to put it right are shown here.")
        )
        finding = line.finding if line is not None else None
        said = self._settling.standing(finding) if finding is not None else ()
        self._standing.setText("\n".join(said))
        self._standing.setVisible(bool(said))
        self._show_acts()
        for name, _heading in _PARTS:
            # The source is a citation, not a message to translate.
            words = getattr(rule, name) if rule is not None else ""
            self._texts[name].setText(_(words) if words and name != "source" else words)
            self._texts[name].setVisible(bool(words))
            self._headings[name].setVisible(bool(words))
        if another:
            self.verticalScrollBar().setValue(0)

    def _show_acts(self) -> None:
        acts = self.acts
        had_keys = self.isAncestorOf(self.window().focusWidget())
        fixes = _with_words(acts)
        for row in self.fixes[len(fixes) :]:
            row.hide()
        while len(self.fixes) < len(fixes):
            row = FixRow(fixes[len(self.fixes)])
            row.button.setObjectName("" if self.fixes else "primary")
            row.reached.connect(self._settling.reaches)
            self._fixes.addWidget(row)
            self.fixes.append(row)
        for row, act in zip(self.fixes, fixes, strict=False):
            row.present(act)
            row.show()
        self.others.present([act for act in acts if act not in fixes])
        if had_keys and not self.isAncestorOf(self.window().focusWidget()):
            # The button is gone with what it did: the list tells what is next.
            self._settling.take_keys_back()


def _with_words(acts: Sequence[Act]) -> list[Act]:
    """Return the fixes that need their words beside the button.

    “All alike” needs none below the only fix that it can mean.
    """
    fixes = [act for act in acts if act.kind is Kind.FIX]
    alike = [act for act in acts if act.kind is Kind.FIX_ALIKE]
    if len(fixes) == 1:
        return fixes
    return [act for act in acts if act in fixes or act in alike]


def _wrapped(text: str, voice: str = "") -> QLabel:
    label = plain_label(text, voice)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
