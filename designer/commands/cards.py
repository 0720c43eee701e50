"""Paper cards of a pathway's stages, for the wall of a workshop."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from designer.commands.command import Command
from designer.commands.options import File, check_languages
from designer.terminal import progress_bar, save_unless_changed, tell
from model import file
from model.change import Change
from model.messages import N_, _
from model.pathway import Pathway

if TYPE_CHECKING:
    from exporters.exporter import Progress


def cards_file(  # noqa: PLR0913 - one for each option
    path: File,
    out: Annotated[Path, typer.Option(help=N_("the PDF file to write"))],
    blank: Annotated[int, typer.Option(help=N_("how many blank cards"))] = 16,
    first: Annotated[
        int, typer.Option(help=N_("number of the first blank card, else the next free one"))
    ] = 0,
    lang: Annotated[
        str | None, typer.Option(help=N_("language to write, else the pathway’s first"))
    ] = None,
    *,
    stages: Annotated[
        bool, typer.Option("--stages/--only-blank", help=N_("cards of the stages, too"))
    ] = True,
) -> None:
    from exporters.exporter import Options
    from exporters.poster import CardChoice, as_cards
    from exporters.poster.words import new_numbers
    from exporters.writing import export
    from model.cards import number_cards

    pathway = file.read(path)
    check_languages([lang] if lang else [], pathway)
    options = Options(languages=(lang,) if lang else (), made_at=datetime.now().astimezone())
    cards = as_cards(CardChoice(stages=stages, blank=blank, first_blank=first))
    change = number_cards(pathway) if stages else Change("")

    def build(
        pathway: Pathway, options: Options, progress: "Progress"
    ) -> Iterator[tuple[str, bytes]]:
        made = tuple(cards.build(pathway, options, progress))
        if change:  # before the cards are there: none has a number that the file does not know
            save_unless_changed(change.applied_to(pathway)[0], path, pathway)
        yield from made

    with progress_bar(_("Paper cards (PDF)")) as progress:
        export(cards._replace(build=build), pathway, options, out, progress)
    tell(_("{format}: {file}").format(format=_("Paper cards (PDF)"), file=out))
    if change:
        tell(_("The stages keep the numbers of their cards in the pathway’s file."))
        tell(new_numbers(pathway))


COMMAND: Final = Command(
    "cards", N_("Make paper cards of the stages for a workshop, as PDF."), cards_file
)
