"""What is asked before a picture is made: which part of the board, how fine, on what paper."""

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QSizePolicy, QWidget

from designer.picture_parts import Offered, changes_since, offered
from designer.ui.labels import plain_label
from designer.ui.merging.words import saved_version
from exporters.exporter import Asked, Exporter
from exporters.part import WHOLE, Part, Pixels, Since, SomeStages
from model.ids import Id
from model.messages import N_, _, ngettext, spoken_language
from model.pathway import Pathway

if TYPE_CHECKING:
    from designer.ui.workspace import Workspace

RESOLUTIONS: Final = (
    (96, N_("96 dpi – for the screen and messages")),
    (192, N_("192 dpi – for slides and documents")),
    (300, N_("300 dpi – for printing")),
)
_LETTERS: Final = 24  # that a list makes room for at least; long names are cut there


class AtHand(NamedTuple):
    """What a window has at hand to draw: stages selected, and versions to compare with."""

    selected: Collection[Id] = ()
    versions: Sequence[Since] = ()


def at_hand(workspace: "Workspace") -> AtHand:
    """Return the selection, the version saved last and the one that is compared with now."""
    document, compared = workspace.file.document, workspace.merging.session.compared
    versions = [saved_version(document.state.saved), *([compared] if compared else [])]
    return AtHand(
        workspace.board.selection.stages(),
        tuple(
            Since(version.pathway, version.name)
            for version in versions
            if version.pathway != document.pathway
        ),
    )


class PictureChoices(QWidget):
    """Shows what a format asks, and nothing where it asks nothing."""

    def __init__(self, exporter: Exporter, pathway: Pathway, at_hand: AtHand) -> None:
        super().__init__()
        self.parts = QComboBox()
        self._make: list[Callable[[], Part]] = []
        self._fill(pathway, at_hand)
        self.resolutions = QComboBox()
        for resolution, words in RESOLUTIONS:
            self.resolutions.addItem(_(words), resolution)
        self.resolutions.setCurrentIndex(self.resolutions.findData(Pixels().resolution))
        self.transparent = QCheckBox(_("Transparent background"))
        self.transparent.setToolTip(_("The slide or the page shows through between the lanes."))
        form = QFormLayout(self)
        form.setContentsMargins(0, 8, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for box in (self.parts, self.resolutions):
            box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            box.setMinimumContentsLength(_LETTERS)
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        for words, box in (
            (_("What the picture shows:"), self.parts),
            (_("Resolution:"), self.resolutions),
        ):
            label = plain_label(words)
            label.setBuddy(box)
            form.addRow(label, box)
        form.addRow("", self.transparent)
        form.setRowVisible(self.parts, Asked.PART in exporter.asks)
        form.setRowVisible(self.resolutions, Asked.PIXELS in exporter.asks)
        form.setRowVisible(self.transparent, Asked.PIXELS in exporter.asks)
        self.asks_anything = bool(exporter.asks)
        if not self.asks_anything:
            self.hide()

    def part(self) -> Part:
        """Return the part chosen; raises UnreadableFileError where a milestone is damaged."""
        return self._make[max(0, self.parts.currentIndex())]()

    def pixels(self) -> Pixels:
        return Pixels(
            resolution=self.resolutions.currentData(), transparent=self.transparent.isChecked()
        )

    def _fill(self, pathway: Pathway, at_hand: AtHand) -> None:
        selected = at_hand.selected
        self._offer(_("The whole board"), lambda: WHOLE)
        if selected:
            words = ngettext(
                "What is selected: {count} stage", "What is selected: {count} stages", len(selected)
            ).format(count=len(selected))
            self._offer(words, partial(SomeStages, frozenset(selected)))
        kind: object = None
        versions = [
            Offered(Since, changes_since(each.name), partial(_itself, each))
            for each in at_hand.versions
        ]
        known = [*offered(pathway, spoken_language())]
        words_known = {each.words for each in known}
        for each in (*known, *(each for each in versions if each.words not in words_known)):
            if each.kind is not kind:
                self.parts.insertSeparator(self.parts.count())
                self._make.append(lambda: WHOLE)  # a line cannot be chosen
                kind = each.kind
            self._offer(each.words, each.make)

    def _offer(self, words: str, make: Callable[[], Part]) -> None:
        self.parts.addItem(words)
        self._make.append(make)


def _itself(part: Part) -> Part:
    return part
