"""`python -m designer` does what the command `ketjupaja` does."""

from designer.cli import main

main()
