"""pathway-site/1 as JSON Schema, for those who build a site or a search on the data.

`python -m exporters.website.schema_document` writes it to docs/schema.
"""

import json
from inspect import cleandoc
from pathlib import Path
from typing import Any

import msgspec

from exporters.website import schema
from exporters.website.schema_words import described, example

SCHEMA_FILE = "docs/schema/pathway-site-1.schema.json"
_SCHEMA_ID = "https://ketjupaja.example/schema/pathway-site-1.schema.json"
_FILES = (schema.PathwayData, schema.IndexData, schema.ChangesData)


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema of all kinds of files."""
    files, definitions = msgspec.json.schema_components(_FILES, ref_template="#/$defs/{name}")
    for name, definition in definitions.items():
        if "description" in definition:
            definition["description"] = cleandoc(definition["description"])
        properties = definition.get("properties", {})
        told = {field: _with_words(name, field, kind) for field, kind in properties.items()}
        if told:
            definition["properties"] = told
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": _SCHEMA_ID,
        "title": "pathway-site/1",
        "description": (schema.__doc__ or "").split("\n\n")[-1].strip(),
        "anyOf": list(files),
        "$defs": definitions,
    }


def _with_words(definition: str, field: str, kind: dict[str, Any]) -> dict[str, Any]:
    said = {**kind, "description": described(definition, field)}
    shown = example(definition, field)
    return {**said, "examples": [shown]} if shown is not None else said


def schema_file() -> bytes:
    """Return the bytes of the schema's file."""
    return (json.dumps(json_schema(), indent=2, ensure_ascii=False) + "\n").encode()


if __name__ == "__main__":
    Path(SCHEMA_FILE).write_bytes(schema_file())
