"""What is typed at a command line becomes what typer makes of it, only sooner."""

from pathlib import Path
from typing import Any

import pytest
import typer

from designer.commands import MODULES, command
from designer.commands.plain_values import PlainValue
from designer.commands.tree import _app

PARAMETERS = [
    pytest.param(each, parameter, id=f"{each} {parameter.name}")
    for each, made in typer.main.get_command(_app(MODULES)).commands.items()  # type: ignore[attr-defined]
    for parameter in made.params
]


@pytest.mark.parametrize(("name", "parameter"), PARAMETERS)
def test_a_value_equals_plain_typer(name: str, parameter: Any, tmp_path: Path) -> None:
    file = tmp_path / "a.ketju"
    file.write_bytes(b"")
    several = parameter.multiple or parameter.nargs == -1
    context = typer.Context(typer.main.get_command(_app([name])))
    words = ("a b", "", "ä", "7", "x" * 5000, "a\udcffb", "-", str(file), str(tmp_path))
    values: list[object] = [None, *words, str(tmp_path / "none")]
    for value in [None, (), *((each, "b") for each in values[1:])] if several else values:
        assert _made(PlainValue(parameter), value, parameter, context) == _made(
            None, value, parameter, context
        )


def test_each_command_is_found_by_its_name() -> None:
    assert [command(name).name for name in MODULES] == list(MODULES)


def test_every_module_with_a_command_is_listed() -> None:
    folder = Path(__file__).parents[2] / "designer" / "commands"
    with_command = {path.stem for path in folder.glob("*.py") if "\nCOMMAND:" in path.read_text()}
    assert with_command == set(MODULES.values())


def _made(taker: PlainValue | None, value: object, parameter: Any, context: Any) -> object:
    """Return what a parameter makes of a value, or the words in which it refuses it."""
    parameter._runtime_param = taker
    try:
        return parameter.get_runtime_param().coerce(value, parameter, context)
    except typer.BadParameter as refusal:
        return refusal.format_message()
