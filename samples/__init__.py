"""Pathways that ship with the program: complete examples, and templates to begin from."""

from pathlib import Path
from typing import NamedTuple

from model.messages import N_

_HERE = Path(__file__).parent


class Sample(NamedTuple):
    """A pathway file that ships; `title` is a message id."""

    name: str
    title: str
    path: Path


SAMPLES = (
    Sample("t2d", N_("Type 2 diabetes: from risk to care"), _HERE / "t2d.ketju"),
    Sample("monipalvelu", N_("Many services at the same time"), _HERE / "monipalvelu.ketju"),
    Sample("unettomuus", N_("Non-drug treatment of insomnia"), _HERE / "unettomuus.ketju"),
    Sample("nepsy", N_("Neuropsychiatric symptoms in young adults"), _HERE / "nepsy.ketju"),
    Sample("omaishoitaja", N_("Caring for a close one"), _HERE / "omaishoitaja.ketju"),
)

TEMPLATES = (
    Sample("empty", N_("Empty pathway"), _HERE / "templates" / "empty.ketju"),
    Sample(
        "kainuu-generic",
        N_("Kainuu’s generic pathway"),
        _HERE / "templates" / "kainuu-generic.ketju",
    ),
)


def ships(path: Path) -> bool:
    """Whether `path` is one of the files above, which nobody's work may overwrite."""
    return path.resolve() in {sample.path.resolve() for sample in (*SAMPLES, *TEMPLATES)}
