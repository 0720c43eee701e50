"""Where others still look for what `lines` holds."""

from designer.ui.findings.lines import RULES, FindingLine, Group, lines_of

__all__ = ["RULES", "FindingLine", "Group", "lines_of"]
