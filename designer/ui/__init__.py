"""The window: the only place for widgets."""

import builtins

import PySide6  # noqa: F401 - puts its own import in the place of the builtin one

# PySide watches every import of the program and reads the whole source of each module imported,
# to find those that ask for its other spellings of Qt's names. None does, and it would take a
# fifth of the time in which the window opens, and keep the sources in memory. Where a version of
# PySide names it otherwise, or another tool has put its own import over it, all stays as it is.
if getattr(builtins.__import__, "__name__", "") == "__feature_import__":
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
