"""The formats that a pathway can be exported in."""

from typing import Final

from designer.commands.command import Command
from designer.commands.options import JSON, TEXT, Format, Language
from designer.terminal import show, show_json
from model.messages import LANGUAGES, N_


def formats(
    output: Format = TEXT,
    lang: Language = LANGUAGES[0],  # noqa: ARG001
) -> None:
    from designer.listing import format_data, format_lines
    from exporters.formats import EXPORTERS

    if output == JSON:
        show_json([format_data(exporter) for exporter in EXPORTERS])
    else:
        show(format_lines(EXPORTERS))


COMMAND: Final = Command(
    "formats", N_("List the formats that a pathway can be exported in."), formats
)
