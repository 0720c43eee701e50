"""The panel of waiting and doing times, and the walk that it shows on the board."""

from designer.ui.times.panel import TimesPanel

__all__ = ["TimesPanel"]
