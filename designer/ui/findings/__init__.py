"""The findings of the checks: listed, explained, put right, accepted or given to somebody."""

from designer.ui.findings.panel import FindingsPanel

__all__ = ["FindingsPanel"]
