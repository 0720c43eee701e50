"""Word files: the pathway description, and the minutes of the workshops (docs/word.md)."""

from collections.abc import Iterator, Sequence

from exporters.exporter import Exporter, Group, Options, Progress
from model.messages import N_, speaking
from model.pathway import Pathway


def build_description(
    pathway: Pathway, options: Options, progress: Progress
) -> Iterator[tuple[str, bytes]]:
    """Yield the description in the first of the languages."""
    from exporters.word.description import description

    language = options.languages_for(pathway)[0]
    progress(0)
    with speaking(language):
        data = description(pathway, options, language, progress)
    yield "description.docx", data
    progress(1)


def build_minutes(
    pathway: Pathway, options: Options, progress: Progress
) -> Iterator[tuple[str, bytes]]:
    """Yield the minutes of all workshops in the first of the languages."""
    from exporters.word.minutes import minutes

    language = options.languages_for(pathway)[0]
    progress(0)
    with speaking(language):
        data = minutes(pathway, options, language)
    yield "minutes.docx", data
    progress(1)


def description_losses(pathway: Pathway, options: Options) -> Sequence[str]:
    from exporters.word import losses

    return losses.of_the_description(pathway, options)


def minutes_losses(pathway: Pathway, options: Options) -> Sequence[str]:
    from exporters.word import losses

    return losses.of_the_minutes(pathway, options)


WORD = Exporter(
    "word",
    N_("Pathway description (Word)"),
    ".docx",
    build_description,
    description_losses,
    Group.DOCUMENTS,
)
MINUTES = Exporter(
    "minutes",
    N_("Workshop minutes (Word)"),
    ".docx",
    build_minutes,
    minutes_losses,
    Group.DOCUMENTS,
)
