"""The application: the command line, and in `designer.ui` the window."""

from pathlib import Path

from model.messages import bind_catalogues

bind_catalogues(Path(__file__).parent / "locale")
