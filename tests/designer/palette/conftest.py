"""The palette is tested in the program's own window."""

from tests.designer.ui.conftest import counted_ids, program, settings, start

__all__ = ["counted_ids", "program", "settings", "start"]
