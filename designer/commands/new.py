"""A new pathway file from a template."""

from typing import Annotated, Final

import typer

from designer.commands.command import Command
from designer.commands.files import write_pathway
from designer.commands.options import File, Force, Language, one_of
from model import file
from model.messages import LANGUAGES, N_


def new(
    path: File,
    template: Annotated[str, typer.Option(help=N_("which template"))] = "empty",
    *,
    force: Force = False,
    lang: Language = LANGUAGES[0],  # noqa: ARG001
) -> None:
    from model.edits import with_new_identity
    from samples import TEMPLATES

    source = one_of(template, {each.name: each for each in TEMPLATES})
    write_pathway(with_new_identity(file.read(source.path)), path, force=force)


COMMAND: Final = Command("new", N_("Make a new pathway file from a template."), new)
