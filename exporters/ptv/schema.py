"""Whether PTV would take a request body, by our copy of its rules (see data/README.md)."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).parent / "data"
SCHEMAS = ("v11-in-condensed.schema.json", "v11-in-more.schema.json")

Body = dict[str, Any]


@cache
def _validators() -> Mapping[str, Any]:
    from jsonschema import Draft202012Validator

    validators: dict[str, Any] = {}
    for name in SCHEMAS:
        schema = json.loads((_FOLDER / name).read_bytes())
        for kind, definition in schema["$defs"].items():
            validators[kind] = Draft202012Validator(definition)
    return validators


def faults(kind: str, body: Body) -> list[str]:
    """Return where a body breaks the rules of its kind ("Service"), as paths into it; sorted.

    Raises KeyError for a kind that no schema describes.
    """
    found = _validators()[kind].iter_errors(body)
    return sorted({"/".join(map(str, error.absolute_path)) or error.validator for error in found})
