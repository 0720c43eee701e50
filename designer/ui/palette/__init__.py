"""The command palette: all actions, records, settings and files behind one field."""

from designer.ui.palette.palette import toggle_palette

__all__ = ["toggle_palette"]
