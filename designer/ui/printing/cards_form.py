"""What is chosen of paper cards: those of the stages, how many blank ones, from which number."""

from functools import partial

from PySide6.QtWidgets import QCheckBox

from designer.ui.printing.form import LayOut, PrintingForm, Said
from exporters.exporter import Exporter
from exporters.poster import CardChoice, as_cards
from exporters.poster.cards import MOST_BLANK
from exporters.poster.sheets import Printed, sheets_of_cards
from exporters.poster.words import new_numbers
from model.cards import next_card, number_cards
from model.change import Change
from model.messages import _, ngettext
from model.pathway import Pathway
from model.records import LAST_CARD


class CardsForm(PrintingForm):
    def __init__(self, pathway: Pathway) -> None:
        super().__init__()
        self.title = _("Print paper cards")
        self.file_name = _("cards")
        self._new_numbers = new_numbers(pathway)
        numbered, _done = number_cards(pathway).applied_to(pathway)
        self.stages = QCheckBox(_("Cards of the stages on the board"))
        self.stages.setChecked(True)
        self.rows.addRow(self.stages)
        self.blank = self.count(_("Blank cards"), 0, MOST_BLANK, CardChoice().blank)
        self.first = self.count(
            _("Number of the first blank one"), 1, LAST_CARD, max(next_card(numbered), 1)
        )
        self.hint(
            _(
                "After the workshop, type in what stands on the wall: press Q and write “31: name "
                "of the stage @actor”, and for an arrow “12 -> 31”."
            )
        )
        self.hint(
            _(
                "The stages keep their numbers. Where blank cards are on the wall already, begin "
                "with a number after theirs."
            )
        )
        self.stages.toggled.connect(lambda _on: self.changed.emit())

    @property
    def choice(self) -> CardChoice:
        return CardChoice(
            stages=self.stages.isChecked(),
            blank=self.blank.value(),
            first_blank=self.first.value(),
        )

    def exporter(self) -> Exporter:
        return as_cards(self.choice)

    def lay_out(self) -> LayOut:
        return partial(sheets_of_cards, choice=self.choice)

    def said(self, printed: Printed) -> tuple[Said, ...]:
        count = len(printed.sheets)
        counted = ngettext("{count} sheet of A4, {cards}.", "{count} sheets of A4, {cards}.", count)
        told = Said(counted.format(count=count, cards=printed.about.subject))
        return (told, Said(self._new_numbers if self.choice.stages else ""))

    def keeping(self, pathway: Pathway) -> Change:
        return number_cards(pathway) if self.choice.stages else Change("")
