"""The list of notes, and the choice of those that are shown."""
