"""What a pathway file holds."""

from typing import Final

from designer.commands.command import Command
from designer.commands.options import JSON, TEXT, File, Format, Language
from designer.terminal import show, show_json
from model import file
from model.messages import LANGUAGES, N_


def info(
    path: File,
    output: Format = TEXT,
    lang: Language = LANGUAGES[0],  # noqa: ARG001
) -> None:
    from designer.listing import info_data, info_lines

    pathway = file.read(path)
    if output == JSON:
        show_json(info_data(path, pathway))
    else:
        show(info_lines(path, pathway))


COMMAND: Final = Command("info", N_("Say what a pathway file holds."), info)
