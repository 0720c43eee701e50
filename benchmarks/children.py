"""The processes in which parts, peers and whole programs are measured."""

import os


def environment() -> dict[str, str]:
    """Return what a child is given: no screen, and compiled modules are kept as everywhere."""
    given = {name: value for name, value in os.environ.items() if name != _NOTHING_KEPT}
    return given | {"QT_QPA_PLATFORM": "offscreen", "QT_API": "PySide6"}


_NOTHING_KEPT = "PYTHONDONTWRITEBYTECODE"
"""Where it is set, every process would compile all modules anew."""
