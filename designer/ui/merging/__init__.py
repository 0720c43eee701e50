"""Other versions of the open pathway: compared with it, joined into it, kept as milestones."""

from designer.ui.merging.joining import merge_into

__all__ = ["merge_into"]
