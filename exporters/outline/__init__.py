"""Outlines: a pathway as one YAML file that can be written in any text editor.

This format is only read. Its notation is described in `docs/outline.md`.
"""

from exporters.importer import Imported, Importer
from model.messages import N_, _

LARGEST = 2_000_000  # bytes: 500,000 characters, each of four at most


def read(data: bytes, language: str) -> Imported:
    """Read an outline's file; the outline itself tells which languages it is in."""
    from exporters.outline.reading import decoded
    from exporters.outline.reading import read as read_text

    del language
    outlined = read_text(decoded(data))
    return Imported(
        outlined.pathway,
        tuple(
            _("Line {line}: {fault}").format(line=left.line, fault=left.words)
            for left in outlined.left_out
        ),
    )


OUTLINE = Importer("outline", N_("Outline (YAML)"), (".yaml", ".yml"), LARGEST, read)
