"""The JSON Schema of the file format, made from the records: `python -m model.schema`.

A file holds one record a line inside the envelope that the schema describes; see `model.file`.
"""

from inspect import cleandoc
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from model.file import FORMAT
from model.records import AnyRecord

PATH = Path(__file__).parents[1] / "docs" / "schema" / f"ketju-{FORMAT}.schema.json"


class PathwayFile(Struct, forbid_unknown_fields=True):
    """A `.ketju` file: its format and the records of one pathway, sorted by id."""

    format: Annotated[Literal[1], Meta(description="the format of the file")]
    records: list[AnyRecord]


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) that every file of the current format is valid by."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Ketjupaja pathway file, format {FORMAT}",
        **_cleaned(msgspec.json.schema(PathwayFile)),
    }


def _cleaned(node: Any) -> Any:
    """Take the source code's indentation out of descriptions."""
    if isinstance(node, dict):
        return {
            key: cleandoc(value)
            if key == "description" and isinstance(value, str)
            else _cleaned(value)
            for key, value in node.items()
        }
    return [_cleaned(value) for value in node] if isinstance(node, list) else node


def as_text() -> str:
    encoded = msgspec.json.encode(schema(), order="deterministic")
    return msgspec.json.format(encoded, indent=2).decode() + "\n"


if __name__ == "__main__":
    PATH.parent.mkdir(parents=True, exist_ok=True)
    PATH.write_text(as_text(), encoding="utf-8", newline="\n")
