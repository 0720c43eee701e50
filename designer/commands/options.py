"""Arguments and options that several commands share, and what they refuse."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from designer.terminal import LANGUAGE_VARIABLE, NotUnderstoodError
from model.messages import LANGUAGES, N_, _, speak
from model.pathway import Pathway

T = TypeVar("T")

TEXT, JSON = "text", "json"


def one_of(name: str, known: Mapping[str, T]) -> T:
    """Return what is called `name`; NotUnderstoodError tells which names there are."""
    if name not in known:
        raise NotUnderstoodError(
            _("“{name}” is not known; known are {known}.").format(name=name, known=", ".join(known))
        )
    return known[name]


def check_languages(codes: Sequence[str], pathway: Pathway) -> None:
    """Refuse languages that neither the program nor the pathway speaks."""
    known = dict.fromkeys((*LANGUAGES, *pathway.info.languages, *pathway.info.title))
    for code in codes:
        one_of(code, {each: each for each in known})


def _speak(code: str) -> str:
    if code not in LANGUAGES:
        raise NotUnderstoodError(
            _("“{code}” is not a language of the program; those are {known}.").format(
                code=code, known=", ".join(LANGUAGES)
            )
        )
    speak(code)
    return code


def _output(name: str) -> str:
    return one_of(name, {each: each for each in (TEXT, JSON)})


File = Annotated[Path, typer.Argument(help=N_("the pathway file"))]
Force = Annotated[bool, typer.Option("--force", help=N_("replace a file that exists"))]
Language = Annotated[
    str,
    typer.Option(
        "--lang",
        envvar=LANGUAGE_VARIABLE,
        callback=_speak,
        is_eager=True,
        help=N_("language of what is printed: fi, sv or en"),
    ),
]
"""Speaks the language as soon as it is read; the command itself need not look at it."""
Format = Annotated[
    str,
    typer.Option("--format", callback=_output, help=N_("for people (text) or programs (json)")),
]
