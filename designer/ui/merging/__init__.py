"""Other versions of the open pathway: compared with it, joined into it, kept as milestones."""
