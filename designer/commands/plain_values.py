"""Words of a command line, and paths, taken as they are typed.

Typer has pydantic make them, and importing that takes longer than to check a pathway.
"""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

_MADE: Final[Mapping[object, Callable[[str], object]]] = {str: str, Path: Path}
_LISTED: Final[Mapping[object, Callable[[str], object]]] = {list[str]: str, list[Path]: Path}

_ANY_NUMBER: Final = -1


class PlainValue:
    """Stands before what typer has for a parameter, and leaves to it what is not plain."""

    def __init__(self, parameter: Any) -> None:
        annotation = parameter.type_descriptor.annotation
        self._one = _MADE.get(annotation)
        self._each = _LISTED.get(annotation)

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        """Return what the function of the command is given for what was typed."""
        if value is None:
            return () if param.multiple or param.nargs == _ANY_NUMBER else None
        if self._one is not None and _is_plain(value):
            return self._one(value)
        if self._each is not None and isinstance(value, tuple) and all(map(_is_plain, value)):
            return list(map(self._each, value))
        param._runtime_param = None  # noqa: SLF001 - typer makes its own when there is none
        return param.get_runtime_param().coerce(value, param, ctx)


def take_plainly(parameter: Any) -> None:
    """Let a parameter of typer's take words and paths as they are."""
    if hasattr(parameter, "type_descriptor"):
        parameter._runtime_param = PlainValue(parameter)  # noqa: SLF001 - there is no other way in


def _is_plain(value: object) -> bool:
    """Tell whether there is nothing to refuse: a file that may not be read is left to typer."""
    return isinstance(value, str) and (os.access(value, os.R_OK) or not os.path.lexists(value))
