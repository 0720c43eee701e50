"""The documentation of pathway-site/1 keeps step with the program."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from exporters.website import schema_words
from exporters.website.schema_document import json_schema
from model.file import read
from tests.exporters.website.libraries import AT_HOME, SAMPLES, library

ROOT = Path(__file__).parents[3]
DOCS = ROOT / "docs" / "schema"
EXAMPLES = DOCS / "examples"
KINDS = {"index.json": "IndexData", "changes.json": "ChangesData", "pathway.json": "PathwayData"}
SCHEMA = json_schema()
DEFINITIONS: dict[str, Any] = SCHEMA["$defs"]
FIELDS = [
    (name, field)
    for name, definition in DEFINITIONS.items()
    for field in definition.get("properties", {})
]


def test_every_field_is_described_and_its_examples_are_valid() -> None:
    for name, field in FIELDS:
        about = DEFINITIONS[name]["properties"][field]
        assert len(about["description"]) > 8, (name, field)
        for example in about.get("examples", ()):
            only = {"$defs": DEFINITIONS, **about}
            jsonschema.Draft202012Validator(only).validate(example)


def test_nothing_is_described_that_does_not_exist() -> None:
    known = {field for _name, field in FIELDS} | {f"{name}.{field}" for name, field in FIELDS}
    assert set(schema_words.WORDS) - known == set()
    assert set(schema_words.EXAMPLES) - known == set()


def test_every_definition_says_what_it_is() -> None:
    for name, definition in DEFINITIONS.items():
        assert definition.get("description") or "enum" in definition, name


@pytest.mark.parametrize("name", KINDS)
def test_the_examples_are_what_is_published(name: str, pytestconfig: pytest.Config) -> None:
    """`pytest --renew-golden` writes them anew."""
    files = library(read(next(p for p in SAMPLES if p.stem == "unettomuus")), site=AT_HOME)
    [pathway] = [n for n in files if re.fullmatch(r"data/(?!index|changes|build).*", n)]
    data = json.loads(files[pathway if name == "pathway.json" else f"data/{name}"])
    data.pop("diagramSvg", None)
    if name == "index.json":
        data["pathways"][0]["revision"] = "0123456789abcdef"  # of a file that has its picture
    if name == "changes.json":
        data["changes"][0]["revision"] = "0123456789abcdef"
    written = (json.dumps(data, indent=1, ensure_ascii=False) + "\n").encode()
    if pytestconfig.getoption("--renew-golden"):
        EXAMPLES.mkdir(exist_ok=True)
        (EXAMPLES / name).write_bytes(written)
    assert (EXAMPLES / name).read_bytes() == written
    only = {**SCHEMA, "anyOf": [{"$ref": f"#/$defs/{KINDS[name]}"}]}
    jsonschema.Draft202012Validator(only).validate(data)


def test_the_documentation_names_only_what_there_is() -> None:
    words = (DOCS / "README.md").read_text(encoding="utf-8")
    fields = {field for _name, field in FIELDS}
    values = {"alternative", "parallel", "optional"}
    gone = {"generatedAt", "additionalProperties", "lang"}
    for name in re.findall(r"`([a-z][A-Za-z]+)`", words):
        assert name in fields | values | gone, name
    for name in re.findall(r"`([A-Z][A-Za-z]+Data)`", words):
        assert name in DEFINITIONS
    for link in re.findall(r"\]\(([^)]+)\)", words):
        assert (DOCS / link).exists(), link


def test_importers_ask_only_for_fields_that_there_are() -> None:
    """They were not run; at least they name what is published."""
    fields = {field for _name, field in FIELDS}
    sources = list((ROOT / "docs/importing").rglob("*.php"))
    assert len(sources) == 3
    asked = {
        name
        for source in sources
        for name in re.findall(
            r"\$(?:index|listed|pathway|stage|edge|channel|contact|data)\['(\w+)'\]",
            source.read_text(encoding="utf-8"),
        )
    }
    assert {"id", "revision", "edges", "channels", "whatHappens"} <= asked
    assert asked - fields == set()
